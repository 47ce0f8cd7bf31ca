//! Which questions a person is asked, in what order, and how far along they are.

use super::answers::Answers;
use super::content::{Condition, Content, Points, Question, Said};

/// The way through a quiz for one set of answers. It follows from the content and the answers alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    asked: Vec<usize>,
    counted: Answers,
    said: Vec<(usize, Said, Points)>,
    set_aside: usize,
}

/// How far along a question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The number of the question among those asked, from 1.
    pub number: usize,
    /// How many questions there are in all, counting every one that may still open.
    pub total: usize,
    /// Whether later answers may still change the total.
    pub about: bool,
}

impl Estimate {
    /// The share of the quiz that lies behind the question, in percent. It never falls on the way
    /// forward: an answer can close questions that were counted, and never opens one that was not.
    pub fn percent(self) -> u8 {
        ((self.number - 1) * 100 / self.total.max(1)) as u8
    }
}

impl Course {
    /// Goes through the questions in order. Conditions look back only, so one pass settles all.
    pub fn of(content: &Content, answers: &Answers) -> Self {
        let mut given = content.in_order(answers);
        let mut asked = Vec::with_capacity(given.len());
        let mut said = Vec::with_capacity(answers.len() * 2);
        let (mut fitting, mut counting) = (0, 0);
        for (position, question) in content.questions.iter().enumerate() {
            let answer = given[position].take().filter(|answer| answer.fits(question));
            fitting += usize::from(answer.is_some());
            let holds = |(condition, at): (&Condition, &usize)| given[*at].is_some_and(|it| condition.holds_of(it));
            if !question.show_if.iter().zip(content.looks_at(position)).all(holds) {
                continue;
            }
            asked.push(position);
            given[position] = answer;
            if let Some(answer) = answer {
                counting += 1;
                said.extend(question.said(answer).map(|(part, points)| (position, part, points)));
            }
        }
        // Mostly all of them count.
        let counted = if counting == answers.len() { answers.clone() } else { content.by_id(&given) };
        Self { asked, counted, said, set_aside: answers.len() - fitting }
    }

    /// Every option picked and every number given that counts, with the place of its question and its points, in the
    /// order of the content.
    pub fn said(&self) -> &[(usize, Said, Points)] {
        &self.said
    }

    /// The answers that count: to questions that are asked, and such as these questions take.
    pub fn counted(&self) -> &Answers {
        &self.counted
    }

    /// Whether a question that is asked has no answer.
    pub fn has_skipped(&self) -> bool {
        self.counted.len() < self.asked.len()
    }

    /// How many answers belong to no question of this content, or are not such as their question takes.
    /// They come from records that were saved under another version of the content.
    pub fn set_aside(&self) -> usize {
        self.set_aside
    }

    /// The places in the content of the questions asked, in order.
    pub fn asked(&self) -> &[usize] {
        &self.asked
    }

    /// The questions asked, in order.
    pub fn questions<'c>(&self, content: &'c Content) -> impl Iterator<Item = &'c Question> {
        self.asked.iter().map(|&position| &content.questions[position])
    }

    /// Whether a question is asked.
    pub fn asks(&self, content: &Content, id: &str) -> bool {
        content.position(id).is_some_and(|position| self.asked.contains(&position))
    }

    /// The question asked after this one.
    pub fn next<'c>(&self, content: &'c Content, id: &str) -> Option<&'c Question> {
        let position = content.position(id)?;
        self.asked.iter().find(|&&asked| asked > position).map(|&asked| &content.questions[asked])
    }

    /// The question asked before this one.
    pub fn previous<'c>(&self, content: &'c Content, id: &str) -> Option<&'c Question> {
        let position = content.position(id)?;
        self.asked.iter().rev().find(|&&asked| asked < position).map(|&asked| &content.questions[asked])
    }

    /// The question to go to after an answer was changed from the review: a later one that was not asked `before`,
    /// and has no answer yet.
    pub fn next_opened<'c>(&self, content: &'c Content, before: &Course, id: &str) -> Option<&'c Question> {
        let position = content.position(id)?;
        let opened = self.asked.iter().filter(|&&asked| asked > position && !before.asked.contains(&asked));
        let mut opened = opened.map(|&asked| &content.questions[asked]);
        opened.find(|question| self.counted.get(&question.id).is_none())
    }

    /// How far along the question with this id is.
    pub fn estimate(&self, content: &Content, id: &str) -> Estimate {
        let here = content.position(id).unwrap_or(0);
        let number = self.asked.iter().filter(|&&asked| asked <= here).count().max(1);
        // Later questions that may be asked, each with whether that is settled by what lies behind.
        let mut open: Vec<(usize, bool)> = Vec::new();
        for (position, question) in content.questions.iter().enumerate().skip(here + 1) {
            let mut settled = true;
            let possible = question.show_if.iter().all(|condition| match content.position(&condition.question) {
                Some(at) if at < here => condition.holds(&self.counted),
                Some(at) => {
                    settled = false;
                    at == here || open.iter().any(|&(later, _)| later == at)
                }
                None => false,
            });
            if possible {
                open.push((position, settled));
            }
        }
        Estimate { number, total: number + open.len(), about: open.iter().any(|&(_, settled)| !settled) }
    }
}
