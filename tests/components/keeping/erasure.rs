//! Deleting everything, and bringing it back.

use crate::address::follow;
use crate::faults::{Busy, block_journal, block_local, block_storage, fill_journal, hold_time, let_time_pass, mend};
use crate::stage::{SMALL, Stage, clear, material_of, settle, until};
use crate::stores::{
    PROGRESS, RESULTS, SETTINGS, backup, folder, journal, journal_of, keep, keep_in_journal, kept, kept_in_journal,
    local_storage, storage,
};
use crate::tab::{Tab, one, progress_text, start};
use career_quiz::browser::journal::Journal;
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::record::library::LibraryChange;
use career_quiz::quiz::record::settings::{SettingsChange, Theme};
use career_quiz::quiz::record::stored::head;
use career_quiz::state::notices::Notice;
use career_quiz::state::place::Place;
use career_quiz::state::saving::Saved;
use leptos::prelude::{document, untrack};
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

const NEIGHBOURS: [&str; 4] = ["cart", "career-quiz", "career-quiz./.small.progress", "career-quiz./test/.settings"];

/// A tab that has been used for a while: answers, results, settings, another quiz, something that could not be read and, around it,
/// what belongs to others.
async fn used() -> Tab {
    for neighbour in NEIGHBOURS {
        local_storage().set_item(neighbour, "theirs").expect("the storage can be written");
    }
    let theirs = Journal::of(&neighbour_folder());
    theirs.exchange("x", |_| vec![("x".to_owned(), Some("theirs".to_owned()))]).await.expect("it is kept");
    keep(PROGRESS, "broken");
    keep("other.progress", &progress_text(3, r#"{"a":"b"}"#));
    keep_in_journal("other.results", r#"{"record_version":2,"revision":8,"results":[]}"#).await;
    let tab = Tab::open().await;
    tab.pick("start", "coder").await;
    tab.pick("wish", "money").await;
    tab.finish("novice").await;
    tab.finish("coder").await;
    tab.settings.change(SettingsChange::Theme(Some(Theme::Dark)));
    tab.until_written().await;
    tab
}

/// Texts without their revisions: what is brought back is later than word of its deletion.
fn without_revisions(texts: Vec<(String, String)>) -> Vec<(String, String)> {
    let bare = |text: String| {
        let Ok(mut record) = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&text) else {
            return text;
        };
        record.remove("revision");
        serde_json::Value::Object(record).to_string()
    };
    texts.into_iter().map(|(name, text)| (name, bare(text))).collect()
}

fn neighbour_folder() -> String {
    format!("{}inside/", folder())
}

/// All of ours in `localStorage`, in the order of the alphabet.
fn local() -> Vec<(String, String)> {
    let mut names = storage().names();
    names.sort();
    names.into_iter().map(|name| (name.clone(), kept(&name).expect("it is there"))).collect()
}

/// What is no record in use: nothing of it may be another afterwards.
fn others(all: Vec<(String, String)>) -> Vec<(String, String)> {
    all.into_iter().filter(|(name, _)| ![PROGRESS, RESULTS, SETTINGS].contains(&name.as_str())).collect()
}

async fn assert_neighbours_are_left_alone() {
    for neighbour in NEIGHBOURS {
        assert_eq!(local_storage().get_item(neighbour), Ok(Some("theirs".to_owned())), "{neighbour}");
    }
    assert_eq!(journal_of(&neighbour_folder()).await, [("x".to_owned(), "theirs".to_owned())]);
}

#[browser_test]
async fn everything_of_ours_goes_and_nothing_of_a_neighbour() {
    clear();
    let tab = used().await;
    assert!(journal().await.iter().any(|(name, _)| name.starts_with("small.content.")));
    assert!(journal().await.iter().any(|(name, _)| *name == backup(PROGRESS, "broken")));
    let notices = tab.notices();
    assert_eq!(notices, [Notice::UnreadableProgress]);
    assert!(tab.data().erase().await.1, "all of it is gone");
    tab.until_written().await;
    assert_eq!(local(), []);
    for (name, text) in journal().await {
        assert!(head(&text).is_ok_and(|head| head.erased) && !name.contains(".content."), "{name}: {text}");
    }
    assert_eq!((tab.answers(), tab.results(), untrack(|| tab.settings.theme())), (Answers::default(), vec![], None));
    assert_eq!((tab.notices(), tab.saved()), (notices, Saved::Nothing), "nothing new is said");
    assert_neighbours_are_left_alone().await;
}

#[browser_test]
async fn undo_brings_everything_back() {
    clear();
    let tab = used().await;
    let (local_before, journal_before) = (others(local()), others(journal().await));
    let (answers, results) = (tab.answers(), tab.results());
    let data = tab.data();
    let (everything, _) = data.erase().await;
    tab.until_written().await;
    data.restore(everything).await;
    tab.until_written().await;
    let assert_back = |tab: &Tab| {
        let theme = untrack(|| tab.settings.theme());
        assert_eq!((tab.answers(), tab.results(), theme), (answers.clone(), results.clone(), Some(Theme::Dark)));
        assert_eq!(tab.saved(), Saved::Yes);
    };
    assert_back(&tab);
    assert_eq!(without_revisions(others(local())), without_revisions(local_before));
    let journal_after = without_revisions(others(journal().await));
    for text in without_revisions(journal_before) {
        assert!(journal_after.contains(&text), "{text:?}");
    }
    assert_neighbours_are_left_alone().await;
    drop(tab);
    assert_back(&Tab::open().await);
}

#[browser_test]
async fn undo_leaves_what_was_done_since() {
    clear();
    let tab = used().await;
    let before = tab.results();
    let data = tab.data();
    let (everything, _) = data.erase().await;
    tab.until_written().await;
    tab.pick("start", "boss").await;
    let new = tab.finish("boss").await;
    tab.settings.change(SettingsChange::Theme(Some(Theme::Light)));
    tab.until_written().await;
    data.restore(everything).await;
    tab.until_written().await;
    let answers = Answers::from([("start", one("boss")), ("wish", one("money"))]);
    assert_eq!(tab.answers(), answers);
    assert_eq!(tab.results(), [vec![new], before].concat());
    assert_eq!(untrack(|| tab.settings.theme()), Some(Theme::Light));
    drop(tab);
    let tab = Tab::open().await;
    assert_eq!((tab.answers(), tab.results().len()), (answers, 3));
}

#[browser_test]
async fn what_was_deleted_stays_so_where_the_browser_was_killed_before_local_storage_heard_of_it() {
    clear();
    let tab = used().await;
    let before = local();
    assert!(before.len() >= 4, "{before:?}");
    let notices = tab.notices();
    assert_eq!(notices, [Notice::UnreadableProgress]);
    assert!(tab.data().erase().await.1, "all of it is gone");
    tab.until_written().await;
    drop(tab);
    for (name, text) in &before {
        keep(name, text);
    }
    let tab = Tab::open().await;
    assert_eq!((tab.answers(), tab.results()), (Answers::default(), vec![]));
    assert_eq!((local(), tab.notices()), (vec![], vec![]));
}

#[browser_test]
async fn what_was_brought_back_stays_so_where_the_browser_was_killed_before_local_storage_heard_of_it() {
    clear();
    let tab = used().await;
    let (answers, results) = (tab.answers(), tab.results());
    let data = tab.data();
    let (everything, _) = data.erase().await;
    tab.until_written().await;
    data.restore(everything).await;
    tab.until_written().await;
    drop(tab);
    for (name, _) in local() {
        storage().remove(&name).expect("it can be removed");
    }
    let tab = Tab::open().await;
    assert_eq!((tab.answers(), tab.results()), (answers, results));
    // Another quiz, which nobody has opened, is found there when somebody does.
    assert_eq!(journal().await.iter().filter(|(name, _)| name.starts_with("other.")).count(), 2);
}

#[browser_test]
async fn it_works_with_either_store_alone() {
    for block in [block_local, block_journal] {
        clear();
        block();
        let tab = Tab::open().await;
        tab.pick("start", "coder").await;
        let result = tab.finish("coder").await;
        let data = tab.data();
        let (everything, _) = data.erase().await;
        tab.until_written().await;
        assert_eq!((tab.answers(), tab.results()), (Answers::default(), vec![]));
        let again = Tab::open().await;
        assert_eq!((again.answers(), again.results()), (Answers::default(), vec![]));
        drop(again);
        data.restore(everything).await;
        tab.until_written().await;
        assert_eq!((tab.answers(), tab.results()), (start("coder"), vec![result.clone()]));
        drop(tab);
        let again = Tab::open().await;
        assert_eq!((again.answers(), again.results()), (start("coder"), vec![result]));
        mend();
    }
}

#[browser_test]
async fn what_was_deleted_while_there_was_no_journal_does_not_come_back_with_it() {
    clear();
    drop(used().await);
    block_journal();
    let tab = Tab::open().await;
    assert!(tab.data().erase().await.1, "all of it is gone");
    tab.until_written().await;
    drop(tab);
    mend();
    let tab = Tab::open().await;
    assert_eq!((tab.answers(), tab.results()), (Answers::default(), vec![]));
    assert_eq!(untrack(|| tab.settings.theme()), None);
    let other = head(&kept("other.progress").expect("word of it is there")).expect("it is word of it");
    assert_eq!((other.revision, other.erased), (4, true), "also of a quiz that nobody has opened");
}

#[browser_test]
async fn undo_takes_nothing_away_that_another_quiz_has_kept_since() {
    clear();
    let tab = used().await;
    let data = tab.data();
    let (everything, _) = data.erase().await;
    tab.until_written().await;
    keep("other.progress", "since");
    keep_in_journal("other.progress", "since").await;
    data.restore(everything).await;
    tab.until_written().await;
    assert_eq!(kept("other.progress").as_deref(), Some("since"));
    assert!(journal().await.contains(&("other.progress".to_owned(), "since".to_owned())));
}

#[browser_test]
async fn it_works_where_there_is_no_room_for_word_of_it() {
    clear();
    let tab = used().await;
    let (answers, results) = (tab.answers(), tab.results());
    fill_journal();
    let data = tab.data();
    let (everything, _) = data.erase().await;
    tab.until_written().await;
    assert_eq!(journal().await, []);
    for (name, text) in local() {
        assert!(head(&text).is_ok_and(|head| head.erased), "{name}: {text}");
    }
    let again = Tab::open().await;
    assert_eq!((again.answers(), again.results()), (Answers::default(), vec![]));
    drop(again);
    mend();
    data.restore(everything).await;
    tab.until_written().await;
    assert_eq!((tab.answers(), tab.results(), tab.saved()), (answers, results, Saved::Yes));
}

#[browser_test]
async fn another_tab_does_not_bring_it_back() {
    clear();
    let here = used().await;
    let there = Tab::open().await;
    assert!(here.data().erase().await.1, "all of it is gone");
    here.until_written().await;
    there.pick("start", "boss").await;
    there.library.change(LibraryChange::Rename { id: "gone".to_owned(), name: "Name".to_owned() });
    there.hear().await;
    assert_eq!((there.answers(), there.results()), (start("boss"), vec![]));
    assert_eq!(untrack(|| there.settings.theme()), None);
    drop((here, there));
    let tab = Tab::open().await;
    assert_eq!((tab.answers(), tab.results()), (start("boss"), vec![]));
}

// On the screen.

async fn delete_everything(stage: &Stage) {
    stage.click("button", "Delete everything");
    assert_eq!(stage.texts("dialog[open] h2"), ["Delete everything?"]);
    stage.only("dialog[open] .button--danger").click();
    settle().await;
}

fn said(stage: &Stage) -> Vec<String> {
    stage.texts(".notice--undo")
}

const DELETED: &str = "Everything was deleted from this browser. Undo";

#[browser_test]
async fn it_asks_first() {
    clear();
    drop(used().await);
    let before = local();
    let stage = Stage::app("#/saved").await;
    stage.click("button", "Delete everything");
    stage.only("dialog[open] .button--quiet").click();
    settle().await;
    assert_eq!((stage.all(".saved__entry").len(), local(), said(&stage).len()), (2, before, 0));
}

#[browser_test]
async fn it_is_said_when_it_is_so_and_can_be_undone_for_ten_seconds() {
    clear();
    drop(used().await);
    let stage = Stage::app("#/saved").await;
    let theme = || document().document_element().and_then(|root| root.get_attribute("data-theme"));
    assert_eq!(theme().as_deref(), Some("dark"));
    let busy = Busy::transaction().await;
    hold_time(4_000);
    delete_everything(&stage).await;
    assert_eq!((said(&stage).len(), stage.saved().as_str()), (0, "not-yet"), "it is not deleted yet");
    busy.end().await;
    until("it is said", || said(&stage) == [DELETED]).await;
    assert_eq!((local(), theme(), stage.all(".saved__entry").len()), (vec![], None, 0));
    stage.click("button", "Undo");
    until("the results are back", || stage.all(".saved__entry").len() == 2).await;
    stage.until_saved().await;
    assert_eq!((theme().as_deref(), said(&stage).len()), (Some("dark"), 0));
    delete_everything(&stage).await;
    until("it is said", || said(&stage) == [DELETED]).await;
    assert!(let_time_pass().contains(&10_000.0));
    until("it can no longer be undone", || said(&stage).is_empty()).await;
    stage.get("link", "Take the quiz");
}

#[browser_test]
async fn where_nothing_can_be_kept_it_is_deleted_with_the_pages_own_copy_and_can_be_undone() {
    clear();
    block_storage();
    let stage = Stage::app("#/").await;
    stage.click("radio", "In a job");
    until("that nothing is kept is said", || !stage.texts(".notice").is_empty()).await;
    follow(|| stage.click("link", "Saved results")).await;
    let before = stage.texts(".notice");
    delete_everything(&stage).await;
    until("it is said", || said(&stage) == [DELETED]).await;
    assert_eq!(stage.texts(".notice:not(.notice--undo)"), before, "nothing else is");
    stage.click("button", "Undo");
    settle().await;
    follow(|| stage.click("link", "Small quiz")).await;
    assert!(stage.field("radio", "In a job").checked());
}

#[browser_test]
async fn undo_brings_back_what_another_quiz_has_in_a_tab_that_is_open() {
    clear();
    let here = Tab::open().await;
    let other = SMALL.replacen("\"small\"", "\"other\"", 1);
    let there = Tab::open_quiz_at(material_of(&other), Place::open(&folder()).await).await;
    there.pick("start", "boss").await;
    there.until_written().await;
    let data = here.data();
    let (everything, _) = data.erase().await;
    there.hear().await;
    assert_eq!(there.answers(), Answers::default());
    data.restore(everything).await;
    there.hear().await;
    assert_eq!(there.answers(), start("boss"));
    let text = kept_in_journal("other.progress").await.expect("it is there");
    assert!(text.contains(r#""start":"boss""#), "{text}");
}
