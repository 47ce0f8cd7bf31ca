//! The lists of a content that only screens look into that come later (`src/frame/later.rs`): a first visit begins without them.

use super::{Quiz, Unread};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// Says once which lists these are.
macro_rules! lists {
    ($($name:ident),*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Of a whole content the lists alone.
        #[derive(Deserialize)]
        struct Lists {
            $(#[serde(default)] $name: Option<Box<RawValue>>),*
        }

        /// Reads all of them, and returns what is wrong with which.
        pub(super) fn faults(quiz: &Quiz) -> impl Iterator<Item = (&'static str, serde_json::Error)> {
            let errors = [$((stringify!($name), quiz.$name.read().err())),*];
            errors.into_iter().filter_map(|(name, error)| Some((name, error?)))
        }

        impl Quiz {
            /// Takes over the lists that it was read without ([`without_lists`]) from the text of the whole content.
            ///
            /// # Errors
            ///
            /// Where the text is no content.
            pub fn fill(&self, whole: &str) -> serde_json::Result<()> {
                let lists: Lists = serde_json::from_str(whole)?;
                $(lists.$name.map(|text| Unread::fill(&self.$name, text));)*
                Ok(())
            }
        }
    };
}

lists!(profiles, programs, no_program, steps, remarks, contradictions, personas);

/// The text of a content without these lists, in as few bytes as can be: `null` stands in the place of each. Only
/// [`parse_proven`](super::parse_proven) reads it, and whoever looks into one of the lists before [`Quiz::fill`] panics.
///
/// # Errors
///
/// Where the text is no object in JSON.
pub fn without_lists(text: &str) -> serde_json::Result<String> {
    // As `parse` takes it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut content: Map<String, Value> = serde_json::from_str(text)?;
    let is_list = |name: &str| NAMES.contains(&name);
    content.iter_mut().filter(|(name, _)| is_list(name)).for_each(|(_, list)| *list = Value::Null);
    serde_json::to_string(&content)
}
