//! Results, each for something that only some of them show.

use super::records::{MADE, put_progress, put_results, result};
use crate::quiz::Quiz;
use serde_json::{Value, json};

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("result-clear", |quiz| at_result(quiz, &quiz.persona("five-years-owns-and-mentors"))),
    ("result-entry", |quiz| at_result(quiz, &quiz.persona("web-designer-starting-to-code"))),
    ("result-close", |quiz| at_result(quiz, &quiz.persona("guided-for-nine-years"))),
    ("result-freelance", |quiz| at_result(quiz, &quiz.persona("drupal-freelancer-seven-years"))),
    ("result-remark", |quiz| at_result(quiz, &quiz.persona("ux-designer-just-curious"))),
    ("result-contradictions", |quiz| at_result(quiz, &contradicting())),
    ("result-plan-acts", |quiz| at_result(quiz, &quiz.persona("five-years-features-only"))),
    ("result-plan-time-and-acts", |quiz| at_result(quiz, &quiz.persona("construction-project-manager"))),
    ("result-none", |quiz| at_result(quiz, &json!({}))),
    ("result-ranges", |quiz| at_result(quiz, &little())),
    ("result-changed", |quiz| {
        // Scores that the quiz of today would not give.
        let mut then = result(quiz, ID, "", &quiz.persona("steady-mid-four-years"));
        then["content_version"] = "0".into();
        then["scores"]["mid"] = 40.into();
        put_results(quiz, &[then]);
        visit(quiz);
    }),
    ("result-as-it-was", as_it_was),
    ("result-then-and-today", |quiz| {
        as_it_was(quiz);
        quiz.press(&quiz.word("result.rescore"));
        quiz.browser.find("button", &quiz.word("result.keep-today"));
    }),
    ("result-named-and-old", |quiz| {
        // The answers of today are others, so nothing leads from this result to the questions.
        put_progress(quiz, &quiz.persona("steady-mid-four-years"), None, 100);
        put_results(quiz, &[result(quiz, ID, "Before the course", &contradicting())]);
        visit(quiz);
    }),
    ("result-opened", |quiz| {
        at_result(quiz, &quiz.persona("steady-mid-four-years"));
        const CLOSED: &str = "return document.querySelectorAll('main details:not([open])').length";
        while quiz.browser.run(CLOSED, &[]) != 0 {
            let before = quiz.browser.run(CLOSED, &[]);
            quiz.browser.click_first("main details:not([open]) > summary");
            quiz.browser.until("an open ledger", || (quiz.browser.run(CLOSED, &[]) != before).then_some(()));
        }
    }),
    ("result-copied", |quiz| {
        at_result(quiz, &quiz.persona("steady-mid-four-years"));
        // By its place: a title that stands in two lists has two buttons of one name.
        quiz.browser.click_first("main [data-search] li button");
        let script = "return document.querySelector('main [role=status].visually-hidden').innerText !== ''";
        quiz.browser.until("word of the copy", || (quiz.browser.run(script, &[]) == true).then_some(()));
    }),
];

const ID: &str = "20261105093000000";

/// Answers that do not go together.
fn contradicting() -> Value {
    json!({
        "today": "no-code", "goal": "freelance", "enjoys": ["none"], "professional-years": 5, "languages": ["java"],
        "freelance": "no",
    })
}

/// Few answers, which leave a good deal open.
fn little() -> Value {
    json!({
        "today": "back-end-developer", "professional-years": 4, "scope": "features", "production": "on-call",
        "mentoring": "at-times",
    })
}

/// A result that was made when the quiz gave other points.
#[track_caller]
pub(super) fn as_it_was(quiz: &mut Quiz) {
    let answers = quiz.persona("steady-mid-four-years");
    let now = quiz.content();
    let mut then = now.clone();
    then["version"] = "0".into();
    let questions = then["questions"].as_array_mut().expect("a content has questions");
    for question in questions {
        for option in question.get_mut("options").and_then(Value::as_array_mut).into_iter().flatten() {
            option["points"]["senior"] = 0.into();
        }
    }
    quiz.server.put(&format!("/{}", quiz.content_file()), 200, then.to_string());
    put_progress(quiz, &answers, None, 100);
    quiz.visit("#/review");
    quiz.press(&quiz.word("review.see-my-result"));
    quiz.wait_for("results");
    quiz.wait_for_saved("yes");
    quiz.server.restore(&format!("/{}", quiz.content_file()));
    // The day can be read on the screen.
    let mut results = quiz.kept("results").expect("a result is kept");
    results["revision"] = 2.into();
    results["results"][0]["saved_at"] = MADE.into();
    quiz.browser.store(&quiz.key("results"), &results.to_string());
    quiz.visit("#/results");
    quiz.browser.find("button", &quiz.word("result.rescore"));
}

/// The result of the answers of the quiz being taken.
#[track_caller]
fn at_result(quiz: &Quiz, answers: &Value) {
    put_progress(quiz, answers, None, 100);
    put_results(quiz, &[result(quiz, ID, "", answers)]);
    visit(quiz);
}

#[track_caller]
fn visit(quiz: &Quiz) {
    quiz.visit(&format!("#/results/{ID}"));
    quiz.wait_for("results");
}
