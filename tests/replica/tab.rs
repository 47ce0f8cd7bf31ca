//! What a tab does, as `src/state/keeper.rs` does it.

use crate::kinds::{Act, Kind};
use crate::world::{Shelf, Text, World};
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::replica::{Replica, Store, Ticket};
use career_quiz::quiz::record::stored::{Stored, head, text_of};
use serde_json::Value;

#[derive(Debug)]
pub enum Phase<T> {
    Idle,
    Asked,
    Decided(Ticket<T>, Shelf, usize),
    Committed(Ticket<T>, usize),
}

#[derive(Debug)]
pub struct Tab<K: Kind> {
    pub replica: Replica<K::Record>,
    /// How much of what happened to `localStorage` this tab can see.
    pub view: usize,
    pub seen: Option<Text>,
    pub aside: Vec<Text>,
    pub phase: Phase<K::Record>,
    pub again: bool,
    pub is_gone: bool,
    /// Whether it knows what is in the journal, or has known.
    pub is_informed: bool,
    /// Whether it is yet to hear that another tab has written.
    pub is_behind: bool,
    /// What was done here, and how to take the last of it back.
    pub deeds: Vec<usize>,
    pub undo: Option<<K::Record as Record>::Change>,
}

impl<T: Clone> Clone for Phase<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Idle => Self::Idle,
            Self::Asked => Self::Asked,
            Self::Decided(ticket, shelf, aside) => Self::Decided(ticket.clone(), shelf.clone(), *aside),
            Self::Committed(ticket, aside) => Self::Committed(ticket.clone(), *aside),
        }
    }
}

impl<K: Kind> Clone for Tab<K> {
    fn clone(&self) -> Self {
        Self {
            replica: self.replica.clone(),
            seen: self.seen.clone(),
            aside: self.aside.clone(),
            phase: self.phase.clone(),
            deeds: self.deeds.clone(),
            undo: self.undo.clone(),
            ..*self
        }
    }
}

impl<K: Kind> World<K> {
    pub fn open(&mut self, at: usize, in_time: bool) {
        self.opened += 1;
        let found = in_time.then(|| self.journal.record.clone());
        self.tabs[at] = Some(Tab {
            replica: Replica::new(K::blank(), self.opened),
            view: self.local.len() - 1,
            seen: None,
            aside: Vec::new(),
            phase: Phase::Idle,
            again: false,
            is_gone: false,
            is_informed: in_time,
            is_behind: false,
            deeds: Vec::new(),
            undo: None,
        });
        self.with_tab(at, |world, tab| {
            world.sweep(tab, found.as_ref().and_then(Option::as_ref));
            world.look(tab);
            let is_journal_behind = found.is_none_or(|text| tab.meet(text.as_deref(), Store::Journal));
            world.write_local(tab, false);
            if is_journal_behind || !tab.aside.is_empty() {
                tab.write_journal();
            }
        });
    }

    /// As `state/place.rs` does.
    fn sweep(&mut self, tab: &mut Tab<K>, word: Option<&Text>) {
        let Some(Ok(word)) = word.map(|text| head(text)) else { return };
        let local = self.local().record.clone();
        if word.erased && local.is_some_and(|text| head(&text).map_or(0, |head| head.revision) <= word.revision) {
            self.put(tab, |shelf| shelf.record = None);
        }
    }

    pub fn act(&mut self, at: usize, act: Act) {
        self.count += 1;
        let name = format!("deed {}", self.count);
        self.with_tab(at, |world, tab| {
            world.look(tab);
            let (change, undo) = match act {
                Act::Undo => (tab.undo.take(), None),
                act => K::change(act, &name, tab.replica.shown()).unzip(),
            };
            let Some(change) = change else { return };
            tab.undo = undo.flatten().or(tab.undo.take());
            tab.deeds.push(world.ledger.add(change.clone(), &tab.deeds));
            tab.replica.change(change);
            world.write_local(tab, false);
            tab.write_journal();
        });
    }

    /// What is put into the journal stands in `localStorage` first.
    pub fn decide(&mut self, tab: &mut Tab<K>) {
        let found = self.journal.record.clone();
        self.look(tab);
        tab.meet(found.as_deref(), Store::Journal);
        // What is gone from `localStorage` was deleted by a tab that had it in the journal first.
        tab.is_informed = true;
        tab.is_gone = false;
        self.write_local(tab, false);
        let is_behind = tab.meet(found.as_deref(), Store::Journal);
        let ticket = tab.replica.ticket();
        let mut shelf = self.journal.clone();
        shelf.aside.extend(tab.aside.iter().cloned());
        if is_behind {
            shelf.record = Some(text_of(&ticket.record).into());
        }
        tab.phase = Phase::Decided(ticket, shelf, tab.aside.len());
    }

