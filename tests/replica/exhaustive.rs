//! Short scripts in two tabs, in every order in which things can happen, with a kill at every moment.

use crate::kinds::Act::{Add, Alter, Clear, Delete, Move, Undo};
use crate::kinds::{Act, Kind, OfLibrary, OfProgress, OfSettings};
use crate::world::{Step, World};
use career_quiz::quiz::record::Record as _;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// How many transactions are tried on one way.
const MOST_DECISIONS: usize = 4;

/// What each tab is to do.
type Scripts<'a> = [&'a [Act]; 2];

struct Search<'a, K: Kind> {
    scripts: Scripts<'a>,
    been: HashSet<u64>,
    trail: Vec<Step>,
    kind: std::marker::PhantomData<K>,
}

fn mark(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
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
        if steps.is_empty() || decisions == MOST_DECISIONS {
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
        for moment in 0..world.moments() {
            for in_time in [true, false] {
                let mut after = world.clone();
                after.take(Step::Kill(moment));
                let stores = format!("{in_time} {:?} {:?} {:?}", after.local(), after.journal(), after.ledger());
                if !self.been.insert(mark(&stores)) {
                    continue;
                }
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
        let shown = [0, 1].map(|tab| world.shown(tab).expect("it is open"));
        let agree = shown[0] == shown[1] || shown[0].is_blank() && shown[1].is_blank();
        assert!(agree, "the tabs show {shown:#?}\nafter {:#?}", self.trail);
        let faults = world.faults(0);
        assert!(faults.is_empty(), "{faults:#?}\nafter {:#?}", self.trail);
        assert!(world.journal().aside.is_empty(), "set aside: {:#?}\nafter {:#?}", world.journal(), self.trail);
    }
}

/// Tries scripts in every order.
fn search<K: Kind>(scripts: Scripts) {
    let mut world: World<K> = World::new(false);
    let trail = [0, 1].map(|tab| Step::Open { tab, in_time: true });
    for step in trail {
        world.take(step);
        world.settle();
    }
    let mut search = Search { scripts, been: HashSet::new(), trail: trail.to_vec(), kind: std::marker::PhantomData };
    search.go(&world, [0, 0]);
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
    search_all([&[Alter, Add], &[Alter]]);
}

#[test]
fn what_is_deleted_stays_so_and_what_is_brought_back_too_whatever_another_tab_does() {
    search_all([&[Delete, Undo], &[Add]]);
    search_all([&[Delete], &[Alter]]);
}

#[test]
fn all_that_is_deleted_stays_so_and_what_is_brought_back_too_whatever_another_tab_does() {
    search_all([&[Clear, Undo], &[Add]]);
    search_all([&[Clear], &[Alter]]);
}

#[test]
fn one_tab_keeps_what_it_called_saved() {
    search_all([&[Add, Alter, Move, Add, Delete, Undo, Clear, Undo], &[]]);
}
