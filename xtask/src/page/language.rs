//! What a page says in one language.

use super::beginnings::Beginning;
use super::html::escape;
use crate::{Result, file};
use career_quiz::quiz::content::is_language;
use career_quiz::quiz::fingerprint::name_of;
use career_quiz::quiz::words::{Word, Words};
use std::path::Path;

/// What `index.html` says by itself, before the program has started or where it does not, by the name of the attribute.
const TEXTS: [(&str, Word); 6] = [
    ("loading", Word::StartLoading),
    ("needs", Word::StartNeeds),
    ("failed", Word::StartFailed),
    ("slow", Word::StartSlow),
    ("reload", Word::StartReload),
    ("link", Word::StartLink),
];

/// What a page says in one language, and where its files lie.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Language {
    /// The language, as a BCP 47 tag.
    pub(super) tag: String,
    /// The title of the quiz.
    pub(super) title: String,
    /// What the quiz promises.
    pub(super) promise: String,
    /// The content, relative to the page.
    pub(super) content: String,
    /// The words of the interface, relative to the page.
    pub(super) words_file: String,
    pub(super) words: Words,
    /// What the content is called by its bytes, where that was checked.
    proven: Option<String>,
    /// What a first visit begins with, where there is that.
    beginning: Option<Beginning>,
}

impl Language {
    /// The language of a content that lies at `content` in the folder `dist`, with the words that lie there for it.
    ///
    /// # Errors
    ///
    /// Where there are no words, or faulty ones; with the file and the place.
    pub(crate) fn new(tag: &str, title: &str, promise: &str, content: &str, dist: &Path) -> Result<Self> {
        if !is_language(tag) {
            return Err(format!("{tag:?} is not a language tag such as \"en\" or \"de-CH\""));
        }
        let words_file = words_file(tag, dist);
        let text = file::read(&dist.join(&words_file))?;
        let words = Words::parse(&text).map_err(|faults| {
            let lines: Vec<_> = faults.iter().map(|fault| format!("public/{words_file}: {fault}")).collect();
            lines.join("\n")
        })?;
        let (tag, title, promise, content) = (tag.to_owned(), title.to_owned(), promise.to_owned(), content.to_owned());
        Ok(Self { tag, title, promise, content, words_file, words, proven: None, beginning: None })
    }

    /// The same with its content, of which this is the text, marked as proven, so that a page need not check it.
    pub(super) fn proven(self, text: &str) -> Self {
        let beginning = Beginning::of(&self.content, text, &self.words);
        Self { proven: Some(name_of(text)), beginning, ..self }
    }

    /// Writes what a first visit begins with into a build, where there is that.
    ///
    /// # Errors
    ///
    /// Where that cannot be written.
    pub(super) fn write_beginning(&self, dist: &Path) -> Result {
        self.beginning.as_ref().map_or(Ok(()), |beginning| beginning.write(dist))
    }

    /// Whether the words are in the language, or in it without its region.
    ///
    /// # Errors
    ///
    /// Where they are in another one, with the file that is missing.
    pub(super) fn has_own_words(&self) -> Result {
        let general = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        match general(self.words.language()) == general(&self.tag) {
            true => Ok(()),
            false => Err(format!("words/{}.json: is missing, and there is a content in this language", self.tag)),
        }
    }

    /// The `<meta>` element that the script in the page, and then the program, find the language by.
    pub(super) fn meta(&self) -> String {
        let texts = TEXTS.map(|(name, word)| (name, self.words.get(word)));
        let files = [
            ("name", self.words.name()),
            ("direction", self.words.direction().as_str()),
            ("content", &self.content),
            ("words", &self.words_file),
            ("title", &self.title),
            ("promise", &self.promise),
        ];
        let proven = self.proven.iter().map(|name| ("proven", &**name));
        let proven = proven.chain(self.beginning.iter().map(|it| ("beginning", &*it.path)));
        let mut meta = format!("    <meta name=\"career-quiz-language\" content=\"{}\"", escape(&self.tag));
        for (name, text) in files.into_iter().chain(proven).chain(texts) {
            meta.push_str(&format!("\n      data-{name}=\"{}\"", escape(text)));
        }
        meta + ">\n"
    }

    /// What is said to people without scripts.
    pub(super) fn noscript(&self) -> String {
        let [tag, title, promise, needs] =
            [&self.tag, &self.title, &self.promise, self.words.get(Word::StartNeeds)].map(escape);
        let direction = self.words.direction().as_str();
        format!(
            "        <div class=\"page\" lang=\"{tag}\" dir=\"{direction}\">\n          <h1>{title}</h1>\n          \
             <p>{promise}</p>\n          <p>{needs}</p>\n        </div>\n"
        )
    }

    /// What is said where the page has scripts and none of them may run.
    pub(super) fn blocked(&self) -> String {
        let [tag, failed, link] =
            [&self.tag, self.words.get(Word::StartFailed), self.words.get(Word::StartLink)].map(escape);
        let direction = self.words.direction().as_str();
        // The page itself, without what the address of the frame adds to it.
        format!(
            "      <p lang=\"{tag}\" dir=\"{direction}\">{failed} <a href=\"?\" target=\"_blank\" \
             rel=\"noopener noreferrer\">{link}</a></p>\n"
        )
    }
}

/// The interface's words for a language: its own file, that of the language without the region, or English.
fn words_file(language: &str, dist: &Path) -> String {
    let general = language.split('-').next().unwrap_or(language);
    let file = |language: &str| format!("words/{language}.json");
    // A language is checked before it names a file: it comes from a stranger's content.
    let mut there = [language, general].into_iter().filter(|language| is_language(language)).map(file);
    there.find(|file| dist.join(file).is_file()).unwrap_or_else(|| file("en"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Folder;

    #[test]
    fn words_fall_back_to_the_general_language_and_then_to_english() {
        let folder = Folder::new("words");
        folder.file("words/pt.json", "{}");
        assert_eq!(words_file("pt-BR", &folder.0), "words/pt.json");
        assert_eq!(words_file("pt", &folder.0), "words/pt.json");
        assert_eq!(words_file("fr", &folder.0), "words/en.json");
        assert_eq!(words_file("../words/pt", &folder.0), "words/en.json");
    }

    #[test]
    fn words_that_are_missing_or_faulty_are_said_with_their_file() {
        let folder = Folder::new("words-faulty");
        let missing = Language::new("en", "T", "P", "c.json", &folder.0).expect_err("there are no words");
        assert!(missing.contains("words") && missing.contains("cannot be read"), "{missing}");
        folder.file("words/en.json", r#"{"format_version": 1, "language": "en", "name": "", "words": {}}"#);
        let faulty = Language::new("en", "T", "P", "c.json", &folder.0).expect_err("the words are empty");
        assert!(faulty.contains("public/words/en.json: words.question.next: the text is missing or empty"), "{faulty}");
        assert!(faulty.contains("public/words/en.json: name: "), "{faulty}");
    }

    #[test]
    fn a_language_that_is_no_tag_is_refused() {
        for bad in ["", "..", "en/..", "en\"><script>", "en_US"] {
            assert!(Language::new(bad, "T", "P", "c.json", Path::new(".")).is_err(), "{bad}");
        }
    }
}
