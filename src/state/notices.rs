//! What a person should know about saved data.

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
    /// One of two copies of a record could not be read and was set aside. The other is in use.
    UnreadableCopy,
    /// There were two records, of which nobody can say which is the later one. One is in use, the other was set aside.
    TwoCopies,
    /// The settings are of a later version and are not touched.
    NewerSettings,
    /// Not everything that was to be deleted could be.
    NotDeleted,
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
        // Where the app has been taken down there is nobody to show it to.
        if self.0.try_with_untracked(|notices| notices.contains(&notice)) == Some(false) {
            self.0.update(|notices| notices.push(notice));
        }
    }

    /// Shows a notice if something holds, and takes it back otherwise.
    pub fn show_if(self, holds: bool, notice: Notice) {
        if holds { self.show(notice) } else { self.take_back(notice) }
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
