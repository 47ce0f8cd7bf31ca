//! What is kept in the browser: the progress of a quiz, and finished results.

use super::answers::{Answer, Answers};
use super::content::{Content, Points, ProfileId};
use super::course::Course;
use super::score::Outcome;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the records that this program writes.
pub const RECORD_VERSION: u32 = 1;

/// A quiz being taken.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The version of this record's format.
    pub record_version: u32,
    /// Counts the changes to the record, from 0.
    pub revision: u64,
    /// The version of the content that was last answered under.
    pub content_version: String,
    /// The question the person is at; none at the review.
    pub at: Option<String>,
    /// The largest share of the quiz that has lain behind the person so far, in percent.
    pub reached: u8,
    /// The answers. Those that the content does not know are kept all the same.
    pub answers: Answers,
}

/// All finished results of one quiz.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Library {
    /// The version of this record's format.
    pub record_version: u32,
    /// Counts the changes to the record, from 0.
    pub revision: u64,
    /// The results, oldest first.
    pub results: Vec<SavedResult>,
}

/// A finished result.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SavedResult {
    /// Names the result among those of this quiz.
    pub id: String,
    /// What the person calls it; empty until they name it.
    pub name: String,
    /// When it was made, as an ISO 8601 time in UTC.
    pub saved_at: String,
    /// The version of the content it was made with.
    pub content_version: String,
    /// The profile that fitted best then.
    pub best: Option<ProfileId>,
    /// The scores of that time.
    pub scores: Points,
    /// The answers.
    pub answers: Answers,
}

/// Why a record could not be taken over. Whatever it is, the text it was read from is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was written by a later version of this program. Holds the record's version.
    Newer(u32),
    /// It is damaged, or something else altogether. Holds what was wrong with it.
    Broken(String),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(f, "record version {version} is newer than {RECORD_VERSION}"),
            Self::Broken(message) => f.write_str(message),
        }
    }
}

#[derive(Deserialize)]
struct Version {
    record_version: u32,
}

/// Reads a record.
///
/// # Errors
///
/// [`Unread::Newer`] for a record of a later version, whatever else it holds; [`Unread::Broken`] for a text
/// that is not such a record.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unread> {
    let broken = |error: serde_json::Error| Unread::Broken(error.to_string());
    let Version { record_version } = serde_json::from_str(text).map_err(broken)?;
    match record_version {
        RECORD_VERSION => serde_json::from_str(text).map_err(broken),
        0 => Err(Unread::Broken("there was never a record version 0".to_owned())),
        newer => Err(Unread::Newer(newer)),
    }
}

impl Progress {
    /// A quiz not yet begun.
    pub fn new(content: &Content) -> Self {
        Self {
            record_version: RECORD_VERSION,
            revision: 0,
            content_version: content.version.clone(),
            at: Some(content.questions[0].id.clone()),
            reached: 0,
            answers: Answers::default(),
        }
    }

    /// Keeps an answer, or takes it back.
    pub fn answer(&mut self, content: &Content, question: &str, answer: Option<Answer>) {
        match answer {
            Some(answer) => self.answers.set(question, answer),
            None => self.answers.clear(question),
        }
        self.content_version.clone_from(&content.version);
        self.revision += 1;
    }

    /// Moves to a question, or to the review. Only a step forward counts as progress: to follow a link
    /// into the middle does not.
    pub fn visit(&mut self, content: &Content, question: Option<&str>) {
        let course = Course::of(content, &self.answers);
        let next = self.at.as_deref().and_then(|at| course.next(content, at)).map(|next| next.id.as_str());
        if self.at.as_deref() == question {
            return;
        }
        if self.at.is_some() && next == question {
            let percent = question.map_or(100, |id| course.estimate(content, id).percent());
            self.reached = self.reached.max(percent).min(100);
        }
        self.at = question.map(str::to_owned);
        self.revision += 1;
    }

    /// Forgets the answers and begins anew. The revision goes on counting.
    pub fn start_over(&mut self, content: &Content) {
        *self = Self { revision: self.revision + 1, ..Self::new(content) };
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

impl Default for Library {
    fn default() -> Self {
        Self { record_version: RECORD_VERSION, revision: 0, results: Vec::new() }
    }
}

impl Library {
    /// The result with this id.
    pub fn get(&self, id: &str) -> Option<&SavedResult> {
        self.results.iter().find(|result| result.id == id)
    }

    /// The newest result.
    pub fn latest(&self) -> Option<&SavedResult> {
        self.results.last()
    }

    /// Keeps a result of these answers, and returns its id. Where the newest result is of the same answers
    /// under the same content, that one stands: looking again is not a second result. `saved_at` is an ISO 8601
    /// time in UTC, from which a new id is made too.
    pub fn keep(&mut self, content: &Content, outcome: &Outcome, answers: &Answers, saved_at: &str) -> String {
        if let Some(latest) = self.latest()
            && latest.answers == *answers
            && latest.content_version == content.version
        {
            return latest.id.clone();
        }
        let id = self.free_id(saved_at);
        self.results.push(SavedResult {
            id: id.clone(),
            name: String::new(),
            saved_at: saved_at.to_owned(),
            content_version: content.version.clone(),
            best: outcome.best,
            scores: outcome.points(),
            answers: answers.clone(),
        });
        self.revision += 1;
        id
    }

    /// Gives a result another name.
    pub fn rename(&mut self, id: &str, name: &str) {
        if let Some(result) = self.results.iter_mut().find(|result| result.id == id) {
            result.name = name.trim().to_owned();
            self.revision += 1;
        }
    }

    /// Removes a result.
    pub fn delete(&mut self, id: &str) {
        self.results.retain(|result| result.id != id);
        self.revision += 1;
    }

    fn free_id(&self, saved_at: &str) -> String {
        let base: String = saved_at.chars().filter(char::is_ascii_digit).collect();
        let taken = |id: &str| self.get(id).is_some();
        if !taken(&base) {
            return base;
        }
        let numbered = (2..).map(|number: u32| format!("{base}-{number}")).find(|id| !taken(id));
        numbered.unwrap_or(base)
    }
}
