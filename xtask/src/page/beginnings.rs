//! What first visits begin with: a file for each language of a build, made of its content and its words.

use super::html::escape;
use crate::{Result, file};
use career_quiz::quiz::beginning;
use career_quiz::quiz::fingerprint::name_of;
use career_quiz::quiz::words::Words;
use std::path::Path;

/// Where they lie in a build. No worker keeps them: whoever has one has all of a content.
pub(crate) const BEGINNINGS: &str = "beginnings/";

/// What a first visit in one language begins with.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Beginning {
    /// The file, relative to the page. By its digest it is told from that of any other build.
    pub(super) path: String,
    text: String,
}

impl Beginning {
    /// That of a content which has been checked, by where that lies and what stands in it. Nothing where there can be none.
    pub(super) fn of(path: &str, text: &str, words: &Words) -> Option<Self> {
        let text = beginning::write(text, words)?;
        let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".json");
        Some(Self { path: format!("{BEGINNINGS}{name}.{}.json", name_of(&text)), text })
    }

    /// Writes it into a build.
    ///
    /// # Errors
    ///
    /// Where that cannot be written.
    pub(super) fn write(&self, dist: &Path) -> Result {
        file::make_folder(&dist.join(BEGINNINGS))?;
        file::write(&dist.join(&self.path), self.text.as_bytes())
    }
}

/// A page without the beginnings that are not of the contents and the words as they lie in the build: somebody may have changed these by hand.
pub(crate) fn with_own_beginnings(html: &str, dist: &Path) -> String {
    let mut metas = html.split("<meta ");
    let mut own = metas.next().unwrap_or_default().to_owned();
    for meta in metas {
        let attribute = |name: &str| Some(meta.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0);
        let is_own = |path: &str| {
            let text = |name: &str| file::read(&dist.join(attribute(name)?)).ok();
            let words = Words::parse(&text("data-words")?).ok()?;
            let made = Beginning::of(attribute("data-content")?, &text("data-content")?, &words)?;
            Some(escape(&made.path) == path)
        };
        own += "<meta ";
        match attribute("data-beginning").filter(|path| is_own(path) != Some(true)) {
            Some(path) => own += &meta.replacen(&format!(" data-beginning=\"{path}\""), "", 1),
            None => own += meta,
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;
    use crate::content::{Folder, sample};

    const WORDS: &str = include_str!("../../../public/words/en.json");

    fn page(folder: &Folder) -> String {
        let content = sample().to_string();
        folder.file("words/en.json", WORDS);
        folder.file("content/cook.en.json", &content);
        let language = Language::new("en", "T", "P", "content/cook.en.json", &folder.0).expect("there are words");
        format!("<head><meta charset=\"utf-8\">{}<title>x</title>", language.proven(&content).meta())
    }

    #[test]
    fn a_page_keeps_the_beginnings_that_are_of_its_own_files() {
        let folder = Folder::new("beginnings-own");
        let html = page(&folder);
        assert!(html.contains(" data-beginning=\"beginnings/cook.en."), "{html}");
        assert_eq!(with_own_beginnings(&html, &folder.0), html);
    }

    #[test]
    fn a_page_loses_a_beginning_of_words_or_of_a_content_that_were_changed_or_are_gone() {
        let folder = Folder::new("beginnings-other");
        let html = page(&folder);
        let (before, after) = html.split_once(" data-beginning=\"").expect("it has one");
        let without = format!("{before}{}", after.split_once('"').expect("an attribute ends").1);
        let content = sample().to_string();
        for (file, changed, original) in [
            ("words/en.json", &*WORDS.replace("\"Next\"", "\"Go on\""), WORDS),
            ("words/en.json", "{}", WORDS),
            ("content/cook.en.json", &*content.replacen("\"minutes\":", "\"minutes\":1", 1), &*content),
            ("content/cook.en.json", "", &*content),
        ] {
            assert_ne!(changed, original);
            folder.file(file, changed);
            assert_eq!(with_own_beginnings(&html, &folder.0), without, "{file}");
            folder.file(file, original);
        }
        std::fs::remove_file(folder.0.join("words/en.json")).expect("it was there");
        assert_eq!(with_own_beginnings(&html, &folder.0), without);
    }
}
