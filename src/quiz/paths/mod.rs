//! Every path through a quiz at once.
//!
//! What can still become of a quiz depends on all ways to answer what is left. There are too many ways to
//! try, but few that matter to what follows: later questions see an earlier answer only through their
//! conditions. So [`walk`] goes through the questions in order and keeps one value for every combination of
//! conditions that may still be asked about. What that value is, and how those of two ways that lead to the same
//! place are joined, is up to a [`Tally`]: the most points, how many ways there are, or a list of ways.
//!
//! This is exact, and its cost grows with the number of conditions open at once, not with the number of questions.

mod walk;
mod watch;

pub use walk::{Allowed, Part, Tally, walk};
pub(crate) use walk::{walk_through, ways};
pub(crate) use watch::first_rules;
pub use watch::{Held, State, Watch};

use super::answers::Answers;
use super::content::{Points, ProfileId, Quiz};

/// The most steps that are taken through a quiz for its scores. The default content takes a few hundred.
const MAX_STEPS: usize = 200_000;

/// Points by profile, in the order of [`ProfileId::ALL`]. Unlike [`Points`] they may exceed 100.
pub type Sums = [u32; 4];

/// More is open at once than can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyOpen;

/// Counts the steps that are taken, so that no quiz keeps anybody waiting.
#[derive(Debug)]
pub struct Steps {
    left: usize,
}

impl Steps {
    /// This many steps at most.
    pub fn new(most: usize) -> Self {
        Self { left: most }
    }

    /// How many are left.
    pub fn left(&self) -> usize {
        self.left
    }

    /// Takes some steps.
    ///
    /// # Errors
    ///
    /// Where not so many are left.
    pub fn spend(&mut self, steps: usize) -> Result<(), TooManyOpen> {
        self.left = self.left.checked_sub(steps).ok_or(TooManyOpen)?;
        Ok(())
    }
}

/// The most points of each profile that these answers can still come to, when every question that has no
/// answer is answered in whatever way serves that profile best, and so is every question that this opens.
///
/// # Errors
///
/// Where too many conditions are open at once to follow them. `content::parse` refuses such a quiz.
pub fn most(quiz: &Quiz, answers: &Answers) -> Result<Sums, TooManyOpen> {
    let watch = Watch::of(quiz, &[])?;
    let allowed = |position: usize| {
        let question = &quiz.questions[position];
        match answers.get(&question.id).filter(|answer| answer.fits(question)) {
            Some(given) => Allowed::Given(Some(given)),
            // To leave a question out is a way too: it may keep others closed.
            None => Allowed::Any { skip: true },
        }
    };
    let ends = walk(&watch, &Most { quiz }, Sums::default(), allowed, &mut Steps::new(MAX_STEPS))?;
    Ok(ends.into_values().fold(Sums::default(), larger))
}

/// The most points of each profile.
struct Most<'q> {
    quiz: &'q Quiz,
}

impl Tally for Most<'_> {
    type Value = Sums;

    fn extend(&self, sums: &Sums, position: usize, part: Part) -> Sums {
        plus(*sums, sums_of(part.points(&self.quiz.questions[position])))
    }

    fn join(&self, known: &mut Sums, other: Sums) {
        *known = larger(*known, other);
    }
}

/// Points as sums begin.
pub fn sums_of(points: Points) -> Sums {
    ProfileId::ALL.map(|profile| u32::from(points.of(profile)))
}

/// Two sums added up.
pub fn plus(one: Sums, two: Sums) -> Sums {
    std::array::from_fn(|at| one[at] + two[at])
}

/// Whether one leads every rival of a profile by as much as the other does, or more: then nothing that is added to both
/// can turn it round.
pub fn leads_as_far(target: ProfileId, one: Sums, other: Sums) -> bool {
    let lead = |sums: Sums, rival: usize| i64::from(sums[target as usize]) - i64::from(sums[rival]);
    (0..one.len()).all(|rival| lead(one, rival) >= lead(other, rival))
}

fn larger(one: Sums, two: Sums) -> Sums {
    std::array::from_fn(|at| one[at].max(two[at]))
}
