use super::{Held, State, Steps, TooManyOpen, Watch};
use crate::quiz::answers::Answer;
use crate::quiz::content::{Condition, Kind, Points, Question};
use std::collections::BTreeMap;

/// What is kept of all ways that lead to the same place.
pub trait Tally {
    /// What is known of the ways so far.
    type Value: Clone;

    /// The same ways, gone on with by a part of an answer to the question at `position`.
    fn extend(&self, value: &Self::Value, position: usize, part: Part) -> Self::Value;

    /// Adds other ways that have come to the same place.
    fn join(&self, known: &mut Self::Value, other: Self::Value);

    /// How much there is to go on with: what a step costs.
    fn weight(&self, _: &Self::Value) -> usize {
        1
    }
}

/// A part of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// The question was asked, and is left without an answer.
    Left,
    /// An option is picked.
    Pick {
        /// Its place among the options.
        option: usize,
        /// Whether it is the first that is picked.
        first: bool,
    },
    /// A number is given.
    Number(f64),
}

impl Part {
    /// What it is worth.
    pub fn points(self, question: &Question) -> Points {
        match self {
            Self::Left => Points::default(),
            Self::Pick { option, .. } => question.options[option].points,
            Self::Number(number) => question.band(number).map(|band| band.points).unwrap_or_default(),
        }
    }
}

/// How a question may be answered.
#[derive(Clone, Copy, Debug)]
pub enum Allowed<'a> {
    /// In any way.
    Any {
        /// Whether leaving it without an answer is one.
        skip: bool,
    },
    /// As it was, or not at all.
    Given(Option<&'a Answer>),
    /// As it was, or more: a later option, or further ones. Nothing that was picked is taken back, but what is
    /// exclusive.
    More(Option<&'a Answer>),
}

type Ways<V> = BTreeMap<Held, V>;

/// Goes through all questions, and returns what is known at the end, by state.
///
/// # Errors
///
/// Where it takes more steps than are left.
pub fn walk<'a, T: Tally>(
    watch: &Watch<'_>,
    tally: &T,
    start: T::Value,
    allowed: impl Fn(usize) -> Allowed<'a>,
    steps: &mut Steps,
) -> Result<BTreeMap<State, T::Value>, TooManyOpen> {
    walk_through(watch, tally, start, allowed, |_, _| true, steps)
}

/// Like [`walk`], along states that are `wanted` alone. A state is looked at with the position it was reached by.
pub(crate) fn walk_through<'a, T: Tally>(
    watch: &Watch<'_>,
    tally: &T,
    start: T::Value,
    allowed: impl Fn(usize) -> Allowed<'a>,
    wanted: impl Fn(&State, usize) -> bool,
    steps: &mut Steps,
) -> Result<BTreeMap<State, T::Value>, TooManyOpen> {
    let mut states = BTreeMap::from([(watch.start(), start)]);
    for position in 0..watch.quiz().questions.len() {
        let mut next = BTreeMap::new();
        for (state, value) in states {
            let ways = match watch.asks(&state, position) {
                true => ways(watch, tally, position, allowed(position), &value, steps)?,
                false => Ways::from([(0, value)]),
            };
            steps.spend(ways.len())?;
            for (held, value) in ways {
                let state = watch.after(&state, position, held);
                if wanted(&state, position) {
                    join(tally, &mut next, state, value);
                }
            }
        }
        states = next;
    }
    Ok(states)
}

fn join<T: Tally, K: Ord>(tally: &T, known: &mut BTreeMap<K, T::Value>, key: K, value: T::Value) {
    match known.get_mut(&key) {
        Some(known) => tally.join(known, value),
        None => {
            known.insert(key, value);
        }
    }
}

/// The ways to answer a question that differ in what holds afterwards.
pub(crate) fn ways<T: Tally>(
    watch: &Watch<'_>,
    tally: &T,
    position: usize,
    allowed: Allowed<'_>,
    value: &T::Value,
    steps: &mut Steps,
) -> Result<Ways<T::Value>, TooManyOpen> {
    let question = &watch.quiz().questions[position];
    let mut ways = Ways::new();
    let mut found = |part: Part| -> Result<(), TooManyOpen> {
        steps.spend(tally.weight(value))?;
        join(tally, &mut ways, held(watch, position, part), tally.extend(value, position, part));
        Ok(())
    };
    let pick = |option: usize| Part::Pick { option, first: true };
    match (question.kind, allowed) {
        (_, Allowed::Given(None)) => found(Part::Left)?,
        (Kind::Number, Allowed::More(None)) => found(Part::Left)?,
        (Kind::Number, Allowed::Given(Some(given)) | Allowed::More(Some(given))) => {
            if let Answer::Number(number) = given {
                found(Part::Number(*number))?;
            }
        }
        (Kind::Number, Allowed::Any { skip }) => {
            for &number in watch.numbers(position) {
                found(Part::Number(number))?;
            }
            if skip {
                found(Part::Left)?;
            }
        }
        (Kind::Single, allowed) => {
            let place = |answer: &Answer| question.options.iter().position(|option| answer.options() == [&*option.id]);
            let (from, to, skip) = match allowed {
                Allowed::Any { skip } => (0, question.options.len(), skip),
                Allowed::Given(given) => {
                    let at = given.and_then(place).unwrap_or(0);
                    (at, at + 1, false)
                }
                Allowed::More(given) => (given.and_then(place).unwrap_or(0), question.options.len(), given.is_none()),
            };
            for option in from..to {
                found(pick(option))?;
            }
            if skip {
                found(Part::Left)?;
            }
        }
        (Kind::Multi, allowed) => return many_ways(watch, tally, position, allowed, value, steps),
    }
    Ok(ways)
}

