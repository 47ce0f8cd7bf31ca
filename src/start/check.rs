//! Checks what the build has not proven. It has proven what lies on its site, so a usual visit does without.

use crate::later::{NotThere, later};
use crate::quiz::content::{self, Content, Fault};
use crate::quiz::words::Words;
use crate::state::material::Check;

/// Fetches what checks, and checks.
pub const CHECK: Check =
    Check { content: |text| Box::pin(check_content(text)), words: |text| Box::pin(check_words(text)) };

later! {
    fn check_content(text: String) -> Result<Result<Content, Vec<Fault>>, NotThere> {
        Ok(content::parse(&text))
    }
}

later! {
    fn check_words(text: String) -> Result<Result<Words, Vec<Fault>>, NotThere> {
        Ok(Words::parse(&text))
    }
}
