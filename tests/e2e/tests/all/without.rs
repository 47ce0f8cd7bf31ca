//! What a person sees whose browser cannot run the quiz.

use e2e::browser::Browser;
use e2e::engine::{Gap, cannot};
use e2e::offline::{Build, beginning_file, cold, later};
use e2e::quiz::{CONTENT, Quiz, Settings};
use e2e::server::Server;
use serde_json::{Value, json};

#[test]
fn without_scripts_the_page_says_what_it_is_and_what_it_needs() {
    let quiz = Quiz::new(Settings { scripts_off: true, ..Settings::default() });
    quiz.browser.open(&quiz.server.address("/"));
    says_what_it_is_and_what_it_needs(&quiz);
    let app = quiz.browser.run("return document.querySelector('#app:not([data-loading]) main[data-screen]')", &[]);
    assert_eq!(app, Value::Null, "no script has run");
}

#[test]
fn without_webassembly_the_page_says_what_it_is_and_what_it_needs() {
    let quiz = Quiz::new(Settings { wasm_off: true, ..Settings::default() });
    quiz.browser.open(&quiz.server.address("/"));
    assert_eq!(quiz.browser.run("return typeof WebAssembly", &[]), "undefined", "there is none in this browser");
    says_what_it_is_and_what_it_needs(&quiz);
    assert!(!paragraphs(&quiz.browser).iter().any(|text| text.contains("Loading")), "it does not seem to go on");
}

#[test]
fn what_is_missing_is_said_in_the_language_of_the_person() {
    let mut quiz = Quiz::new(Settings { wasm_off: true, languages: &["es-ES"], ..Settings::default() });
    quiz.speak("es");
    quiz.browser.open(&quiz.server.address("/"));
    says_what_it_is_and_what_it_needs(&quiz);
    assert_eq!(quiz.browser.run("return document.documentElement.lang", &[]), "es");
}

#[test]
fn a_browser_too_old_for_the_program_says_what_the_page_is_and_that_it_does_not_start() {
    let quiz = Quiz::new(Settings::default());
    // As browsers do that do not know an instruction or a type of the program.
    let refuses = "() => Promise.reject(new WebAssembly.CompileError('invalid value type'))";
    quiz.server.run_first(&format!("WebAssembly.instantiate = WebAssembly.instantiateStreaming = {refuses};"));
    quiz.browser.open(&quiz.server.address("/"));
    says_what_it_is_and(&quiz, if cannot(Gap::ModuleFailure) { "start.slow" } else { "start.failed" });
    assert!(quiz.browser.has("button", &quiz.word("start.reload")), "there is a way to try again");
}

