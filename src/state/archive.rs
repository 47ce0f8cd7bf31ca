//! The contents that results were made with, so that a result can be shown as it was when the quiz has changed since.

use super::material::Material;
use super::place::Place;
use crate::quiz::content::{self, Content};
use crate::quiz::fingerprint::fingerprint;
use crate::quiz::record::library::SavedResult;
use crate::quiz::record::names::{content_family, content_name};
use crate::quiz::words::Words;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// The content of a material as it is kept: a name, and its text. Each is kept once, however many results were made with it.
pub fn entry(material: Material) -> (String, String) {
    let Material { content, quiz, .. } = material;
    let name = content_name(quiz, &fingerprint(content), &content.version, &content.language);
    (name, material.source().to_owned())
}

/// The contents that are kept, and those of them that were shown.
#[derive(Clone, Debug)]
pub struct Archive {
    place: Place,
    /// A material lives as long as the page, so each is made once. By the names in the journal.
    made: Rc<RefCell<Vec<(String, Material)>>>,
}

impl Archive {
    /// The archive of a folder.
    pub fn new(place: Place) -> Self {
        Self { place, made: Rc::default() }
    }

    /// The content that a result was made with, in the language of `words` where it was kept in that, else in another. None where
    /// it is not there any more, or cannot be read by this version of the program.
    pub async fn content_of(
        &self,
        quiz: &'static str,
        result: &SavedResult,
        words: &'static Words,
    ) -> Option<Material> {
        let family = content_family(quiz, result.fingerprint.as_deref()?, &result.content_version);
        let all = self.place.journal.read_all().await.ok()?;
        let wanted = format!("{family}{}", words.language());
        let in_words = all.iter().filter(|(name, _)| *name == wanted);
        let in_others = all.iter().filter(|(name, _)| name.starts_with(&family) && *name != wanted);
        in_words.chain(in_others).find_map(|(name, text)| {
            let known = |(made, material): &(String, Material)| {
                (made == name && material.source() == text).then_some(*material)
            };
            if let Some(known) = self.made.borrow().iter().find_map(known) {
                return Some(Material { words, ..known });
            }
            let content: Content = content::parse(text).ok()?;
            // What stands under a name may have been put there by anybody.
            let material =
                result.is_of(&content).then(|| Material::of_content(content, text.clone(), words).kept_as(quiz))?;
            self.made.borrow_mut().push((name.clone(), material));
            Some(material)
        })
    }
}

/// The archive of the app around this component.
pub fn use_archive() -> Archive {
    expect_context::<StoredValue<Archive, LocalStorage>>().get_value()
}
