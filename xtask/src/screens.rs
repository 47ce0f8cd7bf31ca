//! `cargo xtask screens` and `cargo xtask accessibility`: what there is to look at, made of the release.

use crate::tools::{Browser, Tools};
use crate::{Result, build, content, paths, process};
use std::path::Path;
use std::process::Command;

/// Takes pictures of every screen and state into a folder.
pub(crate) fn run(folder: Option<&Path>) -> Result {
    let folder = match folder {
        // Given from where the command was typed, and used from the root.
        Some(folder) => std::path::absolute(folder).map_err(|error| format!("{}: {error}", folder.display()))?,
        None => paths::target().join("screens"),
    };
    let xtask = std::env::current_exe().map_err(|error| format!("this program cannot find itself: {error}"))?;
    let tools = Tools::of_release()?;
    let browser = Browser::ensure()?;
    // A build of its own, as it gets a language that is none.
    let dist = paths::target().join("e2e").join("dist-of-screens");
    build::release(&tools, &dist, None)?;
    content::pseudo::run(&dist)?;
    let mut command = program("screens");
    command
        .arg(folder)
        .env("E2E_DIST", &dist)
        .env("E2E_CHROMIUM", &browser.chromium)
        .env("E2E_CHROMEDRIVER", &browser.driver)
        .env("E2E_XTASK", &xtask);
    process::run(&mut command)
}

/// Writes docs/accessibility.md of what the tests found last.
pub(crate) fn table() -> Result {
    process::run(&mut program("accessibility"))
}

/// A program of the crate that tests end to end.
fn program(name: &str) -> Command {
    let mut command = process::command("cargo");
    command.args(["run", "--quiet", "--package", "e2e", "--bin", name, "--"]);
    command
}
