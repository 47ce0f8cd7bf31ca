//! Things by their names, in a list in the order of the names.
//!
//! A `BTreeMap` does the same, and is 7 KB of wasm for each kind of thing (before `wasm-opt`). Here are a few hundred at most that come mostly in order,
//! or a thousand answers.

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// Things by their names. No name is there twice.
#[derive(Clone, Debug, PartialEq)]
pub struct ByName<T>(Vec<(String, T)>);

impl<T> Default for ByName<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByName<T> {
    fn place(&self, name: &str) -> Result<usize, usize> {
        // What comes in order goes to the end.
        if self.0.last().is_none_or(|(last, _)| last.as_str() < name) {
            return Err(self.0.len());
        }
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    /// What has this name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.place(name).ok().map(|at| &self.0[at].1)
    }

    /// Puts something there, and returns what had the name before.
    pub fn insert(&mut self, name: String, thing: T) -> Option<T> {
        match self.place(&name) {
            Ok(at) => Some(std::mem::replace(&mut self.0[at].1, thing)),
            Err(at) => {
                self.0.insert(at, (name, thing));
                None
            }
        }
    }

    /// Takes away what has this name.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        self.place(name).ok().map(|at| self.0.remove(at).1)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, thing)| (name.as_str(), thing))
    }
}

impl<T> FromIterator<(String, T)> for ByName<T> {
    /// Of two with the same name the later one is kept.
    fn from_iter<I: IntoIterator<Item = (String, T)>>(all: I) -> Self {
        let mut by_name = Self::default();
        for (name, thing) in all {
            by_name.insert(name, thing);
        }
        by_name
    }
}

impl<T: Serialize> Serialize for ByName<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByName<T> {
    /// Of two with the same name the later one is kept.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }
}

struct MapVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for MapVisitor<T> {
    type Value = ByName<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ByName<T>, A::Error> {
        let mut by_name = ByName::default();
        while let Some((name, thing)) = map.next_entry()? {
            by_name.insert(name, thing);
        }
        Ok(by_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_does_what_a_map_does_whatever_comes_in_whatever_order() {
        let mut map = BTreeMap::new();
        let mut by_name = ByName::default();
        // All names of one letter, in an order that is none, some of them twice.
        for step in 0..60_u32 {
            let name = char::from(b'a' + (step * 7 % 26) as u8).to_string();
            if step % 5 == 4 {
                assert_eq!(by_name.remove(&name), map.remove(&name));
            } else {
                assert_eq!(by_name.insert(name.clone(), step), map.insert(name.clone(), step));
            }
            assert_eq!(by_name.get(&name), map.get(&name));
            assert!(by_name.iter().eq(map.iter().map(|(name, thing)| (name.as_str(), thing))));
            assert_eq!((by_name.len(), by_name.is_empty()), (map.len(), map.is_empty()));
        }
        assert!(by_name.len() > 10);
        let text = serde_json::to_string(&by_name).expect("it can be written");
        assert_eq!(text, serde_json::to_string(&map).expect("it can be written"));
        assert_eq!(serde_json::from_str::<ByName<u32>>(&text).expect("it can be read"), by_name);
        assert!(serde_json::from_str::<ByName<u32>>("[1]").is_err_and(|error| error.to_string().contains("a map")));
    }
}
