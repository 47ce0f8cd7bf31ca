//! How an address names a result that is compared with another one: by its id or, where it is not kept here, by the code that holds all of it. No id has a point, and
//! every code has.

use super::library::Library;
use crate::quiz::content::Content;
use crate::quiz::record::library::SavedResult;
use crate::quiz::share::link::{self, LinkFault};

/// Why there is no result behind a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No result with this id is kept here.
    NotHere,
    /// The code holds none.
    Code(LinkFault),
}

/// The reference to a result: its id, which for one that [`find`] has read from a code is that code.
pub fn of(result: &SavedResult) -> String {
    result.id.clone()
}

/// The result of a quiz behind a reference, which may come from anywhere.
///
/// # Errors
///
/// Why there is none.
pub fn find(library: Library, content: &Content, reference: &str) -> Result<SavedResult, Missing> {
    if !reference.contains('.') {
        return library.get(reference).ok_or(Missing::NotHere);
    }
    let result = link::open(reference, content).map_err(Missing::Code)?;
    Ok(SavedResult { id: reference.to_owned(), ..result })
}
