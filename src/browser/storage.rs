//! What is kept in this browser in `localStorage`: there at once when a page opens, but late on the disk.
//!
//! Everything stands under keys of the form `career-quiz.<folder>.<name>`, so that the quiz served from two folders of a site
//! does not get at each other's records.

use crate::quiz::fingerprint::name_of;
use gloo_storage::{LocalStorage, Storage as _};

/// What of a folder is kept in `localStorage`.
#[derive(Clone, Debug, PartialEq)]
pub struct Storage {
    prefix: String,
    available: bool,
}

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The browser has no such store for this page, or does not let it be used.
    Unavailable,
    /// The browser refused this write, as it does when the store is full. What was kept before is as it was.
    Refused,
}

impl Storage {
    /// The place for everything that is served from a folder.
    pub fn of(folder: &str) -> Self {
        Self { prefix: format!("career-quiz.{folder}."), available: is_available() }
    }

    /// Whether the browser lets us keep anything.
    pub fn is_available(&self) -> bool {
        self.available
    }

    /// The text under a name, just as it is stored.
    pub fn read(&self, name: &str) -> Option<String> {
        if !self.available {
            return None;
        }
        LocalStorage::raw().get_item(&self.key(name)).ok().flatten()
    }

    /// Keeps a text under a name, in place of what was there.
    ///
    /// # Errors
    ///
    /// Where it is not kept. What was there before stays then.
    pub fn write(&self, name: &str, text: &str) -> Result<(), NotKept> {
        if !self.available {
            return Err(NotKept::Unavailable);
        }
        LocalStorage::raw().set_item(&self.key(name), text).map_err(|_| NotKept::Refused)
    }

    /// Removes what is under a name.
    ///
    /// # Errors
    ///
    /// Where there is no store. There is nothing to remove then.
    pub fn remove(&self, name: &str) -> Result<(), NotKept> {
        if !self.available {
            return Err(NotKept::Unavailable);
        }
        LocalStorage::raw().remove_item(&self.key(name)).map_err(|_| NotKept::Refused)
    }

    /// The names of all that is kept here, in no particular order. Keys of anybody else are not among them.
    pub fn names(&self) -> Vec<String> {
        if !self.available {
            return Vec::new();
        }
        let storage = LocalStorage::raw();
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
        keys.filter_map(|key| key.strip_prefix(&self.prefix).map(str::to_owned)).collect()
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

/// The name under which a text that must not be lost is kept when something else takes the name it was under. Each text has its own, so no
/// such text ever takes the place of another, and none is kept twice.
pub fn backup_name(name: &str, text: &str) -> String {
    format!("{name}{BACKUP}{}", name_of(text))
}

/// Whether a name is that of such a text.
pub fn is_backup(name: &str) -> bool {
    name.contains(BACKUP)
}

const BACKUP: &str = ".unreadable-";

/// Every helper of gloo-storage panics where storage is blocked (the getter throws) or missing (it is
/// null), so this is found out first, once, without it.
fn is_available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
