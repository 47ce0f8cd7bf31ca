//! What cannot be read: it is set aside as it is, and said.

use crate::faults::{block_journal, fill_storage, mend};
use crate::stage::{clear, material};
use crate::stores::{PROGRESS, RESULTS, backup, journal, keep, keep_in_journal, kept, kept_in_journal, storage};
use crate::tab::{Tab, kept_progress, progress_text, start};
use career_quiz::quiz::record::progress::Progress;
use career_quiz::state::notices::Notice;
use career_quiz::state::saving::Saved;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

fn good() -> String {
    progress_text(5, r#"{"start":"coder"}"#)
}

fn broken() -> Vec<String> {
    let texts = [
        &good()[..40],
        "",
        "[]",
        "5",
        "null",
        "undefined",
        "[object Object]",
        r#"{"record_version":0}"#,
        r#"{"record_version":1}"#,
        r#"{"record_version":1,"revision":3,"results":[]}"#,
        "{\"broken\": \u{0}\u{1f600} ü \\ \n\t'\" </script>",
        &good().replace("\"coder\"", "{}"),
    ];
    texts.map(str::to_owned).to_vec()
}

#[browser_test]
async fn progress_that_cannot_be_read_is_set_aside_byte_for_byte_and_said() {
    for broken in broken() {
        clear();
        keep(PROGRESS, &broken);
        let tab = Tab::open().await;
        assert_eq!(tab.notices(), [Notice::UnreadableProgress], "{broken}");
        assert_eq!(tab.session.progress(), Progress::new(material().content), "{broken}");
        assert_eq!(kept_in_journal(&backup(PROGRESS, &broken)).await.as_ref(), Some(&broken));
        // It goes on afresh, and goes on keeping.
        tab.pick("start", "boss").await;
        tab.pick("wish", "time").await;
        assert_eq!(kept_progress().answers.len(), 2);
        assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
        assert_eq!(kept_in_journal(&backup(PROGRESS, &broken)).await.as_ref(), Some(&broken));
        assert_eq!(tab.notices(), [Notice::UnreadableProgress], "{broken}");
        assert_eq!(tab.saved(), Saved::Yes);
    }
}

#[browser_test]
async fn where_there_is_no_journal_it_is_set_aside_in_local_storage() {
    for broken in broken() {
        clear();
        block_journal();
        keep(PROGRESS, &broken);
        let tab = Tab::open().await;
        assert_eq!(tab.notices(), [Notice::UnreadableProgress], "{broken}");
        tab.pick("start", "boss").await;
        assert_eq!(kept_progress().answers, start("boss"));
        assert_eq!(kept(&backup(PROGRESS, &broken)), Some(broken));
        assert_eq!(storage().names().len(), 2);
    }
}

#[browser_test]
async fn progress_that_cannot_be_read_is_not_touched_until_something_is_answered() {
    clear();
    keep(PROGRESS, "broken");
    let _tab = Tab::open().await;
    assert_eq!(kept(PROGRESS).as_deref(), Some("broken"));
}

#[browser_test]
async fn progress_that_can_be_neither_read_nor_set_aside_is_not_overwritten_until_it_can() {
    clear();
    keep(PROGRESS, "broken");
    fill_storage();
    let tab = Tab::open().await;
    assert_eq!(tab.notices(), [Notice::UnreadableProgress]);
    tab.pick("start", "coder").await;
    assert_eq!(tab.notices(), [Notice::UnreadableProgress, Notice::Full]);
    assert_eq!(kept(PROGRESS).as_deref(), Some("broken"));
    mend();
    tab.pick("start", "boss").await;
    assert_eq!(kept_in_journal(&backup(PROGRESS, "broken")).await.as_deref(), Some("broken"));
    assert_eq!(kept_progress().answers, start("boss"));
    assert_eq!(tab.notices(), [Notice::UnreadableProgress]);
}

#[browser_test]
async fn a_backup_takes_the_place_of_no_other_and_the_same_text_is_set_aside_once() {
    clear();
    for text in ["first", "second", "first", "third", "second"] {
        keep(PROGRESS, text);
        drop(Tab::open().await);
    }
    let mut expected = ["first", "second", "third"].map(|text| (backup(PROGRESS, text), text.to_owned()));
    expected.sort();
    assert_eq!(journal().await, expected);
}

#[browser_test]
async fn results_that_cannot_be_read_are_set_aside_and_said() {
    for broken in ["{\"record_version\":1,\"revision\":1,\"results\":[{", "[]", &good()] {
        clear();
        keep(RESULTS, broken);
        let tab = Tab::open().await;
        assert_eq!(tab.notices(), [Notice::UnreadableResults]);
        assert_eq!(kept_in_journal(&backup(RESULTS, broken)).await.as_deref(), Some(broken));
        let result = tab.finish("boss").await;
        assert_eq!(tab.results(), [result]);
        drop(tab);
        assert_eq!(Tab::open().await.results().len(), 1);
        assert_eq!(kept_in_journal(&backup(RESULTS, broken)).await.as_deref(), Some(broken));
    }
}

#[browser_test]
async fn where_one_copy_cannot_be_read_the_other_is_shown_and_heals_it() {
    for (local, in_journal) in [("broken", good().as_str()), (good().as_str(), "broken")] {
        clear();
        keep(PROGRESS, local);
        keep_in_journal(PROGRESS, in_journal).await;
        let tab = Tab::open().await;
        assert_eq!(tab.notices(), [Notice::UnreadableCopy]);
        assert_eq!(tab.answers(), start("coder"));
        assert_eq!((kept(PROGRESS), kept_in_journal(PROGRESS).await), (Some(good()), Some(good())));
        assert_eq!(kept_in_journal(&backup(PROGRESS, "broken")).await.as_deref(), Some("broken"));
        // What took the place of the broken one is no other broken one.
        tab.pick("start", "boss").await;
        assert_eq!(tab.notices(), [Notice::UnreadableCopy]);
        drop(tab);
        let tab = Tab::open().await;
        assert_eq!((tab.answers(), tab.notices()), (start("boss"), vec![]));
    }
}

#[browser_test]
async fn where_neither_copy_can_be_read_both_are_set_aside() {
    clear();
    keep(PROGRESS, "broken here");
    keep_in_journal(PROGRESS, "broken there").await;
    let tab = Tab::open().await;
    assert_eq!(tab.notices(), [Notice::UnreadableProgress]);
    for broken in ["broken here", "broken there"] {
        assert_eq!(kept_in_journal(&backup(PROGRESS, broken)).await.as_deref(), Some(broken));
    }
    tab.pick("start", "boss").await;
    assert_eq!(kept_progress().answers, start("boss"));
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
}
