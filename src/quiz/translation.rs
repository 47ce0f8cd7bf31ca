//! Whether one content file is the translation of another: the same quiz in all but its texts. For authors; no part of
//! the page.

use super::content::Fault;
use serde_json::{Map, Value};

/// What a person reads, by its place. `[]` stands for every item of a list.
const TEXTS: &[&str] = &[
    "title",
    "promise",
    "author",
    "profiles[].name",
    "profiles[].summary",
    "profiles[].searches[].heading",
    "profiles[].searches[].advice",
    "profiles[].searches[].note",
    "questions[].text",
    "questions[].help",
    "questions[].unit",
    "questions[].unit_one",
    "questions[].options[].text",
    "questions[].options[].help",
    "programs[].summary",
    "programs[].length",
    "programs[].format",
    "programs[].subjects[]",
    "programs[].prerequisites[].text",
    "programs[].prerequisites[].first",
    "programs[].reasons[].text",
    "no_program[].title",
    "no_program[].text",
    "steps[].title",
    "steps[].text",
    "remarks[].title",
    "remarks[].text",
    "contradictions[].title",
    "contradictions[].text",
];

/// The longest text that may be the same in two languages, in characters. Names of technologies are; sentences are not.
const MAX_SAME: usize = 40;

/// What may differ, or be missing from one of the two: the language itself, and what the page does not read.
const FREE: &[&str] = &["$schema", "language", "personas"];

/// Holds a translation against the content it was made from, both as JSON. Job titles, words that are searched with and
/// names of programs are no texts: they stay in the language of the job market.
///
/// # Errors
///
/// Every place of the translation at which a text is missing or not translated, or at which something differs that is no text.
pub fn compare(source: &Value, translation: &Value) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    match (market_language(source), market_language(translation)) {
        // Left out, it is the language of the texts, which is another one.
        (Some(there), Some(here)) if here != there => {
            faults.push(Fault::new("market_language", format!("it is {here:?}, and in the source {there:?}")));
        }
        (Some(_), Some(_)) => {}
        _ => faults.push(Fault::new("language", "it is missing, here or in the source")),
    }
    values(&mut faults, source, translation, "", "");
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Puts another text in the place of each text of a content, given as JSON: the draft of a translation.
pub fn map_texts(content: &mut Value, mut text: impl FnMut(&str) -> String) {
    map(content, "", &mut text);
}

fn map(value: &mut Value, kind: &str, text: &mut dyn FnMut(&str) -> String) {
    match value {
        Value::String(string) if TEXTS.contains(&kind) => *string = text(string),
        Value::Array(items) => items.iter_mut().for_each(|item| map(item, &format!("{kind}[]"), text)),
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(key, field)| map(field, &inner(kind, key), text));
        }
        _ => {}
    }
}

fn inner(outer: &str, key: &str) -> String {
    if outer.is_empty() { key.to_owned() } else { format!("{outer}.{key}") }
}

fn market_language(json: &Value) -> Option<&str> {
    json["market_language"].as_str().or(json["language"].as_str())
}

/// `path` names the place, and `kind` is the same without numbers.
fn values(faults: &mut Vec<Fault>, source: &Value, translation: &Value, path: &str, kind: &str) {
    match (source, translation) {
        _ if TEXTS.contains(&kind) => {
            let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
            if is_text(source) && !is_text(translation) {
                faults.push(Fault::new(path, "the text is missing or empty"));
            } else if is_text(translation) && !is_text(source) {
                faults.push(Fault::new(path, "the source has no text here"));
            } else if source == translation && source.as_str().is_some_and(|text| text.chars().count() > MAX_SAME) {
                faults.push(Fault::new(path, "the text is still that of the source"));
            }
        }
        (Value::Object(source), Value::Object(translation)) => objects(faults, source, translation, path, kind),
        (Value::Array(source), Value::Array(translation)) => {
            if source.len() != translation.len() {
                let message = format!("the source has {} of these, and here are {}", source.len(), translation.len());
                faults.push(Fault::new(path, message));
                return;
            }
            for (index, (source, translation)) in source.iter().zip(translation).enumerate() {
                values(faults, source, translation, &format!("{path}[{index}]"), &format!("{kind}[]"));
            }
        }
        (source, translation) if source != translation => {
            faults.push(Fault::new(path, format!("{} is not {}, as in the source", short(translation), short(source))));
        }
        _ => {}
    }
}

fn objects(
    faults: &mut Vec<Fault>,
    source: &Map<String, Value>,
    translation: &Map<String, Value>,
    path: &str,
    kind: &str,
) {
    let keys = source.keys().chain(translation.keys().filter(|key| !source.contains_key(*key)));
    for key in keys {
        let (path, kind) = (inner(path, key), inner(kind, key));
        if FREE.contains(&kind.as_str()) || kind == "market_language" {
            continue;
        }
        match (source.get(key), translation.get(key)) {
            (Some(source), Some(translation)) => values(faults, source, translation, &path, &kind),
            (Some(_), None) => faults.push(Fault::new(path, "it is missing, and stands in the source")),
            _ => faults.push(Fault::new(path, "it does not stand in the source")),
        }
    }
}

/// A value as it is quoted in a message: what it is, where it is long.
fn short(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        plain => plain.to_string(),
    }
}
