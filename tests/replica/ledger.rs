//! What was done and what of it was called saved; and from that, what a record may hold.

use crate::kinds::{Facts, Kind};
use career_quiz::quiz::record::Record;
use std::collections::BTreeSet;

/// Something that was done.
#[derive(Clone, Debug)]
struct Deed<C> {
    change: C,
    /// What had been done when it was: by the same tab, or by any and called saved.
    after: BTreeSet<usize>,
    /// Whether it was called saved.
    is_saved: bool,
}

/// All that was done, on top of what there was.
#[derive(Debug)]
pub struct Ledger<K: Kind> {
    start: K::Record,
    deeds: Vec<Deed<<K::Record as Record>::Change>>,
}

impl<K: Kind> Clone for Ledger<K> {
    fn clone(&self) -> Self {
        Self { start: self.start.clone(), deeds: self.deeds.clone() }
    }
}

/// A value that something was given by a deed, or that it had at the start.
struct Given {
    by: Option<usize>,
    value: Option<String>,
}

impl<K: Kind> Ledger<K> {
    pub fn new(start: K::Record) -> Self {
        Self { start, deeds: Vec::new() }
    }

    /// Takes note of what a tab does that has done `mine` before. Returns the number of the deed.
    pub fn add(&mut self, change: <K::Record as Record>::Change, mine: &[usize]) -> usize {
        let saved = (0..self.deeds.len()).filter(|at| self.deeds[*at].is_saved);
        let after = saved.chain(mine.iter().copied()).collect();
        self.deeds.push(Deed { change, after, is_saved: false });
        self.deeds.len() - 1
    }

    pub fn save(&mut self, deeds: &[usize]) {
        deeds.iter().for_each(|deed| self.deeds[*deed].is_saved = true);
    }

    /// What is wrong with a record: something in it that is not as it was left by a deed that nothing later, called saved, took the place of.
    /// What is in a record that was set aside is not lost either.
    pub fn faults(&self, record: &K::Record, aside: &[K::Record]) -> Vec<String> {
        let facts = K::facts(record);
        let aside: Vec<Facts> = aside.iter().map(K::facts).collect();
        let mut keys: BTreeSet<String> = facts.keys().cloned().collect();
        keys.extend(K::facts(&self.start).into_keys());
        for deed in &self.deeds {
            keys.extend(K::writes(&deed.change, &BTreeSet::new()).into_iter().map(|(key, _)| key));
        }
        let mut faults = Vec::new();
        for key in keys.iter().filter(|key| K::counts(key, &facts)) {
            let value = facts.get(key).cloned();
            let given = self.given(key, &keys);
            let stands = |one: &&Given| !given.iter().any(|other| self.replaces(other, one));
            let has =
                |one: &Given| one.value == value || aside.iter().any(|facts| facts.get(key) == one.value.as_ref());
            if !given.iter().filter(stands).any(has) {
                faults.push(format!("{key} is {value:?}"));
            }
        }
        faults
    }

    /// All values that a key was ever given.
    fn given(&self, key: &str, keys: &BTreeSet<String>) -> Vec<Given> {
        let mut given = vec![Given { by: None, value: K::facts(&self.start).get(key).cloned() }];
        for (by, deed) in self.deeds.iter().enumerate() {
            let writes = K::writes(&deed.change, keys).into_iter().filter(|(written, _)| written == key);
            given.extend(writes.map(|(_, value)| Given { by: Some(by), value }));
        }
        given
    }

    /// Whether a value took the place of an earlier one for good. Bringing back takes the place of nothing but a deletion.
    fn replaces(&self, later: &Given, earlier: &Given) -> bool {
        let Some(deed) = later.by.map(|by| &self.deeds[by]) else { return false };
        deed.is_saved
            && earlier.by.is_none_or(|by| deed.after.contains(&by))
            && (earlier.value.is_none() || !K::brings_back(&deed.change))
    }
}
