//! Questions: progress, numbers, skipping, and what a lack of liking leads to.

use crate::people;
use e2e::browser::key;
use e2e::quiz::{Quiz, Settings};

#[test]
fn progress_never_falls_and_says_about_while_conditions_are_open() {
    let quiz = Quiz::open();
    let mut seen: Vec<(String, String, f64)> = Vec::new();
    quiz.take(people::FREELANCE, |quiz, question| {
        if let Some((text, percent)) = quiz.progress() {
            seen.push((question.to_owned(), text, percent));
        }
    });
    assert!(seen.is_sorted_by(|(.., one), (.., next)| one <= next), "it never falls: {seen:?}");
    assert!(seen.iter().all(|(.., percent)| (0.0..100.0).contains(percent)), "it is full at the end only: {seen:?}");
    let says_about =
        |id: &str| seen.iter().find(|(question, ..)| question == id).map(|(_, text, _)| text.contains("about"));
    assert_eq!(says_about("professional-years"), Some(true), "its answer opens and closes questions: {seen:?}");
    assert_eq!(says_about("freelance-business"), Some(false), "nothing is open any more: {seen:?}");
    let last = seen.last().map(|(_, text, _)| text.as_str());
    assert_eq!(last, Some("Question 16 of 16"), "all that freelancers are asked");
}

#[test]
fn progress_stays_where_it_was_when_somebody_goes_back() {
    let quiz = Quiz::open();
    for _ in 0..5 {
        quiz.next();
    }
    let (_, reached) = quiz.progress().expect("a question shows progress");
    quiz.follow("Back");
    quiz.browser.until("the question before", || quiz.progress().filter(|(text, _)| text.starts_with("Question 5")));
    assert_eq!(quiz.progress().map(|(_, percent)| percent), Some(reached));
}

#[test]
fn somebody_without_experience_is_not_asked_about_mentoring_or_running_a_business() {
    let quiz = Quiz::open();
    let mut asked = Vec::new();
    quiz.take(people::ENTRY, |_, question| asked.push(question.to_owned()));
    for closed in ["scope", "production", "mentoring", "freelance-clients", "freelance-business"] {
        assert!(!asked.iter().any(|id| id == closed), "{closed} was asked: {asked:?}");
    }
}

#[test]
fn what_is_picked_shows_as_picked_wherever_one_comes_from() {
    // One screen takes the place of another: what was ticked on the one must not show on the other.
    let quiz = Quiz::open();
    quiz.answer("today", &["no-code"]);
    quiz.next();
    quiz.answer("background", &["computer-programming", "ux-ui", "project-management"]);
    quiz.next();
    assert!(quiz.answers_shown().is_empty(), "a question that was not answered shows no answer");
    quiz.answer("goal", &["first-job"]);
    quiz.next();
    assert!(quiz.answers_shown().is_empty(), "a question that was not answered shows no answer");
    for _ in 0..2 {
        quiz.browser.back();
    }
    quiz.wait_for_question("background");
    quiz.next();
    assert_eq!(quiz.answers_shown(), quiz.option_texts("goal", &["first-job"]));
}

#[test]
fn a_number_does_not_show_up_in_the_question_after_it() {
    let mut quiz = Quiz::new(Settings::default());
    let mut content = quiz.content();
    let questions = content["questions"].as_array_mut().expect("a content has questions");
    let place = questions.iter().position(|question| question["kind"] == "number").expect("there is a number");
    let mut second = questions[place].clone();
    second["id"] = "second-number".into();
    // Time brings one number only.
    second["grows"] = serde_json::Value::Null;
    second["bands"] = serde_json::json!([{ "from": 0 }]);
    questions.insert(place + 1, second);
    quiz.replace_content(content);
    quiz.visit("#/question/professional-years");
    quiz.answer("professional-years", &["7"]);
    assert_eq!(quiz.next().question.as_deref(), Some("second-number"));
    assert_eq!(quiz.answers_shown(), [""]);
    quiz.answer("second-number", &["8"]);
    quiz.browser.back();
    quiz.wait_for_question("professional-years");
    assert_eq!(quiz.answers_shown(), ["7"]);
}

#[test]
fn an_option_that_excludes_the_others_takes_them_back() {
    let quiz = Quiz::open();
    quiz.next();
    quiz.answer("background", &["web-design", "ux-ui"]);
    quiz.answer("background", &["none"]);
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["none"]));
    quiz.answer("background", &["data-science"]);
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["data-science"]));
}

#[test]
fn an_answer_can_be_cleared_and_is_skipped_then() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.press("Clear this answer");
    assert!(quiz.answers_shown().is_empty(), "no option is picked");
    quiz.go_to("#/review");
    assert_eq!(quiz.reviewed("today").as_deref(), Some("Skipped"));
}