/// A failure: what it is, and how it comes about on a server.
type Failure = (&'static str, fn(&Server, &Build));

const POLICY: &str = "content-security-policy";

/// What keeps the program from starting, and lets the page say so by itself.
const FAILURES: [Failure; 8] = [
    ("there is no wasm", |server, build| server.put(&wasm(build), 404, "not found")),
    ("the wasm is cut off", |server, build| {
        let bytes = std::fs::read(build.path().join(build.file("_bg.wasm"))).expect("the build has its wasm");
        server.put(&wasm(build), 200, bytes[..bytes.len() / 2].to_vec());
    }),
    ("the wasm is a page", |server, build| {
        server.put_as(&wasm(build), "text/html", "<!doctype html><title>Welcome</title>");
    }),
    ("the server fails", |server, build| server.put(&wasm(build), 500, "a fault")),
    ("a host's policy forbids WebAssembly", |server, _| {
        server.send_header(POLICY, "script-src 'self' 'unsafe-inline'");
    }),
    ("there is no script", |server, build| server.put(&script(build), 404, "not found")),
    ("the script is a page", |server, build| {
        server.put_as(&script(build), "text/html", "<!doctype html><title>Welcome</title>");
    }),
    ("a host's policy forbids the script", |server, _| {
        server.send_header(POLICY, "script-src 'unsafe-inline' 'wasm-unsafe-eval'");
    }),
];

fn wasm(build: &Build) -> String {
    format!("/{}", build.file("_bg.wasm"))
}

fn script(build: &Build) -> String {
    format!("/{}", build.file(".js"))
}

/// Notes when the page has said so, in milliseconds: a busy machine asks late.
const WHEN: &str = "
    new MutationObserver(() => { window.saidAfter ??= document.querySelector('[data-reload]') && performance.now(); })
        .observe(document, { childList: true, subtree: true });
";

#[test]
fn whatever_keeps_the_program_from_starting_the_page_says_so_within_ten_seconds() {
    let build = Build::copy();
    for (what, fail) in FAILURES {
        eprintln!("{what}");
        let quiz = Quiz::new(Settings::default());
        fail(&quiz.server, &build);
        quiz.server.run_first(WHEN);
        quiz.browser.open(&quiz.server.address("/"));
        quiz.browser.find("button", &quiz.word("start.reload"));
        let after_ms = quiz.browser.run("return window.saidAfter", &[]).as_f64().expect("it was seen to be said");
        assert!(after_ms < 10_000.0, "{what}: after {after_ms} ms");
        let said = paragraphs(&quiz.browser);
        let known = ["start.failed", "start.slow"].map(|key| quiz.word(key));
        assert!(said.iter().any(|text| known.contains(text)), "{what}: {said:?}");
        assert!(said.iter().all(|text| text.chars().count() <= 400), "{what}: {said:?}");
        assert!(!said.iter().any(|text| text.contains(&quiz.word("start.link"))), "there is no frame to leave");
    }
}

#[test]
fn wasm_that_is_said_to_be_anything_starts_all_the_same() {
    let build = Build::copy();
    let bytes = std::fs::read(build.path().join(build.file("_bg.wasm"))).expect("the build has its wasm");
    let quiz = Quiz::new(Settings::default());
    quiz.server.put_as(&wasm(&build), "application/octet-stream", bytes);
    assert_eq!(quiz.visit("").screen, "intro");
}

#[test]
fn where_a_host_forbids_all_scripts_of_the_page_it_says_so_and_leads_to_the_quiz_within_ten_seconds() {
    // With a policy for styles, too, nothing hides it until then.
    for policy in ["script-src 'self'", "default-src 'self'", "script-src 'none'"] {
        let quiz = Quiz::new(Settings::default());
        quiz.server.send_header(POLICY, policy);
        quiz.browser.open(&quiz.server.address("/?theme=dark#/review"));
        let link = quiz.word("start.link");
        let script = "return Array.from(document.querySelectorAll('#app a'))
            .filter(link => link.checkVisibility({ visibilityProperty: true })).map(link => [link.innerText, link.href, link.rel])";
        let links = quiz.browser.until("a link", || {
            let links: Vec<[String; 3]> =
                serde_json::from_value(quiz.browser.run(script, &[])).expect("a list of links");
            (!links.is_empty()).then_some(links)
        });
        let after_ms = quiz.browser.run("return performance.now()", &[]).as_f64().expect("a page has a clock");
        assert!(after_ms < 10_000.0, "{policy}: after {after_ms} ms");
        assert_eq!(links[0], [link, quiz.server.address("/?"), "noopener noreferrer".to_owned()], "{policy}");
        let said = paragraphs(&quiz.browser);
        assert!(said.iter().any(|text| text.contains(&quiz.word("start.failed"))), "{policy}: {said:?}");
    }
}

#[test]
fn before_the_program_the_page_takes_theme_language_and_content_from_its_address_where_a_person_has_set_none() {
    const SCRIPT: &str = "
        const preloads = Array.from(document.querySelectorAll('link[rel=preload][as=fetch]:not([type])'));
        const { lang, dataset } = document.documentElement;
        return [lang, dataset.theme ?? null, dataset.embedded ?? null, preloads.map(link => link.getAttribute('href'))];
    ";
    let build = Build::copy();
    let quiz = Quiz::new(Settings::default());
    quiz.server.put(&wasm(&build), 404, "not found");
    let look = |query: &str| {
        quiz.browser.open(&quiz.server.address(&format!("/?{query}")));
        quiz.browser.run(SCRIPT, &[])
    };
    let begun = |language: &str| json!([&beginning_file(&CONTENT.replace(".en.", &format!(".{language}.")))[1..]]);
    assert_eq!(look(""), json!(["en", null, null, begun("en")]));
    assert_eq!(look("theme=dark&language=es-MX"), json!(["es", "dark", null, begun("es")]));
    assert_eq!(look("theme=red&language=%E0%A4%A"), json!(["en", null, null, begun("en")]));
    let foreign = "language=es&content=https%3A%2F%2Fbootcamp.example%2Fquiz.json";
    // What checks it comes later; its own content is not fetched in vain.
    assert_eq!(look(foreign), json!(["es", null, null, ["words/es.json", &cold()[1..], &later()[1..]]]));
    quiz.leave();
    let own = json!({ "record_version": 2, "revision": 1, "theme": "light", "language": "en" });
    quiz.browser.store("career-quiz./.settings", &own.to_string());
    let whole = json!(["words/en.json", "content/back-end-developer.en.json", &cold()[1..]]);
    assert_eq!(
        look("theme=dark&language=es"),
        json!(["en", "light", null, whole]),
        "their own come first, and it is no first visit"
    );
    const TOLD: &str = "document.documentElement.dataset.embedded ?? null";
    assert_eq!(quiz.told_by_frame("/", "", TOLD, |told| !told.is_null()), "");
}

#[test]
fn in_a_frame_a_page_that_does_not_start_leads_to_the_quiz_itself() {
    const TOLD: &str = "(() => {
        const link = document.querySelector('main.page a');
        const alert = document.querySelector('main.page [role=alert]')?.textContent;
        return { alert, link: link && [link.textContent, link.href, link.target, link.rel], text: document.body?.innerText };
    })()";
    let build = Build::copy();
    let quiz = Quiz::new(Settings::default());
    quiz.server.put(&wasm(&build), 404, "not found");
    let path = "/?theme=dark&content=https%3A%2F%2Fbootcamp.example%2Fquiz.json#/review";
    let (text, quiz_itself) = (quiz.word("start.link"), quiz.server.address("/"));
    let told = quiz.told_by_frame(path, "", TOLD, |told| told["alert"].is_string());
    assert_eq!(told["link"], json!([text, quiz_itself, "_blank", "noopener noreferrer"]), "{told}");
    let told = quiz.told_by_frame(path, "sandbox=\"allow-scripts\"", TOLD, |told| told["alert"].is_string());
    let said = told["text"].as_str().unwrap_or_default();
    assert_eq!(told["link"], Value::Null, "nothing can be opened from there: {told}");
    assert!(said.contains(&format!("{text}: {quiz_itself}")), "it is there to copy: {said}");
}

