//! Everything as a file, and back.

mod support;

use career_quiz::quiz::content::Fault;
use career_quiz::quiz::fingerprint::fingerprint;
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::Library;
use career_quiz::quiz::record::names::{backup_name, content_name};
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::settings::Settings;
use career_quiz::quiz::record::stored::{head, text_of};
use career_quiz::quiz::share::file::{Addition, DataFile, FileFault, MOST_BYTES, Text, write};
use serde_json::{Value, json};
use support::records::read;
use support::{SMALL, json, set, small, take};

const TIME: &str = "2026-11-26T10:00:00.000Z";
const PROGRESS: &str = r#"{"record_version":2,"revision":9,"content_version":"7","at":"years","reached":33,"answers":{"start":"coder","years":2.5}}"#;
const RESULTS: &str = include_str!("fixtures/records/v4/results.json");
const SETTINGS: &str = r#"{"record_version":3,"revision":4,"language":"es","theme":"dark","number_keys":true}"#;
const BROKEN: &str = "{\"broken\": \u{1f600} </script>";

fn content_text() -> Text {
    let content = small();
    (content_name("small", &fingerprint(&content), &content.version, &content.language), SMALL.trim_end().to_owned())
}

/// What somebody has who has used two quizzes.
fn texts() -> Vec<Text> {
    let text = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    vec![
        text("other.results", RESULTS),
        text("settings", SETTINGS),
        content_text(),
        text("small.progress", PROGRESS),
        text("small.results", RESULTS),
        (backup_name("small.progress", BROKEN), BROKEN.to_owned()),
    ]
}

fn blank() -> (Progress, Library, Settings) {
    (Progress::new(&small()), Library::default(), Settings::default())
}

fn added(file: &str, (progress, library, settings): &(Progress, Library, Settings)) -> Addition {
    DataFile::read(file).expect("it can be read").adds_to("small", progress, library, settings)
}

#[test]
fn what_was_written_is_read_byte_for_byte() {
    let file = write(&texts(), TIME);
    let addition = added(&file, &blank());
    assert_eq!(addition.progress.as_ref().map(text_of), Some(PROGRESS.to_owned()));
    assert_eq!(addition.results, read::<Library>(RESULTS).results);
    assert_eq!(addition.settings.as_ref().map(text_of), Some(SETTINGS.to_owned()));
    let mut others = texts();
    others.retain(|(name, _)| !["settings", "small.progress", "small.results"].contains(&&**name));
    let mut found = addition.others;
    found.sort();
    others.sort();
    assert_eq!(found, others, "other quizzes, contents and what cannot be read, as they were");
    assert_eq!((addition.known, addition.is_left_out), (0, false));
    assert_eq!(DataFile::read(&file).map(|file| file.saved_at), Ok(TIME.to_owned()));
}

#[test]
fn a_file_is_json_that_another_program_can_read() {
    let file = json(&write(&texts(), TIME));
    assert_eq!(
        (&file["format"], &file["format_version"], &file["saved_at"]),
        (&json!("career-quiz-data"), &json!(1), &json!(TIME))
    );
    assert_eq!(file["records"]["small.progress"], json(PROGRESS));
    assert_eq!(file["contents"][content_text().0], json(SMALL));
    assert_eq!(file["texts"][backup_name("small.progress", BROKEN)], json!(BROKEN));
}

#[test]
fn a_file_of_what_is_here_adds_nothing() {
    let here = (read(PROGRESS), read(RESULTS), read(SETTINGS));
    let mut addition = added(&write(&texts(), TIME), &here);
    assert_eq!((addition.known, addition.is_left_out), (here.1.results.len(), false));
    addition.others.clear();
    assert!(addition.is_empty(), "{addition:?}");
}

#[test]
fn ones_own_unfinished_quiz_and_settings_stay() {
    let progress: Progress = read(&PROGRESS.replace("coder", "novice"));
    let settings: Settings = read(&SETTINGS.replace("\"es\"", "\"en\"").replace("dark", "light"));
    let addition = added(&write(&texts(), TIME), &(progress, Library::default(), settings));
    assert_eq!((addition.progress, addition.is_left_out, addition.settings), (None, true, None));
}

