//! `cargo xtask content install`: puts another quiz into a finished build.

use super::{NotGood, load};
use crate::page::{Page, Source};
use crate::{Result, file};
use career_quiz::quiz::content::Fault;
use career_quiz::quiz::words::Words;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Puts the quiz in the first of `files` into the build in `dist`, its translations and files of words from the others.
/// Each is checked before it is written, and the page changes last: until then the build shows the quiz it had.
pub(crate) fn run(files: &[PathBuf], dist: &Path) -> Result {
    let not_changed = |NotGood { lines }: NotGood| {
        lines.iter().for_each(|line| println!("{line}"));
        format!("{} is not changed, because the quiz has faults", dist.display())
    };
    let index = dist.join("index.html");
    let html = std::fs::read_to_string(&index)
        .map_err(|error| format!("{} is not a finished build: index.html: {error}", dist.display()))?;
    let mut installed = Vec::new();
    for path in files {
        if let Some(words) = words(path).map_err(not_changed)? {
            // Before the page is made, which looks for them; nothing shows them until then.
            let target = dist.join("words").join(format!("{}.json", words.language()));
            file::make_folder(&dist.join("words"))?;
            file::write(&target, file::read(path)?.as_bytes())?;
            continue;
        }
        let quiz = load(path).map_err(not_changed)?;
        let source = Source { path: format!("content/{}.{}.json", quiz.id, quiz.language), text: file::read(path)? };
        installed.push((quiz, source));
    }
    let (quiz, first) = installed.first().ok_or("there is no quiz to install")?;
    // What lies there already may be a translation too, unless it is replaced.
    let new: Vec<Source> = installed.iter().map(|(_, source)| source.clone()).collect();
    let mut others = if dist.join("content").is_dir() { Source::all_in(dist)? } else { Vec::new() };
    others.retain(|other| new.iter().all(|new| new.path != other.path));
    others.extend(new);
    let page = Page::of(quiz, first, &others, dist).map_err(not_changed)?;
    let unfinished = |error| format!("{} is not a finished build: {error}", dist.display());
    page.put_into(&html).map_err(unfinished)?;

    file::make_folder(&dist.join("content"))?;
    for (_, source) in &installed {
        file::write(&dist.join(&source.path), source.text.as_bytes())?;
    }
    page.install(&quiz.id, dist, &html)?;
    println!("{}: {:?} is installed, and the page shows it", dist.join(&first.path).display(), quiz.title);
    Ok(())
}

