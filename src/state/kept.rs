//! A record that is shown and kept.

use super::held::{Held, Met, What};
use super::keeper::{Keeper, Names};
use super::notices::Notices;
use super::place::Place;
use super::saving::Saving;
use crate::quiz::record::replica::{Replica, Store, Ticket};
use crate::quiz::record::stored::{Stored, text_of};
use crate::quiz::record::{Record, after};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// A record that is shown and kept. What it takes to keep it is the [`Keeper`]'s, which knows nothing of what is in it.
#[derive(Debug)]
pub struct Kept<T: Record + Send + Sync + 'static> {
    shown: RwSignal<T>,
    copy: StoredValue<Rc<RefCell<Copied<T>>>, LocalStorage>,
    keeper: Keeper,
}

/// This tab's copy of a record, and where it is shown.
#[derive(Debug)]
struct Copied<T: Record + Send + Sync + 'static> {
    replica: Replica<T>,
    shown: RwSignal<T>,
    /// What is being written.
    ticket: Option<Ticket<T>>,
    /// What was written last, and its text: found in a store, that need not be read.
    written: Option<(String, T)>,
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
        let shown = RwSignal::new(blank.clone());
        let replica = Replica::new(blank, place.tab);
        let copy = Rc::new(RefCell::new(Copied { replica, shown, ticket: None, written: None }));
        let keeper = Keeper::new(place, name, Rc::<RefCell<Copied<T>>>::clone(&copy), names, saving, notices);
        Self { shown, copy: StoredValue::new_local(copy), keeper }
    }

    /// The record as it is shown.
    pub fn shown(self) -> RwSignal<T> {
        self.shown
    }

    /// A copy of it, which nobody follows.
    pub fn untracked(self) -> T {
        self.shown.get_untracked()
    }

    /// What keeps it.
    pub fn keeper(self) -> Keeper {
        self.keeper
    }

    /// Makes a change, which is made from the record as it is then. None changes nothing.
    pub fn change(self, make: impl FnOnce(&T) -> Option<T::Change>) {
        self.change_with(make, Vec::new());
    }

    /// The same, with texts to be kept in the journal together with it, each under its name.
    pub fn change_with(self, make: impl FnOnce(&T) -> Option<T::Change>, attached: Vec<(String, String)>) {
        // What another tab has kept meanwhile is taken over first.
        self.keeper.look();
        let change = self.copy.with_value(|copy| make(copy.borrow().replica.shown()));
        if let Some(change) = change {
            self.copy.with_value(|copy| copy.borrow_mut().replica.change(change));
            self.keeper.keep(attached);
        }
    }
}

impl<T: Record + Send + Sync + 'static> Copied<T> {
    // A number of seventeen digits might be read a bit off (`float_roundtrip` of serde_json); nobody types one.
    fn stored(&self, text: Option<&str>) -> Stored<T> {
        match &self.written {
            Some((written, record)) if text == Some(written) => {
                debug_assert_eq!(
                    Stored::of(text),
                    Stored::Record(record.clone()),
                    "it would be read as it was written"
                );
                Stored::Record(record.clone())
            }
            _ => Stored::of(text),
        }
    }
}

impl<T: Record + Send + Sync + 'static> Held for Copied<T> {
    fn meet(&mut self, text: Option<&str>, store: Store) -> Met {
        let stored = self.stored(text);
        let what = match &stored {
            Stored::Absent => What::Nothing,
            Stored::Record(_) | Stored::Erased(..) => What::Record,
            Stored::Newer(_, record) => {
                if let Some(record) = record {
                    self.replica.show_only(record.clone());
                }
                What::Newer
            }
            Stored::Broken(_) => What::Broken,
        };
        let met = self.replica.meet(&stored, store);
        Met { what, is_behind: met.is_behind, other: met.other.as_ref().map(text_of) }
    }

    fn believe_erased(&mut self) {
        self.replica.meet(&Stored::Erased(after(self.replica.shown().revision()), None), Store::Local);
    }

    fn text(&self) -> Option<String> {
        let is_deleted = self.is_pending() && !self.is_new();
        (is_deleted || !self.is_blank()).then(|| text_of(self.replica.shown()))
    }

    fn is_blank(&self) -> bool {
        self.replica.shown().is_blank()
    }

    fn is_new(&self) -> bool {
        self.replica.shown().revision() == 0
    }

    fn begin(&mut self) -> String {
        let ticket = self.replica.ticket();
        let text = text_of(&ticket.record);
        // Of a blank one there is no more than word that it was deleted.
        self.written = (!ticket.record.is_blank()).then(|| (text.clone(), ticket.record.clone()));
        self.ticket = Some(ticket);
        text
    }

    fn confirm(&mut self) {
        if let Some(ticket) = self.ticket.take() {
            self.replica.confirm(ticket);
        }
    }

    fn is_pending(&self) -> bool {
        self.replica.pending() > 0
    }

    fn show(&self) {
        if self.shown.with_untracked(|shown| shown != self.replica.shown()) {
            self.shown.set(self.replica.shown().clone());
        }
    }
}