#[test]
fn a_number_that_cannot_be_is_said_so_and_not_saved() {
    let quiz = Quiz::new(Settings::default());
    quiz.visit("#/question/professional-years");
    // Letters are refused with the same words; an "e" belongs into a number.
    for wrong in ["70", "-1", "2.3", "three", "1e"] {
        quiz.answer("professional-years", &[wrong]);
        quiz.press("Next");
        quiz.browser.until("the field to be marked as wrong", || {
            (quiz.browser.focused().attribute("aria-invalid").as_deref() == Some("true")).then_some(())
        });
        let field = quiz.browser.focused();
        assert_eq!(field.attribute("id").as_deref(), Some("professional-years"), "the focus is in the field");
        let said = "Enter a number from 0 to 60, in steps of 0.5.";
        assert!(quiz.text().contains(said), "{wrong}: {}", quiz.text());
        assert!(described(&quiz).contains(said), "the field is described by what is wrong: {}", described(&quiz));
        assert_eq!(quiz.here().question.as_deref(), Some("professional-years"), "{wrong} does not go on");
        assert!(quiz.answers_kept().is_empty(), "{wrong} is not saved: {:?}", quiz.answers_kept());
    }
    quiz.answer("professional-years", &["2.5"]);
    assert!(!quiz.text().contains("Enter a number"), "the error goes when the number is mended");
    assert_eq!(quiz.next().question.as_deref(), Some("languages"));
    assert_eq!(quiz.answers_kept()["professional-years"], 2.5);
    quiz.follow("Back");
    quiz.wait_for_question("professional-years");
    assert_eq!(quiz.answers_shown(), ["2.5"]);
}

#[test]
fn a_decimal_comma_is_taken_for_a_point() {
    // A browser in English drops the comma without a word, and 2,5 years would be 25.
    let quiz = Quiz::new(Settings::default());
    quiz.visit("#/question/professional-years");
    quiz.answer("professional-years", &["2,5"]);
    assert_eq!(quiz.next().question.as_deref(), Some("languages"));
    assert_eq!(quiz.answers_kept()["professional-years"], 2.5);
}

#[test]
fn the_largest_and_the_smallest_number_are_taken() {
    let quiz = Quiz::new(Settings::default());
    for number in [60, 0] {
        quiz.visit("#/question/professional-years");
        quiz.answer("professional-years", &[&number.to_string()]);
        assert_eq!(quiz.next().question.as_deref(), Some("languages"));
        assert_eq!(quiz.answers_kept()["professional-years"], number);
    }
}

#[test]
fn somebody_who_likes_none_of_the_work_is_told_so_kindly() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.go_to("#/question/enjoys");
    quiz.answer("enjoys", &["none"]);
    quiz.next();
    quiz.answer("professional-years", &["0"]);
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.press("See my result");
    let result = quiz.result();
    let (_, remark) = &result.remarks.iter().find(|(id, _)| id == "may-not-be-for-you").expect("the remark");
    assert!(remark.contains("Nearby fields may suit you better"), "what else to try is said: {remark}");
    assert_eq!(result.best().profile, "entry", "the result is there all the same");
}

#[test]
fn somebody_who_likes_none_of_the_work_and_skips_the_rest_is_told_so_too() {
    let quiz = Quiz::new(Settings::default());
    quiz.visit("#/question/enjoys");
    quiz.answer("enjoys", &["none"]);
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.press("See my result");
    let result = quiz.result();
    assert_eq!(result.heading, "Not enough answers for a result");
    assert!(result.remarks.iter().any(|(id, _)| id == "may-not-be-for-you"), "the remark is made all the same");
}

#[test]
fn somebody_who_skips_everything_is_told_that_there_is_no_result_yet() {
    let quiz = Quiz::open();
    quiz.take(&[], |_, _| {});
    assert!(quiz.review().iter().all(|(_, answer)| answer == "Skipped"), "{:?}", quiz.review());
    quiz.press("See my result");
    let result = quiz.result();
    assert_eq!(result.heading, "Not enough answers for a result");
    assert!(result.cards.is_empty() && result.scores.is_empty(), "no profile is put forward");
    quiz.follow("Change my answers");
    quiz.wait_for("review");
}

#[test]
fn enter_in_the_number_field_goes_on() {
    let quiz = Quiz::new(Settings::default());
    quiz.visit("#/question/professional-years");
    quiz.answer("professional-years", &["3"]);
    quiz.browser.type_keys(&key::ENTER.to_string());
    quiz.wait_for_question("languages");
}

/// What the field in focus is described by, for those who do not see the page.
#[track_caller]
fn described(quiz: &Quiz) -> String {
    let script = "return (document.activeElement.getAttribute('aria-describedby') ?? '').split(' ')
        .map(id => document.getElementById(id)?.innerText ?? '').join(' ')";
    quiz.browser.run(script, &[]).as_str().unwrap_or_default().to_owned()
}
