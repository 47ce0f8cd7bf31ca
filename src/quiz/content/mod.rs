//! The content of a quiz: what is asked, what each answer is worth, and what is advised.
//!
//! The types here are the JSON format, field by field (`public/content/quiz.schema.json` is made from
//! them). [`parse`] is the only way to a [`Content`], and it checks everything that the rest
//! of the program relies on, so nothing is checked a second time; what a build has checked by it can be read by [`parse_proven`], and
//! begun by [`beginning`](super::beginning).

mod check;
mod condition;
mod lists;
mod locate;
mod parse;
mod places;
mod search;
mod types;
mod unread;

pub use check::is_language;
pub(crate) use check::{is_date, is_kebab_case};
pub use condition::Condition;
pub(crate) use parse::fault_from_json;
pub use parse::{FORMAT_VERSION, Fault, MAX_BYTES, parse, parse_proven};
pub use search::{Also, Filter, Search};
pub use types::{
    Advice, AnswerOption, Band, Grows, Kind, Persona, Points, Prerequisite, Profile, ProfileId, Program, Question,
    Quiz, Reason,
};

pub use unread::Unread;

use crate::quiz::answers::Answer;
use std::ops::Deref;

/// A quiz that has been checked: every id it refers to exists, every list that must not be empty is
/// not, and every profile scores from 0 to 100. Made by [`parse`], [`parse_proven`] and [`beginning::read`](super::beginning::read) only, and
/// never changed afterwards, but for lists that were left out at first ([`Quiz::fill`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    quiz: Quiz,
    /// The places of the questions in the alphabetical order of their ids, which is that of answers.
    by_id: Vec<usize>,
    /// Of every question, by how much its answers set one profile apart from another.
    spreads: Vec<places::Spreads>,
    /// Of every question, the places of those that its conditions look at.
    looks_at: Vec<Vec<usize>>,
}

impl Deref for Content {
    type Target = Quiz;

    fn deref(&self) -> &Quiz {
        &self.quiz
    }
}

impl Quiz {
    /// The place of a question in the content's order, from 0.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The program with this id.
    pub fn program(&self, id: &str) -> Option<&Program> {
        self.programs.iter().find(|program| program.id == id)
    }
}

impl Content {
    /// The language of job titles and of what is searched for.
    pub fn market_language(&self) -> &str {
        self.market_language.as_deref().unwrap_or(&self.language)
    }

    /// The texts of a profile. Every content has all four.
    pub fn profile(&self, id: ProfileId) -> &Profile {
        // `check` refuses a content in which a profile is missing.
        self.profiles.iter().find(|profile| profile.id == id).unwrap_or(&self.profiles[0])
    }
}

/// A part of an answer: one option that was picked, or the number that was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    /// The option at this place among those of the question.
    Option(usize),
    /// A number.
    Number(f64),
}

impl Question {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&AnswerOption> {
        self.options.iter().find(|option| option.id == id)
    }

    /// What is picked in a `multi` after an option has been ticked or unticked, in the order of the content. An
    /// exclusive option stands alone: ticking it unticks the others, and the other way round.
    pub fn toggled(&self, picked: &[String], id: &str, ticked: bool) -> Vec<String> {
        let exclusive = |id: &str| self.option(id).is_some_and(|option| option.exclusive);
        let alone = ticked && exclusive(id);
        let stays = |option: &AnswerOption| match option.id == id {
            true => ticked,
            false => picked.contains(&option.id) && !alone && !(ticked && option.exclusive),
        };
        self.options.iter().filter(|option| stays(option)).map(|option| option.id.clone()).collect()
    }

    /// An answer in the words of the question. `number` writes a number as its readers do.
    pub fn answer_text(&self, answer: &Answer, number: impl Fn(f64) -> String) -> String {
        let unit = match answer {
            Answer::Number(1.0) => self.unit_one.as_ref().or(self.unit.as_ref()),
            _ => self.unit.as_ref(),
        };
        match (answer, unit) {
            (Answer::Number(value), Some(unit)) => format!("{} {unit}", number(*value)),
            (Answer::Number(value), None) => number(*value),
            (picked, _) => {
                let texts = picked.options().iter().filter_map(|id| self.option(id)).map(|option| &*option.text);
                texts.collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// The band that a number falls into: the last one that begins at or below it.
    pub fn band(&self, number: f64) -> Option<&Band> {
        self.bands.iter().rev().find(|band| band.from <= number)
    }

    /// What an answer is worth: every option picked, or the number, with its points, in the order of the content.
    pub fn worth(&self, answer: &Answer) -> Vec<(Answer, Points)> {
        self.said(answer).map(|(said, points)| (self.answer_of(said), points)).collect()
    }

    /// A part of an answer as an answer of its own.
    pub fn answer_of(&self, said: Said) -> Answer {
        match said {
            Said::Option(place) => Answer::One(self.options[place].id.clone()),
            Said::Number(number) => Answer::Number(number),
        }
    }

    /// Like [`Self::worth`], without a copy of anything.
    pub fn said(&self, answer: &Answer) -> impl Iterator<Item = (Said, Points)> {
        let number = match answer {
            Answer::Number(number) => Some(*number),
            _ => None,
        };
        let points = |number| self.band(number).map(|band| band.points).unwrap_or_default();
        let ids = answer.options();
        let picked = self.options.iter().enumerate().filter(|(_, option)| ids.contains(&option.id));
        let picked = picked.map(|(place, option)| (Said::Option(place), option.points));
        number.map(|number| (Said::Number(number), points(number))).into_iter().chain(picked)
    }

    /// The smallest number from `begin` on that can be answered.
    pub fn number_from(&self, begin: f64) -> Option<f64> {
        let steps = ((begin - self.least()) / self.grain() - 1e-9).ceil().max(0.0);
        let number = self.least() + steps * self.grain();
        // What a person types is the begin itself, not what rounding makes of it.
        let number = if (number - begin).abs() < self.grain() * 1e-6 { begin } else { number };
        (number <= self.most()).then_some(number)
    }

    /// The smallest number that can be answered. 0 where the content names none.
    pub fn least(&self) -> f64 {
        self.min.unwrap_or(0.0)
    }

    /// The largest number that can be answered. 100 where the content names none.
    pub fn most(&self) -> f64 {
        self.max.unwrap_or(100.0)
    }

    /// The distance between two numbers that can be answered. 1 where the content names none.
    pub fn grain(&self) -> f64 {
        self.step.unwrap_or(1.0)
    }
}
