//! The whole quiz by the keyboard alone.

use crate::people;
use e2e::browser::{Element, key};
use e2e::quiz::{Quiz, Settings};

#[test]
fn the_whole_quiz_can_be_taken_by_the_keyboard_alone() {
    let quiz = Quiz::open();
    let persona = people::SENIOR;
    let mut place = quiz.here();
    while let Some(question) = place.question.clone() {
        if let Some((_, answers)) = persona.iter().find(|(id, _)| *id == question) {
            answer(&quiz, &question, answers);
        }
        tab_to(&quiz, "button", "Next");
        quiz.browser.type_keys(&key::ENTER.to_string());
        let before = place;
        place = quiz.browser.until("the next screen", || Some(quiz.here()).filter(|place| *place != before));
        quiz.wait_for_focus_on_heading();
    }
    assert_eq!(place.screen, "review");
    tab_to(&quiz, "button", "See my result");
    quiz.browser.type_keys(&key::SPACE.to_string());
    quiz.wait_for("results");
    quiz.wait_for_focus_on_heading();
    let shown = quiz.answers_kept();
    for (question, answers) in persona {
        let kept = &shown[*question];
        match kept.as_array() {
            Some(kept) => assert_eq!(kept.len(), answers.len(), "{question}: {kept:?}"),
            None if kept.is_number() => assert_eq!(kept.to_string(), answers[0]),
            None => assert_eq!(kept, answers[0]),
        }
    }
    assert_eq!(quiz.result().best().profile, "senior");
}

#[test]
fn the_focus_moves_to_the_heading_on_every_change_of_screen_and_not_at_the_start() {
    let quiz = Quiz::open();
    assert_eq!(quiz.browser.focused().tag(), "body", "nobody has asked for the focus to move at the start");
    quiz.next();
    quiz.wait_for_focus_on_heading();
    assert_eq!(quiz.heading(), quiz.text_of("background"));
    for (hash, screen) in [("#/review", "review"), ("#/saved", "saved"), ("#/nonsense", "problem"), ("#/", "intro")] {
        quiz.go_to(hash);
        quiz.wait_for(screen);
        quiz.wait_for_focus_on_heading();
    }
    quiz.browser.back();
    quiz.wait_for("problem");
    quiz.wait_for_focus_on_heading();
}

#[test]
fn the_skip_link_leads_past_the_header_and_changes_no_address() {
    let quiz = Quiz::new(Settings::default());
    quiz.visit("#/saved");
    let address = quiz.browser.address();
    quiz.browser.type_keys(&key::TAB.to_string());
    assert_eq!(quiz.browser.focused().name(), "Skip to the main content");
    quiz.browser.type_keys(&key::ENTER.to_string());
    quiz.browser.until("the focus in the main content", || (quiz.browser.focused().tag() == "main").then_some(()));
    assert_eq!(quiz.browser.address(), address);
    assert_eq!(quiz.here().screen, "saved");
    quiz.visit("");
    quiz.browser.type_keys(&key::TAB.to_string());
    quiz.browser.type_keys(&key::ENTER.to_string());
    quiz.browser.until("the focus in the main content", || (quiz.browser.focused().tag() == "main").then_some(()));
    // From there on, and then it takes the focus no more than before.
    quiz.browser.type_keys(&key::TAB.to_string());
    assert_eq!(quiz.browser.run("return document.activeElement.id", &[]), "today--no-code");
    assert_eq!(quiz.browser.run("return document.querySelector('main').hasAttribute('tabindex')", &[]), false);
}

#[test]
fn a_dialog_is_left_by_escape_and_its_first_choice_is_the_harmless_one() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.press("Start over");
    quiz.browser.until("the focus on Cancel", || (quiz.browser.focused().name() == "Cancel").then_some(()));
    quiz.browser.type_keys(&key::ESCAPE.to_string());
    quiz.browser
        .until("the focus back on the button", || (quiz.browser.focused().name() == "Start over").then_some(()));
    assert_eq!(quiz.answers_kept()["today"], "learning");
}

/// Answers a question the way somebody does who sees where the focus is.
#[track_caller]
fn answer(quiz: &Quiz, question: &str, answers: &[&str]) {
    let kind = quiz.kind_of(question);
    if kind == "number" {
        tab_until(quiz, "the field", |element| element.role() == "textbox");
        quiz.browser.type_keys(answers[0]);
    } else if kind == "multi" {
        // In the order of the page. Tab past its end leads into the browser's own buttons, and after those Firefox
        // still sends keys to the page, but does not take the page to have the focus.
        let content = quiz.content();
        let asked = content["questions"].as_array().and_then(|all| all.iter().find(|known| known["id"] == question));
        let options = asked.and_then(|asked| asked["options"].as_array()).expect("the question has options");
        let mut texts = quiz.option_texts(question, answers);
        texts.sort_by_key(|text| options.iter().position(|option| option["text"] == text.as_str()));
        for text in texts {
            tab_to(quiz, "checkbox", &text);
            quiz.browser.type_keys(&key::SPACE.to_string());
            is_picked(quiz, &text);
        }
    } else {
        let text = quiz.option_texts(question, answers).remove(0);
        tab_until(quiz, "the group", |element| element.role() == "radio");
        // Tab leads to the first; the arrows move on, and pick as they do.
        let mut moves = 0;
        while quiz.browser.focused().name() != text {
            quiz.browser.type_keys(&key::DOWN.to_string());
            moves += 1;
            assert!(moves < 20, "the arrows do not lead to {text}");
        }
        if moves == 0 {
            quiz.browser.type_keys(&key::SPACE.to_string());
        }
        is_picked(quiz, &text);
    }
}

/// Waits for it: some browsers pick what a key picks after they have said that the key is pressed.
#[track_caller]
fn is_picked(quiz: &Quiz, text: &str) {
    quiz.browser.until(&format!("{text} to be picked"), || quiz.browser.focused().is_picked().then_some(()));
}

#[track_caller]
fn tab_to(quiz: &Quiz, role: &str, name: &str) {
    tab_until(quiz, name, |element| element.role() == role && element.name() == name);
}

/// Presses Tab until the focus is where it should be.
#[track_caller]
fn tab_until(quiz: &Quiz, what: &str, is_there: impl Fn(&Element<'_>) -> bool) {
    for _ in 0..60 {
        quiz.browser.type_keys(&key::TAB.to_string());
        if is_there(&quiz.browser.focused()) {
            return;
        }
    }
    panic!("Tab does not lead to {what}");
}
