//! The interface's own words, which are a data file, so that another language is one more file.

mod in_order;
mod keys;

use super::by_name::ByName;
use super::content::{Fault, fault_from_json, is_language};
use in_order::InOrder;
pub use keys::Word;
use keys::{COUNT, DIGEST, KEYS};
use serde::Deserialize;

/// The version of the words format that this program reads.
pub const WORDS_VERSION: u32 = 1;

/// Which way a language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// As it stands in HTML and in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// All words in one language. Every word is there: [`Words::parse`] makes sure of it, or the build has.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    language: String,
    name: String,
    direction: Direction,
    texts: Vec<String>,
}

#[derive(Deserialize)]
struct Version {
    format_version: u32,
}

/// A file, of whose words is read what is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<T> {
    #[serde(rename = "format_version")]
    _format_version: u32,
    language: String,
    name: String,
    #[serde(default)]
    direction: Direction,
    words: T,
}

/// What a page says of a file whose words a program may read in their order: which words these are, in which order. Another program may have others.
pub fn proof() -> String {
    format!("{DIGEST:x}")
}

/// Proves a file of words, which is read both ways, to the same words. Returns what a page may say of it then.
pub fn prove(text: &str) -> Option<String> {
    let checked = Words::parse(text).ok();
    (checked.is_some() && checked == Words::parse_proven(text)).then(proof)
}

impl Words {
    /// Reads a file of words.
    ///
    /// # Errors
    ///
    /// All faults that can be found at once: a word that is missing, empty or unknown, a placeholder that a
    /// text lacks or that does not belong to it.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let json_fault = |error| vec![fault_from_json(text, &error)];
        // The version first: a later format may differ in every other field.
        let Version { format_version } = serde_json::from_str(text).map_err(json_fault)?;
        if format_version != WORDS_VERSION {
            let message =
                format!("this program reads version {WORDS_VERSION}, and the file is of version {format_version}");
            return Err(vec![Fault::new("format_version", message)]);
        }
        let mut file: File<ByName<String>> = serde_json::from_str(text).map_err(json_fault)?;
        let mut faults = Vec::new();
        // The browser throws at a tag that is none when it is to write a date.
        if !is_language(&file.language) {
            faults.push(Fault::new("language", format!("{:?} is not a language tag", file.language)));
        }
        if file.name.trim().is_empty() {
            faults.push(Fault::new("name", "the language's own name is missing or empty"));
        }
        let mut texts = Vec::with_capacity(COUNT);
        for (key, placeholders) in KEYS {
            let text = file.words.remove(key).unwrap_or_default();
            let mut fault = |message: String| faults.push(Fault::new(format!("words.{key}"), message));
            if text.trim().is_empty() {
                fault("the text is missing or empty".to_owned());
            } else {
                let found = found_placeholders(&text);
                for name in placeholders.iter().filter(|name| !found.contains(name)) {
                    fault(format!("the placeholder {{{name}}} is missing"));
                }
                for name in found.iter().filter(|name| !placeholders.contains(name)) {
                    fault(format!("there is no placeholder {{{name}}} here"));
                }
            }
            texts.push(text);
        }
        faults.extend(file.words.iter().map(|(key, _)| Fault::new(format!("words.{key}"), "there is no such word")));
        let File { language, name, direction, .. } = file;
        if faults.is_empty() { Ok(Self { language, name, direction, texts }) } else { Err(faults) }
    }

    /// Reads a file of words that the build has proven: its texts stand in the order of the words, so that nobody has to look for them by their keys,
    /// and nothing is wrong with them. Nothing where it cannot be read so.
    pub fn parse_proven(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let File { language, name, direction, words: InOrder(texts), .. } = serde_json::from_str(text).ok()?;
        Self::in_order(language, name, direction, texts)
    }

    /// Words by their texts, which stand in their order. Nothing where that are not all of them, or more.
    pub(super) fn in_order(language: String, name: String, direction: Direction, texts: Vec<String>) -> Option<Self> {
        (texts.len() == COUNT).then_some(Self { language, name, direction, texts })
    }

    /// The texts of all words, in their order.
    pub(super) fn texts(&self) -> &[String] {
        &self.texts
    }

    /// The language of the words, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What the language calls itself, such as "Español".
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// A word.
    pub fn get(&self, word: Word) -> &str {
        // There is a text for every word, in their order.
        &self.texts[word as usize]
    }

    /// A word with its placeholders filled in.
    pub fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(word);
        // In one pass, so that a value that has braces in it stays as it is.
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

fn found_placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|part| part.split_once('}').map_or(part, |(name, _)| name)).collect()
}
