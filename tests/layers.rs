//! Who uses whom: every file of `src` against the table in `src/lib.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder can be read").map(|entry| entry.expect("it is there").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// The layers, each with those that it may use.
fn table() -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(source().join("lib.rs")).expect("it is there");
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | ")?.strip_suffix(" |"));
    let cells = rows.map(|row| row.split(" | ").collect::<Vec<_>>());
    cells.filter_map(|row| Some((quoted(row[0]).next()?, quoted(row[2]).collect()))).collect()
}

/// The code of a file, without what is said of it.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("a source is text");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// The layer of a file: the first part of its path.
fn layer(file: &Path) -> String {
    let inner = file.strip_prefix(source()).expect("it lies there");
    inner.iter().next().and_then(|part| part.to_str()).unwrap_or_default().trim_end_matches(".rs").to_owned()
}

#[test]
fn no_layer_uses_one_that_it_may_not_use() {
    let table = table();
    assert!(table.len() > 8, "{table:?}");
    let mut known = 0;
    for file in files(&source()) {
        let layer = layer(&file);
        let Some(allowed) = table.get(&layer) else {
            assert!(["lib", "main"].contains(&&*layer), "{layer} is in no row of the table");
            continue;
        };
        known += 1;
        for used in code(&file).split("crate::").skip(1) {
            let used = used.split(|it: char| !(it.is_alphanumeric() || it == '_')).next().unwrap_or_default();
            let is_layer = table.contains_key(used) && used != layer;
            assert!(!is_layer || allowed.iter().any(|it| it == used), "{}: uses {used}", file.display());
        }
    }
    assert!(known > 100, "files are found: {known}");
}

#[test]
fn the_browser_is_reached_from_one_place() {
    for file in files(&source()) {
        let (layer, code) = (layer(&file), code(&file));
        for package in ["web_sys", "js_sys", "gloo"] {
            let is_allowed = layer == "browser" || layer == "widgets" && package == "web_sys";
            assert!(is_allowed || !code.contains(package), "{}: uses {package}", file.display());
        }
    }
}
