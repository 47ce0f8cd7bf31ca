//! The finished results.

use super::notices::Notice;
use super::record::Keeper;
use crate::quiz::record::{Library as Record, SavedResult};
use leptos::prelude::*;

/// The finished results.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    record: RwSignal<Record>,
    keeper: Keeper,
}

impl Library {
    /// Takes up what was kept.
    pub fn new(keeper: Keeper) -> Self {
        let record = RwSignal::new(keeper.load(Notice::UnreadableResults).unwrap_or_default());
        Self { record, keeper }
    }

    /// Takes over what another tab has kept since.
    pub fn refresh(self) {
        let stored = self.keeper.peek::<Record>();
        let revision = self.record.with_untracked(|record| record.revision);
        if let Some(stored) = stored.filter(|stored| stored.revision > revision) {
            self.record.set(stored);
        }
    }

    /// Changes the results and keeps them. What another tab has kept meanwhile is taken over first.
    pub fn change<T>(self, change: impl FnOnce(&mut Record) -> T) -> T {
        self.refresh();
        let changed = self.record.try_update(change);
        self.record.with_untracked(|record| self.keeper.keep(record));
        // The signal belongs to the app and lives as long as the page.
        changed.expect("the library outlives its users")
    }

    /// The result with this id.
    pub fn get(self, id: &str) -> Option<SavedResult> {
        self.record.with(|record| record.get(id).cloned())
    }

    /// The newest result.
    pub fn latest(self) -> Option<SavedResult> {
        self.record.with(|record| record.latest().cloned())
    }

    /// All results, newest first.
    pub fn all(self) -> Vec<SavedResult> {
        self.record.with(|record| record.results.iter().rev().cloned().collect())
    }
}

/// The library of the app around this component.
pub fn use_library() -> Library {
    expect_context()
}
