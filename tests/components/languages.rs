//! The language, and what stays when it changes.

use crate::address::{follow, hash};
use crate::dom::enter;
use crate::faults::block_storage;
use crate::stage::{SMALL, Stage, WORDS, address, clear, keep_answers, language, material, settle, until};
use crate::stores::{PROGRESS, SETTINGS, folder, keep, kept};
use crate::tab::kept_settings;
use career_quiz::browser::languages::Language;
use career_quiz::quiz::beginning;
use career_quiz::quiz::content;
use career_quiz::quiz::fingerprint::name_of;
use career_quiz::quiz::record::settings::{Settings, Theme};
use career_quiz::quiz::words::{Word, Words, proof};
use career_quiz::start::CHECK;
use career_quiz::state::host::Host;
use career_quiz::state::languages::Languages;
use career_quiz::state::material::Material;
use career_quiz::state::notices::Notices;
use career_quiz::state::place::Place;
use career_quiz::state::saving::Saving;
use career_quiz::state::settings::Settings as SettingsInUse;
use leptos::prelude::{document, untrack, view};
use std::sync::mpsc::channel;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;
use web_sys::HtmlDialogElement;

/// The small quiz in a language that only its name and a few texts tell from English.
fn swiss() -> Language {
    let content = SMALL
        .replace("\"language\": \"en\"", "\"language\": \"de-CH\", \"market_language\": \"en\"")
        .replace("In a job", "Angestellt");
    let words = WORDS
        .replace("\"language\": \"en\"", "\"language\": \"de-CH\"")
        .replace("\"name\": \"English\"", "\"name\": \"Schweizerdeutsch\"")
        .replace("\"question.next\": \"Next\"", "\"question.next\": \"Wiiter\"")
        .replace("\"Years of it\"", "\"Jahre\"");
    assert!(content.contains("de-CH") && content.contains("Angestellt") && words.contains("Wiiter"));
    language("de-CH", "Schweizerdeutsch", &content, &words)
}

fn languages() -> Vec<Language> {
    vec![language("en", "English", SMALL, WORDS), swiss()]
}

fn lang() -> String {
    document().document_element().expect("there is a document").get_attribute("lang").unwrap_or_default()
}

fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

#[browser_test]
async fn one_language_needs_no_switch() {
    clear();
    let stage = Stage::app_in(material(), vec![language("en", "English", SMALL, WORDS)], "").await;
    assert!(stage.all("[lang]").is_empty() && stage.all(".top__languages").is_empty());
}

#[browser_test]
async fn the_language_is_switched_in_place_and_the_answers_stay() {
    clear();
    let stage = Stage::app_in(material(), languages(), "").await;
    stage.click("radio", "In a job");
    settle().await;
    assert_eq!(lang(), "en");
    stage.click("button", "Schweizerdeutsch");
    until("the button speaks Swiss German", || stage.names("button").contains(&"Wiiter".to_owned())).await;
    stage.assert_screen("intro", Some("start"));
    assert!(stage.field("radio", "Angestellt").checked());
    assert_eq!(lang(), "de-CH");
    until("the focus is back on the switch", || focused() == "language-de-CH").await;
    assert_eq!(stage.get("button", "Schweizerdeutsch").get_attribute("aria-pressed").as_deref(), Some("true"));
    assert!(kept(SETTINGS).is_some_and(|kept| kept.contains("\"language\":\"de-CH\"")));
    // And on, in the other language.
    follow(|| stage.click("button", "Wiiter")).await;
    stage.assert_screen("question", Some("skills"));
    stage.click("button", "English");
    until("it speaks English again", || stage.names("button").contains(&"Next".to_owned())).await;
    stage.assert_screen("question", Some("skills"));
    assert_eq!(lang(), "en");
}

#[browser_test]
async fn words_that_the_build_has_not_proven_are_found_by_their_keys_and_others_by_their_order() {
    // Not in the order of the program, in which a build would not prove them.
    let (next, back) = ("\"question.next\": \"Next\"", "\"question.back\": \"Back\"");
    assert!(WORDS.contains(next) && WORDS.contains(back));
    let words = WORDS.replace(next, "@").replace(back, next).replace('@', back);
    let words = words.replace("\"language\": \"en\"", "\"language\": \"de-CH\"");
    let proof = proof();
    let file = document().create_element("meta").expect("an element can be made");
    for (name, value) in
        [("name", "career-quiz-file"), ("content", &address(&words)), ("data-digest", &name_of(&words))]
    {
        file.set_attribute(name, value).expect("it has a name");
    }
    document().head().expect("there is a head").append_child(&file).expect("it takes an element");
    for (words_proof, button) in [("", "Next"), (&proof, "Back"), (&proof[..proof.len() - 1], "Next")] {
        clear();
        file.set_attribute("data-proof", words_proof).expect("it has a name");
        let other = Language { words: address(&words), ..swiss() };
        let stage = Stage::app_in(material(), vec![language("en", "English", SMALL, WORDS), other], "").await;
        stage.click("button", "Schweizerdeutsch");
        until("it is in the other language", || lang() == "de-CH").await;
        assert!(stage.names("button").contains(&button.to_owned()), "{words_proof}: {:?}", stage.names("button"));
    }
    file.remove();
}

