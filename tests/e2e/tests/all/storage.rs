//! Storage that is blocked, full, or holds something that cannot be read.

use e2e::engine::{Gap, cannot};
use e2e::quiz::{Quiz, Settings};
use serde_json::json;

const BLOCKED: &str = "This browser does not let the quiz save anything.";
const FULL: &str = "The storage of this browser is full";
const NEWER: &str = "Your saved data comes from a newer version of the quiz.";
const PROGRESS_UNREADABLE: &str = "Your saved answers could not be read. They are kept aside unchanged";
const RESULTS_UNREADABLE: &str = "Your saved results could not be read. They are kept aside unchanged";
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
    let by_script = cannot(Gap::StorageBlocked);
    let quiz = Quiz::new(Settings { storage_blocked: !by_script, ..Settings::default() });
    if by_script {
        // As Safari does where all cookies are blocked.
        let throws = "throw new DOMException('The operation is insecure.', 'SecurityError')";
        quiz.server.run_first(&format!("Object.defineProperty(window, 'localStorage', {{ get() {{ {throws} }} }});"));
    }
    quiz.visit("");
    assert_eq!(storage_is(&quiz), "SecurityError", "storage is blocked in this browser");
    works_and_says_that_nothing_is_saved(&quiz);
}

#[test]
fn where_there_is_no_storage_the_quiz_works_and_says_so() {
    let by_script = cannot(Gap::StorageMissing);
    let quiz = Quiz::new(Settings { storage_missing: !by_script, ..Settings::default() });
    if by_script {
        // As in some web views.
        quiz.server.run_first("Object.defineProperty(window, 'localStorage', { value: null });");
    }
    quiz.visit("");
    assert_eq!(storage_is(&quiz), "null", "there is no storage in this browser");
    works_and_says_that_nothing_is_saved(&quiz);
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
    let kept = quiz.browser.storage();
    quiz.browser.restart();
    quiz.visit("");
    assert_eq!(quiz.browser.storage(), kept, "byte for byte");
    quiz.press("Continue");
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["web-design"]));
}

#[test]
fn where_storage_is_full_the_quiz_works_and_says_so_and_goes_on_saving_once_there_is_room() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    let kept = quiz.browser.storage();
    fill(&quiz);
    quiz.answer("background", &["web-design", "ux-ui"]);
    quiz.wait_for_notice(FULL);
    let key = quiz.key("progress");
    assert_eq!(quiz.browser.storage()[&key], kept[&key], "what was kept before is still there");
    quiz.browser.run("localStorage.removeItem('filler')", &[]);
    quiz.next();
    quiz.browser.until("the notice to go", || quiz.notices().is_empty().then_some(()));
    assert_eq!(quiz.answers_kept()["background"], json!(["web-design", "ux-ui"]));
}

#[test]
fn where_storage_is_full_from_the_start_the_quiz_leads_to_a_result() {
    let quiz = Quiz::new(Settings::default());
    quiz.leave();
    fill(&quiz);
    quiz.visit("");
    finishes(&quiz);
    quiz.wait_for_notice(FULL);
    assert_eq!(quiz.browser.storage().keys().collect::<Vec<_>>(), ["filler"]);
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
        let aside = quiz.key("progress.unreadable-1");
        assert_eq!(quiz.browser.storage().get(&aside).map(String::as_str), Some(broken), "{broken:?}");
        finishes(&quiz);
        assert_eq!(quiz.browser.storage().get(&aside).map(String::as_str), Some(broken), "{broken:?}");
        assert_eq!(quiz.answers_kept()["today"], "learning", "the quiz goes on saving");
        quiz.browser.reload();
        quiz.wait_for("results");
        assert!(quiz.notices().is_empty(), "it is said once: {:?}", quiz.notices());
    }
}

