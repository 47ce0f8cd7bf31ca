//! `docs/embedding.md`, held against the tests that it names.

use crate::documents::assert_names_all_tests;

/// The files whose tests all have a row.
const FILES: [&str; 16] = [
    "embed::accessibility",
    "embed::builder",
    "embed::events",
    "embed::example",
    "embed::foreign",
    "embed::height",
    "embed::history",
    "embed::links",
    "embed::messages",
    "embed::old_snippet",
    "embed::options",
    "embed::sandbox",
    "embed::schema",
    "embed::several",
    "embed::snippet",
    "embed::storage",
];

#[test]
fn every_requirement_has_its_test() {
    assert_names_all_tests("docs/embedding.md", &FILES);
}
