//! What the visitor sees of the quiz when another screen comes up.

use crate::people;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};

#[test]
fn where_a_screen_begins_is_seen_however_far_down_the_one_before_was_left() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<div style='height: 900px'>Above</div>{}", host.element("")));
    host.open("/");
    let top = || {
        host.leave();
        let script = "return document.querySelector('career-quiz').getBoundingClientRect().top";
        host.browser().run(script, &[]).as_f64().expect("a number of pixels")
    };
    let is_in_sight = |what: &str| {
        // Not by a rounding of it.
        host.browser().until(what, || (top() > -1.0).then_some(()));
    };
    host.enter();
    quiz.take(people::ENTRY, |quiz, question| {
        is_in_sight(question);
        host.enter();
        let script = "document.querySelector('main form').scrollIntoView({ block: 'end' })";
        quiz.browser.run(script, &[]);
    });
    is_in_sight("the review");
    // What has not gone to another screen stays where it is.
    host.browser().run("scrollBy(0, 300)", &[]);
    let before = top();
    assert!(before < 0.0, "{before}");
    host.call("setConfig", &[serde_json::json!({ "theme": "dark" })]);
    host.wait_for_last("configured", |configured| configured["theme"] == "dark");
    host.browser().wait_for_draws(2);
    assert!((top() - before).abs() < 1.0, "{before} and then {}", top());
}
