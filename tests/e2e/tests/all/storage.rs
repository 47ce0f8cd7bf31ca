//! Storage that is blocked, full, or holds something that cannot be read.

use e2e::engine::{Gap, cannot};
use e2e::quiz::{Quiz, Settings};
use serde_json::json;

const BLOCKED: &str = "This browser does not let the quiz save anything.";
const FULL: &str = "The storage of this browser is full";
const NEWER: &str = "Your saved data comes from a newer version of the quiz.";
const PROGRESS_UNREADABLE: &str = "Your saved answers could not be read. They are kept aside unchanged";
const RESULTS_UNREADABLE: &str = "Your saved results could not be read. They are kept aside unchanged";
const COPY_UNREADABLE: &str = "One of the two copies of your saved data could not be read.";
const SET_ASIDE: &str = "Some saved answers do not fit this version of the quiz: 1.";

#[test]
fn everything_kept_stands_under_keys_of_its_own() {
    let quiz = Quiz::new(Settings::default());
    quiz.leave();
    quiz.browser.store("of-another-program", "untouched");
    quiz.visit("");
    finishes(&quiz);
    let mut storage = quiz.browser.storage();
    assert_eq!(storage.remove("of-another-program").as_deref(), Some("untouched"));
    let keys: Vec<&String> = storage.keys().collect();
    assert_eq!(keys, [&quiz.key("progress"), &quiz.key("results")]);
    assert!(keys.iter().all(|key| key.starts_with("career-quiz.")), "{keys:?}");
    assert!(quiz.notices().is_empty(), "there is nothing to notice: {:?}", quiz.notices());
}

#[test]
fn where_the_browser_blocks_storage_the_quiz_works_and_says_so() {
    let quiz = blocked();
    quiz.visit("");
    assert_eq!(storage_is(&quiz), "SecurityError", "storage is blocked in this browser");
    works_and_says_that_nothing_is_saved(&quiz);
}

/// The quiz in a browser that lets no page keep anything.
pub(crate) fn blocked() -> Quiz {
    let by_script = cannot(Gap::StorageBlocked);
    let quiz = Quiz::new(Settings { storage_blocked: !by_script, ..Settings::default() });
    if by_script {
        // As Safari does where all cookies are blocked.
        let throws = "throw new DOMException('The operation is insecure.', 'SecurityError')";
        for store in ["localStorage", "indexedDB"] {
            quiz.server.run_first(&format!("Object.defineProperty(window, '{store}', {{ get() {{ {throws} }} }});"));
        }
    }
    quiz
}

#[test]
fn where_there_is_no_storage_the_journal_alone_keeps_what_was_answered() {
    let by_script = cannot(Gap::StorageMissing);
    let quiz = Quiz::new(Settings { storage_missing: !by_script, ..Settings::default() });
    if by_script {
        // As in some web views.
        quiz.server.run_first("Object.defineProperty(window, 'localStorage', { value: null });");
    }
    quiz.visit("");
    assert_eq!(storage_is(&quiz), "null", "there is no storage in this browser");
    finishes(&quiz);
    quiz.wait_for_saved("yes");
    assert!(quiz.notices().is_empty(), "there is nothing to notice: {:?}", quiz.notices());
    quiz.visit("#/results");
    assert_eq!(quiz.result().best().profile, "entry", "the result is there after the page was left");
}

#[test]
fn where_neither_store_is_there_the_quiz_works_and_says_so() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.run_first("Object.defineProperty(window, 'localStorage', { value: null });");
    quiz.server.run_first("Object.defineProperty(window, 'indexedDB', { value: undefined });");
    quiz.visit("");
    works_and_says_that_nothing_is_saved(&quiz);
    assert_eq!(quiz.saved().as_deref(), Some("no"));
}

#[test]
fn where_there_is_no_journal_the_quiz_does_not_promise_to_outlive_a_crash() {
    let quiz = Quiz::new(Settings::default());
    // As in a frame that may do next to nothing.
    quiz.server.run_first("IDBFactory.prototype.open = () => { throw new DOMException('No', 'SecurityError') };");
    quiz.visit("");
    quiz.answer("today", &["learning"]);
    quiz.wait_for_saved("soon");
    assert!(quiz.text().contains("Saved, but not yet safe from a crash of this browser"));
    assert!(quiz.notices().is_empty(), "there is nothing to notice: {:?}", quiz.notices());
    quiz.browser.reload();
    quiz.wait_for("intro");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["learning"]));
}

