//! Coming back: a reload, a closed tab, a changed answer, a saved result.

use crate::people;
use e2e::quiz::Quiz;
use e2e::result::ResultPage;

#[test]
fn a_reload_in_the_middle_shows_the_same_question_with_the_same_answers_and_progress() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.answer("background", &["web-design", "data-science"]);
    let progress = quiz.progress();
    assert!(progress.as_ref().is_some_and(|(text, _)| text.starts_with("Question 2 of ")), "{progress:?}");
    quiz.browser.reload();
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["web-design", "data-science"]));
    assert_eq!(quiz.progress(), progress);
}

#[test]
fn a_closed_tab_resumes_at_the_same_question_with_the_same_answers() {
    let quiz = Quiz::open();
    assert!(!quiz.browser.has("button", "Continue"), "a newcomer is not offered to continue");
    quiz.answer("today", &["back-end-developer"]);
    quiz.next();
    quiz.next();
    quiz.answer("goal", &["senior"]);
    quiz.browser.replace_tab();
    quiz.visit("");
    quiz.wait_for("intro");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["back-end-developer"]));
    quiz.press("Continue");
    quiz.wait_for_question("goal");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("goal", &["senior"]));
}

#[test]
fn somebody_who_comes_back_to_the_review_continues_at_the_review() {
    let quiz = Quiz::open();
    quiz.take(people::ENTRY, |_, _| {});
    let review = quiz.review();
    quiz.browser.replace_tab();
    quiz.visit("");
    quiz.press("Continue");
    assert_eq!(quiz.review(), review);
}

#[test]
fn going_back_by_the_link_and_changing_an_answer_keeps_the_change() {
    let quiz = Quiz::open();
    quiz.answer("today", &["no-code"]);
    quiz.next();
    quiz.next();
    quiz.answer("goal", &["first-job"]);
    quiz.follow("Back");
    quiz.wait_for_question("background");
    quiz.answer("background", &["ux-ui"]);
    quiz.follow("Back");
    quiz.wait_for("intro");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["no-code"]));
    quiz.answer("today", &["intern"]);
    quiz.next();
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["ux-ui"]));
    quiz.next();
    assert_eq!(quiz.answers_shown(), quiz.option_texts("goal", &["first-job"]));
    quiz.go_to("#/review");
    assert_eq!(quiz.reviewed("today").as_deref(), Some(&*quiz.option_texts("today", &["intern"])[0]));
}

#[test]
fn the_browsers_own_back_and_forward_move_between_questions_and_keep_answers() {
    let quiz = Quiz::open();
    quiz.answer("today", &["no-code"]);
    quiz.next();
    quiz.answer("background", &["ux-ui"]);
    quiz.next();
    quiz.answer("goal", &["first-job"]);
    quiz.browser.back();
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["ux-ui"]));
    quiz.browser.back();
    quiz.wait_for("intro");
    quiz.answer("today", &["learning"]);
    quiz.browser.forward();
    quiz.wait_for_question("background");
    quiz.browser.forward();
    quiz.wait_for_question("goal");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("goal", &["first-job"]));
    quiz.browser.back();
    quiz.browser.back();
    quiz.wait_for("intro");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["learning"]));
}

#[test]
fn an_answer_that_closes_questions_takes_them_out_of_the_review() {
    let quiz = Quiz::open();
    quiz.take(people::MID, |_, _| {});
    assert!(quiz.reviewed("mentoring").is_some(), "with four years, mentoring is asked about");
    quiz.follow(&format!("Change: {}", quiz.text_of("professional-years")));
    quiz.answer("professional-years", &["0"]);
    assert_eq!(quiz.next().screen, "review");
    for closed in ["scope", "production", "mentoring"] {
        assert_eq!(quiz.reviewed(closed), None, "{closed} is not asked without experience");
    }
    quiz.press("See my result");
    let result = quiz.result();
    assert!(!result.text.contains(quiz.text_of("mentoring")), "a question that is not asked gives no points");
}

#[test]
fn an_answer_changed_from_the_review_that_opens_a_question_leads_to_it() {
    let quiz = Quiz::open();
    quiz.take(people::MID, |_, _| {});
    quiz.follow(&format!("Change: {}", quiz.text_of("freelance")));
    quiz.answer("freelance", &["main"]);
    assert_eq!(quiz.next().question.as_deref(), Some("freelance-clients"));
    quiz.answer("freelance-clients", &["not-yet"]);
    assert_eq!(quiz.next().screen, "review");
    let clients = quiz.option_texts("freelance-clients", &["not-yet"]).remove(0);
    assert_eq!(quiz.reviewed("freelance-clients"), Some(clients));
}

