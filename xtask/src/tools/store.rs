//! The folder our own copies of tools are kept in.

use crate::{Result, file, paths};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The folder of a tool at a version.
pub(super) fn folder(name: &str, version: &str) -> Result<PathBuf> {
    Ok(paths::tools()?.join(format!("{name}-{version}")))
}

/// Held while something is installed, so that two commands do not install the same thing at once.
///
/// The operating system lets go of it when the program ends, however it ends.
pub(super) fn lock() -> Result<File> {
    let path = paths::tools()?.join(".lock");
    file::make_folder(&paths::tools()?)?;
    let failed = |error: std::io::Error| format!("{}: cannot be locked: {error}", path.display());
    let lock = File::create(&path).map_err(failed)?;
    if lock.try_lock().is_err() {
        eprintln!("Waiting for another `cargo xtask` that is installing something.");
        lock.lock().map_err(failed)?;
    }
    Ok(lock)
}

/// Makes a tool's folder in one step: `fill` works in a draft, which takes the name only if it ends well.
/// So an installation that was interrupted is never taken for a whole one.
pub(super) fn make(folder: &Path, fill: impl FnOnce(&Path) -> Result) -> Result {
    // Not `with_extension`, which would take the end of the version for one.
    let mut draft = folder.as_os_str().to_owned();
    draft.push(".draft");
    let draft = PathBuf::from(draft);
    file::remove_folder(&draft)?;
    file::make_folder(&draft)?;
    fill(&draft)?;
    // What is there under this name does not work, or nothing would be installed.
    file::remove_folder(folder)?;
    fs::rename(&draft, folder).map_err(|error| format!("{}: cannot be put in place: {error}", folder.display()))
}
