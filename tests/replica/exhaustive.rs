//! Short scripts in two tabs, in every order in which things can happen, with a kill at every moment.

use crate::kinds::Act::{Add, Alter, Clear, Delete, Move, Undo};
use crate::kinds::{Act, Kind, OfLibrary, OfProgress, OfSettings};
use crate::world::{Shelf, Step, World, mark};
use career_quiz::quiz::record::Record as _;
use std::collections::HashSet;

/// How many transactions are tried in every order on one way; what comes after them comes in one order.
const MOST_DECISIONS: usize = 3;

/// The same where there is one tab, which has no other to wait for.
const MOST_ALONE: usize = 9;

/// What each tab is to do.
type Scripts<'a> = [&'a [Act]; 2];

struct Search<'a, K: Kind> {
    scripts: Scripts<'a>,
    been: HashSet<u64>,
    trail: Vec<Step>,
    kind: std::marker::PhantomData<K>,
}

impl<K: Kind> Search<'_, K> {
    fn go(&mut self, world: &World<K>, done: [usize; 2]) {
        if !self.been.insert(world.mark()) {
            return;
        }
        assert!(self.trail.len() < 80, "it never comes to rest: {:#?}\n{world:#?}", self.trail);
        self.try_kills(world);
        let mut steps = world.next();
        for (tab, (script, done)) in self.scripts.iter().zip(done).enumerate() {
            steps.extend(script.get(done).map(|act| Step::Do(tab, *act)));
        }
        // Two tabs that change the same can go on for ever if each always hears of the other at the worst moment.
        let decisions = self.trail.iter().filter(|step| matches!(step, Step::Decide(_))).count();
        let most = if self.scripts[1].is_empty() { MOST_ALONE } else { MOST_DECISIONS };
        if steps.is_empty() || decisions == most {
            self.assert_comes_to_rest(world.clone());
            steps.retain(|step| !matches!(step, Step::Decide(_)));
        }
        for step in steps {
            let mut next = world.clone();
            self.trail.push(step);
            next.take(step);
            let mut done = done;
            if let Step::Do(tab, _) = step {
                done[tab] += 1;
            }
            self.go(&next, done);
            self.trail.pop();
        }
    }

    /// Kills the browser with the disk at each moment, and starts it again.
    fn try_kills(&mut self, world: &World<K>) {
        let ledger = mark(world.ledger());
        for moment in 0..world.moments() {
            let mut killed = world.clone();
            killed.take(Step::Kill(moment));
            if !self.been.insert(killed.mark_of_stores(ledger)) {
                continue;
            }
            for in_time in [true, false] {
                let mut after = killed.clone();
                after.take(Step::Open { tab: 0, in_time });
                after.settle();
                let faults = after.faults(0);
                assert!(
                    faults.is_empty(),
                    "killed at moment {moment}, opened again, the journal in time: {in_time}\n{faults:#?}\nafter {:#?}\n{:#?}\nfrom {:#?}\n{:#?}",
                    self.trail,
                    after.shown(0),
                    world.local(),
                    world.journal(),
                );
            }
        }
    }

    /// Both tabs come to show the same, and nothing had to be set aside.
    fn assert_comes_to_rest(&self, mut world: World<K>) {
        world.settle();
        let shown = [0, 1].map(|tab| world.shown(tab).or(world.shown(0)).expect("it is open"));
        let agree = shown[0] == shown[1] || shown[0].is_blank() && shown[1].is_blank();
        assert!(agree, "the tabs show {shown:#?}\nafter {:#?}", self.trail);
        let faults = world.faults(0);
        assert!(faults.is_empty(), "{faults:#?}\nafter {:#?}", self.trail);
        assert!(world.journal().aside.is_empty(), "set aside: {:#?}\nafter {:#?}", world.journal(), self.trail);
    }
}

/// Tries scripts in every order, in as many tabs as have one, after these have come to rest.
fn search<K: Kind>(scripts: Scripts) {
    let mut world: World<K> = World::new(false);
    let tabs = [0, 1].into_iter().filter(|tab| !scripts[*tab].is_empty());
    let trail: Vec<Step> = tabs.map(|tab| Step::Open { tab, in_time: true }).collect();
    for step in &trail {
        world.take(*step);
        world.settle();
    }
    search_from(&world, scripts, &trail);
}

fn search_from<K: Kind>(world: &World<K>, scripts: Scripts, trail: &[Step]) {
    let mut search = Search { scripts, been: HashSet::new(), trail: trail.to_vec(), kind: std::marker::PhantomData };
    search.go(world, [0, 0]);
}

fn search_all(scripts: Scripts) {
    search::<OfProgress>(scripts);
    search::<OfLibrary>(scripts);
    search::<OfSettings>(scripts);
}

#[test]
fn two_tabs_that_add_keep_what_both_have() {
    search_all([&[Add, Add], &[Add]]);
}

#[test]
fn two_tabs_that_change_the_same_come_to_agree() {
    search_all([&[Alter], &[Alter]]);
}

#[test]
fn what_is_deleted_stays_so_and_what_is_brought_back_too_whatever_another_tab_does() {
    search_all([&[Delete, Undo], &[Add]]);
}

#[test]
fn all_that_is_deleted_stays_so_and_what_is_brought_back_too_whatever_another_tab_does() {
    search_all([&[Clear, Undo], &[Add]]);
    search::<OfLibrary>([&[Clear], &[Add, Add]]);
}

#[test]
fn one_tab_keeps_what_it_called_saved() {
    search_all([&[Add, Alter, Move, Add, Delete, Undo, Clear, Undo], &[]]);
}

/// `localStorage` was late when the browser was killed the last time, and the journal is when it is started again.
fn search_late<K: Kind>(scripts: Scripts) {
    let mut world: World<K> = World::new(false);
    let journal = world.journal().clone();
    world = World::with(false, Shelf::default(), journal, K::start());
    let open = Step::Open { tab: 0, in_time: false };
    world.take(open);
    search_from(&world, scripts, &[open]);
}

#[test]
fn what_is_done_before_the_journal_is_read_never_outdoes_it_however_much_it_is() {
    let scripts: Scripts = [&[Add, Move, Add, Add, Alter, Add], &[]];
    search_late::<OfProgress>(scripts);
    search_late::<OfLibrary>(scripts);
    search_late::<OfSettings>(scripts);
}
