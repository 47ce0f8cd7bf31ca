//! Two tabs and two stores, one step at a time.
//!
//! `localStorage` is written at once, but reaches the disk late: after a kill it holds what it held at any moment before. The journal holds what was
//! committed, and its transactions come one after the other.

use crate::kinds::{Act, Kind};
use crate::ledger::Ledger;
use crate::tab::{Phase, Tab};
use career_quiz::quiz::record::stored::{Stored, text_of};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::rc::Rc;

pub type Text = Rc<str>;

/// What a store holds: the record, and texts that were set aside, each under a name of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// All there is.
#[derive(Debug)]
pub struct World<K: Kind> {
    /// Whether tabs see what another one has written to `localStorage` only when they hear of it.
    pub is_slow: bool,
    /// All that `localStorage` has held, the last of which it does now.
    pub local: Vec<Shelf>,
    pub journal: Shelf,
    pub tabs: [Option<Tab<K>>; 2],
    pub ledger: Ledger<K>,
    pub count: usize,
    /// How many tabs were ever opened.
    pub opened: u32,
}

/// A number that two values share that are written the same.
pub fn mark(value: &impl Debug) -> u64 {
    let mut hasher = DefaultHasher::new();
    // How often a copy has had another base makes no difference.
    for part in format!("{value:?}").split("turn: ") {
        part.trim_start_matches(|digit: char| digit.is_ascii_digit()).hash(&mut hasher);
    }
    hasher.finish()
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
        Self {
            is_slow,
            local: vec![local],
            journal,
            tabs: [None, None],
            ledger: Ledger::new(start),
            count: 0,
            opened: 0,
        }
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
        let mut hasher = DefaultHasher::new();
        let disk: BTreeSet<&Shelf> = self.local.iter().collect();
        (disk, self.local(), &self.journal, mark(&self.ledger)).hash(&mut hasher);
        for tab in self.tabs.iter().flatten() {
            let Tab { replica, view, seen, aside, phase, again, is_gone, is_informed, is_behind, deeds, undo } = tab;
            (self.is_slow.then(|| &self.local[*view]), seen, aside, again).hash(&mut hasher);
            (is_gone, is_informed, is_behind, deeds, mark(&(replica, undo))).hash(&mut hasher);
            let (shelf, ticket) = match phase {
                Phase::Idle | Phase::Asked => (None, None),
                Phase::Decided(ticket, shelf, aside) => (Some(shelf), Some((ticket, aside))),
                Phase::Committed(ticket, aside) => (None, Some((ticket, aside))),
            };
            (matches!(phase, Phase::Idle), shelf).hash(&mut hasher);
            if let Some((ticket, aside)) = ticket {
                let mut confirmed = replica.clone();
                confirmed.confirm(ticket.clone());
                (aside, mark(&confirmed)).hash(&mut hasher);
            }
        }
        hasher.finish()
    }

    /// A number that two worlds share in which the same is left after a kill.
    pub fn mark_of_stores(&self, ledger: u64) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.local(), &self.journal, ledger).hash(&mut hasher);
        hasher.finish()
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

    pub fn with_tab(&mut self, at: usize, take: impl FnOnce(&mut Self, &mut Tab<K>)) {
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
}
