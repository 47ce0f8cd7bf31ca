//! The languages that the page names in its `<meta name="career-quiz-language">` elements, put there by
//! `cargo xtask page`.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// A language that the quiz can be taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// The language, as a BCP 47 tag.
    pub tag: String,
    /// What the language calls itself.
    pub name: String,
    /// The address of the content.
    pub content: String,
    /// The address of what a first visit begins with, where the build has made that file ([`beginning`](crate::quiz::beginning)).
    pub beginning: String,
    /// The address of the words.
    pub words: String,
    /// What the content is called by its bytes ([`name_of`]), as the build has proven it; nothing where it has not.
    ///
    /// [`name_of`]: crate::quiz::fingerprint::name_of
    pub proven: String,
}

/// All of them, and the one that the page has chosen for this person: the script in its head knows what they have set
/// and what their browser prefers, and has begun to fetch the files. Without it, the first.
pub fn of_page() -> Option<(Vec<Language>, Language)> {
    let document = super::window()?.document()?;
    let list = document.query_selector_all("meta[name=\"career-quiz-language\"]").ok()?;
    let elements: Vec<Element> =
        (0..list.length()).filter_map(|index| list.item(index)?.dyn_into::<Element>().ok()).collect();
    let chosen = elements.iter().find(|element| element.has_attribute("data-chosen")).or(elements.first())?;
    Some((elements.iter().map(language).collect(), language(chosen)))
}

/// The languages that the browser says the person reads, the best first.
pub fn preferred() -> Vec<String> {
    let languages = super::window().map(|window| window.navigator().languages());
    languages.map(|languages| languages.iter().filter_map(|tag| tag.as_string()).collect()).unwrap_or_default()
}

/// The language of a list that serves a tag: `es` for `es-MX`, and `es-ES` if there is no other. The script in `index.html` finds it in
/// the same way.
pub fn nearest<'l>(tag: &str, list: &'l [Language]) -> Option<&'l Language> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.as_str();
    loop {
        if let Some(found) = list.iter().find(|it| it.tag.eq_ignore_ascii_case(parts)) {
            return Some(found);
        }
        match parts.rsplit_once('-') {
            Some((more, _)) => parts = more,
            None => break,
        }
    }
    let general = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    list.iter().find(|it| general(&it.tag) == general(&tag))
}

fn language(element: &Element) -> Language {
    let attribute = |name: &str| element.get_attribute(name).unwrap_or_default();
    Language {
        tag: attribute("content"),
        name: attribute("data-name"),
        content: attribute("data-content"),
        beginning: attribute("data-beginning"),
        words: attribute("data-words"),
        proven: attribute("data-proven"),
    }
}
