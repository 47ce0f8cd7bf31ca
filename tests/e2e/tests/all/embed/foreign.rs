//! A quiz of the host's own: named, checked, kept apart.

use crate::content::{add_to_texts, assert_harmless, kitchen};
use e2e::host::Host;
use e2e::offline::later;
use e2e::quiz::{Quiz, Settings};
use serde_json::{Value, json};

const SHARED: [(&str, &str); 1] = [("access-control-allow-origin", "*")];

#[test]
fn the_host_of_a_content_stands_above_everything_and_nothing_takes_its_place() {
    let quiz = kitchen_quiz();
    let host = Host::of(&quiz);
    let mut content = kitchen();
    content["title"] = "Questions and advice by example.org".into();
    host.put_content("/pages/own/quiz.json", &content);
    host.put_page("/pages/quiz.html", &host.element("data-content=own/quiz.json"));
    host.open("/pages/quiz.html");
    host.enter();
    let name = host.origin().replace("http://", "");
    let script = "
        const bar = document.querySelector('aside[data-host]'), { bottom } = bar.getBoundingClientRect();
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const above = [];
        while (texts.nextNode()) {
            const range = document.createRange();
            range.selectNode(texts.currentNode);
            const box = range.getBoundingClientRect(), element = texts.currentNode.parentElement;
            // The way past the header can be seen while it has the focus only.
            if (box.height && box.top < bottom - 1 && !bar.contains(element) && !element.closest('.skip')
                && element.checkVisibility()) above.push(texts.currentNode.data);
        }
        return [bar.dataset.host, bar.innerText.replace(/[\\u2066-\\u2069]/g, ''), above];
    ";
    let [host_named, text, above] =
        serde_json::from_value::<[Value; 3]>(quiz.browser.run(script, &[])).expect("three values");
    assert_eq!(host_named, name);
    assert!(text.as_str().is_some_and(|text| text.contains(&quiz.words("foreign.by", &[("host", &name)]))), "{text}");
    assert_eq!(above, json!([]), "nothing stands beside or above it");
    assert_eq!(quiz.heading(), "Do you like heat?");
    host.leave();
    assert_eq!(host.wait_for("ready")["quiz"], "cook");
    assert_eq!(host.wait_for("ready")["scoring"], "other");
}

#[test]
fn it_is_taken_to_its_result_which_is_kept_apart() {
    let quiz = kitchen_quiz();
    let host = Host::of(&quiz);
    host.put_content("/quiz.json", &kitchen());
    host.put_content("/other/quiz.json", &kitchen());
    host.put_page("/", &host.element("data-content=/quiz.json"));
    host.put_page("/other/", &host.element("data-content=quiz.json"));
    host.open("/");
    host.enter();
    quiz.answer("heat", &["yes"]);
    quiz.next();
    quiz.answer("years", &["20"]);
    quiz.next();
    quiz.press(&quiz.word("review.see-my-result"));
    assert_eq!(quiz.result().heading, "Your best match: Chef");
    quiz.wait_for_saved("yes");
    let first: Vec<String> = quiz.browser.storage().into_keys().collect();
    assert!(!first.is_empty() && first.iter().all(|key| key.contains(".cook@")), "{first:?}");
    host.open("/other/");
    host.enter();
    assert_eq!(quiz.answers_shown(), [""; 0], "another folder may be somebody else's");
    quiz.answer("heat", &["no"]);
    quiz.wait_for_saved("yes");
    let both: Vec<String> = quiz.browser.storage().into_keys().collect();
    assert!(both.len() > first.len() && first.iter().all(|key| both.contains(key)), "{both:?}");
    host.open("/");
    host.enter();
    assert_eq!(quiz.answers_shown(), ["Yes, a lot"], "what was answered is there");
}

#[test]
fn the_result_says_whether_the_scoring_is_that_of_the_default_quiz() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let mut same = quiz.content();
    same["title"] = "A quiz of ours".into();
    let mut other = same.clone();
    other["questions"][0]["options"][0]["points"] = json!({ "senior": 30 });
    // Each in a folder of its own, so that none finds the answers to the other.
    host.put_content("/same/quiz.json", &same);
    host.put_content("/other/quiz.json", &other);
    let name = format!("\u{2066}{}\u{2069}", host.origin().replace("http://", ""));
    let words = [
        ("same", quiz.word("foreign.same-scoring")),
        ("other", quiz.words("foreign.other-scoring", &[("host", &name)])),
    ];
    let plain = |text: &str| text.replace(['\u{2066}', '\u{2069}'], "");
    for (scoring, said) in &words {
        host.put_page("/", &host.element(&format!("data-content=/{scoring}/quiz.json")));
        host.open("/");
        host.enter();
        quiz.finish_as_beginner();
        let text = plain(&quiz.text());
        for (_, other) in &words {
            assert_eq!(text.contains(&plain(other)), plain(other) == plain(said), "{scoring}: {text}");
        }
        host.leave();
        let ready = host.wait_for("ready");
        assert_eq!(ready["scoring"], if *scoring == "same" { "default" } else { "other" });
    }
}

