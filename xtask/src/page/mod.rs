//! The parts of `index.html` that depend on the content: what is there before the program has started, for
//! people without JavaScript, for search engines, and for a browser that can fetch early.
//!
//! They stand between marker comments, so that they can be made again in a finished build by
//! `cargo xtask content install`. `index.html` itself knows nothing of any quiz.

mod beginnings;
pub(crate) mod cold;
mod data;
mod first_screen;
pub(crate) mod hook;
mod html;
mod language;
mod manifest;
mod module;
mod names;
pub(crate) mod policy;
mod small;
mod split;
mod translations;
mod uses;

use crate::content::NotGood;
use crate::offline::{self, Offline};
use crate::{Result, file};
pub(crate) use beginnings::{BEGINNINGS, with_own_beginnings};
use career_quiz::quiz::content::Content;
use career_quiz::quiz::fingerprint::fingerprint;
pub(crate) use html::{between as put_between, escape};
use html::{between, set_language};
pub(crate) use language::Language;
pub(crate) use manifest::MANIFEST;
use std::path::Path;
pub(crate) use translations::Source;
use translations::translations;

/// What a page says about its quiz, in every language that the quiz is in. The first is the one for whom no other fits.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Page {
    first: Language,
    others: Vec<Language>,
    /// The fingerprint of the scoring, which contents of other sites are held against.
    scoring: Option<String>,
    /// The first screen, and the id of the quiz that it is of.
    first_screen: Option<(String, String)>,
}

/// Whether a path in a build is of what a quiz brings along, which `content install` may add to it.
pub(crate) fn is_of_quiz(path: &str) -> bool {
    ["content/", "words/", BEGINNINGS].iter().any(|folder| path.starts_with(folder)) || path == MANIFEST
}

/// Where the first screen stands.
const FIRST_SCREEN: &str = "quiz:first-screen";

impl Page {
    /// The page of a quiz in one language.
    pub(crate) fn new(first: Language) -> Self {
        Self { first, others: Vec::new(), scoring: None, first_screen: None }
    }

    /// The page of a quiz in all languages that it is in: its own, and those of its translations among `others`.
    ///
    /// # Errors
    ///
    /// Where a translation is none, or words are missing from the folder `dist`.
    pub(crate) fn of(
        quiz: &Content,
        source: &Source,
        others: &[Source],
        dist: &Path,
    ) -> std::result::Result<Self, NotGood> {
        let language = |quiz: &Content, source: &Source| {
            let language = Language::new(&quiz.language, &quiz.title, &quiz.promise, &source.path, dist);
            language.map(|it| it.proven(&source.text)).map_err(|line| NotGood { lines: vec![line] })
        };
        let others = translations(quiz, source, others)?;
        // A quiz in one language may do with English words; where there is a choice, each is a whole one.
        let first = language(quiz, source)?;
        let others = others.iter().map(|(quiz, source)| {
            let other = language(quiz, source)?;
            other.has_own_words().map_err(|line| NotGood { lines: vec![line] })?;
            Ok(other)
        });
        let others = others.collect::<std::result::Result<_, NotGood>>()?;
        Ok(Self { first, others, scoring: Some(fingerprint(quiz)), first_screen: None })
    }

    /// The same with the first screen of the quiz `id`, made of the files that lie in the folder `dist`.
    ///
    /// # Errors
    ///
    /// Where it cannot be made.
    pub(crate) fn with_first_screen(self, id: &str, dist: &Path) -> Result<Self> {
        let html = first_screen::html(dist, &self.first, self.languages())?;
        Ok(Self { first_screen: Some((id.to_owned(), html)), ..self })
    }

    /// Writes the page of the quiz `id` into a finished build in place of `html`; with its first screen, where that has one.
    ///
    /// # Errors
    ///
    /// Where something cannot be made or written.
    pub(crate) fn install(self, id: &str, dist: &Path, html: &str) -> Result {
        let page = if has_first_screen(html) { self.with_first_screen(id, dist)? } else { self };
        page.write(dist, &page.put_into(html)?, offline::of(dist))
    }

    /// Writes the page, whose text is `html`, and what goes with it into a build: the manifest, what first visits begin with, and the worker last.
    ///
    /// # Errors
    ///
    /// Where something cannot be written.
    pub(crate) fn write(&self, dist: &Path, html: &str, offline: Offline) -> Result {
        file::write(&dist.join(MANIFEST), self.manifest(dist)?.as_bytes())?;
        // Of another content nobody asks for it any more.
        file::remove_folder(&dist.join(BEGINNINGS))?;
        self.languages().try_for_each(|language| language.write_beginning(dist))?;
        offline::finish(dist, html, offline).map(drop)
    }

    /// Puts the page's own parts into the text of an `index.html`.
    ///
    /// # Errors
    ///
    /// Where a marker is missing, which means that the file is not a page of ours.
    pub(crate) fn put_into(&self, html: &str) -> Result<String> {
        let html = between(html, "quiz:head", &self.head())?;
        let html = between(&html, "quiz:noscript", &self.noscript())?;
        let html = between(&html, "quiz:blocked", &self.blocked())?;
        // Shown by the script after it. Hidden by itself, as a host's policy may forbid styles.
        let screen =
            self.first_screen.iter().map(|(_, screen)| format!("<div id=\"first-screen\" hidden>{screen}</div>"));
        let html = between(&html, FIRST_SCREEN, &screen.collect::<String>())?;
        set_language(&html, &self.first.tag)
    }

