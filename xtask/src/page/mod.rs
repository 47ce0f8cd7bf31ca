//! The parts of `index.html` that depend on the content: what is there before the program has started, for
//! people without JavaScript, for search engines, and for a browser that can fetch early.
//!
//! They stand between marker comments, so that they can be made again in a finished build by
//! `cargo xtask content install`. `index.html` itself knows nothing of any quiz.

pub(crate) mod hook;
mod html;

use crate::Result;
use career_quiz::quiz::content::Quiz;
use html::{between, escape, set_language};
use std::path::Path;

/// What a page says about its quiz.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Page {
    /// The title of the quiz.
    pub(crate) title: String,
    /// What the quiz promises.
    pub(crate) promise: String,
    /// The language of both.
    pub(crate) language: String,
    /// The content, relative to the page.
    pub(crate) content: String,
    /// The words of the interface, relative to the page.
    pub(crate) words: String,
}

impl Page {
    /// The page of a quiz whose content will lie at `content` in the folder `dist`.
    pub(crate) fn new(quiz: &Quiz, content: String, dist: &Path) -> Self {
        Self {
            title: quiz.title.clone(),
            promise: quiz.promise.clone(),
            language: quiz.language.clone(),
            content,
            words: words(&quiz.language, dist),
        }
    }

    /// Puts the page's own parts into the text of an `index.html`.
    ///
    /// # Errors
    ///
    /// Where a marker is missing, which means that the file is not a page of ours.
    pub(crate) fn put_into(&self, html: &str) -> Result<String> {
        let html = between(html, "quiz:head", &self.head())?;
        let html = between(&html, "quiz:noscript", &self.noscript())?;
        set_language(&html, &self.language)
    }

    fn head(&self) -> String {
        let [title, promise, content, words] = self.escaped();
        // `crossorigin="anonymous"` is what makes the preload fit a plain `fetch()`, same origin or not.
        format!(
            r#"
    <title>{title}</title>
    <meta name="description" content="{promise}">
    <meta name="career-quiz-content" content="{content}">
    <meta name="career-quiz-words" content="{words}">
    <link rel="preload" as="fetch" crossorigin="anonymous" href="{content}">
    <link rel="preload" as="fetch" crossorigin="anonymous" href="{words}">
    "#
        )
    }

    fn noscript(&self) -> String {
        let [title, promise, ..] = self.escaped();
        format!(
            r#"
    <noscript>
      <h1>{title}</h1>
      <p>{promise}</p>
      <p lang="en">This quiz runs inside your browser, and needs JavaScript and WebAssembly to do so.</p>
    </noscript>
    "#
        )
    }

    fn escaped(&self) -> [String; 4] {
        [&self.title, &self.promise, &self.content, &self.words].map(|text| escape(text))
    }
}

/// The interface's words for a language: its own file, that of the language without the region, or English.
fn words(language: &str, dist: &Path) -> String {
    let general = language.split('-').next().unwrap_or(language);
    let file = |language: &str| format!("words/{language}.json");
    // A language is checked before it names a file: it comes from a stranger's content.
    let mut there = [language, general].into_iter().filter(|language| is_language(language)).map(file);
    there.find(|file| dist.join(file).is_file()).unwrap_or_else(|| file("en"))
}

/// Whether a text has the shape of a BCP 47 language tag, and so is safe in the name of a file.
pub(crate) fn is_language(text: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.len() <= 35 && text.split('-').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<!-- quiz:head --><!-- /quiz:head -->\n</head>\n\
        <body><!-- quiz:noscript -->old<!-- /quiz:noscript --></body></html>\n";

    fn page() -> Page {
        Page {
            title: "Which kitchen?".into(),
            promise: "Three minutes.".into(),
            language: "de-CH".into(),
            content: "content/cook.de-CH.json".into(),
            words: "words/de.json".into(),
        }
    }

    #[test]
    fn the_page_says_what_the_content_says() {
        let html = page().put_into(HTML).expect("the markers are there");
        for part in [
            "<html lang=\"de-CH\">",
            "<title>Which kitchen?</title>",
            "<meta name=\"description\" content=\"Three minutes.\">",
            "<meta name=\"career-quiz-content\" content=\"content/cook.de-CH.json\">",
            "<meta name=\"career-quiz-words\" content=\"words/de.json\">",
            "<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"content/cook.de-CH.json\">",
            "<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"words/de.json\">",
            "<h1>Which kitchen?</h1>",
        ] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
        assert!(!html.contains("old"));
    }

    #[test]
    fn a_page_can_be_made_again_and_again() {
        let once = page().put_into(HTML).expect("the markers are there");
        assert_eq!(page().put_into(&once).as_ref(), Ok(&once));
        let other = Page { title: "Another".into(), language: "en".into(), ..page() };
        let twice = other.put_into(&once).expect("the markers are still there");
        assert!(twice.contains("<title>Another</title>") && !twice.contains("kitchen"), "{twice}");
        assert_eq!(twice, other.put_into(HTML).expect("the markers are there"));
    }

    #[test]
    fn a_hostile_content_stays_text() {
        let hostile = "</title><script>alert(1)</script>\"'><!-- /quiz:head --></noscript>&amp;";
        let page = Page {
            title: hostile.into(),
            promise: hostile.into(),
            content: hostile.into(),
            language: "en\"><script>".into(),
            ..page()
        };
        assert!(page.put_into(HTML).is_err(), "a language that is none is refused");
        let page = Page { language: "en".into(), ..page };
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

    #[test]
    fn words_fall_back_to_the_general_language_and_then_to_english() {
        let folder = std::env::temp_dir().join(format!("xtask-words-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("words")).expect("a folder can be made");
        std::fs::write(folder.join("words/pt.json"), "{}").expect("a file can be written");
        assert_eq!(words("pt-BR", &folder), "words/pt.json");
        assert_eq!(words("pt", &folder), "words/pt.json");
        assert_eq!(words("fr", &folder), "words/en.json");
        assert_eq!(words("../words/pt", &folder), "words/en.json");
        std::fs::remove_dir_all(folder).expect("the folder can be removed");
    }

    #[test]
    fn a_language_cannot_be_a_path() {
        for good in ["en", "de-CH", "zh-Hant-TW", "x-klingon"] {
            assert!(is_language(good), "{good}");
        }
        for bad in ["", "..", "en/..", "en--US", "en_US", "../../etc/passwd", "en us", "en\0"] {
            assert!(!is_language(bad), "{bad}");
        }
    }
}
