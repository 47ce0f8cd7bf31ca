//! What somebody who keeps a record has to know of it, whatever is in it.

use crate::quiz::record::replica::Store;
use std::fmt::Debug;

/// A record as its keeper sees it.
pub(super) trait Held: Debug {
    /// Takes over what a store holds, where that is newer.
    fn meet(&mut self, text: Option<&str>, store: Store) -> Met;
    /// Takes for granted that it was deleted.
    fn believe_erased(&mut self);
    /// What `localStorage` is to hold: of a record that is deleted, word of that until it is confirmed, and then nothing.
    fn text(&self) -> Option<String>;
    /// Whether there is nothing in it.
    fn is_blank(&self) -> bool;
    /// Whether nothing was ever changed.
    fn is_new(&self) -> bool;
    /// What the journal is to hold. It is being written from now on.
    fn begin(&mut self) -> String;
    /// Takes note that what was being written is there.
    fn confirm(&mut self);
    /// Whether anything has been changed that is not confirmed.
    fn is_pending(&self) -> bool;
    /// Shows it as it is.
    fn show(&self);
}

/// What came of looking into a store.
#[derive(Debug)]
pub(super) struct Met {
    /// What was there.
    pub what: What,
    /// Whether the store has to be written.
    pub is_behind: bool,
    /// The text of another record, made without knowing of this one, which has to be kept by itself.
    pub other: Option<String>,
}

/// What a store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Nothing.
    Nothing,
    /// A record, or word that it was deleted.
    Record,
    /// What a later version has written.
    Newer,
    /// What cannot be read.
    Broken,
}
