//! Lighthouse rates the release: what it says of accessibility, best practices and search engines is a test; of speed, which depends on
//! the machine, it is told.

use crate::tools::{node, npm::Locked};
use crate::{Result, paths, process};
use std::path::{Path, PathBuf};

/// How often: what is reported is the median.
const RUNS: &str = "5";

fn folder() -> PathBuf {
    paths::root().join("tests").join("lighthouse")
}

/// Makes sure of Lighthouse, and says where its packages lie.
pub(super) fn ensure() -> Result<PathBuf> {
    Locked { name: "lighthouse", from: &folder(), why: "rates the release", takes: "20 seconds" }.ensure()
}

/// Rates the release in `dist`.
pub(super) fn run(chromium: &Path, dist: &Path) -> Result {
    let mut command = node()?;
    command.arg(folder().join("rate.mjs")).arg(ensure()?).arg(chromium).arg(dist).arg(RUNS);
    process::run(&mut command)
}
