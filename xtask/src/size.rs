//! How many bytes a first visit takes, part by part, held against the limits in `benches/size-budget.json`.
//!
//! Counted are the files as they are sent, without headers: so the numbers are exact, the same on every machine, and a test.

use crate::build::{grouped, sent};
use crate::offline::walk;
use crate::{Result, file, paths};
use serde::Deserialize;
use std::path::Path;

/// The limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// What the whole of a first visit is to come down to.
    target: u64,
    /// What all parts may take together.
    limit: u64,
    /// The parts.
    parts: Vec<Limit>,
}

/// The limit of a part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    part: String,
    /// Its files; `*` stands for anything in a name.
    files: Vec<String>,
    limit: u64,
    /// Whether it comes after the first visit's first screen, so that it is none of its bytes.
    #[serde(default)]
    is_later: bool,
}

/// What was measured of a build.
#[derive(Debug, PartialEq)]
pub(crate) struct Sizes {
    /// The parts of a first visit, and their sum.
    rows: Vec<Row>,
    target: u64,
    /// What comes after it.
    later: Vec<Row>,
}

/// A part, what it takes and what it may take.
#[derive(Debug, PartialEq)]
struct Row {
    part: String,
    bytes: u64,
    limit: u64,
}

/// `cargo xtask test size`: fails where a part has more than it may.
///
/// # Errors
///
/// A line for each part over its limit.
pub(crate) fn check(dist: &Path) -> Result {
    let sizes = measure(dist)?;
    println!("{}", table(&sizes));
    let over = over(&sizes);
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over the limits in benches/size-budget.json\n{}", over.join("\n")))
    }
}

/// Measures a build by the limits of this repository.
///
/// # Errors
///
/// Where a part has no file, or files cannot be read.
pub(crate) fn measure(dist: &Path) -> Result<Sizes> {
    let path = paths::root().join("benches").join("size-budget.json");
    let budget = serde_json::from_str(&file::read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    against(&budget, dist)
}

fn against(budget: &Budget, dist: &Path) -> Result<Sizes> {
    let paths = walk(dist)?;
    let (mut rows, mut later) = (Vec::new(), Vec::new());
    for Limit { part, files, limit, is_later } in &budget.parts {
        let mut bytes = 0;
        for pattern in files {
            let mut found = paths.iter().filter(|path| fits(pattern, path)).peekable();
            // A file that has got another name would weigh nothing.
            found.peek().ok_or_else(|| format!("{part}: the build has no file {pattern}"))?;
            for path in found {
                bytes += sent(dist, path)?;
            }
        }
        let row = Row { part: part.clone(), bytes, limit: *limit };
        if *is_later { later.push(row) } else { rows.push(row) }
    }
    let bytes = rows.iter().map(|row| row.bytes).sum();
    rows.push(Row { part: "a first visit".to_owned(), bytes, limit: budget.limit });
    Ok(Sizes { rows, target: budget.target, later })
}

/// Whether a path fits a pattern, in which `*` stands for any letters but a slash.
fn fits(pattern: &str, path: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == path };
    let rest = path.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    rest.is_some_and(|rest| !rest.contains('/'))
}

fn over(sizes: &Sizes) -> Vec<String> {
    let over = sizes.rows.iter().chain(&sizes.later).filter(|row| row.bytes > row.limit);
    over.map(|Row { part, bytes, limit }| {
        let more = grouped(bytes - limit);
        format!("{part}: {} bytes, {more} more than the {} that it may have", grouped(*bytes), grouped(*limit))
    })
    .collect()
}

