//! Damage of every kind. None is taken for a record, and of each it is said where it is.

use crate::support::{json, set, take};
use crate::{PROGRESS, RESULTS, SETTINGS};
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::Library;
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::settings::Settings;
use career_quiz::quiz::record::stored::{Fault, Stored};
use serde_json::{Value, json};

/// What is wrong with a text, and in which line and column.
#[track_caller]
fn fault<T: Record>(text: &str) -> (String, usize, usize) {
    let Stored::Broken(Fault(said)) = Stored::<T>::of(Some(text)) else {
        panic!("it is not broken: {:?}", text.chars().take(300).collect::<String>());
    };
    let (message, place) = said.rsplit_once(" at line ").unwrap_or_else(|| panic!("no place in {said:?}"));
    let (line, column) = place.split_once(" column ").unwrap_or_else(|| panic!("no column in {said:?}"));
    let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("no number in {said:?}"));
    (message.to_owned(), number(line), number(column))
}

#[track_caller]
fn assert_broken<T: Record>(text: &str, message: &str) {
    let (said, line, column) = fault::<T>(text);
    assert!(said.contains(message), "{said:?} does not say {message:?}");
    assert!(line >= 1 && line <= text.lines().count().max(1), "line {line}");
    assert!(column <= text.len(), "column {column}");
}

#[track_caller]
fn assert_all_broken(text: &str, message: &str) {
    assert_broken::<Progress>(text, message);
    assert_broken::<Library>(text, message);
    assert_broken::<Settings>(text, message);
}

#[track_caller]
fn assert_broken_with<T: Record>(record: &str, pointer: &str, value: Value, message: &str) {
    let mut record = json(record);
    set(&mut record, pointer, value);
    assert_broken::<T>(&record.to_string(), message);
}

/// All texts are read before they are spoilt, so that it is the damage that is refused.
#[test]
fn the_texts_that_are_damaged_here_can_be_read() {
    assert!(matches!(Stored::<Progress>::of(Some(PROGRESS)), Stored::Record(_)));
    assert!(matches!(Stored::<Library>::of(Some(RESULTS)), Stored::Record(_)));
    assert!(matches!(Stored::<Settings>::of(Some(SETTINGS)), Stored::Record(_)));
}

#[track_caller]
fn assert_broken_wherever_cut<T: Record>(text: &str) {
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let (_, line, column) = fault::<T>(&text[..end]);
        assert_eq!((line, column), (1, end), "cut off after {end} bytes");
    }
}

#[test]
fn a_record_cut_off_anywhere_is_broken_there() {
    assert_broken_wherever_cut::<Progress>(PROGRESS);
    assert_broken_wherever_cut::<Library>(RESULTS);
    assert_broken_wherever_cut::<Settings>(SETTINGS);
}

#[test]
fn a_record_whose_beginning_is_missing_is_broken() {
    for start in (1..RESULTS.len()).filter(|start| RESULTS.is_char_boundary(*start)) {
        fault::<Library>(&RESULTS[start..]);
    }
    for start in 1..PROGRESS.len() {
        fault::<Progress>(&PROGRESS[start..]);
    }
}

#[test]
fn nothing_and_blanks_are_broken() {
    for text in ["", " ", "\n", "\t \r\n ", "\u{a0}"] {
        fault::<Progress>(text);
    }
    assert_all_broken("", "EOF while parsing a value");
    assert_all_broken(" \n ", "EOF while parsing a value");
}

#[test]
fn json_that_is_no_record_is_broken() {
    assert_all_broken("null", "invalid type: null");
    assert_all_broken("true", "invalid type: boolean");
    assert_all_broken("5", "invalid type: integer `5`");
    assert_all_broken("\"{}\"", "invalid type: string");
    assert_all_broken("[]", "invalid length 0");
    assert_all_broken(&format!("[{PROGRESS}]"), "invalid type: map");
    assert_all_broken("{}", "missing field `record_version`");
    assert_all_broken(&json!(PROGRESS).to_string(), "invalid type: string");
}

