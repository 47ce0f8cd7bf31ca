//! esbuild, the npm package that writes scripts and styles without what only people read.

use super::npm::Pinned;
use super::{node::ensure_node, pins};
use crate::Result;
use std::path::PathBuf;

/// The folder of its program. Installs it if need be.
pub(super) fn ensure() -> Result<PathBuf> {
    let why = "makes the scripts and styles of the release small";
    ensure_node(why)?;
    let modules = Pinned { packages: &[("esbuild", pins::ESBUILD)], file: "esbuild/bin/esbuild", why }.ensure()?;
    Ok(modules.join(".bin"))
}
