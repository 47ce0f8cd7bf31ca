//! What makes one doubt that the answers were meant: said kindly, for anybody can slip.

use super::answers::Answer;
use super::content::{Advice, Condition, Content, Kind};
use super::course::Course;

/// How many times in a row the same position must be picked to be remarked on. A beginner is asked five questions of
/// which the first option may well be true of them all.
const RUN: usize = 6;

/// A reason to look at the answers once more.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt<'c> {
    /// Answers that do not go together.
    Contradiction {
        /// What is said of them.
        advice: &'c Advice,
        /// The ids of the questions.
        questions: Vec<&'c str>,
    },
    /// The same position was picked in one `single` after another.
    SamePosition {
        /// The position, from 1.
        position: usize,
        /// The ids of the questions.
        questions: Vec<&'c str>,
    },
}

/// Everything there is to doubt, in the order of the content.
pub fn doubts<'c>(content: &'c Content, course: &Course) -> Vec<Doubt<'c>> {
    let holding = content.contradictions.iter().filter(|it| Condition::all_hold(&it.show_if, course.counted()));
    let contradictions = holding.map(|advice| {
        let mut questions: Vec<&str> = Vec::new();
        for condition in &advice.show_if {
            if !questions.contains(&condition.question.as_str()) {
                questions.push(&condition.question);
            }
        }
        Doubt::Contradiction { advice, questions }
    });
    contradictions.chain(same_position(content, course)).collect()
}

/// The longest run of the same position, if it is long enough. Of equal ones the first.
fn same_position<'c>(content: &'c Content, course: &Course) -> Option<Doubt<'c>> {
    let singles = course.questions(content).filter(|question| question.kind == Kind::Single);
    let picked = singles.filter_map(|question| {
        let Some(Answer::One(id)) = course.counted().get(&question.id) else { return None };
        let position = question.options.iter().position(|option| option.id == *id)? + 1;
        Some((position, question.id.as_str()))
    });
    let mut longest: (usize, Vec<&str>) = (0, Vec::new());
    let mut run: (usize, Vec<&str>) = (0, Vec::new());
    for (position, question) in picked {
        if run.0 != position {
            run = (position, Vec::new());
        }
        run.1.push(question);
        if run.1.len() > longest.1.len() {
            longest.clone_from(&run);
        }
    }
    let (position, questions) = longest;
    (questions.len() >= RUN).then_some(Doubt::SamePosition { position, questions })
}
