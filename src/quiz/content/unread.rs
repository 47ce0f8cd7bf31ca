use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::ops::Deref;
use std::slice::Iter;
use std::sync::OnceLock;

/// A list in a content that is read when it is first used.
///
/// A visit begins with questions alone. What reads all else is larger than what reads them, and in a release it comes with the pages
/// that show it (`src/later.rs`); so nothing that is there at the start may look into one of these.
#[derive(Clone, Debug)]
pub struct Unread<T> {
    text: Box<RawValue>,
    /// Its text where it was left out at first.
    filled: OnceLock<Box<RawValue>>,
    list: OnceLock<Vec<T>>,
}

impl<T> Unread<T> {
    /// One that is not there yet.
    pub(in crate::quiz) fn left_out() -> Self {
        Self { list: OnceLock::new(), ..Self::default() }
    }

    /// Gives it its text, where it was left out; nothing is in it where the content has none. What has a text keeps it.
    pub(super) fn fill(&self, text: Option<Box<RawValue>>) {
        if self.text.get() == "null" {
            // Whoever comes second has the same, as it is of the same content.
            let _ = match text {
                Some(text) => self.filled.set(text).is_ok(),
                None => self.list.set(Vec::new()).is_ok(),
            };
        }
    }
}

impl<T: DeserializeOwned> Unread<T> {
    /// Reads it, unless that was done before.
    ///
    /// # Errors
    ///
    /// Where it is not what it should be. Lines and columns count from where its text begins.
    pub(super) fn read(&self) -> serde_json::Result<&[T]> {
        if let Some(list) = self.list.get() {
            return Ok(list);
        }
        let list = serde_json::from_str(self.filled.get().unwrap_or(&self.text).get())?;
        Ok(self.list.get_or_init(|| list))
    }
}

impl<T: DeserializeOwned> Deref for Unread<T> {
    type Target = [T];

    /// # Panics
    ///
    /// Where it cannot be read: `content::parse` reads all of it, and what is proven has been through that; or where the content was read without it, and it is not filled.
    fn deref(&self) -> &[T] {
        self.read().unwrap_or_else(|error| panic!("a part of a proven content cannot be read: {error}"))
    }
}

impl<'a, T: DeserializeOwned> IntoIterator for &'a Unread<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T: DeserializeOwned + PartialEq> PartialEq for Unread<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> Default for Unread<T> {
    fn default() -> Self {
        Self { text: RawValue::NULL.to_owned(), filled: OnceLock::new(), list: OnceLock::from(Vec::new()) }
    }
}

impl<'de, T> Deserialize<'de> for Unread<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { text: Box::deserialize(deserializer)?, filled: OnceLock::new(), list: OnceLock::new() })
    }
}
