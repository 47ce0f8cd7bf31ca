//! What leaves the browser: nothing.

use crate::people;
use e2e::engine::{Gap, cannot, chromium};
use e2e::quiz::{Quiz, Settings};
use serde_json::Value;

#[test]
fn nothing_leaves_the_origin_and_nothing_is_logged_while_the_quiz_is_taken() {
    let quiz = Quiz::new(Settings { requests_logged: true, ..Settings::default() });
    let requests: Box<dyn Fn() -> Vec<String>> = if cannot(Gap::RequestLog) {
        quiz.server.run_first(RECORDER);
        Box::new(|| seen_by_the_page(&quiz))
    } else {
        quiz.leave();
        // What the browser itself asked for when it started, and its page for a new tab, are not of interest.
        chromium::requests(&quiz.browser);
        Box::new(|| chromium::requests(&quiz.browser))
    };
    quiz.visit("");
    quiz.take_to_result(people::FREELANCE);
    let requests = requests();
    let origin = quiz.server.address("/");
    assert!(requests.iter().any(|address| address.ends_with(".wasm")), "requests are seen: {requests:?}");
    let foreign: Vec<&String> = requests.iter().filter(|address| !address.starts_with(&origin)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let complaints = quiz.browser.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn complaints_of_the_page_are_seen_in_every_engine() {
    let quiz = Quiz::open();
    let script = "
        console.info('harmless'); console.warn('a warning'); console.error('an error');
        setTimeout(() => { throw new Error('a mistake'); }); Promise.reject(new Error('a promise')).then(() => {});
        setTimeout(() => { document.title = 'done'; });
    ";
    quiz.browser.run(script, &[]);
    quiz.browser.until("the mistakes to be made", || (quiz.browser.title() == "done").then_some(()));
    let complaints = quiz.browser.complaints();
    for part in ["a warning", "an error", "a mistake", "a promise"] {
        assert!(complaints.iter().any(|line| line.contains(part)), "{part}: {complaints:?}");
    }
    assert_eq!(complaints.len(), 4, "{complaints:?}");
}

/// Notes what a page's own list of what it loaded leaves out.
const RECORDER: &str = "
    window.opened = [];
    for (const name of ['WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection']) {
        const Original = window[name];
        if (Original) window[name] = function (address) {
            window.opened.push(name + ' ' + address);
            return new Original(address);
        };
    }
    const sendBeacon = navigator.sendBeacon?.bind(navigator);
    navigator.sendBeacon = (address, data) => { window.opened.push('beacon ' + address); return sendBeacon(address, data); };
";

#[track_caller]
fn seen_by_the_page(quiz: &Quiz) -> Vec<String> {
    let script = "
        const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
        return [location.href, ...loaded, ...window.opened];
    ";
    let seen: Value = quiz.browser.run(script, &[]);
    serde_json::from_value(seen).expect("a list of addresses")
}