/// The small quiz as a build has proven it, with the questions that it has made of it.
fn proven() -> Language {
    let words = Words::parse(WORDS).expect("the English words are good");
    let beginning = beginning::write(SMALL, &words).expect("it is read as it was written");
    Language { beginning: address(&beginning), proven: name_of(SMALL), ..language("en", "English", SMALL, WORDS) }
}

#[browser_test]
async fn a_content_that_was_begun_is_completed_by_what_belongs_to_them_and_by_nothing_else() {
    clear();
    let here = proven();
    let material = Material::begin(&here, CHECK).await.expect("it can be had");
    let all = content::parse(SMALL).expect("the quiz is good");
    assert_eq!(material.content.questions, all.questions);
    assert_eq!(material.words.get(Word::Next), "Next");
    for other in ["not there".to_owned(), address("{}"), address(&SMALL.replace("In a job", "Employed"))] {
        assert!(!material.complete(&Language { content: other.clone(), ..here.clone() }).await, "{other}");
    }
    // Asked for twice at once, it is no other.
    let (one, two) = (material.complete(&here), material.complete(&here));
    assert!(one.await && two.await);
    assert_eq!((material.content, material.source()), (&all, SMALL));
    assert!(material.complete(&Language::default()).await, "there is nothing to fetch");
}

#[browser_test]
async fn the_language_that_is_shown_is_chosen_without_the_rest_of_its_content() {
    clear();
    let begun = Language { content: "not there".to_owned(), ..proven() };
    let material = Material::begin(&begun, CHECK).await.expect("its questions can be had");
    let stage = Stage::app_in(material, vec![begun, swiss()], "").await;
    stage.click("button", "English");
    until("it is kept", || kept(SETTINGS).is_some_and(|kept| kept.contains("\"language\":\"en\""))).await;
    assert_eq!(stage.texts(".notice"), Vec::<String>::new());
}

#[browser_test]
async fn what_is_no_beginning_is_not_begun_with() {
    clear();
    for beginning in ["not there".to_owned(), address("{}"), address("[[\"0 0123456789abcdef\"]]")] {
        let language = Language { beginning, ..proven() };
        let material = Material::begin(&language, CHECK).await.expect("the content can be had");
        assert_eq!((material.content, material.source()), (&content::parse(SMALL).expect("it is good"), SMALL));
    }
}

#[browser_test]
async fn answers_stay_also_where_nothing_can_be_kept() {
    clear();
    block_storage();
    let stage = Stage::app_in(material(), languages(), "").await;
    stage.click("radio", "In a job");
    settle().await;
    stage.click("button", "Schweizerdeutsch");
    until("the button speaks Swiss German", || stage.names("button").contains(&"Wiiter".to_owned())).await;
    assert!(stage.field("radio", "Angestellt").checked());
    until("that nothing is kept is said", || !stage.texts(".notice").is_empty()).await;
    assert_eq!(stage.texts(".notice").len(), 1, "that nothing is kept is still said, once");
}

