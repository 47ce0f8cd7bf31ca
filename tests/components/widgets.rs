//! The widgets, each by itself.

use crate::dom::{description, enter};
use crate::stage::{Stage, clear, settle};
use career_quiz::widgets::{Choice, ChoiceGroup, Confirm, NumberField, Progress, ScoreBar};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

/// What a widget has reported, in order.
struct Reports<T>(StoredValue<Vec<T>>);

impl<T: Clone + Send + Sync + 'static> Reports<T> {
    fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    fn callback(&self) -> Callback<T> {
        let reports = self.0;
        Callback::new(move |report| reports.update_value(|reports| reports.push(report)))
    }

    fn take(&self) -> Vec<T> {
        self.0.try_update_value(std::mem::take).expect("the reports are there")
    }
}

// ChoiceGroup.

struct Choices {
    stage: Stage,
    picked: RwSignal<Vec<String>>,
    keys: RwSignal<bool>,
    picks: Reports<(String, bool)>,
}

fn choices(many: bool) -> Choices {
    clear();
    let keys = RwSignal::new(false);
    let picks = Reports::new();
    let picked = RwSignal::new(vec!["b".to_owned()]);
    let on_pick = picks.callback();
    let stage = Stage::mount(move || {
        let choice = |id: &str, label: &str, hint: Option<&str>| Choice {
            id: id.to_owned(),
            label: label.to_owned(),
            hint: hint.map(str::to_owned),
            key: id.chars().next(),
        };
        let choices =
            vec![choice("a", "Apple", None), choice("b", "Bread", Some("White or brown.")), choice("c", "<b>", None)];
        view! { <ChoiceGroup name="food" choices=choices many=many picked=picked.into() keys=keys.into() on_pick=on_pick /> }
    });
    Choices { stage, picked, keys, picks }
}

#[browser_test]
async fn radio_buttons_have_labels_and_one_name() {
    let Choices { stage, .. } = choices(false);
    assert_eq!(stage.names("radio"), ["Apple", "Bread", "<b>"]);
    for label in ["Apple", "Bread", "<b>"] {
        assert_eq!(stage.field("radio", label).name(), "food");
    }
    assert_eq!(stage.field("radio", "Apple").value(), "a");
    assert!(stage.names("checkbox").is_empty());
}

#[browser_test]
async fn checkboxes_stand_where_many_may_be_chosen() {
    let Choices { stage, .. } = choices(true);
    assert_eq!(stage.names("checkbox"), ["Apple", "Bread", "<b>"]);
    assert!(stage.names("radio").is_empty());
}

#[browser_test]
async fn a_hint_describes_its_choice_and_no_other() {
    let Choices { stage, .. } = choices(false);
    assert_eq!(description(&stage.get("radio", "Bread")), ["White or brown."]);
    assert_eq!(stage.get("radio", "Apple").get_attribute("aria-describedby"), None);
}

#[browser_test]
async fn what_is_picked_is_checked_and_stays_so() {
    let Choices { stage, picked, .. } = choices(true);
    let checked = || ["Apple", "Bread", "<b>"].map(|label| stage.field("checkbox", label).checked());
    assert_eq!(checked(), [false, true, false]);
    picked.set(vec!["a".to_owned(), "c".to_owned()]);
    settle().await;
    assert_eq!(checked(), [true, false, true]);
    picked.set(Vec::new());
    settle().await;
    assert_eq!(checked(), [false, false, false]);
}

#[browser_test]
async fn a_pick_is_reported_by_its_id() {
    let Choices { stage, picks, .. } = choices(false);
    stage.click("radio", "Apple");
    assert_eq!(picks.take(), [("a".to_owned(), true)]);
    // The label is as good to press as the button.
    stage.only("label[for=food--c]").click();
    assert_eq!(picks.take(), [("c".to_owned(), true)]);
}

#[browser_test]
async fn unticking_is_reported_too() {
    let Choices { stage, picks, .. } = choices(true);
    stage.click("checkbox", "Bread");
    stage.click("checkbox", "Apple");
    assert_eq!(picks.take(), [("b".to_owned(), false), ("a".to_owned(), true)]);
}

#[browser_test]
async fn keys_are_shown_beside_what_they_choose_to_those_who_want_them() {
    let Choices { stage, keys, .. } = choices(false);
    assert_eq!(stage.texts("kbd"), [""; 0]);
    assert_eq!(stage.field("radio", "Apple").get_attribute("aria-keyshortcuts"), None);
    keys.set(true);
    settle().await;
    assert_eq!(stage.texts("kbd")[..2], ["a", "b"]);
    assert_eq!(stage.field("radio", "Apple").get_attribute("aria-keyshortcuts").as_deref(), Some("a"));
}

// NumberField.

struct Number {
    stage: Stage,
    error: RwSignal<Option<String>>,
    announced: RwSignal<Option<String>>,
    texts: Reports<String>,
}

fn number(initial: Option<&str>) -> Number {
    clear();
    let texts = Reports::new();
    let (error, announced) = (RwSignal::new(None), RwSignal::new(None));
    let on_input = texts.callback();
    let text = RwSignal::new(initial.unwrap_or_default().to_owned());
    let stage = Stage::mount(move || {
        view! {
            <NumberField
                id="age"
                label="years"
                hint="From 0 to 40."
                text=text
                error=error.into()
                announced=announced.into()
                labelled_by="age-question"
                on_input=on_input
            />
        }
    });
    Number { stage, error, announced, texts }
}