/// The sizes as a table for docs/performance.md.
pub(crate) fn table(sizes: &Sizes) -> String {
    let mut table = "| part | bytes, brotli | limit |\n|---|---|---|\n".to_owned();
    let line = |Row { part, bytes, limit }: &Row| format!("| {part} | {} | {} |\n", grouped(*bytes), grouped(*limit));
    table.extend(sizes.rows.iter().map(line));
    table += &format!("| aimed at | {} | |\n", grouped(sizes.target));
    table.extend(sizes.later.iter().map(line));
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Folder;
    use serde_json::json;

    fn budget(wasm: u64, limit: u64) -> Budget {
        let parts = json!([
            { "part": "wasm", "files": ["a-*_bg.wasm"], "limit": wasm },
            { "part": "content", "files": ["content/a.en.json", "words/en.json"], "limit": 20 },
            { "part": "other", "files": ["other.js"], "limit": 500, "is_later": true },
        ]);
        serde_json::from_value(json!({ "target": 10, "limit": limit, "parts": parts })).expect("it is a budget")
    }

    fn build(name: &str) -> Folder {
        let folder = Folder::new(name);
        for (path, length) in [
            ("a-1_bg.wasm", 99),
            ("a-1_bg.wasm.br", 30),
            ("a-1_bg.wasm.gz", 40),
            ("content/a.en.json", 12),
            ("words/en.json", 99),
            ("words/en.json.br", 5),
            ("other.js", 500),
        ] {
            folder.file(path, &"x".repeat(length));
        }
        folder
    }

    fn row(part: &str, bytes: u64, limit: u64) -> Row {
        Row { part: part.to_owned(), bytes, limit }
    }

    #[test]
    fn what_is_sent_of_each_part_is_counted_and_nothing_else() {
        let folder = build("size-sum");
        let sizes = against(&budget(30, 47), &folder.0).expect("it can be measured");
        assert_eq!(sizes.rows, [row("wasm", 30, 30), row("content", 17, 20), row("a first visit", 47, 47)]);
        assert_eq!(sizes.later, [row("other", 500, 500)], "what comes later is not in the sum");
        assert!(over(&sizes).is_empty(), "what is as much as it may be is not over");
    }

    #[test]
    fn each_part_over_its_limit_is_told_and_so_is_the_sum() {
        let folder = build("size-over");
        let lines = |budget: &Budget| over(&against(budget, &folder.0).expect("it can be measured"));
        assert_eq!(lines(&budget(29, 47)), ["wasm: 30 bytes, 1 more than the 29 that it may have"]);
        assert_eq!(lines(&budget(30, 46)), ["a first visit: 47 bytes, 1 more than the 46 that it may have"]);
        assert_eq!(lines(&budget(2, 2)).len(), 2);
    }

    #[test]
    fn a_part_without_files_is_no_part_of_nothing() {
        let folder = build("size-missing");
        std::fs::remove_file(folder.0.join("a-1_bg.wasm")).expect("it is there");
        let message = against(&budget(30, 47), &folder.0).expect_err("it has no wasm");
        assert_eq!(message, "wasm: the build has no file a-*_bg.wasm");
    }

    #[test]
    fn a_star_stands_for_a_part_of_one_name() {
        for (pattern, path, is_fit) in [
            ("a-*.js", "a-1.js", true),
            ("a-*.js", "a-1.js.br", false),
            ("a-*.js", "b/a-1.js", false),
            ("*.js", "b/a-1.js", false),
            ("index.html", "index.html", true),
            ("index.html", "index.html.br", false),
            ("ab*ba", "aba", false),
        ] {
            assert_eq!(fits(pattern, path), is_fit, "{pattern} {path}");
        }
    }

    #[test]
    fn the_table_has_every_part_and_what_is_aimed_at() {
        let sizes = Sizes {
            rows: vec![row("wasm", 415_685, 420_000)],
            target: 100_000,
            later: vec![row("results", 180_000, 190_000)],
        };
        let lines = "| part | bytes, brotli | limit |\n|---|---|---|\n| wasm | 415,685 | 420,000 |\n| aimed at | 100,000 | |\n| results | 180,000 | 190,000 |\n";
        assert_eq!(table(&sizes), lines);
    }

    #[test]
    fn our_own_limits_can_be_read_and_fit_together() {
        let path = paths::root().join("benches").join("size-budget.json");
        let budget: Budget = serde_json::from_str(&file::read(&path).expect("it is there")).expect("it is a budget");
        let sum: u64 = budget.parts.iter().filter(|part| !part.is_later).map(|part| part.limit).sum();
        assert!(budget.limit <= sum, "parts may have {sum} together, and the whole {}", budget.limit);
    }
}
