//! What stands under the name of a record: read, known for one of a later version, or refused with the place of what is wrong.

#[path = "stored/broken.rs"]
mod broken;
#[path = "stored/erased.rs"]
mod erased;
#[path = "stored/newer.rs"]
mod newer;
mod support;

/// Texts of the three records, with something of everything.
const PROGRESS: &str = include_str!("fixtures/records/v1/progress.json");
const RESULTS: &str = include_str!("fixtures/records/v2/results-deleted.json");
const SETTINGS: &str = include_str!("fixtures/records/v2/settings.json");
