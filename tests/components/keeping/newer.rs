//! What a later version has written: it is shown as far as it can be read, and never written.

use crate::stage::clear;
use crate::stores::{PROGRESS, RESULTS, SETTINGS, journal, keep, keep_in_journal, kept, storage};
use crate::tab::{Tab, kept_progress, progress_text, start};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::record::library::LibraryChange;
use career_quiz::quiz::record::settings::{SettingsChange, Theme};
use career_quiz::state::notices::Notice;
use career_quiz::state::saving::{Reason, Saved};
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

/// What nothing can be made of.
const STRANGE: &str = r#"{"record_version":9,"pages":[]}"#;

/// What has only something more than this version knows.
fn newer() -> String {
    progress_text(7, r#"{"start":"coder"}"#).replace(r#""record_version":2"#, r#""record_version":9,"pages":[]"#)
}

#[browser_test]
async fn progress_of_a_later_version_is_never_overwritten() {
    for in_both in [false, true] {
        clear();
        keep(PROGRESS, STRANGE);
        if in_both {
            keep_in_journal(PROGRESS, STRANGE).await;
        }
        let before = journal().await;
        let tab = Tab::open().await;
        assert_eq!((tab.notices(), tab.saved()), (vec![Notice::Newer], Saved::No(Reason::Newer)));
        tab.pick("start", "boss").await;
        tab.session.start_over();
        tab.until_written().await;
        assert_eq!(kept(PROGRESS).as_deref(), Some(STRANGE));
        assert_eq!((storage().names().len(), journal().await), (1, before));
        assert_eq!(tab.answers(), Answers::default());
        assert_eq!((tab.notices(), tab.saved()), (vec![Notice::Newer], Saved::No(Reason::Newer)));
    }
}

#[browser_test]
async fn it_is_shown_as_far_as_it_can_be_read_whichever_store_has_it() {
    for (local, in_journal) in [(Some(newer()), None), (None, Some(newer())), (Some(newer()), Some(newer()))] {
        clear();
        if let Some(text) = &local {
            keep(PROGRESS, text);
        }
        if let Some(text) = &in_journal {
            keep_in_journal(PROGRESS, text).await;
        }
        let before = journal().await;
        let tab = Tab::open().await;
        assert_eq!((tab.answers(), tab.notices()), (start("coder"), vec![Notice::Newer]));
        // It can be gone on with, though not kept.
        tab.pick("wish", "time").await;
        assert_eq!(tab.answers().len(), 2);
        assert_eq!((kept(PROGRESS), journal().await), (local, before));
    }
}

#[browser_test]
async fn where_one_store_has_a_later_version_the_older_record_in_the_other_is_left_alone_too() {
    let older = progress_text(3, r#"{"start":"boss"}"#);
    for (local, in_journal) in [(newer(), older.clone()), (older, newer())] {
        clear();
        keep(PROGRESS, &local);
        keep_in_journal(PROGRESS, &in_journal).await;
        let tab = Tab::open().await;
        assert_eq!((tab.answers(), tab.notices()), (start("coder"), vec![Notice::Newer]));
        tab.pick("wish", "time").await;
        assert_eq!(kept(PROGRESS), Some(local));
        assert_eq!(journal().await, [(PROGRESS.to_owned(), in_journal)]);
    }
}

#[browser_test]
async fn results_of_a_later_version_are_never_overwritten() {
    clear();
    let newer = r#"{"record_version":9,"results":{}}"#;
    keep(RESULTS, newer);
    let tab = Tab::open().await;
    assert_eq!(tab.notices(), [Notice::Newer]);
    let result = tab.finish("boss").await;
    tab.library.change(LibraryChange::Rename { id: result.clone(), name: "Name".to_owned() });
    tab.library.change(LibraryChange::Delete(result));
    tab.until_written().await;
    assert_eq!((kept(RESULTS).as_deref(), journal().await), (Some(newer), vec![]));
    // Progress is a record of its own, and is kept.
    tab.pick("start", "boss").await;
    assert_eq!(kept_progress().answers.len(), 1);
    assert_eq!(journal().await.len(), 1);
    assert_eq!(tab.saved(), Saved::No(Reason::Newer), "of two records, what is worse is said");
}

#[browser_test]
async fn settings_of_a_later_version_are_never_overwritten() {
    clear();
    let newer = r#"{"record_version":9,"revision":4,"theme":"dark","number_keys":true,"language":null,"sound":1}"#;
    keep_in_journal(SETTINGS, newer).await;
    let tab = Tab::open().await;
    assert_eq!(tab.notices(), [Notice::NewerSettings]);
    assert_eq!(leptos::prelude::untrack(|| tab.settings.theme()), Some(Theme::Dark));
    tab.settings.change(SettingsChange::Theme(None));
    tab.until_written().await;
    assert_eq!((kept(SETTINGS), journal().await), (None, vec![(SETTINGS.to_owned(), newer.to_owned())]));
}

#[browser_test]
async fn a_record_of_a_later_version_is_not_overwritten_where_another_tab_has_just_written_it() {
    clear();
    let tab = Tab::open().await;
    keep(PROGRESS, STRANGE);
    keep_in_journal(RESULTS, STRANGE).await;
    // Neither is waited for without end.
    tab.pick("start", "boss").await;
    tab.finish("boss").await;
    assert_eq!(kept(PROGRESS).as_deref(), Some(STRANGE));
    assert_eq!(journal().await, [(RESULTS.to_owned(), STRANGE.to_owned())]);
    assert_eq!(tab.notices(), [Notice::Newer]);
    assert_eq!(tab.saved(), Saved::No(Reason::Newer));
}
