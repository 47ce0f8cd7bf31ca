//! What a tab takes over from a store, and what it does not.

use crate::kinds::{Act, Kind, OfLibrary, OfProgress, OfSettings, result};
use crate::support::{number, one, small};
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::{Library, LibraryChange};
use career_quiz::quiz::record::progress::{Progress, ProgressChange};
use career_quiz::quiz::record::replica::{Met, Replica, Store};
use career_quiz::quiz::record::settings::{Settings, Theme};
use career_quiz::quiz::record::stored::{Fault, Stored, text_of};
use career_quiz::quiz::record::write::{Tab, Version, Write};

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
    let mut replica = Replica::new(OfProgress::blank(), 1);
    replica.meet(&stored, Store::Local);
    replica
}

#[track_caller]
fn assert_shows(replica: &Replica<Progress>, revision: u64, questions: &[&str]) {
    // Which write it is to become is tried by itself.
    assert_eq!(replica.shown().clone().written(None), answered(revision, questions));
}

#[test]
fn the_store_with_the_higher_revision_wins_whichever_is_read_first() {
    let (old, new) = (Stored::Record(answered(8, &["a", "b", "c"])), Stored::Record(answered(9, &["a"])));
    for [first, second] in [[&old, &new], [&new, &old]] {
        let mut replica = replica_of(first.clone());
        replica.meet(second, Store::Local);
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
        Stored::Erased(8, None),
        Stored::Newer(9, Some(answered(99, &["b"]))),
        Stored::Broken(Fault(String::new())),
    ] {
        assert_eq!(replica.meet(&stored, Store::Local), behind, "{stored:?}");
    }
    assert_eq!(replica.meet(&Stored::Record(answered(9, &["a"])), Store::Local), Met { is_behind: false, ..behind });
    assert_shows(&replica, 9, &["a"]);
}

#[test]
fn a_deletion_wins_over_what_is_older_and_loses_against_what_is_newer() {
    for (deleted, is_blank) in [(10, true), (9, true), (8, false)] {
        let (word, record) = (Stored::Erased(deleted, None), Stored::Record(answered(9, &["a"])));
        for [first, second] in [[&word, &record], [&record, &word]] {
            let mut replica = replica_of(first.clone());
            replica.meet(second, Store::Local);
            assert_eq!(replica.shown().is_blank(), is_blank, "{first:?} before {second:?}");
        }
    }
}

#[test]
fn what_was_done_before_a_store_was_read_ends_up_on_top_of_it() {
    let mut replica = Replica::new(OfProgress::blank(), 1);
    replica.change(answer("mine"));
    replica.change(Progress::answering(&small(), "a", Some(number(2.0))));
    let met = replica.meet(&Stored::Record(answered(9, &["a", "b"])), Store::Local);
    assert_eq!(met, Met { changed: true, is_behind: true, other: None });
    let shown = replica.shown();
    assert_eq!((shown.revision, shown.answers.len(), replica.pending()), (11, 3, 2));
    assert_eq!(shown.answers.get("a"), Some(&number(2.0)));
}

#[test]
fn two_records_of_one_revision_that_cannot_be_joined_are_both_there() {
    let mut replica = replica_of(Stored::Record(answered(9, &["a"])));
    let other = answered(9, &["b"]);
    let met = replica.meet(&Stored::Record(other.clone()), Store::Local);
    assert_eq!(met, Met { changed: true, is_behind: true, other: Some(other) });
    // A revision that neither store has: whoever holds one of the two takes it over.
    assert_shows(&replica, 10, &["a"]);
    let mut replica = replica_of(Stored::Record(answered(9, &["a"])));
    let met = replica.meet(&Stored::Record(answered(9, &["b"])), Store::Journal);
    assert_eq!(met.other, Some(answered(9, &["a"])));
    assert_shows(&replica, 10, &["b"]);
}

#[test]
fn two_libraries_of_one_revision_are_joined_at_the_next() {
    let library = |name: &str| Library { results: vec![result(name)], ..Library::default().at_revision(9) };
    let mut replica = Replica::new(Library::default(), 1);
    replica.meet(&Stored::Record(library("a")), Store::Local);
    let met = replica.meet(&Stored::Record(library("b")), Store::Local);
    assert_eq!(met, Met { changed: true, is_behind: true, other: None });
    let ids: Vec<&str> = replica.shown().results.iter().map(|result| result.id.as_str()).collect();
    assert_eq!((ids, replica.shown().revision), (vec!["a", "b"], 10));
}

