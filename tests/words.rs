//! The interface's own words.

mod support;

use career_quiz::quiz::content::Fault;
use career_quiz::quiz::words::{Word, Words, proof, prove};
use serde_json::{Value, json};
use support::{WORDS, set, take};

fn english() -> Words {
    Words::parse(WORDS).expect("the English words are good")
}

/// The file has these faults after an edit.
#[track_caller]
fn assert_faults(edit: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut file = support::json(WORDS);
    edit(&mut file);
    match Words::parse(&file.to_string()) {
        Ok(_) => panic!("the words were taken for good ones"),
        Err(faults) => assert_eq!(faults.iter().map(Fault::to_string).collect::<Vec<_>>(), expected),
    }
}

#[track_caller]
fn assert_fault_in(text: &str, path: &str, message: &str) {
    let faults = Words::parse(text).expect_err("the words are bad");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].path, path, "{faults:?}");
    assert!(faults[0].message.contains(message), "{faults:?}");
}

#[test]
fn the_english_words_are_good() {
    let words = english();
    assert_eq!(words.language(), "en");
    // The issue fixes these.
    assert_eq!(words.get(Word::Next), "Next");
    assert_eq!(words.get(Word::SeeMyResult), "See my result");
    assert_eq!(words.get(Word::Continue), "Continue");
    assert_eq!(words.get(Word::StartOver), "Start over");
    assert!(words.get(Word::ProgressAbout).contains("about"));
    // The first and the last of the list have their own texts, and not those of a neighbour.
    assert_eq!(words.get(Word::SiteSaved), "Saved results");
    assert_eq!(words.get(Word::ProblemHome), "Go to the quiz");
}

#[test]
fn a_missing_word_is_named() {
    assert_faults(
        |file| {
            let words = file["words"].as_object_mut().expect("an object");
            words.remove("question.next").expect("it is there");
        },
        &["words.question.next: the text is missing or empty"],
    );
}

#[test]
fn an_empty_word_is_as_good_as_none() {
    assert_faults(
        |file| file["words"]["question.next"] = json!(" \n"),
        &["words.question.next: the text is missing or empty"],
    );
}

#[test]
fn an_unknown_word_is_taken_for_a_typing_error() {
    assert_faults(|file| file["words"]["question.nxt"] = json!("Next"), &["words.question.nxt: there is no such word"]);
    assert_faults(|file| file["words"]["__proto__"] = json!("x"), &["words.__proto__: there is no such word"]);
}

#[test]
fn a_missing_placeholder_is_named() {
    assert_faults(
        |file| file["words"]["question.progress"] = json!("Question {number}"),
        &["words.question.progress: the placeholder {total} is missing"],
    );
    assert_faults(
        |file| file["words"]["question.progress"] = json!("Question"),
        &[
            "words.question.progress: the placeholder {number} is missing",
            "words.question.progress: the placeholder {total} is missing",
        ],
    );
}

#[test]
fn an_unknown_placeholder_is_named() {
    assert_faults(
        |file| file["words"]["question.next"] = json!("Next {name}"),
        &["words.question.next: there is no placeholder {name} here"],
    );
    assert_faults(
        |file| file["words"]["question.progress"] = json!("{number} of {totl}"),
        &[
            "words.question.progress: the placeholder {total} is missing",
            "words.question.progress: there is no placeholder {totl} here",
        ],
    );
    // Blanks and capitals are not overlooked.
    assert_faults(
        |file| file["words"]["saved.delete-of"] = json!("Delete {name} { name} {Name}"),
        &[
            "words.saved.delete-of: there is no placeholder { name} here",
            "words.saved.delete-of: there is no placeholder {Name} here",
        ],
    );
    assert_faults(
        |file| file["words"]["question.next"] = json!("Next {"),
        &["words.question.next: there is no placeholder {} here"],
    );
}

#[test]
fn placeholders_may_stand_in_any_order_and_twice() {
    let mut file = support::json(WORDS);
    file["words"]["question.progress"] = json!("{total}: {number}/{total}");
    let words = Words::parse(&file.to_string()).expect("the words are good");
    assert_eq!(words.fill(Word::Progress, &[("number", "3"), ("total", "12")]), "12: 3/12");
}

