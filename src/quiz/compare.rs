//! What differs between two results: the answers, the scores, and the ledger lines that the scores are sums of.

use super::answers::{Answer, Answers};
use super::content::{Content, ProfileId, Said};
use super::course::Course;
use super::score::{Outcome, score};

/// One of the two: answers, and what they come to by a content. After a change of the quiz each may have a content of
/// its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Side<'c> {
    /// The content.
    pub content: &'c Content,
    /// The way through it, and the answers that count on that.
    pub course: Course,
    /// The scores.
    pub outcome: Outcome,
}

/// What differs between two sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The questions with another answer, in the order of the second content, and after them those that only the first has.
    pub answers: Vec<AnswerChange>,
    /// How many questions have the same answer on both sides.
    pub same_answers: usize,
    /// The four profiles, in the order of the second content.
    pub profiles: Vec<ProfileChange>,
}

/// A question that is answered differently.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerChange {
    /// The id of the question.
    pub question: String,
    /// The options picked on the first side, or the number. Empty where there is no answer that counts.
    pub before: Vec<Answer>,
    /// The same on the second side.
    pub after: Vec<Answer>,
}

/// How the score of a profile differs, line by line.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileChange {
    /// Which profile.
    pub id: ProfileId,
    /// Its score on the first side.
    pub before: u32,
    /// Its score on the second side.
    pub after: u32,
    /// The lines that differ, by question, in the order of [`Comparison::answers`].
    pub lines: Vec<LineChange>,
    /// The sum of the lines that both ledgers have with the same points.
    pub same_points: u32,
}

/// A line that only one ledger has, or that gives other points in the other.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChange {
    /// The id of the question.
    pub question: String,
    /// One option that was picked, or the number that was given.
    pub answer: Answer,
    /// The points that it gives on the first side. None where that ledger has no such line.
    pub before: Option<u32>,
    /// The same on the second side.
    pub after: Option<u32>,
}

impl<'c> Side<'c> {
    /// What these answers come to by this content.
    pub fn of(content: &'c Content, answers: &Answers) -> Self {
        let course = Course::of(content, answers);
        let outcome = score(content, &course);
        Self { content, course, outcome }
    }

    /// What was answered to a question, in the order of the content. Empty where nothing was that counts.
    fn answer(&self, question: &str) -> Vec<Answer> {
        let part = |&(position, said, _): &(usize, Said, _)| {
            let asked = &self.content.questions[position];
            (asked.id == question).then(|| asked.answer_of(said))
        };
        self.course.said().iter().filter_map(part).collect()
    }

    /// The lines of a profile that a question gave.
    fn lines(&self, profile: ProfileId, question: &str) -> impl Iterator<Item = (Answer, u32)> {
        let ledger = self.outcome.score_of(profile).ledger.iter();
        let lines = ledger.filter(move |line| line.question(self.content).id == question);
        lines.map(|line| (line.answer(self.content), line.points))
    }
}

impl ProfileChange {
    /// By how much the second score is higher. It is the sum of the differences of the lines.
    pub fn difference(&self) -> i64 {
        i64::from(self.after) - i64::from(self.before)
    }
}

impl LineChange {
    /// By how many points more the line gives on the second side.
    pub fn difference(&self) -> i64 {
        i64::from(self.after.unwrap_or(0)) - i64::from(self.before.unwrap_or(0))
    }
}

/// Compares two sides.
pub fn compare(before: &Side<'_>, after: &Side<'_>) -> Comparison {
    let only_before = before.content.questions.iter().filter(|question| after.content.question(&question.id).is_none());
    let questions: Vec<&str> =
        after.content.questions.iter().chain(only_before).map(|question| question.id.as_str()).collect();
    let mut same_answers = 0;
    let mut answers = Vec::new();
    for &question in &questions {
        let (was, is) = (before.answer(question), after.answer(question));
        match (are_same(&was, &is), is.is_empty()) {
            (true, true) => {}
            (true, false) => same_answers += 1,
            (false, _) => answers.push(AnswerChange { question: question.to_owned(), before: was, after: is }),
        }
    }
    let profiles = after.content.profiles.iter().map(|profile| of_profile(profile.id, before, after, &questions));
    Comparison { answers, same_answers, profiles: profiles.collect() }
}

/// Whether two answers say the same. Another version of a content may have its options in another order.
fn are_same(one: &[Answer], other: &[Answer]) -> bool {
    one.len() == other.len() && one.iter().all(|part| other.contains(part))
}

fn of_profile(id: ProfileId, before: &Side<'_>, after: &Side<'_>, questions: &[&str]) -> ProfileChange {
    let mut lines = Vec::new();
    let mut same_points = 0;
    for &question in questions {
        let mut now: Vec<_> = after.lines(id, question).collect();
        for (answer, points) in before.lines(id, question) {
            let still = now.iter().position(|(said, _)| *said == answer).map(|at| now.remove(at).1);
            if still == Some(points) {
                same_points += points;
                continue;
            }
            lines.push(LineChange { question: question.to_owned(), answer, before: Some(points), after: still });
        }
        let new =
            |(answer, points)| LineChange { question: question.to_owned(), answer, before: None, after: Some(points) };
        lines.extend(now.into_iter().map(new));
    }
    let score = |side: &Side<'_>| side.outcome.score_of(id).score;
    ProfileChange { id, before: score(before), after: score(after), lines, same_points }
}
