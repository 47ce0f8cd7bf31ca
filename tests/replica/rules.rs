//! What a tab takes over from a store, and what it does not.

use crate::kinds::{Act, Kind, OfLibrary, OfProgress, OfSettings, result};
use crate::support::{number, one, small};
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::{Library, LibraryChange};
use career_quiz::quiz::record::progress::{Progress, ProgressChange};
use career_quiz::quiz::record::replica::{Met, Replica};
use career_quiz::quiz::record::settings::{Settings, Theme};
use career_quiz::quiz::record::stored::{Fault, Stored};

fn answer(question: &str) -> ProgressChange {
    Progress::answering(&small(), question, Some(one("given")))
}

/// Progress in which some questions are answered.
fn answered(revision: u64, questions: &[&str]) -> Progress {
    let mut progress = OfProgress::blank();
    questions.iter().for_each(|question| progress.apply(&answer(question)));
    progress.at_revision(revision)
}

fn replica_of(stored: Stored<Progress>) -> Replica<Progress> {
    let mut replica = Replica::new(OfProgress::blank());
    replica.meet(&stored);
    replica
}

#[track_caller]
fn assert_shows(replica: &Replica<Progress>, revision: u64, questions: &[&str]) {
    assert_eq!(replica.shown(), &answered(revision, questions));
}

#[test]
fn the_store_with_the_higher_revision_wins_whichever_is_read_first() {
    let (old, new) = (Stored::Record(answered(8, &["a", "b", "c"])), Stored::Record(answered(9, &["a"])));
    for [first, second] in [[&old, &new], [&new, &old]] {
        let mut replica = replica_of(first.clone());
        replica.meet(second);
        assert_shows(&replica, 9, &["a"]);
    }
}

#[test]
fn a_store_that_is_older_or_holds_nothing_is_known_to_be_behind() {
    let mut replica = replica_of(Stored::Record(answered(9, &["a"])));
    let behind = Met { changed: false, is_behind: true, other: None };
    for stored in [
        Stored::Absent,
        Stored::Record(answered(8, &["b"])),
        Stored::Erased(8),
        Stored::Newer(9, Some(answered(99, &["b"]))),
        Stored::Broken(Fault(String::new())),
    ] {
        assert_eq!(replica.meet(&stored), behind, "{stored:?}");
    }
    assert_eq!(replica.meet(&Stored::Record(answered(9, &["a"]))), Met { is_behind: false, ..behind });
    assert_shows(&replica, 9, &["a"]);
}

#[test]
fn a_deletion_wins_over_what_is_older_and_loses_against_what_is_newer() {
    for (deleted, is_blank) in [(10, true), (9, true), (8, false)] {
        let (word, record) = (Stored::Erased(deleted), Stored::Record(answered(9, &["a"])));
        for [first, second] in [[&word, &record], [&record, &word]] {
            let mut replica = replica_of(first.clone());
            replica.meet(second);
            assert_eq!(replica.shown().is_blank(), is_blank, "{first:?} before {second:?}");
        }
    }
}

#[test]
fn what_was_done_before_a_store_was_read_ends_up_on_top_of_it() {
    let mut replica = Replica::new(OfProgress::blank());
    replica.change(answer("mine"));
    replica.change(Progress::answering(&small(), "a", Some(number(2.0))));
    let met = replica.meet(&Stored::Record(answered(9, &["a", "b"])));
    assert_eq!(met, Met { changed: true, is_behind: true, other: None });
    let shown = replica.shown();
    assert_eq!((shown.revision, shown.answers.len(), replica.pending()), (11, 3, 2));
    assert_eq!(shown.answers.get("a"), Some(&number(2.0)));
}

#[test]
fn two_records_of_one_revision_that_cannot_be_joined_are_both_there() {
    let mut replica = replica_of(Stored::Record(answered(9, &["a"])));
    let other = answered(9, &["b"]);
    let met = replica.meet(&Stored::Record(other.clone()));
    assert_eq!(met, Met { changed: true, is_behind: true, other: Some(other) });
    // A revision that neither store has: whoever holds one of the two takes it over.
    assert_shows(&replica, 10, &["a"]);
}

#[test]
fn two_libraries_of_one_revision_are_joined_at_the_next() {
    let library = |name: &str| Library { results: vec![result(name)], ..Library::default().at_revision(9) };
    let mut replica = Replica::new(Library::default());
    replica.meet(&Stored::Record(library("a")));
    let met = replica.meet(&Stored::Record(library("b")));
    assert_eq!(met, Met { changed: true, is_behind: true, other: None });
    let ids: Vec<&str> = replica.shown().results.iter().map(|result| result.id.as_str()).collect();
    assert_eq!((ids, replica.shown().revision), (vec!["a", "b"], 10));
}

