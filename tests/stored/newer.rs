//! Records of a later version: shown as far as they are known, and never written.

use crate::support::{json, set};
use crate::{PROGRESS, RESULTS, SETTINGS};
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::Library;
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::replica::{Replica, Store};
use career_quiz::quiz::record::settings::Settings;
use career_quiz::quiz::record::stored::{Stored, text_of};
use serde_json::{Value, json};

/// A text as a later version might write it.
fn later(text: &str, additions: &[(&str, Value)]) -> String {
    let mut record = json(text);
    set(&mut record, "/record_version", json!(7));
    for (pointer, value) in additions {
        set(&mut record, pointer, value.clone());
    }
    record.to_string()
}

#[track_caller]
fn assert_is_shown_without_what_is_unknown<T: Record>(text: &str, additions: &[(&str, Value)]) {
    let Stored::Record(known) = Stored::<T>::of(Some(text)) else { panic!("{text} is no record") };
    let later = later(text, additions);
    assert_eq!(Stored::of(Some(&later)), Stored::Newer(7, Some(known.clone())));
    // What would be written of it is another text, and of this version.
    assert_ne!(text_of(&known), later);
    assert_eq!(json(&text_of(&known))["record_version"], json!(T::VERSION));
}

#[test]
fn what_is_known_of_a_later_version_can_be_shown() {
    let nested = json!({ "a": [{ "b": 1 }] });
    let write = json!({ "tab": 1, "based_on": { "revision": 1, "tab": 2 }, "more": true });
    let additions = [("/more", nested.clone()), ("/extra", json!([nested.clone()])), ("/write", write)];
    assert_is_shown_without_what_is_unknown::<Progress>(PROGRESS, &additions);
    assert_is_shown_without_what_is_unknown::<Settings>(SETTINGS, &additions);
    let additions = [
        ("/more", json!(1)),
        ("/results/0/more", nested),
        ("/results/1/tags", json!(["a"])),
        ("/deleted/0/by", json!("x")),
    ];
    assert_is_shown_without_what_is_unknown::<Library>(RESULTS, &additions);
}

#[track_caller]
fn assert_nothing_is_shown<T: Record>(text: &str, version: u32) {
    assert_eq!(Stored::<T>::of(Some(text)), Stored::Newer(version, None));
}

#[test]
fn a_later_version_is_known_for_one_whatever_else_it_holds() {
    assert_nothing_is_shown::<Progress>(r#"{"pages":[[1]],"record_version":7}"#, 7);
    assert_nothing_is_shown::<Library>(r#"{"record_version":4294967295}"#, u32::MAX);
    assert_nothing_is_shown::<Settings>(&format!("\n{}\n", r#"{"record_version":4,"theme":5}"#), 4);
    assert_nothing_is_shown::<Progress>(include_str!("../fixtures/records/v4/results.json"), 4);
    assert_nothing_is_shown::<Progress>(&later(PROGRESS, &[("/answers", json!([]))]), 7);
    assert_nothing_is_shown::<Progress>(&later(PROGRESS, &[("/reached", json!(1000))]), 7);
    assert_nothing_is_shown::<Settings>(&later(SETTINGS, &[("/theme", json!("sepia"))]), 7);
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_nothing_is_shown::<Progress>(&format!(r#"{{"record_version":7,"deep":{deep}}}"#), 7);
    assert_nothing_is_shown::<Progress>(r#"{"record_version":7,"text":"\ud800"}"#, 7);
}

#[test]
fn a_later_version_that_is_damaged_is_broken() {
    let text = later(PROGRESS, &[]);
    for end in 0..text.len() {
        assert!(matches!(Stored::<Progress>::of(Some(&text[..end])), Stored::Broken(_)), "cut off after {end} bytes");
    }
}

#[test]
fn nothing_is_taken_over_from_a_later_version_and_it_is_never_what_would_be_written() {
    let later = Stored::<Progress>::of(Some(&later(PROGRESS, &[])));
    let mut replica = Replica::new(Progress::new(&crate::support::small()), 1);
    let before = replica.shown().clone();
    let met = replica.meet(&later, Store::Local);
    assert_eq!(replica.shown(), &before);
    assert!(!met.changed && met.is_behind && met.other.is_none(), "{met:?}");
    // Nor where what is shown is just that.
    replica.meet(&Stored::of(Some(PROGRESS)), Store::Local);
    assert!(replica.meet(&later, Store::Local).is_behind);
}

#[test]
fn what_a_later_version_has_written_can_be_looked_at_with_changes_that_are_not_kept() {
    let Stored::Newer(7, Some(record)) = Stored::<Progress>::of(Some(&later(PROGRESS, &[]))) else { panic!() };
    let content = crate::support::small();
    let mut replica = Replica::new(Progress::new(&content), 1);
    replica.change(Progress::answering(&content, "team", Some(crate::support::one("alone"))));
    replica.show_only(record.clone());
    assert_eq!(replica.shown().answers.get("tools"), record.answers.get("tools"));
    assert_eq!(replica.shown().answers.get("team"), Some(&crate::support::one("alone")));
}
