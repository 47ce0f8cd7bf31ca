//! Two results beside each other, and all own results over time.

use super::records::{put_results, result};
use super::results::as_it_was;
use crate::quiz::Quiz;
use serde_json::{Value, json};

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("compare", |quiz| at_four(quiz, "#/compare")),
    ("compare-opened", |quiz| {
        at_four(quiz, "#/compare/1/3");
        const CLOSED: &str = "return document.querySelectorAll('main details:not([open])').length";
        while quiz.browser.run(CLOSED, &[]) != 0 {
            let before = quiz.browser.run(CLOSED, &[]);
            quiz.browser.click_first("main details:not([open]) > summary");
            quiz.browser.until("an open ledger", || (quiz.browser.run(CLOSED, &[]) != before).then_some(()));
        }
    }),
    ("compare-same", |quiz| {
        let answers = quiz.persona("steady-mid-four-years");
        put_results(quiz, &[made(quiz, 1, "", &answers), made(quiz, 2, "", &answers)]);
        at_comparison(quiz, "#/compare");
    }),
    ("compare-older", |quiz| {
        as_it_was(quiz);
        let mut results = quiz.kept("results").expect("a result is kept");
        quiz.leave();
        let today = made(quiz, 12, "", &quiz.persona("five-years-owns-and-mentors"));
        results["results"].as_array_mut().expect("there are results").push(today);
        results["revision"] = 3.into();
        quiz.browser.store(&quiz.key("results"), &results.to_string());
        at_comparison(quiz, "#/compare");
    }),
    ("compare-lost", |quiz| {
        // As an older version kept it: with answers that there are none of any more, and scores that the quiz of today would not give.
        let mut then = made(quiz, 1, "", &quiz.persona("steady-mid-four-years"));
        then["answers"]["gone"] = "for-good".into();
        then["content_version"] = "0".into();
        then["scores"]["mid"] = 40.into();
        put_results(quiz, &[then, made(quiz, 2, "", &quiz.persona("five-years-owns-and-mentors"))]);
        at_comparison(quiz, "#/compare");
    }),
    ("compare-many", |quiz| {
        let (few, many) = (json!({ "today": "learning" }), quiz.persona("steady-mid-four-years"));
        let (few, many) = (made(quiz, 1, "", &few), made(quiz, 1, "", &many));
        let results: Vec<Value> = (1..=30)
            .map(|number: u32| {
                let mut result = if number.is_multiple_of(3) { few.clone() } else { many.clone() };
                result["id"] = number.to_string().into();
                result["saved_at"] = format!("2026-11-{number:02}T09:30:00.000Z").into();
                result
            })
            .collect();
        put_results(quiz, &results);
        at_comparison(quiz, "#/compare");
    }),
    ("compare-few", |quiz| {
        put_results(quiz, &[made(quiz, 1, "", &quiz.persona("steady-mid-four-years"))]);
        quiz.visit("#/compare");
        quiz.browser.find("link", &quiz.word("saved.take"));
    }),
    ("compare-unknown", |quiz| {
        put_four(quiz);
        quiz.visit("#/compare/none/4");
        quiz.wait_for("compare");
        // The text can be read before the list beside it is there.
        quiz.browser.until("a list without a choice", || {
            (quiz.browser.run("return document.getElementById('compare-first')?.value", &[]) == "").then_some(())
        });
    }),
];

/// A result that was made in this month.
#[track_caller]
fn made(quiz: &Quiz, month: u32, name: &str, answers: &Value) -> Value {
    let mut result = result(quiz, &month.to_string(), name, answers);
    result["saved_at"] = format!("2026-{month:02}-05T09:30:00.000Z").into();
    result
}

/// Keeps what a person has come to in a few years, one of them with questions skipped.
#[track_caller]
fn put_four(quiz: &Quiz) {
    let skipped = json!({
        "today": "back-end-developer", "professional-years": 4, "scope": "features", "production": "on-call",
        "mentoring": "at-times",
    });
    let results = [
        made(quiz, 1, "Before the course", &quiz.persona("web-designer-starting-to-code")),
        made(quiz, 2, "", &skipped),
        made(quiz, 3, "", &quiz.persona("steady-mid-four-years")),
        made(quiz, 4, "", &quiz.persona("five-years-owns-and-mentors")),
    ];
    put_results(quiz, &results);
}

#[track_caller]
fn at_four(quiz: &Quiz, hash: &str) {
    put_four(quiz);
    at_comparison(quiz, hash);
}

/// Opens the screen, and waits until it is known by which content each result is to be read.
#[track_caller]
fn at_comparison(quiz: &Quiz, hash: &str) {
    quiz.visit(hash);
    quiz.wait_for("compare");
    quiz.browser.find("heading", &quiz.word("compare.scores"));
}
