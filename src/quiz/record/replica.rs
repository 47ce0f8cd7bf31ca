//! One tab's copy of a record: what the stores are known to hold, and the changes that are not confirmed there yet.
//!
//! Nothing here knows a store or waits for one. Whoever does says what a store holds ([`Replica::meet`]), writes what is
//! [`shown`](Replica::shown), and says when that is confirmed ([`Replica::confirm`], by the [`Ticket`] of the write). So what comes of two tabs, two stores and a browser that is
//! killed anywhere between can be tried without one (`tests/replica.rs`).

use super::stored::Stored;
use super::write::{Tab, Version, Write, descends};
use super::{Record, after};
use std::cmp::Ordering;

/// One tab's copy of a record.
#[derive(Clone, Debug)]
pub struct Replica<T: Record> {
    /// The tab whose copy it is.
    tab: Tab,
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

/// Where a text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// In `localStorage`, where whoever writes last has the word, beside a journal.
    Local,
    /// In the journal, where one transaction comes after the other; or in `localStorage` where that is all there is.
    Journal,
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
    /// A record that could not be joined. It has to be kept by itself before the store is written.
    pub other: Option<T>,
}

/// The name of a record among all texts.
fn version<T: Record>(record: &T) -> Version {
    Version::of(record.revision(), record.write())
}

/// A record without what says which write it is.
fn content<T: Record>(record: &T) -> T {
    record.clone().at_revision(0).written(None)
}

impl<T: Record> Replica<T> {
    /// A tab's copy of a record with nothing in it. `blank` is at revision 0.
    pub fn new(blank: T, tab: Tab) -> Self {
        Self { tab, base: blank.clone(), shown: blank.clone(), pending: Vec::new(), turn: 0, blank }
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
        let before = self.shown.revision();
        self.shown.apply(&change);
        self.pending.push(change);
        // One text, one name: where nothing came of it, it keeps that which it has.
        if self.shown.revision() != before {
            self.sign(self.shown.revision());
        }
    }

    /// Takes over what a store holds where that was made in knowledge of what was known here, with the person's own changes on top. Where neither of the two was made in
    /// knowledge of the other, both are kept. Nothing is taken from a store that is older, that cannot be read or that a later version of the program has written.
    pub fn meet(&mut self, stored: &Stored<T>, store: Store) -> Met<T> {
        let mut other = None;
        let before = self.shown.clone();
        match stored {
            Stored::Record(record) => self.take_over(record, store, &mut other),
            Stored::Erased(revision, write) => {
                let record = self.blank.clone().at_revision(*revision).written(*write);
                self.take_over(&record, store, &mut other);
            }
            Stored::Absent | Stored::Newer(..) | Stored::Broken(_) => {}
        }
        let holds_shown = match stored {
            Stored::Record(record) => *record == self.shown,
            Stored::Erased(revision, _) => self.shown.is_blank() && self.shown.revision() == *revision,
            Stored::Absent => self.shown.is_blank() && self.shown.revision() == 0,
            Stored::Newer(..) | Stored::Broken(_) => false,
        };
        Met { changed: self.shown != before, is_behind: !holds_shown, other }
    }

    fn take_over(&mut self, stored: &T, store: Store, other: &mut Option<T>) {
        match stored.revision().cmp(&self.base.revision()) {
            Ordering::Equal if *stored == self.base => return,
            Ordering::Equal if content(stored) == content(&self.base) || stored.is_blank() && self.base.is_blank() => {
                // Two names for one thing: every tab takes the same of them.
                let write = self.base.write().max(stored.write());
                self.base = self.base.clone().written(write);
            }
            Ordering::Less if store == Store::Local || descends(self.base.write(), version(stored)) => return,
            Ordering::Greater if descends(stored.write(), version(&self.base)) => self.base = stored.clone(),
            // Nothing was ever deleted here. What is stored is from before changes were counted, and another record than this tab has had, so a later one.
            Ordering::Equal if self.base.is_blank() && self.base.revision() == 0 => {
                self.base = stored.clone().at_revision(after(0));
            }
            // From before writes were named: what was deleted does not come back.
            Ordering::Equal if self.is_nameless(stored) && self.base.is_blank() => return,
            Ordering::Equal if self.is_nameless(stored) && stored.is_blank() => self.base = stored.clone(),
            _ => self.unite(stored, store, other),
        }
        self.show();
    }

    fn is_nameless(&self, stored: &T) -> bool {
        self.base.write().is_none() || stored.write().is_none()
    }

    /// Makes one of two records of which neither was made in knowledge of the other. What is in the journal counts, or what was taken over from there: no tab has
    /// been told that the other is saved. A deletion that nobody was told of does not happen, and one that somebody was told of is not undone.
    fn unite(&mut self, stored: &T, store: Store, other: &mut Option<T>) {
        if content(stored) == content(&self.base) {
            if stored.revision() > self.base.revision() {
                self.base = stored.clone();
            }
            return;
        }
        let (mut kept, late) = match store {
            Store::Journal => (stored.clone(), &self.base),
            Store::Local => (self.base.clone(), stored),
        };
        if !kept.is_blank() && !late.is_blank() {
            let is_whole = if self.is_nameless(stored) { kept.join(late) } else { kept.absorb(late) };
            *other = (!is_whole).then(|| late.clone());
        }
        self.base = match content(&kept) == content(stored) && stored.revision() > self.base.revision() {
            true => stored.clone(),
            // Another record than either store holds, so a later one.
            false => {
                let based_on = version(&kept);
                let latest = self.base.revision().max(stored.revision());
                kept.at_revision(after(latest)).written(Some(Write { tab: self.tab, based_on }))
            }
        };
    }

    /// Shows the base with the person's own changes on top.
    fn show(&mut self) {
        self.turn += 1;
        let before = std::mem::replace(&mut self.shown, self.base.clone());
        for change in &self.pending {
            self.shown.apply(change);
        }
        let revision = before.revision().max(self.shown.revision());
        let is_same = content(&self.shown) == content(&before);
        match self.shown.revision() == self.base.revision() {
            // It is what a store holds.
            true if revision == self.base.revision() && (is_same || revision > before.revision()) => {}
            // It may be in a store already, and says that it was made in knowledge of the base.
            _ if is_same && revision == before.revision() && descends(before.write(), version(&self.base)) => {
                self.shown = before;
            }
            // What was shown may be in a store already, and must not win over what is shown now.
            _ if revision == before.revision() => self.sign(after(revision)),
            _ => self.sign(revision),
        }
    }

    /// Names the write that what is shown is to become.
    fn sign(&mut self, revision: u64) {
        let based_on = version(&self.base);
        self.shown = self.shown.clone().at_revision(revision).written(Some(Write { tab: self.tab, based_on }));
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