#[test]
fn a_private_window_keeps_answers_while_it_is_open() {
    let quiz = Quiz::new(Settings { private_window: true, ..Settings::default() });
    quiz.visit("");
    finishes(&quiz);
    assert!(quiz.notices().is_empty(), "there is nothing to notice: {:?}", quiz.notices());
    quiz.browser.reload();
    quiz.wait_for("results");
    assert_eq!(quiz.answers_kept()["today"], "learning");
}

#[test]
fn a_private_window_that_is_closed_leaves_nothing_behind() {
    let mut quiz = Quiz::new(Settings { private_window: true, ..Settings::default() });
    quiz.visit("");
    finishes(&quiz);
    quiz.browser.restart();
    quiz.visit("");
    assert!(quiz.answers_shown().is_empty(), "no option is picked");
    assert_eq!(quiz.browser.storage().len(), 0);
}

#[test]
fn a_browser_that_is_closed_and_started_again_has_what_was_saved() {
    if cannot(Gap::ProfileKept) {
        return;
    }
    let mut quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.answer("background", &["web-design"]);
    quiz.wait_for_saved("yes");
    let kept = quiz.browser.storage();
    quiz.browser.restart();
    quiz.visit("");
    assert_eq!(quiz.browser.storage(), kept, "byte for byte");
    quiz.press("Continue");
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["web-design"]));
}

#[test]
fn where_storage_is_full_the_journal_alone_keeps_what_was_answered() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    let kept = quiz.browser.storage();
    quiz.fill_local_storage();
    quiz.answer("background", &["web-design", "ux-ui"]);
    quiz.wait_for_saved("yes");
    assert!(quiz.notices().is_empty(), "there is nothing to notice: {:?}", quiz.notices());
    let key = quiz.key("progress");
    assert_eq!(quiz.browser.storage()[&key], kept[&key], "what was kept before is still there");
    quiz.browser.reload();
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["web-design", "ux-ui"]));
    quiz.browser.run("localStorage.removeItem('filler')", &[]);
    quiz.next();
    quiz.browser.until("both to be as they should", || {
        (quiz.answers_kept().get("background") == Some(&json!(["web-design", "ux-ui"]))).then_some(())
    });
}

#[test]
fn a_language_that_only_the_journal_knows_of_is_the_one_that_is_shown() {
    let quiz = Quiz::open();
    quiz.press("Español");
    quiz.browser.find("button", "Siguiente");
    quiz.browser.until("the choice in the journal", || quiz.journal().contains_key("settings").then_some(()));
    // As where the browser was killed before `localStorage` had reached the disk.
    quiz.leave();
    quiz.browser.run("localStorage.clear()", &[]);
    quiz.visit("");
    quiz.browser.find("button", "Siguiente");
}

#[test]
fn where_both_are_full_that_is_said_until_there_is_room_again_and_the_old_records_stay() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.run_first(
        "const put = IDBObjectStore.prototype.put;
         window.full = false;
         IDBObjectStore.prototype.put = function (...all) {
             if (window.full) throw new DOMException('No room', 'QuotaExceededError');
             return put.apply(this, all);
         };",
    );
    quiz.visit("");
    quiz.answer("today", &["intern"]);
    quiz.wait_for_saved("yes");
    let kept = (quiz.kept("progress"), quiz.kept_in_journal("progress"));
    quiz.browser.run("window.full = true", &[]);
    quiz.fill_local_storage();
    // What is shorter than before would find room.
    quiz.answer("today", &["other-developer"]);
    quiz.wait_for_notice(FULL);
    assert_eq!(quiz.saved().as_deref(), Some("no"));
    assert!(quiz.text().contains("Not saved in this browser"));
    assert_eq!((quiz.kept("progress"), quiz.kept_in_journal("progress")), kept, "the old records are as they were");
    quiz.browser.run("window.full = false; localStorage.removeItem('filler')", &[]);
    quiz.press("Try to save again");
    quiz.wait_for_saved("yes");
    quiz.browser.until("the notice to go", || quiz.notices().is_empty().then_some(()));
    assert_eq!(quiz.answers_kept()["today"], "other-developer");
    assert_eq!(quiz.kept_in_journal("progress"), quiz.kept("progress"));
}

#[test]
fn progress_that_cannot_be_read_is_kept_aside_byte_for_byte() {
    let quiz = Quiz::new(Settings::default());
    let whole = progress(&json!({ "today": "learning" }));
    let cut = &whole[..whole.len() - 9];
    for broken in [cut, "", "[]", "5", "\"x\"", "null", "{}", "{\"record_version\":1}", "{\"record_version\":\"1\"}"] {
        put_record(&quiz, "progress", broken);
        quiz.visit("");
        quiz.wait_for_notice(PROGRESS_UNREADABLE);
        finishes(&quiz);
        quiz.wait_for_saved("yes");
        assert_eq!(quiz.notices().len(), 1, "said once: {:?}", quiz.notices());
        assert_eq!(journal_backups(&quiz, "progress"), [broken]);
        assert_eq!(quiz.answers_kept()["today"], "learning", "the quiz goes on saving");
        quiz.browser.reload();
        quiz.wait_for("results");
        assert!(quiz.notices().is_empty(), "it is said once: {:?}", quiz.notices());
    }
}

