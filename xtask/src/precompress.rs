//! The files of a build as they are sent: beside each file that is worth it, one as brotli (`.br`) and one as gzip (`.gz`).
//!
//! A server sends these to whoever takes them (docs/deploy.md), so that nothing is compressed while somebody waits, and all of it as
//! far as it goes. A file that is out of date would be another build's, so whatever changes a build calls [`renew`].

use crate::offline::{WORKER, walk};
use crate::page::is_of_quiz;
use crate::{Result, file};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// What shrinks. Pictures are compressed already.
const ENDS: [&str; 7] = ["html", "js", "css", "json", "svg", "wasm", "webmanifest"];

/// The highest that brotli has.
const QUALITY: i32 = 11;
/// The largest window that every browser takes, as a power of two.
const WINDOW: i32 = 22;

/// Compresses every file of a new build.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub(crate) fn all(dist: &Path) -> Result {
    walk(dist)?.iter().filter(|path| is_worth_it(path)).try_for_each(|path| refresh(&dist.join(path)))
}

/// Compresses what has changed in a build, and what was installed into it. A build that has nothing compressed is left alone.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub(crate) fn renew(dist: &Path) -> Result {
    if !beside(&dist.join("index.html"), "br").is_file() {
        return Ok(());
    }
    for path in walk(dist)? {
        let at = dist.join(&path);
        if let Some(original) = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")) {
            // Of a file that is gone a server would go on sending what was compressed of it.
            if is_worth_it(original) && !dist.join(original).exists() {
                fs::remove_file(&at).map_err(|error| format!("{}: cannot be removed: {error}", at.display()))?;
            }
            continue;
        }
        // What a host has put beside a build is none of ours.
        let is_ours = is_of_quiz(&path) || beside(&at, "br").is_file();
        if is_ours && is_worth_it(&path) {
            refresh(&at)?;
        }
    }
    Ok(())
}

/// Not the worker: in an emergency somebody copies the kill switch into its place by hand, and has to see it sent.
fn is_worth_it(path: &str) -> bool {
    path != WORKER && path.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&end))
}

/// Compresses a file, unless what lies beside it is of the same bytes.
fn refresh(path: &Path) -> Result {
    let bytes = fs::read(path).map_err(|error| file::reading(path, &error))?;
    let (br, gz) = (beside(path, "br"), beside(path, "gz"));
    if unpacked(&br, |packed| brotli::Decompressor::new(packed, 4096)).as_ref() != Some(&bytes) {
        file::write(&br, &brotli(&bytes).map_err(|error| failed(&br, &error))?)?;
    }
    if unpacked(&gz, GzDecoder::new).as_ref() != Some(&bytes) {
        file::write(&gz, &gzip(&bytes).map_err(|error| failed(&gz, &error))?)?;
    }
    Ok(())
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(end);
    name.into()
}

fn failed(path: &Path, error: &std::io::Error) -> String {
    format!("{}: cannot be made: {error}", path.display())
}

/// What a compressed file holds, if it is there and whole.
fn unpacked<R: Read>(path: &Path, reader: impl FnOnce(fs::File) -> R) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    reader(fs::File::open(path).ok()?).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}

/// Without the name and the time of the file, so that the same bytes make the same file.
fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// For tests: whether every file that shrinks has its own bytes beside it.
#[cfg(test)]
pub(crate) fn is_up_to_date(dist: &Path) -> bool {
    let paths = walk(dist).expect("it can be read");
    paths.iter().filter(|path| is_worth_it(path)).all(|path| {
        let bytes = fs::read(dist.join(path)).ok();
        tests::pair(&dist.join(path)) == [bytes.clone(), bytes]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Folder;

    /// What lies beside a file, unpacked.
    pub(super) fn pair(path: &Path) -> [Option<Vec<u8>>; 2] {
        [
            unpacked(&beside(path, "br"), |packed| brotli::Decompressor::new(packed, 4096)),
            unpacked(&beside(path, "gz"), GzDecoder::new),
        ]
    }

    fn both(text: &str) -> [Option<Vec<u8>>; 2] {
        [Some(text.into()), Some(text.into())]
    }

    fn build(name: &str) -> Folder {
        let folder = Folder::new(name);
        for path in ["index.html", "a-1.js", "a-1_bg.wasm", "content/a.en.json", "icons/a.png", WORKER, "_headers"] {
            folder.file(path, path);
        }
        folder
    }

    #[test]
    fn every_file_that_shrinks_is_there_in_both_and_no_other() {
        let folder = build("precompress-all");
        all(&folder.0).expect("it can be written");
        for path in ["index.html", "a-1.js", "a-1_bg.wasm", "content/a.en.json"] {
            assert_eq!(pair(&folder.0.join(path)), both(path), "{path}");
        }
        for path in ["icons/a.png", WORKER, "_headers", "index.html.br", "index.html.gz"] {
            assert_eq!(pair(&folder.0.join(path)), [None, None], "{path}");
        }
    }

    #[test]
    fn what_has_changed_or_come_is_compressed_anew_and_what_is_gone_is_removed() {
        let folder = build("precompress-renew");
        renew(&folder.0).expect("there is nothing to do");
        assert_eq!(pair(&folder.0.join("index.html")), [None, None], "a build without is left without");
        all(&folder.0).expect("it can be written");
        folder.file("index.html", "new");
        folder.file("content/b.en.json", "come");
        folder.file("content/a.en.json.gz", "broken");
        folder.file("about.html", "a host's own");
        std::fs::remove_file(folder.0.join("a-1.js")).expect("it is there");
        renew(&folder.0).expect("it can be written");
        assert_eq!(pair(&folder.0.join("index.html")), both("new"));
        assert_eq!(pair(&folder.0.join("content/b.en.json")), both("come"));
        assert_eq!(pair(&folder.0.join("content/a.en.json")), both("content/a.en.json"));
        assert_eq!(pair(&folder.0.join("a-1.js")), [None, None]);
        assert_eq!(pair(&folder.0.join("about.html")), [None, None]);
        std::fs::remove_file(folder.0.join("about.html")).expect("it is there");
        assert!(is_up_to_date(&folder.0));
    }

    #[test]
    fn the_same_bytes_make_the_same_file() {
        let text = "a text that comes again and again. ".repeat(100);
        for pack in [brotli, gzip] {
            let packed = pack(text.as_bytes()).expect("it can be packed");
            assert!(packed.len() < 200, "{}", packed.len());
            assert_eq!(pack(text.as_bytes()).expect("it can be packed"), packed);
        }
    }
}
