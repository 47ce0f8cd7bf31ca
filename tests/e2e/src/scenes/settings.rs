//! What a person has set for themselves.

use super::records::{put_settings, settings_key};
use crate::quiz::Quiz;
use serde_json::json;

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    // Whatever the device is set to.
    ("settings-light", |quiz| with(quiz, &json!({ "theme": "light" }))),
    ("settings-dark", |quiz| with(quiz, &json!({ "theme": "dark" }))),
    ("settings-number-keys", |quiz| with(quiz, &json!({ "number_keys": true }))),
    ("notice-settings-unreadable", |quiz| {
        quiz.browser.store(&settings_key(quiz), "unreadable");
        quiz.visit("");
        // Said in whatever language is left to go by.
        quiz.browser.until("a notice", || (!quiz.notices().is_empty()).then_some(()));
    }),
];

#[track_caller]
fn with(quiz: &Quiz, settings: &serde_json::Value) {
    put_settings(quiz, settings);
    quiz.visit("#/question/goal");
    quiz.wait_for_question("goal");
}