#[test]
fn word_of_what_was_deleted_is_no_data() {
    let erased = text_of(&Library::default().at_revision(7));
    let file = json(&write(&[("small.results".to_owned(), erased)], TIME));
    assert_eq!(file["records"], json!({}));
}

#[test]
fn what_stands_under_a_records_name_and_cannot_be_read_is_added_as_set_aside() {
    let file = write(&[("small.results".to_owned(), BROKEN.to_owned())], TIME);
    assert_eq!(added(&file, &blank()).others, [(backup_name("small.results", BROKEN), BROKEN.to_owned())]);
}

/// Whatever somebody has kept comes through a file: nothing makes it one that is refused.
#[test]
fn whatever_is_written_can_be_read_and_none_of_it_is_missing() {
    let mut quiz = json(SMALL);
    take(&mut quiz, "/questions");
    let mut impossible = json(RESULTS);
    set(&mut impossible, "/results/0/saved_at", json!("yesterday"));
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let content = content_text().0;
    let names = [
        "small.progress",
        "small.results",
        "other.results",
        "settings",
        &content,
        "small.content.x.y.z",
        "small.content.\u{1f600}",
        "small.progress.unreadable-1",
        "settings.unreadable-0011223344556677",
    ];
    let texts = [
        "",
        "{",
        "null",
        "[]",
        "{}",
        "\u{0}\u{feff}",
        "</script>",
        PROGRESS,
        RESULTS,
        SETTINGS,
        SMALL,
        BROKEN,
        &deep,
        &quiz.to_string(),
        &impossible.to_string(),
        r#"{"record_version":1,"revision":1e400}"#,
        " {\"record_version\": 1 } ",
    ];
    let texts = texts.map(str::to_owned);
    // By its number, a text may be of a later version than the program has of the record under whose name it stands.
    let is_later = |name: &str, text: &str| {
        let latest = match name {
            "small.progress" => Progress::VERSION,
            "settings" => Settings::VERSION,
            _ => u32::MAX,
        };
        head(text).is_ok_and(|head| head.record_version > latest)
    };
    for name in names {
        for text in &texts {
            let kept = [(name.to_owned(), text.clone())];
            let file = write(&kept, TIME);
            if is_later(name, text) {
                assert_eq!(DataFile::read(&file), Err(FileFault::Newer), "{name}");
                continue;
            }
            let addition = added(&file, &blank());
            let (others, shown) = (addition.others.len(), addition.results.len());
            let is_there = others == 1 || shown > 0 || addition.progress.is_some() || addition.settings.is_some();
            // To settings of which nothing is set there is nothing to add.
            assert!(is_there, "{name:?} with {:?} is missing", text.chars().take(80).collect::<String>());
        }
    }
    for name in ["", "cart", "small.cart", "cart.unreadable-0011223344556677", "a.b.progress", "small.content.\n"] {
        let file = write(&[(name.to_owned(), BROKEN.to_owned())], TIME);
        assert_eq!(added(&file, &blank()).others, [], "{name:?} is none of ours");
    }
}

#[test]
fn what_was_set_aside_under_another_name_gets_that_of_its_text() {
    let file = write(&[("small.progress.unreadable-1".to_owned(), BROKEN.to_owned())], TIME);
    assert_eq!(added(&file, &blank()).others, [(backup_name("small.progress", BROKEN), BROKEN.to_owned())]);
}

/// The file with something else at a JSON pointer.
/// What names the quiz `small` of another site.
const FOREIGN: &str = "small@0123456789abcdef";

#[test]
fn a_quiz_of_another_site_has_records_of_its_own_in_a_file_too() {
    let content = small();
    let content_of = |quiz: &str| content_name(quiz, &fingerprint(&content), &content.version, &content.language);
    let mut texts: Vec<Text> = [("progress", PROGRESS), ("results", RESULTS)]
        .map(|(record, text)| (format!("{FOREIGN}.{record}"), text.to_owned()))
        .into();
    texts.push((content_of(FOREIGN), SMALL.trim_end().to_owned()));
    let file = DataFile::read(&write(&texts, TIME)).expect("it can be read");
    let (progress, library, settings) = blank();
    let here = file.adds_to("small", &progress, &library, &settings);
    assert_eq!(here.progress, None, "the site's own quiz has another name");
    assert_eq!(here.results, []);
    let mut others = here.others;
    others.sort();
    texts.sort();
    assert_eq!(others, texts);
    let there = file.adds_to(FOREIGN, &progress, &library, &settings);
    assert_eq!(there.progress.as_ref().map(text_of), Some(PROGRESS.to_owned()));
    assert_eq!(there.results, read::<Library>(RESULTS).results);
}

