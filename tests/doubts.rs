//! Answers that give reason to look at them once more.

mod support;

use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::Content;
use career_quiz::quiz::course::Course;
use career_quiz::quiz::doubts::{Doubt, doubts};
use serde_json::{Value, json};
use support::{SMALL, number, one, parsed, set};

fn found<'c>(content: &'c Content, answers: &Answers) -> Vec<Doubt<'c>> {
    doubts(content, &Course::of(content, answers))
}

#[test]
fn answers_that_do_not_go_together_are_named_with_their_questions() {
    let mut quiz = support::json(SMALL);
    let contradiction = json!({
        "id": "poor-boss", "title": "A boss without years", "text": "Do these go together?",
        "show_if": [{ "question": "start", "any_of": ["boss"] }, { "question": "years", "below": 1 }],
    });
    set(&mut quiz, "/contradictions", json!([contradiction]));
    let content = parsed(&quiz.to_string());
    let boss = |years| Answers::from([("start", one("boss")), ("years", number(years))]);
    let expected = Doubt::Contradiction { advice: &content.contradictions[0], questions: vec!["start", "years"] };
    assert_eq!(found(&content, &boss(0.5)), [expected]);
    assert_eq!(found(&content, &boss(1.0)), []);
    // A coder of half a year is fine, and an answer that does not count contradicts nothing.
    assert_eq!(found(&content, &Answers::from([("start", one("coder")), ("years", number(0.5))])), []);
    assert_eq!(found(&content, &Answers::from([("years", number(0.5))])), []);
}

/// A quiz of eight questions of three options, and one for a number in between.
fn long() -> Content {
    let mut quiz = support::json(SMALL);
    let single = |id: usize| {
        json!({
            "id": format!("q{id}"), "kind": "single", "text": "Which?",
            "options": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }, { "id": "c", "text": "C" }],
        })
    };
    let mut questions: Vec<Value> = (1..=8).map(single).collect();
    let years = json!({ "id": "n", "kind": "number", "text": "How many?", "bands": [{ "from": 0 }] });
    questions.insert(3, years);
    set(&mut quiz, "/questions", json!(questions));
    for list in ["programs", "no_program", "remarks"] {
        set(&mut quiz, &format!("/{list}"), json!([]));
    }
    set(&mut quiz, "/steps", json!([{ "id": "read", "title": "Read", "text": "Read." }]));
    parsed(&quiz.to_string())
}

fn picked(options: &str) -> Answers {
    let mut answers = Answers::default();
    for (at, option) in options.chars().enumerate().filter(|(_, option)| *option != '-') {
        answers.set(&format!("q{}", at + 1), one(&option.to_string()));
    }
    answers
}

#[track_caller]
fn assert_run(options: &str, expected: Option<(usize, &[&str])>) {
    let content = long();
    let mut answers = picked(options);
    answers.set("n", number(5.0));
    let found = found(&content, &answers);
    let expected =
        expected.map(|(position, questions)| Doubt::SamePosition { position, questions: questions.to_vec() });
    assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{options}");
}

#[test]
fn six_times_the_same_position_in_a_row_is_remarked_on() {
    assert_run("aaaaabbb", None);
    assert_run("aaaaaabb", Some((1, &["q1", "q2", "q3", "q4", "q5", "q6"])));
    assert_run("abbbbbbc", Some((2, &["q2", "q3", "q4", "q5", "q6", "q7"])));
    assert_run("aaabaaac", None);
}

#[test]
fn a_question_that_was_skipped_does_not_end_a_run_nor_add_to_it() {
    assert_run("ccc-cccb", Some((3, &["q1", "q2", "q3", "q5", "q6", "q7"])));
    assert_run("ccc-cc-b", None);
}
