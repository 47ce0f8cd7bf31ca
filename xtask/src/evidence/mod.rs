//! `cargo xtask content evidence`: how the searches and the question for years of a quiz do on real counts.

pub(crate) mod adverts;
#[cfg(test)]
mod default_quiz;
mod people;
mod platforms;
mod report;
mod title;
mod years;

use crate::content::{NotGood, load};
use crate::{Result, file, paths};
use std::path::Path;

/// Measures the quiz in `path` and prints the figures.
pub(crate) fn run(path: &Path) -> Result {
    let content = load(path).map_err(|NotGood { lines }| lines.join("\n"))?;
    let (adverts, people) = (adverts::read()?, years::read()?);
    print!("{}", report::searches(&content, &adverts));
    print!("{}", report::years(&content, &people));
    Ok(())
}

/// The rows of a file of counts.
struct Rows {
    /// The file, for what is said of it.
    file: String,
    /// Its rows after the heading, field by field.
    rows: Vec<Vec<String>>,
}

/// Reads a file in `evidence/`. No field has a comma in it, so nothing is quoted.
fn rows(name: &str, heading: &str) -> Result<Rows> {
    let path = paths::root().join("evidence").join(name);
    let (text, file) = (file::read(&path)?, path.display().to_string());
    let mut lines = text.lines();
    if lines.next() != Some(heading) {
        return Err(format!("{file}: the heading is not {heading:?}"));
    }
    if text.contains('"') {
        return Err(format!("{file}: quoted fields are not read"));
    }
    Ok(Rows { file, rows: lines.map(|line| line.split(',').map(str::to_owned).collect()).collect() })
}
