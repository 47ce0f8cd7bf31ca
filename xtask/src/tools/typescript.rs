//! TypeScript's compiler, which checks the types of the scripts that are no part of the program. It writes nothing.

use super::{node::node, npm::Pinned, pins};
use crate::Result;
use std::path::PathBuf;
use std::process::Command;

/// The compiler, ready to be told what to check. Installs it if need be.
pub(crate) fn command() -> Result<Command> {
    let compiler = ensure()?.join("typescript/bin/tsc");
    let mut command = node()?;
    command.arg(compiler);
    Ok(command)
}

/// Where the types of what Node has lie.
pub(crate) fn types() -> Result<PathBuf> {
    Ok(ensure()?.join("@types"))
}

/// Makes sure of the compiler and of the types, and says in which folder they lie.
pub(crate) fn ensure() -> Result<PathBuf> {
    let packages = &[("typescript", pins::TYPESCRIPT), ("@types/node", pins::NODE_TYPES)];
    Pinned { packages, file: "typescript/bin/tsc", why: "checks the types of the scripts" }.ensure()
}
