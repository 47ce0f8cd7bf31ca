//! The address of the page, which names the screen.

use crate::stage::settle;
use leptos::prelude::window;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// The fragment of the address.
pub fn hash() -> String {
    window().location().hash().expect("there is an address")
}

/// Sets the fragment without a word to anybody, as where a page is opened at it.
pub fn open_at(hash: &str) {
    if hash == self::hash() {
        return;
    }
    NAVIGATIONS.with(|navigations| navigations.set(navigations.get() + 1));
    let path = window().location().pathname().expect("there is an address");
    let history = window().history().expect("there is a history");
    history
        .replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("{path}{hash}")))
        .expect("an address of the same page is allowed");
}

thread_local! {
    /// How often the address has been changed since [`NAVIGATIONS_SINCE`].
    static NAVIGATIONS: Cell<u32> = const { Cell::new(0) };
    /// A time of the browser, in milliseconds.
    static NAVIGATIONS_SINCE: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Chromium lets a page change its address 200 times in ten seconds, and from then on ignores it without a word
/// (`NavigationRateLimiter`). So before a test could come to that, this waits until the ten seconds are over.
pub async fn wait_for_room_to_navigate() {
    const SPAN_MS: f64 = 10_000.0;
    const SAFELY_BELOW_200: u32 = 160;
    let passed = js_sys::Date::now() - NAVIGATIONS_SINCE.get();
    if passed < SPAN_MS && NAVIGATIONS.get() < SAFELY_BELOW_200 {
        return;
    }
    let left = (SPAN_MS - passed).max(0.0);
    let mut wait = |resolve: js_sys::Function, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, left as i32 + 100)
            .expect("a window has a clock");
    };
    if left > 0.0 {
        JsFuture::from(js_sys::Promise::new(&mut wait)).await.expect("time passes");
    }
    NAVIGATIONS.set(0);
    NAVIGATIONS_SINCE.set(js_sys::Date::now());
}

/// Does something that changes the address, and waits until that has been followed.
pub async fn follow(change: impl FnOnce()) {
    let mut wait = |resolve: js_sys::Function, reject: js_sys::Function| {
        let listen = Closure::once_into_js(move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        });
        window()
            .add_event_listener_with_callback("hashchange", listen.unchecked_ref())
            .expect("a window takes listeners");
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, 30_000).expect("a window has a clock");
    };
    let changed = js_sys::Promise::new(&mut wait);
    change();
    NAVIGATIONS.with(|navigations| navigations.set(navigations.get() + 1));
    JsFuture::from(changed).await.expect("the address changes");
    settle().await;
}