    pub fn commit(&mut self, tab: &mut Tab<K>) {
        let Phase::Decided(ticket, shelf, aside) = std::mem::replace(&mut tab.phase, Phase::Idle) else { return };
        assert_later(&self.journal, &shelf, self.is_slow);
        self.journal = shelf;
        tab.phase = Phase::Committed(ticket, aside);
    }

    pub fn hear(&mut self, tab: &mut Tab<K>) {
        let Phase::Committed(ticket, aside) = std::mem::replace(&mut tab.phase, Phase::Idle) else { return };
        tab.replica.confirm(ticket);
        tab.aside.drain(..aside);
        // What another tab has written meanwhile may not be in the journal yet.
        if self.look(tab) || tab.again || tab.replica.pending() > 0 {
            tab.write_journal();
        } else {
            self.write_local(tab, true);
        }
    }

    pub fn notice(&mut self, tab: &mut Tab<K>) {
        tab.is_behind = false;
        tab.view = self.local.len() - 1;
        if self.look(tab) || tab.is_gone || !tab.aside.is_empty() {
            tab.write_journal();
        } else {
            self.write_local(tab, false);
        }
    }

    /// Returns whether something else was there than before.
    fn look(&mut self, tab: &mut Tab<K>) -> bool {
        if !self.is_slow {
            tab.view = self.local.len() - 1;
        }
        let text = self.local[tab.view].record.clone();
        let is_news = text != tab.seen;
        if is_news {
            tab.is_gone |= text.is_none() && !tab.replica.shown().is_blank();
            tab.seen.clone_from(&text);
            tab.meet(text.as_deref(), Store::Local);
        }
        is_news
    }

    /// A blank record leaves nothing there, but only once the journal knows of it.
    fn write_local(&mut self, tab: &mut Tab<K>, is_confirmed: bool) {
        let record = tab.replica.shown();
        let is_known = record.is_blank() && (tab.replica.pending() == 0 || tab.seen.is_none());
        let is_word = tab.seen.as_ref().is_some_and(|text| head(text).is_ok_and(|head| head.erased));
        let text: Option<Text> = (!is_known).then(|| text_of(record).into());
        if !tab.is_informed || tab.is_gone || text == tab.seen || is_known && is_word && !is_confirmed {
            return;
        }
        let aside = tab.aside.clone();
        self.put(tab, |shelf| {
            shelf.aside.extend(aside);
            shelf.record.clone_from(&text);
        });
        tab.seen = text;
    }

    fn put(&mut self, tab: &mut Tab<K>, change: impl FnOnce(&mut Shelf)) {
        let mut shelf = self.local().clone();
        change(&mut shelf);
        self.local.push(shelf);
        tab.view = self.local.len() - 1;
    }
}

/// What takes the place of another text in the journal is of a later revision, and nothing that was set aside is taken away. Where tabs hear late of each
/// other, a deletion may be of the same revision as what another one has done meanwhile.
fn assert_later(before: &Shelf, after: &Shelf, is_slow: bool) {
    let head = |text: &Text| head(text).expect("the journal holds records");
    if let Some(old) = before.record.as_ref().filter(|_| before.record != after.record) {
        let new = after.record.as_ref().expect("nothing is ever taken from the journal");
        // The same of another write takes its place where two tabs have come to it at once.
        let is_same = is_slow && without_write(old) == without_write(new);
        let least = head(old).revision + u64::from(!(is_slow && head(new).erased || is_same));
        assert!(head(new).revision >= least, "{new} takes the place of {old}");
    }
    assert!(after.aside.is_superset(&before.aside));
}

fn without_write(text: &str) -> Value {
    let mut record: Value = serde_json::from_str(text).expect("a record is JSON");
    record.as_object_mut().expect("a record is an object").remove("write");
    record
}

impl<K: Kind> Tab<K> {
    fn meet(&mut self, text: Option<&str>, store: Store) -> bool {
        let met = self.replica.meet(&Stored::of(text), store);
        if let Some(other) = met.other {
            let text: Text = text_of(&other).into();
            if !self.aside.contains(&text) {
                self.aside.push(text);
            }
        }
        met.is_behind
    }

    fn write_journal(&mut self) {
        match self.phase {
            Phase::Idle => {
                self.phase = Phase::Asked;
                self.again = false;
            }
            _ => self.again = true,
        }
    }
}
