//! The browser's own way to hand something on: to another program, to somebody nearby.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the browser has one. Most on a desktop have not, and none has on a page that is not secure.
pub fn is_possible() -> bool {
    function().is_some()
}

/// Hands on an address. Nothing is said of what becomes of it: the browser shows that, and a person who changes their mind knows.
pub async fn share(title: &str, address: &str) {
    let Some((navigator, function)) = function() else { return };
    let what = Object::new();
    for (name, text) in [("title", title), ("url", address)] {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&what, &name.into(), &text.into());
    }
    if let Ok(Ok(sharing)) = function.call1(&navigator, &what).map(JsCast::dyn_into::<Promise>) {
        let _ = JsFuture::from(sharing).await;
    }
}

fn function() -> Option<(JsValue, Function)> {
    let navigator = JsValue::from(super::window()?.navigator());
    let function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    Some((navigator, function))
}
