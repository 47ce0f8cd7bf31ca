//! How much each profile can still score, by all ways to answer.

mod support;

use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, Kind, ProfileId, Question, parse};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::paths;
use career_quiz::quiz::score::score;
use serde_json::json;
use support::{SMALL, default_content, many, number, one, small};

/// Every answer to a question that can make a difference.
fn all_answers(question: &Question) -> Vec<Answer> {
    let ids: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
    match question.kind {
        Kind::Single => ids.iter().map(|id| one(id)).collect(),
        Kind::Number => question.bands.iter().map(|band| number(band.from)).collect(),
        Kind::Multi => (1..1_usize << ids.len())
            .map(|bits| {
                many(
                    &ids.iter()
                        .enumerate()
                        .filter(|(at, _)| bits & (1 << at) != 0)
                        .map(|(_, id)| *id)
                        .collect::<Vec<_>>(),
                )
            })
            .filter(|answer| answer.fits(question))
            .collect(),
    }
}

/// The highest scores that can be reached from here, by trying everything.
fn highest(content: &Content, answers: &Answers, at: usize) -> [u32; 4] {
    let Some(question) = content.questions.get(at) else {
        let points = score(content, &Course::of(content, answers)).points();
        return ProfileId::ALL.map(|id| u32::from(points.of(id)));
    };
    let left = highest(content, answers, at + 1);
    let asked = Course::of(content, answers).asks(content, &question.id);
    if !asked || answers.get(&question.id).is_some() {
        return left;
    }
    all_answers(question).into_iter().fold(left, |most, answer| {
        let mut tried = answers.clone();
        tried.set(&question.id, answer);
        let reached = highest(content, &tried, at + 1);
        std::array::from_fn(|at| most[at].max(reached[at]))
    })
}

#[test]
fn the_most_that_can_be_scored_is_what_trying_everything_finds() {
    let content = small();
    let sets = [
        Answers::default(),
        Answers::from([("start", one("novice"))]),
        Answers::from([("start", one("coder"))]),
        Answers::from([("start", one("boss"))]),
        Answers::from([("start", one("boss")), ("team", one("lead"))]),
        Answers::from([("start", one("boss")), ("years", number(2.0))]),
        Answers::from([("start", one("boss")), ("years", number(1.0)), ("skills", many(&["none"]))]),
        Answers::from([("years", number(6.0)), ("skills", many(&["sql"]))]),
    ];
    for answers in sets {
        // Only what counts is a given: the rest is free to be answered anew.
        let counted = Course::of(&content, &answers).counted().clone();
        assert_eq!(paths::most(&content, &counted), Ok(highest(&content, &counted, 0)), "{counted:?}");
    }
}

#[test]
fn questions_that_exclude_each_other_are_not_added_up() {
    // A novice is not asked for years, so 40 + 20 for entry is all there is.
    assert_eq!(paths::most(&small(), &Answers::default()).map(|most| most[0]), Ok(60));
}

#[test]
fn every_profile_of_the_default_content_can_reach_80_and_none_more_than_100() {
    let most = paths::most(&default_content(), &Answers::default()).expect("few conditions are open");
    assert!(most.iter().all(|most| (80..=100).contains(most)), "{most:?}");
}

#[test]
fn a_quiz_with_too_many_open_conditions_is_refused_and_does_not_hang() {
    let mut quiz = support::json(SMALL);
    let list = quiz["questions"].as_array_mut().expect("a list");
    let options = json!([{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }]);
    // Forty answers that the last question depends on, each in its own way: 2 to the 40th combinations.
    for id in 0..40 {
        list.push(json!({ "id": format!("q-{id}"), "kind": "single", "text": "Q", "options": options }));
    }
    let show_if: Vec<_> = (0..40).map(|id| json!({ "question": format!("q-{id}"), "any_of": ["a"] })).collect();
    list.push(json!({ "id": "last", "kind": "single", "text": "Q", "options": options, "show_if": show_if }));
    assert_too_many(&quiz);
    // A multi of forty options, each seen by a condition of its own.
    let mut quiz = support::json(SMALL);
    let list = quiz["questions"].as_array_mut().expect("a list");
    let many: Vec<_> = (0..40).map(|id| json!({ "id": format!("o-{id}"), "text": "O" })).collect();
    list.push(json!({ "id": "wide", "kind": "multi", "text": "Q", "options": many }));
    let show_if: Vec<_> = (0..40).map(|id| json!({ "question": "wide", "any_of": [format!("o-{id}")] })).collect();
    list.push(json!({ "id": "last", "kind": "single", "text": "Q", "options": options, "show_if": show_if }));
    assert_too_many(&quiz);
}

#[track_caller]
fn assert_too_many(quiz: &serde_json::Value) {
    let expected = "questions: too many conditions are open at once to follow every path";
    let faults = parse(&quiz.to_string()).expect_err("the quiz is refused");
    assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
}
