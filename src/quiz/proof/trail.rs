//! How a way through a quiz was come by.

use crate::quiz::answers::{Answer, Answers};
use crate::quiz::content::{Kind, Question, Quiz};
use crate::quiz::paths::Part;
use std::rc::Rc;

/// The parts of answers that a way is made of. Ways that begin alike share their beginning.
#[derive(Clone, Debug, Default)]
pub(super) struct Trail(Option<Rc<Step>>);

#[derive(Debug)]
struct Step {
    position: usize,
    part: Part,
    before: Trail,
}

impl Trail {
    /// The same trail with a part more.
    pub(super) fn with(&self, position: usize, part: Part) -> Self {
        Self(Some(Rc::new(Step { position, part, before: self.clone() })))
    }

    /// The answers that the parts come to.
    pub(super) fn answers(&self, quiz: &Quiz) -> Answers {
        let mut steps = Vec::new();
        let mut next = self;
        while let Some(step) = &next.0 {
            steps.push(step);
            next = &step.before;
        }
        let mut answers = Answers::default();
        for step in steps.into_iter().rev() {
            add(&mut answers, &quiz.questions[step.position], step.part);
        }
        answers
    }
}

fn add(answers: &mut Answers, question: &Question, part: Part) {
    match part {
        Part::Left => {}
        Part::Number(number) => answers.set(&question.id, Answer::Number(number)),
        Part::Pick { option, .. } if question.kind == Kind::Single => {
            answers.set(&question.id, Answer::One(question.options[option].id.clone()));
        }
        Part::Pick { option, .. } => {
            let picked = answers.get(&question.id).map(Answer::options).unwrap_or_default();
            let more = question.toggled(picked, &question.options[option].id, true);
            answers.set(&question.id, Answer::Many(more));
        }
    }
}