#[test]
fn after_a_panic_a_button_loads_the_page_anew_and_what_was_saved_is_there() {
    let quiz = Quiz::open();
    quiz.record_violations();
    quiz.visit("");
    quiz.answer("today", &["learning"]);
    quiz.wait_for_saved("yes");
    let before = quiz.answers_kept();
    // Whatever the program draws next fails, once: what is then said of it is drawn by the same means.
    let script = "
        const create = document.createElement;
        document.createElement = function (...names) { delete document.createElement; throw new Error('provoked'); };
    ";
    quiz.browser.run(script, &[]);
    quiz.go_to("#/saved");
    let button = quiz.word("start.load-again");
    quiz.browser.find("button", &button);
    assert_eq!(quiz.browser.run("return document.querySelectorAll('[onclick]').length", &[]), 0);
    quiz.press(&button);
    quiz.wait_for("saved");
    quiz.browser.until("the message to be gone", || (!quiz.browser.has("button", &button)).then_some(()));
    assert_eq!(quiz.answers_kept(), before);
    assert_eq!(quiz.violations(), Vec::<String>::new());
}

#[track_caller]
fn says_what_it_is_and_what_it_needs(quiz: &Quiz) {
    says_what_it_is_and(quiz, "start.needs");
}

/// The title and the promise of the quiz, and a word of the interface beside them, can be seen.
#[track_caller]
fn says_what_it_is_and(quiz: &Quiz, key: &str) {
    let content = quiz.content();
    let [title, promise] = ["title", "promise"].map(|field| content[field].as_str().expect("it is a text"));
    let said = || Some(paragraphs(&quiz.browser)).filter(|paragraphs| paragraphs.contains(&quiz.word(key)));
    let paragraphs = quiz.browser.until(key, said);
    assert!(paragraphs.iter().any(|text| text == promise), "the promise is among {paragraphs:?}");
    // Where the program may still come, the first screen stays, with the title above it.
    let titles = seen(&quiz.browser, "h1, .top__title");
    assert!(titles.iter().any(|text| text == title), "the title is among {titles:?}");
}

#[track_caller]
fn paragraphs(browser: &Browser) -> Vec<String> {
    seen(browser, "p")
}

/// The texts of elements that can be seen. Not by `checkVisibility`: a script of the driver's, and nothing newer.
#[track_caller]
fn seen(browser: &Browser, selector: &str) -> Vec<String> {
    let script = "return Array.from(document.querySelectorAll(arguments[0]))
        .filter(element => element.getClientRects().length > 0).map(element => element.innerText.trim())";
    serde_json::from_value(browser.run(script, &[selector.into()])).expect("a list of texts")
}
