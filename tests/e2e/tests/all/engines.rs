//! The engines themselves: what can be set in them, and what one of them cannot do.

use e2e::browser::Browser;
use e2e::engine::{Engine, Gap};
use e2e::quiz::Settings;
use e2e::server::Server;
use serde_json::json;
use std::path::{Path, PathBuf};

#[test]
fn the_browser_is_the_one_that_was_asked_for() {
    let browser = Browser::start();
    let agent = browser.run("return navigator.userAgent", &[]).as_str().unwrap_or_default().to_owned();
    let engine = match &agent {
        agent if agent.contains("Chrome/") => Engine::Chromium,
        agent if agent.contains("Firefox/") => Engine::Firefox,
        _ => Engine::WebKit,
    };
    assert_eq!(engine, Engine::current(), "{agent}");
}

#[test]
fn languages_and_darkness_are_what_the_person_prefers() {
    let page = Server::empty();
    let preferred = |settings: &Settings| {
        let browser = Browser::start_with(settings);
        browser.open(&page.address("/blank"));
        let script = "return [navigator.language, matchMedia('(prefers-color-scheme: dark)').matches]";
        browser.run(script, &[])
    };
    assert_eq!(preferred(&Settings::default()), json!(["en-US", false]));
    let settings = Settings { languages: &["de-CH", "fr"], dark: true, ..Settings::default() };
    assert_eq!(preferred(&settings), json!(["de-CH", true]));
}

#[test]
fn every_gap_has_its_row_and_every_row_its_gap() {
    let document = root().join("../../docs/browsers.md");
    let text = std::fs::read_to_string(&document).expect("the document can be read");
    let (_, rest) = text.split_once("<!-- gaps -->\n").expect("the place of the table is marked");
    let (table, _) = rest.split_once("<!-- /gaps -->").expect("the end of the table is marked");
    assert_eq!(table, Gap::table(), "the table in docs/browsers.md is not the one in tests/e2e/src/engine/gaps.rs");
}

#[test]
fn every_gap_is_met_by_a_test_that_goes_another_way_there() {
    let mut code = String::new();
    for folder in ["src", "tests"] {
        read_all(&root().join(folder), &mut code);
    }
    for gap in Gap::ALL {
        assert!(code.contains(&format!("cannot(Gap::{})", gap.name())), "nothing meets the gap {gap:?}");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read_all(folder: &Path, code: &mut String) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        match path.extension() {
            // There they are told of, and not met.
            _ if path.ends_with("engine") => {}
            _ if path.is_dir() => read_all(&path, code),
            // Comments name gaps, too.
            Some(ending) if ending == "rs" => {
                let text = std::fs::read_to_string(&path).expect("the file can be read");
                code.extend(text.lines().filter(|line| !line.trim_start().starts_with("//")));
            }
            _ => {}
        }
    }
}
