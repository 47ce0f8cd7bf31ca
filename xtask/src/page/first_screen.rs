//! The first screen in the page of a release: what can be answered before the program has come.

use super::Language;
use crate::{Result, process};
use std::path::Path;
use std::process::Stdio;

/// The program of this crate's neighbour that makes it, of the same components as in the browser. It is another program, and not a part of this one, as
/// a build for development needs none and should not wait for it. Not optimized: it runs once.
const PROGRAM: &str = "run -q --config profile.dev.package.career-quiz.opt-level=0 -p career-quiz --bin first-screen \
    --no-default-features --features first-screen --";

/// Makes the first screen of the content and the words that lie in the folder `dist`, with a switch between `languages`.
///
/// # Errors
///
/// Where it cannot be made.
pub(super) fn html<'l>(dist: &Path, first: &Language, languages: impl Iterator<Item = &'l Language>) -> Result<String> {
    let mut command = process::command("cargo");
    command.args(PROGRAM.split_whitespace());
    command.args([dist.join(&first.content), dist.join(&first.words_file)]);
    command.args(languages.map(|language| format!("{}={}", language.tag, language.words.name())));
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("cargo cannot be started: {error}"))?;
    let html = String::from_utf8(output.stdout).map_err(|error| format!("the first screen is no text: {error}"))?;
    if output.status.success() { Ok(html) } else { Err(format!("the first screen cannot be made ({})", output.status)) }
}
