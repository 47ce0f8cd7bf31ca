//! The finished results.

use super::keeper::Names;
use super::kept::Kept;
use super::notices::{Notice, Notices};
use super::place::Place;
use super::saving::Saving;
use crate::quiz::record::library::{Library as Record, LibraryChange, SavedResult};
use leptos::prelude::*;

const NAMES: Names = Names { record: "results", unreadable: Notice::UnreadableResults, newer: Notice::Newer };

/// The finished results.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    kept: Kept<Record>,
}

impl Library {
    /// Takes up what was kept of a quiz, and from then on keeps every change.
    pub fn new(place: Place, quiz: &str, saving: Saving, notices: Notices) -> Self {
        let name = format!("{quiz}.{}", NAMES.record);
        Self { kept: Kept::new(place, name, Record::default(), NAMES, saving, notices) }
    }

    /// The record behind it.
    pub fn kept(self) -> Kept<Record> {
        self.kept
    }

    /// Makes a change and keeps it.
    pub fn change(self, change: LibraryChange) {
        self.kept.change(|_| Some(change));
    }

    /// Keeps a result, and with it in the journal a text under a name, which may be there already. Returns the id to find it by, and whether it is
    /// another result than the latest.
    pub fn keep(self, result: SavedResult, attached: (String, String)) -> (String, bool) {
        let mut kept = (String::new(), false);
        let keeping = |library: &Record| {
            let (id, change) = library.keeping(result);
            kept = (id, change.is_some());
            change
        };
        self.kept.change_with(keeping, vec![attached]);
        kept
    }

    /// Keeps results that come from elsewhere, but for those that are there, and with them in the journal texts under their names.
    pub fn take(self, results: Vec<SavedResult>, attached: Vec<(String, String)>) {
        self.kept.change_with(|library| library.taking(results), attached);
    }

    /// The result that says the same as another, if there is one.
    pub fn find_same(self, result: &SavedResult) -> Option<SavedResult> {
        self.kept.shown().with(|record| record.find_same(result).cloned())
    }

    /// The result with this id.
    pub fn get(self, id: &str) -> Option<SavedResult> {
        self.kept.shown().with(|record| record.get(id).cloned())
    }

    /// The newest result.
    pub fn latest(self) -> Option<SavedResult> {
        self.kept.shown().with(|record| record.latest().cloned())
    }

    /// All results, newest first.
    pub fn all(self) -> Vec<SavedResult> {
        self.kept.shown().with(|record| record.results.iter().rev().cloned().collect())
    }

    /// The person's own results, oldest first.
    pub fn own(self) -> Vec<SavedResult> {
        self.kept.shown().with(|record| record.own().cloned().collect())
    }
}

/// The library of the app around this component.
pub fn use_library() -> Library {
    expect_context()
}