/// What holds of a question of which this is the whole answer.
fn held(watch: &Watch<'_>, position: usize, part: Part) -> Held {
    let options = &watch.quiz().questions[position].options;
    let holds = |condition: &Condition| match part {
        Part::Left => false,
        Part::Pick { option, .. } => condition.holds_of_options(std::slice::from_ref(&options[option].id)),
        Part::Number(number) => condition.holds_of_number(number),
    };
    watch.held(position, |_, condition| holds(condition))
}

/// What the conditions see of the options picked so far: whether any is, and of each condition whether one of its
/// `any_of`, and one of its `none_of`, is.
type Picked = (bool, Held, Held);

/// The ways to answer a `multi`: option by option, in or out, keeping apart only what the conditions see.
fn many_ways<T: Tally>(
    watch: &Watch<'_>,
    tally: &T,
    position: usize,
    allowed: Allowed<'_>,
    value: &T::Value,
    steps: &mut Steps,
) -> Result<Ways<T::Value>, TooManyOpen> {
    let question = &watch.quiz().questions[position];
    let conditions = watch.conditions(position);
    let hits = |id: &String| {
        conditions.iter().enumerate().fold((0, 0), |(any, none): (Held, Held), (place, condition)| {
            let bit = |ids: &[String]| if ids.contains(id) { 1 << place } else { 0 };
            (any | bit(&condition.any_of), none | bit(&condition.none_of))
        })
    };
    let held = |(picked, any, none): Picked| {
        watch.held(position, |place, condition| {
            picked && (condition.any_of.is_empty() || any & (1 << place) != 0) && none & (1 << place) == 0
        })
    };
    // To each option: whether it must, may or cannot be picked.
    let (given, may_add, skip) = match allowed {
        Allowed::Any { skip } => (&[][..], true, skip),
        Allowed::Given(given) => (given.map(Answer::options).unwrap_or_default(), false, false),
        Allowed::More(given) => (given.map(Answer::options).unwrap_or_default(), true, given.is_none()),
    };
    let is_exclusive = |option: usize| question.options[option].exclusive;
    let is_given = |option: usize| given.contains(&question.options[option].id);
    let gave_exclusive = (0..question.options.len()).any(|option| is_exclusive(option) && is_given(option));

    let mut ways = Ways::new();
    for option in (0..question.options.len()).filter(|&option| is_exclusive(option)) {
        if is_given(option) || matches!(allowed, Allowed::Any { .. }) {
            let (any, none) = hits(&question.options[option].id);
            steps.spend(tally.weight(value))?;
            let value = tally.extend(value, position, Part::Pick { option, first: true });
            join(tally, &mut ways, held((true, any, none)), value);
        }
    }
    if gave_exclusive && !may_add {
        return Ok(ways);
    }
    let mut picks: BTreeMap<Picked, T::Value> = BTreeMap::from([((false, 0, 0), value.clone())]);
    for option in (0..question.options.len()).filter(|&option| !is_exclusive(option)) {
        let must = is_given(option);
        if !must && !may_add {
            continue;
        }
        let (any, none) = hits(&question.options[option].id);
        let before = if must { std::mem::take(&mut picks) } else { picks.clone() };
        for ((picked, was_any, was_none), value) in before {
            steps.spend(tally.weight(&value))?;
            let value = tally.extend(&value, position, Part::Pick { option, first: !picked });
            join(tally, &mut picks, (true, was_any | any, was_none | none), value);
        }
    }
    for (picked, value) in picks {
        if picked.0 {
            join(tally, &mut ways, held(picked), value);
        } else if skip {
            join(tally, &mut ways, 0, tally.extend(&value, position, Part::Left));
        }
    }
    Ok(ways)
}
