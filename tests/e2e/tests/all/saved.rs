//! Saved results: listed, reopened, renamed, deleted, and left alone by a new start.

use e2e::quiz::Quiz;
use e2e::result::ResultPage;

#[test]
fn a_finished_result_is_saved_and_can_be_reopened() {
    let quiz = Quiz::open();
    let result = finish(&quiz);
    let address = quiz.browser.address();
    quiz.browser.reload();
    assert_same(&quiz.result(), &result);
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    let saved = quiz.saved_names();
    assert!(saved.len() == 1 && saved[0].starts_with("Mid-level, "), "profile and date: {saved:?}");
    quiz.follow(&saved[0]);
    assert_same(&quiz.result(), &result);
    assert_eq!(quiz.browser.address(), address);
    quiz.browser.replace_tab();
    quiz.visit("");
    quiz.press("See your last result");
    assert_same(&quiz.result(), &result);
}

#[test]
fn looking_at_the_same_result_again_does_not_save_it_twice_and_other_answers_do() {
    let quiz = Quiz::open();
    finish(&quiz);
    quiz.follow("Change my answers");
    quiz.wait_for("review");
    quiz.press("See my result");
    quiz.wait_for("results");
    quiz.follow("Change my answers");
    quiz.follow(&format!("Answer: {}", quiz.text_of("goal")));
    quiz.answer("goal", &["grow"]);
    quiz.follow("Back to your answers");
    quiz.wait_for("review");
    quiz.press("See my result");
    quiz.wait_for("results");
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    assert_eq!(quiz.saved_names().len(), 2);
}

#[test]
fn a_saved_result_can_be_renamed() {
    let quiz = Quiz::open();
    let result = finish(&quiz);
    let address = quiz.browser.address();
    quiz.follow("Saved results");
    let name = quiz.saved_names().remove(0);
    quiz.press(&format!("Rename {name}"));
    quiz.browser.find("textbox", "Name of this result").enter("After <b>work</b>");
    quiz.press("Save name");
    quiz.browser.find("link", "After <b>work</b>");
    quiz.browser.reload();
    quiz.wait_for("saved");
    assert_eq!(quiz.saved_names(), ["After <b>work</b>"]);
    quiz.follow("After <b>work</b>");
    let again = quiz.result();
    assert_eq!(again.scores, result.scores);
    assert!(again.text.contains("After <b>work</b>"), "the result shows its name");
    assert_eq!(quiz.browser.address(), address, "a new name is no new address");
}

#[test]
fn a_saved_result_is_deleted_only_after_a_yes() {
    let quiz = Quiz::open();
    finish(&quiz);
    let address = quiz.browser.address();
    let (_, hash) = address.split_once('#').expect("a result has an address");
    quiz.follow("Saved results");
    let name = quiz.saved_names().remove(0);
    quiz.press(&format!("Delete {name}"));
    quiz.press("Cancel");
    assert_eq!(quiz.saved_names(), [&*name]);
    quiz.press(&format!("Delete {name}"));
    quiz.press("Delete");
    quiz.browser.until("the list to be empty", || quiz.saved_names().is_empty().then_some(()));
    quiz.browser.until("the screen to say that it is empty", || {
        quiz.text().contains("There are no saved results yet").then_some(())
    });
    quiz.browser.reload();
    quiz.wait_for("saved");
    assert!(quiz.saved_names().is_empty(), "it stays deleted");
    quiz.visit(&format!("#{hash}"));
    quiz.wait_for("problem");
    assert_eq!(quiz.heading(), "This result is not in this browser");
}

/// Finishes the quiz by a short way: the answers that tell the levels apart, and then the review by its address.
#[track_caller]
fn finish(quiz: &Quiz) -> ResultPage {
    quiz.answer("today", &["back-end-developer"]);
    let telling =
        [("professional-years", "4"), ("scope", "features"), ("production", "on-call"), ("mentoring", "at-times")];
    for (question, answer) in telling {
        quiz.go_to(&format!("#/question/{question}"));
        quiz.answer(question, &[answer]);
    }
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.press("See my result");
    quiz.result()
}

#[track_caller]
fn assert_same(result: &ResultPage, other: &ResultPage) {
    assert_eq!(result.text, other.text);
}

#[test]
fn start_over_asks_first_and_leaves_saved_results_alone() {
    let quiz = Quiz::open();
    finish(&quiz);
    quiz.follow("Change my answers");
    quiz.wait_for("review");
    let review = quiz.review();
    quiz.press("Start over");
    quiz.press("Cancel");
    assert_eq!(quiz.review(), review, "Cancel keeps the answers");
    assert!(!quiz.answers_kept().is_empty(), "Cancel keeps what is saved");
    quiz.press("Start over");
    quiz.press("Clear my answers");
    quiz.wait_for("intro");
    assert!(quiz.answers_shown().is_empty(), "no option is picked");
    quiz.browser.until("saved answers to be cleared", || quiz.answers_kept().is_empty().then_some(()));
    quiz.browser.reload();
    quiz.wait_for("intro");
    assert!(quiz.answers_shown().is_empty(), "they stay cleared");
    assert!(!quiz.browser.has("button", "Continue"), "there is nothing to continue");
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    assert_eq!(quiz.saved_names().len(), 1, "saved results stay");
}