    fn head(&self) -> String {
        let (title, promise) = (escape(&self.first.title), escape(&self.first.promise));
        let languages: String = self.languages().map(Language::meta).collect();
        let scoring =
            self.scoring.iter().map(|print| format!("    <meta name=\"career-quiz-scoring\" content=\"{print}\">\n"));
        let scoring: String = scoring.collect();
        let screen = self
            .first_screen
            .iter()
            .map(|(id, _)| format!("    <meta name=\"career-quiz-first-screen\" content=\"{}\">\n", escape(id)));
        let screen: String = screen.collect();
        format!(
            "\n    <title>{title}</title>\n    <meta name=\"description\" content=\"{promise}\">\n{languages}{scoring}{screen}    "
        )
    }

    /// Without scripts nobody can choose, so it is said in all languages; in one main region, as a page has one.
    fn noscript(&self) -> String {
        let languages: String = self.languages().map(Language::noscript).collect();
        format!("\n    <noscript>\n      <main>\n{languages}      </main>\n    </noscript>\n    ")
    }

    /// Without its scripts the page cannot know whose language it is either. No alert: that would be read out before a script takes it away.
    fn blocked(&self) -> String {
        let languages: String = self.languages().map(Language::blocked).collect();
        format!("\n      <div class=\"page blocked\">\n{languages}      </div>\n    ")
    }

    fn languages(&self) -> impl Iterator<Item = &Language> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

fn has_first_screen(html: &str) -> bool {
    html.split_once(&format!("<!-- {FIRST_SCREEN} -->")).is_some_and(|(_, rest)| !rest.starts_with("<!--"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;
    use career_quiz::quiz::fingerprint::name_of;

    const HTML: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<!-- quiz:head --><!-- /quiz:head -->\n</head>\n\
        <body><!-- quiz:noscript -->old<!-- /quiz:noscript --><!-- quiz:blocked --><!-- /quiz:blocked --><!-- quiz:first-screen --><!-- /quiz:first-screen --></body></html>\n";

    fn language(tag: &str, title: &str, content: &str) -> Language {
        Language::new(tag, title, "Three minutes.", content, &paths::root().join("public"))
            .expect("the words are there")
    }

    fn page() -> Page {
        Page::new(language("de-CH", "Which kitchen?", "content/cook.de-CH.json"))
    }

    #[test]
    fn the_page_says_what_the_content_says() {
        let html = page().put_into(HTML).expect("the markers are there");
        for part in [
            "<html lang=\"de-CH\">",
            "<title>Which kitchen?</title>",
            "<meta name=\"description\" content=\"Three minutes.\">",
            "<meta name=\"career-quiz-language\" content=\"de-CH\"",
            "data-name=\"English\"",
            "data-direction=\"ltr\"",
            "data-content=\"content/cook.de-CH.json\"",
            "data-words=\"words/en.json\"",
            "data-title=\"Which kitchen?\"",
            "data-reload=\"Reload\"",
            "<h1>Which kitchen?</h1>",
        ] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
        assert!(!html.contains("data-proven"), "nobody has checked it: {html}");
        assert!(!html.contains("old"));
    }

    #[test]
    fn the_default_page_speaks_english_and_spanish_and_begins_with_english() {
        let public = paths::root().join("public");
        let quiz = crate::content::load(&paths::content()).expect("it is good");
        let sources = Source::all_in(&public).expect("they can be read");
        let page = Page::of(&quiz, &sources[0], &sources, &public).expect("the translations are good");
        let html = page.put_into(HTML).expect("the markers are there");
        assert!(html.contains("<html lang=\"en\">"), "{html}");
        let languages: Vec<_> =
            html.split("career-quiz-language\" content=\"").skip(1).map(|rest| &rest[..2]).collect();
        assert_eq!(languages, ["en", "es"]);
        assert!(html.contains("data-name=\"Español\""), "{html}");
        // Each is proven, by its own bytes.
        for source in sources.iter().filter(|source| source.path.contains("back-end-developer.")) {
            assert!(html.contains(&format!("data-proven=\"{}\"", name_of(&source.text))), "{}", source.path);
        }
        // Whoever has no scripts reads it in both.
        let noscript = &html[html.find("<noscript>").expect("it is there")..];
        assert!(noscript.contains("<div class=\"page\" lang=\"es\" dir=\"ltr\">"), "{noscript}");
        assert_eq!(noscript.matches("<main").count(), 1, "{noscript}");
    }

    #[test]
    fn a_page_can_be_made_again_and_again() {
        let once = page().put_into(HTML).expect("the markers are there");
        assert_eq!(page().put_into(&once).as_ref(), Ok(&once));
        let other = Page::new(language("en", "Another", "content/another.json"));
        let twice = other.put_into(&once).expect("the markers are still there");
        assert!(twice.contains("<title>Another</title>") && !twice.contains("kitchen"), "{twice}");
        assert_eq!(twice, other.put_into(HTML).expect("the markers are there"));
    }

    #[test]
    fn a_hostile_content_stays_text() {
        let hostile = "</title><script>alert(1)</script>\"'><!-- /quiz:head --></noscript>&amp;";
        let public = paths::root().join("public");
        let page = Page::new(Language::new("en", hostile, hostile, hostile, &public).expect("the words are there"));
        let html = page.put_into(HTML).expect("the markers are there");
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("/quiz:head -->").count(), 1, "{html}");
        assert_eq!(html.matches("</noscript>").count(), 1, "{html}");
        assert!(html.contains("&lt;/title&gt;&lt;script&gt;"), "{html}");
        assert!(html.contains("&amp;amp;"), "{html}");
        assert_eq!(page.put_into(&html).as_ref(), Ok(&html));
    }

    #[test]
    fn a_page_of_somebody_else_is_refused() {
        let message = page().put_into("<html lang=\"en\"></html>").expect_err("there are no markers");
        assert!(message.contains("<!-- quiz:head -->"), "{message}");
    }
}
