//! `cargo xtask page`: Trunk runs it at the end of each build, when the files lie in its staging folder.

use super::policy::{self, Policy};
use super::{Language, Page, Source, small, split};
use crate::content::{self, NotGood};
use crate::offline::Offline;
use crate::tools::Tools;
use crate::{Result, file};
use career_quiz::quiz::content::is_language;
use serde_json::Value;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The content of a page that is asked for no other.
pub(crate) const DEFAULT_CONTENT: &str = "content/back-end-developer.en.json";

/// Names the file that `serve --content` wants to be shown in place of the default content.
pub(crate) const PREVIEW_VARIABLE: &str = "CAREER_QUIZ_CONTENT";

/// Set where `serve --offline` wants a worker.
pub(crate) const OFFLINE_VARIABLE: &str = "CAREER_QUIZ_OFFLINE";

/// Names the file for the names of functions where `profile` wants a program that says which of them are run.
pub(crate) const PROFILE_VARIABLE: &str = "CAREER_QUIZ_PROFILE";

const PREVIEW: &str = "content/preview.json";

/// Finishes the page in Trunk's staging folder.
pub(crate) fn run() -> Result {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .ok_or("TRUNK_STAGING_DIR is not set: `cargo xtask page` is run by Trunk, at the end of a build")?;
    let staging = PathBuf::from(staging);
    let profile = env::var_os("TRUNK_PROFILE");
    let is_release = profile.as_ref().is_some_and(|profile| profile == "release");
    let page = match env::var_os(PREVIEW_VARIABLE) {
        Some(file) => preview(Path::new(&file), &staging)?,
        None => default(&staging, is_release)?,
    };
    let index = staging.join("index.html");
    let html = file::read(&index)?;
    // A build for development is in one part.
    let html = if is_release { release(&staging, &html)? } else { html };
    let html = page.put_into(&html)?;
    let offline = offline(is_release, env::var_os(OFFLINE_VARIABLE));
    // Trunk changes the page on its way where there is no worker, and only there.
    let policy = if offline == Offline::On { Policy::Strict } else { Policy::Development };
    page.write(&staging, &policy::put_into(&html, policy)?, offline)
}

/// Splits the program of a release, and makes it and the page, whose text is `html`, small.
fn release(staging: &Path, html: &str) -> Result<String> {
    let mut tools = Tools::default();
    tools.add_wasm_bindgen()?;
    tools.add_optimizer()?;
    match env::var_os(PROFILE_VARIABLE) {
        Some(names) => split::mark(&tools, staging, html, Path::new(&names)),
        None => small::inline(&tools, &split::split(&tools, staging, html)?),
    }
}

/// A release has a worker. A build for development has none, for it would show what was saved before; unless it is asked for.
fn offline(is_release: bool, asked: Option<OsString>) -> Offline {
    if is_release || asked.is_some() { Offline::On } else { Offline::Off }
}

/// The page of the default content; of a release with its first screen, which a build for development does not wait for.
fn default(staging: &Path, is_release: bool) -> Result<Page> {
    let sources = Source::all_in(staging)?;
    let source = sources.iter().find(|source| source.path == DEFAULT_CONTENT);
    let source = source.ok_or_else(|| format!("public/{DEFAULT_CONTENT} is missing"))?;
    let quiz = content::from_bytes(source.text.as_bytes(), &Path::new("public").join(DEFAULT_CONTENT));
    let page = quiz.and_then(|quiz| Ok((Page::of(&quiz, source, &sources, staging)?, quiz.id.clone())));
    let (page, id) = page.map_err(|NotGood { lines }| {
        lines.iter().for_each(|line| eprintln!("{line}"));
        "the default content has faults, so there is no build".to_owned()
    })?;
    if is_release { page.with_first_screen(&id, staging) } else { Ok(page) }
}

/// A preview is built even where it is faulty: the page then shows what is wrong, as it would on a site.
fn preview(path: &Path, staging: &Path) -> Result<Page> {
    let bytes = std::fs::read(path).map_err(|error| file::reading(path, &error))?;
    file::write(&staging.join(PREVIEW), &bytes)?;
    // What can be told from a faulty file is told, so that its author recognises it.
    let json: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let text = |field: &str| json[field].as_str().unwrap_or_default().trim().to_owned();
    let language = Some(text("language")).filter(|language| is_language(language)).unwrap_or("en".to_owned());
    let title = Some(text("title")).filter(|title| !title.is_empty()).unwrap_or("Preview".to_owned());
    Ok(Page::new(Language::new(&language, &title, &text("promise"), PREVIEW, staging)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_has_a_worker_and_a_build_for_development_only_if_asked() {
        let offline = |is_release, asked: Option<&str>| offline(is_release, asked.map(OsString::from));
        assert_eq!(offline(true, None), Offline::On);
        assert_eq!(offline(false, None), Offline::Off);
        assert_eq!(offline(false, Some("1")), Offline::On);
    }
}
