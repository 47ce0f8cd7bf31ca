//! Checks what the build has not checked.

use crate::later::{NotThere, later};
use crate::quiz::content::{self, Content, Fault};
use crate::state::material::Checked;

/// Reads a content and checks it. The build has checked those of its site, so a usual visit does without.
pub fn check(text: String) -> Checked {
    Box::pin(parse(text))
}

later! {
    fn parse(text: String) -> Result<Result<Content, Vec<Fault>>, NotThere> {
        Ok(content::parse(&text))
    }
}
