//! Everything as a file: what is deleted comes back from it as it was, and it takes nothing away.

use crate::address::follow;
use crate::faults::{block_journal, block_local, mend, stops_while};
use crate::stage::{Stage, clear, settle, until};
use crate::stores::{PROGRESS, RESULTS, backup, journal, keep, keep_in_journal, kept, kept_in_journal, storage};
use crate::tab::{Tab, kept_progress, progress_text, start};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::record::settings::{SettingsChange, Theme};
use career_quiz::quiz::share::file::{DataFile, write};
use leptos::prelude::{document, untrack};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

const TIME: &str = "2026-11-26T10:00:00.000Z";

/// A tab that has been used for a while.
async fn used() -> Tab {
    keep(PROGRESS, "broken");
    keep("other.progress", &progress_text(3, r#"{"a":"b"}"#));
    let tab = Tab::open().await;
    tab.pick("start", "coder").await;
    tab.finish("novice").await;
    tab.finish("coder").await;
    tab.settings.change(SettingsChange::Theme(Some(Theme::Dark)));
    tab.until_written().await;
    tab
}

async fn file_of(tab: &Tab) -> String {
    write(&tab.data().gather().await, TIME)
}

/// The file of another browser, in one that nobody has used yet.
async fn file_from_elsewhere() -> String {
    clear();
    let file = file_of(&used().await).await;
    clear();
    file
}

async fn add(tab: &Tab, file: &str) {
    let file = DataFile::read(file).expect("it can be read");
    let addition = tab.data().addition(&file, "small").await;
    tab.data().add(addition).await;
    tab.until_written().await;
}

/// What a person would miss.
fn shown(tab: &Tab) -> (Answers, Vec<String>, Option<Theme>) {
    (tab.answers(), tab.results(), untrack(|| tab.settings.theme()))
}

#[browser_test]
async fn what_is_saved_deleted_and_added_again_is_as_it_was() {
    clear();
    let tab = used().await;
    let (before, results) = (shown(&tab), untrack(|| tab.library.all()));
    let texts = tab.data().gather().await;
    let file = file_of(&tab).await;
    tab.data().erase().await;
    tab.until_written().await;
    add(&tab, &file).await;
    assert_eq!(shown(&tab), before);
    let without_revision = |results: Vec<career_quiz::quiz::record::library::SavedResult>| {
        results
            .into_iter()
            .map(|mut result| {
                result.revision = 0;
                result
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(without_revision(untrack(|| tab.library.all())), without_revision(results));
    let names = |texts: Vec<(String, String)>| texts.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(
        names(tab.data().gather().await),
        names(texts),
        "also of another quiz, a content, and what cannot be read"
    );
    assert!(journal().await.contains(&(backup(PROGRESS, "broken"), "broken".to_owned())));
    drop(tab);
    assert_eq!(shown(&Tab::open().await), before, "it is kept");
}

#[browser_test]
async fn it_is_taken_to_another_browser() {
    clear();
    let there = used().await;
    let (before, file) = (shown(&there), file_of(&there).await);
    drop(there);
    clear();
    let here = Tab::open().await;
    add(&here, &file).await;
    assert_eq!(shown(&here), before);
}

#[browser_test]
async fn what_is_here_stays() {
    clear();
    let there = used().await;
    let (file, theirs) = (file_of(&there).await, there.results());
    drop(there);
    clear();
    let here = Tab::open().await;
    here.pick("start", "boss").await;
    let mine = here.finish("boss").await;
    here.settings.change(SettingsChange::Theme(Some(Theme::Light)));
    keep("other.progress", "mine");
    keep_in_journal("other.progress", "mine").await;
    add(&here, &file).await;
    assert_eq!((here.answers(), untrack(|| here.settings.theme())), (start("boss"), Some(Theme::Light)));
    let mut all = [theirs, vec![mine]].concat();
    let mut found = here.results();
    all.sort();
    found.sort();
    assert_eq!(found, all);
    assert_eq!(kept("other.progress").as_deref(), Some("mine"));
    let again = here.results();
    add(&here, &file).await;
    assert_eq!(here.results(), again, "twice is no more than once");
}

#[browser_test]
async fn it_works_with_either_store_alone() {
    for block in [block_local, block_journal] {
        clear();
        block();
        let tab = Tab::open().await;
        tab.pick("start", "coder").await;
        tab.finish("coder").await;
        let (before, file) = (shown(&tab), file_of(&tab).await);
        tab.data().erase().await;
        tab.until_written().await;
        add(&tab, &file).await;
        assert_eq!(shown(&tab), before);
        mend();
    }
}

#[browser_test]
async fn what_a_later_version_has_written_here_is_saved_whole() {
    clear();
    let newer = r#"{"record_version":9,"revision":5,"results":[],"new":true}"#;
    keep(RESULTS, newer);
    let tab = Tab::open().await;
    let texts = tab.data().gather().await;
    assert_eq!(texts.iter().find(|(name, _)| name == RESULTS).map(|(_, text)| &**text), Some(newer));
}

// On the screen.

/// Picks a file with this text, and waits for what is said of it.
async fn pick(stage: &Stage, text: &str) {
    hand_over(stage, text);
    until("something is said of it", || !stage.texts("#data-said").concat().is_empty()).await;
    settle().await;
}

fn hand_over(stage: &Stage, text: &str) {
    let pick = js_sys::Function::new_with_args(
        "field, text",
        "const data = new DataTransfer();
         data.items.add(new File([text], 'any.json'));
         field.files = data.files;
         field.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    let field = JsValue::from(stage.only("#data-file"));
    pick.call2(&JsValue::NULL, &field, &text.into()).expect("a file can be picked");
}

fn said(stage: &Stage) -> Vec<String> {
    stage.texts("#data-said p, #data-said li")
}

#[browser_test]
async fn whoever_goes_elsewhere_while_a_file_is_read_or_saved_hears_nothing_more_of_it() {
    let file = file_from_elsewhere().await;
    let stage = Stage::app("#/saved").await;
    let going = async {
        hand_over(&stage, &file);
        stage.click("button", "Save everything as a file");
        follow(|| stage.click("link", "Small quiz")).await;
        stage.assert_screen("intro", Some("start"));
        // By then the one has been read and the other written.
        for _ in 0..20 {
            settle().await;
        }
    };
    assert!(!stops_while(going).await);
    follow(|| stage.click("link", "Saved results")).await;
    assert_eq!((stage.screen().0.as_str(), said(&stage)), ("saved", vec![]));
    pick(&stage, &file).await;
    assert!(said(&stage)[0].starts_with("The file from "), "{:?}", said(&stage));
}

#[browser_test]
async fn it_says_what_a_file_adds_before_it_adds_it() {
    let file = file_from_elsewhere().await;
    let stage = Stage::app("#/saved").await;
    pick(&stage, &file).await;
    let lines = said(&stage);
    assert!(lines[0].starts_with("The file from November 26, 2026"), "{lines:?}");
    assert_eq!(
        lines[1..],
        [
            "Results: 2",
            "The answers of a quiz, to go on with",
            "Settings that you have not changed here",
            "Saved by another quiz, and shown where that one is taken, not here: 1",
            "Other saved data, such as older versions of the quiz: 2"
        ]
    );
    assert_eq!((storage().names(), stage.all(".saved__entry").len()), (vec![], 0), "nothing is written yet");
    stage.click("button", "Cancel");
    settle().await;
    assert_eq!((said(&stage).len(), storage().names()), (0, vec![]));
    pick(&stage, &file).await;
    stage.click("button", "Add it");
    until("it is added", || said(&stage) == ["It was added."]).await;
    assert_eq!(stage.all(".saved__entry").len(), 2);
    let root = document().document_element().expect("there is a document");
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    stage.until_saved().await;
    pick(&stage, &file).await;
    // What was said before stays until the file is read.
    until("the file is read", || said(&stage)[0].ends_with("adds nothing to what is here.")).await;
    assert!(!stage.names("button").contains(&"Add it".to_owned()));
}

#[browser_test]
async fn a_file_that_is_refused_changes_nothing_and_says_why() {
    clear();
    let stage = Stage::app("#/saved").await;
    for (text, lead, detail) in [
        ("<html>", "This is not a file of saved data", Some("expected value")),
        (r#"{"format":"career-quiz-data","format_version":2}"#, "The file was saved by a newer version", None),
        (
            r#"{"format":"career-quiz-data","format_version":1,"saved_at":"2026-11-26T10:00:00.000Z","records":{"small.progress":{"record_version":1,"revision":1,"content_version":"7","at":null,"reached":1,"answers":{"__proto__":"<img src=x onerror=alert(1)>"}}},"contents":{},"texts":{}}"#,
            "This is not a file of saved data",
            Some("records.\"small.progress\": answers: \"__proto__\" is not an id"),
        ),
    ] {
        pick(&stage, text).await;
        let lines = said(&stage);
        assert!(lines[0].starts_with(lead), "{lines:?}");
        assert_eq!(
            lines.get(1).is_some_and(|line| detail.is_some_and(|detail| line.contains(detail))),
            detail.is_some(),
            "{lines:?}"
        );
        assert_eq!((storage().names(), journal().await), (vec![], vec![]));
    }
}

#[browser_test]
async fn a_quiz_that_was_begun_since_it_was_said_what_a_file_adds_stays_as_it_is() {
    let file = file_from_elsewhere().await;
    let stage = Stage::app("#/saved").await;
    pick(&stage, &file).await;
    assert!(said(&stage).contains(&"The answers of a quiz, to go on with".to_owned()), "{:?}", said(&stage));
    // In another tab.
    keep(PROGRESS, &progress_text(3, r#"{"start":"novice"}"#));
    stage.click("button", "Add it");
    until("it is added", || said(&stage) == ["It was added."]).await;
    stage.until_saved().await;
    assert_eq!(kept_progress().answers, start("novice"));
    assert_eq!(stage.all(".saved__entry").len(), 2);
}

#[browser_test]
async fn what_cannot_be_read_under_the_name_of_a_record_takes_no_records_place_in_a_file() {
    clear();
    let tab = Tab::open().await;
    tab.pick("start", "boss").await;
    // Somebody else has written it, and this tab has not looked since.
    keep(PROGRESS, "broken");
    let all = tab.data().gather().await;
    let text = |name: &str| all.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str());
    assert!(text(PROGRESS).is_some_and(|text| text.contains(r#""start":"boss""#)), "{all:?}");
    assert_eq!(text(&backup(PROGRESS, "broken")), Some("broken"));
}

#[browser_test]
async fn data_of_another_quiz_that_is_here_already_stays_and_that_is_said() {
    let file = file_from_elsewhere().await;
    let theirs = progress_text(9, r#"{"x":"y"}"#);
    keep_in_journal("other.progress", &theirs).await;
    let stage = Stage::app("#/saved").await;
    pick(&stage, &file).await;
    let left_out = "Left out, as there is something else here already, which stays: other saved data, 1";
    assert!(said(&stage).contains(&left_out.to_owned()), "{:?}", said(&stage));
    stage.click("button", "Add it");
    until("it is added", || said(&stage) == ["It was added."]).await;
    assert_eq!(kept_in_journal("other.progress").await, Some(theirs));
}
