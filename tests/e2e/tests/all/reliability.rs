//! `docs/reliability.md`, held against the tests that it names.

use std::path::{Path, PathBuf};

/// The files whose tests all have a row.
const FILES: [&str; 7] = ["changed_quiz", "deleting", "kills", "offline", "storage", "two_tabs", "updates"];

#[test]
fn every_fault_has_its_test() {
    let text = std::fs::read_to_string(root().join("docs/reliability.md")).expect("the document can be read");
    let named: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("| ") && line.ends_with("` |"))
        .filter_map(|line| line.trim_end_matches("` |").rsplit('`').next())
        .collect();
    let there: Vec<String> = FILES.iter().flat_map(|file| tests_in(file)).collect();
    for name in &named {
        let is_there =
            if name.contains("::") { there.iter().any(|test| test == name) } else { root().join(name).is_file() };
        assert!(is_there, "docs/reliability.md names {name}, and there is no such test");
    }
    for test in &there {
        assert!(named.contains(&test.as_str()), "docs/reliability.md has no row for {test}");
    }
}

/// The names of the tests in a file beside this one.
fn tests_in(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/all/{file}.rs"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let functions = text.split("#[test]\nfn ").skip(1);
    functions.filter_map(|rest| Some(format!("{file}::{}", rest.split('(').next()?))).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
