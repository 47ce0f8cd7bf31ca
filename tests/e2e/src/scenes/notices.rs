//! What is said of saved data.

use super::records::{put_progress, settings_key};
use crate::quiz::Quiz;
use serde_json::json;

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("notice-blocked", |quiz| {
        // As in some web views. By the page rather than by a setting of the browser, which scenes share.
        let page = std::fs::read_to_string(crate::dist().join("index.html")).expect("the build has its page");
        let script = "<head><script>for (const name of ['localStorage', 'indexedDB'])
            Object.defineProperty(window, name, { value: null })</script>";
        quiz.server.put("/", 200, page.replacen("<head>", script, 1));
        quiz.visit("");
        // Where nothing is kept, the language is not.
        if quiz.language() != "en" {
            quiz.press(&quiz.language_name());
        }
        quiz.wait_for_notice(&quiz.beginning("notice.blocked"));
    }),
    ("notice-full", |quiz| {
        quiz.visit("");
        quiz.fill_both_stores();
        quiz.answer("today", &["learning"]);
        quiz.wait_for_notice(&quiz.beginning("notice.full"));
    }),
    ("saved-soon", |quiz| {
        quiz.visit("");
        let gone = "IDBDatabase.prototype.transaction = () => { throw new DOMException('Gone', 'InvalidStateError') }";
        quiz.browser.run(gone, &[]);
        quiz.answer("today", &["learning"]);
        quiz.wait_for_saved("soon");
    }),
    ("notice-newer", |quiz| {
        quiz.browser.store(&quiz.key("progress"), "{\"record_version\":99}");
        quiz.visit("");
        quiz.wait_for_notice(&quiz.beginning("notice.newer"));
    }),
    ("notice-progress-unreadable", |quiz| {
        quiz.browser.store(&quiz.key("progress"), "unreadable");
        quiz.visit("");
        quiz.wait_for_notice(&quiz.beginning("notice.progress"));
    }),
    ("notice-results-unreadable", |quiz| {
        quiz.browser.store(&quiz.key("results"), "unreadable");
        quiz.visit("");
        quiz.wait_for_notice(&quiz.beginning("notice.results"));
    }),
    ("notice-newer-settings", |quiz| {
        quiz.browser.store(&settings_key(quiz), "{\"record_version\":99}");
        quiz.visit("");
        // Settings that are left alone say nothing of a language either.
        if quiz.language() != "en" {
            quiz.press(&quiz.language_name());
        }
        quiz.wait_for_notice(&quiz.beginning("notice.newer-settings"));
    }),
    ("notice-language", |quiz| {
        quiz.visit("");
        let (tag, name) = if quiz.language() == "es" { ("en", "English") } else { ("es", "Español") };
        quiz.server.put(&format!("/words/{tag}.json"), 404, "gone");
        quiz.press(name);
        quiz.wait_for_notice(&quiz.beginning("notice.language"));
    }),
    ("notice-set-aside", |quiz| {
        put_progress(quiz, &json!({ "today": "learning", "long-gone": "yes" }), Some("goal"), 6);
        quiz.visit("#/question/goal");
        quiz.wait_for_notice(&quiz.beginning("notice.set-aside"));
    }),
    ("notice-copy", |quiz| {
        put_progress(quiz, &json!({ "today": "learning" }), Some("today"), 0);
        quiz.put_into_journal(&quiz.journal_name("progress"), "unreadable");
        quiz.visit("");
        quiz.wait_for_notice(&quiz.beginning("notice.copy"));
    }),
    ("notice-two-copies", |quiz| {
        put_progress(quiz, &json!({ "today": "learning" }), Some("today"), 0);
        let other = quiz.kept("progress").expect("it was just put there").to_string().replace("learning", "intern");
        quiz.put_into_journal(&quiz.journal_name("progress"), &other);
        quiz.visit("");
        quiz.wait_for_notice(&quiz.beginning("notice.two-copies"));
    }),
    ("notices-two", |quiz| {
        quiz.browser.store(&quiz.key("progress"), "unreadable");
        quiz.browser.store(&quiz.key("results"), "unreadable");
        quiz.visit("");
        quiz.wait_for_notice(&quiz.beginning("notice.progress"));
        quiz.wait_for_notice(&quiz.beginning("notice.results"));
    }),
];
