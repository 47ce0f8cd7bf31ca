//! The language of the page: chosen by the browser's setting or by the switch, kept, and never in the way of answers.

use crate::people;
use e2e::quiz::{Quiz, Settings};
use e2e::scenes::records::{put_results, result};
use serde_json::{Value, json};
use std::process::Command;

const SPANISH: &str = "content/back-end-developer.es.json";

/// A browser that prefers these languages, with the quiz open.
fn open_in(languages: &'static [&'static str]) -> Quiz {
    let quiz = Quiz::new(Settings { languages, ..Settings::default() });
    quiz.visit("");
    quiz
}

/// The Spanish content as it is in the build.
fn spanish() -> Value {
    let text = std::fs::read_to_string(e2e::dist().join(SPANISH)).expect("the build has a Spanish content");
    serde_json::from_str(&text).expect("it is JSON")
}

#[track_caller]
fn language(quiz: &Quiz) -> String {
    let lang = quiz.browser.run("return document.documentElement.lang", &[]);
    lang.as_str().unwrap_or_default().to_owned()
}

/// Presses the button of a language, and waits until the page speaks it.
#[track_caller]
fn switch(quiz: &Quiz, name: &str, tag: &str) {
    quiz.press(name);
    let script = "return document.getElementById('language-' + arguments[0])?.ariaPressed";
    let is_shown = || (quiz.browser.run(script, &[tag.into()]) == "true").then_some(());
    quiz.browser.until(&format!("the page in {tag}"), is_shown);
    assert_eq!(language(quiz), tag);
}

/// The files that the page has asked for, by the end of their addresses.
#[track_caller]
fn has_fetched(quiz: &Quiz, end: &str) -> bool {
    const SCRIPT: &str = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let names = quiz.browser.run(SCRIPT, &[]);
    let names = names.as_array().expect("a list of addresses");
    assert!(!names.is_empty(), "requests are seen");
    names.iter().any(|name| name.as_str().is_some_and(|name| name.ends_with(end)))
}

#[test]
fn a_browser_that_prefers_spanish_of_any_region_gets_it() {
    let quiz = open_in(&["es-MX", "en"]);
    let content = spanish();
    assert_eq!(language(&quiz), "es");
    assert_eq!(quiz.heading(), content["questions"][0]["text"].as_str().expect("a text"));
    assert_eq!(quiz.browser.title(), content["title"].as_str().expect("a text"));
    assert!(!has_fetched(&quiz, "en.json"), "nobody pays for a language they do not read");
}

#[test]
fn everybody_else_gets_english_and_does_not_pay_for_spanish() {
    for languages in [&["en-GB"][..], &["de", "fr"]] {
        let quiz = open_in(languages);
        assert_eq!(language(&quiz), "en");
        assert_eq!(quiz.heading(), quiz.text_of("today"));
        assert!(!has_fetched(&quiz, "es.json"));
    }
}

#[test]
fn the_language_chosen_is_kept_and_goes_before_that_of_the_browser() {
    let quiz = open_in(&["en-US"]);
    switch(&quiz, "Español", "es");
    quiz.browser.until("the focus on the switch", || {
        (quiz.browser.focused().attribute("id").as_deref() == Some("language-es")).then_some(())
    });
    quiz.browser.reload();
    quiz.wait_for("intro");
    assert_eq!(language(&quiz), "es");
    assert!(!has_fetched(&quiz, "en.json"), "it is known before anything is fetched");
    switch(&quiz, "English", "en");
    quiz.browser.reload();
    quiz.wait_for("intro");
    assert_eq!(language(&quiz), "en");
}

#[test]
fn answers_and_the_screen_stay_when_the_language_changes_in_the_middle() {
    let mut quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.answer("background", &["web-design"]);
    let address = quiz.browser.address();
    switch(&quiz, "Español", "es");
    let (content, english) = (spanish(), quiz.content());
    quiz.answer_by(content.clone());
    assert_eq!(quiz.browser.address(), address);
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["web-design"]));
    let title = content["title"].as_str().expect("a text");
    assert_eq!(quiz.browser.title(), format!("{} – {title}", quiz.text_of("background")));
    // On in Spanish, and back in English.
    quiz.press(&quiz.word("question.next"));
    quiz.wait_for_question("goal");
    switch(&quiz, "English", "en");
    quiz.answer_by(english);
    assert_eq!(quiz.heading(), quiz.text_of("goal"));
    assert_eq!(quiz.answers_kept()["background"], json!(["web-design"]));
}

#[test]
fn the_result_in_spanish_is_the_same_and_its_job_titles_stay_english() {
    let mut quiz = Quiz::open();
    let english = quiz.take_to_result(people::MID_TO_SENIOR);
    switch(&quiz, "Español", "es");
    quiz.answer_by(spanish());
    let result = quiz.result();
    assert_eq!(result.scores, english.scores);
    assert_ne!(result.heading, english.heading);
    let titles = |card: &e2e::result::Card| card.titles.iter().map(|title| title.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(result.best()), titles(english.best()));
    let links = |card: &e2e::result::Card| {
        let links = card.titles.iter().flat_map(|title| title.links.iter().map(|(_, _, address)| address.clone()));
        links.collect::<Vec<_>>()
    };
    assert_eq!(links(result.best()), links(english.best()), "what is searched for does not depend on the reader");
    const SCRIPT: &str = "return Array.from(document.querySelectorAll('.titles__title'), title => title.lang)";
    let languages = quiz.browser.run(SCRIPT, &[]);
    let languages = languages.as_array().expect("a list").clone();
    assert!(!languages.is_empty() && languages.iter().all(|language| language == "en"), "{languages:?}");
}