#[test]
fn only_an_id_and_a_digest_name_a_quiz_of_another_site() {
    for quiz in
        ["small@", "small@0123456789abcde", "small@0123456789ABCDEF", "small@0123456789abcdef@x", "@0123456789abcdef"]
    {
        let mut file: Value = json(&write(&[(format!("{quiz}.results"), RESULTS.to_owned())], TIME));
        // A name that is none of ours is written nowhere, so it has to be put there.
        file["records"] = json!({ (format!("{quiz}.results")): serde_json::from_str::<Value>(RESULTS).expect("JSON") });
        let faults = DataFile::read(&file.to_string()).expect_err(quiz);
        assert!(matches!(&faults, FileFault::Wrong(faults) if faults[0].path.contains(quiz)), "{faults:?}");
    }
}

fn with(pointer: &str, value: Value) -> String {
    let mut file = json(&write(&texts(), TIME));
    set(&mut file, pointer, value);
    file.to_string()
}

#[track_caller]
fn assert_wrong(file: &str, path: &str, part: &str) {
    match DataFile::read(file) {
        Err(FileFault::Wrong(faults)) => {
            let is_it = |fault: &Fault| fault.path.contains(path) && fault.to_string().contains(part);
            assert!(faults.iter().any(is_it), "no fault at {path:?} with {part:?}: {faults:?}");
        }
        other => panic!("it is read as {other:?}"),
    }
}

