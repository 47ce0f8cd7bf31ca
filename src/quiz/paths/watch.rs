use super::TooManyOpen;
use crate::quiz::content::{Condition, Kind, Question, Quiz};
use std::collections::BTreeMap;
use std::ops::Range;

/// Which of the conditions on one question hold, a bit for each.
pub type Held = u64;

/// What is kept apart on the way: what later questions may still ask about, and which rules can still hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct State {
    /// The conditions that hold of earlier questions and are still asked about, by question.
    open: Vec<(usize, Held)>,
    /// The rules of which no condition has failed yet, a bit for each.
    pub alive: u128,
}

/// A quiz, and what is asked about each of its questions: by later questions, and by rules, which are lists of
/// conditions that hold where all of them do.
#[derive(Debug)]
pub struct Watch<'q> {
    quiz: &'q Quiz,
    spots: Vec<Spot<'q>>,
    rules: usize,
    /// By rule, the position of the last question it asks about.
    last_of_rule: Vec<Option<usize>>,
}

/// What is asked about one question, and what it asks.
#[derive(Debug, Default)]
struct Spot<'q> {
    conditions: Vec<&'q Condition>,
    /// The position of the last question that asks about this one.
    last_use: usize,
    /// Those of `conditions` that questions ask about.
    of_questions: Held,
    /// The conditions that each rule has on this question.
    of_rules: Vec<(usize, Held)>,
    /// For a `number`, those that stand for all others.
    numbers: Vec<f64>,
    /// When the question is asked: for every condition, the question it is on and its place there.
    show_if: Vec<(usize, usize)>,
}

impl<'q> Watch<'q> {
    /// Looks a quiz through once. All conditions must be on questions that exist.
    ///
    /// # Errors
    ///
    /// Where there are more conditions on one question, or more rules, than there are bits for them.
    pub fn of(quiz: &'q Quiz, rules: &[&'q [Condition]]) -> Result<Self, TooManyOpen> {
        if rules.len() > u128::BITS as usize {
            return Err(TooManyOpen);
        }
        let positions: BTreeMap<&str, usize> =
            quiz.questions.iter().enumerate().map(|(position, question)| (question.id.as_str(), position)).collect();
        let spots = quiz.questions.iter().map(|_| Spot::default()).collect();
        let mut watch = Self { quiz, spots, rules: rules.len(), last_of_rule: vec![None; rules.len()] };
        for (position, question) in quiz.questions.iter().enumerate() {
            for condition in &question.show_if {
                let Some(&at) = positions.get(condition.question.as_str()) else { continue };
                let place = watch.place(at, condition)?;
                watch.spots[at].of_questions |= 1 << place;
                watch.spots[at].last_use = position;
                watch.spots[position].show_if.push((at, place));
            }
        }
        for (rule, conditions) in rules.iter().enumerate() {
            for condition in conditions.iter() {
                let Some(&at) = positions.get(condition.question.as_str()) else { continue };
                let bit = 1 << watch.place(at, condition)?;
                match watch.spots[at].of_rules.iter_mut().find(|(known, _)| *known == rule) {
                    Some((_, bits)) => *bits |= bit,
                    None => watch.spots[at].of_rules.push((rule, bit)),
                }
                watch.last_of_rule[rule] = watch.last_of_rule[rule].max(Some(at));
            }
        }
        for (spot, question) in watch.spots.iter_mut().zip(&quiz.questions) {
            if question.kind == Kind::Number {
                spot.numbers = numbers(question, &spot.conditions);
            }
        }
        Ok(watch)
    }

    fn place(&mut self, at: usize, condition: &'q Condition) -> Result<usize, TooManyOpen> {
        let known = &mut self.spots[at].conditions;
        let place = known.iter().position(|one| *one == condition).unwrap_or_else(|| {
            known.push(condition);
            known.len() - 1
        });
        if place < Held::BITS as usize { Ok(place) } else { Err(TooManyOpen) }
    }

    /// The quiz.
    pub fn quiz(&self) -> &'q Quiz {
        self.quiz
    }

    /// The conditions on a question that are told apart.
    pub fn conditions(&self, position: usize) -> &[&'q Condition] {
        &self.spots[position].conditions
    }

    /// The conditions on a question that hold, if one at a place does so where this says.
    pub fn held(&self, position: usize, holds: impl Fn(usize, &Condition) -> bool) -> Held {
        let conditions = self.conditions(position).iter().enumerate();
        conditions.filter(|(place, condition)| holds(*place, condition)).fold(0, |held, (place, _)| held | 1 << place)
    }

    /// Before the first question: all rules can still hold.
    pub fn start(&self) -> State {
        State { open: Vec::new(), alive: first_rules(self.rules) }
    }

    /// Whether a question is asked.
    pub fn asks(&self, state: &State, position: usize) -> bool {
        self.spots[position].show_if.iter().all(|(at, place)| {
            let held = state.open.iter().find(|(known, _)| known == at).map_or(0, |(_, held)| *held);
            held & (1 << place) != 0
        })
    }

    /// After a question of which `held` holds; nothing does where it was not asked or not answered.
    pub fn after(&self, state: &State, position: usize, held: Held) -> State {
        let spot = &self.spots[position];
        let still = |at: &usize| self.spots[*at].last_use > position;
        let mut open: Vec<(usize, Held)> = state.open.iter().filter(|(at, _)| still(at)).copied().collect();
        if still(&position) {
            open.push((position, held & spot.of_questions));
        }
        let mut alive = state.alive;
        for (rule, needed) in &spot.of_rules {
            if held & needed != *needed {
                alive &= !(1 << rule);
            }
        }
        State { open, alive }
    }

    /// Whether every question that a rule asks about lies behind, at a position.
    fn is_settled(&self, rule: usize, position: usize) -> bool {
        self.last_of_rule[rule].is_none_or(|last| last <= position)
    }

    /// Whether one of these rules is known to hold, in a state that was reached by the question at a position.
    pub fn any_holds(&self, mut rules: Range<usize>, state: &State, position: usize) -> bool {
        rules.any(|rule| state.alive & (1 << rule) != 0 && self.is_settled(rule, position))
    }

    /// The numbers that stand for all others: what holds, and what a number is worth, changes only where a band or
    /// a condition begins.
    pub fn numbers(&self, position: usize) -> &[f64] {
        &self.spots[position].numbers
    }
}

fn numbers(question: &Question, conditions: &[&Condition]) -> Vec<f64> {
    let bands = question.bands.iter().map(|band| band.from);
    let begins = bands.chain(conditions.iter().flat_map(|it| [it.at_least, it.below]).flatten());
    let mut numbers: Vec<f64> = begins.filter_map(|begin| question.number_from(begin)).collect();
    numbers.sort_by(f64::total_cmp);
    numbers.dedup();
    numbers
}

/// The bits of the first rules.
pub(crate) fn first_rules(count: usize) -> u128 {
    u128::MAX.checked_shr(u128::BITS.saturating_sub(count as u32)).unwrap_or(0)
}
