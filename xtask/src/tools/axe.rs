//! axe-core, the npm package that looks for what keeps people with disabilities out. It runs in the page under test.

use super::{npm::Pinned, pins};
use crate::Result;
use std::path::PathBuf;

const FILE: &str = "axe-core/axe.min.js";

/// The file that is put into a page. Installs it if need be.
pub(crate) fn ensure() -> Result<PathBuf> {
    let packages = &[("axe-core", pins::AXE)];
    Ok(Pinned { packages, file: FILE, why: "tries the pages for everybody's use" }.ensure()?.join(FILE))
}
