//! Finished results.

use crate::support::records::{Keeping as _, read};
use crate::support::{SMALL, json, many, number, one, parsed, set, small};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::{Points, ProfileId};
use career_quiz::quiz::fingerprint::fingerprint;
use career_quiz::quiz::record::Record as _;
use career_quiz::quiz::record::library::{Library, LibraryChange, SavedResult};
use career_quiz::quiz::record::stored::text_of;

const LIBRARY: &str = r#"{"record_version":4,"revision":3,"results":[{"id":"20261122104500000","revision":2,"name":"Mine","saved_at":"2026-11-22T10:45:00.000Z","content_version":"7","fingerprint":"00112233aabbccdd","best":"mid","scores":{"entry":0,"mid":70,"senior":25,"freelance":0},"answers":{"start":"coder","years":7}},{"id":"20261122104500000-2","revision":3,"name":"","saved_at":"2026-11-22T10:45:00.000Z","content_version":"7","fingerprint":null,"best":null,"scores":{"entry":0,"mid":0,"senior":0,"freelance":0},"answers":{}}]}"#;

fn coder() -> Answers {
    Answers::from([("start", one("coder")), ("skills", many(&["sql", "git"])), ("years", number(2.5))])
}

#[test]
fn a_library_is_written_as_it_was_read_byte_for_byte() {
    let library: Library = read(LIBRARY);
    assert_eq!(library.get("20261122104500000").map(|result| result.best), Some(Some(ProfileId::Mid)));
    assert_eq!(library.latest().map(|result| result.best), Some(None));
    assert_eq!(text_of(&library), LIBRARY);
}

#[test]
fn what_is_written_can_be_read() {
    let content = small();
    let mut library = Library::default();
    library.keep(&content, &coder(), MORNING);
    library.rename("20261122080000000", "\u{1f600} \"quoted\" \\ <b>");
    assert_eq!(read::<Library>(&text_of(&library)), library);
    library.delete("20261122080000000");
    assert_eq!(read::<Library>(&text_of(&library)), library);
}

const MORNING: &str = "2026-11-22T08:00:00.000Z";
const EVENING: &str = "2026-11-22T20:00:00.000Z";

fn other() -> Answers {
    Answers::from([("start", one("novice"))])
}

#[test]
fn a_kept_result_has_everything_it_takes_to_show_it_again() {
    let content = small();
    let mut library = Library::default();
    let id = library.keep(&content, &coder(), MORNING);
    assert_eq!(id, "20261122080000000");
    let result = library.get(&id).expect("it is kept");
    assert_eq!((result.name.as_str(), result.saved_at.as_str()), ("", MORNING));
    assert_eq!((result.content_version.as_str(), result.best), ("7", Some(ProfileId::Mid)));
    assert_eq!(result.scores, Points { entry: 0, mid: 70, senior: 25, freelance: 0 });
    assert_eq!(result.answers, coder());
    assert_eq!((library.revision, library.results.len()), (1, 1));
}

#[test]
fn looking_again_is_not_a_second_result() {
    let content = small();
    let mut library = Library::default();
    let id = library.keep(&content, &coder(), MORNING);
    let before = library.clone();
    assert_eq!(library.keep(&content, &coder(), EVENING), id);
    assert_eq!(library, before);
}

#[test]
fn other_answers_make_another_result() {
    let content = small();
    let mut library = Library::default();
    let first = library.keep(&content, &coder(), MORNING);
    let second = library.keep(&content, &other(), EVENING);
    assert_eq!(second, "20261122200000000");
    // The first answers again, but no longer those of the newest result.
    let third = library.keep(&content, &coder(), "2026-11-23T08:00:00.000Z");
    let ids: Vec<&str> = library.results.iter().map(|result| result.id.as_str()).collect();
    assert_eq!(ids, [&first, &second, &third]);
    assert_eq!(library.latest().map(|result| &result.id), Some(&third));
}

#[test]
fn the_same_answers_under_another_content_make_another_result() {
    let content = small();
    let mut library = Library::default();
    let first = library.keep(&content, &coder(), MORNING);
    let mut quiz = json(SMALL);
    set(&mut quiz, "/version", "8".into());
    let changed = parsed(&quiz.to_string());
    assert_ne!(library.keep(&changed, &coder(), EVENING), first);
    assert_eq!(library.results.len(), 2);
}

