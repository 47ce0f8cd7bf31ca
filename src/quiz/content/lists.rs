//! The lists of a content that only screens look into that come later (`src/frame/later.rs`): a first visit begins without them
//! (`src/quiz/beginning`).

use super::{Quiz, Unread};
use serde::Deserialize;
use serde_json::value::RawValue;

/// Says once which lists these are.
macro_rules! lists {
    ($($name:ident),*) => {
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
            /// Takes over the lists that were left out of it ([`beginning`](crate::quiz::beginning)) from the text of the whole content.
            ///
            /// # Errors
            ///
            /// Where the text is no content.
            pub fn fill(&self, whole: &str) -> serde_json::Result<()> {
                let lists: Lists = serde_json::from_str(whole)?;
                $(Unread::fill(&self.$name, lists.$name);)*
                Ok(())
            }
        }
    };
}

lists!(profiles, programs, no_program, steps, remarks, contradictions, personas);
