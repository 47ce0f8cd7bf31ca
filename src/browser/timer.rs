//! What happens after a while.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A promise that is rejected after so many milliseconds.
pub fn rejecting_after(ms: i32) -> Promise {
    Promise::new(&mut |_, reject| {
        if let Some(window) = super::window() {
            // It is refused only where the page is gone.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, ms);
        }
    })
}

/// Does something after so many milliseconds.
pub fn after(ms: i32, then: impl FnOnce() + 'static) {
    if let Some(window) = super::window() {
        let then = Closure::once_into_js(then);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), ms);
    }
}
