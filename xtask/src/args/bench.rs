//! `bench`: what to measure, and how often.

use super::{Command, Words};
use std::path::PathBuf;

/// How to measure.
#[derive(Debug, PartialEq)]
pub(crate) struct BenchOptions {
    /// How often each page is visited.
    pub(crate) runs: usize,
    /// A finished release; one is built if none is given.
    pub(crate) dist: Option<PathBuf>,
}

/// Reads the words after `bench`.
pub(super) fn parse(words: &mut Words) -> Result<Command, String> {
    let mut options = BenchOptions { runs: 5, dist: None };
    while let Some(option) = words.option() {
        match option.as_str() {
            "--runs" => {
                let value = words.value("the number after --runs")?;
                let runs = value.to_str().and_then(|text| text.parse().ok()).filter(|runs| (1..=100).contains(runs));
                options.runs = runs.ok_or_else(|| format!("{value:?} is not a number of runs, from 1 to 100"))?;
            }
            "--dist" => options.dist = Some(words.value("the FOLDER after --dist")?.into()),
            _ => return Err(format!("bench has no option {option}")),
        }
    }
    Ok(Command::Bench(options))
}