#[test]
fn results_that_cannot_be_read_are_kept_aside_byte_for_byte() {
    let quiz = Quiz::new(Settings::default());
    for broken in ["{\"record_version\":1,\"revision\":3,\"results\":[{\"id\":\"1\"", "[]"] {
        put_record(&quiz, "results", broken);
        quiz.visit("");
        quiz.wait_for_notice(RESULTS_UNREADABLE);
        finishes(&quiz);
        let aside = quiz.key("results.unreadable-1");
        assert_eq!(quiz.browser.storage().get(&aside).map(String::as_str), Some(broken), "{broken:?}");
        let results = quiz.kept("results").expect("new results are saved");
        assert_eq!(results["results"].as_array().map(Vec::len), Some(1), "{results}");
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
    let storage = quiz.browser.storage();
    assert_eq!(storage[&quiz.key("progress.unreadable-1")], "the first");
    assert_eq!(storage[&quiz.key("progress.unreadable-2")], "the second");
}

#[test]
fn an_unreadable_record_that_cannot_be_kept_aside_is_not_overwritten() {
    let quiz = with_record("progress", "unreadable");
    fill(&quiz);
    quiz.visit("");
    quiz.wait_for_notice(PROGRESS_UNREADABLE);
    quiz.wait_for_notice(FULL);
    quiz.browser.run("localStorage.removeItem('filler')", &[]);
    finishes(&quiz);
    let storage = quiz.browser.storage();
    let kept = |name: &str| storage.get(&quiz.key(name)).map(String::as_str);
    assert!([kept("progress"), kept("progress.unreadable-1")].contains(&Some("unreadable")), "{storage:?}");
}

#[test]
fn progress_of_a_newer_version_is_never_overwritten() {
    let newer = "{\"record_version\":2,\"answers\":{\"today\":{\"picked\":\"learning\"}}}";
    let quiz = with_record("progress", newer);
    quiz.visit("");
    quiz.wait_for_notice(NEWER);
    finishes(&quiz);
    assert_eq!(quiz.browser.storage()[&quiz.key("progress")], newer);
    quiz.follow("Change my answers");
    quiz.wait_for("review");
    quiz.press("Start over");
    quiz.press("Clear my answers");
    quiz.wait_for("intro");
    assert_eq!(quiz.browser.storage()[&quiz.key("progress")], newer);
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

#[test]
fn what_another_tab_saved_is_not_lost() {
    let quiz = Quiz::open();
    finishes(&quiz);
    let first = quiz.kept("results").expect("a result is saved");
    // Another tab deletes nothing and adds one.
    let mut other = first.clone();
    other["revision"] = json!(first["revision"].as_u64().expect("a number") + 1);
    let mut more = first["results"][0].clone();
    more["id"] = "of-another-tab".into();
    more["answers"] = json!({});
    other["results"].as_array_mut().expect("a list").push(more);
    quiz.browser.store(&quiz.key("results"), &other.to_string());
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.press("See my result");
    quiz.wait_for("results");
    let kept = quiz.kept("results").expect("results are saved").to_string();
    assert!(kept.contains("of-another-tab"), "{kept}");
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
    quiz.leave();
    quiz.browser.run("localStorage.clear()", &[]);
    quiz.browser.store(&quiz.key(name), text);
}

/// A record of progress as the program writes it.
fn progress(answers: &serde_json::Value) -> String {
    format!(
        "{{\"record_version\":1,\"revision\":4,\"content_version\":\"1\",\"at\":\"today\",\"reached\":6,\"answers\":{answers}}}"
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

/// Answers what makes a result and goes to it, by clicking from the review on.
#[track_caller]
fn finishes(quiz: &Quiz) {
    quiz.answer("today", &["learning"]);
    quiz.go_to("#/question/professional-years");
    quiz.answer("professional-years", &["0"]);
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.press("See my result");
    let result = quiz.result();
    assert_eq!(result.best().profile, "entry", "the quiz leads to a result");
}

/// Fills the storage of the origin to the last character.
#[track_caller]
fn fill(quiz: &Quiz) {
    let script = "
        let filler = '';
        for (let size = 1 << 22; size >= 1; size >>= 1) {
            for (;;) {
                try { localStorage.setItem('filler', filler + 'x'.repeat(size)); } catch { break; }
                filler += 'x'.repeat(size);
            }
        }
        try { localStorage.setItem('a', ''); localStorage.removeItem('a'); return 'room'; } catch (error) { return error.name; }
    ";
    assert_eq!(quiz.browser.run(script, &[]), "QuotaExceededError", "the storage is full");
}
