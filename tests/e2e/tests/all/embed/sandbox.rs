//! A frame that is forced into a sandbox: no origin, no storage, no links that open.

use crate::people;
use e2e::host::{Host, Message};
use e2e::quiz::{Quiz, Settings};
use serde_json::{Value, json};

const SANDBOX: &str = "sandbox='allow-scripts'";

#[test]
fn in_a_sandbox_the_quiz_is_taken_to_its_end_and_says_that_nothing_is_saved() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.plain("", SANDBOX));
    host.open("/");
    host.enter();
    assert_eq!(quiz.browser.run("return origin", &[]), "null", "the sandbox is one");
    let touched = "try { return [localStorage.length, 'open']; } catch (error) { return error.name; }";
    assert_eq!(quiz.browser.run(touched, &[]), "SecurityError");
    quiz.wait_for_notice(&quiz.beginning("notice.blocked"));
    let result = quiz.take_to_result(people::ENTRY);
    assert_eq!(result.best().profile, "entry");
    assert!(result.text.contains(&quiz.word("frame.no-links")), "that is said: {}", result.text);
    let links = "return Array.from(document.querySelectorAll('a[href^=http]'), link => link.href)";
    assert_eq!(quiz.browser.run(links, &[]), json!([]), "no link that would not open");
    let addresses =
        "return Array.from(document.querySelectorAll('main [data-search] input[readonly]'), it => it.value)";
    let addresses: Vec<String> = serde_json::from_value(quiz.browser.run(addresses, &[])).expect("texts");
    assert!(addresses.len() > 3 && addresses.iter().all(|it| it.starts_with("https://")), "{addresses:?}");
    let whole = quiz.browser.run("return document.querySelector('#whole-quiz').value", &[]);
    let whole = whole.as_str().expect("the address of the full page").to_owned();
    assert!(whole.starts_with(&quiz.server.address("/#/shared/")), "{whole}");
    host.leave();
    let kinds: Vec<String> = host.received().iter().map(|message| message.kind().to_owned()).collect();
    assert!(kinds.iter().all(|kind| ["ready", "height"].contains(&&**kind)), "nothing private goes out: {kinds:?}");
    quiz.browser.open(&whole);
    quiz.wait_for("shared");
    assert_eq!(quiz.result_shown().scores, result.scores, "the whole result is in that address");
}

#[test]
fn a_host_with_an_origin_that_says_hello_hears_of_a_sandboxed_quiz_what_it_hears_of_any() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element("data-theme=dark"));
    host.open("/");
    host.enter();
    host.leave();
    force(&host);
    host.enter();
    assert_eq!(quiz.browser.run("return origin", &[]), "null");
    quiz.answer("today", &["learning"]);
    host.leave();
    host.browser().until("the event", || host.received().into_iter().find(|it| it.kind() == "started"));
    let of_sandbox = |message: &Message| message.origin == "null";
    assert!(host.received().iter().filter(|it| it.kind() == "configured").any(of_sandbox));
    host.call("setConfig", &[json!({ "theme": "light" })]);
    host.enter_frame(0);
    let theme = "return document.documentElement.dataset.theme";
    quiz.browser.until("the theme", || (quiz.browser.run(theme, &[]) == "light").then_some(()));
    let fits = "return document.documentElement.scrollHeight <= innerHeight";
    quiz.browser.until("the height", || (quiz.browser.run(fits, &[]) == true).then_some(()));
    host.leave();
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn a_host_without_an_origin_sets_options_and_hears_nothing_private() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    // A page in a sandbox of its own, as previews of editors are.
    let policy = [("content-security-policy", "sandbox allow-scripts")];
    host.put_page_with("/", &host.element("data-theme=dark"), &policy);
    host.open("/");
    assert_eq!(host.browser().run("return origin", &[]), "null");
    host.enter();
    let theme = "return document.documentElement.dataset.theme";
    assert_eq!(quiz.browser.run(theme, &[]), "dark");
    quiz.answer("today", &["learning"]);
    quiz.next();
    host.leave();
    host.call("setConfig", &[json!({ "theme": "light" })]);
    host.wait_for_last("configured", |it| it["theme"] == "light");
    host.browser().run("document.querySelector('career-quiz').on('result', () => {})", &[]);
    host.enter_frame(0);
    quiz.finish_as_beginner();
    let text = quiz.text();
    assert!(!text.contains(&quiz.beginning("send.button")), "there is nobody to send it to: {text}");
    host.leave();
    let kinds: Vec<String> = host.received().iter().map(|message| message.kind().to_owned()).collect();
    let public = ["ready", "configured", "height"];
    assert!(kinds.iter().all(|kind| public.contains(&&**kind)), "nothing private goes out: {kinds:?}");
    assert!(!kinds.is_empty());
}

/// Does what some editors of pages do to every frame, and loads it anew.
#[track_caller]
fn force(host: &Host<'_>) {
    let script = "
        const frame = document.querySelector('career-quiz').shadowRoot.querySelector('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        return new Promise(done => { frame.addEventListener('load', () => done(true)); frame.src = frame.src; });
    ";
    assert_eq!(host.browser().run(script, &[]), Value::Bool(true));
}
