//! TypeScript's compiler, which checks the types of the scripts that are no part of the program. It writes nothing.

use super::{announce, binaryen, pins, store};
use crate::{Result, process};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler, ready to be told what to check. Installs it if need be.
pub(crate) fn command() -> Result<Command> {
    let mut command = binaryen::node()?;
    command.arg(ensure()?);
    Ok(command)
}

/// Where the types of what Node has lie.
pub(crate) fn types() -> Result<PathBuf> {
    ensure()?;
    Ok(types_in(&folder()?))
}

fn folder() -> Result<PathBuf> {
    store::folder("typescript", &format!("{}-node-{}", pins::TYPESCRIPT, pins::NODE_TYPES))
}

/// Makes sure of the compiler, and says where it lies.
pub(crate) fn ensure() -> Result<PathBuf> {
    let folder = folder()?;
    let file = file_in(&folder);
    if !file.is_file() {
        binaryen::ensure_node("installs TypeScript, which checks the types of the scripts")?;
        let _lock = store::lock()?;
        if !file.is_file() {
            announce(
                &format!("TypeScript {} by npm", pins::TYPESCRIPT),
                "checks the types of the scripts",
                "5 seconds",
            );
            store::make(&folder, install)?;
        }
    }
    Ok(file)
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("node_modules").join("typescript").join("bin").join("tsc")
}

fn types_in(folder: &Path) -> PathBuf {
    folder.join("node_modules").join("@types")
}

fn install(folder: &Path) -> Result {
    let package = format!("typescript@{}", pins::TYPESCRIPT);
    let types = format!("@types/node@{}", pins::NODE_TYPES);
    process::run(binaryen::npm_install(folder, &package)?.arg(&types))?;
    if !types_in(folder).join("node").is_dir() {
        return Err(format!("{types} was installed and is not there"));
    }
    if file_in(folder).is_file() { Ok(()) } else { Err(format!("{package} was installed and has no tsc")) }
}
