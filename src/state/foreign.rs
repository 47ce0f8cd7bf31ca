//! A content that is not the site's own.

use super::material::{Material, NotLoaded};
use crate::browser::languages::{self, Language};
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
    /// Fetches and checks a content of another site, which is shown with this site's words in its language. `chosen` is the language of the
    /// person, in which is said what is wrong. Returns the language as well, with where its files lie.
    ///
    /// # Errors
    ///
    /// As for [`Material::load`].
    pub async fn load(
        source: &Source,
        list: &[Language],
        chosen: &Language,
    ) -> Result<(Self, Language, Material), NotLoaded> {
        let words = fetch::text(&chosen.words);
        let text = foreign::text(&source.address, MAX_BYTES).await;
        let words = read_words(words.await)?;
        let text = text.map_err(|message| NotLoaded::NoContent(words, Fault::new("", message)))?;
        let content = content::parse(&text).map_err(|faults| NotLoaded::Content(words, faults))?;
        let Some(own) = languages::nearest(&content.language, list) else {
            let tags: Vec<&str> = list.iter().map(|language| language.tag.as_str()).collect();
            let message = format!("this site has no words in {:?}; it has {}", content.language, tags.join(", "));
            return Err(NotLoaded::Content(words, vec![Fault::new("language", message)]));
        };
        let words = if own.words == chosen.words { words } else { read_words(fetch::text(&own.words).await)? };
        let language = Language { tag: content.language.clone(), content: source.address.clone(), ..own.clone() };
        let key = source.key(&content.id);
        let material = Material::of_content(content, text, words).kept_as(key);
        let is_same = document::own_scoring() == Some(fingerprint(material.content));
        let scoring = if is_same { Scoring::Default } else { Scoring::Other };
        Ok((Self { host: source.host.clone(), scoring }, language, material))
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

/// Where the content of the app around this component comes from; none for the site's own.
pub fn use_foreign() -> Option<Foreign> {
    use_context::<StoredValue<Option<Foreign>>>().and_then(|foreign| foreign.get_value())
}