#[test]
fn two_settings_of_one_revision_are_joined_at_the_next() {
    let mut replica = Replica::new(Settings::default(), 1);
    replica.meet(
        &Stored::Record(Settings { theme: Some(Theme::Dark), ..Settings::default().at_revision(9) }),
        Store::Local,
    );
    let other = Settings { language: Some("es".to_owned()), ..Settings::default().at_revision(9) };
    assert_eq!(replica.meet(&Stored::Record(other), Store::Local).other, None);
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
    replica.meet(&Stored::Erased(9, None), Store::Local);
    assert_shows(&replica, 10, &["c"]);
}

#[test]
fn what_was_written_on_top_of_something_older_is_written_once_more() {
    let mut replica = replica_of(Stored::Record(answered(3, &["a"])));
    replica.change(answer("mine"));
    let ticket = replica.ticket();
    replica.meet(&Stored::Record(answered(7, &["a", "b"])), Store::Local);
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
    replica.meet(&Stored::Erased(3, None), Store::Local);
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
    replica.meet(&Stored::Record(answered(5, &["a", "b", "c", "d", "e"])), Store::Local);
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

/// What a tab has written on top of what it knew.
fn written(record: Progress, tab: Tab, based_on: (u64, Tab)) -> Stored<Progress> {
    let (revision, by) = based_on;
    Stored::Record(record.written(Some(Write { tab, based_on: Version { revision, tab: by } })))
}

#[test]
fn a_write_names_its_tab_and_what_it_was_based_on() {
    let mut replica = replica_of(written(answered(4, &["a"]), 7, (3, 5)));
    replica.change(answer("b"));
    replica.change(answer("c"));
    let based_on = |revision, tab| Some(Write { tab: 1, based_on: Version { revision, tab } });
    assert_eq!((replica.shown().revision, replica.shown().write), (6, based_on(4, 7)));
    let ticket = replica.ticket();
    replica.confirm(ticket);
    replica.change(answer("d"));
    assert_eq!((replica.shown().revision, replica.shown().write), (7, based_on(6, 1)));
    replica.change(Progress::starting_over(&small()));
    let word = text_of(replica.shown());
    assert_eq!(Stored::<Progress>::of(Some(&word)), Stored::Erased(8, based_on(6, 1)));
}

#[test]
fn a_later_revision_made_without_knowing_of_what_is_confirmed_does_not_take_its_place() {
    let stranger = || written(answered(9, &["b"]), 2, (4, 3));
    let mut replica = replica_of(written(answered(5, &["a"]), 1, (4, 3)));
    let met = replica.meet(&stranger(), Store::Local);
    assert_eq!(met.other.map(|other| other.answers), Some(answered(9, &["b"]).answers));
    assert_shows(&replica, 10, &["a"]);

    // From the journal it was confirmed, and what stood in the other store was not.
    let mut replica = replica_of(written(answered(5, &["a"]), 1, (4, 3)));
    let met = replica.meet(&stranger(), Store::Journal);
    assert_eq!(met.other.map(|other| other.answers), Some(answered(5, &["a"]).answers));
    assert_shows(&replica, 9, &["b"]);

    // The journal may also hold the earlier of the two.
    let mut replica = replica_of(stranger());
    let met = replica.meet(&written(answered(5, &["a"]), 1, (4, 3)), Store::Journal);
    assert_eq!(met.other.map(|other| other.answers), Some(answered(9, &["b"]).answers));
    assert_shows(&replica, 10, &["a"]);
}

#[test]
fn whoever_knew_of_the_earlier_text_takes_its_place() {
    for (tab, based_on) in [(2, (5, 1)), (2, (6, 3)), (1, (4, 3)), (0, (4, 3)), (2, (5, 0))] {
        for store in [Store::Local, Store::Journal] {
            let mut replica = replica_of(written(answered(5, &["a"]), 1, (4, 3)));
            let met = replica.meet(&written(answered(9, &["b"]), tab, based_on), store);
            assert_eq!((met.other, replica.shown().revision), (None, 9), "{tab}, {based_on:?}");
        }
    }
}

#[test]
fn a_deletion_made_without_knowing_of_what_is_confirmed_does_not_happen_and_a_confirmed_one_stays() {
    let write = |tab| Some(Write { tab, based_on: Version { revision: 4, tab: 3 } });
    let mut replica = replica_of(written(answered(5, &["a"]), 1, (4, 3)));
    assert_eq!(replica.meet(&Stored::Erased(9, write(2)), Store::Local).other, None);
    assert_shows(&replica, 10, &["a"]);

    let mut replica = replica_of(Stored::Erased(5, write(1)));
    assert_eq!(replica.meet(&written(answered(9, &["b"]), 2, (4, 3)), Store::Local).other, None);
    assert_eq!((replica.shown().is_blank(), replica.shown().revision), (true, 10));
}

#[test]
fn what_was_there_when_everything_was_deleted_comes_back_with_no_older_library() {
    let mut library = OfLibrary::start();
    library.apply(&LibraryChange::Clear);
    library.apply(&LibraryChange::Keep(result("new")));
    for [mut one, other] in [[library.clone(), OfLibrary::start()], [OfLibrary::start(), library]] {
        assert!(one.join(&other));
        let ids: Vec<&str> = one.results.iter().map(|result| result.id.as_str()).collect();
        assert_eq!((ids, one.cleared), (vec!["new"], 4));
    }
}

#[test]
fn results_from_before_they_had_revisions_are_not_taken_for_deleted() {
    let old = || Library { results: vec![result("a")], ..Library::default().at_revision(9) };
    let mut library = old();
    assert!(library.join(&old()));
    assert_eq!(library.results.len(), 1);
}

/// Two tabs where there is no journal, each of which has been told that what it did is kept, before it heard of the other.
fn come_to_rest<K: Kind>(acts: [Act; 2]) -> (K::Record, Vec<String>) {
    let start = text_of(&K::start());
    let mut local = start.clone();
    let mut tabs = [1, 2].map(|tab| {
        let mut replica = Replica::new(K::blank(), tab);
        replica.meet(&Stored::of(Some(&start)), Store::Local);
        let (change, _) =
            K::change(acts[tab as usize - 1], &format!("deed {tab}"), replica.shown()).expect("it can be done");
        replica.change(change);
        local = text_of(replica.shown());
        let ticket = replica.ticket();
        replica.confirm(ticket);
        replica
    });
    let mut aside = Vec::new();
    for turn in 0..20 {
        let tab = &mut tabs[turn % 2];
        let met = tab.meet(&Stored::of(Some(&local)), Store::Journal);
        aside.extend(met.other.as_ref().map(text_of));
        local = text_of(tab.shown());
        if turn > 10 {
            assert!(!met.changed && !met.is_behind, "{acts:?}: they go on and on: {local}");
        }
    }
    let [one, other] = &tabs;
    assert_eq!(one.shown(), other.shown());
    (one.shown().clone(), aside)
}

#[test]
fn two_tabs_without_a_journal_come_to_rest() {
    for one in [Act::Add, Act::Alter, Act::Move, Act::Delete, Act::Clear] {
        for other in [Act::Add, Act::Alter, Act::Move, Act::Delete, Act::Clear] {
            let (_, aside) = come_to_rest::<OfProgress>([one, other]);
            assert!(aside.len() <= 1, "{one:?}, {other:?}: {aside:#?}");
            come_to_rest::<OfLibrary>([one, other]);
            come_to_rest::<OfSettings>([one, other]);
        }
    }
    let (library, _) = come_to_rest::<OfLibrary>([Act::Add, Act::Add]);
    assert_eq!(library.results.len(), 4, "{library:?}");
}

#[test]
fn a_deletion_that_nobody_was_told_of_takes_no_confirmed_result_along() {
    let write = |tab, revision| Some(Write { tab, based_on: Version { revision, tab: 3 } });
    let mut confirmed = OfLibrary::start();
    confirmed.apply(&LibraryChange::Keep(result("confirmed")));
    let mut other = OfLibrary::start();
    other.apply(&LibraryChange::Clear);
    other.apply(&LibraryChange::Keep(result("other")));
    let mut replica = Replica::new(Library::default(), 1);
    replica.meet(&Stored::Record(confirmed.written(write(1, 3))), Store::Local);
    replica.meet(&Stored::Record(other.written(write(2, 3))), Store::Local);
    let ids: Vec<&str> = replica.shown().results.iter().map(|result| result.id.as_str()).collect();
    assert_eq!(ids, ["first", "second", "confirmed", "other"]);
}
