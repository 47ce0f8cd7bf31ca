//! What a person has set for themselves, whatever quiz they take.

use super::write::Write;
use super::{Record, after};
use serde::{Deserialize, Serialize};

/// The looks that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// As it stands in the record and in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.as_str() == name)
    }
}

/// What a person has set. The script in `index.html` reads `language` and `theme` too, before anything is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The version of this record's format.
    pub record_version: u32,
    /// Counts the changes to the record, from 0. Since version 2.
    #[serde(default)]
    pub revision: u64,
    /// The write it comes from. Since version 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write: Option<Write>,
    /// The language, as a BCP 47 tag; that of the browser where none is set.
    pub language: Option<String>,
    /// The looks; those of the device where none are set.
    pub theme: Option<Theme>,
    /// Whether number keys choose options.
    pub number_keys: bool,
}

/// Something that a person sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsChange {
    /// The language, as a BCP 47 tag.
    Language(String),
    /// The looks; none for those of the device.
    Theme(Option<Theme>),
    /// Whether number keys choose options.
    NumberKeys(bool),
    /// All of it is deleted.
    Clear,
    /// Brings back what was deleted, as far as nothing else has been set since.
    Restore(Settings),
}

impl Settings {
    /// What the record is called in the stores.
    pub const NAME: &str = "settings";

    /// Takes over what is set there and not here.
    fn take_over(&mut self, other: &Self) {
        self.language = self.language.take().or_else(|| other.language.clone());
        self.theme = self.theme.or(other.theme);
        self.number_keys |= other.number_keys;
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            record_version: Self::VERSION,
            revision: 0,
            write: None,
            language: None,
            theme: None,
            number_keys: false,
        }
    }
}

impl Record for Settings {
    const VERSION: u32 = 3;
    const FIELDS: &[&str] = &["record_version", "revision", "write", "language", "theme", "number_keys"];
    type Change = SettingsChange;

    fn revision(&self) -> u64 {
        self.revision
    }

    fn at_revision(self, revision: u64) -> Self {
        Self { record_version: Self::VERSION, revision, ..self }
    }

    fn write(&self) -> Option<Write> {
        self.write
    }

    fn written(self, write: Option<Write>) -> Self {
        Self { write, ..self }
    }

    fn apply(&mut self, change: &SettingsChange) {
        let before = self.clone();
        match change {
            SettingsChange::Language(tag) => self.language = Some(tag.clone()),
            SettingsChange::Theme(theme) => self.theme = *theme,
            SettingsChange::NumberKeys(on) => self.number_keys = *on,
            SettingsChange::Clear => {
                *self = Self { revision: self.revision, write: self.write, ..Self::default() };
            }
            SettingsChange::Restore(before) => self.take_over(before),
        }
        if *self != before {
            self.revision = after(self.revision);
        }
    }

    fn is_blank(&self) -> bool {
        self.language.is_none() && self.theme.is_none() && !self.number_keys
    }

    /// What is set in one tab only is taken over; nobody misses the other of two settings, which one look shows.
    fn join(&mut self, other: &Self) -> bool {
        self.take_over(other);
        true
    }

    /// What is not set here may have been taken back.
    fn absorb(&mut self, _: &Self) -> bool {
        true
    }
}
