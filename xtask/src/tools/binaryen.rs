//! wasm-opt, which is one of the programs of the npm package `binaryen`. It runs on Node.

use super::{announce, apt, pins, store, version};
use crate::{Result, process};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of wasm-opt, or `None` where the right one is on the `PATH`. Installs it if need be.
pub(super) fn ensure() -> Result<Option<PathBuf>> {
    if process::find("wasm-opt").is_some_and(|file| is_right(&file)) {
        return Ok(None);
    }
    ensure_node("runs wasm-opt, which makes the release small")?;
    let folder = store::folder("binaryen", pins::BINARYEN)?;
    let programs = folder.join("node_modules").join(".bin");
    if !is_in(&programs) {
        let _lock = store::lock()?;
        if !is_in(&programs) {
            let what = format!("wasm-opt of binaryen {} by npm", pins::BINARYEN);
            announce(&what, "makes the release small", "10 seconds");
            store::make(&folder, install)?;
        }
    }
    Ok(Some(programs))
}

fn install(folder: &Path) -> Result {
    let package = format!("binaryen@{}", pins::BINARYEN);
    process::run(&mut npm_install(folder, &package)?)?;
    if is_in(&folder.join("node_modules").join(".bin")) {
        Ok(())
    } else {
        Err(format!("{package} was installed and its wasm-opt does not run"))
    }
}

/// The command that installs an npm package into a folder.
pub(super) fn npm_install(folder: &Path, package: &str) -> Result<Command> {
    let mut command = process::command(process::find("npm").ok_or("npm is not there")?);
    command.args(["install", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error", "--prefix"]);
    command.arg(folder).arg(package);
    Ok(command)
}

fn is_in(folder: &Path) -> bool {
    process::in_folder(folder, "wasm-opt").is_some_and(|file| is_right(&file))
}

/// Only the pinned version is right: another one makes another release of the same sources.
fn is_right(file: &Path) -> bool {
    version::of(file).as_deref().and_then(version::major) == version::major(pins::BINARYEN)
}

/// Makes sure of Node and npm.
pub(crate) fn ensure_node(why: &str) -> Result {
    if node_is_right() {
        return Ok(());
    }
    apt::install(&["nodejs", "npm"], why, "1 to 2 minutes")?;
    if node_is_right() { Ok(()) } else { Err(format!("missing: nodejs, at version {} or newer, with npm", pins::NODE)) }
}

/// Node, ready to be told what to run.
///
/// # Errors
///
/// Where it is not there.
pub(crate) fn node() -> Result<Command> {
    Ok(process::command(process::find("node").ok_or("node is not there")?))
}

fn node_is_right() -> bool {
    let node = process::find("node").and_then(|node| version::of(&node));
    node.as_deref().and_then(version::major).is_some_and(|major| major >= pins::NODE) && process::find("npm").is_some()
}
