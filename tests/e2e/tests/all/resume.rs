//! Coming back: a reload, a closed tab, a changed answer.

use crate::people;
use e2e::quiz::Quiz;

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
    assert!(quiz.reviewed("mentoring").is_some(), "a developer is asked about mentoring");
    quiz.follow(&format!("Change: {}", quiz.text_of("today")));
    quiz.answer("today", &["learning"]);
    assert_eq!(quiz.next().question.as_deref(), Some("html-css"), "it opens another, too");
    assert_eq!(quiz.next().screen, "review");
    for closed in ["scope", "production", "mentoring"] {
        assert_eq!(quiz.reviewed(closed), None, "{closed} is not asked where there is no such work");
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
