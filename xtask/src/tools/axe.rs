//! axe-core, the npm package that looks for what keeps people with disabilities out. It runs in the page under test.

use super::{announce, binaryen, pins, store};
use crate::{Result, process};
use std::path::{Path, PathBuf};

/// The file that is put into a page. Installs it if need be.
pub(crate) fn ensure() -> Result<PathBuf> {
    let folder = store::folder("axe-core", pins::AXE)?;
    let file = file_in(&folder);
    if !file.is_file() {
        binaryen::ensure_node("installs axe-core, which the pages are tried with")?;
        let _lock = store::lock()?;
        if !file.is_file() {
            announce(&format!("axe-core {} by npm", pins::AXE), "tries the pages for everybody's use", "5 seconds");
            store::make(&folder, install)?;
        }
    }
    Ok(file)
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("node_modules").join("axe-core").join("axe.min.js")
}

fn install(folder: &Path) -> Result {
    let package = format!("axe-core@{}", pins::AXE);
    process::run(&mut binaryen::npm_install(folder, &package)?)?;
    if file_in(folder).is_file() { Ok(()) } else { Err(format!("{package} was installed and has no axe.min.js")) }
}
