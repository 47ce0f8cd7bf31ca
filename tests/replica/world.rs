//! Two tabs and two stores, as `state/keeper.rs` brings them together, one step at a time.
//!
//! `localStorage` is written at once, but reaches the disk late: after a kill it holds what it held at any moment before. The journal holds what was
//! committed, and its transactions come one after the other.

use crate::kinds::{Act, Kind};
use crate::ledger::Ledger;
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::replica::{Replica, Ticket};
use career_quiz::quiz::record::stored::{Stored, head, text_of};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::rc::Rc;

pub type Text = Rc<str>;

/// What a store holds: the record, and texts that were set aside, each under a name of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shelf {
    pub record: Option<Text>,
    pub aside: BTreeSet<Text>,
}

/// Something that can happen next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A tab is opened. The journal may not be there in time.
    Open { tab: usize, in_time: bool },
    /// The person does something in a tab.
    Do(usize, Act),
    /// A transaction of a tab looks at what is in the journal, and says what is to be there.
    Decide(usize),
    /// It is on the disk.
    Commit(usize),
    /// The tab hears of it.
    Hear(usize),
    /// The tab hears that another one has written to `localStorage`.
    Notice(usize),
    /// The tab is gone, with whatever it was about to do.
    Close(usize),
    /// The browser is gone. What is on the disk of `localStorage` is what it held at this moment.
    Kill(usize),
}

#[derive(Debug)]
enum Phase<T> {
    Idle,
    Asked,
    Decided(Ticket<T>, Shelf, usize),
    Committed(Ticket<T>, usize),
}

#[derive(Debug)]
struct Tab<K: Kind> {
    replica: Replica<K::Record>,
    /// How much of what happened to `localStorage` this tab can see.
    view: usize,
    seen: Option<Text>,
    aside: Vec<Text>,
    phase: Phase<K::Record>,
    again: bool,
    is_gone: bool,
    /// Whether it knows what is in the journal, or has known.
    is_informed: bool,
    /// Whether it is yet to hear that another tab has written.
    is_behind: bool,
    /// What was done here, and how to take the last of it back.
    deeds: Vec<usize>,
    undo: Option<<K::Record as Record>::Change>,
}

/// All there is.
#[derive(Debug)]
pub struct World<K: Kind> {
    /// Whether tabs see what another one has written to `localStorage` only when they hear of it.
    is_slow: bool,
    /// All that `localStorage` has held, the last of which it does now.
    local: Vec<Shelf>,
    journal: Shelf,
    tabs: [Option<Tab<K>>; 2],
    ledger: Ledger<K>,
    count: usize,
}

struct Marks(DefaultHasher);

impl Marks {
    fn add(&mut self, value: &impl Debug) {
        // How often a copy has had another base makes no difference.
        for part in format!("{value:?}").split("turn: ") {
            part.trim_start_matches(|digit: char| digit.is_ascii_digit()).hash(&mut self.0);
        }
    }
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

impl<K: Kind> Clone for World<K> {
    fn clone(&self) -> Self {
        Self {
            local: self.local.clone(),
            journal: self.journal.clone(),
            tabs: self.tabs.clone(),
            ledger: self.ledger.clone(),
            ..*self
        }
    }
}

impl<K: Kind> World<K> {
    /// A world in which both stores hold what was there at the start.
    pub fn new(is_slow: bool) -> Self {
        let shelf = Shelf { record: Some(text_of(&K::start()).into()), aside: BTreeSet::new() };
        Self::with(is_slow, shelf.clone(), shelf, K::start())
    }

    /// A world with something in its stores, of which `start` is all that counts.
    pub fn with(is_slow: bool, local: Shelf, journal: Shelf, start: K::Record) -> Self {
        Self { is_slow, local: vec![local], journal, tabs: [None, None], ledger: Ledger::new(start), count: 0 }
    }

    /// What can happen next, apart from what a person does.
    pub fn next(&self) -> Vec<Step> {
        let is_locked = self.tabs.iter().flatten().any(|tab| matches!(tab.phase, Phase::Decided(..)));
        let mut steps = Vec::new();
        for (at, tab) in self.tabs.iter().enumerate() {
            let Some(tab) = tab else { continue };
            match tab.phase {
                Phase::Asked if !is_locked => steps.push(Step::Decide(at)),
                Phase::Idle | Phase::Asked => {}
                Phase::Decided(..) => steps.push(Step::Commit(at)),
                Phase::Committed(..) => steps.push(Step::Hear(at)),
            }
            if tab.is_behind {
                steps.push(Step::Notice(at));
            }
        }
        steps
    }

    /// A number that two worlds share in which the same can happen.
    pub fn mark(&self) -> u64 {
        let mut marks = Marks(DefaultHasher::new());
        let disk: BTreeSet<&Shelf> = self.local.iter().collect();
        marks.add(&(disk, self.local(), &self.journal, &self.ledger));
        for tab in self.tabs.iter().flatten() {
            let Tab { replica, view, seen, aside, phase, again, is_gone, is_informed, is_behind, deeds, undo } = tab;
            let view = self.is_slow.then(|| &self.local[*view]);
            marks.add(&(replica, view, seen, aside, phase, again));
            marks.add(&(is_gone, is_informed, is_behind, deeds, undo));
            if let Phase::Decided(ticket, ..) | Phase::Committed(ticket, _) = phase {
                let mut confirmed = replica.clone();
                confirmed.confirm(ticket.clone());
                marks.add(&(confirmed.pending(), confirmed));
            }
        }
        marks.0.finish()
    }

