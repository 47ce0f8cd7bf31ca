//! What the screen says of saving is true.

use crate::faults::{
    Busy, block_storage, close_journal, fill_journal, fill_journal_late, fill_storage, lose_journal, mend,
};
use crate::stage::{Stage, clear, settle, until};
use crate::stores::{PROGRESS, SETTINGS, keep, kept, kept_in_journal};
use crate::tab::{Tab, one};
use career_quiz::state::saving::Saved;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;
use web_sys::HtmlInputElement;

const NOT_SAVED: &str = "Not saved in this browser Try to save again";

/// What the mark says, in the page and in words: in all but those that are always there, of which the style sheet shows the one of the state.
fn mark(stage: &Stage) -> (String, String) {
    let state = stage.saved();
    let shown = format!(".save-mark > :not(.save-mark__yes, .save-mark__not-yet), .save-mark > .save-mark__{state}");
    let texts = stage.texts(&shown);
    (state, texts.join(" "))
}

fn said(state: &str, text: &str) -> (String, String) {
    (state.to_owned(), text.to_owned())
}

async fn until_written(stage: &Stage) {
    until("nothing is being written", || stage.saved() != "not-yet").await;
}

#[browser_test]
async fn saved_is_said_when_the_journal_has_confirmed_it_and_not_before() {
    clear();
    let stage = Stage::app("").await;
    assert_eq!(mark(&stage), said("nothing", ""));
    for answer in ["In a job", "On my own"] {
        let busy = Busy::transaction().await;
        stage.click("radio", answer);
        for _ in 0..10 {
            settle().await;
            assert_eq!(mark(&stage), said("not-yet", "Saving…"));
        }
        assert!(kept(PROGRESS).is_some(), "one store has it, and that is not enough");
        busy.end().await;
        until_written(&stage).await;
        assert_eq!(mark(&stage), said("yes", "Saved in this browser"));
        assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
    }
}

#[browser_test]
async fn what_is_done_while_something_is_being_written_is_saved_before_anything_is_called_so() {
    clear();
    let tab = Tab::open().await;
    let busy = Busy::transaction().await;
    for (question, option) in [("start", "coder"), ("wish", "time"), ("start", "boss")] {
        tab.session.set_answer(question, Some(one(option)));
        settle().await;
        assert_eq!(tab.saved(), Saved::NotYet);
    }
    busy.end().await;
    tab.until_written().await;
    assert_eq!((tab.saved(), tab.answers().len()), (Saved::Yes, 2));
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
}

#[browser_test]
async fn what_the_journal_has_not_kept_is_not_called_safe() {
    for fail in [lose_journal, close_journal, fill_journal, fill_journal_late] {
        clear();
        let stage = Stage::app("").await;
        fail();
        stage.click("radio", "In a job");
        settle().await;
        until_written(&stage).await;
        assert_eq!(mark(&stage), said("soon", "Saved, but not yet safe from a crash of this browser"));
        assert_eq!(kept_in_journal(PROGRESS).await, None);
        assert!(kept(PROGRESS).is_some());
        assert_eq!(stage.texts(".notice"), [""; 0]);
        mend();
        stage.click("radio", "On my own");
        settle().await;
        until_written(&stage).await;
        assert_eq!(stage.saved(), "yes");
        assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
    }
}

#[browser_test]
async fn where_nothing_is_saved_that_is_said_and_can_be_tried_again() {
    clear();
    let stage = Stage::app("").await;
    fill_storage();
    stage.click("radio", "In a job");
    settle().await;
    until_written(&stage).await;
    assert_eq!(mark(&stage), said("no", NOT_SAVED));
    assert_eq!((stage.texts(".notice").len(), kept(PROGRESS), kept_in_journal(PROGRESS).await), (1, None, None));
    stage.click("button", "Try to save again");
    settle().await;
    until_written(&stage).await;
    assert_eq!(mark(&stage), said("no", NOT_SAVED), "it is full as before");
    mend();
    stage.click("button", "Try to save again");
    settle().await;
    until_written(&stage).await;
    assert_eq!(mark(&stage), said("yes", "Saved in this browser"));
    assert_eq!(stage.texts(".notice"), [""; 0]);
    assert!(kept(PROGRESS).is_some_and(|text| text.contains("coder")));
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
}

#[browser_test]
async fn what_was_set_is_tried_again_with_the_rest() {
    clear();
    let stage = Stage::app("").await;
    fill_storage();
    stage.click("checkbox", "Choose options with the number keys");
    settle().await;
    until_written(&stage).await;
    assert_eq!(mark(&stage), said("no", NOT_SAVED));
    mend();
    stage.click("button", "Try to save again");
    stage.until_saved().await;
    assert_eq!(stage.texts(".notice"), [""; 0]);
    assert!(kept(SETTINGS).is_some_and(|text| text.ends_with(r#""number_keys":true}"#)));
    assert_eq!(kept_in_journal(SETTINGS).await, kept(SETTINGS));
}

#[browser_test]
async fn where_storage_was_blocked_and_is_no_more_it_is_saved_when_tried_again() {
    clear();
    block_storage();
    let stage = Stage::app("").await;
    stage.click("radio", "In a job");
    until("it is said", || stage.saved() == "no").await;
    assert_eq!(mark(&stage), said("no", NOT_SAVED));
    mend();
    stage.click("button", "Try to save again");
    settle().await;
    until_written(&stage).await;
    assert_eq!(stage.saved(), "yes");
    assert_eq!(stage.texts(".notice"), [""; 0]);
    assert!(kept_in_journal(PROGRESS).await.is_some_and(|text| text.contains("coder")));
}

#[browser_test]
async fn what_a_later_version_has_written_is_not_tried_again() {
    clear();
    keep(PROGRESS, r#"{"record_version":9}"#);
    let stage = Stage::app("").await;
    until_written(&stage).await;
    assert_eq!(mark(&stage), said("no", "Not saved in this browser"));
    let radio: HtmlInputElement = stage.get("radio", "In a job").unchecked_into();
    radio.click();
    settle().await;
    assert!(radio.checked());
    assert_eq!(mark(&stage), said("no", "Not saved in this browser"));
}
