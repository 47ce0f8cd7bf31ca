//! What a person should know about saved data.

use crate::browser::storage::NotKept;
use leptos::prelude::*;

/// Something about saved data that a person should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// The browser keeps nothing for this page.
    Blocked,
    /// The last change was not kept.
    Full,
    /// A record is of a later version and is not touched.
    Newer,
    /// The progress could not be read and was set aside.
    UnreadableProgress,
    /// The results could not be read and were set aside.
    UnreadableResults,
    /// The settings could not be read and were set aside.
    UnreadableSettings,
    /// The settings are of a later version and are not touched.
    NewerSettings,
    /// The language that was chosen could not be loaded.
    NoLanguage,
}

/// The notices now shown, in the order they came up.
#[derive(Clone, Copy, Debug)]
pub struct Notices(RwSignal<Vec<Notice>>);

impl Notices {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Shows a notice, if it is not shown already.
    pub fn show(self, notice: Notice) {
        if !self.0.with_untracked(|notices| notices.contains(&notice)) {
            self.0.update(|notices| notices.push(notice));
        }
    }

    /// Shows or takes back what the outcome of a write calls for.
    pub fn show_outcome(self, outcome: Result<(), NotKept>) {
        match outcome {
            Err(NotKept::Unavailable) => self.show(Notice::Blocked),
            Err(NotKept::Refused) => self.show(Notice::Full),
            Ok(()) => self.take_back(Notice::Full),
        }
    }

    /// Shows a notice no longer.
    pub fn take_back(self, notice: Notice) {
        if self.0.with_untracked(|notices| notices.contains(&notice)) {
            self.0.update(|notices| notices.retain(|shown| *shown != notice));
        }
    }

    /// The notices.
    pub fn get(self) -> Vec<Notice> {
        self.0.get()
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}

/// The notices of the app around this component.
pub fn use_notices() -> Notices {
    expect_context()
}
