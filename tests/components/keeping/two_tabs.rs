//! Two tabs with the same quiz: what is done in one is not lost by what is done in the other.

use crate::faults::{Busy, block_journal, block_local, mend};
use crate::stage::{clear, material, settle};
use crate::stores::{PROGRESS, RESULTS, keep, kept, kept_in_journal, remove};
use crate::tab::{Tab, kept_results, one, progress_text, result, start};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::record::library::LibraryChange;
use career_quiz::state::archive;
use career_quiz::state::saving::Saved;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

/// Browsers with both stores, and with one of them.
const BROWSERS: [(&str, fn()); 3] =
    [("both stores", || ()), ("the journal alone", block_local), ("localStorage alone", block_journal)];

fn wish(option: &str) -> Answers {
    Answers::from([("wish", one(option))])
}

#[browser_test]
async fn results_of_both_are_kept() {
    for (browser, begin) in BROWSERS {
        clear();
        begin();
        let (here, there) = (Tab::open().await, Tab::open().await);
        let theirs = there.finish("coder").await;
        let ours = here.finish("boss").await;
        assert_eq!(here.results(), [ours.clone(), theirs.clone()], "{browser}");
        // Of the journal a tab hears when it has something to write there.
        if browser != "the journal alone" {
            there.hear().await;
            assert_eq!(there.results().len(), 2, "{browser}");
        }
        drop((here, there));
        assert_eq!(Tab::open().await.results().len(), 2, "{browser}");
        mend();
        if browser == "both stores" {
            assert_eq!(kept_results().results.iter().map(|result| &result.id).collect::<Vec<_>>(), [&theirs, &ours]);
            assert_eq!(kept_in_journal(RESULTS).await, kept(RESULTS));
        }
    }
}

#[browser_test]
async fn results_that_are_kept_at_the_same_moment_are_both_kept() {
    for (browser, begin) in &BROWSERS[..2] {
        clear();
        begin();
        let (here, there) = (Tab::open().await, Tab::open().await);
        let busy = Busy::transaction().await;
        let (ours, _) = here.library.keep(result("boss"), archive::entry(material()));
        let (theirs, _) = there.library.keep(result("coder"), archive::entry(material()));
        settle().await;
        busy.end().await;
        here.until_written().await;
        there.until_written().await;
        drop((here, there));
        let mut results = Tab::open().await.results();
        results.sort();
        assert_eq!(results, [theirs, ours], "{browser}");
    }
}

#[browser_test]
async fn an_answer_ends_up_on_top_of_those_of_the_other_tab() {
    for (browser, begin) in BROWSERS {
        clear();
        begin();
        let (here, there) = (Tab::open().await, Tab::open().await);
        there.pick("start", "boss").await;
        there.pick("wish", "money").await;
        here.pick("wish", "time").await;
        let both = Answers::from([("start", one("boss")), ("wish", one("time"))]);
        assert_eq!(here.answers(), both, "{browser}");
        there.hear().await;
        if browser != "the journal alone" {
            assert_eq!(there.answers(), both, "{browser}");
        }
        drop((here, there));
        assert_eq!(Tab::open().await.answers(), both, "{browser}");
    }
}

#[browser_test]
async fn answers_given_at_the_same_moment_are_both_kept() {
    clear();
    let (here, there) = (Tab::open().await, Tab::open().await);
    let busy = Busy::transaction().await;
    here.session.set_answer("start", Some(one("boss")));
    there.session.set_answer("wish", Some(one("time")));
    settle().await;
    busy.end().await;
    here.until_written().await;
    there.until_written().await;
    here.hear().await;
    let both = Answers::from([("start", one("boss")), ("wish", one("time"))]);
    assert_eq!((here.answers(), there.answers()), (both.clone(), both.clone()));
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
    assert_eq!((here.notices(), there.notices()), (vec![], vec![]));
}

#[browser_test]
async fn what_one_tab_deletes_the_other_does_not_bring_back_with_its_next_answer() {
    for (browser, begin) in BROWSERS {
        for hears in [true, false] {
            clear();
            begin();
            let here = Tab::open().await;
            here.pick("start", "boss").await;
            let there = Tab::open().await;
            assert_eq!(there.answers(), start("boss"));
            here.session.start_over();
            here.until_written().await;
            if hears && browser != "the journal alone" {
                there.hear().await;
                assert_eq!(there.answers(), Answers::default(), "{browser}");
            }
            there.pick("wish", "time").await;
            assert_eq!(there.answers(), wish("time"), "{browser}, hears: {hears}");
            drop((here, there));
            assert_eq!(Tab::open().await.answers(), wish("time"), "{browser}, hears: {hears}");
        }
    }
}

#[browser_test]
async fn a_result_that_one_tab_deletes_the_other_does_not_bring_back() {
    for (browser, begin) in BROWSERS {
        clear();
        begin();
        let here = Tab::open().await;
        let first = here.finish("coder").await;
        let there = Tab::open().await;
        here.library.change(LibraryChange::Delete(first.clone()));
        here.until_written().await;
        let second = there.finish("boss").await;
        assert_eq!(there.results(), std::slice::from_ref(&second), "{browser}");
        // Nor by something that has to do with it.
        there.library.change(LibraryChange::Rename { id: first, name: "Mine".to_owned() });
        there.until_written().await;
        drop((here, there));
        assert_eq!(Tab::open().await.results(), [second], "{browser}");
    }
}

#[browser_test]
async fn all_results_that_one_tab_deletes_the_other_does_not_bring_back() {
    for (browser, begin) in BROWSERS {
        clear();
        begin();
        let here = Tab::open().await;
        here.finish("coder").await;
        let there = Tab::open().await;
        here.library.change(LibraryChange::Clear);
        here.until_written().await;
        let second = there.finish("boss").await;
        assert_eq!(there.results(), std::slice::from_ref(&second), "{browser}");
        drop((here, there));
        assert_eq!(Tab::open().await.results(), [second], "{browser}");
    }
}

#[browser_test]
async fn a_record_that_was_removed_from_local_storage_alone_comes_back_from_the_journal() {
    clear();
    let tab = Tab::open().await;
    tab.pick("start", "boss").await;
    let before = kept(PROGRESS);
    remove(PROGRESS);
    tab.hear().await;
    assert_eq!((tab.answers(), kept(PROGRESS)), (start("boss"), before));
}

#[browser_test]
async fn a_tab_that_hears_of_an_older_record_puts_the_newer_one_back() {
    clear();
    let tab = Tab::open().await;
    keep(PROGRESS, &progress_text(5, r#"{"start":"boss"}"#));
    tab.hear().await;
    assert_eq!(tab.answers(), start("boss"));
    keep(PROGRESS, &progress_text(4, r#"{"start":"coder"}"#));
    tab.hear().await;
    assert_eq!((tab.answers(), kept(PROGRESS)), (start("boss"), Some(progress_text(5, r#"{"start":"boss"}"#))));
    tab.pick("wish", "time").await;
    assert_eq!(tab.saved(), Saved::Yes);
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
}
