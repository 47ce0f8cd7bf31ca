//! The way through the quiz: the opening page, the questions, the dialog, the review.

use super::records::{put_progress, put_results, result};
use crate::quiz::Quiz;
use serde_json::{Value, json};

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("intro", |quiz| {
        quiz.visit("");
    }),
    ("intro-picked", |quiz| {
        quiz.visit("");
        quiz.answer("today", &["learning"]);
    }),
    ("intro-begun", |quiz| {
        put_progress(quiz, &json!({ "today": "learning", "background": ["web-design"] }), Some("goal"), 12);
        quiz.visit("");
        quiz.browser.find("button", &quiz.word("intro.continue"));
    }),
    ("intro-finished", |quiz| {
        let answers = quiz.persona("steady-mid-four-years");
        put_progress(quiz, &answers, None, 100);
        put_results(quiz, &[result(quiz, "1", "", &answers)]);
        quiz.visit("");
        quiz.browser.find("button", &quiz.word("intro.see-last-result"));
    }),
    ("question-single", |quiz| at_question(quiz, "goal", &json!({ "today": "learning" }))),
    ("question-single-picked", |quiz| at_question(quiz, "goal", &json!({ "today": "learning", "goal": "first-job" }))),
    ("question-multi", |quiz| at_question(quiz, "tools", &json!({ "today": "back-end-developer" }))),
    ("question-multi-picked", |quiz| {
        at_question(quiz, "tools", &json!({ "today": "back-end-developer", "tools": ["version-control", "tests"] }));
    }),
    ("question-number", |quiz| at_question(quiz, "professional-years", &json!({ "today": "learning" }))),
    ("question-number-filled", |quiz| {
        at_question(quiz, "professional-years", &json!({ "today": "learning", "professional-years": 1.5 }));
    }),
    ("question-number-error", |quiz| {
        at_question(quiz, "professional-years", &json!({ "today": "learning" }));
        quiz.answer("professional-years", &["99"]);
        quiz.press(&quiz.word("question.next"));
        let script = "return document.activeElement?.getAttribute('aria-invalid')";
        quiz.browser.until("the focus in the wrong field", || (quiz.browser.run(script, &[]) == "true").then_some(()));
    }),
    ("question-from-review", |quiz| {
        put_progress(quiz, &quiz.persona("steady-mid-four-years"), None, 100);
        quiz.visit("#/review/scope");
        quiz.wait_for_question("scope");
    }),
    ("dialog-start-over", |quiz| {
        at_question(quiz, "goal", &json!({ "today": "learning" }));
        quiz.press(&quiz.word("start-over.button"));
        quiz.browser.find("button", &quiz.word("start-over.yes"));
    }),
    ("review", |quiz| at_review(quiz, &quiz.persona("freelancer-twelve-years"))),
    ("review-skipped", |quiz| at_review(quiz, &json!({ "today": "back-end-developer", "professional-years": 4 }))),
];

#[track_caller]
fn at_question(quiz: &Quiz, question: &str, answers: &Value) {
    put_progress(quiz, answers, Some(question), 15);
    quiz.visit(&format!("#/question/{question}"));
    quiz.wait_for_question(question);
}

#[track_caller]
fn at_review(quiz: &Quiz, answers: &Value) {
    put_progress(quiz, answers, None, 100);
    quiz.visit("#/review");
    quiz.wait_for("review");
}
