//! Answers are kept by id, and questions have a place. Both are gone through side by side here, so that going through
//! a quiz takes no search for every question.

use super::{Content, ProfileId, Question, Quiz};
use crate::quiz::answers::{Answer, Answers};
use crate::quiz::by_name::ByName;

impl Content {
    pub(in crate::quiz) fn new(quiz: Quiz) -> Self {
        let ids: ByName<usize> = quiz.questions.iter().map(|it| it.id.clone()).zip(0..).collect();
        let by_id = ids.iter().map(|(_, place)| *place).collect();
        let spreads = quiz.questions.iter().map(spreads).collect();
        let mut content = Self { quiz, by_id, spreads, looks_at: Vec::new() };
        let places = |question: &Question| {
            // `check` refuses a condition on a question that does not exist.
            question.show_if.iter().map(|condition| content.position(&condition.question).unwrap_or(0)).collect()
        };
        content.looks_at = content.quiz.questions.iter().map(places).collect();
        content
    }

    /// Of every condition by which the question at a place is asked, the place of the question that it looks at.
    pub fn looks_at(&self, position: usize) -> &[usize] {
        &self.looks_at[position]
    }

    /// By how much the answers to the question at a place differ in what they give one profile over another.
    pub fn spread(&self, position: usize, one: ProfileId, other: ProfileId) -> u8 {
        self.spreads[position][one as usize][other as usize]
    }

    /// The place of a question in the content's order, from 0.
    pub fn position(&self, id: &str) -> Option<usize> {
        let found = self.by_id.binary_search_by(|position| self.quiz.questions[*position].id.as_str().cmp(id));
        found.ok().map(|at| self.by_id[at])
    }

    /// To every question, in the order of the content, its answer.
    pub fn in_order<'a>(&self, answers: &'a Answers) -> Vec<Option<&'a Answer>> {
        let mut in_order = vec![None; self.by_id.len()];
        let mut rest = answers.iter().peekable();
        for &position in &self.by_id {
            let id = self.quiz.questions[position].id.as_str();
            while rest.next_if(|(question, _)| *question < id).is_some() {}
            in_order[position] = rest.next_if(|(question, _)| *question == id).map(|(_, answer)| answer);
        }
        in_order
    }

    /// The same answers by id.
    pub fn by_id(&self, in_order: &[Option<&Answer>]) -> Answers {
        let answered = self.by_id.iter().filter_map(|&position| Some((position, in_order[position]?)));
        answered.map(|(position, answer)| (self.quiz.questions[position].id.clone(), answer.clone())).collect()
    }
}

/// For every pair of profiles, by how much the answers to a question differ in what they give one over the other.
pub(super) type Spreads = [[u8; 4]; 4];

fn spreads(question: &Question) -> Spreads {
    ProfileId::ALL.map(|one| ProfileId::ALL.map(|other| spread(question, one, other)))
}

fn spread(question: &Question, one: ProfileId, other: ProfileId) -> u8 {
    let options = question.options.iter().map(|option| option.points);
    let points = options.chain(question.bands.iter().map(|band| band.points));
    let leads = points.map(|points| i16::from(points.of(one)) - i16::from(points.of(other)));
    // To leave a question out gives neither a point.
    let (least, most) = leads.fold((0, 0), |(least, most), lead| (least.min(lead), most.max(lead)));
    u8::try_from(most.abs_diff(least)).unwrap_or(u8::MAX)
}
