//! What follows from the scores: how far skipped questions could move them, the rung, the best profile, and
//! what is too close to tell.

mod support;

use ProfileId::{Entry, Freelance, Mid, Senior};
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, ProfileId};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::paths;
use career_quiz::quiz::score::{Outcome, score};
use serde_json::json;
use support::{Dice, SMALL, default_content, many, number, one, parsed, set, small};

fn outcome(content: &Content, answers: &Answers) -> Outcome {
    score(content, &Course::of(content, answers))
}

#[test]
fn a_range_contains_the_score_and_is_a_point_where_nothing_was_skipped() {
    let content = default_content();
    let mut dice = Dice::new(7);
    for _ in 0..300 {
        let answers = dice.answers(&content);
        let course = Course::of(&content, &answers);
        let outcome = score(&content, &course);
        let skipped = course.questions(&content).any(|question| course.counted().get(&question.id).is_none());
        for profile in &outcome.profiles {
            assert!(profile.score <= profile.high && profile.high <= 100, "{answers:?}");
            assert!(skipped || profile.score == profile.high, "{answers:?}");
        }
    }
}

#[test]
fn every_profile_of_the_default_content_can_reach_80_and_none_100_and_more() {
    let most = paths::most(&default_content(), &Answers::default()).expect("few conditions are open");
    assert!(most.iter().all(|most| (80..=100).contains(most)), "{most:?}");
}

const CODER: [(&str, &str); 2] = [("start", "coder"), ("wish", "time")];

fn coder(more: &[(&str, Answer)]) -> Answers {
    let mut answers = Answers::default();
    for (question, option) in CODER {
        answers.set(question, one(option));
    }
    for (question, answer) in more {
        answers.set(question, answer.clone());
    }
    answers
}

#[test]
fn too_few_answers_leave_no_best_profile_and_name_the_most_telling_questions() {
    let outcome = outcome(&small(), &coder(&[]));
    assert_eq!((outcome.level, outcome.best), (None, None));
    // Years give 20 to entry or 30 to mid or to senior; skills give 20 to entry or to mid.
    assert_eq!(outcome.settle, ["years", "skills"]);
}

#[test]
fn a_clear_lead_has_nobody_near() {
    let answers = coder(&[("skills", many(&["sql"])), ("years", number(6.0)), ("team", one("lead"))]);
    let outcome = outcome(&small(), &answers);
    assert_eq!((outcome.level, outcome.best, outcome.target), (Some(Senior), Some(Senior), Some(Senior)));
    assert_eq!(outcome.near, []);
}

#[test]
fn a_profile_within_the_margin_is_near_and_so_is_one_that_a_skipped_question_could_bring_there() {
    let mut quiz = support::json(SMALL);
    // Mid comes to 20 + 20 + 30 = 70, senior to 20 + 5 + 25 = 50.
    let answers = coder(&[("skills", many(&["sql", "git"])), ("years", number(2.0)), ("team", one("lead"))]);
    for (margin, near) in [(19, vec![]), (20, vec![Senior])] {
        set(&mut quiz, "/margin", json!(margin));
        let outcome = outcome(&parsed(&quiz.to_string()), &answers);
        assert_eq!((outcome.best, outcome.near), (Some(Mid), near), "margin {margin}");
    }
    set(&mut quiz, "/margin", json!(0));
    // Without the team, which gives 25 to senior: 70 against 25 to 50. With skills open too, senior may catch up.
    let answers = coder(&[("years", number(2.0))]);
    let outcome = outcome(&parsed(&quiz.to_string()), &answers);
    assert_eq!((outcome.best, outcome.near), (Some(Mid), vec![Senior]));
    assert_eq!(outcome.settle, ["team", "skills"]);
}

#[test]
fn freelance_is_best_only_where_it_is_wished_for_and_leads() {
    let mut quiz = support::json(SMALL);
    let boss = Answers::from([
        ("start", one("boss")),
        ("skills", many(&["git"])),
        ("years", number(2.0)),
        ("team", one("alone")),
        ("clients", one("many")),
        ("wish", one("money")),
    ]);
    // Freelance comes to 30 + 30, mid to 10 + 30 + 5.
    let unwished = outcome(&parsed(&quiz.to_string()), &boss);
    assert_eq!((unwished.level, unwished.best), (Some(Mid), Some(Mid)));
    assert_eq!(unwished.profiles[0].id, Mid, "the best stands first, whatever the others score");
    set(&mut quiz, "/questions/5/options/0/wish", json!(true));
    let wished = outcome(&parsed(&quiz.to_string()), &boss);
    assert_eq!((wished.level, wished.best), (Some(Mid), Some(Freelance)));
    set(&mut quiz, "/questions/4/options/1/points/freelance", json!(15));
    let level = outcome(&parsed(&quiz.to_string()), &boss);
    assert_eq!((level.best, level.score_of(Freelance).score), (Some(Mid), 45), "to draw level is not to lead");
}

#[test]
fn a_goal_is_a_target_and_never_raises_a_level() {
    let mut quiz = support::json(SMALL);
    let answers = Answers::from([("start", one("novice")), ("skills", many(&["none"])), ("wish", one("money"))]);
    let before = outcome(&parsed(&quiz.to_string()), &answers);
    assert_eq!((before.level, before.target), (Some(Entry), Some(Entry)));
    set(&mut quiz, "/questions/5/options/0/target", json!("senior"));
    let after = outcome(&parsed(&quiz.to_string()), &answers);
    assert_eq!((after.level, after.target, after.points()), (Some(Entry), Some(Senior), before.points()));
}
