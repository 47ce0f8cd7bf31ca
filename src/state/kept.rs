//! A record that is shown and kept: in `localStorage` with each change, and in the journal a moment later.
//!
//! The journal decides. Its transactions come one after the other, whatever tab they are of, so each looks at what is there before it writes: where another
//! tab was quicker, that is taken over and the person's own change is made on top.

use super::notices::{Notice, Notices};
use super::place::Place;
use super::saving::{Reason, Saved, Saving};
use crate::browser::journal::Write;
use crate::browser::storage::{NotKept, backup_name};
use crate::quiz::record::Record;
use crate::quiz::record::replica::{Replica, Ticket};
use crate::quiz::record::stored::{Stored, text_of};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// A record that is shown and kept.
#[derive(Debug)]
pub struct Kept<T: Record + Send + Sync + 'static> {
    shown: RwSignal<T>,
    inner: StoredValue<Inner<T>, LocalStorage>,
    names: Names,
    saving: Saving,
    notices: Notices,
}

/// What a record is called in the stores, and what is said of it.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// What it is called among the records of its quiz.
    pub record: &'static str,
    /// What is said where nothing of it can be read.
    pub unreadable: Notice,
    /// What is said where a later version has written it.
    pub newer: Notice,
}

#[derive(Debug)]
struct Inner<T: Record> {
    place: Place,
    /// Its name in both stores.
    name: String,
    replica: Replica<T>,
    /// What `localStorage` was last seen to hold, or made to.
    seen: Option<String>,
    /// Whether `localStorage` holds what is shown, or why not.
    local: Result<(), NotKept>,
    /// Texts that must not be lost, each with a name of its own, to be in the journal before anything takes their place.
    aside: Vec<(String, String)>,
    /// Texts to be put into the journal with the next change.
    attached: Vec<(String, String)>,
    /// Whether the journal is being written, and whether that has to be done once more.
    writing: bool,
    again: bool,
    /// Whether nothing is to be written, since a later version has written what is there.
    read_only: bool,
    /// Whether a store held something that could not be read, and whether one held a record.
    is_broken: bool,
    is_found: bool,
    /// Whether somebody else has removed it from `localStorage`.
    is_gone: bool,
}

// Derived, it would ask that the record itself can be copied so.
impl<T: Record + Send + Sync + 'static> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record + Send + Sync + 'static> Copy for Kept<T> {}

