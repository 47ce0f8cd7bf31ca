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
}

impl Keeper {
    /// A place for the record called `name`.
    pub fn new(storage: Storage, name: &'static str, notices: Notices) -> Self {
        Self { storage: StoredValue::new(storage), name, writable: StoredValue::new(true), notices }
    }

    /// Reads the record. Where it cannot be taken over, the reason is shown and nothing is lost: a damaged one is
    /// set aside before anything else is written, and one that cannot be set aside, or that a later version
    /// wrote, is never overwritten.
    pub fn load<T: DeserializeOwned>(self, unreadable: Notice) -> Option<T> {
        let storage = self.storage.get_value();
        if !storage.is_available() {
            self.notices.show(Notice::Blocked);
        }
        match read(&storage.read(self.name)?) {
            Ok(record) => Some(record),
            Err(Unread::Newer(_)) => {
                self.writable.set_value(false);
                self.notices.show(Notice::Newer);
                None
            }
            Err(Unread::Broken(_)) => {
                let set_aside = storage.set_aside(self.name);
                self.writable.set_value(set_aside.is_ok());
                self.notices.show(unreadable);
                self.notices.show_outcome(set_aside);
                None
            }
        }
    }

    /// The record as it is stored now, if it can be read: another tab may have written it since.
    pub fn peek<T: DeserializeOwned>(self) -> Option<T> {
        let text = self.storage.with_value(|storage| storage.read(self.name))?;
        read(&text).ok()
    }

    /// Keeps the record, and shows it where that was not to be.
    pub fn keep<T: Serialize>(self, record: &T) {
        if self.writable.get_value() {
            self.notices.show_outcome(self.storage.with_value(|storage| storage.write(self.name, record)));
        }
    }
}