#[test]
fn two_settings_of_one_revision_are_joined_at_the_next() {
    let mut replica = Replica::new(Settings::default());
    replica.meet(&Stored::Record(Settings { theme: Some(Theme::Dark), ..Settings::default().at_revision(9) }));
    let other = Settings { language: Some("es".to_owned()), ..Settings::default().at_revision(9) };
    assert_eq!(replica.meet(&Stored::Record(other)).other, None);
    let shown = replica.shown();
    assert_eq!((shown.theme, shown.language.as_deref(), shown.revision), (Some(Theme::Dark), Some("es"), 10));
}

#[test]
fn what_is_confirmed_is_not_done_once_more() {
    let mut replica = replica_of(Stored::Record(answered(3, &["a"])));
    replica.change(answer("b"));
    let ticket = replica.ticket();
    replica.change(answer("c"));
    replica.confirm(ticket);
    assert_eq!(replica.pending(), 1);
    assert_shows(&replica, 5, &["a", "b", "c"]);
    replica.meet(&Stored::Erased(9));
    assert_shows(&replica, 10, &["c"]);
}

#[test]
fn what_was_written_on_top_of_something_older_is_written_once_more() {
    let mut replica = replica_of(Stored::Record(answered(3, &["a"])));
    replica.change(answer("mine"));
    let ticket = replica.ticket();
    replica.meet(&Stored::Record(answered(7, &["a", "b"])));
    replica.confirm(ticket);
    assert_eq!(replica.pending(), 1);
    assert_shows(&replica, 8, &["a", "b", "mine"]);
}

#[test]
fn what_was_written_before_all_was_deleted_is_not_confirmed_by_it() {
    let mut replica = replica_of(Stored::Record(answered(3, &["a"])));
    replica.change(answer("mine"));
    let ticket = replica.ticket();
    // At the revision that the ticket is made on.
    replica.meet(&Stored::Erased(3));
    replica.confirm(ticket);
    assert_eq!(replica.pending(), 1);
    assert_shows(&replica, 4 + 1, &["mine"]);
}

#[test]
fn a_ticket_counts_once() {
    let mut replica = replica_of(Stored::Record(answered(3, &["a"])));
    replica.change(answer("a"));
    let ticket = replica.ticket();
    replica.confirm(ticket.clone());
    replica.change(answer("b"));
    replica.confirm(ticket);
    assert_eq!(replica.pending(), 1);
    assert_shows(&replica, 4, &["a", "b"]);
}

/// What was shown may stand in a store that is late to hear of what is shown now.
#[test]
fn no_two_contents_are_shown_at_one_revision_and_none_at_an_earlier() {
    let mut replica = replica_of(Stored::Record(answered(3, &["a"])));
    for question in ["b", "c", "d"] {
        replica.change(answer(question));
    }
    assert_shows(&replica, 6, &["a", "b", "c", "d"]);
    replica.meet(&Stored::Record(answered(5, &["a", "b", "c", "d", "e"])));
    assert_shows(&replica, 7, &["a", "b", "c", "d", "e"]);
}

/// Every act twice in a row, and once more after another one.
#[track_caller]
fn assert_replay_is_harmless<K: Kind>() {
    for act in [Act::Add, Act::Alter, Act::Move, Act::Delete, Act::Clear] {
        let mut record = K::start();
        let (change, undo) = K::change(act, "x", &record).expect("there is something to do it to");
        record.apply(&change);
        let once = record.clone();
        record.apply(&change);
        assert_eq!(record, once, "{change:?}");
        let Some(undo) = undo else { continue };
        record.apply(&undo);
        let once = record.clone();
        record.apply(&undo);
        assert_eq!(record, once, "{undo:?}");
        assert_eq!(K::facts(&record), K::facts(&K::start()), "{undo:?}");
    }
}

#[test]
fn to_do_again_what_was_done_changes_nothing_and_does_not_count() {
    assert_replay_is_harmless::<OfProgress>();
    assert_replay_is_harmless::<OfLibrary>();
    assert_replay_is_harmless::<OfSettings>();
}

#[test]
fn what_another_tab_has_deleted_is_not_kept_once_more() {
    let mut library = OfLibrary::start();
    let keep = LibraryChange::Keep(result("x"));
    library.apply(&keep);
    library.apply(&LibraryChange::Delete("x".to_owned()));
    let before = library.clone();
    library.apply(&keep);
    assert_eq!(library, before);
}
