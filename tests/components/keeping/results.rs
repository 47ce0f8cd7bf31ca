//! Finished results.

use crate::stage::clear;
use crate::stores::{RESULTS, kept, kept_in_journal};
use crate::tab::{Tab, kept_results};
use career_quiz::quiz::record::library::LibraryChange;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

#[browser_test]
async fn results_are_kept_and_taken_up_newest_first() {
    clear();
    let tab = Tab::open().await;
    let (first, second) = (tab.finish("coder").await, tab.finish("boss").await);
    assert_ne!(first, second);
    assert_eq!(kept_in_journal(RESULTS).await, kept(RESULTS));
    drop(tab);
    assert_eq!(Tab::open().await.results(), [second, first]);
}

#[browser_test]
async fn a_new_name_and_a_deletion_are_kept_too() {
    clear();
    let tab = Tab::open().await;
    let (first, second) = (tab.finish("coder").await, tab.finish("boss").await);
    tab.library.change(LibraryChange::Rename { id: first.clone(), name: " Mine ".to_owned() });
    tab.library.change(LibraryChange::Delete(second.clone()));
    tab.until_written().await;
    let library = kept_results();
    let names: Vec<_> = library.results.iter().map(|result| (&result.id, result.name.as_str())).collect();
    assert_eq!(names, [(&first, "Mine")]);
    assert_eq!(library.deleted.iter().map(|deleted| &deleted.id).collect::<Vec<_>>(), [&second]);
    assert_eq!(kept_in_journal(RESULTS).await, kept(RESULTS));
    drop(tab);
    assert_eq!(Tab::open().await.results(), [first]);
}
