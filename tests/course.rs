//! Which questions are asked, and how far along somebody is.

mod support;

use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::Content;
use career_quiz::quiz::course::{Course, Estimate};
use support::{Dice, asked, choices, default_content, many, number, one, small};

#[track_caller]
fn assert_asked(answers: &Answers, expected: &[&str]) {
    let content = small();
    assert_eq!(asked(&content, &Course::of(&content, answers)), expected);
}

#[test]
fn nothing_answered_asks_the_questions_without_conditions() {
    assert_asked(&Answers::default(), &["start", "skills", "wish"]);
}

#[test]
fn an_answer_opens_the_questions_that_hang_on_it() {
    assert_asked(&Answers::from([("start", one("coder"))]), &["start", "skills", "years", "wish"]);
    assert_asked(&Answers::from([("start", one("novice"))]), &["start", "skills", "wish"]);
}

#[test]
fn a_number_opens_a_question_from_its_threshold_up() {
    let course = |years: f64| Answers::from([("start", one("coder")), ("years", number(years))]);
    assert_asked(&course(1.5), &["start", "skills", "years", "wish"]);
    assert_asked(&course(2.0), &["start", "skills", "years", "team", "wish"]);
}

#[test]
fn all_conditions_of_a_question_must_hold() {
    let boss = |team: &str| Answers::from([("start", one("boss")), ("years", number(3.0)), ("team", one(team))]);
    assert_asked(&boss("alone"), &["start", "skills", "years", "team", "clients", "wish"]);
    assert_asked(&boss("lead"), &["start", "skills", "years", "team", "wish"]);
    let coder = Answers::from([("start", one("coder")), ("years", number(3.0)), ("team", one("alone"))]);
    assert_asked(&coder, &["start", "skills", "years", "team", "wish"]);
}

#[test]
fn nothing_is_concluded_from_silence_even_where_an_option_must_not_be_picked() {
    let answers = Answers::from([("start", one("boss")), ("years", number(3.0))]);
    assert_asked(&answers, &["start", "skills", "years", "team", "wish"]);
}

#[test]
fn a_closed_question_closes_those_that_hang_on_it() {
    let mut answers = Answers::from([
        ("start", one("boss")),
        ("years", number(3.0)),
        ("team", one("alone")),
        ("clients", one("many")),
    ]);
    answers.set("start", one("novice"));
    assert_asked(&answers, &["start", "skills", "wish"]);
    answers.clear("start");
    assert_asked(&answers, &["start", "skills", "wish"]);
}

#[test]
fn answers_to_questions_not_asked_do_not_count_and_come_back() {
    let content = small();
    let mut answers = Answers::from([("start", one("boss")), ("years", number(3.0)), ("team", one("alone"))]);
    let before = Course::of(&content, &answers);
    assert_eq!(before.counted(), &answers);
    answers.set("start", one("novice"));
    let closed = Course::of(&content, &answers);
    assert_eq!(closed.counted(), &Answers::from([("start", one("novice"))]));
    // Not asked is no fault of the answer: it was not made under another content.
    assert_eq!(closed.set_aside(), 0);
    answers.set("start", one("boss"));
    assert_eq!(Course::of(&content, &answers), before);
}

#[test]
fn answers_that_do_not_fit_count_for_nothing_and_open_nothing() {
    let content = small();
    let answers = Answers::from([
        ("start", many(&["boss"])),
        ("skills", many(&["sql", "none"])),
        ("years", number(2.25)),
        ("gone", one("a")),
        ("wish", one("time")),
    ]);
    let course = Course::of(&content, &answers);
    assert_eq!(asked(&content, &course), ["start", "skills", "wish"]);
    assert_eq!(course.counted(), &Answers::from([("wish", one("time"))]));
    assert_eq!(course.set_aside(), 4);
}

#[test]
fn next_and_previous_pass_over_questions_not_asked() {
    let content = small();
    let course = Course::of(&content, &Answers::from([("start", one("coder")), ("years", number(1.0))]));
    let next = |id| course.next(&content, id).map(|question| question.id.as_str());
    let previous = |id| course.previous(&content, id).map(|question| question.id.as_str());
    assert_eq!([next("start"), next("skills"), next("years")], [Some("skills"), Some("years"), Some("wish")]);
    assert_eq!(
        [previous("wish"), previous("years"), previous("skills")],
        [Some("years"), Some("skills"), Some("start")]
    );
    assert_eq!([next("wish"), previous("start")], [None, None]);
    // From a question that is not asked one comes to its neighbours all the same.
    assert_eq!([next("team"), previous("clients")], [Some("wish"), Some("years")]);
    assert_eq!([next("gone"), previous("gone")], [None, None]);
}

