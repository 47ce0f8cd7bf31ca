//! The document around the app.

use super::timer;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, FocusOptions, HtmlElement};

/// The id of the main region.
pub const MAIN: &str = "main";

/// How long a painting is waited for, in milliseconds.
const LONGEST_FRAME_MS: i32 = 100;

pub(super) fn document() -> Option<Document> {
    super::window()?.document()
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Says in which language the document is, and which way that is written.
pub fn set_language(language: &str, direction: &str) {
    if let Some(root) = root_element() {
        // Neither name can be refused.
        let _ = root.set_attribute("lang", language);
        let _ = root.set_attribute("dir", direction);
    }
}

/// Sets the theme of the document, or leaves it to the device.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = root_element() {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Says that the frame around the page is as high as the page, so that there is nothing to scroll in it.
pub fn set_fitted() {
    if let Some(root) = root_element() {
        // The name cannot be refused.
        let _ = root.set_attribute("data-fitted", "");
    }
}

/// The version of the page's build, put there when it was built.
pub fn version() -> Option<String> {
    meta("version").filter(|version| !version.is_empty())
}

/// The fingerprint of how the site's own quiz is scored, put there when it was built.
pub fn own_scoring() -> Option<String> {
    meta("scoring")
}

/// Whether the page has found this to be a first visit (`index.html`), which begins with less than there is.
pub fn is_first_visit() -> bool {
    root_element().is_some_and(|root| root.has_attribute("data-first-visit"))
}

/// Does something once all of the program is there. A first visit begins without what it does not run (`xtask/src/page/cold/loader.js`), any other with all. Where that cannot be
/// had, nothing is done until something else has it fetched after all.
pub fn once_whole(then: impl FnOnce() + 'static) {
    let Some(document) = document() else { return };
    if !is_first_visit() || root_element().is_some_and(|root| root.has_attribute("data-whole")) {
        return then();
    }
    // It is said once.
    let _ = document.add_event_listener_with_callback("whole", Closure::once_into_js(then).unchecked_ref());
}

/// What the page says of itself under a name of ours.
fn meta(name: &str) -> Option<String> {
    let meta = document()?.query_selector(&format!("meta[name=\"career-quiz-{name}\"]")).ok().flatten()?;
    meta.get_attribute("content")
}

pub(super) fn root_element() -> Option<Element> {
    document()?.document_element()
}

/// The element that the app is mounted in, emptied of what stood there while it was loading.
pub fn root() -> Option<HtmlElement> {
    let root = document()?.get_element_by_id("app")?;
    root.set_inner_html("");
    // The start-up guard in `index.html` looks for this.
    let _ = root.remove_attribute("data-loading");
    root.dyn_into().ok()
}

/// Moves the focus to the heading of the screen and scrolls to the top, once the screen is drawn. This is how
/// somebody who does not see the page learns that it has changed.
pub fn focus_heading() {
    once_drawn(|| {
        if let Some(heading) = heading() {
            let _ = heading.focus();
        }
        if let Some(window) = super::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// Moves the focus to an element that is about to be drawn.
pub fn focus_later(id: String) {
    once_drawn(move || focus(&id));
}

/// Does something once what is being built has been drawn.
pub fn once_drawn(then: impl FnOnce() + 'static) {
    if let Some(window) = super::window() {
        let _ = window.request_animation_frame(Closure::once_into_js(then).unchecked_ref());
    }
}

/// What is done once, by whichever of several comes first.
type Once = Rc<Cell<Option<Box<dyn FnOnce()>>>>;

/// Does something once what has changed is seen: after the next painting, or after a tenth of a second where nothing is painted, as in a hidden tab.
pub fn once_seen(then: impl FnOnce() + 'static) {
    let then: Once = Rc::new(Cell::new(Some(Box::new(then))));
    let run = |then: Once| move || then.take().into_iter().for_each(|then| then());
    let painted = run(Rc::clone(&then));
    // In a frame's callback the frame is still to be painted.
    once_drawn(move || timer::after(0, painted));
    timer::after(LONGEST_FRAME_MS, run(then));
}

/// Moves the focus to an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        focus_on(&element, &FocusOptions::new());
    }
}

fn focus_on(element: &HtmlElement, options: &FocusOptions) {
    if element.id() == MAIN {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = element.focus_with_options(options);
}

/// The main region takes the focus no more, until somebody is led there. Where it always did, it would take it at every press on something in it that takes none
/// itself, such as a label on its way to its field, and the browser would style both once more for each answer.
pub fn close_main() {
    if let Some(main) = element(MAIN) {
        let _ = main.remove_attribute("tabindex");
    }
}

/// The element with an id.
pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn heading() -> Option<HtmlElement> {
    document()?.query_selector("main h1").ok()??.dyn_into().ok()
}

/// Whether an element has the focus.
pub fn is_focused(id: &str) -> bool {
    document().and_then(|document| document.active_element()).is_some_and(|element| element.id() == id)
}

/// Moves the focus to a control and clicks it, as a person does.
pub fn press(id: &str) {
    focus(id);
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Whether a key that is pressed now belongs to nobody else: neither to a field, nor to a list to choose from, nor to an
/// open dialog.
pub fn has_free_keys() -> bool {
    const TAKEN: &str = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]";
    let Some(document) = document() else { return false };
    let is_typing = document.active_element().is_some_and(|element| element.matches(TAKEN).unwrap_or(false));
    let has_dialog = document.query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some());
    !is_typing && !has_dialog
}

/// Where the focus was, to be taken there again after all has been built anew.
#[derive(Clone, Debug)]
pub enum Focus {
    /// At the element with this id.
    Element(String),
    /// At the heading of the screen.
    Heading,
    /// Nowhere, or at something that cannot be told again.
    Nowhere,
}

impl Focus {
    /// Where it is now.
    pub fn now() -> Self {
        match document().and_then(|document| document.active_element()) {
            Some(element) if !element.id().is_empty() && element.tag_name() != "H1" => Self::Element(element.id()),
            Some(element) if element.tag_name() == "H1" => Self::Heading,
            _ => Self::Nowhere,
        }
    }

    /// Takes it there once the page is drawn.
    pub fn restore(self) {
        match self {
            Self::Element(id) => focus_later(id),
            Self::Heading => focus_heading(),
            Self::Nowhere => {}
        }
    }

    /// Takes it there at once, and scrolls nothing.
    pub fn restore_in_place(&self) {
        let element = match self {
            Self::Element(id) => element(id),
            Self::Heading => heading(),
            Self::Nowhere => None,
        };
        if let Some(element) = element {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            focus_on(&element, &options);
        }
    }
}

/// Does something once no dialog is open, which is at once where none is.
pub fn once_no_dialog(then: impl FnOnce() + 'static) {
    let open = document().and_then(|document| document.query_selector("dialog[open]").ok().flatten());
    match open.and_then(|dialog| dialog.dyn_into::<HtmlElement>().ok()) {
        Some(dialog) => dialog.set_onclose(Some(Closure::once_into_js(then).unchecked_ref())),
        None => then(),
    }
}
