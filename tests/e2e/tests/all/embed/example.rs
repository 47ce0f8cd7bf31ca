//! The example of a host, `examples/bootcamp`, as it is, but for the address of the quiz.

use crate::people;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::{Value, json};
use std::path::Path;

/// The address that its pages have the quiz at.
const ADDRESS: &str = "http://localhost:8080";

#[test]
fn the_example_works_under_its_policy_and_fills_its_form_when_the_visitor_has_pressed() {
    let quiz = own_quiz();
    let host = Host::of(&quiz);
    put(&host);
    host.open("/quiz.html");
    assert_eq!(host.enter().screen, "intro");
    let result = quiz.take_to_result(people::ENTRY);
    host.leave();
    host.wait_for("completed");
    let suggestion = || text(&host, "#suggestion");
    host.browser().until("what the school says of the profile", || Some(suggestion()).filter(|it| !it.is_empty()));
    assert_eq!(form(&host), "", "nothing is in the form before the visitor has pressed");
    host.enter();
    // Its scheme stands there too, where it is not the usual one.
    let name = host.origin();
    quiz.press(&quiz.words("send.button", &[("host", &name)]));
    host.leave();
    let filled = host.browser().until("the form", || Some(form(&host)).filter(|form| !form.is_empty()));
    assert!(filled.contains(&format!("Profile: {}", result.best().profile)), "{filled}");
    assert!(filled.contains("today: learning"), "{filled}");
    assert_eq!(host.troubles(), [""; 0], "its policy has stopped nothing");
}

#[test]
fn every_page_of_the_example_has_its_quiz_in_view_and_breaks_no_policy() {
    let quiz = own_quiz();
    let host = Host::of(&quiz);
    let pages = put(&host);
    assert!(pages.len() >= 5, "{pages:?}");
    let mut quizzes = 0;
    for page in pages {
        host.open(&format!("/{page}"));
        let frames = "return document.querySelectorAll('career-quiz, iframe, script[src$=\"/embed.js\"]').length > 0";
        if host.browser().run(frames, &[]) == true {
            quizzes += 1;
            assert_eq!(host.enter().screen, "intro", "{page}");
            let fits = "return document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(quiz.browser.run(fits, &[]), true, "{page}");
            host.leave();
        }
        assert_eq!(host.troubles(), [""; 0], "{page}");
    }
    assert!(quizzes >= 3, "{quizzes} pages have a quiz");
}

fn own_quiz() -> Quiz {
    let mut quiz = Quiz::new(Settings::default());
    let text = std::fs::read_to_string(folder().join("quiz.json")).expect("the example has a quiz");
    quiz.answer_by(serde_json::from_str(&text).expect("it is JSON"));
    quiz
}

/// Puts all of it there, and returns the names of its pages.
fn put(host: &Host<'_>) -> Vec<String> {
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(folder()).expect("the example is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let text = std::fs::read_to_string(&path).expect("its files are texts");
        let text = text.replace(ADDRESS, &host.quiz.server.address(""));
        // Chromium's driver clicks before a scroll of the page around a frame has come to its end.
        let text = text.replace("scroll-behavior: smooth", "scroll-behavior: auto");
        if name.ends_with(".html") {
            let with_recorder = text.replacen("<head>", "<head><script src=/recorder.js></script>", 1);
            host.server.put(&format!("/{name}"), 200, with_recorder);
            pages.push(name);
        } else {
            host.server.put_with(&format!("/{name}"), 200, text, &[("access-control-allow-origin", "*")]);
        }
    }
    pages
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/bootcamp")
}

#[track_caller]
fn form(host: &Host<'_>) -> String {
    let value = host.browser().run("return document.querySelector('#quiz-result').value", &[]);
    value.as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn text(host: &Host<'_>, selector: &str) -> String {
    let text: Value = host.browser().run("return document.querySelector(arguments[0]).innerText", &[json!(selector)]);
    text.as_str().unwrap_or_default().to_owned()
}
