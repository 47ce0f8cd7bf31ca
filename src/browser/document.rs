//! The document around the app.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, HtmlDocument, HtmlElement, HtmlMetaElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// What a `<meta>` element of the page says.
pub fn meta(name: &str) -> Option<String> {
    let element = document()?.query_selector(&format!("meta[name=\"{name}\"]")).ok()??;
    Some(element.dyn_into::<HtmlMetaElement>().ok()?.content())
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
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
        let heading = document().and_then(|document| document.query_selector("main h1").ok().flatten());
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// Moves the focus to an element that is about to be drawn.
pub fn focus_later(id: String) {
    once_drawn(move || focus(&id));
}

/// Puts a text where the caret is, as if it had been typed.
pub fn type_text(text: &str) {
    let document = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    // Deprecated and everywhere: nothing else reaches into a number field, which has no caret for scripts.
    if let Some(document) = document {
        let _ = document.exec_command_with_show_ui_and_value("insertText", false, text);
    }
}

fn once_drawn(then: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(Closure::once_into_js(then).unchecked_ref());
    }
}

/// Moves the focus to an element.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
