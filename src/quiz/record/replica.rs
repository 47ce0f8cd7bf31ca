//! One tab's copy of a record: what the stores are known to hold, and the changes that are not confirmed there yet.
//!
//! Nothing here knows a store or waits for one. Whoever does says what a store holds ([`Replica::meet`]), writes what is
//! [`shown`](Replica::shown), and says when that is confirmed ([`Replica::confirm`], by the [`Ticket`] of the write). So what comes of two tabs, two stores and a browser that is
//! killed anywhere between can be tried without one (`tests/replica.rs`).

use super::stored::Stored;
use super::{Record, after};
use std::cmp::Ordering;

/// One tab's copy of a record.
#[derive(Clone, Debug)]
pub struct Replica<T: Record> {
    /// The record with nothing in it.
    blank: T,
    /// What a store is known to hold or, where both hold something, the newer of the two.
    base: T,
    /// What has been done since and is not confirmed.
    pending: Vec<T::Change>,
    /// `base` with `pending` applied, at a revision of its own where that was shown before with something else in it.
    shown: T,
    /// Counts how often `base` has become another.
    turn: usize,
}

/// A record as it is being written, and what it was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticket<T> {
    /// The record.
    pub record: T,
    /// Which base it is made on.
    turn: usize,
    /// How many changes are in it.
    count: usize,
}

/// What came of looking into a store.
#[derive(Clone, Debug, PartialEq)]
pub struct Met<T> {
    /// Whether what is shown is another than before.
    pub changed: bool,
    /// Whether the store holds anything else than what is shown, so that it has to be written.
    pub is_behind: bool,
    /// A record of the same revision that could not be joined. It has to be kept by itself before the store is written.
    pub other: Option<T>,
}

impl<T: Record> Replica<T> {
    /// A copy of a record with nothing in it. `blank` is at revision 0.
    pub fn new(blank: T) -> Self {
        Self { base: blank.clone(), shown: blank.clone(), pending: Vec::new(), turn: 0, blank }
    }

    /// The record as it is shown: what is kept, and the person's own changes on top.
    pub fn shown(&self) -> &T {
        &self.shown
    }

    /// How many changes are not confirmed.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Makes a change.
    pub fn change(&mut self, change: T::Change) {
        self.shown.apply(&change);
        self.pending.push(change);
    }

    /// Takes over what a store holds where that is newer than what was known, with the person's own changes on top. Of two records at one revision, both are kept. Nothing is taken from a store that is older,
    /// that cannot be read or that a later version has written.
    pub fn meet(&mut self, stored: &Stored<T>) -> Met<T> {
        let mut other = None;
        let before = self.shown.clone();
        match stored {
            Stored::Record(record) => self.take_over(record, &mut other),
            Stored::Erased(revision) => self.take_over(&self.blank.clone().at_revision(*revision), &mut other),
            Stored::Absent | Stored::Newer(..) | Stored::Broken(_) => {}
        }
        let holds_shown = match stored {
            Stored::Record(record) => *record == self.shown,
            Stored::Erased(revision) => self.shown.is_blank() && self.shown.revision() == *revision,
            Stored::Absent => self.shown.is_blank() && self.shown.revision() == 0,
            Stored::Newer(..) | Stored::Broken(_) => false,
        };
        Met { changed: self.shown != before, is_behind: !holds_shown, other }
    }

    fn take_over(&mut self, stored: &T, other: &mut Option<T>) {
        match stored.revision().cmp(&self.base.revision()) {
            Ordering::Less => return,
            Ordering::Greater => self.base = stored.clone(),
            Ordering::Equal if *stored == self.base => return,
            // What was deleted does not come back.
            Ordering::Equal if self.base.is_blank() && self.base.revision() > 0 => return,
            Ordering::Equal if stored.is_blank() => self.base = stored.clone(),
            Ordering::Equal => {
                let revision = self.base.revision();
                if !self.base.join(stored) {
                    *other = Some(stored.clone());
                }
                // Another record than either store holds, so a later one.
                self.base = self.base.clone().at_revision(after(revision));
            }
        }
        self.show();
    }

    /// Shows the base with the person's own changes on top.
    fn show(&mut self) {
        self.turn += 1;
        let before = std::mem::replace(&mut self.shown, self.base.clone());
        for change in &self.pending {
            self.shown.apply(change);
        }
        // What was shown may be in a store already, which must not win over what is shown now.
        if self.shown.revision() <= before.revision() {
            let shown = self.shown.clone().at_revision(before.revision());
            self.shown = if shown == before { shown } else { shown.at_revision(after(before.revision())) };
        }
    }

    /// What is to be written now, to be handed back when it is confirmed.
    pub fn ticket(&self) -> Ticket<T> {
        Ticket { record: self.shown.clone(), turn: self.turn, count: self.pending.len() }
    }

    /// Takes note that a record is in a store. Where something newer was taken over while it was being written, it counts for
    /// nothing, and has to be written once more on top of that.
    pub fn confirm(&mut self, ticket: Ticket<T>) {
        if ticket.turn == self.turn {
            self.pending.drain(..ticket.count);
            self.base = ticket.record;
            self.turn += 1;
        }
    }

    /// Shows a record that a later version has written, of which nothing is ever written back.
    pub fn show_only(&mut self, record: T) {
        self.base = record;
        self.show();
    }
}