#[test]
fn only_questions_that_exist_and_whose_conditions_hold_are_asked() {
    let content = small();
    let course = Course::of(&content, &Answers::from([("start", one("coder"))]));
    assert!(course.asks(&content, "start") && course.asks(&content, "years"));
    assert!(!course.asks(&content, "team") && !course.asks(&content, "gone") && !course.asks(&content, ""));
}

#[test]
fn a_change_from_the_review_leads_to_the_questions_it_opened() {
    let content = small();
    // At the review: a novice, who skipped the wish.
    let reviewed = Course::of(&content, &Answers::from([("start", one("novice")), ("skills", many(&["sql"]))]));
    let opened = |answers: &Answers, id: &str| {
        let course = Course::of(&content, answers);
        course.next_opened(&content, &reviewed, id).map(|question| question.id.clone())
    };
    let mut answers = Answers::from([("start", one("boss")), ("skills", many(&["sql"]))]);
    assert_eq!(opened(&answers, "start").as_deref(), Some("years"));
    answers.set("years", number(4.0));
    assert_eq!(opened(&answers, "years").as_deref(), Some("team"));
    answers.set("team", one("alone"));
    assert_eq!(opened(&answers, "team").as_deref(), Some("clients"));
    // The wish was there before, and was skipped on purpose.
    answers.set("clients", one("few"));
    assert_eq!(opened(&answers, "clients"), None);
    assert_eq!(opened(&answers, "start"), None);
    assert_eq!(opened(&answers, "gone"), None);
}

#[test]
fn a_question_skipped_before_the_review_is_not_asked_again_from_there() {
    let content = small();
    let answers = Answers::from([("start", one("coder"))]);
    let reviewed = Course::of(&content, &answers);
    assert_eq!(reviewed.next_opened(&content, &reviewed, "start"), None);
}

#[track_caller]
fn assert_estimate(answers: &Answers, id: &str, (number, total, about): (usize, usize, bool)) {
    let content = small();
    let estimate = Course::of(&content, answers).estimate(&content, id);
    assert_eq!(estimate, Estimate { number, total, about });
}

#[test]
fn the_total_counts_every_question_that_may_still_open() {
    assert_estimate(&Answers::default(), "start", (1, 6, true));
    let boss = Answers::from([("start", one("boss"))]);
    assert_estimate(&boss, "skills", (2, 6, true));
    let coder = Answers::from([("start", one("coder"))]);
    assert_estimate(&coder, "skills", (2, 5, true));
    assert_estimate(&coder, "years", (3, 5, true));
    let novice = Answers::from([("start", one("novice"))]);
    assert_estimate(&novice, "skills", (2, 3, false));
    assert_estimate(&novice, "wish", (3, 3, false));
}

#[test]
fn the_answer_to_the_question_itself_may_still_change_the_total() {
    let novice = Answers::from([("start", one("novice"))]);
    assert_estimate(&novice, "start", (1, 6, true));
    let junior = Answers::from([("start", one("coder")), ("years", number(1.0))]);
    assert_estimate(&junior, "years", (3, 5, true));
    assert_estimate(&junior, "wish", (4, 4, false));
}

#[test]
fn the_total_is_sure_once_no_condition_is_open() {
    let lead = Answers::from([("start", one("boss")), ("years", number(9.0)), ("team", one("lead"))]);
    assert_estimate(&lead, "team", (4, 6, true));
    assert_estimate(&lead, "wish", (5, 5, false));
    let alone = Answers::from([("start", one("boss")), ("years", number(9.0)), ("team", one("alone"))]);
    assert_estimate(&alone, "clients", (5, 6, false));
}

#[test]
fn the_share_is_what_lies_behind() {
    let percent = |number, total| Estimate { number, total, about: false }.percent();
    assert_eq!([percent(1, 6), percent(2, 6), percent(6, 6), percent(1, 1)], [0, 16, 83, 0]);
}

/// Walks every way through a quiz from a question on, and returns how many there are.
#[track_caller]
fn walk(content: &Content, id: &str, answers: &Answers, before: u8, thresholds: &[f64]) -> usize {
    let percent = Course::of(content, answers).estimate(content, id).percent();
    assert!(percent >= before, "{before}% fell to {percent}% at {id} after {answers:?}");
    let question = content.question(id).expect("it is asked");
    let mut ways = 0;
    for answer in choices(question, thresholds) {
        let mut answers = answers.clone();
        if let Some(answer) = answer {
            assert!(answer.fits(question), "{answer:?} is no answer to {id}");
            answers.set(id, answer);
        }
        ways += match Course::of(content, &answers).next(content, id) {
            Some(next) => walk(content, &next.id, &answers, percent, thresholds),
            None => 1,
        };
    }
    ways
}

