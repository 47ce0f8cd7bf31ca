//! The words and texts of the build in the language in use, so that nothing that finds things by their names is
//! written in one language.

use crate::quiz::{CONTENT, Quiz};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The files read so far, by their language. They are asked for at every step.
static READ: Mutex<BTreeMap<String, Value>> = Mutex::new(BTreeMap::new());

impl Quiz {
    /// The language that the quiz is shown in, as its content says.
    pub fn language(&self) -> String {
        self.content()["language"].as_str().expect("a content has a language").to_owned()
    }

    /// Goes on in another language of the build; to be called before the quiz is opened.
    ///
    /// # Panics
    ///
    /// Where the build has no content in it.
    #[track_caller]
    pub fn speak(&mut self, language: &str) {
        let content = json(&content_file(language));
        self.answer_by(content);
    }

    /// Waits until the page is in a language.
    #[track_caller]
    pub fn wait_for_language(&self, language: &str) {
        let is_there = || self.browser.run("return document.documentElement.lang", &[]) == language;
        self.browser.until(&format!("the quiz in {language:?}"), || is_there().then_some(()));
    }

    /// The path of the content in the language in use, in the build.
    pub fn content_file(&self) -> String {
        content_file(&self.language())
    }

    /// The path of the words in the language in use, in the build.
    pub fn words_file(&self) -> String {
        words_file(&self.language())
    }

    /// What the language in use calls itself.
    pub fn language_name(&self) -> String {
        json(&self.words_file())["name"].as_str().expect("a language has a name").to_owned()
    }

    /// The word of the interface with this key, such as `question.next`.
    ///
    /// # Panics
    ///
    /// Where the build has no such word.
    #[track_caller]
    pub fn word(&self, key: &str) -> String {
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        let language = self.language();
        let words = read.entry(language).or_insert_with_key(|language| json(&words_file(language)));
        let word = words["words"][key].as_str().unwrap_or_else(|| panic!("there is no word {key:?}"));
        word.to_owned()
    }

    /// The word with this key, with its places filled in.
    #[track_caller]
    pub fn words(&self, key: &str, values: &[(&str, &str)]) -> String {
        let fill = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), value);
        values.iter().fold(self.word(key), fill)
    }

    /// What a word says before its first place to be filled in: enough to know a notice by.
    #[track_caller]
    pub fn beginning(&self, key: &str) -> String {
        let word = self.word(key);
        word.split('{').next().unwrap_or_default().trim_end().to_owned()
    }

    /// The ids of the content's own personas.
    pub fn personas(&self) -> Vec<String> {
        let content = json(CONTENT);
        let personas = content["personas"].as_array().expect("the content has personas");
        personas.iter().filter_map(|persona| Some(persona["id"].as_str()?.to_owned())).collect()
    }

    /// The answers of one of the content's own personas.
    ///
    /// # Panics
    ///
    /// Where the content has no such persona.
    #[track_caller]
    pub fn persona(&self, id: &str) -> Value {
        let content = json(CONTENT);
        let personas = content["personas"].as_array().expect("the content has personas");
        let persona = personas.iter().find(|persona| persona["id"] == id);
        persona.unwrap_or_else(|| panic!("there is no persona {id:?}"))["answers"].clone()
    }
}

fn content_file(language: &str) -> String {
    match CONTENT.split_once(".en.") {
        Some((name, ending)) => format!("{name}.{language}.{ending}"),
        None => CONTENT.to_owned(),
    }
}

fn words_file(language: &str) -> String {
    format!("words/{language}.json")
}

/// A file of the build.
#[track_caller]
fn json(path: &str) -> Value {
    let file = crate::dist().join(path);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
