//! A content that is not the site's own.

use super::material::{self, Check, Material, NotLoaded};
use crate::browser::languages::{self, Language};
use crate::browser::{document, foreign};
use crate::embed::{Scoring, Source};
use crate::quiz::content::{self, Content, Fault, MAX_BYTES};
use crate::quiz::fingerprint::fingerprint;
use leptos::prelude::*;

/// Where a content comes from that is not the site's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The host, as it is shown.
    pub host: String,
    /// How the content is scored.
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
        check: Check,
    ) -> Result<(Self, Language, Material), NotLoaded> {
        let words = material::words(chosen, check);
        let text = foreign::text(&source.address, MAX_BYTES).await;
        let words = words.await?;
        let text = text.map_err(|message| NotLoaded::NoContent(words, Fault::new("", message)))?;
        let content = content::parse(&text).map_err(|faults| NotLoaded::Content(words, faults))?;
        let Some(own) = languages::nearest(&content.language, list) else {
            let tags: Vec<&str> = list.iter().map(|language| language.tag.as_str()).collect();
            let message = format!("this site has no words in {:?}; it has {}", content.language, tags.join(", "));
            return Err(NotLoaded::Content(words, vec![Fault::new("language", message)]));
        };
        let words = if own.words == chosen.words { words } else { material::words(own, check).await? };
        let language = Language {
            tag: content.language.clone(),
            content: source.address.clone(),
            beginning: String::new(),
            proven: String::new(),
            ..own.clone()
        };
        let quiz = source.key(&content.id).leak();
        let scoring = scoring(&content);
        let material = Material::of_content(content, text, words).kept_as(quiz);
        Ok((Self { host: source.host.clone(), scoring }, language, material))
    }
}

/// How a content is scored: as the site's own or in another way.
pub fn scoring(content: &Content) -> Scoring {
    match document::own_scoring() == Some(fingerprint(content)) {
        true => Scoring::Default,
        false => Scoring::Other,
    }
}

/// Where the content of the app around this component comes from; none for the site's own.
pub fn use_foreign() -> Option<Foreign> {
    use_context::<StoredValue<Option<Foreign>>>().and_then(|foreign| foreign.get_value())
}
