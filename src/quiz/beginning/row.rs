//! A list whose entries are told by their places.

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::vec::IntoIter;

/// What can stand in a place.
#[derive(Default)]
pub(super) enum Entry {
    #[default]
    Nothing,
    Text(String),
    Number(f64),
    List(Vec<Entry>),
}

/// What is left of a list, of which one entry after another is taken. Where it ends there is nothing, as often as it is asked.
pub(super) struct Row {
    entries: IntoIter<Entry>,
    /// Whether something else stood in a place than what belongs there.
    is_other: bool,
}

impl Row {
    /// What `read` makes of an entry that is a list, unless something else stands there, or more.
    pub(super) fn of<T>(entry: Entry, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let mut around = Self { entries: vec![entry].into_iter(), is_other: false };
        let read = around.row(read);
        (!around.is_other).then_some(read)
    }

    /// A text; an empty one where there is nothing.
    pub(super) fn text(&mut self) -> String {
        self.some_text().unwrap_or_default()
    }

    /// A text, where there is one.
    pub(super) fn some_text(&mut self) -> Option<String> {
        match self.next() {
            Entry::Text(text) => Some(text),
            other => self.is_nothing(&other),
        }
    }

    /// A number; 0 where there is nothing.
    pub(super) fn number(&mut self) -> f64 {
        self.some_number().unwrap_or_default()
    }

    /// A number, where there is one.
    pub(super) fn some_number(&mut self) -> Option<f64> {
        match self.next() {
            Entry::Number(number) => Some(number),
            other => self.is_nothing(&other),
        }
    }

    /// Whether something is so, which a 1 says.
    pub(super) fn is_so(&mut self) -> bool {
        self.number() == 1.0
    }

    /// Texts; none where there is nothing.
    pub(super) fn texts(&mut self) -> Vec<String> {
        self.row(|row| (0..row.entries.len()).map(|_| row.text()).collect())
    }

    /// Lists, each as `read` reads it; none where there is nothing.
    pub(super) fn rows<T>(&mut self, read: fn(&mut Self) -> T) -> Vec<T> {
        self.row(|row| (0..row.entries.len()).map(|_| row.row(read)).collect())
    }

    /// A list as `read` reads it to its end, which has nothing in it where there is none.
    pub(super) fn row<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let mut row = Self { entries: self.list(), is_other: false };
        let read = read(&mut row);
        self.is_other |= row.is_other || row.entries.len() > 0;
        read
    }

    fn list(&mut self) -> IntoIter<Entry> {
        match self.next() {
            Entry::List(entries) => entries,
            other => self.is_nothing(&other).unwrap_or_default(),
        }
        .into_iter()
    }

    fn next(&mut self) -> Entry {
        self.entries.next().unwrap_or_default()
    }

    fn is_nothing<T>(&mut self, entry: &Entry) -> Option<T> {
        self.is_other |= !matches!(entry, Entry::Nothing);
        None
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyEntry)
    }
}

struct AnyEntry;

impl<'de> Visitor<'de> for AnyEntry {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number or a list")
    }

    fn visit_unit<E: Error>(self) -> Result<Entry, E> {
        Ok(Entry::Nothing)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Entry, E> {
        Ok(Entry::Text(text.to_owned()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Entry, E> {
        Ok(Entry::Number(number as f64))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Entry, E> {
        Ok(Entry::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Entry, E> {
        Ok(Entry::Number(number))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Entry, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            entries.push(entry);
        }
        Ok(Entry::List(entries))
    }
}

/// A list of these, without the nothing at its end; nothing where that is all there is.
pub(super) fn row_of(entries: impl IntoIterator<Item = Value>) -> Value {
    let mut entries: Vec<Value> = entries.into_iter().collect();
    while entries.last().is_some_and(Value::is_null) {
        entries.pop();
    }
    if entries.is_empty() { Value::Null } else { entries.into() }
}

/// What says that something is so.
pub(super) fn so(is_so: bool) -> Value {
    if is_so { 1.into() } else { Value::Null }
}
