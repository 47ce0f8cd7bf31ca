//! Keys that are pressed.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::KeyboardEvent;

/// The key, where it was pressed by itself: without Ctrl, Alt or Meta, not held down, not part of a character that is
/// being put together, and not taken by somebody else. Browsers and their extensions send events of this kind that have
/// no key at all.
pub fn plain(event: &KeyboardEvent) -> Option<String> {
    let is_plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
    let is_free = !event.repeat() && !event.is_composing() && !event.default_prevented();
    let key = Reflect::get(event, &JsValue::from_str("key")).ok()?.as_string();
    key.filter(|_| is_plain && is_free)
}