#[test]
fn the_review_leads_to_a_question_and_next_leads_back_to_it() {
    let quiz = Quiz::open();
    quiz.take(people::SENIOR, |_, _| {});
    quiz.follow(&format!("Change: {}", quiz.text_of("mentoring")));
    quiz.wait_for_question("mentoring");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("mentoring", &["mentor"]));
    quiz.answer("mentoring", &["team"]);
    assert_eq!(quiz.next().screen, "review");
    assert_eq!(quiz.reviewed("mentoring"), Some(quiz.option_texts("mentoring", &["team"]).remove(0)));
    quiz.follow(&format!("Change: {}", quiz.text_of("today")));
    quiz.wait_for_question("today");
    quiz.follow("Back to your answers");
    quiz.wait_for("review");
}

#[test]
fn a_finished_result_is_saved_and_can_be_reopened() {
    let quiz = Quiz::open();
    let result = quiz.take_to_result(people::SENIOR);
    let address = quiz.browser.address();
    quiz.browser.reload();
    assert_same(&quiz.result(), &result);
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    let saved = saved_names(&quiz);
    assert!(saved.len() == 1 && saved[0].starts_with("Senior, "), "profile and date: {saved:?}");
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
    quiz.take_to_result(people::SENIOR);
    quiz.follow("Change my answers");
    quiz.wait_for("review");
    quiz.press("See my result");
    quiz.wait_for("results");
    quiz.follow("Change my answers");
    quiz.follow(&format!("Change: {}", quiz.text_of("professional-years")));
    quiz.answer("professional-years", &["4"]);
    quiz.next();
    quiz.press("See my result");
    quiz.wait_for("results");
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    assert_eq!(saved_names(&quiz).len(), 2);
}

#[test]
fn a_saved_result_can_be_renamed() {
    let quiz = Quiz::open();
    let result = quiz.take_to_result(people::SENIOR);
    let address = quiz.browser.address();
    quiz.follow("Saved results");
    let name = saved_names(&quiz).remove(0);
    quiz.press(&format!("Rename {name}"));
    let field = quiz.browser.find("textbox", "Name of this result");
    field.empty();
    field.type_keys("After <b>work</b>");
    quiz.press("Save name");
    quiz.browser.find("link", "After <b>work</b>");
    quiz.browser.reload();
    quiz.wait_for("saved");
    assert_eq!(saved_names(&quiz), ["After <b>work</b>"]);
    quiz.follow("After <b>work</b>");
    let again = quiz.result();
    assert_eq!(again.scores, result.scores);
    assert!(again.text.contains("After <b>work</b>"), "the result shows its name");
    assert_eq!(quiz.browser.address(), address, "a new name is no new address");
}

#[test]
fn a_saved_result_is_deleted_only_after_a_yes() {
    let quiz = Quiz::open();
    quiz.take_to_result(people::SENIOR);
    let address = quiz.browser.address();
    let (_, hash) = address.split_once('#').expect("a result has an address");
    quiz.follow("Saved results");
    let name = saved_names(&quiz).remove(0);
    quiz.press(&format!("Delete {name}"));
    quiz.press("Cancel");
    assert_eq!(saved_names(&quiz), [&*name]);
    quiz.press(&format!("Delete {name}"));
    quiz.press("Delete");
    quiz.browser.until("the list to be empty", || saved_names(&quiz).is_empty().then_some(()));
    quiz.browser.until("the screen to say that it is empty", || {
        quiz.text().contains("There are no saved results yet").then_some(())
    });
    quiz.browser.reload();
    quiz.wait_for("saved");
    assert!(saved_names(&quiz).is_empty(), "it stays deleted");
    quiz.visit(&format!("#{hash}"));
    quiz.wait_for("problem");
    assert_eq!(quiz.heading(), "This result is not in this browser");
}

#[test]
fn start_over_asks_first_and_leaves_saved_results_alone() {
    let quiz = Quiz::open();
    quiz.take_to_result(people::SENIOR);
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
    assert_eq!(saved_names(&quiz).len(), 1, "saved results stay");
}

#[test]
fn start_over_on_a_question_leads_to_the_opening_page() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.press("Start over");
    quiz.press("Clear my answers");
    quiz.wait_for("intro");
    assert!(quiz.answers_shown().is_empty(), "no option is picked");
    quiz.wait_for_focus_on_heading();
}

#[track_caller]
fn assert_same(result: &ResultPage, other: &ResultPage) {
    assert_eq!(result.text, other.text);
}

/// The names under saved results, which lead to them.
#[track_caller]
fn saved_names(quiz: &Quiz) -> Vec<String> {
    quiz.wait_for("saved");
    let script = "return Array.from(document.querySelectorAll('main li a[href^=\"#/results/\"]'), a => a.innerText)";
    serde_json::from_value(quiz.browser.run(script, &[])).expect("a list of texts")
}
