//! What is saved in a frame: kept apart by the browser, or not at all.

use crate::people;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use e2e::server::Server;
use serde_json::json;

#[test]
fn what_is_saved_in_a_frame_stays_there_and_the_full_page_gets_the_result_by_its_address() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    let result = quiz.take_to_result(people::ENTRY);
    assert!(result.text.contains(&quiz.word("frame.stays")), "that is said: {}", result.text);
    quiz.wait_for_saved("yes");
    let whole = "return document.querySelector('main .in-frame a[href]').href";
    let whole = quiz.browser.run(whole, &[]).as_str().expect("an address").to_owned();
    // Back on the host's page it is all there.
    host.open("/");
    host.enter();
    quiz.go_to("#/results");
    assert_eq!(quiz.result().scores, result.scores);
    // The quiz's own page knows nothing of it, as every engine keeps a frame's storage apart.
    quiz.visit("");
    assert_eq!(quiz.kept("results"), None);
    quiz.leave();
    quiz.browser.open(&whole);
    quiz.wait_for("shared");
    assert_eq!(quiz.result_shown().scores, result.scores);
}

#[test]
fn where_storage_is_blocked_the_quiz_in_a_frame_is_taken_to_its_end_and_says_so() {
    let quiz = crate::storage::blocked();
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    let touched = "try { return [localStorage.length, 'open']; } catch (error) { return error.name; }";
    assert_eq!(quiz.browser.run(touched, &[]), "SecurityError");
    quiz.wait_for_notice(&quiz.beginning("notice.blocked"));
    let result = quiz.take_to_result(people::ENTRY);
    let whole = "return document.querySelector('main .in-frame a[href]').href";
    let whole = quiz.browser.run(whole, &[]).as_str().expect("an address").to_owned();
    host.leave();
    host.wait_for("completed");
    quiz.browser.open(&whole);
    quiz.wait_for("shared");
    assert_eq!(quiz.result_shown().scores, result.scores, "the result gets out by its address");
}

#[test]
fn two_levels_of_frames_work_and_only_the_page_around_the_quiz_is_told() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let middle = Server::empty();
    middle.send_no_headers();
    let embed = quiz.server.address("/embed.js");
    let recorder = host.address("/recorder.js");
    let page = format!(
        "<!doctype html><script src=\"{recorder}\"></script><career-quiz data-theme=dark></career-quiz>
         <script async src=\"{embed}\"></script>"
    );
    middle.put("/", 200, page);
    let inner = middle.address("/");
    host.put_page("/", &format!("<iframe src=\"{inner}\" width=700 height=4000 id=middle></iframe>"));
    host.open("/");
    host.enter_frame(0);
    host.enter();
    let theme = "return document.documentElement.dataset.theme";
    assert_eq!(quiz.browser.run(theme, &[]), "dark");
    assert_eq!(quiz.take_to_result(people::ENTRY).best().profile, "entry");
    quiz.wait_for_saved("yes");
    host.leave();
    assert_eq!(host.received(), [], "the page around both hears nothing");
    host.enter_frame(0);
    let completed = host.wait_for("completed");
    assert_eq!(completed, json!({ "careerQuiz": 1, "type": "completed", "profile": "entry", "campaign": null }));
    let origin = host.received().pop().map(|message| message.origin);
    assert_eq!(origin, Some(quiz.server.address("")));
}
