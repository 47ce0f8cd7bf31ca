//! The content is data: what a faulty one leads to, what markup in it does, and how another is installed.

use e2e::quiz::{CONTENT, Persona, Quiz, Settings, WORDS};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

#[test]
fn content_that_is_missing_is_said_so_and_nothing_is_lost() {
    let quiz = Quiz::open();
    is_a_problem(&quiz, CONTENT, |_| (404, "not found".to_owned()), &["content/back-end-developer.en.json", "404"]);
}

#[test]
fn content_that_is_no_json_is_said_so_with_the_line_and_nothing_is_lost() {
    let quiz = Quiz::open();
    let cut = |text: &str| (200, text[..text.len() / 2].to_owned());
    is_a_problem(&quiz, CONTENT, cut, &["line "]);
    is_a_problem(&quiz, CONTENT, |_| (200, "<!doctype html><title>Not found</title>".to_owned()), &["line 1"]);
}

#[test]
fn content_of_a_later_format_is_said_so_and_nothing_is_lost() {
    let quiz = Quiz::open();
    is_a_problem(
        &quiz,
        CONTENT,
        with(|content| content["format_version"] = 2.into()),
        &["format_version", "version 2"],
    );
}

#[test]
fn content_with_an_id_of_nothing_is_said_so_with_its_path_and_nothing_is_lost() {
    let quiz = Quiz::open();
    let dangle = with(|content| content["questions"][8]["show_if"][0]["question"] = "nowhere".into());
    is_a_problem(&quiz, CONTENT, dangle, &["questions[8].show_if[0].question", "nowhere"]);
}

#[test]
fn content_with_an_empty_list_is_said_so_with_its_path_and_nothing_is_lost() {
    let quiz = Quiz::open();
    is_a_problem(&quiz, CONTENT, with(|content| content["questions"] = json!([])), &["questions", "the list is empty"]);
    let options = with(|content| content["questions"][2]["options"] = json!([]));
    is_a_problem(&quiz, CONTENT, options, &["questions[2].options", "the list is empty"]);
}

#[test]
fn words_that_are_missing_or_incomplete_are_said_so_and_nothing_is_lost() {
    let quiz = Quiz::open();
    is_a_problem(&quiz, WORDS, |_| (404, "not found".to_owned()), &["words/en.json", "404"]);
    is_a_problem(&quiz, WORDS, with(|words| words["words"]["question.next"] = "".into()), &["words.question.next"]);
}

#[test]
fn trying_again_works_once_the_content_is_mended() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.put(&format!("/{CONTENT}"), 503, "");
    assert_eq!(quiz.visit("#/question/goal").screen, "problem");
    quiz.server.restore(&format!("/{CONTENT}"));
    quiz.press("Try again");
    quiz.wait_for_question("goal");
}

#[test]
fn markup_in_the_content_stays_text() {
    const MARKUP: &str = "<img src=x onerror=\"window.harmed = true\">";
    let mut quiz = Quiz::new(Settings::default());
    let mut content = quiz.content();
    let changed = add_to_texts(&mut content, MARKUP);
    assert!(changed > 300, "most of the content is texts: {changed}");
    quiz.replace_content(content);
    quiz.visit("");
    assert!(quiz.browser.title().ends_with(MARKUP), "the title: {}", quiz.browser.title());
    assert!(quiz.heading().ends_with(MARKUP), "the question: {}", quiz.heading());
    // Everything that a result can show: a plan, a range, a remark, programs.
    let persona: Persona<'_> = &[
        ("today", &["back-end-developer"]),
        ("goal", &["senior"]),
        ("enjoys", &["none"]),
        ("professional-years", &["4"]),
        ("scope", &["features"]),
        ("production", &["helper"]),
        ("mentoring", &["not-yet"]),
        ("learning", &["long-course"]),
    ];
    quiz.take(persona, |quiz, _| assert_harmless(quiz));
    assert_harmless(&quiz);
    quiz.press("See my result");
    let result = quiz.result();
    assert!(result.heading.ends_with(MARKUP), "{}", result.heading);
    assert!(!result.plan.is_empty(), "there is a plan");
    assert!(result.best().titles.iter().all(|title| title.title.ends_with(SHORT_MARKUP)), "titles are as written");
    assert_harmless(&quiz);
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    assert_harmless(&quiz);
}

#[test]
fn another_quiz_can_be_installed_into_a_finished_build() {
    let folder = tempfile::TempDir::with_prefix("career-quiz-e2e-install-").expect("a folder can be made");
    let dist = folder.path().join("dist");
    copy(&e2e::dist(), &dist);
    let file = folder.path().join("mine.json");
    std::fs::write(&file, kitchen().to_string()).expect("a file can be written");
    let install = Command::new(e2e::xtask()).args(["content", "install"]).args([&file, &dist]).output();
    let install = install.expect("xtask can be run");
    assert!(install.status.success(), "{}", String::from_utf8_lossy(&install.stderr));
    let page = std::fs::read_to_string(dist.join("index.html")).expect("the page is there");
    let first_screen = page.split_once("<div id=\"first-screen\" hidden>").expect("a page has a first screen").1;
    assert!(first_screen.contains("Do you like heat?") && first_screen.contains("id=\"heat--yes\""), "{first_screen}");

    let mut quiz = Quiz::new(Settings::default());
    quiz.server.mount("/", &dist);
    quiz.answer_by(kitchen());
    quiz.visit("");
    assert_eq!(quiz.browser.title(), "Which kitchen?");
    assert_eq!(quiz.heading(), "Do you like heat?");
    quiz.answer("heat", &["yes"]);
    quiz.next();
    quiz.answer("years", &["20"]);
    assert_eq!(quiz.next().screen, "review");
    quiz.press("See my result");
    let result = quiz.result();
    assert_eq!(result.heading, "Your best match: Chef");
    assert_eq!(result.best().titles[0].title, "chef cook");
    assert!(quiz.browser.storage().contains_key("career-quiz./.cook.progress"), "{:?}", quiz.browser.storage());
}