#[browser_test]
async fn numbers_are_written_as_the_language_has_them() {
    clear();
    let mut languages = languages();
    // Swiss German has a decimal point, Spanish has none.
    let spanish = SMALL.replace("\"language\": \"en\"", "\"language\": \"es\", \"market_language\": \"en\"");
    let words = WORDS.replace("\"language\": \"en\"", "\"language\": \"es\"");
    languages.push(language("es", "Español", &spanish, &words));
    keep_answers(r#"{"start":"coder","years":2.5}"#);
    let stage = Stage::app_in(material(), languages, "#/question/years").await;
    assert_eq!(stage.field("textbox", "years").value(), "2.5");
    stage.click("button", "Español");
    until("the number is in Spanish", || stage.field("textbox", "years").value() == "2,5").await;
    enter(&stage.field("textbox", "years"), "7,5");
    settle().await;
    assert!(kept(PROGRESS).expect("it is kept").contains("\"years\":7.5"), "{:?}", kept(PROGRESS));
    enter(&stage.field("textbox", "years"), "41");
    stage.click("button", "Next");
    settle().await;
    assert_eq!(stage.names("error"), ["Enter a number from 0 to 40, in steps of 0,5."]);
}

#[browser_test]
async fn a_language_that_cannot_be_loaded_is_said_so_and_nothing_changes() {
    clear();
    let broken = language("de-CH", "Schweizerdeutsch", "{", WORDS);
    let stage =
        Stage::app_in(material(), vec![language("en", "English", SMALL, WORDS), broken], "#/question/skills").await;
    stage.click("button", "Schweizerdeutsch");
    let notice = "The quiz could not be loaded in the language you chose";
    until("it is said", || stage.texts(".notice").iter().any(|text| text.starts_with(notice))).await;
    stage.assert_screen("question", Some("skills"));
    assert_eq!((lang().as_str(), hash().as_str()), ("en", "#/question/skills"));
    assert_eq!(kept(SETTINGS), None);
    // The one that is shown can still be had, and then the notice goes.
    stage.click("button", "English");
    until("the notice is gone", || stage.texts(".notice").is_empty()).await;
}

#[browser_test]
async fn what_stands_in_a_field_and_what_was_said_of_it_stay() {
    clear();
    let stage = Stage::app_in(material(), languages(), "#/question/years").await;
    keep_answers(r#"{"start":"coder"}"#);
    drop(stage);
    let stage = Stage::app_in(material(), languages(), "#/question/years").await;
    enter(&stage.field("textbox", "years"), "99");
    stage.click("button", "Next");
    settle().await;
    let error = stage.names("error");
    assert!(!error[0].is_empty());
    stage.click("button", "Schweizerdeutsch");
    until("it is in Swiss German", || lang() == "de-CH" && stage.names("button").contains(&"Wiiter".to_owned())).await;
    assert_eq!(stage.field("textbox", "years").value(), "99");
    assert_eq!(stage.names("error"), error);
    stage.click("button", "Wiiter");
    settle().await;
    stage.assert_screen("question", Some("years"));
    // Somewhere else and back, and it is forgotten.
    follow(|| stage.click("link", "Back")).await;
    follow(|| stage.click("button", "Wiiter")).await;
    assert_eq!(stage.field("textbox", "years").value(), "");
}

#[browser_test]
async fn a_language_waits_until_a_dialog_is_closed() {
    clear();
    let stage = Stage::app_in(material(), languages(), "#/question/skills").await;
    stage.click("button", "Schweizerdeutsch");
    stage.click("button", "Start over");
    // The files are in the addresses, so they are there long before this.
    for _ in 0..20 {
        settle().await;
    }
    assert_eq!((lang().as_str(), stage.all("dialog[open]").len()), ("en", 1), "nobody is interrupted");
    stage.click("button", "Cancel");
    until("it is in Swiss German", || lang() == "de-CH").await;
}

#[browser_test]
async fn a_language_that_nobody_wants_any_more_when_a_dialog_is_closed_is_not_shown() {
    clear();
    let place = Place::open(&folder()).await;
    let (tell, told) = channel();
    let stage = Stage::mount(move || {
        let (saving, notices) = (Saving::new(), Notices::new());
        let settings = SettingsInUse::new(place, saving, notices, Host::new());
        tell.send(Languages::new(material(), languages(), CHECK, notices, settings)).expect("somebody listens");
        view! { <dialog open=true></dialog> }
    });
    let languages = told.recv().expect("there are languages");
    let dialog: HtmlDialogElement = stage.only("dialog").unchecked_into();
    let shown = || languages.shown().expect("it is there");
    languages.suggest(Some("de-CH"));
    for _ in 0..20 {
        settle().await;
    }
    assert_eq!((shown(), untrack(|| languages.is_loading())), ("en", true), "the dialog is open");
    languages.suggest(Some("en"));
    dialog.close();
    settle().await;
    assert_eq!((shown(), untrack(|| languages.is_loading())), ("en", false));
    languages.suggest(Some("de-CH"));
    until("it is in Swiss German", || shown() == "de-CH").await;
}

#[browser_test]
async fn a_language_that_comes_late_leaves_the_focus_where_it_is_by_then() {
    clear();
    let stage = Stage::app_in(material(), languages(), "").await;
    stage.click("button", "Schweizerdeutsch");
    let radio = stage.named("radio").remove(0).1;
    radio.focus().expect("it takes the focus");
    until("it is in Swiss German", || lang() == "de-CH").await;
    until("the focus is where it was", || focused() == radio.id()).await;
}

#[browser_test]
async fn a_theme_stays_when_the_language_changes() {
    clear();
    keep(SETTINGS, r#"{"record_version":1,"language":"en","theme":"dark","number_keys":true}"#);
    let stage = Stage::app_in(material(), languages(), "").await;
    stage.click("button", "Schweizerdeutsch");
    until("it is in Swiss German", || lang() == "de-CH").await;
    // The record was of the first version, and is written as one of this version.
    let Settings { record_version, revision, language, theme, number_keys, .. } = kept_settings();
    assert_eq!((record_version, revision, language.as_deref()), (3, 2, Some("de-CH")));
    assert_eq!((theme, number_keys), (Some(Theme::Dark), true));
}
