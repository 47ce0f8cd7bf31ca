//! Two results held against each other.

mod support;

use ProfileId::{Entry, Freelance, Mid, Senior};
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::compare::{AnswerChange, Comparison, LineChange, ProfileChange, Side, compare};
use career_quiz::quiz::content::{Content, ProfileId};
use serde_json::json;
use support::{Dice, SMALL, default_content, many, number, one, parsed, set, small, take};

/// What differs by the small quiz.
fn differs(before: &Answers, after: &Answers) -> Comparison {
    let content = small();
    compare(&Side::of(&content, before), &Side::of(&content, after))
}

fn profile(comparison: &Comparison, id: ProfileId) -> &ProfileChange {
    comparison.profiles.iter().find(|profile| profile.id == id).expect("all four are compared")
}

fn answer(question: &str, before: &[Answer], after: &[Answer]) -> AnswerChange {
    AnswerChange { question: question.to_owned(), before: before.to_vec(), after: after.to_vec() }
}

fn line(question: &str, answer: Answer, before: Option<u32>, after: Option<u32>) -> LineChange {
    LineChange { question: question.to_owned(), answer, before, after }
}

fn coder() -> Answers {
    Answers::from([
        ("start", one("coder")),
        ("skills", many(&["sql"])),
        ("years", number(2.5)),
        ("team", one("alone")),
        ("wish", one("time")),
    ])
}

#[test]
fn answers_differ_by_question_and_those_that_do_not_are_counted() {
    let mut later = coder();
    later.set("skills", many(&["sql", "git"]));
    later.set("years", number(6.0));
    later.clear("wish");
    let found = differs(&coder(), &later);
    assert_eq!(
        found.answers,
        [
            answer("skills", &[one("sql")], &[one("sql"), one("git")]),
            answer("years", &[number(2.5)], &[number(6.0)]),
            answer("wish", &[one("time")], &[]),
        ]
    );
    assert_eq!(found.same_answers, 2, "start and team");
}