#[test]
fn without_a_journal_it_is_kept_aside_in_local_storage_or_else_not_overwritten() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.run_first("IDBFactory.prototype.open = () => { throw new DOMException('No', 'SecurityError') };");
    put_record(&quiz, "progress", "unreadable");
    quiz.visit("");
    quiz.wait_for_notice(PROGRESS_UNREADABLE);
    quiz.answer("today", &["learning"]);
    quiz.wait_for_saved("soon");
    assert_eq!(backups(&quiz, "progress"), ["unreadable"]);
    put_record(&quiz, "progress", "unreadable");
    quiz.fill_local_storage();
    quiz.visit("");
    quiz.answer("today", &["learning"]);
    quiz.wait_for_saved("no");
    assert_eq!(quiz.browser.storage()[&quiz.key("progress")], "unreadable");
}

#[test]
fn results_that_cannot_be_read_are_kept_aside_byte_for_byte() {
    let quiz = Quiz::new(Settings::default());
    for broken in ["{\"record_version\":1,\"revision\":3,\"results\":[{\"id\":\"1\"", "[]"] {
        put_record(&quiz, "results", broken);
        quiz.visit("");
        quiz.wait_for_notice(RESULTS_UNREADABLE);
        finishes(&quiz);
        assert_eq!(journal_backups(&quiz, "results"), [broken]);
        let results = quiz.kept("results").expect("new results are saved");
        assert_eq!(results["results"].as_array().map(Vec::len), Some(1), "{results}");
    }
}

#[test]
fn where_one_of_two_copies_cannot_be_read_the_other_is_used_and_the_first_kept_aside() {
    let quiz = Quiz::new(Settings::default());
    let whole = progress(&json!({ "today": "learning" }));
    for is_local_broken in [true, false] {
        quiz.forget_everything();
        let (local, journal) = if is_local_broken { ("broken", &*whole) } else { (&*whole, "broken") };
        quiz.browser.store(&quiz.key("progress"), local);
        quiz.put_into_journal(&quiz.journal_name("progress"), journal);
        quiz.visit("");
        quiz.wait_for_notice(COPY_UNREADABLE);
        assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["learning"]));
        quiz.wait_for_saved("yes");
        assert_eq!(journal_backups(&quiz, "progress"), ["broken"]);
        assert_eq!(quiz.kept("progress"), quiz.kept_in_journal("progress"), "each has healed the other");
    }
}

#[test]
fn a_second_unreadable_record_does_not_take_the_place_of_the_first() {
    let quiz = with_record("progress", "the first");
    quiz.visit("");
    quiz.wait_for_notice(PROGRESS_UNREADABLE);
    quiz.leave();
    quiz.browser.store(&quiz.key("progress"), "the second");
    quiz.visit("");
    quiz.wait_for_notice(PROGRESS_UNREADABLE);
    quiz.answer("today", &["learning"]);
    quiz.wait_for_saved("yes");
    let mut aside = journal_backups(&quiz, "progress");
    aside.sort();
    assert_eq!(aside, ["the first", "the second"]);
}

#[test]
fn progress_of_a_newer_version_is_shown_as_far_as_it_can_be_read_and_never_overwritten() {
    let readable = progress(&json!({ "today": "learning" })).replace(":2,\"revision\"", ":3,\"new\":[1],\"revision\"");
    // As deep as can be read, which takes more of the program's stack (build.rs) than anything else.
    let deep = format!("{{\"record_version\":3,\"answers\":{}1{}}}", "{\"a\":".repeat(120), "}".repeat(120));
    for newer in ["{\"record_version\":3,\"answers\":{\"today\":{\"picked\":\"learning\"}}}", &readable, &deep] {
        let quiz = with_record("progress", newer);
        quiz.visit("");
        quiz.wait_for_notice(NEWER);
        let shown = if newer == readable { quiz.option_texts("today", &["learning"]) } else { Vec::new() };
        assert_eq!(quiz.answers_shown(), shown);
        quiz.answer("today", &["intern"]);
        assert_eq!(quiz.saved().as_deref(), Some("no"), "what is answered now is not saved");
        finishes(&quiz);
        quiz.follow("Change my answers");
        quiz.wait_for("review");
        quiz.press("Start over");
        quiz.press("Clear my answers");
        quiz.wait_for("intro");
        assert_eq!(quiz.browser.storage()[&quiz.key("progress")], newer);
        assert_eq!(quiz.kept_in_journal("progress"), None);
    }
}

