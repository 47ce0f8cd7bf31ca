//! What the end-to-end tests stand on: a server for the release build, a browser driven over W3C WebDriver, and
//! the quiz in the words of a person who takes it.
//!
//! `cargo xtask test` runs the tests. By hand, after `cargo xtask build`:
//!
//! ```sh
//! E2E_DIST=$PWD/dist E2E_XTASK=$PWD/target/debug/xtask cargo test -p e2e
//! ```
//!
//! `E2E_AXE` names the `axe.min.js` that the tests of accessibility put into pages; `cargo xtask test e2e` installs it.
//! `E2E_ENGINE` names the engine: `chromium`, as it is without, `firefox` or `webkit`, which needs a `DISPLAY`. Where
//! programs are not on the `PATH`, `E2E_CHROMIUM` and `E2E_CHROMEDRIVER`, `E2E_FIREFOX` and `E2E_GECKODRIVER`, or
//! `E2E_MINIBROWSER` and `E2E_WEBKIT_DRIVER` name the browser and its driver.
//!
//! Three rules: nothing sleeps, every wait is for a condition and has an end; things are found by their role and
//! name, as a person or a screen reader finds them; what only one engine can do is in its file of [`engine`], and
//! what one of them cannot is a [`engine::Gap`].

pub mod axe;
pub mod browser;
pub mod chance;
mod element;
pub mod engine;
mod frames;
mod headers;
pub mod heard;
pub mod host;
mod kept;
pub mod offline;
pub mod paper;
pub mod policy;
pub mod quiz;
mod reading;
pub mod result;
pub mod scenes;
pub mod server;
mod sharing;
mod shortcut;
mod told;
pub mod tree;
pub mod view;
mod words;

use std::path::PathBuf;

/// The folder of the build under test.
///
/// # Panics
///
/// Where none is named. A run that tests nothing must not look like one that passed.
pub fn dist() -> PathBuf {
    let folder = std::env::var_os("E2E_DIST").map(PathBuf::from).filter(|folder| folder.join("index.html").is_file());
    folder.expect("E2E_DIST names no build: run `cargo xtask test`, or `cargo xtask build` and `E2E_DIST=$PWD/dist cargo test -p e2e`")
}

/// Whether the checks that take long are asked for, by `cargo xtask test --full`.
pub fn is_full() -> bool {
    std::env::var_os("E2E_FULL").is_some_and(|value| value == "1")
}

/// The `xtask` program.
///
/// # Panics
///
/// Where it is not named.
pub fn xtask() -> PathBuf {
    let program = std::env::var_os("E2E_XTASK").map(PathBuf::from).filter(|program| program.is_file());
    program.expect("E2E_XTASK names no program: run `cargo xtask test`, or set it to target/debug/xtask")
}

/// A folder beside the build under test for what tests write down.
///
/// # Panics
///
/// Where it cannot be made.
pub fn out(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let folder = target.unwrap_or_else(|| PathBuf::from(root).join("target")).join("e2e").join(name);
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}
