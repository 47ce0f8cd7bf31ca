//! Bringing back a result that was deleted.

use crate::faults::{hold_time, let_time_pass, let_time_pass_for};
use crate::stage::{Stage, clear, settle, until};
use crate::stores::{RESULTS, kept, kept_in_journal};
use crate::tab::{Tab, kept_results};
use career_quiz::quiz::record::library::{LibraryChange, SavedResult};
use career_quiz::state::undo::{Deleted, Undo};
use leptos::prelude::untrack;
use std::sync::mpsc::channel;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;
use web_sys::Event;

const TEN_SECONDS: f64 = 10_000.0;

/// The saved results, of which there are three.
async fn saved() -> Stage {
    clear();
    let tab = Tab::open().await;
    for (option, name) in [("novice", "First"), ("coder", "Second"), ("boss", "Third")] {
        let id = tab.finish(option).await;
        tab.library.change(LibraryChange::Rename { id, name: name.to_owned() });
    }
    tab.until_written().await;
    drop(tab);
    hold_time(1_000);
    let stage = Stage::app("#/saved").await;
    assert_eq!(names(&stage), ["Third", "Second", "First"]);
    stage
}

fn names(stage: &Stage) -> Vec<String> {
    stage.texts(".saved__link")
}

async fn delete(stage: &Stage, name: &str) {
    stage.click("button", &format!("Delete {name}"));
    stage.click("button", "Delete");
    settle().await;
    until("it is saved", || stage.saved() != "not-yet").await;
}

fn offers(stage: &Stage) -> usize {
    stage.all(".notice--undo").len()
}

#[browser_test]
async fn a_deleted_result_is_back_in_its_place_after_undo() {
    let stage = saved().await;
    let before = kept_results().results;
    delete(&stage, "Second").await;
    assert_eq!(names(&stage), ["Third", "First"]);
    assert_eq!(stage.texts(".notice--undo"), ["“Second” was deleted. Undo"]);
    stage.click("button", "Undo");
    settle().await;
    until("it is saved", || stage.saved() != "not-yet").await;
    assert_eq!((names(&stage), offers(&stage)), (["Third", "Second", "First"].map(str::to_owned).to_vec(), 0));
    let after = kept_results();
    let ids = |results: &[SavedResult]| results.iter().map(|result| result.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&after.results), ids(&before));
    assert_eq!(after.deleted, []);
    assert_eq!(kept_in_journal(RESULTS).await, kept(RESULTS));
}

#[browser_test]
async fn it_can_be_undone_for_ten_seconds() {
    let stage = saved().await;
    delete(&stage, "Second").await;
    assert_eq!(offers(&stage), 1);
    assert!(let_time_pass().contains(&TEN_SECONDS));
    until("the offer is gone", || offers(&stage) == 0).await;
    assert_eq!(names(&stage), ["Third", "First"]);
}

#[browser_test]
fn the_time_of_one_offer_does_not_end_the_next() {
    clear();
    hold_time(1_000);
    let (tell, told) = channel();
    let _stage = Stage::mount(move || tell.send(Undo::new()).expect("somebody listens"));
    let undo = told.recv().expect("it is there");
    for name in ["first", "second"] {
        undo.offer(Deleted::Result(name.to_owned()), || ());
    }
    assert_eq!(let_time_pass_for(1), [TEN_SECONDS]);
    assert_eq!(untrack(|| undo.deleted()), Some(Deleted::Result("second".to_owned())));
    assert_eq!(let_time_pass(), [TEN_SECONDS]);
    assert_eq!(untrack(|| undo.deleted()), None);
}

#[browser_test]
async fn only_what_was_deleted_last_can_be_undone() {
    let stage = saved().await;
    delete(&stage, "Second").await;
    delete(&stage, "Third").await;
    assert_eq!(offers(&stage), 1);
    stage.click("button", "Undo");
    settle().await;
    assert_eq!(names(&stage), ["Third", "First"]);
}

#[browser_test]
async fn it_waits_for_whoever_is_about_to_take_it() {
    for (come, go) in [("mouseenter", "mouseleave"), ("focusin", "focusout")] {
        let stage = saved().await;
        delete(&stage, "Second").await;
        let offer = stage.only(".notice--undo");
        let send = |name| offer.dispatch_event(&Event::new(name).expect("an event can be made"));
        send(come).expect("it can be sent");
        for _ in 0..3 {
            assert!(!let_time_pass().is_empty());
            settle().await;
            assert_eq!(offers(&stage), 1, "{come}");
        }
        send(go).expect("it can be sent");
        assert_eq!(let_time_pass(), [2_000.0]);
        until("the offer is gone", || offers(&stage) == 0).await;
    }
}
