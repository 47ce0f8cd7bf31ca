//! What keeps a record, whatever is in it: in `localStorage` with each change, and in the journal a moment later.
//!
//! The journal decides. Its transactions come one after the other, whatever tab they are of, so each looks at what is there before it writes: where another
//! tab was quicker, that is taken over and the person's own change is made on top.
//!
//! What is put into the journal stands in `localStorage` first, and whoever writes there looks at what is there. So a text of a later revision was made on top of one of an earlier,
//! unless two processes write at once; then their names say so. `tests/replica.rs` tries it in every order, step by step as it is done here.

use super::held::{Held, Met, What};
use super::notices::{Notice, Notices};
use super::place::Place;
use super::saving::{Reason, Saved, Saving};
use crate::browser::document;
use crate::browser::journal::Write;
use crate::browser::storage::NotKept;
use crate::quiz::record::names::backup_name;
use crate::quiz::record::replica::Store;
use crate::quiz::record::stored::head;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

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

/// What keeps a record.
#[derive(Clone, Copy, Debug)]
pub struct Keeper {
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
    names: Names,
    saving: Saving,
    notices: Notices,
}

#[derive(Debug)]
struct Inner {
    place: Place,
    /// The record's name in both stores.
    name: String,
    held: Rc<RefCell<dyn Held>>,
    /// What `localStorage` was last seen to hold, or made to.
    seen: Option<String>,
    /// Whether `localStorage` holds what is shown, or why not.
    local: Result<(), NotKept>,
    /// Texts that must not be lost, each with a name of its own, to be in the journal before anything takes their place.
    aside: Vec<(String, String)>,
    /// Texts to be put into the journal with the next change.
    attached: Vec<(String, String)>,
    /// Whether something was changed that nothing has been done yet to save.
    is_due: bool,
    /// Whether the journal is being written, and whether that has to be done once more.
    writing: bool,
    again: bool,
    /// Whether nothing is to be written, since a later version has written what is there.
    read_only: bool,
    /// Whether a store held something that could not be read, which has not been said yet, and whether one held a record.
    is_broken: bool,
    is_found: bool,
    /// Whether somebody else has removed the record from `localStorage`. The journal knows at which revision, so it is asked before anything is put there.
    is_gone: bool,
    /// Whether it is known what is in the journal, or that there is none. What is put into `localStorage` before might be of a later revision, and know nothing of it.
    is_informed: bool,
    /// Whether `localStorage` is the only store: the journal could not be opened when it was last tried.
    is_alone: bool,
}

impl Keeper {
    /// Takes up what is kept under a name.
    pub(super) fn new(
        place: Place,
        name: String,
        held: Rc<RefCell<dyn Held>>,
        names: Names,
        saving: Saving,
        notices: Notices,
    ) -> Self {
        let found = place.found(&name).map(|text| text.map(str::to_owned));
        let inner = Inner {
            local: if place.local.is_available() { Ok(()) } else { Err(NotKept::Unavailable) },
            place,
            name,
            held,
            seen: None,
            aside: Vec::new(),
            attached: Vec::new(),
            is_due: false,
            writing: false,
            again: false,
            read_only: false,
            is_broken: false,
            is_found: false,
            is_gone: false,
            is_informed: found.is_some(),
            is_alone: false,
        };
        let inner = StoredValue::new_local(Rc::new(RefCell::new(inner)));
        let keeper = Self { inner, names, saving, notices };
        keeper.look();
        let is_behind = match &found {
            Some(text) => keeper.update(|inner| inner.meet(text.as_deref(), Store::Journal, keeper)),
            // It will be known when it is written.
            None => true,
        };
        keeper.show();
        keeper.write_local();
        if found.is_some() {
            keeper.say_what_was_broken();
        }
        if is_behind || keeper.with(|inner| !inner.aside.is_empty()) {
            keeper.write_journal();
        } else {
            keeper.settle(Ok(()));
        }
        keeper
    }

    /// The record's name in the stores.
    pub fn name(self) -> String {
        self.with(|inner| inner.name.clone())
    }

    /// Keeps what has been changed, and in the journal some texts with it: once the change is seen, as writing takes longer than showing.
    pub(super) fn keep(self, attached: Vec<(String, String)>) {
        let was_due = self.update(|inner| {
            inner.attached.extend(attached);
            std::mem::replace(&mut inner.is_due, true)
        });
        self.show();
        if !self.with(|inner| inner.read_only) {
            self.saving.set(self.names.record, Saved::NotYet);
        }
        if !was_due {
            document::once_seen(move || self.save_what_is_due());
        }
    }

    /// Saves what is still to be saved, as where the page is about to go.
    pub fn save_what_is_due(self) {
        // The app may have been taken down meanwhile.
        if !self.inner.is_disposed() && self.with(|inner| inner.is_due) {
            self.save();
        }
    }

