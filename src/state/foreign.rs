//! A content that is not the site's own.

use super::material::{Material, NotLoaded};
use crate::browser::languages::Language;
use crate::browser::{document, fetch, foreign};
use crate::embed::{Scoring, Source};
use crate::quiz::content::{self, Fault, MAX_BYTES};
use crate::quiz::fingerprint::fingerprint;
use crate::quiz::words::Words;
use leptos::prelude::*;

/// Where a content comes from that is not the site's own, and whether it is scored as that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The host, as it is shown.
    pub host: String,
    /// How it is scored.
    pub scoring: Scoring,
}

impl Foreign {
    /// Fetches and checks a content of another site. It is shown with the site's own words in its language, or else in that
    /// of the person, who is `chosen` for.
    ///
    /// # Errors
    ///
    /// As for [`Material::load`].
    pub async fn load(source: &Source, list: &[Language], chosen: &Language) -> Result<(Self, Material), NotLoaded> {
        let words = fetch::text(&chosen.words);
        let text = foreign::text(&source.address, MAX_BYTES).await;
        let words = read_words(words.await)?;
        let text = text.map_err(|message| NotLoaded::NoContent(words, Fault::new("", message)))?;
        let content = content::parse(&text).map_err(|faults| NotLoaded::Content(words, faults))?;
        let words = match list.iter().find(|language| is_language_of(language, &content.language)) {
            Some(own) if own.words != chosen.words => read_words(fetch::text(&own.words).await)?,
            _ => words,
        };
        let key = source.key(&content.id);
        let material = Material::of_content(content, text, words).kept_as(key);
        let is_same = document::own_scoring() == Some(fingerprint(material.content));
        let scoring = if is_same { Scoring::Default } else { Scoring::Other };
        Ok((Self { host: source.host.clone(), scoring }, material))
    }
}

/// The words of a language, where nothing else can be had.
///
/// # Errors
///
/// Where they cannot be had either.
pub async fn words(language: &Language) -> Result<&'static Words, NotLoaded> {
    read_words(fetch::text(&language.words).await)
}

fn read_words(text: Result<String, String>) -> Result<&'static Words, NotLoaded> {
    let text = text.map_err(|message| NotLoaded::Words(vec![Fault::new("", message)]))?;
    Ok(Box::leak(Box::new(Words::parse(&text).map_err(NotLoaded::Words)?)))
}

fn is_language_of(language: &Language, tag: &str) -> bool {
    let general = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    general(&language.tag) == general(tag)
}

/// Where the content of the app around this component comes from; none for the site's own.
pub fn use_foreign() -> Option<Foreign> {
    use_context::<StoredValue<Option<Foreign>>>().and_then(|foreign| foreign.get_value())
}
