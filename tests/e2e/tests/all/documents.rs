//! Documents that say which test shows what, held against the tests that there are.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Sees that each test a document names is there, and that each test of some files has a row in it. A row ends with the name of
/// its test; a file is named as its module is, `embed::height`.
#[track_caller]
pub(crate) fn assert_names_all_tests(document: &str, files: &[&str]) {
    let text = std::fs::read_to_string(root().join(document)).expect("the document can be read");
    let named: BTreeSet<&str> = text
        .lines()
        .filter(|line| line.starts_with("| ") && line.ends_with("` |"))
        .filter_map(|line| line.trim_end_matches("` |").rsplit('`').next())
        .collect();
    let there: BTreeSet<String> = files.iter().flat_map(|file| tests_in(file)).collect();
    for name in &named {
        let is_there = if name.contains("::") { is_test(name, &there) } else { root().join(name).is_file() };
        assert!(is_there, "{document} names {name}, and there is no such test");
    }
    for test in &there {
        assert!(named.contains(test.as_str()), "{document} has no row for {test}");
    }
}

/// Tests of other files may be named, too.
fn is_test(name: &str, there: &BTreeSet<String>) -> bool {
    let file = name.rsplit_once("::").map_or(name, |(file, _)| file);
    there.contains(name) || tests_in(file).iter().any(|test| test == name)
}

/// The names of the tests in a file beside this one.
#[track_caller]
fn tests_in(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/all/{}.rs", file.replace("::", "/")));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let functions = text.split("#[test]\nfn ").skip(1);
    functions.filter_map(|rest| Some(format!("{file}::{}", rest.split('(').next()?))).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
