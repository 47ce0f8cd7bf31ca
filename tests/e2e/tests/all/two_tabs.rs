//! Two tabs of one browser: neither loses what was done in the other.

use e2e::browser::Tab;
use e2e::quiz::{Quiz, Settings};
use serde_json::json;

/// The quiz in two tabs, both at the opening page.
#[track_caller]
fn open_two() -> (Quiz, Tab, Tab) {
    in_two(Quiz::open())
}

/// The same, with the quiz opened in the first.
#[track_caller]
fn in_two(quiz: Quiz) -> (Quiz, Tab, Tab) {
    let first = quiz.browser.new_tab();
    quiz.visit("");
    let second = quiz.browser.switch_to(&first);
    (quiz, first, second)
}

#[test]
fn results_of_both_are_kept() {
    let (quiz, first, second) = open_two();
    quiz.browser.switch_to(&first);
    quiz.finish_as("learning");
    quiz.wait_for_saved("yes");
    quiz.browser.switch_to(&second);
    quiz.finish_as("intern");
    quiz.wait_for_saved("yes");
    for tab in [first, second] {
        quiz.browser.switch_to(&tab);
        quiz.go_to("#/saved");
        quiz.browser.until("both results", || (quiz.saved_names().len() == 2).then_some(()));
    }
    let results = quiz.kept_in_journal("results").expect("results are kept");
    assert_eq!(results["results"].as_array().map(Vec::len), Some(2));
}

#[test]
fn an_answer_is_given_on_top_of_what_the_other_has_answered() {
    let (quiz, first, second) = open_two();
    quiz.browser.switch_to(&first);
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.answer("background", &["web-design"]);
    quiz.wait_for_saved("yes");
    quiz.browser.switch_to(&second);
    // It shows what the other has answered without being asked.
    quiz.browser.until("the answer of the other tab", || {
        (quiz.answers_shown() == quiz.option_texts("today", &["learning"])).then_some(())
    });
    quiz.go_to("#/question/professional-years");
    quiz.answer("professional-years", &["3"]);
    quiz.wait_for_saved("yes");
    let both = json!({ "today": "learning", "background": ["web-design"], "professional-years": 3 });
    assert_eq!(quiz.kept("progress").expect("progress is kept")["answers"], both);
    assert_eq!(quiz.kept_in_journal("progress").expect("progress is kept")["answers"], both);
}

#[test]
fn a_number_and_the_review_follow_what_the_other_answers() {
    let (quiz, first, second) = open_two();
    for tab in [&first, &second] {
        quiz.browser.switch_to(tab);
        quiz.go_to("#/question/professional-years");
    }
    quiz.answer("professional-years", &["3"]);
    quiz.browser.switch_to(&first);
    let field = quiz.number_field("professional-years");
    quiz.browser.until("the number of the other tab", || (field.value() == "3").then_some(()));
    quiz.go_to("#/");
    quiz.answer("today", &["learning"]);
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.browser.switch_to(&second);
    field_is_then(&quiz, "0");
    quiz.browser.switch_to(&first);
    quiz.browser.until("the number of the other tab in the review", || {
        quiz.reviewed("professional-years").filter(|answer| answer.starts_with('0'))
    });
    quiz.press("See my result");
    let result = quiz.result();
    assert!(!result.text.contains("The quiz has changed"), "scores and answers belong together: {}", result.text);
}

/// Puts another number into the field of the question for years.
#[track_caller]
fn field_is_then(quiz: &Quiz, number: &str) {
    quiz.answer("professional-years", &[number]);
    quiz.wait_for_saved("yes");
}

#[test]
fn a_tab_that_heard_of_nothing_finds_in_the_journal_what_the_other_has_answered() {
    let quiz = Quiz::new(Settings::default());
    // Tabs of one browser tell each other of `localStorage`, and see the same there. Where that is full they do not, and only the journal is left.
    quiz.server
        .run_first("Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError') };");
    quiz.visit("");
    let (quiz, first, second) = in_two(quiz);
    quiz.browser.switch_to(&first);
    quiz.answer("today", &["learning"]);
    quiz.wait_for_saved("yes");
    quiz.browser.switch_to(&second);
    quiz.go_to("#/question/professional-years");
    quiz.answer("professional-years", &["3"]);
    quiz.wait_for_saved("yes");
    let both = json!({ "today": "learning", "professional-years": 3 });
    assert_eq!(quiz.kept_in_journal("progress").expect("progress is kept")["answers"], both);
    // And it shows it.
    quiz.go_to("#/");
    quiz.browser.until("the answer of the other tab", || {
        (quiz.answers_shown() == quiz.option_texts("today", &["learning"])).then_some(())
    });
}

#[test]
fn what_one_has_deleted_does_not_come_back_by_the_other() {
    let (quiz, first, second) = open_two();
    quiz.browser.switch_to(&first);
    quiz.finish_as("learning");
    quiz.wait_for_saved("yes");
    quiz.browser.switch_to(&second);
    quiz.go_to("#/saved");
    let name = quiz.browser.until("the result of the other tab", || quiz.saved_names().pop());
    quiz.browser.switch_to(&first);
    quiz.go_to("#/saved");
    quiz.press(&format!("Delete {name}"));
    quiz.press("Delete");
    quiz.wait_for_saved("yes");
    quiz.browser.switch_to(&second);
    quiz.browser.until("the list to be empty here, too", || quiz.saved_names().is_empty().then_some(()));
    quiz.finish_as("intern");
    quiz.wait_for_saved("yes");
    quiz.go_to("#/saved");
    assert_eq!(quiz.saved_names().len(), 1, "the new one and nothing else");
    quiz.visit("#/saved");
    assert_eq!(quiz.saved_names().len(), 1, "also when it is opened anew");
}

#[test]
fn where_one_deletes_everything_the_other_begins_anew() {
    let (quiz, first, second) = open_two();
    quiz.browser.switch_to(&first);
    quiz.finish_as("learning");
    quiz.wait_for_saved("yes");
    quiz.go_to("#/saved");
    quiz.press("Delete everything");
    quiz.press("Delete everything");
    quiz.wait_for_notice("Everything was deleted from this browser.");
    quiz.browser.switch_to(&second);
    quiz.browser.until("no answer", || quiz.answers_shown().is_empty().then_some(()));
    quiz.answer("today", &["intern"]);
    quiz.wait_for_saved("yes");
    let progress = quiz.kept_in_journal("progress").expect("progress is kept");
    assert_eq!(progress["answers"], json!({ "today": "intern" }), "and none of the answers from before is back");
    quiz.go_to("#/saved");
    assert!(quiz.saved_names().is_empty());
}
