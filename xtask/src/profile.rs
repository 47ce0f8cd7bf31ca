//! `cargo xtask profile`: sees in a browser which functions a first visit runs, and writes the list of all others
//! (`page/cold`).

use crate::bench::{copy, enlarged, fresh};
use crate::content::install;
use crate::page::cold;
use crate::page::hook::PROFILE_VARIABLE;
use crate::tools::{Browser, Tools, ensure_node, node};
use crate::{Result, file, paths, process};
use serde_json::Value;
use std::collections::BTreeSet;

/// How many questions the other quiz has.
const MANY: usize = 1000;

/// Visits releases that say what they run, and writes the list.
pub(crate) fn run() -> Result {
    let tools = Tools::of_release()?;
    let browser = Browser::ensure()?;
    ensure_node("drives the browser that makes the visits")?;
    let folder = paths::target().join("profile");
    file::make_folder(&folder)?;
    let (names, out) = (folder.join("names.txt"), folder.join("ran.json"));
    // `profile.mjs` knows both by their names.
    let (dist, other) = (folder.join("own"), folder.join("other"));
    let mut trunk = tools.trunk()?;
    trunk.args(["build", "--release", "--dist"]).arg(&dist).env(PROFILE_VARIABLE, &names);
    process::run(&mut trunk)?;
    copy(&dist, &fresh(&other)?)?;
    let quiz =
        serde_json::from_str(&file::read(&paths::content())?).map_err(|error| format!("the content: {error}"))?;
    let file = folder.join("other.json");
    file::write(&file, unlike(quiz).as_bytes())?;
    install::run(&[file], &other)?;
    let mut visits = node()?;
    visits.arg(paths::root().join("benches/page/profile.mjs")).arg(&browser.chromium).arg(&folder).arg(&out);
    process::run(&mut visits)?;
    let all: Vec<_> = file::read(&names)?.lines().map(str::to_owned).collect();
    let ran: BTreeSet<usize> =
        serde_json::from_str(&file::read(&out)?).map_err(|error| format!("{}: {error}", out.display()))?;
    let list = paths::root().join("xtask/src/page/cold/cold.txt");
    file::write(&list, cold::list(&all, &ran).as_bytes())?;
    println!("Of {} functions first visits run {}. {} is written.", all.len(), ran.len(), list.display());
    Ok(())
}

/// Another quiz than the default one, as sites have it: it is large, and there is whatever there may be in the texts of JSON.
fn unlike(mut quiz: Value) -> String {
    let first = &mut quiz["questions"][0]["text"];
    *first = format!("{} \"é😀\"", first.as_str().unwrap_or_default()).into();
    format!("{:#}", enlarged(&quiz, MANY)).replace('é', "\\u00e9").replace('😀', "\\ud83d\\ude00")
}

#[cfg(test)]
mod tests {
    use super::*;
    use career_quiz::quiz::content;

    #[test]
    fn the_other_quiz_has_no_faults_and_texts_that_are_written_otherwise() {
        let quiz = file::read(&paths::content()).expect("the default quiz is there");
        let other = unlike(serde_json::from_str(&quiz).expect("it is JSON"));
        assert!(other.contains(r#" \"\u00e9\ud83d\ude00\"""#));
        let other = content::parse(&other).expect("it has no faults");
        assert_eq!(other.questions.len(), MANY);
        assert!(other.questions[0].text.ends_with(" \"é😀\""));
    }
}
