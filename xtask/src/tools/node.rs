//! Node, on which the programs of npm packages run.

use super::{apt, pins, version};
use crate::{Result, process};
use std::process::Command;

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