#[test]
fn progress_never_falls_on_any_way_through_the_small_quiz() {
    let content = small();
    // Three answers or none to the first, five to the second (three, a pair, none), three to the last. The
    // number has three bands, its largest number and none: two of them below the threshold of the next question.
    let ways = walk(&content, "start", &Answers::default(), 0, &[2.0]);
    let novice_or_none = 2;
    let coder = 2 + 3 * 3;
    let boss = 2 + 3 * (1 + 3 + 1);
    assert_eq!(ways, (novice_or_none + coder + boss) * 5 * 3);
}

#[test]
fn progress_never_falls_on_many_ways_through_the_default_content() {
    let content = default_content();
    let mut dice = Dice::new(1);
    for _ in 0..2_000 {
        let mut answers = Answers::default();
        let mut at = content.questions[0].id.as_str();
        let mut before = 0;
        loop {
            let estimate = Course::of(&content, &answers).estimate(&content, at);
            let percent = estimate.percent();
            assert!(percent >= before, "{before}% fell to {percent}% at {at} after {answers:?}");
            assert!(estimate.number <= estimate.total && percent < 100, "{estimate:?}");
            before = percent;
            if let Some(answer) = dice.answer(content.question(at).expect("it is asked")) {
                answers.set(at, answer);
            }
            match Course::of(&content, &answers).next(&content, at) {
                Some(next) => at = &next.id,
                None => break,
            }
        }
    }
}

#[test]
fn an_estimate_that_is_sure_comes_true() {
    let content = default_content();
    let mut dice = Dice::new(2);
    let mut sure = 0;
    for _ in 0..500 {
        let answers = dice.answers(&content);
        let course = Course::of(&content, &answers);
        let asked = asked(&content, &course);
        for id in &asked {
            let estimate = course.estimate(&content, id);
            assert!(estimate.total >= asked.len(), "{estimate:?} of {} at {id} after {answers:?}", asked.len());
            if !estimate.about {
                assert_eq!(estimate.total, asked.len(), "at {id} after {answers:?}");
                sure += 1;
            }
        }
    }
    assert!(sure > 500, "an estimate was sure {sure} times only");
}

// Answers as JSON.

#[track_caller]
fn assert_json(answer: &Answer, text: &str) {
    assert_eq!(serde_json::to_string(answer).expect("an answer is JSON"), text);
    assert_eq!(&serde_json::from_str::<Answer>(text).expect("the text is an answer"), answer);
}

#[test]
fn an_answer_is_written_as_short_as_can_be_and_read_back() {
    assert_json(&one("a"), "\"a\"");
    assert_json(&many(&["a", "b"]), "[\"a\",\"b\"]");
    assert_json(&many(&[]), "[]");
    assert_json(&number(7.0), "7");
    assert_json(&number(0.0), "0");
    assert_json(&number(2.5), "2.5");
    assert_json(&number(-3.0), "-3");
    assert_json(&one("ä \" \\ \u{1f600}"), "\"ä \\\" \\\\ \u{1f600}\"");
}

#[test]
fn what_stands_twice_in_a_list_of_options_is_picked_once() {
    assert_eq!(serde_json::from_str::<Answer>("[\"b\",\"a\",\"b\"]").ok(), Some(many(&["b", "a"])));
}

#[test]
fn another_json_value_is_no_answer() {
    for text in ["null", "true", "{}", "[1]", "[null]", "[[\"a\"]]", "1e999", "\"a", ""] {
        assert!(serde_json::from_str::<Answer>(text).is_err(), "{text}");
    }
    let error = serde_json::from_str::<Answer>("true").expect_err("it is no answer").to_string();
    assert!(error.contains("expected an option id, a list of option ids, or a number"), "{error}");
}

#[test]
fn answers_are_kept_by_question_in_alphabetical_order() {
    let mut answers = Answers::from([("b", one("x")), ("a", number(1.0))]);
    answers.set("c", many(&["y"]));
    answers.set("b", one("z"));
    assert_eq!(answers.len(), 3);
    assert_eq!(serde_json::to_string(&answers).ok().as_deref(), Some("{\"a\":1,\"b\":\"z\",\"c\":[\"y\"]}"));
    let ids: Vec<&str> = answers.iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    answers.clear("a");
    answers.clear("gone");
    assert_eq!((answers.get("a"), answers.len()), (None, 2));
    assert!(!answers.is_empty() && Answers::default().is_empty());
}
