//! What a person sees whose browser cannot run the quiz.

use e2e::browser::Browser;
use e2e::engine::{Gap, cannot};
use e2e::quiz::{Quiz, Settings};
use serde_json::Value;

#[test]
fn without_scripts_the_page_says_what_it_is_and_what_it_needs() {
    let quiz = Quiz::new(Settings { scripts_off: true, ..Settings::default() });
    quiz.browser.open(&quiz.server.address("/"));
    says_what_it_is_and_what_it_needs(&quiz);
    let app = quiz.browser.run("return document.querySelector('main[data-screen]')", &[]);
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

#[track_caller]
fn says_what_it_is_and_what_it_needs(quiz: &Quiz) {
    says_what_it_is_and(quiz, "start.needs");
}

/// The title and the promise of the quiz, and a word of the interface beside them, can be seen.
#[track_caller]
fn says_what_it_is_and(quiz: &Quiz, key: &str) {
    let content = quiz.content();
    let [title, promise] = ["title", "promise"].map(|field| content[field].as_str().expect("it is a text"));
    quiz.browser.until("the title", || {
        let headings = seen(&quiz.browser, "h1");
        headings.iter().any(|heading| heading == title).then_some(())
    });
    let paragraphs = paragraphs(&quiz.browser);
    assert!(paragraphs.iter().any(|text| text == promise), "the promise is among {paragraphs:?}");
    assert!(paragraphs.contains(&quiz.word(key)), "{key} is said beside it: {paragraphs:?}");
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