#[test]
fn what_was_skipped_twice_is_no_answer_and_the_same_picks_in_another_order_are_the_same() {
    let first = Answers::from([("start", one("coder")), ("skills", many(&["sql", "git"]))]);
    let second = Answers::from([("start", one("coder")), ("skills", many(&["git", "sql"]))]);
    let found = differs(&first, &second);
    assert_eq!((found.answers.len(), found.same_answers), (0, 2));
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_does_not_count() {
    let mut hidden = Answers::from([("start", one("novice"))]);
    hidden.set("years", number(3.0));
    let found = differs(&hidden, &Answers::from([("start", one("novice"))]));
    assert_eq!((found.answers, found.same_answers), (vec![], 1));
}

#[test]
fn lines_are_only_before_only_after_or_the_same() {
    let mut later = coder();
    later.set("skills", many(&["sql", "git"]));
    later.set("years", number(6.0));
    let found = differs(&coder(), &later);
    let ids: Vec<_> = found.profiles.iter().map(|profile| profile.id).collect();
    assert_eq!(ids, [Senior, Entry, Mid, Freelance], "in the order of the content");
    let mid = profile(&found, Mid);
    assert_eq!(
        mid.lines,
        [line("skills", one("git"), None, Some(10)), line("years", number(2.5), Some(30), None)],
        "of the lines of mid"
    );
    // A job, SQL and no lead: 20 + 10 + 5.
    assert_eq!((mid.before, mid.after, mid.same_points, mid.difference()), (65, 45, 35, -20));
    let senior = profile(&found, Senior);
    assert_eq!(senior.lines, [line("years", number(6.0), None, Some(30))]);
    assert_eq!(profile(&found, Freelance).lines, []);
}

#[test]
fn of_the_same_answers_nothing_differs() {
    let found = differs(&coder(), &coder());
    assert_eq!((found.answers, found.same_answers), (vec![], 5));
    assert!(found.profiles.iter().all(|profile| profile.lines.is_empty() && profile.same_points == profile.before));
}

/// The small quiz a year later: SQL is worth less to mid-level, skills stand in another order, the wish is gone and another
/// question is there.
fn later_quiz() -> Content {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/version", json!("8"));
    set(&mut quiz, "/questions/1/options/0/points/mid", json!(4));
    let options = quiz["questions"][1]["options"].as_array_mut().expect("there are options");
    options.swap(0, 1);
    take(&mut quiz, "/questions/5");
    let questions = quiz["questions"].as_array_mut().expect("there are questions");
    questions.push(json!({
        "id": "tests", "kind": "single", "text": "Do you write tests?",
        "options": [{ "id": "yes", "text": "Yes", "points": { "mid": 7 } }, { "id": "no", "text": "No" }],
    }));
    parsed(&quiz.to_string())
}

#[test]
fn each_side_is_read_by_its_own_content() {
    let (old, new) = (small(), later_quiz());
    let mut before = coder();
    before.set("skills", many(&["sql", "git"]));
    let mut after = before.clone();
    after.set("tests", one("yes"));
    let found = compare(&Side::of(&old, &before), &Side::of(&new, &after));
    assert_eq!(
        found.answers,
        [answer("tests", &[], &[one("yes")]), answer("wish", &[one("time")], &[])],
        "what only the first content asks comes last"
    );
    assert_eq!(found.same_answers, 4, "the order of options is no difference");
    let mid = profile(&found, Mid);
    assert_eq!(
        mid.lines,
        [line("skills", one("sql"), Some(10), Some(4)), line("tests", one("yes"), None, Some(7))],
        "other points for the same answer are a difference"
    );
    assert_eq!(mid.difference(), 1);
    assert_sums(&found);
}

/// The differences of the lines sum to the difference of the scores, and what is the same completes both scores.
#[track_caller]
fn assert_sums(comparison: &Comparison) {
    for profile in &comparison.profiles {
        let sum: i64 = profile.lines.iter().map(LineChange::difference).sum();
        assert_eq!(sum, profile.difference(), "{profile:?}");
        let points = |of: fn(&LineChange) -> Option<u32>| profile.lines.iter().filter_map(of).sum::<u32>();
        assert_eq!(profile.same_points + points(|line| line.before), profile.before, "{profile:?}");
        assert_eq!(profile.same_points + points(|line| line.after), profile.after, "{profile:?}");
        assert!(profile.lines.iter().all(|line| line.before != line.after), "only what differs: {profile:?}");
    }
}

/// Everything said on a side is in the comparison once: as the same, or as one of two.
#[track_caller]
fn assert_answers(comparison: &Comparison, before: &Side<'_>, after: &Side<'_>) {
    let answered = |of: fn(&AnswerChange) -> &Vec<Answer>| {
        comparison.answers.iter().filter(|change| !of(change).is_empty()).count() + comparison.same_answers
    };
    assert_eq!(answered(|change| &change.before), before.course.counted().len());
    assert_eq!(answered(|change| &change.after), after.course.counted().len());
}

#[test]
fn for_every_two_personas_the_lines_sum_to_the_difference() {
    let content = default_content();
    let sides: Vec<_> = content.personas.iter().map(|persona| Side::of(&content, &persona.answers)).collect();
    assert!(sides.len() > 20, "{}", sides.len());
    for before in &sides {
        for after in &sides {
            let found = compare(before, after);
            assert_sums(&found);
            assert_answers(&found, before, after);
            let turned = compare(after, before);
            for (one, other) in found.profiles.iter().zip(&turned.profiles) {
                assert_eq!((one.difference(), one.lines.len()), (-other.difference(), other.lines.len()));
            }
        }
    }
}

#[test]
fn for_random_people_under_two_contents_the_lines_sum_to_the_difference() {
    let (old, new) = (small(), later_quiz());
    let mut dice = Dice::new(7);
    for _ in 0..300 {
        let (first, second) = (dice.answers(&old), dice.answers(&new));
        let (before, after) = (Side::of(&old, &first), Side::of(&new, &second));
        let found = compare(&before, &after);
        assert_sums(&found);
        assert_answers(&found, &before, &after);
    }
}
