//! Translations: what may differ, what must not, and that ours hold.

mod support;

use career_quiz::quiz::content::{Fault, parse};
use career_quiz::quiz::fingerprint::fingerprint;
use career_quiz::quiz::translation::compare;
use career_quiz::quiz::words::{Direction, Words};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use support::{DEFAULT, WORDS, set, take};

const SPANISH: &str = include_str!("../public/content/back-end-developer.es.json");
const SPANISH_WORDS: &str = include_str!("../public/words/es.json");

/// The Spanish content has these faults after an edit.
#[track_caller]
fn assert_faults(edit: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut translation = support::json(SPANISH);
    edit(&mut translation);
    let faults = compare(&support::json(DEFAULT), &translation).err().unwrap_or_default();
    assert_eq!(faults.iter().map(Fault::to_string).collect::<Vec<_>>(), expected);
}

/// Every file of a folder of `public` whose name ends so, with its text.
fn files(folder: &str, end: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(folder);
    let paths = fs::read_dir(folder).expect("it is a folder").map(|entry| entry.expect("it can be read").path());
    let paths = paths.filter(|path| path.to_string_lossy().ends_with(end));
    let mut files: Vec<_> =
        paths.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("it is text"))).collect();
    files.sort();
    files
}

// Ours.

#[test]
fn every_language_has_all_words_and_its_own_name() {
    let files = files("words", ".json");
    assert!(files.len() >= 2, "{files:?}");
    for (path, text) in files {
        let words = Words::parse(&text).unwrap_or_else(|faults| panic!("{path}: {faults:?}"));
        assert!(path.ends_with(&format!("{}.json", words.language())), "{path} is in {}", words.language());
        assert!(!words.name().is_empty());
    }
}

#[test]
fn every_content_differs_from_the_english_in_its_texts_alone() {
    let source = support::json(DEFAULT);
    let english = parse(DEFAULT).expect("it is good");
    let files = files("content", ".json").into_iter().filter(|(path, _)| !path.ends_with("schema.json"));
    let mut languages = Vec::new();
    for (path, text) in files {
        let content = parse(&text).unwrap_or_else(|faults| panic!("{path}: {faults:?}"));
        if content.language != english.language {
            compare(&source, &support::json(&text)).unwrap_or_else(|faults| panic!("{path}: {faults:#?}"));
        }
        assert_eq!(fingerprint(&content), fingerprint(&english), "{path}");
        assert_eq!(content.market_language(), "en", "{path}");
        languages.push(content.language.clone());
    }
    assert!(["en", "es"].iter().all(|language| languages.iter().any(|it| it == language)), "{languages:?}");
}

#[test]
fn nothing_of_the_interface_was_left_in_english() {
    for (path, text) in files("words", ".json").into_iter().filter(|(path, _)| !path.ends_with("en.json")) {
        left_in_english(&path, &support::json(&text));
    }
}

#[track_caller]
fn left_in_english(path: &str, words: &Value) {
    let english = support::json(WORDS);
    let english = english["words"].as_object().expect("an object");
    // A single word may be the same in two languages, as "Question" and "Format" are in French; in Spanish none is.
    let counts = |text: &Value| words["language"] == "es" || text.as_str().is_some_and(|text| text.contains(' '));
    let same: Vec<_> = english.iter().filter(|(key, text)| words["words"][*key] == **text && counts(text)).collect();
    assert!(same.is_empty(), "{path}: {same:?}");
}

#[test]
fn both_languages_are_written_from_left_to_right() {
    for text in [WORDS, SPANISH_WORDS] {
        assert_eq!(Words::parse(text).map(|words| words.direction()), Ok(Direction::Ltr));
    }
    let arabic = WORDS.replace("\"ltr\"", "\"rtl\"");
    assert_eq!(Words::parse(&arabic).map(|words| words.direction()), Ok(Direction::Rtl));
}

// Any.

#[test]
fn a_text_that_is_missing_or_empty_is_named() {
    assert_faults(
        |file| set(file, "/questions/0/text", json!(" ")),
        &["questions[0].text: the text is missing or empty"],
    );
    assert_faults(
        |file| drop(take(file, "/profiles/1/summary")),
        &["profiles[1].summary: it is missing, and stands in the source"],
    );
    assert_faults(
        |file| set(file, "/programs/0/subjects/1", json!("")),
        &["programs[0].subjects[1]: the text is missing or empty"],
    );
}

#[test]
fn a_sentence_that_nobody_has_translated_is_named() {
    let help = support::json(DEFAULT)["questions"][0]["help"].clone();
    assert_faults(
        |file| set(file, "/questions/0/help", help),
        &["questions[0].help: the text is still that of the source"],
    );
    // Names of technologies are the same in every language.
    assert_faults(|file| set(file, "/programs/0/subjects/0", json!("JavaScript")), &[]);
}

#[test]
fn a_text_that_the_source_does_not_have_is_named() {
    assert_faults(
        |file| file["questions"][0]["options"][0]["help"] = json!("Ayuda"),
        &["questions[0].options[0].help: it does not stand in the source"],
    );
}

#[test]
fn anything_else_that_differs_is_named_with_its_place() {
    assert_faults(
        |file| set(file, "/questions/0/options/0/id", json!("aprendiendo")),
        &["questions[0].options[0].id: \"aprendiendo\" is not \"no-code\", as in the source"],
    );
    assert_faults(|file| set(file, "/margin", json!(6)), &["margin: 6 is not 5, as in the source"]);
    assert_faults(
        |file| set(file, "/profiles/0/searches/0/titles/0", json!("Desarrollador")),
        &[
            "profiles[0].searches[0].titles[0]: \"Desarrollador\" is not \"Entry-Level Back End Developer\", as in the source",
        ],
    );
    assert_faults(
        |file| set(file, "/programs/0/name", json!("Certificado")),
        &["programs[0].name: \"Certificado\" is not \"JavaScript Development Certificate\", as in the source"],
    );
}

#[test]
fn a_list_of_another_length_is_named_once() {
    assert_faults(
        |file| drop(file["steps"].as_array_mut().expect("a list").pop()),
        &["steps: the source has 23 of these, and here are 22"],
    );
}

#[test]
fn titles_stay_in_the_language_of_the_market_so_it_must_be_said() {
    assert_faults(
        |file| drop(take(file, "/market_language")),
        &["market_language: it is \"es\", and in the source \"en\""],
    );
}

#[test]
fn people_who_try_the_quiz_out_may_be_left_away() {
    let mut source = support::json(DEFAULT);
    assert!(source["personas"].is_array() && support::json(SPANISH)["personas"].is_null());
    take(&mut source, "/personas");
    assert_eq!(compare(&source, &support::json(SPANISH)), Ok(()));
}

#[test]
fn what_is_no_content_at_all_is_refused() {
    for other in [json!(null), json!([]), json!({}), json!("text")] {
        assert!(compare(&support::json(DEFAULT), &other).is_err(), "{other}");
    }
}
