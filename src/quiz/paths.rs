//! Every path through a quiz at once.
//!
//! What a profile can still score depends on all ways to answer what is left. There are too many ways to
//! try, but few that matter to what follows: later questions see an earlier answer only through their
//! conditions. So this goes through the questions in order and keeps, for every combination of conditions
//! that may still be asked about, the most points of each profile. That is exact, and its cost
//! grows with the number of conditions open at once, not with the number of questions.

use super::answers::{Answer, Answers};
use super::content::{Condition, Kind, Points, ProfileId, Question, Quiz};
use std::collections::BTreeMap;

/// The most steps that are taken through a quiz. The default content takes a few hundred.
const MAX_STEPS: usize = 200_000;

/// Points by profile, in the order of [`ProfileId::ALL`]. Unlike [`Points`] they may exceed 100.
pub type Sums = [u32; 4];

/// More conditions are open at once than can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyOpen;

/// Which of the conditions on one question hold, a bit for each.
type Held = u64;

/// The conditions that hold of earlier answers and are still asked about, by question.
type State = Vec<(usize, Held)>;

/// The most points of each profile that these answers can still come to, when every question that has no
/// answer is answered in whatever way serves that profile best, and so is every question that this opens.
///
/// # Errors
///
/// Where too many conditions are open at once to follow them. `content::parse` refuses such a quiz.
pub fn most(quiz: &Quiz, answers: &Answers) -> Result<Sums, TooManyOpen> {
    let watched = watched(quiz)?;
    let mut steps = 0;
    let mut states: BTreeMap<State, Sums> = BTreeMap::from([(State::new(), Sums::default())]);
    for (position, question) in quiz.questions.iter().enumerate() {
        let given = answers.get(&question.id).filter(|answer| answer.fits(question));
        let ways = ways(question, given, &watched[position].conditions, &mut steps)?;
        spend(&mut steps, states.len() * (ways.len() + 1))?;
        let mut next = BTreeMap::new();
        for (state, sums) in states {
            let asked = question.show_if.iter().all(|condition| holds(quiz, &watched, &state, condition));
            let kept: State = state.into_iter().filter(|&(at, _)| watched[at].last_use > position).collect();
            // To leave a question out is a way too: it may keep others closed. Nothing holds then.
            let left_out = (0, Sums::default());
            let ways = ways.iter().filter(|_| asked).map(|(held, worth)| (*held, *worth));
            for (held, worth) in ways.chain((!asked || given.is_none()).then_some(left_out)) {
                let mut state = kept.clone();
                if watched[position].last_use > position {
                    state.push((position, held));
                }
                raise(&mut next, state, plus(sums, worth));
            }
        }
        states = next;
    }
    Ok(states.into_values().fold(Sums::default(), larger))
}

/// What later questions ask about a question.
struct Watched<'q> {
    conditions: Vec<&'q Condition>,
    last_use: usize,
}

/// What is asked about each question. No more conditions on one than there are bits to tell which hold.
fn watched(quiz: &Quiz) -> Result<Vec<Watched<'_>>, TooManyOpen> {
    let mut watched: Vec<Watched<'_>> =
        quiz.questions.iter().map(|_| Watched { conditions: Vec::new(), last_use: 0 }).collect();
    for (position, question) in quiz.questions.iter().enumerate() {
        for condition in &question.show_if {
            if let Some(at) = quiz.position(&condition.question) {
                if !watched[at].conditions.contains(&condition) {
                    watched[at].conditions.push(condition);
                }
                if watched[at].conditions.len() > Held::BITS as usize {
                    return Err(TooManyOpen);
                }
                watched[at].last_use = position;
            }
        }
    }
    Ok(watched)
}

fn spend(steps: &mut usize, more: usize) -> Result<(), TooManyOpen> {
    *steps = steps.saturating_add(more);
    if *steps > MAX_STEPS { Err(TooManyOpen) } else { Ok(()) }
}

