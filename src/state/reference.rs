//! How an address names a result that is compared with another one.

use super::library::Library;
use crate::quiz::record::library::SavedResult;

/// The reference to a saved result: its id. None of these has a point.
pub fn of(result: &SavedResult) -> String {
    result.id.clone()
}

/// The result behind a reference, which may come from anywhere. A reference to a result that is not in this browser but in
/// the reference itself would be read here.
pub fn find(library: Library, reference: &str) -> Option<SavedResult> {
    library.get(reference)
}
