//! The pages that are measured, each in a folder under its name, compressed as a release is.

use super::questions;
use crate::tools::{Tools, node, npm::Locked};
use crate::{Result, build, content, file, offline, paths, precompress, process};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// How many questions the larger quiz has.
const MANY: usize = 1000;

/// The name of each page, how it shows an answer (`benches/page/pages.mjs`), and what it is called in the table.
pub(super) const PAGES: [(&str, &str, &str); 5] = [
    ("static", "static", "static page"),
    ("counter", "counter", "bare counter"),
    ("surveyjs", "surveyjs", "SurveyJS"),
    (QUIZ, "quiz", "the quiz"),
    (MANY_QUESTIONS, "quiz", "of 1,000 questions"),
];

/// The page with the quiz as it is released.
pub(super) const QUIZ: &str = "quiz";
/// The quiz with many questions.
pub(super) const MANY_QUESTIONS: &str = "many";

/// Where what belongs to the benchmark lies.
pub(super) fn sources() -> PathBuf {
    paths::root().join("benches").join("page")
}

/// Makes all pages below `folder`, the quiz from the release in `dist`.
pub(super) fn make(folder: &Path, dist: &Path, tools: &Tools) -> Result {
    let text = file::read(&paths::content())?;
    let quiz: Value = serde_json::from_str(&text).map_err(|error| format!("the default content: {error}"))?;
    counter(&folder.join("counter"), tools)?;
    surveyjs(&folder.join("surveyjs"), &quiz)?;
    let page = fresh(&folder.join("static"))?;
    file::write(&page.join("index.html"), questions::as_html(&quiz).as_bytes())?;
    precompress::all(&page)?;
    copy(dist, &fresh(&folder.join(QUIZ))?)?;
    let many = fresh(&folder.join(MANY_QUESTIONS))?;
    copy(dist, &many)?;
    let larger = folder.join("many-questions.json");
    file::write(&larger, questions::enlarged(&quiz, MANY).to_string().as_bytes())?;
    content::install::run(&[larger], &many)
}

/// What Leptos costs by itself.
fn counter(page: &Path, tools: &Tools) -> Result {
    let mut trunk = tools.trunk()?;
    trunk.current_dir(sources().join("counter")).args(["build", "--release", "--dist"]).arg(page);
    // Below our own folder: it is another package, and Cargo would put its files into its sources.
    trunk.env("CARGO_TARGET_DIR", paths::target().join("bench").join("counter"));
    process::run(&mut trunk)?;
    precompress::all(page)
}

/// What a site would use instead, packed as its build would.
fn surveyjs(page: &Path, quiz: &Value) -> Result {
    let modules =
        Locked { name: "page-bench", from: &sources(), why: "the quiz is measured against", takes: "10 seconds" }
            .ensure()?;
    let from = sources().join("surveyjs");
    let draft = fresh(&paths::target().join("bench").join("surveyjs"))?;
    fresh(page)?;
    copy(&from, &draft)?;
    file::write(&draft.join("questions.json"), questions::for_surveyjs(quiz).to_string().as_bytes())?;
    let mut esbuild = node()?;
    esbuild.arg(modules.join("esbuild").join("bin").join("esbuild")).arg(draft.join("main.js"));
    esbuild.args(["--bundle", "--minify", "--log-level=warning"]).arg(format!("--outdir={}", page.display()));
    process::run(esbuild.env("NODE_PATH", &modules))?;
    copy(&from.join("index.html"), &page.join("index.html"))?;
    precompress::all(page)
}

/// An empty folder.
pub(crate) fn fresh(folder: &Path) -> Result<PathBuf> {
    file::remove_folder(folder)?;
    file::make_folder(folder)?;
    Ok(folder.to_owned())
}

/// Copies a file, or all that is in a folder.
pub(crate) fn copy(from: &Path, to: &Path) -> Result {
    let one = |from: &Path, to: &Path| {
        file::make_folder(to.parent().unwrap_or(to))?;
        fs::copy(from, to).map(drop).map_err(|error| file::reading(from, &error))
    };
    if from.is_file() {
        return one(from, to);
    }
    offline::walk(from)?.iter().try_for_each(|path| one(&from.join(path), &to.join(path)))
}

/// Makes sure of the release that is measured: the one in `dist`, or one that is built now.
pub(super) fn release(dist: Option<&Path>, tools: &Tools) -> Result<PathBuf> {
    let Some(dist) = dist else {
        let own = paths::target().join("bench").join("dist");
        build::release(tools, &own, None)?;
        return Ok(own);
    };
    let dist = std::path::absolute(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    if dist.join("index.html.br").is_file() {
        return Ok(dist);
    }
    Err(format!("{} is no release of `cargo xtask build`: it has no index.html.br", dist.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Folder;

    #[test]
    fn a_folder_that_is_no_release_is_refused() {
        let folder = Folder::new("bench-release");
        let tools = Tools::default();
        assert!(release(Some(&folder.0), &tools).is_err_and(|message| message.contains("is no release")));
        folder.file("index.html.br", "");
        assert_eq!(release(Some(&folder.0), &tools).as_deref(), Ok(folder.0.as_path()));
    }

    #[test]
    fn a_copy_has_all_that_is_in_a_folder() {
        let folder = Folder::new("bench-copy");
        folder.file("from/index.html", "a");
        folder.file("from/content/a.json", "b");
        assert_eq!(copy(&folder.0.join("from"), &folder.0.join("to")), Ok(()));
        assert_eq!(offline::walk(&folder.0.join("to")), Ok(vec!["content/a.json".to_owned(), "index.html".to_owned()]));
    }
}
