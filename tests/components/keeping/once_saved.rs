//! What waits until everything is saved.

use crate::faults::{Busy, hasten, mend};
use crate::stage::{clear, settle, until};
use crate::stores::{PROGRESS, keep};
use crate::tab::{Tab, one, result};
use career_quiz::quiz::record::library::LibraryChange;
use career_quiz::state::saving::{Reason, Saved};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

/// Counts how often something that waits is done.
fn count(tab: &Tab) -> impl Fn() -> u32 + use<> {
    let count = Rc::new(Cell::new(0));
    let counted = Rc::clone(&count);
    tab.saving.once_saved(move || counted.set(counted.get() + 1));
    move || count.get()
}

#[browser_test]
async fn nobody_waits_where_nothing_is_being_written() {
    clear();
    let tab = Tab::open().await;
    assert_eq!(count(&tab)(), 1);
    tab.pick("start", "coder").await;
    assert_eq!(count(&tab)(), 1);
}

#[browser_test]
async fn it_is_done_once_the_journal_has_confirmed_everything() {
    clear();
    let tab = Tab::open().await;
    let busy = Busy::transaction().await;
    tab.session.set_answer("start", Some(one("coder")));
    tab.library.change(LibraryChange::Keep(result("coder")));
    let done = [count(&tab), count(&tab)];
    for _ in 0..10 {
        settle().await;
        assert_eq!((done[0](), done[1]()), (0, 0));
    }
    busy.end().await;
    tab.until_written().await;
    assert_eq!((done[0](), done[1]()), (1, 1));
    tab.pick("start", "boss").await;
    assert_eq!((done[0](), done[1]()), (1, 1), "only once");
}

#[browser_test]
async fn nobody_waits_longer_than_three_seconds() {
    for (passed, expected) in [(2_999, 0), (3_000, 1)] {
        clear();
        let tab = Tab::open().await;
        let busy = Busy::transaction().await;
        tab.session.set_answer("start", Some(one("coder")));
        hasten(passed);
        let done = count(&tab);
        if expected == 1 {
            until("it is done", || done() == 1).await;
        }
        for _ in 0..10 {
            settle().await;
        }
        assert_eq!((done(), tab.saved()), (expected, Saved::NotYet));
        mend();
        busy.end().await;
        tab.until_written().await;
        assert_eq!(done(), 1, "only once");
    }
}

#[browser_test]
async fn it_waits_also_where_another_record_cannot_be_saved() {
    clear();
    keep(PROGRESS, r#"{"record_version":9}"#);
    let tab = Tab::open().await;
    let busy = Busy::transaction().await;
    tab.library.change(LibraryChange::Keep(result("coder")));
    let done = count(&tab);
    settle().await;
    assert_eq!((done(), tab.saved()), (0, Saved::No(Reason::Newer)));
    busy.end().await;
    until("it is done", || done() == 1).await;
}
