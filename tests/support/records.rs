//! What a person does to what is kept, applied at once.

use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::Content;
use career_quiz::quiz::course::Course;
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::{Library, LibraryChange, SavedResult};
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::stored::Stored;
use career_quiz::quiz::score::{Outcome, score};

pub fn outcome(content: &Content, answers: &Answers) -> Outcome {
    score(content, &Course::of(content, answers))
}

/// The record that a text is of.
#[track_caller]
pub fn read<T: Record>(text: &str) -> T {
    match Stored::of(Some(text)) {
        Stored::Record(record) => record,
        other => panic!("{text} is no record but {other:?}"),
    }
}

/// What somebody does who takes a quiz.
pub trait Taking {
    fn answer(&mut self, content: &Content, question: &str, answer: Option<Answer>);
    fn visit(&mut self, content: &Content, question: Option<&str>);
    fn start_over(&mut self, content: &Content);
}

impl Taking for Progress {
    fn answer(&mut self, content: &Content, question: &str, answer: Option<Answer>) {
        self.apply(&Self::answering(content, question, answer));
    }

    fn visit(&mut self, content: &Content, question: Option<&str>) {
        if let Some(change) = self.visiting(content, question) {
            self.apply(&change);
        }
    }

    fn start_over(&mut self, content: &Content) {
        self.apply(&Self::starting_over(content));
    }
}

/// What somebody does who has results.
pub trait Keeping {
    /// Keeps a result of these answers, and returns its id.
    fn keep(&mut self, content: &Content, answers: &Answers, saved_at: &str) -> String;
    fn rename(&mut self, id: &str, name: &str);
    fn delete(&mut self, id: &str);
}

impl Keeping for Library {
    fn keep(&mut self, content: &Content, answers: &Answers, saved_at: &str) -> String {
        let result = SavedResult::new(content, &outcome(content, answers), answers, saved_at);
        let (id, change) = self.keeping(result);
        change.iter().for_each(|change| self.apply(change));
        id
    }

    fn rename(&mut self, id: &str, name: &str) {
        self.apply(&LibraryChange::Rename { id: id.to_owned(), name: name.to_owned() });
    }

    fn delete(&mut self, id: &str) {
        self.apply(&LibraryChange::Delete(id.to_owned()));
    }
}
