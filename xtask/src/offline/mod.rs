//! The service worker of a finished build: the list of its files, their digests and the version that follows from them.
//!
//! A worker belongs to the very bytes of a build. So whatever changes a build makes its worker anew: Trunk's hook
//! ([`crate::page::hook`]), `content install` and `content pseudo`. `docs/offline.md` says what the worker does.

mod list;

use crate::page::{escape, is_of_quiz, policy, put_between, with_own_beginnings};
use crate::{Result, file, precompress};
use career_quiz::quiz::fingerprint::name_of;
use career_quiz::quiz::words::prove;
pub(crate) use list::{digest, walk};
use std::path::Path;

/// The worker's name in a build. The address that it is registered under must never change.
pub(crate) const WORKER: &str = "service-worker.js";

const CODE: &str = include_str!("../../../public/service-worker.js");
const OFF: &str = include_str!("../../../public/service-worker-off.js");

/// Between these stands what depends on the build.
const BEGIN: &str = "/* build:files */";
const END: &str = "/* /build:files */";

/// Whether a build has a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offline {
    /// It has one.
    On,
    /// It has the kill switch in its place, and its page registers none and removes one that was left.
    Off,
}

/// `cargo xtask offline on DIST` and `offline off DIST`.
pub(crate) fn run(offline: Offline, dist: &Path) -> Result {
    let html = page(dist)?;
    let version = finish(dist, &html, offline)?;
    match offline {
        Offline::On => println!("{}: works without a connection, as version {version}", dist.display()),
        Offline::Off => println!("{}: has no service worker, and removes those that are out there", dist.display()),
    }
    Ok(())
}

/// What a finished build has. A build from before there were workers has none.
pub(crate) fn of(dist: &Path) -> Offline {
    let is_on = std::fs::read_to_string(dist.join(WORKER)).is_ok_and(|text| text.contains("const VERSION = "));
    if is_on { Offline::On } else { Offline::Off }
}

/// Writes the page with its policy and its version, the worker, and what is compressed of them. Returns the version.
///
/// # Errors
///
/// Where the folder is no build of ours, or cannot be written.
pub(crate) fn finish(dist: &Path, html: &str, offline: Offline) -> Result<String> {
    let index = dist.join(PAGE);
    let code = match offline {
        Offline::On => CODE,
        Offline::Off => OFF,
    };
    let html = &policy::renew(&with_own_beginnings(html, dist))?;
    // The version is in the page, whose bytes it follows from: they are taken without it.
    let bare = put_between(html, "quiz:version", "")?;
    file::write(&index, bare.as_bytes())?;
    let paths = paths(dist)?;
    let version = match offline {
        Offline::On => list::version(&list::digests(dist, &paths)?, code),
        Offline::Off => "none".to_owned(),
    };
    let metas = metas(&version, dist, &paths)?;
    file::write(&index, put_between(html, "quiz:version", &metas)?.as_bytes())?;
    let part = match offline {
        Offline::On => constants(&version, &list::digests(dist, &paths)?),
        Offline::Off => comment(&paths),
    };
    file::write(&dist.join(WORKER), fill(code, &part)?.as_bytes())?;
    precompress::renew(dist)?;
    Ok(version)
}

const PAGE: &str = "index.html";

fn page(dist: &Path) -> Result<String> {
    file::read(&dist.join(PAGE)).map_err(|error| format!("{} is not a finished build: {error}", dist.display()))
}

/// The files of a build: all that are there when it is made; and later those that its worker knows, and what was installed
/// since. A host may have put others beside them, which are none of ours and may not even be served.
fn paths(dist: &Path) -> Result<Vec<String>> {
    let mut all = list::walk(dist)?;
    all.retain(|path| list::is_kept(path));
    let Ok(worker) = std::fs::read_to_string(dist.join(WORKER)) else { return Ok(all) };
    let Some(known) = listed(&worker) else { return Ok(all) };
    let is_ours = |path: &String| known.contains(path) || (is_of_quiz(path) && !path.contains(".new-"));
    Ok(all.into_iter().filter(is_ours).collect())
}

/// What the page has to know of its build: the version and, for a page without a worker, the digests of the files that keep their names from one build to
/// the next. Asked for in the middle of a deploy, they would otherwise be another build's. Of words also what makes a check of them needless.
///
/// # Errors
///
/// Where one of them cannot be read.
fn metas(version: &str, dist: &Path, paths: &[String]) -> Result<String> {
    let mut metas = format!("<meta name=\"career-quiz-version\" content=\"{version}\">");
    for path in paths {
        let is_asked_for = path.starts_with("content/") || path.starts_with("words/");
        if is_asked_for && !path.ends_with(".schema.json") {
            let text = file::read(&dist.join(path))?;
            let (digest, escaped) = (name_of(&text), escape(path));
            metas += &format!("\n    <meta name=\"career-quiz-file\" content=\"{escaped}\" data-digest=\"{digest}\"");
            // Others are checked by the page: they may stand in another order, or be wrong.
            if let Some(proof) = path.starts_with("words/").then(|| prove(&text)).flatten() {
                metas += &format!(" data-proof=\"{proof}\"");
            }
            metas += ">";
        }
    }
    Ok(metas)
}

/// The paths that a worker lists, or the kill switch in its place.
fn listed(worker: &str) -> Option<Vec<String>> {
    let (_, rest) = worker.split_once(BEGIN)?;
    let (part, _) = rest.split_once(END)?;
    let paths: Vec<String> = part.lines().filter_map(path_of_line).collect();
    (!paths.is_empty()).then_some(paths)
}

fn path_of_line(line: &str) -> Option<String> {
    let line = line.trim();
    let text = line.strip_prefix("// ").or_else(|| line.strip_prefix('[')?.split(", ").next())?;
    serde_json::from_str(text).ok()
}

/// The constants of the worker. JSON is JavaScript.
fn constants(version: &str, files: &[list::Entry]) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let lines: String = files.iter().map(|(path, digest)| format!("  [{}, {}],\n", text(path), text(digest))).collect();
    format!("\nconst VERSION = {};\nconst FILES = [\n{lines}];\n", text(version))
}

/// What the kill switch remembers of the build, for whoever turns the worker on again.
fn comment(paths: &[String]) -> String {
    let lines: String = paths.iter().map(|path| format!("// {}\n", serde_json::Value::from(path.as_str()))).collect();
    format!("\n{lines}")
}

fn fill(code: &str, part: &str) -> Result<String> {
    let place = || "the service worker has no place for its files".to_owned();
    let (before, rest) = code.split_once(BEGIN).ok_or_else(place)?;
    let (_, after) = rest.split_once(END).ok_or_else(place)?;
    Ok([before, BEGIN, part, END, after].concat())
}

#[cfg(test)]
mod tests;
