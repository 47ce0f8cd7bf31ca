//! The little that has to be known about HTML to change a page of ours.

use crate::Result;
use career_quiz::quiz::content::is_language;

/// Replaces what stands between `<!-- name -->` and `<!-- /name -->`.
pub(crate) fn between(html: &str, name: &str, part: &str) -> Result<String> {
    let (begin, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let missing = |marker: &str| format!("index.html is not a page of this quiz: {marker} is missing");
    let (before, rest) = html.split_once(&begin).ok_or_else(|| missing(&begin))?;
    let (_, after) = rest.split_once(&end).ok_or_else(|| missing(&end))?;
    Ok([before, &begin, part, &end, after].concat())
}

/// Sets the `lang` of the `<html>` element.
pub(super) fn set_language(html: &str, language: &str) -> Result<String> {
    if !is_language(language) {
        return Err(format!("{language:?} is not a language tag such as \"en\" or \"de-CH\""));
    }
    let missing = || "index.html is not a page of this quiz: <html lang=\"…\"> is missing".to_owned();
    let (before, rest) = html.split_once("<html lang=\"").ok_or_else(missing)?;
    let (_, after) = rest.split_once('"').ok_or_else(missing)?;
    Ok([before, "<html lang=\"", language, "\"", after].concat())
}

/// Text that is safe inside an element and inside a quoted attribute.
///
/// `-` needs no care: a comment cannot end where no `>` is left.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(character),
        }
    }
    safe
}

/// The texts of the elements of a page with this name, `script` or `style`, that stand in the page itself.
pub(super) fn inline<'a>(html: &'a str, element: &str) -> impl Iterator<Item = &'a str> {
    let (begin, end) = (format!("<{element}"), format!("</{element}>"));
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(&begin)?;
            // What stands in a comment is no element.
            if let Some(comment) = rest.find("<!--").filter(|comment| *comment < at) {
                rest = rest[comment..].split_once("-->")?.1;
                continue;
            }
            let (attributes, after) = rest[at + begin.len()..].split_once('>')?;
            let (text, after) = after.split_once(&end)?;
            rest = after;
            if !attributes.contains(" src=") {
                return Some(text);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_markers_changes() {
        let html = "a<!-- x -->b<!-- /x -->c";
        assert_eq!(between(html, "x", "new").as_deref(), Ok("a<!-- x -->new<!-- /x -->c"));
        assert!(between(html, "y", "new").is_err());
        assert!(between("a<!-- x -->b", "x", "new").is_err());
    }

    #[test]
    fn the_language_is_replaced_and_nothing_else() {
        let html = "<!doctype html><html lang=\"en\" class=\"x\"><p lang=\"en\">";
        assert_eq!(
            set_language(html, "pt-BR").as_deref(),
            Ok("<!doctype html><html lang=\"pt-BR\" class=\"x\"><p lang=\"en\">")
        );
        assert!(set_language("<html>", "en").is_err());
        assert!(set_language(html, "\"><script>").is_err());
    }

    #[test]
    fn every_character_with_a_meaning_is_escaped() {
        assert_eq!(escape("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
        assert_eq!(escape("Größe – 日本"), "Größe – 日本");
    }
}