impl<T: Record + Send + Sync + 'static> Kept<T> {
    /// Takes up what is kept under a name. `blank` is the record with nothing in it.
    pub fn new(place: Place, name: String, blank: T, names: Names, saving: Saving, notices: Notices) -> Self {
        let inner = Inner {
            local: if place.local.is_available() { Ok(()) } else { Err(NotKept::Unavailable) },
            replica: Replica::new(blank.clone()),
            place: place.clone(),
            name,
            seen: None,
            aside: Vec::new(),
            attached: Vec::new(),
            writing: false,
            again: false,
            read_only: false,
            is_broken: false,
            is_found: false,
            is_gone: false,
        };
        let kept = Self { shown: RwSignal::new(blank), inner: StoredValue::new_local(inner), names, saving, notices };
        let found = kept.inner.with_value(|inner| place.found(&inner.name).map(|text| text.map(str::to_owned)));
        kept.look();
        let is_journal_behind = match &found {
            Some(text) => kept.inner.try_update_value(|inner| inner.meet(text.as_deref(), kept)).unwrap_or(false),
            None => true,
        };
        kept.show();
        kept.write_local();
        if found.is_some() {
            kept.say_what_was_broken();
        }
        if is_journal_behind || kept.inner.with_value(|inner| !inner.aside.is_empty()) {
            kept.write_journal();
        } else {
            kept.settle(Ok(()));
        }
        kept
    }

    /// The record as it is shown.
    pub fn shown(self) -> RwSignal<T> {
        self.shown
    }

    /// A copy of it, which nobody follows.
    pub fn untracked(self) -> T {
        self.shown.get_untracked()
    }

    /// Its name in the stores.
    pub fn name(self) -> String {
        self.inner.with_value(|inner| inner.name.clone())
    }

    /// Makes a change, which is made from the record as it is then. None changes nothing.
    pub fn change(self, make: impl FnOnce(&T) -> Option<T::Change>) {
        self.change_with(make, Vec::new());
    }

    /// The same, with texts to be kept in the journal together with it, each under its name.
    pub fn change_with(self, make: impl FnOnce(&T) -> Option<T::Change>, attached: Vec<(String, String)>) {
        self.look();
        let change = self.inner.with_value(|inner| make(inner.replica.shown()));
        let Some(change) = change else { return self.show() };
        self.inner.update_value(|inner| {
            inner.replica.change(change);
            inner.attached.extend(attached);
        });
        self.show();
        self.write_local();
        self.write_journal();
    }

    /// Takes over what another tab has kept since.
    pub fn refresh(self) {
        let had = self.inner.with_value(|inner| inner.seen.is_some());
        self.look();
        self.show();
        let is_gone = self.inner.try_update_value(|inner| {
            inner.is_gone |= had && inner.seen.is_none() && !inner.replica.shown().is_blank();
            inner.is_gone
        });
        if is_gone == Some(true) {
            // Somebody has deleted it, and the journal knows at which revision.
            self.write_journal();
        } else {
            // What is there may be older than what is shown, where two tabs have written at once.
            self.write_local();
        }
    }

    /// Tries once more to save.
    pub fn save(self) {
        self.write_local();
        self.write_journal();
    }

    /// Looks into `localStorage`.
    fn look(self) {
        self.inner.update_value(|inner| {
            let text = inner.place.local.read(&inner.name);
            // What this tab has written itself is no news.
            if text != inner.seen {
                inner.seen.clone_from(&text);
                inner.meet(text.as_deref(), self);
            }
        });
    }

    /// Shows what is to be shown, where that has changed.
    fn show(self) {
        self.inner.with_value(|inner| {
            if self.shown.with_untracked(|shown| shown != inner.replica.shown()) {
                self.shown.set(inner.replica.shown().clone());
            }
        });
    }

    fn say_what_was_broken(self) {
        let (is_broken, is_found) = self.inner.with_value(|inner| (inner.is_broken, inner.is_found));
        if is_broken {
            self.notices.show(if is_found { Notice::UnreadableCopy } else { self.names.unreadable });
        }
    }

    /// Writes what is shown to `localStorage`, where it is not there yet. A blank record leaves nothing there.
    fn write_local(self) {
        self.inner.update_value(|inner| {
            if inner.read_only {
                return;
            }
            let record = inner.replica.shown();
            let text = (!record.is_blank()).then(|| text_of(record));
            if text == inner.seen {
                return;
            }
            // What stands there and cannot be read is in a place of its own first; if there is none here, it waits for the journal.
            let backups = inner.aside.clone();
            let is_safe = backups.iter().all(|(name, text)| {
                inner.place.local.read(name).as_ref() == Some(text) || inner.place.local.write(name, text).is_ok()
            });
            inner.local = match &text {
                _ if !is_safe => Err(NotKept::Refused),
                Some(text) => inner.place.local.write(&inner.name, text),
                None => inner.place.local.remove(&inner.name),
            };
            if inner.local.is_ok() {
                inner.seen = text;
            }
        });
    }

    /// Writes what is shown to the journal, and then once more if it has changed meanwhile.
    fn write_journal(self) {
        if self.inner.with_value(|inner| inner.read_only) {
            return self.settle(Ok(()));
        }
        self.saving.set(self.names.record, Saved::NotYet);
        if self.inner.with_value(|inner| inner.writing) {
            return self.inner.update_value(|inner| inner.again = true);
        }
        self.inner.update_value(|inner| inner.writing = true);
        spawn_local(async move {
            loop {
                self.inner.update_value(|inner| inner.again = false);
                let outcome = self.exchange().await;
                self.inner.update_value(|inner| inner.believe_what_is_gone(outcome));
                self.show();
                self.write_local();
                self.say_what_was_broken();
                if !self.inner.with_value(|inner| inner.again || (outcome.is_ok() && inner.replica.pending() > 0)) {
                    self.inner.update_value(|inner| inner.writing = false);
                    return self.settle(outcome);
                }
            }
        });
    }

    /// One transaction: what is there is taken over, and what is shown then is put there.
    async fn exchange(self) -> Result<(), NotKept> {
        let (journal, name) = self.inner.with_value(|inner| (inner.place.journal.clone(), inner.name.clone()));
        let mut ticket = None;
        let decide = |found: Option<String>| {
            self.inner.try_update_value(|inner| inner.decide(found.as_deref(), self, &mut ticket)).unwrap_or_default()
        };
        journal.exchange(&name, decide).await?;
        self.inner.update_value(|inner| {
            if let Some((ticket, aside, attached)) = ticket {
                inner.replica.confirm(ticket);
                inner.aside.drain(..aside);
                inner.attached.drain(..attached);
            }
        });
        Ok(())
    }

    /// Says what came of writing, by what the journal and `localStorage` have said.
    fn settle(self, journal: Result<(), NotKept>) {
        let saved = self.inner.with_value(|inner| match (journal, inner.local) {
            _ if inner.read_only => Saved::No(Reason::Newer),
            (Ok(()), _) if inner.replica.shown().is_blank() => Saved::Nothing,
            (Ok(()), _) => Saved::Yes,
            (Err(_), Ok(())) => Saved::Soon,
            (Err(journal), Err(local)) => Saved::No(Reason::from(journal).max(Reason::from(local))),
        });
        // Without a journal, what is in `localStorage` is what there is.
        if saved == Saved::Soon {
            self.inner.update_value(|inner| inner.replica.confirm(inner.replica.ticket()));
        }
        self.saving.set(self.names.record, saved);
        self.notices.show_if(self.saving.is_any(Saved::No(Reason::Blocked)), Notice::Blocked);
        self.notices.show_if(self.saving.is_any(Saved::No(Reason::Full)), Notice::Full);
    }
}

