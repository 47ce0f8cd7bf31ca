//! What is kept in this browser, in `localStorage`.
//!
//! Everything stands under keys of the form `career-quiz.<folder>.<quiz>.<name>`, so that two quizzes, or one
//! quiz served from two folders of a site, do not get at each other's records. The settings, which are no quiz's, stand
//! under `career-quiz.<folder>.settings`.

use gloo_storage::{LocalStorage, Storage as _};
use serde::Serialize;

/// The place where the records of one quiz, or of one folder, are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Storage {
    prefix: String,
    available: bool,
}

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The browser has no storage for this page, or does not let it be used.
    Unavailable,
    /// The browser refused this write, as it does when the storage is full. What was kept before is as it was.
    Refused,
}

impl Storage {
    /// The place for a quiz, served from a folder.
    pub fn open(folder: &str, quiz: &str) -> Self {
        Self { prefix: format!("career-quiz.{folder}.{quiz}"), available: is_available() }
    }

    /// The place for what belongs to no quiz, but to everything served from a folder.
    pub fn of_folder(folder: &str) -> Self {
        Self { prefix: format!("career-quiz.{folder}"), available: is_available() }
    }

    /// Whether the browser lets us keep anything.
    pub fn is_available(&self) -> bool {
        self.available
    }

    /// The text of a record, just as it is stored.
    pub fn read(&self, name: &str) -> Option<String> {
        if !self.available {
            return None;
        }
        LocalStorage::raw().get_item(&self.key(name)).ok().flatten()
    }

    /// Keeps a record as JSON, in place of what was there.
    ///
    /// # Errors
    ///
    /// Where it is not kept. What was there before stays then.
    pub fn write<T: Serialize>(&self, name: &str, record: &T) -> Result<(), NotKept> {
        if !self.available {
            return Err(NotKept::Unavailable);
        }
        LocalStorage::set(self.key(name), record).map_err(|_| NotKept::Refused)
    }

    /// Keeps a copy of a record that could not be read, byte for byte, under a key of its own.
    ///
    /// # Errors
    ///
    /// Where the copy is not kept. Then the record must not be overwritten.
    pub fn set_aside(&self, name: &str) -> Result<(), NotKept> {
        let Some(text) = self.read(name) else { return Ok(()) };
        // Under the first name that is free, or that holds this very text already.
        for number in 1..100 {
            let backup = format!("{name}.unreadable-{number}");
            match self.read(&backup) {
                Some(kept) if kept == text => return Ok(()),
                Some(_) => {}
                None => {
                    let kept = LocalStorage::raw().set_item(&self.key(&backup), &text);
                    return kept.map_err(|_| NotKept::Refused);
                }
            }
        }
        Err(NotKept::Refused)
    }

    fn key(&self, name: &str) -> String {
        format!("{}.{name}", self.prefix)
    }
}

/// Every helper of gloo-storage panics where storage is blocked (the getter throws) or missing (it is
/// null), so this is found out first, once, without it.
fn is_available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
