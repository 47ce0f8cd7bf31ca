//! Where a record is kept, and how it gets there and back.

use super::notices::{Notice, Notices};
use crate::browser::storage::Storage;
use crate::quiz::record::{Unread, read};
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Where a record is kept, and whether it may be written.
#[derive(Clone, Copy, Debug)]
pub struct Keeper {
    storage: StoredValue<Storage>,
    name: &'static str,
    writable: StoredValue<bool>,
    notices: Notices,
    /// What is said of a record that a later version wrote.
    newer: Notice,
}

impl Keeper {
    /// A place for the record called `name`.
    pub fn new(storage: Storage, name: &'static str, notices: Notices) -> Self {
        Self {
            storage: StoredValue::new(storage),
            name,
            writable: StoredValue::new(true),
            notices,
            newer: Notice::Newer,
        }
    }

    /// The same, with something else to say of a record that a later version wrote.
    pub fn saying_of_newer(self, newer: Notice) -> Self {
        Self { newer, ..self }
    }

    /// Reads the record. Where it cannot be taken over, the reason is shown and nothing is lost.
    pub fn load<T: DeserializeOwned>(self, unreadable: Notice) -> Option<T> {
        let storage = self.storage.get_value();
        if !storage.is_available() {
            self.notices.show(Notice::Blocked);
        }
        let unread = match read(&storage.read(self.name)?) {
            Ok(record) => return Some(record),
            Err(unread) => unread,
        };
        if matches!(unread, Unread::Broken(_)) {
            self.notices.show(unreadable);
        }
        self.protect(&unread);
        None
    }

    /// The record as it is stored now, if it can be read: another tab may have written it since.
    pub fn peek<T: DeserializeOwned>(self) -> Option<T> {
        let text = self.storage.with_value(|storage| storage.read(self.name))?;
        read(&text).ok()
    }

    /// Keeps the record, and shows it where that was not to be. What stands there is looked at first: another tab,
    /// of a later version perhaps, may have written it since.
    pub fn keep<T: Serialize + DeserializeOwned>(self, record: &T) {
        let stored = self.storage.with_value(|storage| storage.read(self.name));
        if let Some(Err(unread)) = stored.map(|text| read::<T>(&text)) {
            self.protect(&unread);
        }
        if self.writable.get_value() {
            self.notices.show_outcome(self.storage.with_value(|storage| storage.write(self.name, record)));
        }
    }

    /// Sees to it that a record which cannot be taken over is not lost: a damaged one is set aside before anything
    /// else is written, and one that cannot be set aside, or that a later version wrote, is never overwritten.
    fn protect(self, unread: &Unread) {
        match unread {
            Unread::Newer(_) => {
                self.writable.set_value(false);
                self.notices.show(self.newer);
            }
            Unread::Broken(_) => {
                let set_aside = self.storage.with_value(|storage| storage.set_aside(self.name));
                self.writable.set_value(set_aside.is_ok());
                self.notices.show_outcome(set_aside);
            }
        }
    }
}
