//! What the app is made of.

use crate::browser::languages::Language;
use crate::browser::{fetch, locale};
use crate::later::NotThere;
use crate::quiz::answers::Answer;
use crate::quiz::beginning;
use crate::quiz::content::{self, Content, Fault, Question};
use crate::quiz::fingerprint::name_of;
use crate::quiz::words::{self, Words};
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::OnceLock;

/// What the app is made of, in one language: the content and the words.
#[derive(Clone, Copy, Debug)]
pub struct Material {
    /// The quiz.
    pub content: &'static Content,
    /// The interface's words.
    pub words: &'static Words,
    /// The text of the whole content, once that is there.
    pub(super) source: &'static OnceLock<String>,
    /// What records of the quiz are called by: its id, and for a content of another site where that lies, too.
    pub quiz: &'static str,
}

/// Something that is being checked.
pub type Checked<T> = Pin<Box<dyn Future<Output = Result<Result<T, Vec<Fault>>, NotThere>>>>;

/// Reads and checks what the build has not proven, once what that takes has been fetched.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Reads a content.
    pub content: fn(String) -> Checked<Content>,
    /// Reads a file of words.
    pub words: fn(String) -> Checked<Words>,
}

/// What was missing or wrong when a material was loaded.
#[derive(Clone, Debug, PartialEq)]
pub enum NotLoaded {
    /// The content could not be had. There are words to say so.
    NoContent(&'static Words, Fault),
    /// The content is not what it should be. There are words to say so.
    Content(&'static Words, Vec<Fault>),
    /// The words.
    Words(Vec<Fault>),
}

impl Material {
    /// Both live as long as the page, so they are leaked once here instead of counted or cloned everywhere.
    pub fn new(content: Content, words: Words, source: String) -> Self {
        Self::of_content(content, source, Box::leak(Box::new(words)))
    }

    /// The same with words that are in use already.
    pub fn of_content(content: Content, source: String, words: &'static Words) -> Self {
        Self::leaked(content, OnceLock::from(source), words)
    }

    fn leaked(content: Content, source: OnceLock<String>, words: &'static Words) -> Self {
        let content: &Content = Box::leak(Box::new(content));
        Self { content, words, source: Box::leak(Box::new(source)), quiz: &content.id }
    }

    /// The same under another name for its records.
    pub fn kept_as(self, quiz: &'static str) -> Self {
        Self { quiz, ..self }
    }

    /// Fetches both, which are asked for at once. What is not as the build has proven it is checked by `check`. In a box, so that a first visit, which does without, need not
    /// have what it takes.
    ///
    /// # Errors
    ///
    /// Where one of them cannot be had, or is not what it should be.
    pub fn load(language: &Language, check: Check) -> Pin<Box<dyn Future<Output = Result<Self, NotLoaded>>>> {
        let (words, content) = (words(language, check), fetch::text(&language.content));
        let language = language.clone();
        Box::pin(async move {
            let words = words.await?;
            Self::of_file(content.await, &language, words, check).await
        })
    }

    /// The same of what a first visit begins with, which has the questions of the content and no more; [`Self::complete`] fetches the rest. Where that cannot be
    /// had or read, it is the whole content.
    ///
    /// # Errors
    ///
    /// As for [`Self::load`].
    pub async fn begin(language: &Language, check: Check) -> Result<Self, NotLoaded> {
        let text = fetch::text(&language.beginning).await;
        match text.ok().and_then(|text| beginning::read(&text)) {
            Some((content, words)) => Ok(Self::leaked(content, OnceLock::new(), Box::leak(Box::new(words)))),
            None => Self::load(language, check).await,
        }
    }

    async fn of_file(
        file: Result<String, String>,
        language: &Language,
        words: &'static Words,
        check: Check,
    ) -> Result<Self, NotLoaded> {
        let source = file.map_err(|message| NotLoaded::NoContent(words, Fault::new("", message)))?;
        let is_proven = name(&language.content, &source) == language.proven;
        let content = match is_proven.then(|| content::parse_proven(&source)).flatten() {
            Some(content) => content,
            None => {
                let checked = (check.content)(source.clone()).await;
                let checked =
                    checked.map_err(|error| NotLoaded::NoContent(words, Fault::new("", error.to_string())))?;
                checked.map_err(|faults| NotLoaded::Content(words, faults))?
            }
        };
        Ok(Self::of_content(content, source, words))
    }

    /// Fetches what it was begun without, which is asked for at once; nothing where it is whole. Returns whether it is whole then: what is there by now may be
    /// the content of another build, to which the questions do not belong.
    pub fn complete(self, language: &Language) -> impl Future<Output = bool> + use<> {
        let file = self.source.get().is_none().then(|| fetch::text(&language.content));
        let Language { content: address, proven, .. } = language.clone();
        async move {
            let Some(file) = file else { return true };
            let Ok(whole) = file.await else { return false };
            let is_filled = name(&address, &whole) == proven && self.content.fill(&whole).is_ok();
            if is_filled {
                // Another may have been quicker, and has put the same there.
                let _ = self.source.set(whole);
            }
            is_filled
        }
    }

    /// The text of the whole content. It is kept with results, so that they can be shown as they were.
    ///
    /// # Panics
    ///
    /// Where the material is not whole, which it is on every screen but the questions.
    pub fn source(self) -> &'static str {
        self.source.get().expect("a result is made of a whole content")
    }

    /// A number as its readers write it.
    pub fn number(self, number: impl Into<f64>) -> String {
        locale::number(number.into(), self.words.language())
    }

    /// A count as its readers write it.
    pub fn count(self, count: usize) -> String {
        // Nothing that is counted here comes near to where this loses anything.
        self.number(count as f64)
    }

    /// An answer in the words of its question.
    pub fn answer_text(self, question: &Question, answer: &Answer) -> String {
        question.answer_text(answer, |number| self.number(number))
    }

    /// A day as its readers write it; see [`locale::day`].
    pub fn day(self, time: &str) -> String {
        locale::day(time, self.words.language())
    }

    /// A time as its readers write it; see [`locale::moment`].
    pub fn moment(self, time: &str) -> String {
        locale::moment(time, self.words.language())
    }
}

/// What a file that was fetched is called by its bytes.
fn name(address: &str, text: &str) -> String {
    // It need not be worked out once more where fetching has seen to it.
    fetch::digest(address).unwrap_or_else(|| name_of(text))
}

/// Fetches the words of a language, which are asked for at once, as by [`fetch::text`]. What is not as the build has proven it is checked by `check`.
///
/// # Errors
///
/// Where they cannot be had, or are not what they should be.
pub fn words(language: &Language, check: Check) -> impl Future<Output = Result<&'static Words, NotLoaded>> + use<> {
    let text = fetch::text(&language.words);
    let address = language.words.clone();
    async move {
        let not_had = |message| NotLoaded::Words(vec![Fault::new("", message)]);
        let text = text.await.map_err(not_had)?;
        let is_proven = fetch::proof(&address, &name(&address, &text)) == Some(words::proof());
        let words = match is_proven.then(|| Words::parse_proven(&text)).flatten() {
            Some(words) => words,
            None => {
                let checked = (check.words)(text).await.map_err(|error| not_had(error.to_string()))?;
                checked.map_err(NotLoaded::Words)?
            }
        };
        Ok(&*Box::leak(Box::new(words)))
    }
}

/// The material of the screen around this component.
pub fn use_material() -> Material {
    expect_context()
}
