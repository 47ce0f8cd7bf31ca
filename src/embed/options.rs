//! What a site that embeds the quiz may set.

use super::{Accent, Colour};
use crate::quiz::content::is_language;
use crate::quiz::record::settings::Theme;
use std::fmt;

/// The largest radius of corners, in px.
const MAX_RADIUS_PX: u8 = 24;

/// The longest list of fonts, in characters.
const LONGEST_FONT: usize = 100;

/// The longest label of a campaign, in characters.
const LONGEST_CAMPAIGN: usize = 64;

/// The theme that a host page wants, where the person has not chosen one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HostTheme {
    /// That of the device.
    #[default]
    Auto,
    /// This one.
    Fixed(Theme),
}

impl HostTheme {
    /// As it stands in an option.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Fixed(theme) => theme.as_str(),
        }
    }

    /// The theme, where it is not left to the device.
    pub fn fixed(self) -> Option<Theme> {
        match self {
            Self::Auto => None,
            Self::Fixed(theme) => Some(theme),
        }
    }
}

/// What a host page has set. The names are those of the address, of the attributes and of the messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `language`: a BCP 47 tag.
    pub language: Option<String>,
    /// `theme`.
    pub theme: HostTheme,
    /// `accent`: the colour of links, buttons and bars, as it can be read.
    pub accent: Option<Accent>,
    /// `radius`: that of corners, in px.
    pub radius_px: Option<u8>,
    /// `font`: a list of font families. Nothing is fetched for it.
    pub font: Option<String>,
    /// `campaign`: a label that is handed back.
    pub campaign: Option<String>,
}

/// A value that an option cannot have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The name of the option.
    pub option: &'static str,
    /// What it takes.
    pub takes: &'static str,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} takes {}", self.option, self.takes)
    }
}

impl Options {
    /// The names of all options that can be set while the quiz runs.
    pub const NAMES: [&str; 6] = ["language", "theme", "accent", "radius", "font", "campaign"];

    /// Sets an option. An empty value takes it back. A name that is none of ours sets nothing: later releases know more.
    ///
    /// # Errors
    ///
    /// Where the option cannot have the value. It is as it was then.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Refused> {
        let value = value.trim();
        let given = (!value.is_empty()).then_some(value);
        match name {
            "language" => {
                self.language = read(given, is_language, "language", "a language tag such as es or pt-BR")?;
            }
            "theme" => {
                self.theme = match given {
                    None | Some("auto") => HostTheme::Auto,
                    Some(name) => {
                        let refused = Refused { option: "theme", takes: "light, dark or auto" };
                        HostTheme::Fixed(Theme::from_name(name).ok_or(refused)?)
                    }
                };
            }
            "accent" => {
                let refused = Refused { option: "accent", takes: "a colour such as #0b6b5c or #06c" };
                let colour = given.map(|text| Colour::parse(text).ok_or(refused)).transpose()?;
                self.accent = colour.map(Accent::of);
            }
            "radius" => {
                let refused = Refused { option: "radius", takes: "a whole number of px from 0 to 24" };
                let number = |text: &str| text.parse().ok().filter(|radius| *radius <= MAX_RADIUS_PX);
                self.radius_px = given.map(|text| number(text).ok_or(refused)).transpose()?;
            }
            "font" => self.font = read(given, is_font_list, "font", "font families such as Georgia, serif")?,
            "campaign" => {
                let takes = "a label of at most 64 characters";
                self.campaign = read(given, is_campaign, "campaign", takes)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Sets all of these. Returns what was refused.
    pub fn set_all<'a>(&mut self, options: impl IntoIterator<Item = (&'a str, impl AsRef<str>)>) -> Vec<Refused> {
        options.into_iter().filter_map(|(name, value)| self.set(name, value.as_ref()).err()).collect()
    }
}

fn read(
    given: Option<&str>,
    is_right: impl Fn(&str) -> bool,
    option: &'static str,
    takes: &'static str,
) -> Result<Option<String>, Refused> {
    match given {
        Some(text) if !is_right(text) => Err(Refused { option, takes }),
        given => Ok(given.map(str::to_owned)),
    }
}

/// Names of families with commas between them, each quoted or of words, and nothing else that CSS has a meaning for: no brackets, so no
/// address either.
fn is_font_list(text: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || c == '-' || c == ' ';
    let is_word = |word: &str| word.starts_with(char::is_alphabetic);
    let is_family = |family: &str| {
        let quoted = ['"', '\''].into_iter().find_map(|mark| family.strip_prefix(mark)?.strip_suffix(mark));
        match quoted {
            Some(name) => !name.trim().is_empty() && name.chars().all(is_plain),
            None => !family.is_empty() && family.chars().all(is_plain) && family.split(' ').all(is_word),
        }
    };
    text.chars().count() <= LONGEST_FONT && text.split(',').all(|family| is_family(family.trim()))
}

fn is_campaign(text: &str) -> bool {
    text.chars().count() <= LONGEST_CAMPAIGN && !text.chars().any(char::is_control)
}