/// What was written: the record, and how many texts were set aside or attached with it.
type Written<T> = (Ticket<T>, usize, usize);

impl<T: Record + Send + Sync + 'static> Inner<T> {
    /// Takes over what a store holds. Returns whether the store has to be written.
    fn meet(&mut self, text: Option<&str>, kept: Kept<T>) -> bool {
        let stored: Stored<T> = Stored::of(text);
        match &stored {
            Stored::Newer(_, record) => {
                self.read_only = true;
                kept.notices.show(kept.names.newer);
                if let Some(record) = record {
                    self.replica.show_only(record.clone());
                }
                return false;
            }
            Stored::Broken(_) => {
                self.is_broken = true;
                self.set_aside(text.unwrap_or_default().to_owned());
            }
            Stored::Record(_) | Stored::Erased(_) => self.is_found = true,
            Stored::Absent => {}
        }
        if self.read_only {
            return false;
        }
        let met = self.replica.meet(&stored);
        if let Some(other) = met.other {
            self.set_aside(text_of(&other));
            kept.notices.show(Notice::TwoCopies);
        }
        met.is_behind
    }

    /// Where there is no journal to ask, what somebody else has removed was deleted.
    fn believe_what_is_gone(&mut self, journal: Result<(), NotKept>) {
        if std::mem::take(&mut self.is_gone) && journal.is_err() {
            self.replica.meet(&Stored::Erased(self.replica.shown().revision() + 1));
        }
    }

    fn set_aside(&mut self, text: String) {
        let backup = (backup_name(&self.name, &text), text);
        if !self.aside.contains(&backup) {
            self.aside.push(backup);
        }
    }

    /// What the journal is to hold instead of what it does.
    fn decide(&mut self, found: Option<&str>, kept: Kept<T>, written: &mut Option<Written<T>>) -> Vec<Write> {
        let is_behind = self.meet(found, kept);
        if self.read_only {
            return Vec::new();
        }
        let ticket = self.replica.ticket();
        let record = is_behind.then(|| (self.name.clone(), Some(text_of(&ticket.record))));
        *written = Some((ticket, self.aside.len(), self.attached.len()));
        let texts = self.aside.iter().chain(&self.attached).cloned();
        texts.map(|(name, text)| (name, Some(text))).chain(record).collect()
    }
}