#[test]
fn what_is_no_json_at_all_is_broken() {
    for text in ["hello", "undefined", "NaN", "[object Object]", "<!doctype html><html><body>404</body></html>", "%7B"]
    {
        fault::<Progress>(text);
    }
    assert_all_broken("undefined", "expected value");
    assert_all_broken("<!doctype html>\n<title>Not found</title>", "expected value");
}

#[test]
fn what_stands_before_or_behind_a_record_makes_it_broken() {
    assert_broken::<Progress>(&format!("\u{feff}{PROGRESS}"), "expected value");
    assert_broken::<Progress>(&format!("\0{PROGRESS}"), "expected value");
    for behind in ["\0", "x", ",", "}", PROGRESS, "\u{feff}", "//"] {
        assert_broken::<Progress>(&format!("{PROGRESS}{behind}"), "trailing characters");
        assert_broken::<Progress>(&format!("{PROGRESS}\n{behind}"), "trailing characters");
    }
}

#[test]
fn a_comma_too_many_or_too_few_makes_a_record_broken() {
    let with = |from: &str, to: &str| {
        assert!(PROGRESS.contains(from), "{from}");
        PROGRESS.replacen(from, to, 1)
    };
    assert_broken::<Progress>(&with("}}", ",}}"), "key must be a string");
    assert_broken::<Progress>(&with("}}", "},}"), "trailing comma");
    assert_broken::<Progress>(&with("{\"", "{,\""), "key must be a string");
    assert_broken::<Progress>(&with(",", ""), "expected `,` or `}`");
    assert_broken::<Progress>(&with(":", ""), "expected `:`");
    assert_broken::<Progress>(&with("\"record_version\"", "record_version"), "key must be a string");
    assert_broken::<Progress>(&PROGRESS.replace('"', "'"), "key must be a string");
}

/// The fields that a record may lack, since versions before had none, are written by every program that knows them.
#[track_caller]
fn assert_needs<T: Record>(record: &str, optional: &[&str]) {
    let fields = json(record);
    for field in fields.as_object().expect("it is an object").keys() {
        let mut record = json(record);
        take(&mut record, &format!("/{field}"));
        if optional.contains(&field.as_str()) {
            assert!(matches!(Stored::<T>::of(Some(&record.to_string())), Stored::Record(_)), "{field}");
        } else {
            assert_broken::<T>(&record.to_string(), &format!("missing field `{field}`"));
        }
    }
}

#[test]
fn a_record_without_one_of_its_fields_is_broken() {
    // A place that is missing is the review.
    assert_needs::<Progress>(PROGRESS, &["at"]);
    assert_needs::<Library>(RESULTS, &["deleted"]);
    assert_needs::<Settings>(SETTINGS, &["revision", "language", "theme"]);
}

#[test]
fn a_field_that_no_version_has_makes_a_record_broken() {
    assert_broken_with::<Progress>(PROGRESS, "/extra", json!(1), "unknown field `extra`");
    assert_broken_with::<Progress>(PROGRESS, "/__proto__", json!({ "revision": 99 }), "unknown field `__proto__`");
    assert_broken_with::<Library>(RESULTS, "/results/0/extra", json!(1), "unknown field `extra`");
    assert_broken_with::<Library>(RESULTS, "/results/0/scores/extra", json!(1), "unknown field `extra`");
    assert_broken_with::<Library>(RESULTS, "/deleted/0/name", json!(""), "unknown field `name`");
    assert_broken_with::<Settings>(SETTINGS, "/constructor", json!(null), "unknown field `constructor`");
}

#[test]
fn a_field_that_stands_there_twice_makes_a_record_broken() {
    let twice = |text: &str, field: &str| {
        let value = json(text)[field].to_string();
        text.replacen('{', &format!("{{\"{field}\":{value},"), 1)
    };
    for field in ["record_version", "revision", "content_version", "at", "reached", "answers"] {
        assert_broken::<Progress>(&twice(PROGRESS, field), &format!("duplicate field `{field}`"));
    }
    for field in ["record_version", "revision", "results", "deleted"] {
        assert_broken::<Library>(&twice(RESULTS, field), &format!("duplicate field `{field}`"));
    }
    assert_broken::<Settings>(&twice(SETTINGS, "theme"), "duplicate field `theme`");
    let answered_twice = PROGRESS.replacen("\"answers\":{", "\"answers\":{\"tools\":\"x\",", 1);
    assert_broken::<Progress>(&answered_twice, "the question \"tools\" is answered twice");
}

