//! esbuild, the npm package that writes scripts and styles without what only people read.

use super::{npm::Pinned, pins};
use crate::Result;
use std::path::PathBuf;

/// The folder of its program. Installs it if need be.
pub(super) fn ensure() -> Result<PathBuf> {
    let packages = &[("esbuild", pins::ESBUILD)];
    let why = "makes the scripts and styles of the release small";
    Ok(Pinned { packages, file: "esbuild/bin/esbuild", why }.ensure()?.join(".bin"))
}
