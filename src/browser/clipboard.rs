//! The clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard. Returns whether the browser let it: on a page that is not secure, or in a
/// frame that was not allowed to, it does not.
pub async fn copy(text: &str) -> bool {
    let Some(window) = super::window() else { return false };
    // Browsers leave `clipboard` out on an insecure page, and calling into what is not there would throw.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    match clipboard.ok().and_then(|value| value.dyn_into::<web_sys::Clipboard>().ok()) {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// Marks all that stands in a field, so that it is a key press away from the clipboard.
pub fn select_field(id: &str) {
    let element = super::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(field) = element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// Marks the text of an element as if a person had dragged over it, so that it is a key press away from the
/// clipboard.
pub fn select_text(id: &str) {
    let Some(window) = super::window() else { return };
    let element = window.document().and_then(|document| document.get_element_by_id(id));
    if let (Some(element), Ok(Some(selection))) = (element, window.get_selection()) {
        let _ = selection.select_all_children(&element);
    }
}