#[test]
fn numbers_are_typed_and_written_with_a_comma_in_spanish() {
    let mut quiz = open_in(&["es-ES"]);
    quiz.answer_by(spanish());
    quiz.visit("#/question/professional-years");
    quiz.answer("professional-years", &["2,5"]);
    assert_eq!(quiz.answers_kept()["professional-years"], 2.5);
    quiz.browser.reload();
    quiz.wait_for_question("professional-years");
    assert_eq!(quiz.answers_shown(), ["2,5"]);
    quiz.answer("professional-years", &["3.5"]);
    assert_eq!(quiz.answers_kept()["professional-years"], 3.5, "a point is understood all the same");
    quiz.go_to("#/review");
    assert_eq!(quiz.reviewed("professional-years").as_deref(), Some("3,5 años"));
}

#[test]
fn the_date_of_a_result_is_written_in_the_language_of_the_page() {
    let quiz = Quiz::new(Settings::default());
    quiz.leave();
    put_results(&quiz, &[result(&quiz, "1", "", &quiz.persona("steady-mid-four-years"))]);
    quiz.visit("#/results/1");
    let shows = |date: &str| {
        let text = quiz.browser.run("return document.querySelector('main').innerText", &[]);
        text.as_str().is_some_and(|text| text.contains(date))
    };
    // Without the day, which may be another one where the machine is.
    assert!(shows("Result from November "), "in English");
    switch(&quiz, "Español", "es");
    assert!(shows(" de noviembre de 2026"), "in Spanish");
}

#[test]
fn a_language_whose_files_are_gone_leaves_the_quiz_as_it_is() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.server.put(&format!("/{SPANISH}"), 404, "gone");
    quiz.press("Español");
    quiz.wait_for_notice("The quiz could not be loaded in the language you chose");
    assert_eq!(language(&quiz), "en");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["learning"]));
    quiz.server.restore(&format!("/{SPANISH}"));
    switch(&quiz, "Español", "es");
    assert!(quiz.notices().is_empty(), "{:?}", quiz.notices());
}

#[test]
fn a_third_language_takes_files_only_and_one_from_right_to_left_turns_the_page_round() {
    let folder = tempfile::TempDir::with_prefix("career-quiz-third-").expect("a folder can be made");
    e2e::offline::copy(&e2e::dist(), folder.path());
    let made =
        Command::new(e2e::xtask()).args(["content", "pseudo"]).arg(folder.path()).output().expect("it can be run");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let quiz = open_in(&["en-US"]);
    quiz.leave();
    quiz.server.mount("/", folder.path());
    quiz.visit("");
    let names: Vec<String> = serde_json::from_value(quiz.browser.run(
        "return Array.from(document.querySelectorAll('header [role=group] button'), button => button.innerText)",
        &[],
    ))
    .expect("a list of texts");
    assert_eq!(names[0], "English", "the page's own language comes first");
    assert!(["Pseudo", "Español"].iter().all(|name| names.iter().any(|it| it == name)), "{names:?}");
    quiz.answer("today", &["learning"]);
    switch(&quiz, "Pseudo", "ar-XB");
    assert_eq!(quiz.browser.run("return getComputedStyle(document.body).direction", &[]), "rtl");
    const LEFT_OF: &str = "
        const left = selector => document.querySelector(selector).getBoundingClientRect().left;
        return left('.choice__label') < left('.choice__input');
    ";
    assert_eq!(quiz.browser.run(LEFT_OF, &[]), true, "the text stands to the left of its button");
    // Every text comes from a file: those of this language all carry a mark.
    const UNMARKED: &str = "
        const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
            const text = texts.currentNode.data;
            const isOwn = texts.currentNode.parentElement.closest('header [role=group], [lang=en], time, .titles__link, .origin bdi');
            if (/\\p{L}{3}/u.test(text) && !/[\\u202E]/.test(text) && !isOwn) found.push(text);
        }
        return found;
    ";
    let is_marked = |quiz: &Quiz, place: &str| {
        assert_eq!(quiz.browser.run(UNMARKED, &[]), json!([]), "texts of {place} that stand in no file");
        let sideways = quiz.browser.run("return document.documentElement.scrollWidth > innerWidth", &[]);
        assert_eq!(sideways, false, "{place} scrolls sideways");
    };
    for hash in ["#/", "#/question/background", "#/question/professional-years", "#/review", "#/saved", "#/nowhere"] {
        quiz.go_to(hash);
        quiz.here();
        is_marked(&quiz, hash);
    }
    quiz.go_to("#/question/professional-years");
    quiz.wait_for_question("professional-years");
    // Not by its name, of which Firefox leaves the marks out.
    quiz.browser.run("document.querySelector('main input[type=text]').focus()", &[]);
    quiz.browser.type_keys("4");
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.browser.run("document.querySelector('main .actions > .button').click()", &[]);
    quiz.wait_for("results");
    is_marked(&quiz, "the result");
}
