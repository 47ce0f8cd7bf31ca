//! The theme and the number keys.

use crate::dom::text;
use crate::stage::{Stage, clear, settle, until};
use crate::stores::{SETTINGS, backup, keep, kept, kept_in_journal};
use crate::tab::kept_settings;
use career_quiz::quiz::record::settings::{Settings, Theme};
use career_quiz::quiz::record::write::Version;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;
use web_sys::{Event, EventInit, HtmlElement, HtmlSelectElement};

fn theme() -> Option<String> {
    document().document_element().expect("there is a document").get_attribute("data-theme")
}

async fn choose_theme(stage: &Stage, name: &str) {
    let select: HtmlSelectElement = stage.only("select").unchecked_into();
    select.set_value(name);
    let init = EventInit::new();
    init.set_bubbles(true);
    let change = Event::new_with_event_init_dict("change", &init).expect("an event can be made");
    select.dispatch_event(&change).expect("it can be sent");
    settle().await;
}

/// Presses a key wherever the focus is.
async fn press(key: &str, more: &str) {
    let script = format!(
        "(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', \
         {{ key: '{key}', bubbles: true, {more} }}))"
    );
    js_sys::eval(&script).expect("a key can be pressed");
    settle().await;
}

fn picked(stage: &Stage) -> Vec<String> {
    let inputs = ["radio", "checkbox"].into_iter().flat_map(|role| stage.named(role));
    let picked = inputs.filter(|(_, input)| {
        let input = input.dyn_ref::<web_sys::HtmlInputElement>().expect("it is an input");
        input.checked() && input.id() != "number-keys"
    });
    picked.map(|(name, _)| name).collect()
}

#[browser_test]
async fn the_theme_is_that_of_the_device_until_one_is_chosen_and_the_choice_is_kept() {
    clear();
    let stage = Stage::app("").await;
    assert_eq!((theme(), kept(SETTINGS)), (None, None));
    choose_theme(&stage, "dark").await;
    assert_eq!(theme().as_deref(), Some("dark"));
    let Settings { record_version, revision, write, .. } = kept_settings();
    let dark = Settings { record_version, revision, write, theme: Some(Theme::Dark), ..Settings::default() };
    assert_eq!((kept_settings(), record_version, revision), (dark, 3, 1));
    assert_eq!(write.map(|write| write.based_on), Some(Version { revision: 0, tab: 0 }));
    drop(stage);
    let stage = Stage::app("#/saved").await;
    assert_eq!(stage.only("select").unchecked_into::<HtmlSelectElement>().value(), "dark");
    choose_theme(&stage, "").await;
    assert_eq!(theme(), None);
    until("nothing is left of it", || kept(SETTINGS).is_none()).await;
}

#[browser_test]
async fn settings_that_cannot_be_read_are_kept_aside_and_said_so() {
    clear();
    let pink = r#"{"record_version":1,"theme":"pink"}"#;
    keep(SETTINGS, pink);
    let stage = Stage::app("").await;
    assert!(stage.texts(".notice")[0].starts_with("Your settings could not be read."), "{:?}", stage.texts(".notice"));
    until("it is written", || stage.saved() == "nothing").await;
    assert_eq!(kept_in_journal(&backup(SETTINGS, pink)).await.as_deref(), Some(pink));
    assert_eq!(theme(), None);
}

#[browser_test]
async fn number_keys_do_nothing_until_they_are_turned_on() {
    clear();
    let stage = Stage::app("").await;
    press("2", "").await;
    assert_eq!(picked(&stage), [""; 0]);
    stage.click("checkbox", "Choose options with the number keys");
    settle().await;
    let first = stage.named("radio").remove(1);
    document().active_element().expect("something is").dyn_into::<HtmlElement>().expect("it is HTML").blur().ok();
    press("2", "").await;
    assert_eq!(picked(&stage), [first.0]);
    let focused = document().active_element().expect("something is").id();
    assert_eq!(focused, first.1.id(), "who hears the page hears what was chosen");
    assert!(kept(SETTINGS).is_some_and(|kept| kept.ends_with(r#""number_keys":true}"#)));
}

#[browser_test]
async fn number_keys_tick_and_untick_and_leave_other_keys_alone() {
    clear();
    keep(SETTINGS, r#"{"record_version":1,"language":null,"theme":null,"number_keys":true}"#);
    let stage = Stage::app("#/question/skills").await;
    // As browsers send them when they fill in a form.
    js_sys::eval("document.body.dispatchEvent(new Event('keydown', { bubbles: true }))").expect("it can be sent");
    for (key, more, expected) in [
        ("1", "isComposing: true", &[][..]),
        ("1", "", &["SQL"]),
        ("2", "", &["SQL", "Git"]),
        ("2", "repeat: true", &["SQL", "Git"]),
        ("1", "ctrlKey: true", &["SQL", "Git"]),
        ("1", "altKey: true", &["SQL", "Git"]),
        ("9", "", &["SQL", "Git"]),
        ("0", "", &["SQL", "Git"]),
        ("x", "", &["SQL", "Git"]),
        ("1", "", &["Git"]),
    ] {
        press(key, more).await;
        assert_eq!(picked(&stage), expected, "after {key} {more}");
    }
}

#[browser_test]
async fn number_keys_belong_to_a_field_and_to_a_dialog_first() {
    clear();
    keep(SETTINGS, r#"{"record_version":1,"language":null,"theme":null,"number_keys":true}"#);
    let stage = Stage::app("#/question/skills").await;
    stage.only("select").focus().expect("it takes the focus");
    press("1", "").await;
    assert_eq!(picked(&stage), [""; 0], "a list to choose from has keys of its own");
    stage.click("button", "Start over");
    settle().await;
    press("1", "").await;
    assert_eq!(picked(&stage), [""; 0], "the dialog is open");
    stage.click("button", "Cancel");
    settle().await;
    stage.get("button", "Start over").focus().expect("it takes the focus");
    press("1", "").await;
    assert_eq!(picked(&stage), ["SQL"]);
}

#[browser_test]
async fn another_tab_may_change_the_settings() {
    clear();
    let stage = Stage::app("").await;
    keep(SETTINGS, r#"{"record_version":2,"revision":1,"language":null,"theme":"light","number_keys":true}"#);
    let event = web_sys::Event::new("storage").expect("an event can be made");
    window().dispatch_event(&event).expect("it can be sent");
    settle().await;
    assert_eq!(theme().as_deref(), Some("light"));
    assert_eq!(text(&stage.all("kbd")[0]), "1");
}
