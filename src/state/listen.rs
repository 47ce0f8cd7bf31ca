//! Listening to the window.

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Calls `heard` for each event of the window, for as long as the component around this is there. On the host there is none.
pub fn listen<E>(event: E, heard: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: JsCast,
{
    if cfg!(target_arch = "wasm32") {
        let listener = window_event_listener(event, heard);
        on_cleanup(move || listener.remove());
    }
}
