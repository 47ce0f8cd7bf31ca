//! What is found in the two stores when a page is opened.

use crate::faults::{Busy, block_journal, hasten, mend, rejections, watch_rejections};
use crate::stage::{clear, frame};
use crate::stores::{PROGRESS, RESULTS, SETTINGS, folder, journal, keep, keep_in_journal, kept, local_storage};
use crate::tab::progress_text;
use career_quiz::quiz::record::names::backup_name;
use career_quiz::state::place::Place;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

fn erased(revision: u64) -> String {
    format!(r#"{{"record_version":2,"revision":{revision},"erased":true}}"#)
}

#[browser_test]
async fn what_the_journal_holds_is_known_from_the_beginning() {
    clear();
    keep_in_journal(PROGRESS, "text").await;
    let place = Place::open(&folder()).await;
    assert_eq!(place.found(PROGRESS), Some(Some("text")));
    assert_eq!(place.found(RESULTS), Some(None));
}

#[browser_test]
async fn nobody_waits_long_for_a_journal_that_is_late() {
    clear();
    watch_rejections();
    keep_in_journal(PROGRESS, "text").await;
    let busy = Busy::transaction().await;
    hasten(400);
    let place = Place::open(&folder()).await;
    assert_eq!(place.found(PROGRESS), None, "it is not known what it holds");
    busy.end().await;
    assert_eq!(place.journal.read(PROGRESS).await.as_ref().map(Option::as_deref), Ok(Some("text")));
    frame().await;
    assert_eq!(rejections(), [""; 0]);
}

#[browser_test]
async fn where_there_is_no_journal_nothing_is_known_of_it() {
    clear();
    watch_rejections();
    keep(PROGRESS, "text");
    block_journal();
    let place = Place::open(&folder()).await;
    assert_eq!((place.found(PROGRESS), place.local.read(PROGRESS)), (None, Ok(Some("text".to_owned()))));
    frame().await;
    assert_eq!(rejections(), [""; 0]);
    mend();
    assert_eq!(journal().await, []);
}

#[browser_test]
async fn what_the_journal_says_was_deleted_is_removed_from_local_storage() {
    clear();
    let older = progress_text(4, "{}");
    let same = progress_text(5, "{}");
    let later = progress_text(6, "{}");
    let backup = backup_name("other.results", "broken");
    for (name, text) in [
        ("other.progress", older.as_str()),
        (PROGRESS, &same),
        (RESULTS, &later),
        ("other.results", "broken"),
        (&backup, "broken"),
        (SETTINGS, &older),
        ("never.progress", &older),
    ] {
        keep(name, text);
        let word = match name {
            SETTINGS => progress_text(9, "{}"),
            "never.progress" => continue,
            _ => erased(5),
        };
        keep_in_journal(name, &word).await;
    }
    keep_in_journal("gone.progress", &erased(3)).await;
    let before = journal().await;
    let _place = Place::open(&folder()).await;
    assert_eq!(["other.progress", PROGRESS, &backup].map(kept), [None, None, None]);
    assert_eq!(kept("other.results").as_deref(), Some("broken"), "what cannot be read is nobody's to remove");
    assert_eq!(kept(RESULTS), Some(later), "it was done after that");
    assert_eq!(kept(SETTINGS).as_ref(), Some(&older), "it was not deleted, and is a record's affair");
    assert_eq!(kept("never.progress"), Some(older));
    assert_eq!(journal().await, before);
}

#[browser_test]
async fn nothing_of_a_neighbour_is_removed() {
    clear();
    let neighbours = ["career-quiz./.small.progress", "small.progress", "career-quiz", "cart"];
    for neighbour in neighbours {
        local_storage().set_item(neighbour, &progress_text(1, "{}")).expect("the storage can be written");
    }
    keep(PROGRESS, &progress_text(1, "{}"));
    keep_in_journal(PROGRESS, &erased(5)).await;
    let _place = Place::open(&folder()).await;
    assert_eq!(kept(PROGRESS), None);
    for neighbour in neighbours {
        assert_eq!(local_storage().get_item(neighbour), Ok(Some(progress_text(1, "{}"))), "{neighbour}");
    }
}
