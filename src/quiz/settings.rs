//! What a person has set for themselves, whatever quiz they take.

use super::record::RECORD_VERSION;
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
    /// The language, as a BCP 47 tag; that of the browser where none is set.
    pub language: Option<String>,
    /// The looks; those of the device where none are set.
    pub theme: Option<Theme>,
    /// Whether number keys choose options.
    pub number_keys: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { record_version: RECORD_VERSION, language: None, theme: None, number_keys: false }
    }
}
