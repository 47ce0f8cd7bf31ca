//! Long scripts in two tabs, with whatever happens between: tabs that are closed, browsers that are killed, journals that come late.

use crate::kinds::Act::{Add, Alter, Clear, Delete, Move, Undo};
use crate::kinds::{Act, Kind, OfLibrary, OfProgress, OfSettings};
use crate::support::Dice;
use crate::world::{Step, World};
use career_quiz::quiz::record::Record;

/// How long a script is.
const STEPS: usize = 120;

/// What can go wrong in a world.
#[derive(Clone, Copy)]
struct Weather {
    /// Whether tabs hear late of what another one has written, and write nevertheless. Two processes of a browser may do so within a few milliseconds. Then answers
    /// may have to be set aside.
    is_slow: bool,
    /// Whether the journal may be late when a tab is opened.
    is_late: bool,
}

/// What happens next, by what the dice say.
fn step<K: Kind>(world: &World<K>, dice: &mut Dice, weather: Weather) -> Step {
    let tab = dice.roll(2);
    if world.shown(tab).is_none() {
        return Step::Open { tab, in_time: !weather.is_late || dice.roll(3) > 0 };
    }
    let next = world.next();
    match dice.roll(40) {
        0 => Step::Kill(world.moments() - 1 - dice.roll(world.moments())),
        1 => Step::Close(tab),
        2..16 => Step::Do(tab, act(dice)),
        _ if next.is_empty() => Step::Do(tab, act(dice)),
        _ => next[dice.roll(next.len())],
    }
}

/// Deleting is rarer than the rest, or nothing would be left to lose.
fn act(dice: &mut Dice) -> Act {
    [Add, Add, Add, Alter, Alter, Move, Delete, Undo, Clear, Undo, Undo, Add][dice.roll(12)]
}

/// Lets things happen, and looks after every kill and at the end at what is left.
fn play<K: Kind>(seed: u64, steps: usize, weather: Weather) {
    let mut dice = Dice::new(seed);
    let mut world: World<K> = World::new(weather.is_slow);
    let mut trail = Vec::new();
    for _ in 0..steps {
        let step = step(&world, &mut dice, weather);
        trail.push(step);
        world.take(step);
        if matches!(step, Step::Kill(_)) {
            assert_nothing_is_lost(world.clone(), weather, seed, &trail);
        }
    }
    for tab in 0..2 {
        if world.shown(tab).is_none() {
            world.take(Step::Open { tab, in_time: true });
        }
    }
    world.settle();
    let shown = [0, 1].map(|tab| world.shown(tab).expect("it is open"));
    let agree = shown[0] == shown[1] || shown[0].is_blank() && shown[1].is_blank();
    assert!(agree, "seed {seed}: the tabs show {shown:#?}\nafter {trail:?}");
    assert_nothing_is_lost(world, weather, seed, &trail);
}

/// Opens a tab and looks whether all that was called saved is there.
fn assert_nothing_is_lost<K: Kind>(mut world: World<K>, weather: Weather, seed: u64, trail: &[Step]) {
    if world.shown(0).is_none() {
        world.take(Step::Open { tab: 0, in_time: !weather.is_late });
    }
    world.settle();
    let faults = world.faults(0);
    assert!(faults.is_empty(), "seed {seed}: {faults:#?}\n{:#?}\nafter {trail:?}", world.shown(0));
    if !weather.is_slow {
        let aside = [&world.journal().aside, &world.local().aside];
        assert!(aside.iter().all(|aside| aside.is_empty()), "seed {seed}: set aside: {aside:#?}\nafter {trail:?}");
    }
}

fn play_all(seeds: std::ops::Range<u64>, weather: Weather) {
    for seed in seeds {
        play::<OfProgress>(seed, STEPS, weather);
        play::<OfLibrary>(seed, STEPS, weather);
        play::<OfSettings>(seed, STEPS, weather);
    }
}

#[test]
fn whatever_happens_what_was_called_saved_is_there_and_what_was_deleted_is_not() {
    play_all(0..60, Weather { is_slow: false, is_late: false });
}

#[test]
fn a_journal_that_comes_late_is_not_overruled_by_what_was_done_before() {
    play_all(1000..1060, Weather { is_slow: false, is_late: true });
}

#[test]
fn two_tabs_that_hear_late_of_each_other_lose_nothing_either_and_come_to_agree() {
    play_all(2000..2300, Weather { is_slow: true, is_late: false });
}
