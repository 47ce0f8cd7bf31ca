//! A result as Markdown.
// What reads Markdown here is not there in a browser.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::Content;
use career_quiz::quiz::course::Course;
use career_quiz::quiz::fingerprint::fingerprint;
use career_quiz::quiz::record::library::SavedResult;
use career_quiz::quiz::score::score;
use career_quiz::quiz::share::markdown::{Told, markdown};
use career_quiz::quiz::words::Words;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::path::Path;
use support::{DEFAULT, WORDS, default_content, json, parsed, set, small};

const SPANISH: &str = include_str!("../public/content/back-end-developer.es.json");
const SPANISH_WORDS: &str = include_str!("../public/words/es.json");
const ADDRESS: &str = "https://example.org/quiz/";

fn words(text: &str) -> Words {
    Words::parse(text).expect("the words are good")
}

fn result(content: &Content, answers: &Answers) -> SavedResult {
    let outcome = score(content, &Course::of(content, answers));
    SavedResult::new(content, &outcome, answers, "2026-11-05T09:30:00.000Z")
}

fn told(content: &Content, words: &Words, result: &SavedResult) -> String {
    let number = |number: f64| number.to_string();
    let (made, checked) = ("November 5, 2026", "November 22, 2026");
    markdown(&Told { content, words, result, made, checked, address: ADDRESS, number: &number })
}

/// The answers of a persona. The English content has them for all languages, as answers are ids.
fn persona(id: &str) -> Answers {
    let content = default_content();
    content.personas.iter().find(|persona| persona.id == id).expect("there is such a persona").answers.clone()
}

fn of_persona(content: &Content, words: &Words, id: &str) -> String {
    told(content, words, &result(content, &persona(id)))
}

/// What a reader of Markdown makes of a text, with whatever kinds of it add to CommonMark; but for other dashes and quotes.
fn events(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect()
}

/// How a text is built, whatever it says.
fn build(text: &str) -> Vec<String> {
    let shape = |event: &Event<'_>| match event {
        Event::Text(_) | Event::SoftBreak => None,
        Event::Start(Tag::Link { link_type, .. }) => Some(format!("{link_type:?}")),
        other => Some(format!("{other:?}")),
    };
    events(text).iter().filter_map(shape).collect()
}

/// All that a reader sees.
fn seen(text: &str) -> String {
    let mut seen = String::new();
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => seen.push_str(&text),
            _ if seen.ends_with('\n') => {}
            _ => seen.push('\n'),
        }
    }
    seen
}

fn links(text: &str) -> Vec<String> {
    let link = |event: Event<'_>| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    };
    events(text).into_iter().filter_map(link).collect()
}

/// The cells of the table after a heading.
fn table(text: &str, heading: &str) -> Vec<Vec<String>> {
    let after = text.split_once(&format!("## {heading}\n")).expect("the heading is there").1;
    let lines = after.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
    lines.skip(2).map(cells).collect()
}

