//! Scores and the lines they are sums of.

mod support;

use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, Points, ProfileId};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::score::{Line, Outcome, score};
use support::{Dice, default_content, many, number, one, small};

fn outcome(content: &Content, answers: &Answers) -> Outcome {
    score(content, &Course::of(content, answers))
}

#[track_caller]
fn assert_scores(answers: &Answers, expected: [(ProfileId, u32); 4]) {
    let outcome = outcome(&small(), answers);
    let scores: Vec<(ProfileId, u32)> = outcome.profiles.iter().map(|profile| (profile.id, profile.score)).collect();
    assert_eq!(scores, expected);
}

use ProfileId::{Entry, Freelance, Mid, Senior};

#[test]
fn a_score_is_the_sum_of_the_points_of_the_answers_best_first() {
    let answers = Answers::from([
        ("start", one("coder")),
        ("skills", many(&["sql", "git"])),
        ("years", number(6.0)),
        ("team", one("lead")),
        ("wish", one("time")),
    ]);
    assert_scores(&answers, [(Senior, 80), (Mid, 40), (Entry, 0), (Freelance, 0)]);
    assert_eq!(outcome(&small(), &answers).best, Some(Senior));
}

#[test]
fn equal_scores_stand_in_the_order_of_the_content() {
    // Senior stands before mid there.
    assert_scores(&Answers::from([("start", one("coder"))]), [(Senior, 20), (Mid, 20), (Entry, 0), (Freelance, 0)]);
    let settled = Answers::from([
        ("start", one("coder")),
        ("skills", many(&["sql", "git"])),
        ("years", number(2.0)),
        ("team", one("lead")),
        ("wish", one("time")),
    ]);
    // 20 + 20 + 30 for mid, 20 + 5 + 25 for senior, and 20 more.
    let mut quiz = support::json(support::SMALL);
    support::set(&mut quiz, "/questions/3/options/1/points/senior", serde_json::json!(45));
    let quiz = support::parsed(&quiz.to_string());
    let outcome = outcome(&quiz, &settled);
    assert_eq!((outcome.profiles[0].score, outcome.profiles[1].score), (70, 70));
    assert_eq!(outcome.best, Some(Senior));
    assert_scores(&Answers::from([("start", one("boss"))]), [(Freelance, 30), (Senior, 0), (Entry, 0), (Mid, 0)]);
}

#[test]
fn nothing_answered_fits_nothing() {
    assert_scores(&Answers::default(), [(Senior, 0), (Entry, 0), (Mid, 0), (Freelance, 0)]);
    assert_eq!(outcome(&small(), &Answers::default()).best, None);
}

#[test]
fn answers_without_points_fit_nothing() {
    let outcome = outcome(&small(), &Answers::from([("wish", one("money"))]));
    assert_eq!(outcome.best, None);
    assert!(outcome.profiles.iter().all(|profile| profile.ledger.is_empty()));
}

#[test]
fn a_ledger_has_a_line_for_each_option_and_number_that_gave_points() {
    let answers = Answers::from([
        // In another order than that of the content.
        ("skills", many(&["git", "sql"])),
        ("years", number(2.5)),
        ("start", one("coder")),
        ("wish", one("time")),
    ]);
    let outcome = outcome(&small(), &answers);
    let content = small();
    let lines = |ledger: &[Line]| -> Vec<(String, Answer, u32)> {
        let line = |line: &Line| (line.question(&content).id.clone(), line.answer(&content), line.points);
        ledger.iter().map(line).collect()
    };
    let line = |question: &str, answer, points| (question.to_owned(), answer, points);
    assert_eq!(outcome.profiles[0].id, Mid);
    assert_eq!(
        lines(&outcome.profiles[0].ledger),
        [
            line("start", one("coder"), 20),
            line("skills", one("sql"), 10),
            line("skills", one("git"), 10),
            line("years", number(2.5), 30),
        ]
    );
    assert_eq!(lines(&outcome.profiles[1].ledger), [line("start", one("coder"), 20), line("skills", one("sql"), 5)]);
}

#[test]
fn a_number_is_worth_what_its_band_is_worth() {
    let scores = |years: f64| {
        let answers = Answers::from([("start", one("boss")), ("years", number(years))]);
        outcome(&small(), &answers).points()
    };
    let freelance = 30;
    assert_eq!(scores(1.5), Points { entry: 20, mid: 0, senior: 0, freelance });
    assert_eq!(scores(2.0), Points { entry: 0, mid: 30, senior: 0, freelance });
    assert_eq!(scores(5.5), Points { entry: 0, mid: 30, senior: 0, freelance });
    assert_eq!(scores(40.0), Points { entry: 0, mid: 0, senior: 30, freelance });
}

#[test]
fn answers_to_questions_not_asked_give_no_points() {
    let answers = Answers::from([
        ("start", one("novice")),
        ("years", number(9.0)),
        ("team", one("lead")),
        ("clients", one("many")),
    ]);
    assert_scores(&answers, [(Entry, 40), (Senior, 0), (Mid, 0), (Freelance, 0)]);
}

#[test]
fn answers_that_do_not_fit_give_no_points() {
    let answers = Answers::from([("start", one("novice")), ("skills", many(&["git", "none"])), ("gone", one("a"))]);
    assert_scores(&answers, [(Entry, 40), (Senior, 0), (Mid, 0), (Freelance, 0)]);
}

#[test]
fn scores_by_profile_are_the_scores_of_the_profiles() {
    let answers = Answers::from([("start", one("boss")), ("skills", many(&["sql"])), ("years", number(0.0))]);
    let expected = Points { entry: 20, mid: 10, senior: 5, freelance: 30 };
    assert_eq!(outcome(&small(), &answers).points(), expected);
}

#[test]
fn the_same_answers_give_the_same_result_byte_for_byte() {
    let content = default_content();
    let answers = Dice::new(3).answers(&content);
    assert_eq!(format!("{:?}", outcome(&content, &answers)), format!("{:?}", outcome(&default_content(), &answers)));
}

#[test]
fn every_score_of_the_default_content_is_the_sum_of_its_ledger_and_at_most_100() {
    let content = default_content();
    let mut dice = Dice::new(4);
    for _ in 0..3_000 {
        let answers = dice.answers(&content);
        let outcome = outcome(&content, &answers);
        assert_eq!(outcome.profiles.len(), 4);
        assert!(outcome.profiles.is_sorted_by(|one, next| one.score >= next.score), "{answers:?}");
        for profile in &outcome.profiles {
            let sum: u32 = profile.ledger.iter().map(|line| line.points).sum();
            assert_eq!(profile.score, sum, "{} after {answers:?}", profile.id);
            assert!(profile.score <= 100, "{} scores {} after {answers:?}", profile.id, profile.score);
            assert!(profile.ledger.iter().all(|line| line.points > 0), "{answers:?}");
        }
    }
}
