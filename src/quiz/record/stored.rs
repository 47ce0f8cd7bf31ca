//! What a store holds under the name of a record, from text and back.

use super::write::{Tab, Version, Write};
use super::{LAST_REVISION, Record, after};
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::fmt;

/// What a store holds of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Stored<T> {
    /// Nothing.
    Absent,
    /// The record.
    Record(T),
    /// Word that it was deleted, at a revision, by a write.
    Erased(u64, Option<Write>),
    /// The record, written by a later version of this program. Holds as much of it as can be read.
    Newer(u32, Option<T>),
    /// Something that cannot be read. Holds what is wrong with it.
    Broken(Fault),
}

/// What is wrong with a text that should be a record, in the words of the parser, with line and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(pub String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What every version of every record has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Head {
    /// The version of the record's format.
    #[serde(deserialize_with = "version")]
    pub record_version: u32,
    /// Counts the changes to the record, from 0; 0 in a record from before they were counted.
    #[serde(default, deserialize_with = "revision")]
    pub revision: u64,
    /// Whether this is no record but word that it was deleted.
    #[serde(default)]
    pub erased: bool,
    /// The write it comes from, where it says so.
    #[serde(default, deserialize_with = "write")]
    pub write: Option<Write>,
}

impl<T: Record> Stored<T> {
    /// Reads what a store holds.
    pub fn of(text: Option<&str>) -> Self {
        text.map_or(Self::Absent, Self::read)
    }

    // Apart, as who makes a first visit has nothing that could be read (`xtask/src/page/cold`).
    #[inline(never)]
    fn read(text: &str) -> Self {
        match head(text) {
            // Later versions say it in the same way, as this one promises them.
            Ok(Head { erased: true, revision, write, .. }) => Self::Erased(revision, write),
            Ok(head) if head.record_version > T::VERSION => Self::Newer(head.record_version, newer(text)),
            Ok(_) => match serde_json::from_str::<T>(text) {
                Ok(record) => {
                    let revision = record.revision();
                    Self::Record(record.at_revision(revision))
                }
                Err(error) => Self::Broken(Fault(error.to_string())),
            },
            Err(fault) => Self::Broken(fault),
        }
    }
}

fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        0 => Err(D::Error::custom("there was never a record version 0")),
        version => Ok(version),
    }
}

fn revision<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    match u64::deserialize(deserializer)? {
        // It would win over every other store and tab, and leave no room for a change.
        revision if revision > LAST_REVISION => {
            Err(D::Error::custom(format_args!("no revision is as high as {revision}")))
        }
        revision => Ok(revision),
    }
}

/// A later version may have more to say of a write. Then none is known here.
fn write<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Write>, D::Error> {
    let text = Box::<RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(text.get()).unwrap_or_default())
}

/// Reads what every version of every record has.
///
/// # Errors
///
/// Where that is not there.
pub fn head(text: &str) -> Result<Head, Fault> {
    serde_json::from_str(text).map_err(|error| Fault(error.to_string()))
}

/// The text to keep of a record. A blank one leaves no more than word of its revision, so that nothing that was deleted
/// comes back from a store that was late to hear of it.
pub fn text_of<T: Record>(record: &T) -> String {
    match record.is_blank() {
        true => word_of_erasure(T::VERSION, record.revision(), record.write()),
        // A record is a struct of texts, numbers and lists: writing one cannot fail.
        false => serde_json::to_string(record).unwrap_or_default(),
    }
}

/// The word by which a tab takes the place of a text when it is deleted, whatever record that is, and also where it is none.
pub fn erased(text: &str, tab: Tab) -> String {
    match head(text) {
        Ok(Head { erased: true, .. }) => text.to_owned(),
        Ok(Head { record_version, revision, write, .. }) => {
            let write = Write { tab, based_on: Version::of(revision, write) };
            word_of_erasure(record_version, after(revision), Some(write))
        }
        Err(_) => word_of_erasure(1, 1, None),
    }
}

/// A text that takes the place of word that it was deleted, at the revision after that. What is no record stays as it is.
pub fn revived(text: &str, word: &str) -> String {
    let (Ok(Value::Object(mut record)), Ok(word)) = (serde_json::from_str(text), head(word)) else {
        return text.to_owned();
    };
    record.insert("revision".to_owned(), after(word.revision).into());
    record.remove("write");
    Value::Object(record).to_string()
}

fn word_of_erasure(version: u32, revision: u64, write: Option<Write>) -> String {
    // It is three numbers: writing it cannot fail.
    let write = write.and_then(|write| serde_json::to_string(&write).ok());
    let write = write.map_or(String::new(), |write| format!(r#","write":{write}"#));
    format!(r#"{{"record_version":{version},"revision":{revision},"erased":true{write}}}"#)
}

/// As much as can be read of a record of a later version: the fields that this version knows, if they are what they were.
fn newer<T: Record>(text: &str) -> Option<T> {
    let mut value: Value = serde_json::from_str(text).ok()?;
    let record = value.as_object_mut()?;
    retain_known::<T>(record);
    record.insert("record_version".to_owned(), T::VERSION.into());
    // Nothing is ever made on top of it, so nobody asks. And it may have more to say than is known here.
    record.remove("write");
    // By way of a text, as a second kind of deserializer for every type would cost more than it saves.
    let record: T = serde_json::from_str(&value.to_string()).ok()?;
    let revision = record.revision();
    Some(record.at_revision(revision))
}

fn retain_known<T: Record>(object: &mut Map<String, Value>) {
    object.retain(|field, _| T::FIELDS.contains(&field.as_str()));
    for item in object.values_mut().filter_map(Value::as_array_mut).flatten() {
        if let Some(item) = item.as_object_mut() {
            item.retain(|field, _| T::FIELDS.contains(&field.as_str()));
        }
    }
}