#[track_caller]
fn assert_snapshot(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("SNAPSHOT_UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&path, text).expect("the snapshot can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{name} differs (SNAPSHOT_UPDATE=1 writes it anew):\n{text}");
}

#[test]
fn all_of_a_result_is_there_in_each_language() {
    let english = of_persona(&default_content(), &words(WORDS), "web-designer-starting-to-code");
    assert_snapshot("result.en.md", &english);
    let spanish = of_persona(&parsed(SPANISH), &words(SPANISH_WORDS), "web-designer-starting-to-code");
    assert_snapshot("result.es.md", &spanish);
    assert_eq!(build(&english), build(&spanish), "one is built as the other");
}

#[test]
fn the_ledger_adds_up_to_the_score_of_the_best_profile() {
    let content = default_content();
    let words = words(WORDS);
    for known in &content.personas {
        let result = result(&content, &known.answers);
        let text = told(&content, &words, &result);
        let mut rows = table(&text, "Why this profile");
        let sum = rows.pop().expect("the sum is the last line");
        let points: u32 = rows.iter().map(|row| row[2].parse::<u32>().expect("points are a number")).sum();
        assert_eq!(sum[2], points.to_string(), "{}", known.id);
        assert_eq!(points, u32::from(result.scores.of(known.best)), "{}", known.id);
        assert_eq!(table(&text, "Your scores").len(), 4);
        let asked = Course::of(&content, &known.answers).asked().len();
        assert_eq!(table(&text, "All your answers").len(), asked, "every question that was asked, also if skipped");
    }
}

#[test]
fn it_says_which_quiz_it_was() {
    let content = default_content();
    let text = of_persona(&content, &words(WORDS), "steady-mid-four-years");
    assert!(text.contains(&format!("version {}, scoring {}", content.version, fingerprint(&content))), "{text}");
    assert_eq!(links(&text).last().map(String::as_str), Some(ADDRESS));
}

#[test]
fn a_result_has_the_name_that_it_was_given() {
    let content = small();
    let mut named = result(&content, &Answers::default());
    named.name = "Before the *course*".to_owned();
    assert!(
        told(&content, &words(WORDS), &named).contains("\nBefore the \\*course\\* · Result from November 5, 2026\n")
    );
}

#[test]
fn too_few_answers_for_a_result_are_told_all_the_same() {
    let content = default_content();
    let text = told(&content, &words(WORDS), &result(&content, &Answers::default()));
    assert!(text.starts_with("# Not enough answers for a result\n"), "{text}");
    assert!(text.contains("These questions would settle the most:\n\n- "), "{text}");
    assert!(table(&text, "All your answers").iter().all(|row| row[1] == "Skipped"), "{text}");
}

#[test]
fn a_result_of_another_quiz_has_its_scores_beside_those_of_today() {
    let content = default_content();
    let mut then = result(&content, &persona("steady-mid-four-years"));
    let today = then.scores.mid;
    then.scores.mid = 40;
    let text = told(&content, &words(WORDS), &then);
    assert!(text.contains("The quiz has changed since this result was made"), "{text}");
    assert!(text.contains("| Profile | Then | Today |"), "{text}");
    assert!(text.contains(&format!("| Mid-level | 40 | {today} |")), "{text}");
}

#[test]
fn links_lead_to_jobs_programs_and_the_quiz_alone() {
    let content = default_content();
    let words = words(WORDS);
    let sites =
        ["https://www.linkedin.com/jobs/", "https://www.indeed.com/jobs?", "https://duckduckgo.com/?q=", ADDRESS];
    for known in &content.personas {
        for link in links(&told(&content, &words, &result(&content, &known.answers))) {
            assert!(sites.iter().any(|site| link.starts_with(site)), "{}: {link}", known.id);
        }
    }
}

/// Replaces every text that is shown; those of a list each with a number, as they have to differ.
fn replace_texts(json: &mut Value, with: &str, count: &mut usize) {
    let shown = |key: &str| {
        let keys = [
            "text",
            "title",
            "name",
            "summary",
            "heading",
            "advice",
            "note",
            "provider",
            "length",
            "format",
            "first",
            "unit",
            "unit_one",
            "subjects",
            "titles",
            "otherwise",
            "with",
            "exclude",
        ];
        keys.contains(&key)
    };
    match json {
        Value::Object(fields) => {
            let is_search = fields.contains_key("heading");
            for (key, value) in fields {
                match value {
                    // The name of a search is an id.
                    Value::String(_) if is_search && key == "name" => {}
                    Value::String(text) if shown(key) => *text = with.to_owned(),
                    Value::Array(items) if shown(key) => {
                        for item in items.iter_mut() {
                            *count += 1;
                            match item.is_string() {
                                true => *item = format!("{with} {count}").into(),
                                false => replace_texts(item, with, count),
                            }
                        }
                    }
                    other => replace_texts(other, with, count),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace_texts(item, with, count)),
        _ => {}
    }
}

fn content_of(text: &str) -> Content {
    let mut quiz = json(DEFAULT);
    replace_texts(&mut quiz, text, &mut 0);
    // What the field calls the job is one of the titles, which are others now.
    for profile in quiz["profiles"].as_array_mut().expect("there are profiles") {
        for search in profile["searches"].as_array_mut().expect("there are searches") {
            search.as_object_mut().expect("a search is an object").remove("field_titles");
        }
    }
    set(&mut quiz, "/programs/0/link", "https://example.com/a_b*c?(d)&lt;=[e]".into());
    parsed(&quiz.to_string())
}

const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "[x]: https://evil.example/",
    "[^1]: a note",
    "<https://evil.example/>",
    "https://evil.example/",
    "See HTTP://evil.example and www.evil.example",
    "somebody@evil.example",
    "`code` and ``` more",
    "```\ncode",
    "~~~ struck ~~ out",
    "one | two | three |",
    "# a heading",
    "heading #",
    "## ##",
    "> quoted",
    "- item",
    "+ item",
    "* item * of _some_ __kind__",
    "1. first",
    "2) second",
    "=== ",
    "---",
    "***",
    ": a definition",
    "two\n\nparagraphs\r\nand\u{2028}more\tlines  \nbroken",
    "    indented",
    "a backslash \\",
    "&lt;b&gt; &#60;",
    "$x$ and $$y$$",
    "{#id .class}",
    "\u{0}\u{7}\u{1b}[31m",
];

#[test]
fn no_text_of_a_content_is_markup_html_or_a_link() {
    let words = words(WORDS);
    let people = ["web-designer-starting-to-code", "guided-for-nine-years", "marketer-dreaming-of-freelance"];
    let of = |content: &Content, id: &str, name: &str| {
        let mut result = result(content, &persona(id));
        name.clone_into(&mut result.name);
        told(content, &words, &result)
    };
    let harmless = content_of("Text");
    let expected = people.map(|id| build(&of(&harmless, id, "Name")));
    for hostile in HOSTILE {
        let content = content_of(hostile);
        for (id, expected) in people.iter().zip(&expected) {
            let text = of(&content, id, hostile);
            assert!(build(&text) == *expected, "{id}: {hostile:?} is no plain text:\n{text}");
            for link in links(&text) {
                let is_ours = !link.contains("evil") || link.contains("%22");
                assert!(is_ours && link.starts_with("https://"), "{id}, {hostile:?}: {link}");
            }
            let line = hostile.split(|char: char| char.is_whitespace() || char.is_control());
            let line = line.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            assert!(seen(&text).contains(&line), "{id}: {hostile:?} is shown as it is:\n{text}");
            assert_no_bare_address(&text);
        }
    }
}

/// GitHub makes links of these, too; what reads Markdown here does not.
#[track_caller]
fn assert_no_bare_address(text: &str) {
    for line in text.lines() {
        let mut rest = line.to_owned();
        while let Some((before, link)) = rest.clone().split_once("<https://") {
            let after = link.split_once('>').expect("a link ends").1;
            rest = format!("{before}{after}");
        }
        let rest = rest.to_lowercase().replace("\\:", "").replace("\\.", "");
        assert!(!rest.contains("://") && !rest.contains("www."), "a bare address: {line}");
    }
}

#[test]
fn the_address_of_a_program_is_written_out_and_nothing_ends_it() {
    let content = content_of("Text ");
    let answers = persona("web-designer-starting-to-code");
    let text = told(&content, &words(WORDS), &result(&content, &answers));
    assert!(text.contains("\n- <https://example.com/a_b*c?(d)&lt;=[e]>\n"), "{text}");
}

#[test]
fn a_shared_result_says_whose_it_is() {
    let (content, words) = (default_content(), words(WORDS));
    let own = result(&content, &persona("steady-mid-four-years"));
    let shared = told(&content, &words, &SavedResult { shared: true, ..own.clone() });
    assert!(shared.starts_with("# Shared result: Mid-level\n"), "{}", &shared[..100]);
    assert!(seen(&shared).contains("Somebody has shared this result with you."));
    assert!(!seen(&told(&content, &words, &own)).contains("shared"));
    let none = SavedResult { shared: true, ..result(&content, &Answers::default()) };
    assert!(told(&content, &words, &none).starts_with("# Shared result: not enough answers\n"));
}

#[test]
fn answers_that_the_content_does_not_know_are_written_by_their_ids() {
    let (content, words) = (small(), words(WORDS));
    let mut answers = Answers::from([("start", support::one("coder"))]);
    answers.set("gone", support::one("an-option"));
    let text = seen(&told(&content, &words, &result(&content, &answers)));
    assert!(text.contains("gone: an-option"), "{text}");
    answers.clear("gone");
    assert!(!seen(&told(&content, &words, &result(&content, &answers))).contains("gone"));
}
