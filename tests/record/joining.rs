//! Two copies of finished results that went different ways and are of one revision.

use crate::support::records::Keeping as _;
use crate::support::{many, number, one, small};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::record::Record as _;
use career_quiz::quiz::record::library::{Library, LibraryChange};

const MORNING: &str = "2026-11-22T08:00:00.000Z";
const EVENING: &str = "2026-11-22T20:00:00.000Z";

fn coder() -> Answers {
    Answers::from([("start", one("coder")), ("skills", many(&["sql", "git"])), ("years", number(2.5))])
}

fn other() -> Answers {
    Answers::from([("start", one("novice"))])
}

/// Two copies of one library of two results.
fn copies() -> (Library, Library) {
    let content = small();
    let mut library = Library::default();
    library.keep(&content, &coder(), MORNING);
    library.keep(&content, &other(), EVENING);
    (library.clone(), library)
}

const MORNING_ID: &str = "20261122080000000";

#[test]
fn results_of_both_are_kept_in_the_order_of_their_times() {
    let (mut one, mut two) = copies();
    one.keep(&small(), &coder(), "2026-11-24T08:00:00.000Z");
    two.keep(&small(), &Answers::default(), "2026-11-23T08:00:00.000Z");
    assert!(one.join(&two));
    let days: Vec<&str> = one.results.iter().map(|result| &result.saved_at[8..10]).collect();
    assert_eq!(days, ["22", "22", "23", "24"]);
}

#[test]
fn what_either_has_deleted_is_gone() {
    let (mut one, mut two) = copies();
    one.delete(MORNING_ID);
    two.delete("20261122200000000");
    assert!(one.join(&two));
    assert_eq!((one.results.len(), one.deleted.len()), (0, 2));
}

#[test]
fn the_later_name_counts_whichever_is_joined_to_the_other() {
    let (mut one, mut two) = copies();
    one.rename(MORNING_ID, "Earlier");
    two.rename(MORNING_ID, "Between");
    two.rename(MORNING_ID, "Later");
    one.delete("gone");
    let (mut joined, mut turned) = (one.clone(), two.clone());
    assert!(joined.join(&two) && turned.join(&one));
    assert_eq!(joined.results[0].name, "Later");
    assert_eq!(turned.results[0].name, "Later");
}

#[test]
fn a_result_that_was_brought_back_after_it_was_deleted_stays() {
    let (one, mut two) = copies();
    let result = one.results[0].clone();
    let mut one = one;
    one.delete(MORNING_ID);
    two.delete(MORNING_ID);
    two.apply(&LibraryChange::Restore(vec![result]));
    let (mut joined, mut turned) = (one.clone(), two.clone());
    assert!(joined.join(&two) && turned.join(&one));
    assert!(joined.get(MORNING_ID).is_some() && turned.get(MORNING_ID).is_some());
    assert!(joined.deleted.is_empty() && turned.deleted.is_empty());
}

#[test]
fn other_results_that_have_one_id_are_both_kept() {
    let content = small();
    let (mut one, mut two) = (Library::default(), Library::default());
    one.keep(&content, &coder(), MORNING);
    two.keep(&content, &other(), MORNING);
    assert!(one.join(&two));
    let kept: Vec<_> = one.results.iter().map(|result| (result.id.as_str(), &result.answers)).collect();
    assert_eq!(kept, [(MORNING_ID, &coder()), ("20261122080000000-2", &other())]);
}
