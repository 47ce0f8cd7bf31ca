//! What rustup brings: the WebAssembly target, and the components that the tests use.

use super::announce;
use crate::{Result, process};
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the app can be compiled.
pub(super) fn ensure_target() -> Result {
    let sysroot = process::output(process::command("rustc").args(["--print", "sysroot"]))
        .ok_or("rustc does not run in this folder; it should be there wherever Cargo is")?;
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", TARGET], TARGET, "is what the browser runs", "10 seconds")
}

/// Makes sure that rustfmt and Clippy are there.
pub(crate) fn ensure_components() -> Result {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::output(process::command("cargo").args([command, "--version"])).is_none() {
            rustup(&["component", "add", component], component, "checks the code", "10 seconds")?;
        }
    }
    Ok(())
}

fn rustup(words: &[&str], what: &str, why: &str, takes: &str) -> Result {
    if process::find("rustup").is_none() {
        return Err(format!("{what} is missing: install it for this Rust, or install Rust by rustup"));
    }
    announce(what, why, takes);
    process::run(process::command("rustup").args(words))
}
