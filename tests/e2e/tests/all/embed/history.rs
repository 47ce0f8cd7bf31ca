//! The host's Back button belongs to the host.

use crate::people;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};

#[test]
fn back_leaves_the_page_at_the_first_press_however_far_the_quiz_has_been_taken() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/before", "<p>Before");
    host.put_page("/", &host.element(""));
    host.open("/before");
    host.open("/");
    host.enter();
    quiz.take_to_result(people::ENTRY);
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    host.leave();
    host.browser().back();
    let before = host.address("/before");
    assert_eq!(host.browser().address(), before);
    let script = "return location.href";
    host.browser().until("the page before", || (host.browser().run(script, &[]) == before).then_some(()));
}

#[test]
fn neither_screens_nor_a_new_frame_make_the_history_longer() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    host.leave();
    let length = || host.browser().run("return history.length", &[]);
    let before = length();
    host.enter();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.next();
    quiz.follow(&quiz.word("question.back"));
    quiz.wait_for_question("background");
    host.leave();
    assert_eq!(length(), before, "after screens");
    let readies = host.received_of("ready").len();
    host.browser().run("const it = document.querySelector('career-quiz'); it.remove(); document.body.append(it)", &[]);
    host.wait_for_number("ready", readies + 1);
    host.enter();
    host.leave();
    assert_eq!(length(), before, "after a new frame");
}

#[test]
fn a_plain_frame_leaves_the_history_alone_too() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/before", "<p>Before");
    host.put_page("/", &host.plain("", ""));
    host.open("/before");
    host.open("/");
    host.enter();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.next();
    host.leave();
    host.browser().back();
    assert_eq!(host.browser().address(), host.address("/before"));
}