#[test]
fn what_cannot_be_shown_is_told_calmly_to_visitors_and_exactly_to_the_host() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let put = |path: &str, status, body: String| host.server.put_with(path, status, body, &SHARED);
    put("/missing.json", 404, "not found".to_owned());
    put("/page.json", 200, "<!doctype html><title>Not found</title>".to_owned());
    put("/large.json", 200, format!("{{\"title\": \"{}\"}}", "x".repeat(5 * 1024 * 1024)));
    put("/deep.json", 200, format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    host.server.put("/secret.json", 200, kitchen().to_string());
    let mut dangling = kitchen();
    dangling["questions"][1]["show_if"] = json!([{ "question": "nowhere", "any_of": ["yes"] }]);
    host.put_content("/dangling.json", &dangling);
    let mut script = kitchen();
    script["programs"] = json!([{
        "id": "p", "name": "P", "provider": "P", "length": "1 week", "format": "online", "subjects": ["cooking"],
        "url": "javascript:alert(1)", "reasons": [{ "text": "Always.", "when": [] }],
    }]);
    host.put_content("/script.json", &script);
    host.server.put_with("/away.json", 301, "", &[SHARED[0], ("location", "/dangling.json")]);
    let cases = [
        ("/missing.json", "404"),
        ("/page.json", "line 1"),
        ("/large.json", "larger than"),
        ("/deep.json", "line 1"),
        ("/secret.json", "Access-Control-Allow-Origin"),
        ("/dangling.json", "questions[1].show_if[0].question"),
        ("/script.json", "programs[0]"),
        ("/away.json", "leads elsewhere"),
        ("http://example.org/quiz.json", "https"),
        ("ftp://localhost/quiz.json", "https"),
        ("data:application/json,{}", "https"),
        ("javascript:alert(1)", "https"),
        ("https://name:secret@localhost/quiz.json", "password"),
        ("https://[/quiz.json", "no address"),
    ];
    for (content, fault) in cases {
        host.put_page("/", &host.element(&format!("data-content=\"{content}\"")));
        host.open("/");
        assert_eq!(host.enter().screen, "problem", "{content}");
        assert_eq!(quiz.heading(), quiz.word("foreign.problem"), "{content}");
        let said = quiz.browser.run("return document.body.innerText", &[]);
        let said = said.as_str().unwrap_or_default();
        assert!(!said.contains(fault), "{content}: no visitor is bothered with it: {said}");
        assert!(quiz.browser.has("link", &quiz.word("foreign.own")), "{content}: there is another quiz: {said}");
        host.leave();
        // Of what was fetched, it is not said at first what is wrong: whoever is around the frame may be anybody.
        let failed = host.wait_for_last("failed", |failed| failed["faults"] != json!([]));
        super::schema::assert_fits(&failed);
        assert_eq!(failed["reason"], "content");
        let faults = failed["faults"].to_string();
        assert!(faults.contains(fault), "{content}: {fault:?} is told to the host: {faults}");
        assert!(host.received_of("ready").is_empty(), "{content}");
    }
}

#[test]
fn where_what_checks_it_cannot_be_had_the_host_is_told() {
    let quiz = kitchen_quiz();
    quiz.server.put(&later(), 404, "not found");
    let host = Host::of(&quiz);
    host.put_content("/quiz.json", &kitchen());
    host.put_page("/", &host.element("data-content=/quiz.json"));
    host.open("/");
    // The answer to its greeting, which a page that has stopped would not give.
    let failed = host.wait_for_last("failed", |failed| failed["is_answer"] == true);
    super::schema::assert_fits(&failed);
    assert_eq!((&failed["reason"], &failed["faults"]), (&json!("content"), &json!([])));
    assert!(host.received_of("ready").is_empty());
}

#[test]
fn no_text_of_it_becomes_markup() {
    const MARKUP: &str = "<img src=x onerror=\"window.harmed = true\">";
    let quiz = kitchen_quiz();
    let mut content = kitchen();
    assert!(add_to_texts(&mut content, MARKUP) > 20, "most of it is texts");
    let mut quiz = quiz;
    quiz.answer_by(content.clone());
    let host = Host::of(&quiz);
    host.put_content("/quiz.json", &content);
    host.put_page("/", &host.element("data-content=/quiz.json"));
    host.open("/");
    host.enter();
    assert!(quiz.heading().ends_with(MARKUP), "{}", quiz.heading());
    assert_harmless(&quiz);
    quiz.answer("heat", &["yes"]);
    quiz.next();
    assert_harmless(&quiz);
    quiz.next();
    quiz.press(&quiz.word("review.see-my-result"));
    quiz.result();
    assert_harmless(&quiz);
}

#[test]
fn another_content_while_the_quiz_runs_is_another_frame() {
    let quiz = kitchen_quiz();
    let host = Host::of(&quiz);
    host.put_content("/quiz.json", &kitchen());
    host.put_page("/", &host.element("data-theme=dark"));
    host.open("/");
    host.enter();
    host.leave();
    host.forget();
    let length = host.browser().run("return history.length", &[]);
    host.call("setConfig", &[json!({ "content": "/quiz.json" })]);
    host.wait_for_last("ready", |ready| ready["quiz"] == "cook");
    host.enter();
    assert_eq!(quiz.heading(), "Do you like heat?");
    assert_eq!(quiz.browser.run("return document.documentElement.dataset.theme", &[]), "dark");
    host.leave();
    assert_eq!(host.browser().run("return history.length", &[]), length, "Back leaves the page still");
    let frames = "return document.querySelector('career-quiz').shadowRoot.querySelectorAll('iframe').length";
    assert_eq!(host.browser().run(frames, &[]), 1);
}

fn kitchen_quiz() -> Quiz {
    let mut quiz = Quiz::new(Settings::default());
    quiz.answer_by(kitchen());
    quiz
}
