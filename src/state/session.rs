//! The quiz being taken.

use super::keeper::Names;
use super::kept::Kept;
use super::material::Material;
use super::notices::{Notice, Notices};
use super::place::Place;
use super::saving::Saving;
use super::screen::Screen;
use crate::quiz::answers::Answer;
use crate::quiz::content::{Content, Question};
use crate::quiz::course::Course;
use crate::quiz::record::progress::Progress;
use leptos::prelude::*;

const NAMES: Names = Names { record: "progress", unreadable: Notice::UnreadableProgress, newer: Notice::Newer };

/// The quiz being taken.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    material: Signal<Material>,
    kept: Kept<Progress>,
    course: Memo<Course>,
    reviewed: StoredValue<Option<Course>>,
    draft: StoredValue<Option<Draft>>,
}

/// What stands in the field of a question, so that it still does after a change of language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The id of the question.
    pub question: String,
    /// The text.
    pub text: String,
    /// Whether it cannot be an answer.
    pub unreadable: bool,
    /// Whether that has been said.
    pub complained: bool,
}

impl Session {
    /// Takes up what was kept, and from then on keeps every change. The material may change its language, and the
    /// answers stay.
    pub fn new(material: impl Into<Signal<Material>>, place: Place, saving: Saving, notices: Notices) -> Self {
        let material = material.into();
        let Material { content, quiz, .. } = material.get_untracked();
        let name = format!("{quiz}.{}", NAMES.record);
        let kept = Kept::new(place, name, Progress::new(content), NAMES, saving, notices);
        let progress = kept.shown();
        let course =
            Memo::new(move |_| progress.with(|progress| Course::of(material.get().content, &progress.answers)));
        // Nothing counts as opened by a change before the review was seen.
        Self { material, kept, course, reviewed: StoredValue::new(None), draft: StoredValue::new(None) }
    }

    /// The record behind it.
    pub fn kept(self) -> Kept<Progress> {
        self.kept
    }

    fn content(self) -> &'static Content {
        self.material.get_untracked().content
    }

    /// The way through the quiz for the answers so far.
    pub fn course(self) -> Memo<Course> {
        self.course
    }

    /// The answer to a question, if it counts.
    pub fn answer(self, question: &str) -> Option<Answer> {
        self.course.with(|course| course.counted().get(question).cloned())
    }

    /// Answers a question, or takes its answer back.
    pub fn set_answer(self, question: &str, answer: Option<Answer>) {
        self.kept.change(|progress| {
            let is_new = progress.answers.get(question) != answer.as_ref();
            is_new.then(|| Progress::answering(self.content(), question, answer))
        });
    }

    /// What stands in the field of a question, if something was typed there since the screen was opened.
    pub fn draft(self, question: &str) -> Option<Draft> {
        self.draft.get_value().filter(|draft| draft.question == question)
    }

    /// Remembers what stands in a field.
    pub fn keep_draft(self, draft: Draft) {
        self.draft.set_value(Some(draft));
    }

    /// Changes what is remembered of a field.
    pub fn change_draft(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update_value(|draft| {
            if let Some(draft) = draft {
                change(draft);
            }
        });
    }

    /// Forgets it, as it does when the person goes to another screen.
    pub fn forget_draft(self) {
        self.draft.set_value(None);
    }

    /// Moves to a question, or to the review. Nobody is moved to a question that is not asked.
    pub fn visit(self, question: Option<&str>) {
        let content = self.content();
        if question.is_none_or(|id| self.course.with_untracked(|course| course.asks(content, id))) {
            self.kept.change(|progress| progress.visiting(content, question));
        }
        if question.is_none() {
            self.reviewed.set_value(Some(self.course.get_untracked()));
        }
    }

    /// After a question was changed from the review: the next one that the changes have opened since.
    pub fn next_opened(self, question: &str) -> Option<&'static Question> {
        let before = self.reviewed.get_value()?;
        self.course.with_untracked(|course| course.next_opened(self.content(), &before, question))
    }

    /// Forgets the answers.
    pub fn start_over(self) {
        self.kept.change(|_| Some(Progress::starting_over(self.content())));
    }

    /// The progress as it is.
    pub fn progress(self) -> Progress {
        self.kept.shown().get_untracked()
    }

    /// Whether there is anything to continue. Follows the progress.
    pub fn is_begun(self) -> Memo<bool> {
        Memo::new(move |_| self.kept.shown().with(Progress::is_begun))
    }

    /// Whether anything is answered now.
    pub fn has_answers(self) -> bool {
        self.kept.shown().with_untracked(|progress| !progress.answers.is_empty())
    }

    /// The screen on which the quiz goes on: the question the person was at, or the review. From the opening
    /// page, where somebody decides to go on, it is the question after it.
    pub fn resume(self) -> Screen {
        let content = self.content();
        let first = content.questions[0].id.as_str();
        let course = self.course.get_untracked();
        let at = match self.kept.shown().with_untracked(|progress| progress.resume_at(content, &course)) {
            Some(at) if at == first => course.next(content, first).map(|next| next.id.as_str()),
            at => at,
        };
        at.map_or(Screen::Review, |id| Screen::Question(id.to_owned()))
    }

    /// The largest share of the quiz that has lain behind the person so far, in percent.
    pub fn reached(self) -> u8 {
        self.kept.shown().with(|progress| progress.reached.min(100))
    }
}

/// The session of the app around this component.
pub fn use_session() -> Session {
    expect_context()
}
