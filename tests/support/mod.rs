//! What several of the tests share.
#![allow(dead_code, reason = "each test is a crate of its own and uses a part of this")]

pub mod records;

use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{self, Content, Kind, Question};
use career_quiz::quiz::course::Course;
use serde_json::Value;

/// A quiz of six questions of every kind, with conditions that hang on each other.
pub const SMALL: &str = include_str!("../fixtures/small.json");

/// The quiz that people take.
pub const DEFAULT: &str = include_str!("../../public/content/back-end-developer.en.json");

/// The English words of the interface.
pub const WORDS: &str = include_str!("../../public/words/en.json");

#[track_caller]
pub fn parsed(text: &str) -> Content {
    match content::parse(text) {
        Ok(content) => content,
        Err(faults) => panic!("the quiz has faults: {faults:#?}"),
    }
}

pub fn small() -> Content {
    parsed(SMALL)
}

pub fn default_content() -> Content {
    parsed(DEFAULT)
}

pub fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the text is JSON")
}

/// Puts a value at a JSON pointer, where the object or the list around it exists.
#[track_caller]
pub fn set(json: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    match json.pointer_mut(parent) {
        Some(Value::Object(fields)) => {
            fields.insert(last.to_owned(), value);
        }
        Some(Value::Array(items)) => items[last.parse::<usize>().expect("an index is a number")] = value,
        _ => panic!("{parent} is neither an object nor a list"),
    }
}

/// Takes away the field or the item at a JSON pointer, and returns it.
#[track_caller]
pub fn take(json: &mut Value, pointer: &str) -> Value {
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    match json.pointer_mut(parent) {
        Some(Value::Object(fields)) => fields.remove(last).expect("the field is there"),
        Some(Value::Array(items)) => items.remove(last.parse().expect("an index is a number")),
        _ => panic!("{parent} is neither an object nor a list"),
    }
}

pub fn one(id: &str) -> Answer {
    Answer::One(id.to_owned())
}

pub fn many(ids: &[&str]) -> Answer {
    Answer::Many(ids.iter().map(|&id| id.to_owned()).collect())
}

pub fn number(number: f64) -> Answer {
    Answer::Number(number)
}

/// The ids of the questions asked, in order.
pub fn asked<'c>(content: &'c Content, course: &Course) -> Vec<&'c str> {
    course.questions(content).map(|question| question.id.as_str()).collect()
}

/// Every answer that makes a difference to a question, and the skipping of it. A number stands for its band,
/// and where `thresholds` lie inside a band, for the part of the band beside them.
pub fn choices(question: &Question, thresholds: &[f64]) -> Vec<Option<Answer>> {
    let mut choices = vec![None];
    match question.kind {
        Kind::Single => choices.extend(question.options.iter().map(|option| Some(one(&option.id)))),
        Kind::Multi => {
            let (alone, together): (Vec<_>, Vec<_>) = question.options.iter().partition(|option| option.exclusive);
            for picked in 1..1_u32 << together.len() {
                let ids = together.iter().enumerate().filter(|(at, _)| picked >> at & 1 == 1);
                choices.push(Some(Answer::Many(ids.map(|(_, option)| option.id.clone()).collect())));
            }
            choices.extend(alone.iter().map(|option| Some(many(&[&option.id]))));
        }
        Kind::Number => {
            let mut numbers: Vec<f64> = question.bands.iter().map(|band| band.from).collect();
            numbers.extend(thresholds);
            numbers.push(question.most());
            numbers.sort_by(f64::total_cmp);
            numbers.dedup();
            choices.extend(numbers.into_iter().map(|at| Some(number(at))));
        }
    }
    choices
}

/// Numbers that look random and are the same in every run (splitmix64), so that a failure can be looked into.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    /// An answer to a question, or none.
    pub fn answer(&mut self, question: &Question) -> Option<Answer> {
        match question.kind {
            Kind::Single => {
                let at = self.roll(question.options.len() + 1);
                question.options.get(at).map(|option| one(&option.id))
            }
            Kind::Multi => {
                let mut picked = Vec::new();
                for option in &question.options {
                    if self.roll(2) == 1 {
                        picked = question.toggled(&picked, &option.id, true);
                    }
                }
                Some(picked).filter(|picked| !picked.is_empty()).map(Answer::Many)
            }
            Kind::Number => {
                let steps = ((question.most() - question.least()) / question.grain()) as usize;
                // Most people answer small numbers, and most bands are there.
                let steps = if self.roll(2) == 0 { steps.min(20) } else { steps };
                let at = self.roll(steps + 2);
                (at <= steps).then(|| number(question.least() + at as f64 * question.grain()))
            }
        }
    }

    /// Answers to the questions on one way through a quiz.
    pub fn answers(&mut self, content: &Content) -> Answers {
        let mut answers = Answers::default();
        for question in &content.questions {
            if Course::of(content, &answers).asks(content, &question.id)
                && let Some(answer) = self.answer(question)
            {
                answers.set(&question.id, answer);
            }
        }
        answers
    }
}

/// A quiz of many questions with as many options each. A tenth of them is asked of some only, four in ten give points, and
/// each of the others decides about a step.
pub fn large(questions: usize, options: usize) -> Value {
    let mut quiz = json(SMALL);
    let profiles = ["entry", "mid", "senior", "freelance"];
    // 90 points for each profile, shared out among as many questions.
    let turns = (questions / 10).clamp(1, 90);
    let scoring = turns * 4;
    let points = |at: usize| {
        let share = |turn: usize| 90 * turn / turns;
        serde_json::json!({ profiles[at % 4]: share(at / 4 + 1) - share(at / 4) })
    };
    let question = |at: usize| {
        let mut all: Vec<Value> = (0..options)
            .map(|option| serde_json::json!({ "id": format!("o{option}"), "text": format!("Option {option}") }))
            .collect();
        if at < scoring {
            all.iter_mut().for_each(|option| option["intended"] = true.into());
            all[at % options]["points"] = points(at);
            all[at % options]["intended"] = false.into();
        }
        let mut question = serde_json::json!({
            "id": format!("q{at}"), "kind": "single", "text": format!("Question {at}?"), "options": all,
        });
        if at % 10 == 9 {
            let one_in_two: Vec<String> = (0..options).step_by(2).map(|option| format!("o{option}")).collect();
            question["show_if"] = serde_json::json!([{ "question": format!("q{}", at - 5), "any_of": one_in_two }]);
        }
        question
    };
    let step = |at: usize| {
        let first_half: Vec<String> = (0..options / 2).map(|option| format!("o{option}")).collect();
        serde_json::json!({
            "id": format!("s{at}"), "title": format!("Step {at}"), "text": "Do it.",
            "show_if": [{ "question": format!("q{at}"), "any_of": first_half }],
        })
    };
    quiz["questions"] = (0..questions).map(question).collect();
    quiz["questions"][0]["options"][1]["wish"] = true.into();
    quiz["steps"] = (scoring..questions).map(step).collect();
    for list in ["programs", "no_program", "remarks"] {
        quiz[list] = serde_json::json!([]);
    }
    quiz
}