#[test]
fn a_field_of_another_type_makes_a_record_broken() {
    let broken = |pointer, value, message| assert_broken_with::<Progress>(PROGRESS, pointer, value, message);
    broken("/record_version", json!("1"), "invalid type: string \"1\"");
    broken("/record_version", json!(1.0), "invalid type: floating point");
    broken("/record_version", json!([1]), "invalid type: sequence");
    broken("/record_version", json!(null), "invalid type: null");
    broken("/revision", json!("9"), "invalid type: string \"9\"");
    broken("/revision", json!(1.5), "invalid type: floating point");
    broken("/revision", json!(true), "invalid type: boolean");
    broken("/content_version", json!(1), "invalid type: integer `1`");
    broken("/at", json!(3), "invalid type: integer `3`");
    broken("/answers", json!([]), "invalid type: sequence");
    broken("/answers/tools", json!(null), "invalid type: null");
    broken("/answers/tools", json!({ "id": "a" }), "expected an option id");
    broken("/answers/tools", json!([["a"]]), "invalid type: sequence");
    let broken = |pointer, value, message| assert_broken_with::<Library>(RESULTS, pointer, value, message);
    broken("/results", json!({}), "invalid type: map");
    broken("/results/0/best", json!("boss"), "unknown variant `boss`");
    broken("/results/0/saved_at", json!(1_795_000_000), "invalid type: integer");
    broken("/deleted/0", json!("20261121184107109"), "invalid type: string");
    let broken = |pointer, value, message| assert_broken_with::<Settings>(SETTINGS, pointer, value, message);
    broken("/theme", json!("Dark"), "unknown variant `Dark`");
    broken("/number_keys", json!(1), "invalid type: integer `1`");
    broken("/erased", json!("yes"), "invalid type: string \"yes\"");
}

#[test]
fn a_number_that_cannot_be_makes_a_record_broken() {
    let with = |from: &str, to: &str| {
        assert!(PROGRESS.contains(from), "{from}");
        PROGRESS.replacen(from, to, 1)
    };
    assert_broken::<Progress>(&with("\"revision\":16", "\"revision\":-1"), "invalid value: integer `-1`");
    assert_broken::<Progress>(&with("\"reached\":60", "\"reached\":256"), "invalid value: integer `256`");
    assert_broken::<Progress>(&with("\"revision\":16", "\"revision\":1e3"), "invalid type: floating point");
    assert_broken::<Progress>(
        &with("\"revision\":16", "\"revision\":18446744073709551616"),
        "invalid type: floating point",
    );
    assert_broken::<Progress>(&with("2.5", "1e999"), "number out of range");
    assert_broken::<Progress>(&with("2.5", "NaN"), "expected value");
    assert_broken::<Progress>(&with("2.5", "-Infinity"), "invalid number");
    assert_broken::<Progress>(&with("2.5", "0x10"), "expected `,` or `}`");
    assert_broken::<Progress>(&with("2.5", "2."), "invalid number");
    assert_broken::<Progress>(&with("2.5", "02"), "invalid number");
}