/// Puts a broken file in the way of somebody who has answered already.
#[track_caller]
fn is_a_problem(quiz: &Quiz, file: &str, break_it: impl Fn(&str) -> (u16, String), said: &[&str]) {
    quiz.visit("");
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.answer("background", &["web-design"]);
    let before = quiz.browser.storage();
    assert!(!before.is_empty(), "there is something to lose");
    let text = std::fs::read_to_string(e2e::dist().join(file)).expect("the build has the file");
    let (status, body) = break_it(&text);
    quiz.server.put(&format!("/{file}"), status, body);
    assert_eq!(quiz.visit("#/question/background").screen, "problem");
    assert_eq!(quiz.heading(), "The quiz could not be loaded");
    for part in said {
        assert!(quiz.text().contains(part), "{part:?} is said: {}", quiz.text());
    }
    assert_eq!(quiz.browser.storage(), before, "what was saved is as it was, byte for byte");
    quiz.server.restore(&format!("/{file}"));
    quiz.press("Try again");
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["web-design"]));
}

/// Changes the JSON of a file.
fn with(change: impl Fn(&mut Value)) -> impl Fn(&str) -> (u16, String) {
    move |text| {
        let mut json = serde_json::from_str(text).expect("the file of the build is JSON");
        change(&mut json);
        (200, json.to_string())
    }
}

const SHORT_MARKUP: &str = "<b>";

/// Adds to every text that is for people, and returns how many there were.
pub(crate) fn add_to_texts(value: &mut Value, addition: &str) -> usize {
    const FOR_PEOPLE: [&str; 16] = [
        "title", "promise", "author", "text", "help", "unit", "summary", "heading", "advice", "provider", "length",
        "format", "subjects", "first", "name", "note",
    ];
    fn add(value: &mut Value, addition: &str) -> usize {
        match value {
            Value::String(text) => {
                text.push_str(addition);
                1
            }
            Value::Array(list) => list.iter_mut().map(|value| add(value, addition)).sum(),
            _ => 0,
        }
    }
    /// What goes into the address of a search, which must not become too long.
    const IN_ADDRESSES: [&str; 5] = ["titles", "otherwise", "field_titles", "exclude", "with"];
    match value {
        Value::Object(fields) => {
            // The name of a search is an id.
            let is_search = fields.contains_key("heading");
            let fields = fields.iter_mut().map(|(key, value)| match value {
                Value::Array(_) if IN_ADDRESSES.contains(&key.as_str()) => add(value, SHORT_MARKUP),
                Value::String(_) | Value::Array(_)
                    if FOR_PEOPLE.contains(&key.as_str()) && !(is_search && key == "name") =>
                {
                    add(value, addition)
                }
                _ => add_to_texts(value, addition),
            });
            fields.sum()
        }
        Value::Array(list) => list.iter_mut().map(|value| add_to_texts(value, addition)).sum(),
        _ => 0,
    }
}

#[track_caller]
pub(crate) fn assert_harmless(quiz: &Quiz) {
    let script = "return [document.images.length, window.harmed === true]";
    assert_eq!(quiz.browser.run(script, &[]), json!([0, false]), "no element is made of a text");
}

/// A small quiz of somebody else's.
pub(crate) fn kitchen() -> Value {
    let profile = |id: &str, name: &str| {
        json!({
            "id": id, "name": name, "summary": "What they do all day.",
            "searches": [{ "name": "all", "heading": "Titles", "titles": [format!("{} cook", name.to_lowercase())] }],
        })
    };
    json!({
        "format_version": 1, "id": "cook", "version": "1", "language": "en", "title": "Which kitchen?",
        "promise": "Two questions.", "author": "A school of cooking", "checked": "2026-11-01", "minutes": 1,
        "profiles": [
            profile("entry", "Helper"), profile("mid", "Line"), profile("senior", "Chef"), profile("freelance", "Caterer"),
        ],
        "questions": [
            {
                "id": "heat", "kind": "single", "text": "Do you like heat?",
                "options": [
                    { "id": "yes", "text": "Yes, a lot", "points": { "senior": 10 } },
                    { "id": "no", "text": "No", "points": { "entry": 10 } },
                ],
            },
            {
                "id": "years", "kind": "number", "text": "How long have you cooked?", "unit": "years of cooking",
                "min": 0, "max": 50, "bands": [{ "from": 0 }, { "from": 10, "points": { "senior": 20 } }],
            },
        ],
        "programs": [], "no_program": [], "remarks": [],
        "steps": [{ "id": "cook", "title": "Cook", "text": "Cook something." }],
    })
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}
