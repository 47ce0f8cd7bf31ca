//! To how many people each program is recommended.

use super::budget::Budget;
use crate::quiz::content::{Condition, Content, Kind, Quiz};
use crate::quiz::paths::{Allowed, Part, State, Steps, Tally, TooManyOpen, Watch, walk_through};

/// The most steps that are taken for one program.
const MAX_STEPS: usize = 2_000_000;

/// The share of answer sets that a program is recommended to.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The id of the program.
    pub program: String,
    /// From 0 to 1.
    pub share: f64,
}

/// The share of all answer sets that each program is recommended to: every option of a `single` weighs the same, every
/// option of a `multi` is in or out, and every band of a `number` comes up once. Exact but for rounding.
///
/// # Errors
///
/// Where too much is open at once to count.
pub fn neutrality(content: &Content) -> Result<Vec<Share>, TooManyOpen> {
    shares(content, &Budget::new())
}

/// Like [`neutrality`], with what is left of a budget.
pub(super) fn shares(content: &Content, budget: &Budget) -> Result<Vec<Share>, TooManyOpen> {
    let none: Vec<&[Condition]> = content.no_program.iter().map(|advice| &*advice.show_if).collect();
    let shares = content.programs.iter().map(|program| {
        let mut rules = none.clone();
        rules.extend(program.reasons.iter().map(|reason| &*reason.show_if));
        let share = budget.search(MAX_STEPS, |steps| share(content, &rules, none.len(), steps))?;
        Ok(Share { program: program.id.clone(), share })
    });
    shares.collect()
}

/// The share of answer sets in which none of the first rules holds, and one of the others does.
fn share(quiz: &Quiz, rules: &[&[Condition]], none: usize, steps: &mut Steps) -> Result<f64, TooManyOpen> {
    let watch = Watch::of(quiz, rules)?;
    let tally = Weight { quiz, watch: &watch };
    let allowed = |position: usize| Allowed::Any { skip: quiz.questions[position].kind == Kind::Multi };
    let holds = |state: &State, rule: usize| state.alive & (1 << rule) != 0;
    let wanted = |state: &State, position: usize| {
        let is_needless = watch.any_holds(0..none, state, position);
        let can_hold = (none..rules.len()).any(|rule| holds(state, rule));
        can_hold && !is_needless
    };
    let ends = walk_through(&watch, &tally, 1.0, allowed, wanted, steps)?;
    // A sum in the order of the states is the same every time.
    Ok(ends.into_values().sum())
}

/// How much of all answer sets a way stands for.
struct Weight<'q> {
    quiz: &'q Quiz,
    watch: &'q Watch<'q>,
}

impl Tally for Weight<'_> {
    type Value = f64;

    fn extend(&self, weight: &f64, position: usize, part: Part) -> f64 {
        let question = &self.quiz.questions[position];
        let exclusive = question.options.iter().filter(|option| option.exclusive).count();
        let sets = 2_f64.powi((question.options.len() - exclusive) as i32) + exclusive as f64;
        match part {
            Part::Number(number) => {
                let begins = question.bands.iter().map(|band| band.from);
                let from = begins.clone().rfind(|from| *from <= number).unwrap_or(number);
                let to = begins.clone().find(|begin| *begin > number).unwrap_or(f64::INFINITY);
                let sharing = self.watch.numbers(position).iter().filter(|it| (from..to).contains(*it)).count();
                weight / (question.bands.len() * sharing) as f64
            }
            Part::Pick { .. } if question.kind == Kind::Single => weight / question.options.len() as f64,
            // A set begins with its first option; the others come with it.
            Part::Pick { first: true, .. } | Part::Left => weight / sets,
            Part::Pick { first: false, .. } => *weight,
        }
    }

    fn join(&self, known: &mut f64, other: f64) {
        *known += other;
    }
}
