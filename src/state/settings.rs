//! What the person has set for themselves.

use super::host::Host;
use super::keeper::Names;
use super::kept::Kept;
use super::notices::{Notice, Notices};
use super::place::Place;
use super::saving::Saving;
use crate::browser::document;
use crate::quiz::record::settings::{Settings as Record, SettingsChange, Theme};
use leptos::prelude::*;

const NAMES: Names =
    Names { record: Record::NAME, unreadable: Notice::UnreadableSettings, newer: Notice::NewerSettings };

/// What the person has set for themselves.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    kept: Kept<Record>,
}

impl Settings {
    /// Takes up what was kept, and from then on keeps every change. The looks follow it, and where the person has not chosen a theme,
    /// the one that a host page wants.
    pub fn new(place: Place, saving: Saving, notices: Notices, host: Host) -> Self {
        let kept = Kept::new(place, NAMES.record.to_owned(), Record::default(), NAMES, saving, notices);
        Effect::new(move |_| {
            let theme = kept.shown().read().theme.or(host.theme());
            document::set_theme(theme.map(Theme::as_str));
        });
        Self { kept }
    }

    /// The record behind it.
    pub fn kept(self) -> Kept<Record> {
        self.kept
    }

    /// Changes what is set.
    pub fn change(self, change: SettingsChange) {
        self.kept.change(|_| Some(change));
    }

    /// The theme; that of the device where there is none.
    pub fn theme(self) -> Option<Theme> {
        self.kept.shown().read().theme
    }

    /// Whether number keys choose options.
    pub fn number_keys(self) -> bool {
        self.kept.shown().read().number_keys
    }
}

/// The settings of the app around this component.
pub fn use_settings() -> Settings {
    expect_context()
}
