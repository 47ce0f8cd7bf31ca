//! What leaves the browser: nothing.

use crate::people;
use e2e::chromium;
use e2e::quiz::{Quiz, Settings};

#[test]
fn nothing_leaves_the_origin_and_nothing_is_logged_while_the_quiz_is_taken() {
    let quiz = Quiz::new(Settings { requests_logged: true, ..Settings::default() });
    quiz.leave();
    // What the browser itself asked for when it started, and its page for a new tab, are not of interest.
    chromium::requests(&quiz.browser);
    quiz.visit("");
    quiz.take_to_result(people::FREELANCE);
    let requests = chromium::requests(&quiz.browser);
    let origin = quiz.server.address("/");
    assert!(requests.iter().any(|address| address.ends_with(".wasm")), "requests are seen: {requests:?}");
    let foreign: Vec<&String> = requests.iter().filter(|address| !address.starts_with(&origin)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let console = chromium::console(&quiz.browser);
    let complaints: Vec<&String> = console.iter().filter(|line| !line.starts_with("INFO")).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
}
