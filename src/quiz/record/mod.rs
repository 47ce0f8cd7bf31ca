//! What is kept in the browser: the progress of a quiz, finished results, and what a person has set.
//!
//! Each is a record: JSON with a version of its format and a revision, which counts its changes. A record is kept in two
//! stores and may be open in several tabs, so what happens to it is a [`Record::Change`]: a change can be applied once more, on top
//! of what somebody else has kept meanwhile.
//!
//! | module | what it is |
//! |---|---|
//! | [`progress`], [`library`], [`settings`] | the three records, and what can happen to each |
//! | [`names`] | what texts are called in the stores |
//! | [`stored`] | what a store holds under a record's name, from text and back |
//! | [`mod@write`] | which write a text comes from, and on which one it was based |
//! | [`replica`] | one tab's copy of a record: what is kept, and the changes that are not yet |

pub mod library;
pub mod names;
pub mod progress;
pub mod replica;
pub mod settings;
pub mod stored;
pub mod write;

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use write::Write;

/// The last revision there can be: the largest number that a program in JavaScript, too, can count to. A text that says it is of a later one is damaged.
pub const LAST_REVISION: u64 = (1 << 53) - 1;

/// The revision after another.
pub fn after(revision: u64) -> u64 {
    (revision + 1).min(LAST_REVISION)
}

/// Something that is kept, in one piece.
pub trait Record: Clone + Debug + PartialEq + Serialize + DeserializeOwned {
    /// The version of the format that this program writes. Every version from 1 to this one can be read.
    const VERSION: u32;

    /// The fields of the record, and of the objects in its lists: as much as is taken over of a later version.
    const FIELDS: &[&str];

    /// Something that can happen to the record.
    type Change: Clone + Debug;

    /// Counts the changes, from 0.
    fn revision(&self) -> u64;

    /// The same at another revision, in the format of this program.
    fn at_revision(self, revision: u64) -> Self;

    /// The write it comes from. None of a record from before writes were named, or that nobody has written yet.
    fn write(&self) -> Option<Write>;

    /// The same from another write.
    fn written(self, write: Option<Write>) -> Self;

    /// Applies a change. Counts the revision up, unless nothing came of it. Applying once more what was applied changes
    /// nothing that counts.
    fn apply(&mut self, change: &Self::Change);

    /// Whether there is nothing in it that a person would miss.
    fn is_blank(&self) -> bool;

    /// Takes over what `other` has and this has not, where neither was made in knowledge of the other and neither is blank. Returns whether that is all there is to
    /// `other`; if not, it has to be kept by itself.
    fn join(&mut self, other: &Self) -> bool;

    /// The same where somebody may have been told that this is saved, and nobody that `other` is.
    fn absorb(&mut self, other: &Self) -> bool {
        self.join(other)
    }
}
