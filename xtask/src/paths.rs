//! Where things are.

use crate::Result;
use std::env;
use std::path::{Path, PathBuf};

/// The folder of the repository. Commands can be typed in any folder below it.
pub(crate) fn root() -> &'static Path {
    // The crate lies one folder below the root, always.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The quiz that people take unless another one is named.
pub(crate) fn content() -> PathBuf {
    root().join("public/content/back-end-developer.en.json")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        // Cargo takes a relative one from where it was called; everything here calls it in the root.
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder that tools are installed in, which outlives the repository's own folders.
pub(crate) fn tools() -> Result<PathBuf> {
    match non_empty("CAREER_QUIZ_TOOLS") {
        Some(folder) => std::path::absolute(folder).map_err(|error| format!("CAREER_QUIZ_TOOLS: {error}")),
        None => Ok(cache()?.join("tools")),
    }
}

/// The folder of what this project keeps for this user.
pub(crate) fn cache() -> Result<PathBuf> {
    let base = if let Some(folder) = non_empty("XDG_CACHE_HOME") {
        folder
    } else if cfg!(windows) {
        non_empty("LOCALAPPDATA").ok_or("LOCALAPPDATA is not set, so there is no folder for tools")?
    } else {
        let home = non_empty("HOME").ok_or("HOME is not set, so there is no folder for tools")?;
        home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" })
    };
    Ok(base.join("career-quiz"))
}

fn non_empty(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
