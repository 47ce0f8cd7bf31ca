//! The web app manifest: what a device needs to install the quiz as an app.

use super::Page;
use crate::Result;
use career_quiz::quiz::words::Word;
use serde_json::{Value, json};
use std::path::Path;

/// Its name in a build.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// `--paper` of `style/base.css`, in light. A manifest has one colour only; the page itself has both.
const PAPER: &str = "#f6f5f1";

impl Page {
    /// The text of the manifest, for a build that lies in `dist`.
    ///
    /// There is no `id`: it would be taken from the root of the origin, and make two quizzes in two folders one app. By
    /// itself it is the address of the folder.
    pub(crate) fn manifest(&self, dist: &Path) -> Result<String> {
        let icon = |path: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": path, "sizes": sizes, "type": kind, "purpose": purpose });
        let mut icons: Vec<Value> =
            drawn_icon(dist).map(|path| icon(&path, "any", "image/svg+xml", "any")).into_iter().collect();
        icons.push(icon("icons/icon-192.png", "192x192", "image/png", "any"));
        icons.push(icon("icons/icon-512.png", "512x512", "image/png", "any"));
        icons.push(icon("icons/maskable-512.png", "512x512", "image/png", "maskable"));
        let first = &self.first;
        let manifest = json!({
            "name": first.title,
            "short_name": first.words.get(Word::SiteShortName),
            "description": first.promise,
            "lang": first.tag,
            "dir": first.words.direction().as_str(),
            "start_url": "./",
            "scope": "./",
            "display": "standalone",
            "theme_color": PAPER,
            "background_color": PAPER,
            "icons": icons,
        });
        Ok(format!("{manifest:#}\n"))
    }
}

/// The icon that the bundler has given a name with a hash.
fn drawn_icon(dist: &Path) -> Option<String> {
    let names = std::fs::read_dir(dist).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.filter(|name| name.starts_with("icon") && name.ends_with(".svg")).min()
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;
    use crate::content::Folder;
    use crate::{file, paths};

    fn manifest(folder: &Folder) -> Value {
        let public = paths::root().join("public");
        let page = Page::new(Language::new("de", "Which \"kitchen\"?", "Soon.", "c.json", &public).expect("words"));
        serde_json::from_str(&page.manifest(&folder.0).expect("it can be made")).expect("it is JSON")
    }

    #[test]
    fn the_manifest_says_what_the_content_says() {
        let folder = Folder::new("manifest");
        folder.file("icon-0123456789abcdef.svg", "");
        let manifest = manifest(&folder);
        assert_eq!(manifest["name"], "Which \"kitchen\"?");
        assert_eq!(manifest["description"], "Soon.");
        assert_eq!(manifest["lang"], "de");
        assert_eq!(manifest["dir"], "ltr");
        assert_eq!(manifest["icons"][0]["src"], "icon-0123456789abcdef.svg");
        assert!(manifest["id"].is_null(), "two folders of an origin are two apps");
    }

    #[test]
    fn every_icon_is_there_and_the_colours_are_those_of_the_page() {
        let manifest = manifest(&Folder::new("manifest-icons"));
        let icons = manifest["icons"].as_array().expect("a list");
        assert_eq!(icons.len(), 3, "without the drawn one, whose name only a build knows");
        for icon in icons {
            let path = paths::root().join("public").join(icon["src"].as_str().expect("a path"));
            let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            // Width and height stand at a fixed place of a PNG.
            let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
            assert_eq!(icon["sizes"], format!("{}x{}", number(16), number(20)), "{}", path.display());
        }
        let style = file::read(&paths::root().join("style/base.css")).expect("it is there");
        assert!(style.contains(&format!("--paper: {PAPER};")));
        let html = file::read(&paths::root().join("index.html")).expect("it is there");
        assert!(html.contains(&format!("content=\"{PAPER}\"")) && html.contains(MANIFEST));
    }
}
