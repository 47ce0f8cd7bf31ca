//! wasm-opt, which is one of the programs of the npm package `binaryen`. It runs on Node.

use super::{npm::Pinned, pins, version};
use crate::{Result, process};
use std::path::{Path, PathBuf};

/// The folder of wasm-opt, or `None` where the right one is on the `PATH`. Installs it if need be.
pub(super) fn ensure() -> Result<Option<PathBuf>> {
    if process::find("wasm-opt").is_some_and(|file| is_right(&file)) {
        return Ok(None);
    }
    let packages = &[("binaryen", pins::BINARYEN)];
    let why = "has wasm-opt, which makes the release small";
    Ok(Some(Pinned { packages, file: "binaryen/package.json", why }.ensure()?.join(".bin")))
}

/// Only the pinned version is right: another one makes another release of the same sources.
fn is_right(file: &Path) -> bool {
    version::of(file).as_deref().and_then(version::major) == version::major(pins::BINARYEN)
}
