//! Paper, and what passes for it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Whether the browser can be asked to print. Inside of some apps it cannot, and has no such function.
pub fn is_there() -> bool {
    let window = super::window().map(JsValue::from);
    window
        .is_some_and(|window| Reflect::get(&window, &JsValue::from_str("print")).is_ok_and(|print| print.is_function()))
}

/// Asks the browser to print the page. What comes of it, the person and the browser settle between them.
pub fn page() {
    if let Some(window) = super::window() {
        // It is refused in a frame that may not open dialogs. Then nothing happens, as nothing can.
        let _ = window.print();
    }
}