    /// Saves what is shown. Where that did not succeed before, it may now.
    pub fn save(self) {
        self.update(|inner| inner.is_due = false);
        self.write_local();
        self.write_journal();
    }

    /// Takes over what another tab has kept since.
    pub fn refresh(self) {
        if self.look() || self.with(|inner| inner.is_gone || !inner.aside.is_empty()) {
            // The other tab may be gone before the journal has it. This one says "Saved" when it has.
            self.write_journal();
        } else {
            // It may not have been possible before.
            self.write_local();
        }
    }

    /// Looks into `localStorage`, and shows what is to be shown then. Returns whether something else was there than before.
    pub(super) fn look(self) -> bool {
        let is_news = self.update(|inner| inner.look(self));
        self.show();
        is_news
    }

    fn with<U>(self, look: impl FnOnce(&Inner) -> U) -> U {
        self.inner.with_value(|inner| look(&inner.borrow()))
    }

    fn update<U>(self, change: impl FnOnce(&mut Inner) -> U) -> U {
        self.inner.with_value(|inner| change(&mut inner.borrow_mut()))
    }

    fn show(self) {
        let held = self.with(|inner| Rc::clone(&inner.held));
        held.borrow().show();
    }

    fn say_what_was_broken(self) {
        // Once: what is found later may be what this tab has put in its place.
        let (is_broken, is_found) = self.update(|inner| (std::mem::take(&mut inner.is_broken), inner.is_found));
        if is_broken {
            self.notices.show(if is_found { Notice::UnreadableCopy } else { self.names.unreadable });
        }
    }

    /// Writes what is shown to `localStorage`, where it is not there yet.
    fn write_local(self) {
        self.update(|inner| inner.write_local(false));
    }

    /// Writes what is shown to the journal, and then once more if it has changed meanwhile.
    fn write_journal(self) {
        if self.with(|inner| inner.read_only) {
            return self.settle(Ok(()));
        }
        self.saving.set(self.names.record, Saved::NotYet);
        if self.with(|inner| inner.writing) {
            return self.update(|inner| inner.again = true);
        }
        self.update(|inner| inner.writing = true);
        spawn_local(async move {
            loop {
                self.update(|inner| inner.again = false);
                let outcome = self.exchange().await;
                // The app may have been taken down meanwhile, and nobody looks any more.
                if self.inner.is_disposed() {
                    return;
                }
                self.show();
                self.say_what_was_broken();
                // What another tab has written meanwhile may not be in the journal yet. Where there is no journal it never will.
                let is_news = self.look() && outcome.is_ok();
                let is_done = self.with(|inner| {
                    let is_pending = inner.held.borrow().is_pending();
                    // What a later version has written meanwhile is left alone, however often it is tried.
                    inner.read_only || !is_news && !inner.again && (outcome.is_err() || !is_pending)
                });
                if is_done {
                    self.update(|inner| {
                        inner.write_local(outcome.is_ok());
                        inner.writing = false;
                    });
                    return self.settle(outcome);
                }
            }
        });
    }

    /// One transaction: what is there is taken over, and what is shown then is put there.
    async fn exchange(self) -> Result<(), NotKept> {
        let (journal, name) = self.with(|inner| (inner.place.journal.clone(), inner.name.clone()));
        // What was changed is written also where the app is taken down meanwhile.
        let inner = self.inner.get_value();
        let mut written = (0, 0);
        let decide = |found: Option<String>| inner.borrow_mut().decide(found.as_deref(), self, &mut written);
        let outcome = journal.exchange(&name, decide).await;
        if outcome == Err(NotKept::Refused) && inner.borrow().is_deleted() {
            // There is no room even for word of it. To remove what is there takes none.
            let remove = |found: Option<String>| {
                inner.borrow_mut().meet(found.as_deref(), Store::Journal, self);
                if inner.borrow().is_deleted() { vec![(name.clone(), None)] } else { Vec::new() }
            };
            // Where that is not possible either, it is not saved.
            let _ = journal.exchange(&name, remove).await;
        }
        let inner = &mut *inner.borrow_mut();
        inner.is_alone = outcome == Err(NotKept::Unavailable);
        match outcome {
            Ok(()) => {
                inner.held.borrow_mut().confirm();
                inner.aside.drain(..written.0);
                inner.attached.drain(..written.1);
            }
            Err(_) => {
                inner.is_informed = true;
                // Where there is no journal to ask, what somebody else has removed was deleted.
                if std::mem::take(&mut inner.is_gone) {
                    inner.held.borrow_mut().believe_erased();
                }
            }
        }
        outcome
    }

