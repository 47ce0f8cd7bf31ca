//! What is kept in this browser in `localStorage`: there at once when a page opens, but late on the disk.
//!
//! Everything stands under keys of the form `career-quiz.<folder>.<name>`, so that the quiz served from two folders of a site
//! does not get at each other's records.

use gloo_storage::{LocalStorage, Storage as _};

/// What of a folder is kept in `localStorage`.
#[derive(Clone, Debug, PartialEq)]
pub struct Storage {
    prefix: String,
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
        Self { prefix: format!("career-quiz.{folder}.") }
    }

    /// Whether the browser lets us keep anything.
    pub fn is_available(&self) -> bool {
        store().is_ok()
    }

    /// The text under a name, just as it is stored.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read, as where it was blocked since. What is in it is not known then.
    pub fn read(&self, name: &str) -> Result<Option<String>, NotKept> {
        store()?.get_item(&self.key(name)).map_err(|_| NotKept::Unavailable)
    }

    /// Keeps a text under a name, in place of what was there.
    ///
    /// # Errors
    ///
    /// Where it is not kept. What was there before stays then.
    pub fn write(&self, name: &str, text: &str) -> Result<(), NotKept> {
        store()?.set_item(&self.key(name), text).map_err(|_| NotKept::Refused)
    }

    /// Removes what is under a name.
    ///
    /// # Errors
    ///
    /// Where there is no store. There is nothing to remove then.
    pub fn remove(&self, name: &str) -> Result<(), NotKept> {
        store()?.remove_item(&self.key(name)).map_err(|_| NotKept::Refused)
    }

    /// The names of all that is kept here, in no particular order. Keys of anybody else are not among them.
    pub fn names(&self) -> Vec<String> {
        let Ok(store) = store() else { return Vec::new() };
        let keys = (0..store.length().unwrap_or(0)).filter_map(|at| store.key(at).ok().flatten());
        keys.filter_map(|key| key.strip_prefix(&self.prefix).map(str::to_owned)).collect()
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

/// The store. Every helper of gloo-storage panics where storage is blocked (the getter throws) or missing (it is null), so this is found
/// out first, without it, each time: a person may change it while the page is open.
fn store() -> Result<web_sys::Storage, NotKept> {
    let is_there = super::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))));
    if is_there { Ok(LocalStorage::raw()) } else { Err(NotKept::Unavailable) }
}
