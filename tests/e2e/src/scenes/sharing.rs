//! What leaves the browser and comes back: shared results, links that open none, everything as a file.

use super::records::{MADE, put_results, put_settings, result};
use crate::quiz::Quiz;
use serde_json::{Value, json};

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("shared", |quiz| {
        let fragment = link(quiz);
        begin_elsewhere(quiz);
        quiz.visit(&fragment);
        quiz.wait_for("shared");
    }),
    ("shared-kept", |quiz| {
        let fragment = link(quiz);
        begin_elsewhere(quiz);
        quiz.visit(&fragment);
        quiz.press(&quiz.word("shared.keep"));
        quiz.wait_for("results");
    }),
    ("shared-code", |quiz| {
        link(quiz);
        quiz.press(&quiz.word("share.code"));
        let is_drawn = "return !!document.querySelector('svg.share__code')";
        quiz.browser.until("the code", || (quiz.browser.run(is_drawn, &[]) == true).then_some(()));
    }),
    ("problem-link", |quiz| {
        let fragment = link(quiz);
        quiz.visit(&fragment[..fragment.len() - 3]);
        quiz.wait_for("problem");
    }),
    ("data-adds", |quiz| {
        let results = [result(quiz, "1", "Before the course", &quiz.persona("web-designer-starting-to-code"))];
        at_file(quiz, &file(&results).to_string());
        quiz.browser.find("button", &quiz.word("data.add"));
    }),
    ("data-refused", |quiz| {
        let mut wrong = result(quiz, "1", "Before the course", &quiz.persona("web-designer-starting-to-code"));
        wrong["saved_at"] = "yesterday".into();
        at_file(quiz, &file(&[wrong]).to_string());
        quiz.browser.until("what is wrong", || quiz.text().contains("saved_at").then_some(()));
    }),
    ("data-not-saved", |quiz| {
        quiz.visit("#/saved");
        quiz.wait_for("saved");
        quiz.browser.run("URL.createObjectURL = () => { throw new Error('no files here'); }", &[]);
        quiz.press(&quiz.word("data.save"));
        let text = quiz.word("data.not-saved");
        quiz.browser.until("that it was not saved", || quiz.text().contains(&text).then_some(()));
    }),
];

/// Goes on as in another browser, in the language in use.
pub(super) fn begin_elsewhere(quiz: &Quiz) {
    quiz.forget_everything();
    put_settings(quiz, &json!({}));
}

/// Goes to a result, and returns the fragment of the link to it.
pub(super) fn link(quiz: &Quiz) -> String {
    put_results(quiz, &[result(quiz, "20261105093000000", "", &quiz.persona("steady-mid-four-years"))]);
    quiz.visit("#/results");
    quiz.wait_for("results");
    quiz.shared_fragment()
}

fn file(results: &[Value]) -> Value {
    let record = json!({ "record_version": 2, "revision": 1, "results": results });
    let records = json!({ "back-end-developer.results": record });
    json!({ "format": "career-quiz-data", "format_version": 1, "saved_at": MADE, "records": records, "contents": {}, "texts": {} })
}

fn at_file(quiz: &Quiz, text: &str) {
    quiz.visit("#/saved");
    quiz.wait_for("saved");
    quiz.pick_file(text);
}