#[test]
fn what_is_no_file_of_ours_is_said_so() {
    for (text, part) in [
        ("", "EOF"),
        ("null", "invalid type"),
        ("[]", "invalid"),
        ("{}", "missing field"),
        ("<!doctype html>", "expected value"),
        (r#"{"format":"other","format_version":1}"#, "no file of \"career-quiz-data\""),
        (r#"{"format":"career-quiz-data","format_version":1}"#, "missing field"),
        (r#"{"format":"career-quiz-data","format_version":-1}"#, "invalid value"),
        (r#"{"format":["career-quiz-data"],"format_version":1}"#, "invalid type"),
    ] {
        assert_wrong(text, "", part);
    }
    let whole = write(&texts(), TIME);
    for end in (0..whole.trim_end().len()).step_by(101).filter(|end| whole.is_char_boundary(*end)) {
        assert!(matches!(DataFile::read(&whole[..end]), Err(FileFault::Wrong(_))), "cut off at {end}");
    }
    assert_eq!(DataFile::read(&" ".repeat(MOST_BYTES + 1)), Err(FileFault::TooLarge));
    assert_wrong(&"[".repeat(1_000_000), "", "");
    assert_wrong(&"x".repeat(1_000_000), "", "expected value");
}

#[test]
fn what_a_later_version_has_written_is_refused_whole() {
    assert_eq!(DataFile::read(&with("/format_version", json!(2))), Err(FileFault::Newer));
    assert_eq!(
        DataFile::read(r#"{"format":"career-quiz-data","format_version":9,"what":["ever"]}"#),
        Err(FileFault::Newer)
    );
    assert_eq!(DataFile::read(&with("/records/settings/record_version", json!(9))), Err(FileFault::Newer));
    let mut both = json(&with("/records/settings/record_version", json!(9)));
    set(&mut both, "/saved_at", json!("never"));
    assert_eq!(DataFile::read(&both.to_string()), Err(FileFault::Newer), "and a fault beside it may be none there");
}

#[test]
fn every_fault_is_named_with_its_place_and_nothing_is_read() {
    let results = |pointer: &str| format!("/records/small.results/results/0/{pointer}");
    for (pointer, value, path, part) in [
        ("/saved_at".to_owned(), json!("<b>now</b>"), "saved_at", "no time"),
        (
            "/records/small.progress/answers".to_owned(),
            json!({"__proto__":"x"}),
            "records.\"small.progress\"",
            "__proto__",
        ),
        (
            "/records/small.progress/answers".to_owned(),
            json!({"start":"<img src=x>"}),
            "small.progress",
            "answers.start",
        ),
        ("/records/small.progress/answers".to_owned(), json!([]), "small.progress", "answers by question id"),
        (
            "/records/small.progress/at".to_owned(),
            json!("javascript:alert(1)"),
            "small.progress",
            "at: \"javascript:alert(1)\" is not the id of a question",
        ),
        ("/records/small.progress/more".to_owned(), json!(1), "small.progress", "unknown field"),
        (
            "/records/small.progress/revision".to_owned(),
            json!(9_007_199_254_740_992_u64),
            "small.progress",
            "no revision",
        ),
        ("/records/small.progress".to_owned(), json!(null), "small.progress", "invalid type"),
        (results("id"), json!("../x"), "small.results", "results[0].id"),
        (results("id"), json!(""), "small.results", "results[0].id"),
        (results("saved_at"), json!("yesterday"), "small.results", "results[0].saved_at"),
        (results("scores/mid"), json!(101), "small.results", "results[0].scores.mid"),
        (results("fingerprint"), json!("<b>"), "small.results", "results[0].fingerprint"),
        (results("name"), json!("a".repeat(401)), "small.results", "results[0].name"),
        ("/records/settings/language".to_owned(), json!("en\"><script>"), "settings", "no language tag"),
        ("/records/settings/theme".to_owned(), json!("neon"), "settings", "unknown variant"),
        ("/records/__proto__".to_owned(), json(PROGRESS), "__proto__", "no record has this name"),
        ("/records/small.x.progress".to_owned(), json(PROGRESS), "small.x.progress", "no record has this name"),
        ("/records/cart".to_owned(), json(PROGRESS), "cart", "no record has this name"),
        (
            "/records/other.results".to_owned(),
            json!({"record_version":3,"revision":7,"erased":true}),
            "other.results",
            "no record",
        ),
        ("/contents/small.content.0011.7.en".to_owned(), json(SMALL), "small.content", "is called"),
        ("/texts/cart".to_owned(), json!("theirs"), "texts.\"cart\"", "no text that was set aside"),
        ("/texts/cart.unreadable-0011223344556677".to_owned(), json!("x"), "unreadable", "no text that was set aside"),
        ("/texts/settings".to_owned(), json!(7), "", "invalid type"),
        ("/more".to_owned(), json!(1), "", "unknown field"),
    ] {
        assert_wrong(&with(&pointer, value), path, part);
    }
    let name = content_text().0;
    let mut quiz = json(SMALL);
    take(&mut quiz, "/questions");
    assert_wrong(&with(&format!("/contents/{name}"), quiz), &name, "missing field");
    let mut two = json(&with("/saved_at", json!("never")));
    set(&mut two, "/records/settings/theme", json!("neon"));
    let Err(FileFault::Wrong(faults)) = DataFile::read(&two.to_string()) else { panic!("it is wrong") };
    assert_eq!(faults.len(), 2, "all faults at once: {faults:?}");
}

#[test]
fn a_file_of_every_older_version_of_the_records_is_read() {
    for (results, settings) in [
        (include_str!("fixtures/records/v1/results.json"), include_str!("fixtures/records/v1/settings.json")),
        (include_str!("fixtures/records/v2/results.json"), include_str!("fixtures/records/v2/settings.json")),
    ] {
        let texts = [("small.results".to_owned(), results.to_owned()), ("settings".to_owned(), settings.to_owned())];
        let addition = added(&write(&texts, TIME), &blank());
        assert_eq!(addition.results.len(), read::<Library>(results).results.len());
        assert!(addition.settings.is_some());
    }
}

#[test]
fn what_is_nested_too_deeply_is_a_fault_of_few_words() {
    let Err(FileFault::Wrong(faults)) = DataFile::read(&format!("{{\"x\":{}", "[".repeat(1_000_000))) else {
        panic!("it is wrong")
    };
    assert_eq!(faults.len(), 1);
    let text = faults[0].to_string();
    assert!(text.contains("EOF while parsing a list") && text.len() < 200, "{} characters: {text}", text.len());
}