    /// How many moments there are at which the disk may have stopped.
    pub fn moments(&self) -> usize {
        self.local.len()
    }

    pub fn shown(&self, tab: usize) -> Option<&K::Record> {
        self.tabs[tab].as_ref().map(|tab| tab.replica.shown())
    }

    /// What is wrong with what a tab shows.
    pub fn faults(&self, tab: usize) -> Vec<String> {
        let texts = self.journal.aside.iter().chain(&self.local().aside);
        let aside: Vec<K::Record> = texts
            .filter_map(|text| match Stored::of(Some(text)) {
                Stored::Record(record) => Some(record),
                _ => None,
            })
            .collect();
        self.ledger.faults(self.shown(tab).expect("it is open"), &aside)
    }

    pub fn ledger(&self) -> &Ledger<K> {
        &self.ledger
    }

    pub fn local(&self) -> &Shelf {
        &self.local[self.local.len() - 1]
    }

    pub fn journal(&self) -> &Shelf {
        &self.journal
    }

    /// Lets happen what can happen, until nothing can any more.
    pub fn settle(&mut self) {
        for _ in 0..200 {
            let Some(step) = self.next().first().copied() else { return };
            self.take(step);
        }
        panic!("it never comes to rest: {self:#?}");
    }

    pub fn take(&mut self, step: Step) {
        match step {
            Step::Open { tab, in_time } => self.open(tab, in_time),
            Step::Do(tab, act) => self.act(tab, act),
            Step::Decide(tab) => self.with_tab(tab, Self::decide),
            Step::Commit(tab) => self.with_tab(tab, Self::commit),
            Step::Hear(tab) => self.with_tab(tab, Self::hear),
            Step::Notice(tab) => self.with_tab(tab, Self::notice),
            Step::Close(tab) => self.tabs[tab] = None,
            Step::Kill(moment) => {
                self.tabs = [None, None];
                self.local = vec![self.local[moment].clone()];
            }
        }
    }

    fn with_tab(&mut self, at: usize, take: impl FnOnce(&mut Self, &mut Tab<K>)) {
        let Some(mut tab) = self.tabs[at].take() else { return };
        let before = self.local.len();
        take(self, &mut tab);
        let saved = tab.deeds.len() - tab.replica.pending();
        self.ledger.save(&tab.deeds[..saved]);
        if self.local.len() > before {
            self.tabs.iter_mut().flatten().for_each(|other| other.is_behind = true);
        }
        self.tabs[at] = Some(tab);
    }

    fn open(&mut self, at: usize, in_time: bool) {
        let found = in_time.then(|| self.journal.record.clone());
        self.tabs[at] = Some(Tab {
            replica: Replica::new(K::blank()),
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
            let is_journal_behind = found.is_none_or(|text| tab.meet(text.as_deref()));
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

    fn act(&mut self, at: usize, act: Act) {
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

    /// What is put into the journal stands in `localStorage` first. So whatever stands there at a later revision was made on top of it.
    fn decide(&mut self, tab: &mut Tab<K>) {
        let found = self.journal.record.clone();
        self.look(tab);
        tab.meet(found.as_deref());
        // What is gone from `localStorage` was deleted by a tab that had it in the journal first.
        tab.is_informed = true;
        tab.is_gone = false;
        self.write_local(tab, false);
        let is_behind = tab.meet(found.as_deref());
        let ticket = tab.replica.ticket();
        let mut shelf = self.journal.clone();
        shelf.aside.extend(tab.aside.iter().cloned());
        if is_behind {
            shelf.record = Some(text_of(&ticket.record).into());
        }
        tab.phase = Phase::Decided(ticket, shelf, tab.aside.len());
    }

    fn commit(&mut self, tab: &mut Tab<K>) {
        let Phase::Decided(ticket, shelf, aside) = std::mem::replace(&mut tab.phase, Phase::Idle) else { return };
        assert_later(&self.journal, &shelf, self.is_slow);
        self.journal = shelf;
        tab.phase = Phase::Committed(ticket, aside);
    }

    fn hear(&mut self, tab: &mut Tab<K>) {
        let Phase::Committed(ticket, aside) = std::mem::replace(&mut tab.phase, Phase::Idle) else { return };
        tab.replica.confirm(ticket);
        tab.aside.drain(..aside);
        if tab.again || tab.replica.pending() > 0 {
            tab.write_journal();
        } else {
            self.look(tab);
            self.write_local(tab, true);
        }
    }

    fn notice(&mut self, tab: &mut Tab<K>) {
        tab.is_behind = false;
        tab.view = self.local.len() - 1;
        self.look(tab);
        if tab.is_gone {
            tab.write_journal();
        } else if tab.replica.pending() == 0 {
            self.write_local(tab, false);
        }
    }

    fn look(&mut self, tab: &mut Tab<K>) {
        if !self.is_slow {
            tab.view = self.local.len() - 1;
        }
        let text = self.local[tab.view].record.clone();
        if text != tab.seen {
            tab.is_gone |= text.is_none() && !tab.replica.shown().is_blank();
            tab.seen.clone_from(&text);
            tab.meet(text.as_deref());
        }
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
        let least = head(old).revision + u64::from(!(is_slow && head(new).erased));
        assert!(head(new).revision >= least, "{new} takes the place of {old}");
    }
    assert!(after.aside.is_superset(&before.aside));
}

impl<K: Kind> Tab<K> {
    fn meet(&mut self, text: Option<&str>) -> bool {
        let met = self.replica.meet(&Stored::of(text));
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