/// The words in a file, if that is what it holds.
fn words(path: &Path) -> std::result::Result<Option<Words>, NotGood> {
    let not_good = |lines| NotGood { lines };
    let text = file::read(path).map_err(|line| not_good(vec![line]))?;
    let json: Value = serde_json::from_str(&text).unwrap_or_default();
    if json.get("words").is_none() {
        return Ok(None);
    }
    let fault = |fault: &Fault| format!("{}: {fault}", path.display());
    Words::parse(&text).map(Some).map_err(|faults| not_good(faults.iter().map(fault).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::{Folder, sample};
    use super::*;
    use std::fs::read_to_string;

    const HTML: &str = "<!doctype html><html lang=\"en\"><head><!-- quiz:head --><!-- /quiz:head --><!-- quiz:policy --><!-- /quiz:policy --><!-- quiz:version --><!-- /quiz:version --></head>\
        <body><!-- quiz:noscript --><!-- /quiz:noscript --><!-- quiz:blocked --><!-- /quiz:blocked --><!-- quiz:first-screen --><!-- /quiz:first-screen --></body></html>";

    const WORDS: &str = include_str!("../../../public/words/en.json");

    #[test]
    fn a_quiz_takes_the_place_of_the_one_that_was_there() {
        let folder = Folder::new("install-good");
        folder.file("dist/words/en.json", WORDS);
        let index = folder.file("dist/index.html", HTML);
        let mut quiz = sample();
        quiz["language"] = "de".into();
        let file = folder.file("mine.json", &quiz.to_string());
        assert_eq!(run(&[file], &folder.0.join("dist")), Ok(()));
        let html = read_to_string(index).expect("the page is there");
        assert!(html.contains("content=\"content/cook.de.json\"") && html.contains("<html lang=\"de\">"), "{html}");
        let installed = read_to_string(folder.0.join("dist/content/cook.de.json")).expect("the quiz is there");
        assert_eq!(installed, quiz.to_string());
        let proven = format!("data-proven=\"{}\"", career_quiz::quiz::fingerprint::name_of(&installed));
        assert!(html.contains(&proven), "{html}");
        let begins = html.split("data-beginning=\"").nth(1).and_then(|rest| rest.split('"').next());
        let beginning = begins.expect("the page names it");
        assert!(beginning.starts_with("beginnings/cook.de."), "{beginning}");
        let text = read_to_string(folder.0.join("dist").join(beginning)).expect("it is there");
        let (begun, words) = career_quiz::quiz::beginning::read(&text).expect("it can be read");
        assert_eq!((&*begun.language, words.language()), ("de", "en"));
        let left = std::fs::read_dir(folder.0.join("dist")).expect("the folder is there").count();
        assert_eq!(left, 6, "page, manifest, worker, contents, beginnings and words, and no draft is left behind");
    }

    #[test]
    fn a_quiz_comes_with_its_translations() {
        let folder = Folder::new("install-translated");
        let index = folder.file("dist/index.html", HTML);
        folder.file("dist/words/en.json", WORDS);
        let english = folder.file("mine.json", &sample().to_string());
        let mut quiz = sample();
        quiz["language"] = "de".into();
        quiz["market_language"] = "en".into();
        let german = folder.file("mine-too.json", &quiz.to_string());
        // The switch would offer a language that nobody has words for.
        let without = run(&[english.clone(), german.clone()], &folder.0.join("dist"));
        assert!(without.is_err_and(|message| message.contains("not changed")));
        assert_eq!(read_to_string(&index).as_deref().ok(), Some(HTML));
        let words = folder.file("de.json", &WORDS.replace("\"language\": \"en\"", "\"language\": \"de\""));
        assert_eq!(run(&[english.clone(), german.clone(), words], &folder.0.join("dist")), Ok(()));
        let html = read_to_string(&index).expect("the page is there");
        assert!(html.contains("<html lang=\"en\">") && html.contains("content=\"content/cook.de.json\""), "{html}");
        // Installed anew in one language, it still has the other.
        assert_eq!(run(&[german], &folder.0.join("dist")), Ok(()));
        let html = read_to_string(&index).expect("the page is there");
        assert!(html.contains("<html lang=\"de\">") && html.contains("content=\"content/cook.en.json\""), "{html}");
        quiz["minutes"] = 4.into();
        let other = folder.file("mine-too.json", &quiz.to_string());
        assert!(run(&[english, other], &folder.0.join("dist")).is_err_and(|message| message.contains("not changed")));
        assert_eq!(read_to_string(index).expect("the page is there"), html);
    }

    #[test]
    fn what_is_sent_compressed_is_the_quiz_that_was_installed() {
        let folder = Folder::new("install-compressed");
        let dist = folder.0.join("dist");
        folder.file("dist/words/en.json", WORDS);
        folder.file("dist/index.html", HTML);
        crate::precompress::all(&dist).expect("it can be written");
        let file = folder.file("mine.json", &sample().to_string());
        assert_eq!(run(&[file], &dist), Ok(()));
        assert!(dist.join("content/cook.en.json.br").is_file(), "also what is new");
        assert!(crate::precompress::is_up_to_date(&dist));
    }

    #[test]
    fn a_faulty_quiz_changes_nothing() {
        let folder = Folder::new("install-bad");
        let index = folder.file("dist/index.html", HTML);
        let mut quiz = sample();
        quiz["steps"] = serde_json::json!([]);
        let file = folder.file("mine.json", &quiz.to_string());
        assert!(run(&[file], &folder.0.join("dist")).is_err_and(|message| message.contains("not changed")));
        assert_eq!(read_to_string(index).expect("the page is there"), HTML);
        assert!(!folder.0.join("dist/content").exists());
    }

    #[test]
    fn a_language_cannot_leave_the_folder() {
        let folder = Folder::new("install-path");
        folder.file("dist/index.html", HTML);
        let mut quiz = sample();
        quiz["language"] = "/../../x".into();
        let file = folder.file("mine.json", &quiz.to_string());
        assert!(run(&[file], &folder.0.join("dist")).is_err());
        assert!(!folder.0.join("dist/content").exists());
    }

    #[test]
    fn only_a_build_of_this_quiz_is_changed() {
        let folder = Folder::new("install-other");
        folder.file("dist/words/en.json", WORDS);
        let index = folder.file("dist/index.html", "<html lang=\"en\"></html>");
        let file = folder.file("mine.json", &sample().to_string());
        for dist in ["dist", "nowhere"] {
            let message = run(std::slice::from_ref(&file), &folder.0.join(dist)).expect_err("it is no build");
            assert!(message.contains("is not a finished build"), "{message}");
        }
        assert_eq!(read_to_string(index).expect("the page is there"), "<html lang=\"en\"></html>");
        assert!(!folder.0.join("dist/content").exists());
    }
}
