//! The fingerprint of a scoring.

mod support;

use career_quiz::quiz::fingerprint::fingerprint;
use serde_json::{Value, json};
use support::{SMALL, parsed, set};

fn changed(pointer: &str, value: Value) -> String {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, pointer, value);
    fingerprint(&parsed(&quiz.to_string()))
}

#[test]
fn texts_programs_searches_and_steps_do_not_change_it() {
    let original = fingerprint(&support::small());
    assert_eq!(original.len(), 16);
    assert!(original.bytes().all(|byte| byte.is_ascii_hexdigit()), "{original}");
    for (pointer, value) in [
        ("/title", json!("Another")),
        ("/version", json!("8")),
        ("/questions/0/text", json!("Where?")),
        ("/questions/0/options/0/text", json!("Here")),
        ("/questions/0/options/0/intended", json!(true)),
        ("/profiles/0/searches/0/titles/0", json!("Head Developer")),
        ("/programs/0/name", json!("Another Course")),
        ("/steps/0/text", json!("Do it.")),
        ("/no_program", json!([])),
    ] {
        assert_eq!(changed(pointer, value), original, "{pointer}");
    }
}

#[test]
fn whatever_scores_depend_on_changes_it() {
    let original = fingerprint(&support::small());
    for (pointer, value) in [
        ("/margin", json!(3)),
        ("/questions/0/options/0/points", json!({ "entry": 39 })),
        ("/questions/0/options/0/target", json!("mid")),
        ("/questions/0/options/0/wish", json!(true)),
        ("/questions/1/options/1/exclusive", json!(true)),
        ("/questions/1/grows", json!("by-acting")),
        ("/questions/2/bands/1/from", json!(3)),
        ("/questions/2/bands/1/points", json!({ "mid": 29 })),
        ("/questions/2/max", json!(41)),
        ("/questions/2/step", json!(1)),
        ("/questions/2/show_if/0/any_of", json!(["coder"])),
        ("/questions/3/show_if/0/at_least", json!(3)),
        ("/questions/3/show_if/0/below", json!(30)),
    ] {
        assert_ne!(changed(pointer, value), original, "{pointer}");
    }
    let mut quiz = support::json(SMALL);
    quiz["profiles"].as_array_mut().expect("a list").swap(0, 1);
    assert_ne!(fingerprint(&parsed(&quiz.to_string())), original, "the order of the profiles breaks ties");
}
