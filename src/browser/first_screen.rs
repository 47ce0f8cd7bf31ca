//! The first screen that stands in the page before the program does, and what somebody has done on it until then. The script beside it in
//! `index.html` is the other half.

use super::document::{Focus, document, element, root_element};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};

/// Where the page says that its first screen is shown.
const SHOWN: &str = "data-first-screen";

/// What somebody has done on the first screen.
#[derive(Clone, Debug)]
pub struct Done {
    /// The ids of what is picked.
    picked: Vec<String>,
    focus: Focus,
    /// A selector of the button that was pressed last.
    pressed: Option<String>,
}

/// Whether the page has shown its first screen, and the program is about to take its place.
pub fn is_shown() -> bool {
    root_element().is_some_and(|root| root.has_attribute(SHOWN))
}

/// What has been done on it, once nobody is in the middle of a press: a button that goes meanwhile is never pressed. None where it is not shown.
pub async fn done() -> Option<Done> {
    let screen = document()?.get_element_by_id("first-screen").filter(|_| is_shown())?;
    once_released(&screen).await;
    let picked = screen.query_selector_all("input:checked").ok()?;
    let id = |at| Some(picked.item(at)?.dyn_into::<Element>().ok()?.id());
    Some(Done {
        picked: (0..picked.length()).filter_map(id).collect(),
        focus: Focus::now(),
        pressed: screen.get_attribute("data-pressed"),
    })
}

async fn once_released(screen: &Element) {
    let function = Reflect::get(screen, &"onceReleased".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    let Some(function) = function else { return };
    let released = Promise::new(&mut |resolve, _| {
        // The page's own, which throws nothing.
        let _ = function.call1(&JsValue::NULL, &resolve);
    });
    let _ = JsFuture::from(released).await;
}

impl Done {
    /// Does it again on the screen that has taken its place, as the person did.
    pub fn again(self) {
        let Some(document) = document() else { return };
        self.picked.iter().filter_map(|id| element(id)).for_each(|choice| choice.click());
        self.focus.restore_in_place();
        if let Some(root) = root_element() {
            let _ = root.remove_attribute(SHOWN);
        }
        if let Some(button) = self.pressed.and_then(|selector| selected(&document, &selector)) {
            button.click();
        }
    }
}

fn selected(document: &Document, selector: &str) -> Option<HtmlElement> {
    document.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