#[test]
fn results_of_the_same_millisecond_have_different_ids() {
    let content = small();
    let mut library = Library::default();
    let ids = [coder(), other(), coder(), other()].map(|answers| library.keep(&content, &answers, MORNING));
    assert_eq!(ids, ["20261122080000000", "20261122080000000-2", "20261122080000000-3", "20261122080000000-4"]);
}

#[test]
fn a_result_without_points_is_kept_too() {
    let content = small();
    let mut library = Library::default();
    let id = library.keep(&content, &Answers::default(), MORNING);
    assert_eq!(library.get(&id).map(|result| (result.best, result.scores)), Some((None, Points::default())));
}

#[test]
fn a_new_name_is_trimmed() {
    let mut library: Library = read(LIBRARY);
    library.rename("20261122104500000-2", " \tSecond try \n");
    assert_eq!(library.results[1].name, "Second try");
    assert_eq!((library.results[0].name.as_str(), library.revision), ("Mine", 4));
    library.rename("20261122104500000", "  ");
    assert_eq!(library.results[0].name, "");
}

#[test]
fn renaming_what_is_not_there_changes_nothing() {
    let mut library: Library = read(LIBRARY);
    let before = library.clone();
    library.rename("gone", "Name");
    assert_eq!(library, before);
}

#[test]
fn deleting_removes_one_result_and_leaves_the_others() {
    let mut library: Library = read(LIBRARY);
    library.delete("20261122104500000");
    let ids: Vec<&str> = library.results.iter().map(|result| result.id.as_str()).collect();
    assert_eq!((ids, library.revision), (vec!["20261122104500000-2"], 4));
    library.delete("gone");
    assert_eq!(library.results.len(), 1);
    assert_eq!(library.get("20261122104500000"), None);
}

#[test]
fn an_id_is_not_taken_from_a_result_that_is_still_there() {
    let content = small();
    let mut library = Library::default();
    let first = library.keep(&content, &coder(), MORNING);
    let second = library.keep(&content, &other(), MORNING);
    library.delete(&first);
    let third = library.keep(&content, &coder(), MORNING);
    assert_ne!(third, second);
    // Nor is that of one that was there: another store may not have heard yet that it was deleted.
    assert_ne!(third, first);
    assert_eq!(library.get(&third).map(|result| &result.answers), Some(&coder()));
}

#[test]
fn the_newest_result_is_looked_at_again_under_its_own_id() {
    let content = small();
    let mut library = Library::default();
    let id = library.keep(&content, &coder(), MORNING);
    let again = library.latest().expect("it is kept").clone();
    assert_eq!(library.keeping(SavedResult { saved_at: EVENING.to_owned(), ..again }), (id, None));
}

#[test]
fn a_result_is_of_the_content_whose_scoring_and_version_it_was_made_with() {
    let content = small();
    let mut library = Library::default();
    library.keep(&content, &coder(), MORNING);
    let result = library.results.remove(0);
    assert_eq!(result.fingerprint, Some(fingerprint(&content)));
    let is_of = |pointer: &str, value: serde_json::Value| {
        let mut quiz = json(SMALL);
        set(&mut quiz, pointer, value);
        result.is_of(&parsed(&quiz.to_string()))
    };
    assert!(result.is_of(&content));
    assert!(is_of("/title", "Another".into()));
    assert!(!is_of("/version", "8".into()));
    assert!(!is_of("/margin", 3.into()));
    // Before fingerprints were kept, the version alone could tell.
    let old = SavedResult { fingerprint: None, ..result.clone() };
    assert!(old.is_of(&content));
    assert!(!SavedResult { content_version: "6".to_owned(), ..old }.is_of(&content));
}

#[test]
fn what_was_deleted_is_remembered_at_its_revision_and_counts_as_something() {
    let mut library: Library = read(LIBRARY);
    library.delete("20261122104500000");
    library.delete("20261122104500000-2");
    let deleted: Vec<_> = library.deleted.iter().map(|deleted| (deleted.id.as_str(), deleted.revision)).collect();
    assert_eq!(deleted, [("20261122104500000", 4), ("20261122104500000-2", 5)]);
    assert!(!library.is_blank());
}