fn holds(quiz: &Quiz, watched: &[Watched<'_>], state: &State, condition: &Condition) -> bool {
    let Some(at) = quiz.position(&condition.question) else { return false };
    let held = state.iter().find(|(position, _)| *position == at).map_or(0, |(_, held)| *held);
    let place = watched[at].conditions.iter().position(|known| *known == condition);
    place.is_some_and(|place| held & (1 << place) != 0)
}

/// The ways to answer a question that differ in what holds afterwards, each with the most it is worth.
fn ways(
    question: &Question,
    given: Option<&Answer>,
    conditions: &[&Condition],
    steps: &mut usize,
) -> Result<BTreeMap<Held, Sums>, TooManyOpen> {
    let held = |answer: &Answer| {
        let answers = Answers::from([(question.id.as_str(), answer.clone())]);
        let holding = conditions.iter().enumerate().filter(|(_, condition)| condition.holds(&answers));
        holding.fold(0, |held: Held, (place, _)| held | 1 << place)
    };
    let worth = |answer: &Answer| {
        let parts = question.worth(answer).into_iter();
        parts.fold(Sums::default(), |sums, (_, points)| plus(sums, sums_of(points)))
    };
    let mut ways = BTreeMap::new();
    let single = |option: &str| Answer::One(option.to_owned());
    match (given, question.kind) {
        (Some(answer), _) => raise(&mut ways, held(answer), worth(answer)),
        (None, Kind::Single) => {
            for answer in question.options.iter().map(|option| single(&option.id)) {
                raise(&mut ways, held(&answer), worth(&answer));
            }
        }
        (None, Kind::Number) => {
            // What holds, and what a number is worth, changes only where a band or a condition begins.
            let bands = question.bands.iter().map(|band| band.from);
            let begins = bands.chain(conditions.iter().flat_map(|it| [it.at_least, it.below]).flatten());
            for answer in begins.filter_map(|begin| question.number_from(begin)).map(Answer::Number) {
                raise(&mut ways, held(&answer), worth(&answer));
            }
        }
        (None, Kind::Multi) => ways = many_ways(question, conditions, steps)?,
    }
    Ok(ways)
}

/// The ways to answer a `multi`: option by option, in or out, keeping apart only what the conditions see.
fn many_ways(
    question: &Question,
    conditions: &[&Condition],
    steps: &mut usize,
) -> Result<BTreeMap<Held, Sums>, TooManyOpen> {
    // Of each condition: whether one of its `any_of`, and whether one of its `none_of`, is picked.
    let hits = |id: &String| {
        conditions.iter().enumerate().fold((0, 0), |(any, none): (Held, Held), (place, condition)| {
            let bit = |ids: &[String]| if ids.contains(id) { 1 << place } else { 0 };
            (any | bit(&condition.any_of), none | bit(&condition.none_of))
        })
    };
    let held = |any: Held, none: Held| {
        let holding = conditions.iter().enumerate().filter(|(place, condition)| {
            (condition.any_of.is_empty() || any & (1 << place) != 0) && none & (1 << place) == 0
        });
        holding.fold(0, |held: Held, (place, _)| held | 1 << place)
    };
    let mut ways = BTreeMap::new();
    let mut picks: BTreeMap<(bool, Held, Held), Sums> = BTreeMap::from([((false, 0, 0), Sums::default())]);
    for option in &question.options {
        let (any, none) = hits(&option.id);
        let worth = sums_of(option.points);
        if option.exclusive {
            raise(&mut ways, held(any, none), worth);
            continue;
        }
        spend(steps, picks.len())?;
        for ((_, was_any, was_none), sums) in picks.clone() {
            raise(&mut picks, (true, was_any | any, was_none | none), plus(sums, worth));
        }
    }
    for ((_, any, none), sums) in picks.into_iter().filter(|((picked, ..), _)| *picked) {
        raise(&mut ways, held(any, none), sums);
    }
    Ok(ways)
}

fn sums_of(points: Points) -> Sums {
    ProfileId::ALL.map(|profile| u32::from(points.of(profile)))
}

fn plus(one: Sums, two: Sums) -> Sums {
    std::array::from_fn(|at| one[at] + two[at])
}

fn larger(one: Sums, two: Sums) -> Sums {
    std::array::from_fn(|at| one[at].max(two[at]))
}

fn raise<K: Ord>(known: &mut BTreeMap<K, Sums>, key: K, sums: Sums) {
    known.entry(key).and_modify(|most| *most = larger(*most, sums)).or_insert(sums);
}
