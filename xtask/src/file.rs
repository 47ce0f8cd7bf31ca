//! Reading and writing files with errors that name the file.

use crate::Result;
use std::fs;
use std::path::Path;

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|error| reading(path, &error))?;
    String::from_utf8(bytes).map_err(|error| not_text(path, &error))
}

/// What is said of a file that cannot be read.
pub(crate) fn reading(path: &Path, error: &std::io::Error) -> String {
    format!("{}: cannot be read: {error}", path.display())
}

fn not_text(path: &Path, error: &std::string::FromUtf8Error) -> String {
    let at = error.utf8_error().valid_up_to();
    format!("{}: is not UTF-8 text (byte {})", path.display(), at + 1)
}

/// Writes a file in one step: whoever reads it meanwhile sees the old text or the new one, never a part.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result {
    let failed = |error| format!("{}: cannot be written: {error}", path.display());
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".new-{}", std::process::id()));
    let draft = path.with_file_name(name);
    let written = fs::write(&draft, bytes).and_then(|()| fs::rename(&draft, path));
    written.map_err(|error| {
        // Best effort: the error is what matters, and a draft that cannot be removed does no harm.
        let _ = fs::remove_file(&draft);
        failed(error)
    })
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(path: &Path) -> Result {
    fs::create_dir_all(path).map_err(|error| format!("{}: cannot be made: {error}", path.display()))
}

/// Removes a folder and all that is in it. It need not exist.
pub(crate) fn remove_folder(path: &Path) -> Result {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{}: cannot be removed: {error}", path.display()))
        }
        _ => Ok(()),
    }
}