#[test]
fn what_is_proven_is_read_in_its_order_whatever_its_keys_are() {
    assert_eq!(Words::parse_proven(WORDS), Some(english()));
    assert_eq!(Words::parse_proven(&format!("\u{feff}{WORDS}")), Some(english()));
    // Another order is another text for a word: whoever says that a file is proven has to have compared both.
    let swapped = WORDS.replacen("\"site.saved\": \"Saved results\",\n", "", 1);
    assert_ne!(swapped, WORDS);
    assert_eq!(Words::parse_proven(&swapped), None, "one is missing");
    let last = swapped.rfind("\n  }").expect("the words end there");
    let swapped = format!("{},\n    \"site.saved\": \"Saved results\"{}", &swapped[..last], &swapped[last..]);
    assert_eq!(Words::parse(&swapped), Ok(english()));
    assert_eq!((prove(WORDS), prove(&swapped)), (Some(proof()), None));
    let read = Words::parse_proven(&swapped).expect("there are as many as there are words");
    assert_eq!(read.get(Word::SiteSaved), english().get(Word::SitePrivacy));
    for bad in
        ["", "[]", "<!doctype html>", r#"{"format_version": 1, "language": "en", "name": "English", "words": {}}"#]
    {
        assert_eq!((Words::parse_proven(bad), prove(bad)), (None, None), "{bad}");
    }
}

#[test]
fn all_faults_are_listed_at_once() {
    assert_faults(
        |file| {
            file["words"]["site.saved"] = json!("");
            file["words"]["problem.more"] = json!("And more.");
            file["words"]["another"] = json!("Word");
        },
        &[
            "words.site.saved: the text is missing or empty",
            "words.problem.more: the placeholder {count} is missing",
            "words.another: there is no such word",
        ],
    );
}

#[test]
fn words_of_another_version_are_not_read() {
    let message = "format_version: this program reads version 1, and the file is of version 2";
    assert_faults(|file| set(file, "/format_version", json!(2)), &[message]);
    assert_faults(|file| set(file, "/format_version", json!(0)), &[&message.replace("version 2", "version 0")]);
}

#[test]
fn a_text_that_is_no_file_of_words_has_a_path_to_what_is_wrong() {
    assert_fault_in("", "", "EOF while parsing a value");
    assert_fault_in("<html>", "", "expected value (line 1, column 1)");
    assert_fault_in("7", "", "invalid type: integer `7`");
    assert_fault_in("{}", "", "missing field");
    assert_fault_in(&WORDS[..WORDS.find("\"Continue\"").expect("it is there")], "words.intro.continue", "EOF");
    let with = |pointer: &str, value: Value| {
        let mut file = support::json(WORDS);
        set(&mut file, pointer, value);
        file.to_string()
    };
    assert_fault_in(&with("/words", json!([])), "words", "invalid type: sequence");
    assert_fault_in(&with("/words/question.next", json!(5)), "words.question.next", "invalid type: integer `5`");
    assert_fault_in(&with("/word", json!({})), "word", "unknown field `word`");
    let mut file = support::json(WORDS);
    take(&mut file, "/language");
    assert_fault_in(&file.to_string(), "", "missing field `language`");
}

// Filling in.

#[test]
fn a_text_is_filled_in() {
    let words = english();
    assert_eq!(words.fill(Word::Progress, &[("number", "3"), ("total", "12")]), "Question 3 of 12");
    assert_eq!(words.fill(Word::ProgressAbout, &[("total", "12"), ("number", "3")]), "Question 3 of about 12");
    assert_eq!(words.fill(Word::Next, &[]), "Next");
    assert_eq!(words.fill(Word::SavedDeleteText, &[("name", "A")]), "“A” will be removed from this browser.");
}

#[test]
fn braces_in_a_value_stay_as_they_are() {
    let words = english();
    let filled = words.fill(Word::SearchOn, &[("title", "{site} } { {title}"), ("site", "{x}")]);
    assert_eq!(filled, "Search for {site} } { {title} on {x}");
}
