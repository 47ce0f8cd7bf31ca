//! Deleting: for good, but for ten seconds in which it can be undone.

use e2e::quiz::{Quiz, Settings};
use serde_json::json;
use std::collections::BTreeMap;

/// Something of other programs on the same origin, under keys that look much like ours.
const NEIGHBOURS: [&str; 4] =
    ["cart", "career-quiz", "career-quiz./shop/.settings", "career-quiz./shop/.back-end-developer.progress"];

#[test]
fn a_deleted_result_can_be_brought_back_for_ten_seconds() {
    let quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    quiz.go_to("#/saved");
    let name = quiz.saved_names().remove(0);
    let kept = quiz.kept("results").expect("results are kept")["results"][0].clone();
    quiz.press(&format!("Delete {name}"));
    quiz.press("Delete");
    quiz.wait_for_notice(&format!("“{name}” was deleted."));
    assert!(quiz.saved_names().is_empty());
    quiz.press("Undo");
    quiz.browser.until("the result to be back", || (quiz.saved_names() == [&*name]).then_some(()));
    quiz.wait_for_saved("yes");
    let mut back = quiz.kept_in_journal("results").expect("results are kept")["results"][0].clone();
    back["revision"] = kept["revision"].clone();
    assert_eq!(back, kept, "all of it");
    quiz.visit("#/saved");
    assert_eq!(quiz.saved_names(), [&*name], "also when the page is opened anew");
    quiz.press(&format!("Delete {name}"));
    quiz.press("Delete");
    quiz.wait_for_notice(&format!("“{name}” was deleted."));
    quiz.browser.until("the offer to end", || quiz.notices().is_empty().then_some(()));
    assert!(quiz.saved_names().is_empty());
}

#[test]
fn everything_is_deleted_in_both_stores_and_nothing_of_a_neighbour() {
    let quiz = Quiz::new(Settings::default());
    quiz.leave();
    for key in NEIGHBOURS {
        quiz.browser.store(key, "theirs");
    }
    // Something that could not be read, too.
    quiz.browser.store(&quiz.key("progress"), "unreadable");
    quiz.visit("");
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    quiz.press("Español");
    quiz.browser.find("heading", "Tu perfil más afín: Nivel inicial");
    quiz.press("English");
    delete_everything(&quiz);
    assert_nothing_is_left(&quiz);
    // None of it is back when the page is opened anew.
    quiz.visit("");
    assert!(quiz.answers_shown().is_empty(), "no option is picked");
    quiz.go_to("#/saved");
    assert!(quiz.saved_names().is_empty());
    assert_nothing_is_left(&quiz);
}

#[test]
fn what_cannot_be_read_and_what_a_newer_version_wrote_is_deleted_with_everything_too() {
    let quiz = Quiz::new(Settings::default());
    quiz.forget_everything();
    quiz.browser.store(&quiz.key("progress"), "unreadable");
    quiz.browser.store(&quiz.key("results"), "{\"record_version\":9,\"results\":{}}");
    for key in NEIGHBOURS {
        quiz.browser.store(key, "theirs");
    }
    quiz.visit("#/saved");
    quiz.wait_for("saved");
    delete_everything(&quiz);
    assert_nothing_is_left(&quiz);
    quiz.visit("#/saved");
    quiz.wait_for("saved");
    assert!(quiz.notices().is_empty(), "nothing of it is left to speak of: {:?}", quiz.notices());
}

#[test]
fn where_not_everything_can_be_deleted_that_is_said() {
    let quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    quiz.go_to("#/saved");
    quiz.wait_for("saved");
    let stuck = "Storage.prototype.removeItem = () => { throw new DOMException('No', 'UnknownError') };
        IDBObjectStore.prototype.put = IDBObjectStore.prototype.delete =
            () => { throw new DOMException('Full', 'QuotaExceededError') };";
    quiz.browser.run(stuck, &[]);
    quiz.press("Delete everything");
    quiz.press("Delete everything");
    quiz.wait_for_notice("Not everything could be deleted from this browser.");
    // What was deleted is not lost by that.
    quiz.wait_for_notice("The rest was deleted.");
    assert!(quiz.saved_names().is_empty());
    quiz.press("Undo");
    quiz.browser.until("the result to be back", || (quiz.saved_names().len() == 1).then_some(()));
}

#[test]
fn everything_can_be_brought_back_and_what_was_answered_since_stays() {
    let quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    let kept = quiz.kept("results").expect("results are kept")["results"][0]["answers"].clone();
    delete_everything(&quiz);
    quiz.go_to("#/question/goal");
    quiz.answer("goal", &["grow"]);
    quiz.press("Undo");
    quiz.browser.until("the answers to be back", || (quiz.answers_kept().len() == 3).then_some(()));
    let answers = json!({ "today": "learning", "professional-years": 0, "goal": "grow" });
    assert_eq!(quiz.kept("progress").expect("progress is kept")["answers"], answers);
    quiz.go_to("#/saved");
    quiz.browser.until("the result to be back", || (quiz.saved_names().len() == 1).then_some(()));
    quiz.wait_for_saved("yes");
    quiz.visit("#/saved");
    assert_eq!(quiz.saved_names().len(), 1);
    let results = quiz.kept_in_journal("results").expect("results are kept");
    assert_eq!(results["results"][0]["answers"], kept);
    assert!(quiz.journal().keys().any(|name| name.contains(".content.")), "with the quiz that it was made with");
}

#[test]
fn what_was_deleted_does_not_come_back_from_a_store_that_was_late_to_hear_of_it() {
    let quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    let before = quiz.browser.storage();
    delete_everything(&quiz);
    quiz.leave();
    // As where the browser was killed before `localStorage` had reached the disk.
    for (key, text) in before {
        quiz.browser.store(&key, &text);
    }
    quiz.visit("");
    assert!(quiz.answers_shown().is_empty(), "no option is picked");
    quiz.go_to("#/saved");
    assert!(quiz.saved_names().is_empty());
    assert!(ours(&quiz).is_empty(), "it is gone there now: {:?}", ours(&quiz));
}

#[track_caller]
fn delete_everything(quiz: &Quiz) {
    quiz.go_to("#/saved");
    quiz.wait_for("saved");
    quiz.press("Delete everything");
    quiz.press("Cancel");
    assert!(!ours(quiz).is_empty(), "it asks first");
    quiz.press("Delete everything");
    quiz.press("Delete everything");
    quiz.wait_for_notice("Everything was deleted from this browser.");
}

/// What of ours is in `localStorage`.
#[track_caller]
fn ours(quiz: &Quiz) -> BTreeMap<String, String> {
    let begin = quiz.key("").replace("back-end-developer..", "");
    let begin = begin.trim_end_matches("back-end-developer.").to_owned();
    quiz.browser.storage().into_iter().filter(|(key, _)| key.starts_with(&begin)).collect()
}

#[track_caller]
fn assert_nothing_is_left(quiz: &Quiz) {
    assert!(ours(quiz).is_empty(), "{:?}", ours(quiz));
    for (name, text) in quiz.journal() {
        let word: serde_json::Value = serde_json::from_str(&text).expect("what is left is JSON");
        assert_eq!(word["erased"], true, "{name}: {text}");
        let known = ["record_version", "revision", "erased", "write"];
        let is_bare = word.as_object().is_some_and(|word| word.keys().all(|key| known.contains(&key.as_str())));
        assert!(is_bare, "at which revision, by which write, and nothing else: {text}");
    }
    let storage = quiz.browser.storage();
    for key in NEIGHBOURS {
        assert_eq!(storage.get(key).map(String::as_str), Some("theirs"), "{key}");
    }
}
