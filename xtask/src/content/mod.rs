//! The tools of content authors. None of them compiles anything.

pub(crate) mod check;
pub(crate) mod install;
pub(crate) mod pseudo;
pub(crate) mod schema;
pub(crate) mod score;
pub(crate) mod searches;

use career_quiz::quiz::content::{Content, MAX_BYTES, parse};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// Why a file is no quiz: lines of the form `FILE: path: message`.
#[derive(Debug, PartialEq)]
pub(crate) struct NotGood {
    /// At least one line.
    pub(crate) lines: Vec<String>,
}

/// Reads and checks a quiz.
pub(crate) fn load(path: &Path) -> Result<Content, NotGood> {
    load_as(path, path)
}

/// Like [`load`], and calls the file `shown` in what it says: the one that its author can mend.
pub(crate) fn load_as(path: &Path, shown: &Path) -> Result<Content, NotGood> {
    // One byte more than is read at most, whatever the file's size: that is enough to refuse it.
    let limit = MAX_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)) {
        Ok(_) => from_bytes(&bytes, shown),
        Err(error) => Err(NotGood { lines: vec![crate::file::reading(shown, &error)] }),
    }
}

/// Checks the bytes of a quiz.
pub(crate) fn from_bytes(bytes: &[u8], shown: &Path) -> Result<Content, NotGood> {
    let shown = shown.display();
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = format!("{shown}: is not UTF-8 text (byte {})", error.valid_up_to() + 1);
        NotGood { lines: vec![line] }
    })?;
    parse(text).map_err(|faults| NotGood { lines: faults.iter().map(|fault| format!("{shown}: {fault}")).collect() })
}

/// A small quiz for tests, which can be changed before it is used.
#[cfg(test)]
pub(crate) fn sample() -> serde_json::Value {
    use serde_json::json;
    let profile = |id: &str| {
        json!({
            "id": id, "name": id, "summary": "What they do.",
            "searches": [{ "name": "all", "heading": "Titles", "titles": ["line cook"] }],
        })
    };
    json!({
        "format_version": 1, "id": "cook", "version": "1", "language": "en", "title": "Which kitchen?",
        "promise": "Three minutes.", "author": "A school", "checked": "2025-11-01", "minutes": 3,
        "profiles": [profile("entry"), profile("mid"), profile("senior"), profile("freelance")],
        "questions": [{
            "id": "first", "kind": "single", "text": "Well?",
            "options": [{ "id": "yes", "text": "Yes" }, { "id": "no", "text": "No" }],
        }],
        "steps": [{ "id": "go", "title": "Go", "text": "Go on." }],
    })
}

/// A folder for one test, removed when it ends.
#[cfg(test)]
pub(crate) struct Folder(pub(crate) std::path::PathBuf);

#[cfg(test)]
impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        Self(folder)
    }

    pub(crate) fn file(&self, name: &str, text: &str) -> std::path::PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder can be made");
        std::fs::write(&path, text).expect("a file can be written");
        path
    }
}

#[cfg(test)]
impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
