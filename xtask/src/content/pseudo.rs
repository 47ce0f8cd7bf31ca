//! `cargo xtask content pseudo`: a made-up language, written from right to left, in a finished build. It shows what a
//! language like Arabic or Hebrew does to every screen, to people who read neither; and a text that is not in it stands
//! in no file and could not be translated.

use super::load;
use crate::page::{Page, Source};
use crate::{Result, file};
use career_quiz::quiz::translation::map_texts;
use serde_json::Value;
use std::path::Path;

/// The tag that CLDR keeps for a language of this kind.
const LANGUAGE: &str = "ar-XB";

/// What makes a browser write what follows from right to left, letter by letter, and what ends that; with marks around
/// them, between which a number stays where it stands.
const MARKS: [&str; 2] = ["\u{200F}\u{202E}", "\u{202C}\u{200F}"];

/// Adds the language to those of the build in `dist`, made from its English.
pub(crate) fn run(dist: &Path) -> Result {
    let words = dist.join("words");
    let mut made: Value = json(&words.join("en.json"))?;
    for (field, text) in [("language", LANGUAGE), ("name", "Pseudo"), ("direction", "rtl")] {
        made[field] = text.into();
    }
    let texts = made["words"].as_object_mut().ok_or("words/en.json has no words")?;
    for text in texts.values_mut() {
        *text = text.as_str().map(turned).unwrap_or_default().into();
    }
    file::write(&words.join(format!("{LANGUAGE}.json")), made.to_string().as_bytes())?;

    let english = dist.join(crate::page::hook::DEFAULT_CONTENT);
    let mut made = json(&english)?;
    map_texts(&mut made, turned);
    if made["market_language"].is_null() {
        made["market_language"] = made["language"].clone();
    }
    made["language"] = LANGUAGE.into();
    let path = format!("content/{}.{LANGUAGE}.json", made["id"].as_str().unwrap_or_default());
    file::write(&dist.join(path), made.to_string().as_bytes())?;

    let quiz = load(&english).map_err(|faults| faults.lines.join("\n"))?;
    let sources = Source::all_in(dist)?;
    let source = sources.iter().find(|source| source.path == crate::page::hook::DEFAULT_CONTENT);
    let source = source.ok_or("the build has no default content")?;
    let page = Page::of(&quiz, source, &sources, dist).map_err(|faults| faults.lines.join("\n"))?;
    let index = dist.join("index.html");
    page.install(&quiz.id, dist, &file::read(&index)?)?;
    println!("{}: can be taken in {LANGUAGE} too", dist.display());
    Ok(())
}

fn json(path: &Path) -> Result<Value> {
    serde_json::from_str(&file::read(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// A text turned round: every part of it, but for its placeholders.
fn turned(text: &str) -> String {
    let [begin, end] = MARKS;
    let mark = |part: &str| if part.trim().is_empty() { part.to_owned() } else { format!("{begin}{part}{end}") };
    let mut turned = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        turned.push_str(&mark(before));
        turned.push_str(&format!("{{{name}}}"));
        rest = after;
    }
    turned + &mark(rest)
}

#[cfg(test)]
mod tests {
    use super::super::{Folder, sample};
    use super::*;
    use crate::paths;

    #[test]
    fn a_text_is_turned_around_its_placeholders() {
        assert_eq!(turned("Next"), "\u{200F}\u{202E}Next\u{202C}\u{200F}");
        assert_eq!(turned("{number} of {total}"), "{number}\u{200F}\u{202E} of \u{202C}\u{200F}{total}");
        assert_eq!(turned("{name} {other}"), "{name} {other}");
    }

    #[test]
    fn the_language_is_added_to_those_that_are_there_and_files_are_all_it_takes() {
        let folder = Folder::new("pseudo");
        let public = paths::root().join("public");
        let read = |path: &str| std::fs::read_to_string(public.join(path)).expect("it is there");
        folder.file("words/en.json", &read("words/en.json"));
        folder.file("content/back-end-developer.en.json", &read("content/back-end-developer.en.json"));
        folder.file("content/cook.en.json", &sample().to_string());
        let html = "<html lang=\"en\"><!-- quiz:head --><!-- /quiz:head --><!-- quiz:policy --><!-- /quiz:policy --><!-- quiz:version --><!-- /quiz:version --><!-- quiz:noscript --><!-- /quiz:noscript --><!-- quiz:blocked --><!-- /quiz:blocked --><!-- quiz:first-screen --><!-- /quiz:first-screen -->";
        let index = folder.file("index.html", html);
        crate::precompress::all(&folder.0).expect("it can be written");
        assert_eq!(run(&folder.0), Ok(()));
        assert!(folder.0.join("words/ar-XB.json.br").is_file(), "what is sent compressed has it, too");
        let html = std::fs::read_to_string(index).expect("the page is there");
        assert!(html.contains("content=\"ar-XB\"") && html.contains("data-direction=\"rtl\""), "{html}");
        assert!(html.contains("<html lang=\"en\">"), "English stays the first: {html}");
        // And again, over what is there.
        assert_eq!(run(&folder.0), Ok(()));
    }
}
