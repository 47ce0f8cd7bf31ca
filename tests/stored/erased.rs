//! Word that a record was deleted, and at which revision.

use crate::{PROGRESS, RESULTS, SETTINGS};
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::Library;
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::replica::{Replica, Store};
use career_quiz::quiz::record::settings::Settings;
use career_quiz::quiz::record::stored::{Head, Stored, erased, head, revived, text_of};
use career_quiz::quiz::record::write::{Version, Write};

#[test]
fn nothing_is_absent() {
    assert_eq!(Stored::<Progress>::of(None), Stored::Absent);
}

#[test]
fn a_blank_record_leaves_no_more_than_its_revision() {
    let blank = Library::default().at_revision(7);
    assert_eq!(text_of(&blank), r#"{"record_version":4,"revision":7,"erased":true}"#);
    assert_eq!(Stored::<Library>::of(Some(&text_of(&blank))), Stored::Erased(7, None));
}

#[test]
fn the_word_names_the_write_it_comes_from() {
    let write = Write { tab: 5, based_on: Version { revision: 6, tab: 4 } };
    let blank = Library::default().at_revision(7).written(Some(write));
    let word = r#"{"record_version":4,"revision":7,"erased":true,"write":{"tab":5,"based_on":{"revision":6,"tab":4}}}"#;
    assert_eq!(text_of(&blank), word);
    assert_eq!(Stored::<Library>::of(Some(word)), Stored::Erased(7, Some(write)));
}

#[test]
fn the_word_is_understood_whatever_version_says_it_and_whatever_else_it_says() {
    for text in [
        r#"{"record_version":1,"revision":3,"erased":true}"#,
        r#"{"record_version":9,"revision":3,"erased":true}"#,
        r#"{"erased":true,"why":[{}],"revision":3,"record_version":9}"#,
        r#"{"record_version":9,"revision":3,"erased":true,"write":{"tab":"later"}}"#,
    ] {
        assert_eq!(Stored::<Progress>::of(Some(text)), Stored::Erased(3, None), "{text}");
        assert_eq!(Stored::<Settings>::of(Some(text)), Stored::Erased(3, None), "{text}");
    }
}

#[test]
fn a_record_that_says_it_is_not_deleted_is_no_word_of_that() {
    let text = r#"{"record_version":9,"revision":3,"erased":false}"#;
    assert_eq!(Stored::<Progress>::of(Some(text)), Stored::Newer(9, None));
}

#[test]
fn deleting_a_text_leaves_word_of_the_revision_after_it() {
    assert_eq!(
        erased(PROGRESS, 7),
        r#"{"record_version":1,"revision":17,"erased":true,"write":{"tab":7,"based_on":{"revision":16,"tab":0}}}"#
    );
    assert_eq!(
        erased(RESULTS, 7),
        r#"{"record_version":2,"revision":15,"erased":true,"write":{"tab":7,"based_on":{"revision":14,"tab":0}}}"#
    );
    let newer = SETTINGS.replacen(":2,", ":8,", 1);
    assert_eq!(
        erased(&newer, 7),
        r#"{"record_version":8,"revision":2,"erased":true,"write":{"tab":7,"based_on":{"revision":1,"tab":0}}}"#
    );
}

#[test]
fn deleting_what_was_deleted_changes_nothing() {
    let word = erased(PROGRESS, 7);
    assert_eq!(erased(&word, 8), word);
}

#[test]
fn deleting_what_cannot_be_read_leaves_word_too() {
    for text in ["", "hello", "{}", "[]", r#"{"record_version":0,"revision":5}"#] {
        let expected = Head { record_version: 1, revision: 1, erased: true, write: None };
        assert_eq!(head(&erased(text, 7)), Ok(expected), "{text}");
    }
}

/// What is deleted stays so, also where a store has not heard of it.
#[test]
fn the_word_wins_over_the_text_it_took_the_place_of() {
    for text in [PROGRESS, include_str!("../fixtures/records/v1/progress-review.json")] {
        let word = Stored::of(Some(&erased(text, 7)));
        for stores in [[&word, &Stored::of(Some(text))], [&Stored::of(Some(text)), &word]] {
            let mut replica = Replica::new(blank(), 1);
            stores.into_iter().for_each(|stored| drop(replica.meet(stored, Store::Local)));
            assert!(replica.shown().is_blank(), "{:?}", replica.shown());
        }
    }
}

fn blank() -> Progress {
    Progress::new(&crate::support::small())
}

#[test]
fn also_the_last_revision_can_be_deleted() {
    let text = PROGRESS.replacen("\"revision\":16", "\"revision\":9007199254740991", 1);
    assert_eq!(
        Stored::<Progress>::of(Some(&erased(&text, 7))),
        Stored::Erased(
            9_007_199_254_740_991,
            Some(Write { tab: 7, based_on: Version { revision: 9_007_199_254_740_991, tab: 0 } })
        )
    );
}

#[test]
fn what_is_brought_back_is_later_than_the_word_of_its_deletion() {
    let word = erased(PROGRESS, 7);
    let back = revived(PROGRESS, &word);
    let Stored::Record(record) = Stored::<Progress>::of(Some(&back)) else { panic!("{back} is no record") };
    let Stored::Record(before) = Stored::<Progress>::of(Some(PROGRESS)) else { panic!("it is a record") };
    assert_eq!(record, before.at_revision(18));
    let mut replica = Replica::new(blank(), 1);
    for text in [word.as_str(), &back] {
        replica.meet(&Stored::of(Some(text)), Store::Journal);
    }
    assert_eq!(replica.shown(), &record);
    assert_eq!(revived("broken", &word), "broken");
}