#[browser_test]
async fn a_number_field_has_a_label_and_a_hint() {
    let Number { stage, .. } = number(None);
    let field = stage.field("textbox", "years");
    assert_eq!((field.id().as_str(), field.value().as_str()), ("age", ""));
    assert_eq!(description(&field), ["From 0 to 40.", ""]);
}

#[browser_test]
async fn a_number_field_begins_with_the_text_given() {
    assert_eq!(number(Some("2,5")).stage.field("textbox", "years").value(), "2,5");
}

#[browser_test]
async fn every_text_is_reported_as_it_stands_there() {
    let Number { stage, texts, .. } = number(Some("3"));
    let field = stage.field("textbox", "years");
    for text in ["", "2,5", " three "] {
        enter(&field, text);
        assert_eq!(texts.take(), [text]);
    }
}

#[browser_test]
async fn an_error_makes_the_field_invalid_and_describes_it_and_is_announced_only_where_that_is_asked_for() {
    let Number { stage, error, announced, .. } = number(None);
    let field = stage.field("textbox", "years");
    assert_eq!(field.get_attribute("aria-invalid"), None);
    error.set(Some("Too much.".to_owned()));
    settle().await;
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(description(&field), ["From 0 to 40.", "Too much."]);
    assert_eq!(stage.names("status"), [""], "nobody hears it twice");
    announced.set(Some("Too much.".to_owned()));
    settle().await;
    assert_eq!(stage.names("status"), ["Too much."]);
    error.set(None);
    settle().await;
    assert_eq!(field.get_attribute("aria-invalid"), None);
}

// Confirm.

fn confirm() -> (Stage, Rc<RefCell<usize>>) {
    clear();
    let calls = Rc::new(RefCell::new(0));
    // A callback must be `Send`, which everything is that stays where it was made.
    let counted = send_wrapper(calls.clone());
    let on_yes = Callback::new(move |()| counted.with_value(|calls| *calls.borrow_mut() += 1));
    let stage = Stage::mount(move || {
        view! {
            <Confirm
                label="Delete"
                description="Delete the cake"
                title="Delete it?"
                text="It will be gone."
                yes="Yes, delete"
                no="Cancel"
                on_yes=on_yes
            />
        }
    });
    (stage, calls)
}

fn send_wrapper<T: 'static>(value: T) -> StoredValue<T, LocalStorage> {
    StoredValue::new_local(value)
}

#[browser_test]
async fn nothing_is_asked_until_the_button_is_pressed() {
    let (stage, calls) = confirm();
    assert!(stage.names("dialog").is_empty());
    assert_eq!(stage.names("button"), ["Delete the cake"]);
    stage.click("button", "Delete the cake");
    assert_eq!(stage.names("dialog"), ["Delete it?"]);
    assert_eq!(stage.texts("dialog p"), ["It will be gone."]);
    assert_eq!(*calls.borrow(), 0);
}

#[browser_test]
async fn a_dialog_gives_the_focus_to_the_button_that_changes_nothing() {
    let (stage, _) = confirm();
    stage.click("button", "Delete the cake");
    assert_eq!(document().active_element().and_then(|focused| focused.text_content()).as_deref(), Some("Cancel"));
}

#[browser_test]
async fn cancelling_does_nothing() {
    let (stage, calls) = confirm();
    stage.click("button", "Delete the cake");
    stage.click("button", "Cancel");
    assert!(stage.names("dialog").is_empty());
    assert_eq!(*calls.borrow(), 0);
}

#[browser_test]
async fn a_yes_acts_once_and_closes_the_dialog() {
    let (stage, calls) = confirm();
    stage.click("button", "Delete the cake");
    stage.click("button", "Yes, delete");
    assert!(stage.names("dialog").is_empty());
    assert_eq!(*calls.borrow(), 1);
}

#[browser_test]
async fn it_can_be_asked_again() {
    let (stage, calls) = confirm();
    for answer in ["Cancel", "Yes, delete", "Yes, delete"] {
        stage.click("button", "Delete the cake");
        stage.click("button", answer);
    }
    assert_eq!(*calls.borrow(), 2);
}

// Progress and ScoreBar.

#[browser_test]
async fn progress_is_a_text_and_a_bar_with_a_label() {
    clear();
    let (text, percent) = (RwSignal::new("Question 1 of 4".to_owned()), RwSignal::new(0_u8));
    let stage = Stage::mount(move || view! { <Progress label="Progress" text=text.into() percent=percent.into() /> });
    let bar = stage.get("progressbar", "Progress");
    let drawn = || (bar.get_attribute("value"), bar.get_attribute("max"));
    assert_eq!(stage.texts("p"), ["Question 1 of 4"]);
    assert_eq!(drawn(), (Some("0".to_owned()), Some("100".to_owned())));
    text.set("Question 2 of 4".to_owned());
    percent.set(25);
    settle().await;
    assert_eq!(stage.texts("p"), ["Question 2 of 4"]);
    assert_eq!(drawn(), (Some("25".to_owned()), Some("100".to_owned())));
}

#[browser_test]
async fn a_score_bar_is_as_wide_as_its_score_and_no_wider_than_its_place() {
    clear();
    for (score, high, fill, open) in
        [(0, 0, "0%", "0%"), (37, 37, "37%", "37%"), (37, 60, "37%", "60%"), (100, 250, "100%", "100%")]
    {
        let stage = Stage::mount(move || view! { <ScoreBar score=score high=high /> });
        let width = |part: &str| stage.only(&format!("[aria-hidden=true] > .score-bar__{part}")).style();
        assert_eq!(width("fill").get_property_value("width").as_deref(), Ok(fill));
        assert_eq!(width("open").get_property_value("width").as_deref(), Ok(open));
    }
}