#[test]
fn deleting_once_more_changes_nothing() {
    let mut library: Library = read(LIBRARY);
    library.delete("20261122104500000");
    let before = library.clone();
    library.delete("20261122104500000");
    assert_eq!(library, before);
}

#[test]
fn only_the_last_two_hundred_deletions_are_remembered() {
    let mut library = Library::default();
    for number in 0..250 {
        library.delete(&number.to_string());
    }
    assert_eq!(library.deleted.len(), 200);
    assert_eq!(library.deleted.first().map(|deleted| deleted.id.as_str()), Some("50"));
    assert_eq!(library.deleted.last().map(|deleted| deleted.id.as_str()), Some("249"));
}

#[test]
fn clearing_leaves_nothing_but_the_count_of_changes() {
    let mut library: Library = read(LIBRARY);
    library.delete("20261122104500000");
    library.apply(&LibraryChange::Clear);
    assert_eq!(library, Library { revision: 5, ..Library::default() });
    assert!(library.is_blank());
}

#[test]
fn a_result_that_is_brought_back_is_at_its_old_place_under_its_id_and_name() {
    let content = small();
    let mut library = Library::default();
    let first = library.keep(&content, &coder(), MORNING);
    library.rename(&first, "First");
    library.keep(&content, &other(), EVENING);
    let before = library.results[0].clone();
    library.delete(&first);
    library.apply(&LibraryChange::Restore(vec![before.clone()]));
    let expected = SavedResult { revision: library.revision, ..before };
    assert_eq!(library.results.first(), Some(&expected));
    assert_eq!((library.results.len(), library.deleted.len(), library.revision), (2, 0, 5));
}

#[test]
fn what_came_by_a_link_is_none_of_ones_own_results() {
    let content = small();
    let mut library = Library::default();
    let mine = library.keep(&content, &coder(), MORNING);
    let shared = SavedResult {
        id: "theirs".to_owned(),
        shared: true,
        saved_at: EVENING.to_owned(),
        ..library.results[0].clone()
    };
    let change = library.taking(vec![shared]).expect("it is new");
    library.apply(&change);
    assert_eq!(library.results.len(), 2);
    assert_eq!(library.latest().map(|result| &*result.id), Some(&*mine), "the newest of one's own");
    let other = Answers::from([("start", one("novice"))]);
    let newer = library.keep(&content, &other, "2026-11-22T21:00:00.000Z");
    assert_eq!(library.latest().map(|result| &*result.id), Some(&*newer));
    assert_eq!(library.own().count(), 2);
}

#[test]
fn what_comes_from_elsewhere_is_taken_once_and_takes_nothing_away() {
    let content = small();
    let mut library = Library::default();
    library.keep(&content, &coder(), MORNING);
    let mine = library.results[0].clone();
    // The same under a name, another of the same time, and one that was deleted here.
    let renamed = SavedResult { name: "Theirs".to_owned(), shared: true, ..mine.clone() };
    let other = SavedResult { answers: Answers::from([("start", one("novice"))]), ..mine.clone() };
    let gone = library.keep(&content, &other.answers, EVENING);
    let deleted = library.get(&gone).cloned().expect("it is there");
    library.delete(&gone);
    let change = library.taking(vec![renamed, other.clone(), other, deleted]).expect("two are new");
    library.apply(&change);
    let ids: Vec<_> = library.results.iter().map(|result| (&*result.id, &*result.name)).collect();
    assert_eq!(ids, [("20261122080000000", ""), ("20261122080000000-2", ""), (&*gone, "")]);
    assert_eq!(library.results[0], mine);
    assert_eq!(library.taking(library.results.clone()), None, "all of it is there");
}

#[test]
fn ones_own_result_is_ones_own_also_where_it_was_kept_from_a_link() {
    let content = small();
    let mut library = Library::default();
    library.keep(&content, &coder(), MORNING);
    let mine = library.results.remove(0);
    let shared = SavedResult { shared: true, ..mine.clone() };
    let change = library.taking(vec![shared.clone()]).expect("it is new");
    library.apply(&change);
    assert_eq!(library.latest(), None);
    let change = library.taking(vec![mine.clone()]).expect("it is one's own");
    library.apply(&change);
    assert_eq!(library.latest().map(|latest| (latest.says_the_same_as(&mine), latest.shared)), Some((true, false)));
    assert_eq!(library.taking(vec![mine, shared]), None, "both are there");
}
