//! What a build is made of: its files with their digests, and the version that follows from them.

use crate::page::BEGINNINGS;
use crate::{Result, file};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of a build: its path with `/` between the parts, and the SHA-256 of its bytes in base64.
pub(super) type Entry = (String, String);

/// The paths of all files in a folder, in their order.
pub(crate) fn walk(dist: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inner) = folders.pop() {
        let folder = dist.join(&inner);
        for entry in fs::read_dir(&folder).map_err(|error| file::reading(&folder, &error))? {
            let entry = entry.map_err(|error| file::reading(&folder, &error))?;
            let path = inner.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                paths.push(with_slashes(&path)?);
            }
        }
    }
    paths.sort();
    Ok(paths)
}

/// Whether a worker keeps a file. It is none itself, and what a browser gets instead of a file is no file either; whoever takes the quiz
/// needs nothing of what is there for sites that embed it, and a site must get these as they are now. What a first visit begins with stands in other files, too.
pub(super) fn is_kept(path: &str) -> bool {
    let is_for_others =
        ["_headers", "embed.js", "embed.d.ts", super::WORKER].contains(&path) || path.starts_with("embed/");
    !is_for_others && !path.starts_with(BEGINNINGS) && !path.ends_with(".br") && !path.ends_with(".gz")
}

/// The digests of files.
///
/// # Errors
///
/// Where one cannot be read.
pub(super) fn digests(dist: &Path, paths: &[String]) -> Result<Vec<Entry>> {
    let digest = |path: &String| {
        let file = dist.join(path);
        let bytes = fs::read(&file).map_err(|error| file::reading(&file, &error))?;
        Ok((path.clone(), digest(&bytes)))
    };
    paths.iter().map(digest).collect()
}

/// The SHA-256 of bytes, in base64, as the `integrity` of a request has it.
pub(crate) fn digest(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// The version of a build: what changes whenever a file, its place or the worker's own code does. 16 letters and digits.
pub(super) fn version(entries: &[Entry], worker: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(worker);
    for (path, digest) in entries {
        // No path has a line break, so nothing runs into one another.
        hash.update(format!("\n{path}\n{digest}"));
    }
    hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn with_slashes(path: &Path) -> Result<String> {
    let parts: Option<Vec<_>> = path.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/")).ok_or_else(|| format!("{}: its name is no text", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Folder;

    fn entries(list: &[(&str, &str)]) -> Vec<Entry> {
        list.iter().map(|(path, digest)| ((*path).to_owned(), (*digest).to_owned())).collect()
    }

    #[test]
    fn a_digest_is_that_of_the_bytes() {
        // As `printf abc | openssl dgst -sha256 -binary | base64` has it.
        assert_eq!(digest(b"abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn what_is_sent_for_a_file_and_what_is_for_other_sites_is_not_kept() {
        for path in ["index.html", "content/embed.js", "embedded.js", "x/_headers", "a.gz.js"] {
            assert!(is_kept(path), "{path}");
        }
        for path in [
            "service-worker.js",
            "_headers",
            "embed.js",
            "embed.d.ts",
            "embed/index.html",
            "a.js.br",
            "words/en.json.gz",
        ] {
            assert!(!is_kept(path), "{path}");
        }
    }

    #[test]
    fn a_walk_finds_every_file() {
        let folder = Folder::new("offline-walk");
        for path in ["index.html", "content/a.json", "a/b/c.js"] {
            folder.file(path, path);
        }
        let paths = walk(&folder.0).expect("it can be read");
        assert_eq!(paths, ["a/b/c.js", "content/a.json", "index.html"]);
        let digests = digests(&folder.0, &paths).expect("they can be read");
        assert_eq!(digests[2], ("index.html".to_owned(), digest(b"index.html")));
        assert!(super::digests(&folder.0, &["gone".to_owned()]).is_err());
    }

    #[test]
    fn the_version_changes_with_a_byte_with_a_name_and_with_the_worker() {
        let version = |list: &[(&str, &str)], worker: &str| super::version(&entries(list), worker);
        let first = version(&[("a", "1"), ("b", "2")], "code");
        assert_eq!(first.len(), 16);
        assert_eq!(version(&[("a", "1"), ("b", "2")], "code"), first);
        for other in [
            version(&[("a", "1"), ("b", "3")], "code"),
            version(&[("a", "1"), ("c", "2")], "code"),
            version(&[("a", "1")], "code"),
            version(&[("a", "1"), ("b", "2")], "other"),
        ] {
            assert_ne!(other, first);
        }
    }
}