    /// Says what came of writing, by what the journal and `localStorage` have said.
    fn settle(self, journal: Result<(), NotKept>) {
        let saved = self.with(|inner| match (journal, inner.local) {
            _ if inner.read_only => Saved::No(Reason::Newer),
            (Ok(()), _) if inner.held.borrow().is_blank() => Saved::Nothing,
            (Err(_), Ok(())) if inner.held.borrow().is_new() => Saved::Nothing,
            (Ok(()), _) => Saved::Yes,
            (Err(_), Ok(())) => Saved::Soon,
            (Err(journal), Err(local)) => Saved::No(Reason::from(journal).max(Reason::from(local))),
        });
        if saved == Saved::Soon {
            // Without a journal, what is in `localStorage` is what there is. Word of a deletion stays there: a journal that can be opened some other time may
            // hold what was deleted.
            self.update(|inner| {
                inner.held.borrow_mut().begin();
                inner.held.borrow_mut().confirm();
            });
        }
        self.saving.set(self.names.record, saved);
        self.notices.show_if(self.saving.is_any(Saved::No(Reason::Blocked)), Notice::Blocked);
        self.notices.show_if(self.saving.is_any(Saved::No(Reason::Full)), Notice::Full);
    }
}

impl Inner {
    /// Takes over what a store holds. Returns whether the store has to be written.
    fn meet(&mut self, text: Option<&str>, store: Store, keeper: Keeper) -> bool {
        let Met { what, is_behind, other } = self.held.borrow_mut().meet(text, store);
        match what {
            What::Nothing => {}
            What::Record => self.is_found = true,
            What::Newer => {
                self.read_only = true;
                keeper.notices.show(keeper.names.newer);
            }
            What::Broken => {
                self.is_broken = true;
                self.set_aside(text.unwrap_or_default().to_owned());
            }
        }
        if let Some(other) = other {
            self.set_aside(other);
            keeper.notices.show(Notice::TwoCopies);
        }
        is_behind && !self.read_only
    }

    /// Whether there was something and nothing of it is to be left.
    fn is_deleted(&self) -> bool {
        let held = self.held.borrow();
        held.is_blank() && !held.is_new() && !self.read_only && self.aside.is_empty()
    }

    fn look(&mut self, keeper: Keeper) -> bool {
        // A store that cannot be read says nothing, also not that something was deleted.
        let Ok(text) = self.place.local.read(&self.name) else { return false };
        // What this tab has written itself is no news.
        let is_news = text != self.seen;
        if is_news {
            self.is_gone |= text.is_none() && !self.held.borrow().is_blank();
            self.seen.clone_from(&text);
            let store = if self.is_alone { Store::Journal } else { Store::Local };
            self.meet(text.as_deref(), store, keeper);
        }
        is_news
    }

    fn write_local(&mut self, is_confirmed: bool) {
        // Where nothing is there, nothing has to be told of a record that is blank.
        let is_bare = self.seen.is_none() && self.held.borrow().is_blank();
        let text = self.held.borrow().text().filter(|_| !is_bare);
        // What stands there and cannot be read stays until there is something to put in its place.
        let is_new = text.is_none() && self.held.borrow().is_new();
        // Word that it was deleted is of another tab, which removes it when it is confirmed.
        let is_word = || self.seen.as_deref().is_some_and(|text| head(text).is_ok_and(|head| head.erased));
        let waits = self.is_gone || !self.is_informed || text.is_none() && !is_confirmed && is_word();
        if self.read_only || is_new || waits || text == self.seen {
            return;
        }
        let local = &self.place.local;
        // It is under another name first. If there is no room for that, nothing takes its place.
        let is_safe = self.aside.iter().all(|(name, text)| {
            local.read(name).as_ref() == Ok(&Some(text.clone())) || local.write(name, text).is_ok()
        });
        self.local = match &text {
            _ if !is_safe => Err(NotKept::Refused),
            Some(text) => local.write(&self.name, text),
            None => local.remove(&self.name),
        };
        if self.local.is_ok() {
            self.seen = text;
        }
    }

    fn set_aside(&mut self, text: String) {
        let backup = (backup_name(&self.name, &text), text);
        if !self.aside.contains(&backup) {
            self.aside.push(backup);
        }
    }

    /// What the journal is to hold instead of what it does. `written` counts the texts that are set aside or attached.
    fn decide(&mut self, found: Option<&str>, keeper: Keeper, written: &mut (usize, usize)) -> Vec<Write> {
        self.look(keeper);
        self.meet(found, Store::Journal, keeper);
        self.is_informed = true;
        self.is_gone = false;
        self.write_local(false);
        let is_behind = self.meet(found, Store::Journal, keeper);
        if self.read_only {
            return Vec::new();
        }
        let text = self.held.borrow_mut().begin();
        let record = is_behind.then(|| (self.name.clone(), Some(text)));
        *written = (self.aside.len(), self.attached.len());
        let texts = self.aside.iter().chain(&self.attached).cloned();
        texts.map(|(name, text)| (name, Some(text))).chain(record).collect()
    }
}
