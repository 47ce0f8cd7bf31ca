//! Elements as a person finds them: by role and name.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

/// Puts a text into a field, as one that was pasted.
pub fn enter(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict("input", &init).expect("an event can be made");
    field.dispatch_event(&event).expect("a field takes events");
}

pub trait All {
    /// All elements that a selector finds below this one.
    fn all(&self, selector: &str) -> Vec<HtmlElement>;
}

impl All for Element {
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.query_selector_all(selector).expect("it is a selector");
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
    }
}

/// What finds everything with a role.
pub fn selector(role: &str) -> &'static str {
    match role {
        "alert" => "[role=alert]",
        "button" => "button",
        "checkbox" => "input[type=checkbox]",
        "dialog" => "dialog",
        "group" => "fieldset",
        "heading" => "h1, h2, h3, h4, h5",
        "link" => "a[href]",
        "progressbar" => "progress",
        "radio" => "input[type=radio]",
        "region" => "section[aria-label]",
        "error" => ".error",
        "row" => "tr",
        "status" => "[role=status]",
        "textbox" => "input[type=text]",
        _ => panic!("{role} is not known here"),
    }
}

/// What an element is called by somebody who hears the page.
pub fn name(element: &HtmlElement) -> String {
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let labels = input.labels().map_or(0, |labels| labels.length());
        let label = input.labels().and_then(|labels| labels.item(0)).filter(|_| labels == 1);
        return label.and_then(|label| label.dyn_into().ok()).map(|label| text(&label)).unwrap_or_default();
    }
    match element.query_selector("legend") {
        Ok(Some(legend)) => text(&legend.unchecked_into()),
        _ => text(element),
    }
}

/// The text of an element, with single blanks.
pub fn text(element: &HtmlElement) -> String {
    element.text_content().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts that describe an element.
pub fn description(element: &HtmlElement) -> Vec<String> {
    let ids = element.get_attribute("aria-describedby").unwrap_or_default();
    let describing =
        ids.split_whitespace().map(|id| document().get_element_by_id(id).expect("what describes is there"));
    describing.map(|element| text(&element.unchecked_into())).collect()
}
