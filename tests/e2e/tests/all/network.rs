//! What leaves the browser: nothing.

use crate::people;
use e2e::quiz::{Quiz, Settings};

#[test]
fn nothing_leaves_the_origin_and_nothing_is_logged_while_the_quiz_is_taken() {
    let quiz = Quiz::new(Settings { requests_logged: true, complaints_logged: true, ..Settings::default() });
    quiz.leave();
    // What the browser itself asked for when it started, and its page for a new tab, are not of interest.
    quiz.browser.requests();
    quiz.visit("");
    quiz.take_to_result(people::FREELANCE);
    let requests = quiz.browser.requests();
    let origin = quiz.server.address("/");
    assert!(requests.iter().any(|address| address.ends_with(".wasm")), "requests are seen: {requests:?}");
    let foreign: Vec<&String> = requests.iter().filter(|address| !address.starts_with(&origin)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let complaints = quiz.browser.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn complaints_and_requests_of_the_page_are_seen_in_every_engine() {
    let quiz = Quiz::new(Settings { requests_logged: true, complaints_logged: true, ..Settings::default() });
    quiz.visit("");
    let script = "
        console.info('harmless'); console.warn('a warning'); console.error('an error');
        setTimeout(() => { throw new Error('a mistake'); });
        Promise.reject(new Error('a promise'));
        navigator.sendBeacon('/blank?beacon');
        fetch('/blank?fetch').then(() => { document.title = 'done'; });
        try { new WebSocket(`ws://${location.host}/socket`); } catch { }
    ";
    quiz.browser.run(script, &[]);
    quiz.browser.until("the mistakes to be made", || (quiz.browser.title() == "done").then_some(()));
    let complaints = quiz.browser.complaints();
    for part in ["a warning", "an error", "a mistake", "a promise"] {
        assert!(complaints.iter().any(|line| line.contains(part)), "{part}: {complaints:?}");
    }
    assert!(!complaints.iter().any(|line| line.contains("harmless")), "{complaints:?}");
    let requests = quiz.browser.requests();
    for part in ["?beacon", "?fetch", "/socket"] {
        assert!(requests.iter().any(|line| line.contains(part)), "{part}: {requests:?}");
    }
}
