//! The other languages of a quiz: the contents beside it that have its id.

use crate::content::{NotGood, from_bytes};
use crate::{Result, file};
use career_quiz::quiz::content::Content;
use career_quiz::quiz::translation::compare;
use serde_json::Value;
use std::path::Path;

/// A content of a build.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Source {
    /// Its place in the build.
    pub(crate) path: String,
    /// What stands in it.
    pub(crate) text: String,
}

impl Source {
    /// All JSON files in `dist/content`, in the order of their names.
    pub(crate) fn all_in(dist: &Path) -> Result<Vec<Self>> {
        let folder = dist.join("content");
        let entries = std::fs::read_dir(&folder).map_err(|error| file::reading(&folder, &error))?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut paths: Vec<_> = names.filter(|it| it.ends_with(".json")).map(|it| format!("content/{it}")).collect();
        paths.sort();
        let source = |path: String| Ok(Self { text: file::read(&dist.join(&path))?, path });
        paths.into_iter().map(source).collect()
    }
}

/// The translations of a content among others, each with what it was read from, by their languages.
///
/// # Errors
///
/// Where one has the quiz's id and is not its translation, into a language of its own.
pub(super) fn translations<'s>(
    quiz: &Content,
    source: &Source,
    others: &'s [Source],
) -> std::result::Result<Vec<(Content, &'s Source)>, NotGood> {
    let original: Value = serde_json::from_str(&source.text).unwrap_or_default();
    let mut found: Vec<(Content, &Source)> = Vec::new();
    for other in others.iter().filter(|other| other.path != source.path) {
        let json: Value = serde_json::from_str(&other.text).unwrap_or_default();
        if json["id"].as_str() != Some(&quiz.id) {
            continue;
        }
        let translation = from_bytes(other.text.as_bytes(), Path::new(&other.path))?;
        compare(&original, &json).map_err(|faults| NotGood {
            lines: faults.iter().map(|fault| format!("{}: {fault}", other.path)).collect(),
        })?;
        let language = &translation.language;
        if [quiz].into_iter().chain(found.iter().map(|(other, _)| other)).any(|other| other.language == *language) {
            let line = format!("{}: language: there is another content in {language:?}", other.path);
            return Err(NotGood { lines: vec![line] });
        }
        found.push((translation, other));
    }
    found.sort_by(|(one, _), (other, _)| one.language.cmp(&other.language));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Folder, sample};

    fn german() -> Value {
        let mut german = sample();
        german["language"] = "de".into();
        german["market_language"] = "en".into();
        german["title"] = "Welche Küche?".into();
        german
    }

    fn of(folder: &Folder) -> std::result::Result<Vec<String>, NotGood> {
        let sources = Source::all_in(&folder.0).expect("they can be read");
        let source = sources.iter().find(|source| source.path == "content/cook.en.json").expect("it is there");
        let quiz = from_bytes(source.text.as_bytes(), Path::new("x")).expect("the source is good");
        let found = translations(&quiz, source, &sources)?;
        Ok(found.into_iter().map(|(quiz, source)| format!("{} {}", quiz.language, source.path)).collect())
    }

    #[test]
    fn contents_of_the_same_quiz_are_found_and_others_are_not() {
        let folder = Folder::new("translations");
        folder.file("content/cook.en.json", &sample().to_string());
        assert_eq!(of(&folder), Ok(vec![]));
        folder.file("content/cook.de.json", &german().to_string());
        let mut other = german();
        other["id"] = "bake".into();
        folder.file("content/bake.de.json", &other.to_string());
        folder.file("content/quiz.schema.json", "{}");
        folder.file("content/notes.json", "no JSON");
        assert_eq!(of(&folder), Ok(vec!["de content/cook.de.json".to_owned()]));
    }

    #[test]
    fn a_translation_that_is_none_is_said_with_its_file() {
        let folder = Folder::new("translations-bad");
        folder.file("content/cook.en.json", &sample().to_string());
        let mut changed = german();
        changed["questions"][0]["options"][0]["points"] = serde_json::json!({ "mid": 3 });
        folder.file("content/cook.de.json", &changed.to_string());
        let NotGood { lines } = of(&folder).expect_err("the points differ");
        let place = "content/cook.de.json: questions[0].options[0].points: it does not stand in the source";
        assert!(lines.len() == 1 && lines[0] == place, "{lines:?}");
        let mut same = german();
        same["language"] = "en".into();
        folder.file("content/cook.de.json", &same.to_string());
        let NotGood { lines } = of(&folder).expect_err("there are two in English");
        assert!(lines[0].ends_with("language: there is another content in \"en\""), "{lines:?}");
    }
}
