//! What changes is told once and politely to somebody who hears the page.

use e2e::browser::key;
use e2e::heard::{By, Heard, heard, listen};
use e2e::quiz::{Quiz, Settings};
use e2e::scenes::records::{put_progress, put_results, result};
use serde_json::json;

/// A quiz that is listened to, with what is kept in its browser before it is opened.
#[track_caller]
fn listened_to(hash: &str, keep: impl FnOnce(&Quiz)) -> Quiz {
    let quiz = Quiz::new(Settings::default());
    listen(&quiz);
    quiz.leave();
    keep(&quiz);
    quiz.visit(hash);
    quiz
}

fn focus(text: &str) -> Heard {
    Heard { by: By::Focus, text: text.to_owned() }
}

#[test]
fn a_new_question_is_announced_once_by_its_heading() {
    let quiz = listened_to("", |_| {});
    quiz.browser.find("button", &quiz.word("question.next"));
    assert_eq!(heard(&quiz), [], "nothing is said over the page being read");
    quiz.go_to("#/question/goal");
    quiz.wait_for_question("goal");
    quiz.wait_for_focus_on_heading();
    assert_eq!(heard(&quiz), [focus(quiz.text_of("goal"))]);
}

#[test]
fn the_review_and_the_result_are_announced_once_by_their_headings() {
    let quiz = listened_to("#/question/learning", |quiz| {
        put_progress(quiz, &quiz.persona("steady-mid-four-years"), Some("learning"), 90);
    });
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.wait_for_focus_on_heading();
    // It may still have been on its way.
    let on_its_way = focus(&quiz.word("site.loading"));
    let after: Vec<_> = heard(&quiz).into_iter().filter(|said| *said != on_its_way).collect();
    assert_eq!(after, [focus(&quiz.word("review.title"))]);
    quiz.press(&quiz.word("review.see-my-result"));
    quiz.wait_for("results");
    quiz.wait_for_focus_on_heading();
    let after = heard(&quiz);
    // The button has the focus when it is pressed, and nothing between it and the heading does.
    let pressed = focus(&quiz.word("review.see-my-result"));
    let after: Vec<_> = after.into_iter().filter(|said| *said != pressed).collect();
    assert_eq!(after, [focus(&quiz.heading())]);
}

#[test]
fn an_answer_is_not_announced_beside_what_the_browser_says_of_it() {
    let quiz = listened_to("", |_| {});
    quiz.answer("today", &["learning"]);
    assert!(heard(&quiz).iter().all(|said| said.by == By::Focus));
}

#[test]
fn a_notice_is_announced_once_and_politely() {
    let quiz = listened_to("", |_| {});
    quiz.fill_both_stores();
    quiz.answer("today", &["learning"]);
    quiz.wait_for_notice(&quiz.beginning("notice.full"));
    assert_eq!(said(&quiz), [Heard { by: By::Polite, text: quiz.word("notice.full") }]);
    // It stands there while more is answered, and is not said again.
    quiz.answer("today", &["intern"]);
    quiz.next();
    assert_eq!(said(&quiz), []);
}

#[test]
fn a_second_notice_does_not_repeat_the_first() {
    let quiz = listened_to("", |quiz| quiz.browser.store(&quiz.key("progress"), "unreadable"));
    quiz.wait_for_notice(&quiz.beginning("notice.progress"));
    assert!(said(&quiz).iter().all(|said| matches!(said.by, By::Polite | By::Born)), "notices do not interrupt");
    quiz.fill_both_stores();
    quiz.answer("today", &["learning"]);
    quiz.wait_for_notice(&quiz.beginning("notice.full"));
    assert_eq!(said(&quiz), [Heard { by: By::Polite, text: quiz.word("notice.full") }]);
}

#[test]
fn an_entry_that_is_no_answer_is_announced_once() {
    let quiz = listened_to("#/question/professional-years", |_| {});
    let field = quiz.number_field("professional-years");
    field.click();
    heard(&quiz);
    field.type_keys(&format!("99{}", key::ENTER));
    quiz.browser.until("the error", || field.attribute("aria-invalid"));
    let said = heard(&quiz);
    let error = quiz.beginning("question.number-error");
    assert_eq!(said.iter().filter(|said| said.text.contains(&error)).count(), 1, "{said:#?}");
}

#[test]
fn who_is_led_to_an_entry_that_is_no_answer_hears_why_there_and_not_twice() {
    let quiz = listened_to("#/question/professional-years", |_| {});
    let field = quiz.number_field("professional-years");
    field.type_keys("99");
    // WebKitGTK comes back before the last key has arrived.
    quiz.browser.until("the number in the field", || (field.value() == "99").then_some(()));
    quiz.press(&quiz.word("question.next"));
    let error = quiz.beginning("question.number-error");
    let mut said = Vec::new();
    // The focus comes with the next frame, after all else that could be said.
    quiz.browser.until("the focus in the field", || {
        said.extend(heard(&quiz));
        said.iter().any(|said: &Heard| said.by == By::Focus && said.text.contains(&error)).then_some(())
    });
    said.retain(|said| said.text.contains(&error));
    assert_eq!(said.len(), 1, "as the description of the field: {said:#?}");
}

#[test]
fn a_copied_title_is_announced_once() {
    let quiz = listened_to("#/results/1", |quiz| {
        put_results(quiz, &[result(quiz, "1", "", &quiz.persona("steady-mid-four-years"))]);
    });
    quiz.wait_for("results");
    quiz.browser.run("document.querySelector('main [data-search] li button').focus()", &[]);
    heard(&quiz);
    quiz.browser.type_keys(&key::SPACE.to_string());
    let mut all = Vec::new();
    quiz.browser.until("word of it", || {
        all.extend(heard(&quiz));
        (!all.is_empty()).then_some(())
    });
    assert_eq!(all.len(), 1, "{all:#?}");
    assert_eq!(all[0].by, By::Polite);
}

#[test]
fn a_dialog_says_its_harmless_choice_and_a_deleted_result_its_list() {
    let quiz = listened_to("#/saved", |quiz| {
        put_results(quiz, &[result(quiz, "1", "Mine", &json!({ "today": "learning" }))]);
    });
    quiz.wait_for("saved");
    let delete = quiz.browser.find("button", &quiz.words("saved.delete-of", &[("name", "Mine")]));
    quiz.browser.run("arguments[0].focus()", &[(&delete).into()]);
    heard(&quiz);
    quiz.browser.type_keys(&key::ENTER.to_string());
    quiz.browser.find("button", &quiz.word("dialog.cancel"));
    assert_eq!(heard(&quiz), [focus(&quiz.word("dialog.cancel"))]);
    quiz.press(&quiz.word("saved.delete"));
    quiz.browser.find("link", &quiz.word("saved.take"));
    quiz.wait_for_focus_on_heading();
    let last = heard(&quiz).pop();
    assert_eq!(last, Some(focus(&quiz.word("saved.title"))));
}

/// What live regions have said.
#[track_caller]
fn said(quiz: &Quiz) -> Vec<Heard> {
    heard(quiz).into_iter().filter(|said| said.by != By::Focus).collect()
}