#[test]
fn there_never_was_a_version_0_nor_one_below() {
    let of_version = |version: &str| PROGRESS.replacen(":1,", &format!(":{version},"), 1);
    assert_broken::<Progress>(&of_version("0"), "there was never a record version 0");
    assert_broken::<Progress>(&of_version("-1"), "invalid value: integer `-1`");
    assert_broken::<Progress>(&of_version("4294967296"), "invalid value: integer `4294967296`");
    assert_all_broken(r#"{"record_version":0,"revision":1,"erased":true}"#, "there was never a record version 0");
}

/// What a revision above is later than can never be changed again, and nothing ever counted that far.
#[test]
fn a_revision_beyond_what_anybody_counts_to_makes_a_record_broken() {
    let with = |revision: &str| PROGRESS.replacen("\"revision\":16", &format!("\"revision\":{revision}"), 1);
    assert!(matches!(Stored::<Progress>::of(Some(&with("9007199254740991"))), Stored::Record(_)));
    assert_broken::<Progress>(&with("9007199254740992"), "no revision is as high as 9007199254740992");
    assert_broken::<Progress>(&with("18446744073709551615"), "no revision is as high as 18446744073709551615");
    assert_all_broken(r#"{"record_version":1,"revision":9007199254740992,"erased":true}"#, "no revision is as high");
}

#[test]
fn a_text_inside_a_record_that_no_text_can_be_makes_it_broken() {
    let with = |id: &str| {
        assert!(PROGRESS.contains("vim"));
        PROGRESS.replacen("vim", id, 1)
    };
    assert_broken::<Progress>(&with("\\ud83d"), "unexpected end of hex escape");
    assert_broken::<Progress>(&with("\\ud83d\\u0041"), "lone leading surrogate");
    assert_broken::<Progress>(&with("\\ude00"), "lone leading surrogate");
    assert_broken::<Progress>(&with("\\x41"), "invalid escape");
    assert_broken::<Progress>(&with("\0"), "control character");
    assert_broken::<Progress>(&with("a\nb"), "control character");
}

#[test]
fn the_text_of_another_record_is_broken() {
    assert_broken::<Library>(PROGRESS, "unknown field `content_version`");
    assert_broken::<Settings>(PROGRESS, "unknown field `content_version`");
    assert_broken::<Library>(SETTINGS, "unknown field `language`");
    assert_broken::<Settings>(RESULTS, "unknown field `results`");
    assert_broken::<Progress>(&RESULTS.replacen(":2,", ":1,", 1), "unknown field `results`");
    assert_broken::<Settings>(include_str!("../../public/words/en.json"), "missing field `record_version`");
}

#[test]
fn what_is_nested_too_deep_is_broken() {
    let depth = 10_000;
    let nest = |open: &str, close: &str| format!("{}{}", open.repeat(depth), close.repeat(depth));
    for text in [
        nest("[", "]"),
        "[".repeat(depth),
        "{\"a\":".repeat(depth),
        PROGRESS.replacen("2.5", &nest("[", "]"), 1),
        PROGRESS.replacen("2.5", &format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)), 1),
        PROGRESS.replacen("\"answers\":", &format!("\"answers\":{},\"more\":", nest("[", "]")), 1),
        PROGRESS.replacen("\"answers\":", &format!("\"more\":{},\"answers\":", nest("[", "]")), 1),
    ] {
        fault::<Progress>(&text);
        fault::<Library>(&text);
        fault::<Settings>(&text);
    }
}

#[test]
fn ten_million_bytes_of_anything_are_broken() {
    const MANY: usize = 10_000_000;
    for text in [
        " ".repeat(MANY),
        "\0".repeat(MANY),
        "[".repeat(MANY),
        "9".repeat(MANY),
        format!("\"{}", "a".repeat(MANY)),
        PROGRESS.repeat(MANY / PROGRESS.len()),
        PROGRESS.replacen("2.5", &"9".repeat(MANY), 1),
        PROGRESS.replacen("\"revision\":16", &format!("\"revision\":{}", "1".repeat(MANY)), 1),
        PROGRESS.replacen("vim", &format!("{}\\ud800", "a".repeat(MANY)), 1),
    ] {
        fault::<Progress>(&text);
    }
}

#[test]
fn a_list_with_more_options_than_a_question_has_makes_a_record_broken() {
    let ids: Vec<String> = (0..201).map(|number| number.to_string()).collect();
    assert_broken_with::<Progress>(PROGRESS, "/answers/tools", json!(ids), "more than 200 options");
}
