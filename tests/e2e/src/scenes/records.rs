//! Records as the program keeps them, put into the storage of a browser that has not opened the quiz yet.

use crate::quiz::{CONTENT, Quiz};
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// When results of scenes were made. Fixed, as the day can be read on the screen.
pub const MADE: &str = "2026-11-05T09:30:00.000Z";

/// Keeps progress with these answers, made at a question.
#[track_caller]
pub fn put_progress(quiz: &Quiz, answers: &Value, at: Option<&str>, reached: u8) {
    let record = json!({
        "record_version": 1, "revision": 4, "content_version": quiz.content()["version"], "at": at,
        "reached": reached, "answers": answers,
    });
    quiz.browser.store(&quiz.key("progress"), &record.to_string());
}

/// Keeps these settings, and the language in use.
#[track_caller]
pub fn put_settings(quiz: &Quiz, settings: &Value) {
    let mut record = json!({ "record_version": 1, "language": quiz.language(), "theme": null, "number_keys": false });
    for (name, value) in settings.as_object().into_iter().flatten() {
        record[name] = value.clone();
    }
    quiz.browser.store(&settings_key(quiz), &record.to_string());
}

/// The key of the settings, which are no quiz's.
pub fn settings_key(quiz: &Quiz) -> String {
    let id = quiz.content()["id"].as_str().expect("a content has an id").to_owned();
    quiz.key("settings").replace(&format!(".{id}."), ".")
}

/// Keeps these results, oldest first.
#[track_caller]
pub fn put_results(quiz: &Quiz, results: &[Value]) {
    let record = json!({ "record_version": 1, "revision": results.len(), "results": results });
    quiz.browser.store(&quiz.key("results"), &record.to_string());
}

/// A finished result of these answers, as the program scores them now.
#[track_caller]
pub fn result(quiz: &Quiz, id: &str, name: &str, answers: &Value) -> Value {
    let scored = scored(answers);
    let profiles = scored["profiles"].as_array().expect("a scoring has profiles");
    let scores: serde_json::Map<String, Value> = profiles
        .iter()
        .map(|profile| (profile["id"].as_str().expect("a profile has an id").to_owned(), profile["score"].clone()))
        .collect();
    json!({
        "id": id, "name": name, "saved_at": MADE, "content_version": quiz.content()["version"],
        "best": scored["best"], "scores": scores, "answers": answers,
    })
}

/// What comes of answers, by the command that scores them for programs.
#[track_caller]
fn scored(answers: &Value) -> Value {
    let mut command = Command::new(crate::xtask());
    command.args(["content", "score", "--content"]).arg(crate::dist().join(CONTENT));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("xtask can be run");
    let line = format!("{}\n", json!({ "answers": answers }));
    child.stdin.take().expect("its input is piped").write_all(line.as_bytes()).expect("it reads its input");
    let output = child.wait_with_output().expect("it ends");
    let scored: Value = serde_json::from_slice(&output.stdout).expect("a scoring is JSON");
    assert!(scored["profiles"].is_array(), "{answers} can be scored: {scored}");
    scored
}