#[test]
fn a_newer_record_in_the_journal_is_never_overwritten_either() {
    let quiz = Quiz::new(Settings::default());
    quiz.forget_everything();
    let newer = "{\"record_version\":9,\"results\":{\"by_day\":{}}}";
    quiz.put_into_journal(&quiz.journal_name("results"), newer);
    quiz.visit("");
    quiz.wait_for_notice(NEWER);
    finishes(&quiz);
    assert_eq!(quiz.journal()[&quiz.journal_name("results")], newer);
    assert_eq!(quiz.kept("results"), None, "nothing that would win over it is kept elsewhere");
}

#[test]
fn results_of_a_newer_version_are_never_overwritten() {
    let newer = "{\"record_version\":7,\"results\":{\"by_day\":{}}}";
    let quiz = with_record("results", newer);
    quiz.visit("");
    quiz.wait_for_notice(NEWER);
    finishes(&quiz);
    assert_eq!(quiz.browser.storage()[&quiz.key("results")], newer);
}

#[test]
fn answers_to_a_question_or_an_option_that_is_gone_are_kept_and_not_counted() {
    let quiz = Quiz::new(Settings::default());
    for (question, answer) in [("long-gone", json!("yes")), ("goal", json!("rule-the-world")), ("goal", json!(3))] {
        put_record(&quiz, "progress", &progress(&json!({ "today": "learning", question: answer })));
        quiz.visit("");
        quiz.wait_for_notice(SET_ASIDE);
        assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["learning"]), "the others are taken over");
        finishes(&quiz);
        assert_eq!(quiz.answers_kept()[question], answer, "what does not fit is kept");
        if question == "goal" {
            quiz.go_to("#/review");
            assert_eq!(quiz.reviewed("goal").as_deref(), Some("Skipped"), "what does not fit is not counted");
        }
    }
}

#[test]
fn somebody_who_was_at_a_question_that_is_gone_continues_at_the_first_open_one() {
    let record = progress(&json!({ "today": "learning" })).replace("\"at\":\"today\"", "\"at\":\"long-gone\"");
    let quiz = with_record("progress", &record);
    quiz.visit("");
    quiz.press("Continue");
    quiz.wait_for_question("background");
}

/// A browser in which a record is kept already. The quiz is not open yet.
#[track_caller]
fn with_record(name: &str, text: &str) -> Quiz {
    let quiz = Quiz::new(Settings::default());
    put_record(&quiz, name, text);
    quiz
}

/// Leaves the quiz, and keeps this record and nothing else.
#[track_caller]
fn put_record(quiz: &Quiz, name: &str, text: &str) {
    quiz.forget_everything();
    quiz.browser.store(&quiz.key(name), text);
}

/// What of a record is kept aside in `localStorage`.
#[track_caller]
fn backups(quiz: &Quiz, name: &str) -> Vec<String> {
    let begin = quiz.key(&format!("{name}.unreadable-"));
    quiz.browser.storage().into_iter().filter(|(key, _)| key.starts_with(&begin)).map(|(_, text)| text).collect()
}

/// What of a record is kept aside in the journal.
#[track_caller]
fn journal_backups(quiz: &Quiz, name: &str) -> Vec<String> {
    let begin = quiz.journal_name(&format!("{name}.unreadable-"));
    quiz.journal().into_iter().filter(|(key, _)| key.starts_with(&begin)).map(|(_, text)| text).collect()
}

/// A record of progress as the program writes it.
fn progress(answers: &serde_json::Value) -> String {
    format!(
        "{{\"record_version\":2,\"revision\":4,\"content_version\":\"1\",\"at\":\"today\",\"reached\":6,\"answers\":{answers}}}"
    )
}

/// What touching the storage comes to.
#[track_caller]
fn storage_is(quiz: &Quiz) -> serde_json::Value {
    quiz.browser.run("try { return localStorage ? 'open' : 'null' } catch (error) { return error.name }", &[])
}

#[track_caller]
fn works_and_says_that_nothing_is_saved(quiz: &Quiz) {
    quiz.wait_for_notice(BLOCKED);
    finishes(quiz);
    quiz.wait_for_notice(BLOCKED);
    assert_eq!(quiz.notices().len(), 1, "said once: {:?}", quiz.notices());
}

/// Takes the quiz by a short way, and looks at the result.
#[track_caller]
fn finishes(quiz: &Quiz) {
    quiz.finish_as_beginner();
    assert_eq!(quiz.result().best().profile, "entry", "the quiz leads to a result");
}
