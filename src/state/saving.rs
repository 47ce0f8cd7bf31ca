//! Whether what a person has done is saved.

use crate::browser::storage::NotKept;
use crate::browser::timer;
use crate::quiz::record::settings::Settings;
use leptos::prelude::*;
use std::fmt;

/// How long somebody waits at most for what is being saved, in milliseconds.
const MOST_WAITED_MS: i32 = 3_000;

/// Whether a record is saved as it is shown. In the order of what is said of several: the last one that holds for any of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Saved {
    /// There is nothing to save.
    Nothing,
    /// It is on the disk.
    Yes,
    /// It is kept and the browser will bring it to the disk, but has not said when.
    Soon,
    /// It is being written.
    NotYet,
    /// It is not kept, or only as long as the page is open.
    No(Reason),
}

/// Why something is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// What is kept is of a later version, and is left alone.
    Newer,
    /// The browser keeps nothing for this page.
    Blocked,
    /// The browser refused it, as it does when there is no room.
    Full,
}

impl From<NotKept> for Reason {
    fn from(not_kept: NotKept) -> Self {
        match not_kept {
            NotKept::Unavailable => Self::Blocked,
            NotKept::Refused => Self::Full,
        }
    }
}

impl Saved {
    /// The state in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Yes => "yes",
            Self::Soon => "soon",
            Self::NotYet => "not-yet",
            Self::No(_) => "no",
        }
    }
}

/// Whether what a person has done is saved, of all records together.
#[derive(Clone, Copy)]
pub struct Saving {
    records: RwSignal<Vec<(&'static str, Saved)>>,
    overall: Memo<Saved>,
    waiting: StoredValue<Vec<Box<dyn FnOnce()>>, LocalStorage>,
}

impl fmt::Debug for Saving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Saving").field(&self.records.get_untracked()).finish()
    }
}

impl Saving {
    /// Nothing to save yet.
    pub fn new() -> Self {
        let records = RwSignal::new(Vec::new());
        // What is said stands beside answers and results. Settings that are left alone have a notice of their own.
        let left_alone = (Settings::NAME, Saved::No(Reason::Newer));
        let overall = Memo::new(move |_| {
            records.with(|records| {
                let said = records.iter().filter(|record| **record != left_alone).copied();
                worst(&said.collect::<Vec<_>>())
            })
        });
        Self { records, overall, waiting: StoredValue::new_local(Vec::new()) }
    }

    /// Takes note of a record.
    pub(super) fn set(self, record: &'static str, saved: Saved) {
        self.records.update(|records| match records.iter_mut().find(|(name, _)| *name == record) {
            Some(known) => known.1 = saved,
            None => records.push((record, saved)),
        });
        if !self.is_busy() {
            self.waiting.try_update_value(std::mem::take).into_iter().flatten().for_each(|then| then());
        }
    }

    /// Whether all is saved.
    pub fn get(self) -> Saved {
        self.overall.get()
    }

    /// Whether something is not saved of what should be, since the browser refused it.
    pub fn is_refused(self) -> bool {
        self.is_any(Saved::No(Reason::Full))
    }

    /// Whether the browser keeps nothing for this page.
    pub fn is_blocked(self) -> bool {
        self.is_any(Saved::No(Reason::Blocked))
    }

    /// Whether this holds of any record.
    pub(super) fn is_any(self, saved: Saved) -> bool {
        self.records.with_untracked(|records| records.iter().any(|(_, state)| *state == saved))
    }

    /// Does something once nothing is being written any more, or after three seconds.
    pub fn once_saved(self, then: impl FnOnce() + 'static) {
        if !self.is_busy() {
            return then();
        }
        let then = StoredValue::new_local(Some(then));
        let run = move || {
            if let Some(then) = then.try_update_value(Option::take).flatten() {
                then();
            }
        };
        self.waiting.update_value(|waiting| waiting.push(Box::new(run)));
        timer::after(MOST_WAITED_MS, run);
    }

    /// Whether anything is being written.
    pub fn is_busy(self) -> bool {
        // Whatever is worse of another record: that will be so for a while.
        self.is_any(Saved::NotYet)
    }
}

fn worst(records: &[(&'static str, Saved)]) -> Saved {
    records.iter().map(|(_, saved)| *saved).max().unwrap_or(Saved::Nothing)
}

impl Default for Saving {
    fn default() -> Self {
        Self::new()
    }
}

/// The saving of the app around this component.
pub fn use_saving() -> Saving {
    expect_context()
}
