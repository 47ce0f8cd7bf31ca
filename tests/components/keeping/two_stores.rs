//! Two stores that hold different records: the later one is shown, and heals the other.

use crate::faults::{Busy, block_local, hasten, mend};
use crate::stage::{clear, settle};
use crate::stores::{PROGRESS, RESULTS, SETTINGS, backup, folder, keep, keep_in_journal, kept, kept_in_journal};
use crate::tab::{Tab, one, progress_text, result, start};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::{Library, LibraryChange, SavedResult};
use career_quiz::quiz::record::settings::Theme;
use career_quiz::quiz::record::stored::{head, text_of};
use career_quiz::state::notices::Notice;
use career_quiz::state::place::Place;
use career_quiz::state::saving::Saved;
use leptos::prelude::untrack;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

fn erased(revision: u64) -> String {
    format!(r#"{{"record_version":2,"revision":{revision},"erased":true}}"#)
}

fn library(results: &[SavedResult]) -> String {
    let mut library = Library::default();
    for result in results {
        library.apply(&LibraryChange::Keep(result.clone()));
    }
    text_of(&library)
}

fn named(id: &str, option: &str) -> SavedResult {
    SavedResult { id: id.to_owned(), ..result(option) }
}

/// A tab that was opened before the journal had said what it holds, and the journal, which is still busy.
async fn open_without_waiting() -> (Tab, Busy) {
    let busy = Busy::transaction().await;
    hasten(400);
    let place = Place::open(&folder()).await;
    mend();
    (Tab::open_at(place).await, busy)
}

#[browser_test]
async fn the_later_record_is_shown_and_heals_the_other_store() {
    let later = progress_text(7, r#"{"start":"boss"}"#);
    let older = progress_text(5, r#"{"start":"coder","wish":"time"}"#);
    for (local, in_journal) in [
        (Some(&later), Some(&older)),
        (Some(&older), Some(&later)),
        (Some(&later), None),
        (None, Some(&later)),
        (Some(&later), Some(&later)),
    ] {
        clear();
        if let Some(text) = local {
            keep(PROGRESS, text);
        }
        if let Some(text) = in_journal {
            keep_in_journal(PROGRESS, text).await;
        }
        let tab = Tab::open().await;
        assert_eq!(tab.answers(), start("boss"));
        assert_eq!((kept(PROGRESS).as_ref(), kept_in_journal(PROGRESS).await.as_ref()), (Some(&later), Some(&later)));
        assert_eq!((tab.notices(), tab.saved()), (vec![], Saved::Yes));
    }
}

#[browser_test]
async fn what_was_deleted_does_not_come_back_from_the_other_store() {
    for local in [progress_text(4, r#"{"start":"coder"}"#), progress_text(5, r#"{"start":"coder"}"#)] {
        for is_late in [false, true] {
            clear();
            keep(PROGRESS, &local);
            keep_in_journal(PROGRESS, &erased(5)).await;
            let tab = match is_late {
                false => Tab::open().await,
                true => {
                    let (tab, busy) = open_without_waiting().await;
                    busy.end().await;
                    tab.until_written().await;
                    tab
                }
            };
            assert_eq!(tab.answers(), Answers::default());
            let word = kept_in_journal(PROGRESS).await.expect("there is word of it");
            // What was shown for a moment at the same revision must not win over it.
            assert!(head(&word).is_ok_and(|head| head.erased && (head.revision == 5 || is_late)), "{word}");
            assert_eq!((kept(PROGRESS), tab.notices(), tab.saved()), (None, vec![], Saved::Nothing));
        }
    }
}

#[browser_test]
async fn what_was_done_after_a_deletion_stays() {
    clear();
    let later = progress_text(6, r#"{"start":"boss"}"#);
    keep(PROGRESS, &later);
    keep_in_journal(PROGRESS, &erased(5)).await;
    let tab = Tab::open().await;
    assert_eq!(tab.answers(), start("boss"));
    assert_eq!(kept_in_journal(PROGRESS).await, Some(later));
}

#[browser_test]
async fn of_two_different_answers_at_one_revision_one_is_shown_and_the_other_set_aside_in_both_stores() {
    for is_late in [false, true] {
        clear();
        let (here, there) = (progress_text(5, r#"{"start":"coder"}"#), progress_text(5, r#"{"start":"boss"}"#));
        keep(PROGRESS, &here);
        keep_in_journal(PROGRESS, &there).await;
        let tab = match is_late {
            false => Tab::open().await,
            true => {
                let (tab, busy) = open_without_waiting().await;
                busy.end().await;
                tab.until_written().await;
                tab
            }
        };
        assert_eq!((tab.notices(), tab.saved()), (vec![Notice::TwoCopies], Saved::Yes));
        // The journal counts.
        assert_eq!(tab.answers(), start("boss"));
        let text = kept(PROGRESS).expect("progress is kept");
        assert_eq!(kept_in_journal(PROGRESS).await.as_ref(), Some(&text));
        assert!(head(&text).is_ok_and(|head| head.revision == 6), "{text}");
        let aside = backup(PROGRESS, &here);
        assert_eq!(kept_in_journal(&aside).await.as_ref(), Some(&here));
        if !is_late {
            assert_eq!(kept(&aside), Some(here));
        }
        drop(tab);
        let tab = Tab::open().await;
        assert_eq!((tab.answers(), tab.notices()), (start("boss"), vec![]));
    }
}

#[browser_test]
async fn the_same_answers_at_one_revision_are_no_two_copies() {
    clear();
    let here = progress_text(5, r#"{"start":"coder"}"#);
    keep(PROGRESS, &here);
    keep_in_journal(PROGRESS, &here.replace("skills", "wish")).await;
    let tab = Tab::open().await;
    assert_eq!((tab.notices(), tab.answers()), (vec![], start("coder")));
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
}

#[browser_test]
async fn different_results_at_one_revision_are_joined() {
    clear();
    let both = named("1", "novice");
    keep(RESULTS, &library(&[both.clone(), named("2", "coder")]));
    keep_in_journal(RESULTS, &library(&[both, named("3", "boss")])).await;
    let tab = Tab::open().await;
    let mut ids = tab.results();
    ids.sort();
    assert_eq!(ids, ["1", "2", "3"]);
    assert_eq!((tab.notices(), tab.saved()), (vec![], Saved::Yes));
    assert_eq!(kept_in_journal(RESULTS).await, kept(RESULTS));
    drop(tab);
    assert_eq!(Tab::open().await.results().len(), 3);
}

#[browser_test]
async fn different_settings_at_one_revision_are_joined() {
    clear();
    let text = |more| format!(r#"{{"record_version":2,"revision":1,"language":null,{more}}}"#);
    keep(SETTINGS, &text(r#""theme":"dark","number_keys":false"#));
    keep_in_journal(SETTINGS, &text(r#""theme":null,"number_keys":true"#)).await;
    let tab = Tab::open().await;
    assert_eq!(untrack(|| (tab.settings.theme(), tab.settings.number_keys())), (Some(Theme::Dark), true));
    assert_eq!(tab.notices(), []);
    assert_eq!(kept_in_journal(SETTINGS).await, kept(SETTINGS));
}

#[browser_test]
async fn what_is_done_before_the_journal_has_been_read_ends_up_on_top_of_what_it_holds() {
    for is_local_blocked in [false, true] {
        clear();
        if is_local_blocked {
            block_local();
        }
        keep_in_journal(PROGRESS, &progress_text(5, r#"{"start":"coder","wish":"money"}"#)).await;
        keep_in_journal(RESULTS, &library(&[named("1", "novice")])).await;
        let busy = Busy::transaction().await;
        hasten(400);
        let tab = Tab::open_at(Place::open(&folder()).await).await;
        assert_eq!(tab.answers(), Answers::default());
        tab.session.set_answer("wish", Some(one("time")));
        let (result, _) = tab.library.keep(result("boss"), ("small.content".to_owned(), String::new()));
        settle().await;
        assert_eq!((tab.answers().len(), tab.saved()), (1, Saved::NotYet));
        busy.end().await;
        tab.until_written().await;
        let answers = Answers::from([("start", one("coder")), ("wish", one("time"))]);
        assert_eq!((tab.answers(), tab.results()), (answers, vec![result, "1".to_owned()]));
        assert_eq!((tab.notices(), tab.saved()), (vec![], Saved::Yes));
        mend();
        let in_journal = [kept_in_journal(PROGRESS).await, kept_in_journal(RESULTS).await];
        assert!(in_journal.iter().all(Option::is_some));
        if !is_local_blocked {
            assert_eq!([kept(PROGRESS), kept(RESULTS)], in_journal);
        }
    }
}

#[browser_test]
async fn what_was_set_in_the_first_version_is_taken_over_in_both_stores() {
    clear();
    keep(SETTINGS, r#"{"record_version":1,"language":"en","theme":"dark","number_keys":true}"#);
    let tab = Tab::open().await;
    assert_eq!(untrack(|| (tab.settings.theme(), tab.settings.number_keys())), (Some(Theme::Dark), true));
    assert_eq!(tab.notices(), []);
    let now = r#"{"record_version":3,"revision":1,"language":"en","theme":"dark","number_keys":true}"#;
    assert_eq!((kept(SETTINGS).as_deref(), kept_in_journal(SETTINGS).await.as_deref()), (Some(now), Some(now)));
}

#[browser_test]
async fn results_of_the_first_version_are_taken_over_in_both_stores() {
    clear();
    let first = r#"{"record_version":1,"revision":3,"results":[{"id":"1","name":"Mine","saved_at":"2026-11-22T10:45:00.000Z","content_version":"7","best":"mid","scores":{"entry":0,"mid":70,"senior":25,"freelance":0},"answers":{"start":"coder","years":7}}]}"#;
    keep(RESULTS, first);
    let tab = Tab::open().await;
    assert_eq!((tab.results(), tab.notices()), (vec!["1".to_owned()], vec![]));
    let now = kept(RESULTS).expect("results are kept");
    assert!(now.starts_with(r#"{"record_version":4,"revision":3,"results":[{"id":"1","#), "{now}");
    assert_eq!(kept_in_journal(RESULTS).await, Some(now));
}
