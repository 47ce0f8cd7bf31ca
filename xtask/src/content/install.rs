//! `cargo xtask content install`: puts another quiz into a finished build.

use super::{NotGood, load};
use crate::page::Page;
use crate::{Result, file};
use std::path::Path;

/// Puts the quiz in `path` into the build in `dist`. Everything is checked before anything is written, and
/// the page changes last: until then the build shows the quiz it had.
pub(crate) fn run(path: &Path, dist: &Path) -> Result {
    let quiz = load(path).map_err(|NotGood { lines }| {
        lines.iter().for_each(|line| println!("{line}"));
        format!("{} is not changed, because the quiz has faults", dist.display())
    })?;
    let index = dist.join("index.html");
    let html = std::fs::read_to_string(&index)
        .map_err(|error| format!("{} is not a finished build: index.html: {error}", dist.display()))?;
    let content = format!("content/{}.{}.json", quiz.id, quiz.language);
    let html = Page::new(&quiz, content.clone(), dist)
        .put_into(&html)
        .map_err(|error| format!("{} is not a finished build: {error}", dist.display()))?;
    let bytes = std::fs::read(path).map_err(|error| file::reading(path, &error))?;

    let target = dist.join(&content);
    file::make_folder(&dist.join("content"))?;
    file::write(&target, &bytes)?;
    file::write(&index, html.as_bytes())?;
    println!("{}: {:?} is installed, and the page shows it", target.display(), quiz.title);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{Folder, sample};
    use super::*;
    use std::fs::read_to_string;

    const HTML: &str = "<!doctype html><html lang=\"en\"><head><!-- quiz:head --><!-- /quiz:head --></head>\
        <body><!-- quiz:noscript --><!-- /quiz:noscript --></body></html>";

    #[test]
    fn a_quiz_takes_the_place_of_the_one_that_was_there() {
        let folder = Folder::new("install-good");
        let index = folder.file("dist/index.html", HTML);
        let mut quiz = sample();
        quiz["language"] = "de".into();
        let file = folder.file("mine.json", &quiz.to_string());
        assert_eq!(run(&file, &folder.0.join("dist")), Ok(()));
        let html = read_to_string(index).expect("the page is there");
        assert!(html.contains("content=\"content/cook.de.json\"") && html.contains("<html lang=\"de\">"), "{html}");
        let installed = read_to_string(folder.0.join("dist/content/cook.de.json")).expect("the quiz is there");
        assert_eq!(installed, quiz.to_string());
        let left = std::fs::read_dir(folder.0.join("dist")).expect("the folder is there").count();
        assert_eq!(left, 2, "no draft is left behind");
    }

    #[test]
    fn a_faulty_quiz_changes_nothing() {
        let folder = Folder::new("install-bad");
        let index = folder.file("dist/index.html", HTML);
        let mut quiz = sample();
        quiz["steps"] = serde_json::json!([]);
        let file = folder.file("mine.json", &quiz.to_string());
        assert!(run(&file, &folder.0.join("dist")).is_err_and(|message| message.contains("not changed")));
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
        assert!(run(&file, &folder.0.join("dist")).is_err());
        assert!(!folder.0.join("dist/content").exists());
    }

    #[test]
    fn only_a_build_of_this_quiz_is_changed() {
        let folder = Folder::new("install-other");
        let index = folder.file("dist/index.html", "<html lang=\"en\"></html>");
        let file = folder.file("mine.json", &sample().to_string());
        for dist in ["dist", "nowhere"] {
            let message = run(&file, &folder.0.join(dist)).expect_err("it is no build");
            assert!(message.contains("is not a finished build"), "{message}");
        }
        assert_eq!(read_to_string(index).expect("the page is there"), "<html lang=\"en\"></html>");
        assert!(!folder.0.join("dist/content").exists());
    }
}
