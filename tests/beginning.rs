//! What a first visit begins with: written by the build, read by the page.

mod support;

use career_quiz::quiz::beginning::{read, write};
use career_quiz::quiz::content::{Content, parse, parse_proven};
use career_quiz::quiz::words::{Direction, Word, Words};
use serde_json::{Value, json};
use support::{DEFAULT, SMALL, WORDS, set};

fn english() -> Words {
    Words::parse(WORDS).expect("the English words are good")
}

fn written(whole: &str) -> String {
    write(whole, &english()).expect("it is read as it was written")
}

fn begun(whole: &str) -> Content {
    read(&written(whole)).expect("it was just written").0
}

/// It is no beginning any more after an edit of its rows.
#[track_caller]
fn assert_unread(edit: impl FnOnce(&mut Value)) {
    let mut rows = support::json(&written(SMALL));
    edit(&mut rows);
    assert_eq!(read(&rows.to_string()), None, "{rows}");
}

#[test]
fn a_content_begins_with_its_questions_and_its_words_and_is_whole_once_it_is_filled() {
    for whole in [DEFAULT, SMALL] {
        let text = written(whole);
        let (content, words) = read(&text).expect("it was just written");
        let all = parse(whole).expect("the quiz is good");
        assert_eq!((&words, &content.questions), (&english(), &all.questions));
        assert_eq!((&content.id, &content.promise, content.margin), (&all.id, &all.promise, all.margin));
        let names = all.profiles.iter().map(|profile| &profile.summary);
        for left_out in names.chain(all.steps.iter().map(|step| &step.text)) {
            assert!(!text.contains(left_out), "{left_out}");
        }
        content.fill(whole).expect("it is the content");
        assert_eq!(content, all);
    }
}

#[test]
fn all_that_a_question_can_have_is_there_again() {
    let mut quiz = support::json(SMALL);
    quiz["$schema"] = json!("./quiz.schema.json");
    quiz["market_language"] = json!("de-CH");
    for (pointer, value) in [
        ("/questions/0/help", json!("A \"hint\" with\nmore than one line")),
        ("/questions/0/grows", json!("by-moving")),
        ("/questions/1/options/0/help", json!("Another")),
        ("/questions/1/options/0/wish", json!(true)),
        ("/questions/1/options/0/no_aim", json!(true)),
        ("/questions/1/options/0/intended", json!(true)),
        ("/questions/1/options/0/target", json!("freelance")),
        ("/questions/2/min", json!(0.25)),
        ("/questions/2/bands/0/from", json!(0.25)),
        ("/questions/2/step", json!(0.1)),
        ("/questions/2/unit_one", json!("year")),
    ] {
        set(&mut quiz, pointer, value);
    }
    let whole = quiz.to_string();
    let all = parse(&whole).expect("the quiz is good");
    let content = begun(&whole);
    assert_eq!(content.questions, all.questions);
    assert_eq!((&content.schema, content.market_language()), (&all.schema, "de-CH"));
}

#[test]
fn words_of_a_language_that_runs_to_the_left_are_there_again() {
    let other = WORDS.replacen("\"direction\": \"ltr\"", "\"direction\": \"rtl\"", 1);
    let other = Words::parse(&other).expect("the words are good");
    let text = write(SMALL, &other).expect("it is read as it was written");
    let (_, words) = read(&text).expect("it was just written");
    assert_eq!((words.direction(), words.get(Word::Next)), (Direction::Rtl, "Next"));
    assert_eq!(words, other);
}

#[test]
fn what_another_program_has_written_or_somebody_has_changed_is_not_read() {
    assert_unread(|rows| rows[0][0] = json!("0 0123456789abcdef"));
    assert_unread(|rows| rows[1][3] = json!(["Next"]));
    assert_unread(|rows| rows[2] = json!("back-end-developer"));
    assert_unread(|rows| rows[2][8] = json!("9"));
    assert_unread(|rows| rows[3][0] = json!(["start"]));
    // One more than there are places, anywhere.
    for row in ["/0", "/1", "/2", "/3", "/3/3/0", "/3/3/0/2", "/5/7/0", "/6/5/0"] {
        assert_unread(|rows| {
            let row =
                rows.pointer_mut(row).and_then(Value::as_array_mut).unwrap_or_else(|| panic!("no row is at {row}"));
            row.resize(13, Value::Null);
            row.push(json!(1));
        });
    }
    assert_unread(|rows| rows.as_array_mut().expect("they are a list").truncate(3));
    let text = written(SMALL);
    for bad in ["", "{}", "[]", "<!doctype html>", &text[..text.len() - 1], &format!("{text}1"), &format!("[{text}]")] {
        assert_eq!(read(bad), None, "{bad}");
    }
    assert!(read(&text).is_some());
}

#[test]
fn a_content_that_is_none_has_no_beginning() {
    for bad in ["", "{}", &SMALL.replace("\"format_version\": 1", "\"format_version\": 2")] {
        assert_eq!(write(bad, &english()), None, "{bad}");
    }
}

#[test]
fn what_has_its_lists_keeps_them_and_what_is_no_content_fills_nothing() {
    let whole = parse_proven(SMALL).expect("it is of the format");
    whole.fill(DEFAULT).expect("it is a content");
    assert_eq!(Ok(whole), parse(SMALL));
    let whole = parse_proven(DEFAULT).expect("it is of the format");
    whole.fill(SMALL).expect("it is a content");
    assert_eq!(Ok(whole), parse(DEFAULT));

    let content = begun(SMALL);
    assert!(content.fill("<!doctype html>").is_err());
    content.fill(SMALL).expect("it is the content");
    assert_eq!(Ok(content), parse(SMALL));
}

#[test]
#[should_panic(expected = "a part of a proven content cannot be read")]
fn nobody_may_look_into_a_list_before_it_is_filled() {
    assert!(begun(SMALL).profiles.is_empty());
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_questions() {
    assert_eq!(written(&format!("\u{feff}{SMALL}")), written(SMALL));
}
