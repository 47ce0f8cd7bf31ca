//! A quiz being taken.

use super::write::Write;
use super::{Record, after};
use crate::quiz::answers::{Answer, Answers};
use crate::quiz::content::Content;
use crate::quiz::course::Course;
use serde::{Deserialize, Serialize};

/// A quiz being taken.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The version of this record's format.
    pub record_version: u32,
    /// Counts the changes to the record, from 0.
    pub revision: u64,
    /// The write it comes from. Since version 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write: Option<Write>,
    /// The version of the content that was last answered under.
    pub content_version: String,
    /// The question the person is at; none at the review.
    pub at: Option<String>,
    /// The largest share of the quiz that has lain behind the person so far, in percent.
    pub reached: u8,
    /// The answers. Those that the content does not know are kept all the same.
    pub answers: Answers,
}

/// Something that a person does to their progress.
#[derive(Clone, Debug, PartialEq)]
pub enum ProgressChange {
    /// Answers a question, or takes its answer back.
    Answer {
        /// The id of the question.
        question: String,
        /// The answer, if it is not taken back.
        answer: Option<Answer>,
        /// The version of the content it is asked in.
        content_version: String,
    },
    /// Moves to a question, or to the review.
    Visit {
        /// The question; none for the review.
        at: Option<String>,
        /// The share of the quiz that lies behind the person there, in percent.
        reached: u8,
    },
    /// Forgets the answers and begins anew. Holds a quiz not yet begun.
    StartOver(Progress),
    /// Brings back what was deleted. What has been answered since stays.
    Restore(Progress),
}

impl Progress {
    /// A quiz not yet begun.
    pub fn new(content: &Content) -> Self {
        Self {
            record_version: Self::VERSION,
            revision: 0,
            write: None,
            content_version: content.version.clone(),
            at: Some(content.questions[0].id.clone()),
            reached: 0,
            answers: Answers::default(),
        }
    }

    /// Keeping an answer, or taking it back.
    pub fn answering(content: &Content, question: &str, answer: Option<Answer>) -> ProgressChange {
        ProgressChange::Answer { question: question.to_owned(), answer, content_version: content.version.clone() }
    }

    /// Moving to a question, or to the review. Only a step forward counts as progress: to follow a link
    /// into the middle does not. None where the person is there already.
    pub fn visiting(&self, content: &Content, question: Option<&str>) -> Option<ProgressChange> {
        if self.at.as_deref() == question {
            return None;
        }
        let course = Course::of(content, &self.answers);
        let next = self.at.as_deref().and_then(|at| course.next(content, at)).map(|next| next.id.as_str());
        let mut reached = self.reached;
        if self.at.is_some() && next == question {
            let percent = question.map_or(100, |id| course.estimate(content, id).percent());
            reached = reached.max(percent).min(100);
        }
        Some(ProgressChange::Visit { at: question.map(str::to_owned), reached })
    }

    /// Forgetting the answers and beginning anew.
    pub fn starting_over(content: &Content) -> ProgressChange {
        ProgressChange::StartOver(Self::new(content))
    }

    /// Whether there is anything to continue.
    pub fn is_begun(&self) -> bool {
        !self.answers.is_empty() || self.reached > 0
    }

    /// Where to continue: the question the person was at if it is still asked, else the first one
    /// without an answer; none for the review.
    pub fn resume_at<'c>(&self, content: &'c Content, course: &Course) -> Option<&'c str> {
        let at = self.at.as_deref()?;
        let still_asked = content.question(at).filter(|question| course.asks(content, &question.id));
        let unanswered = || course.questions(content).find(|question| course.counted().get(&question.id).is_none());
        still_asked.or_else(unanswered).map(|question| question.id.as_str())
    }
}

impl Record for Progress {
    const VERSION: u32 = 2;
    const FIELDS: &[&str] = &["record_version", "revision", "write", "content_version", "at", "reached", "answers"];
    type Change = ProgressChange;

    fn revision(&self) -> u64 {
        self.revision
    }

    fn at_revision(self, revision: u64) -> Self {
        Self { record_version: Self::VERSION, revision, ..self }
    }

    fn write(&self) -> Option<Write> {
        self.write
    }

    fn written(self, write: Option<Write>) -> Self {
        Self { write, ..self }
    }

    fn apply(&mut self, change: &ProgressChange) {
        let before = self.clone();
        match change {
            ProgressChange::Answer { question, answer, content_version } => {
                match answer {
                    Some(answer) => self.answers.set(question, answer.clone()),
                    None => self.answers.clear(question),
                }
                self.content_version.clone_from(content_version);
            }
            ProgressChange::Visit { at, reached } => {
                self.at.clone_from(at);
                self.reached = self.reached.max(*reached);
            }
            ProgressChange::StartOver(blank) => {
                *self = Self { revision: self.revision, write: self.write, ..blank.clone() };
            }
            ProgressChange::Restore(before) => {
                let mut answers = before.answers.clone();
                for (question, answer) in self.answers.iter() {
                    answers.set(question, answer.clone());
                }
                let was_begun = self.is_begun();
                self.answers = answers;
                self.reached = self.reached.max(before.reached);
                if !was_begun {
                    self.at.clone_from(&before.at);
                    self.content_version.clone_from(&before.content_version);
                }
            }
        }
        if *self != before {
            self.revision = after(self.revision);
        }
    }

    fn is_blank(&self) -> bool {
        !self.is_begun()
    }

    /// Nobody can say which of two answers is the later one, so no two are mixed.
    fn join(&mut self, other: &Self) -> bool {
        self.answers == other.answers
    }
}
