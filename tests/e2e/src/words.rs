//! The words and texts of the build in the language in use, so that nothing that finds things by their names is
//! written in one language.

use crate::quiz::Quiz;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The files read so far, by their language. They are asked for at every step.
static READ: Mutex<BTreeMap<String, Value>> = Mutex::new(BTreeMap::new());

impl Quiz {
    /// The language that the quiz is shown in.
    pub fn language(&self) -> &'static str {
        "en"
    }

    /// The word of the interface with this key, such as `question.next`.
    ///
    /// # Panics
    ///
    /// Where the build has no such word.
    #[track_caller]
    pub fn word(&self, key: &str) -> String {
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        let words = read.entry(self.language().to_owned()).or_insert_with(|| {
            let file = crate::dist().join("words").join(format!("{}.json", self.language()));
            let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            serde_json::from_str(&text).expect("words are JSON")
        });
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

    /// The answers of one of the content's own personas.
    ///
    /// # Panics
    ///
    /// Where the content has no such persona.
    #[track_caller]
    pub fn persona(&self, id: &str) -> Value {
        let content = self.content();
        let personas = content["personas"].as_array().expect("the content has personas");
        let persona = personas.iter().find(|persona| persona["id"] == id);
        persona.unwrap_or_else(|| panic!("there is no persona {id:?}"))["answers"].clone()
    }
}
