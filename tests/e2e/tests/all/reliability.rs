//! `docs/reliability.md`, held against the tests that it names.

use crate::documents::assert_names_all_tests;

/// The files whose tests all have a row.
const FILES: [&str; 9] =
    ["changed_quiz", "cold", "deleting", "kills", "later", "offline", "storage", "two_tabs", "updates"];

#[test]
fn every_fault_has_its_test() {
    assert_names_all_tests("docs/reliability.md", &FILES);
}
