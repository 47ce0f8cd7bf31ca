//! The only home of `web_sys`, `js_sys` and gloo, but for a widget's own elements: one file a capability of the browser.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod failure;
pub mod fetch;
pub mod files;
pub mod first_screen;
pub mod foreign;
pub mod host;
pub mod journal;
pub mod keys;
pub mod languages;
pub mod locale;
pub mod looks;
pub mod print;
pub mod query;
pub mod random;
pub mod share;
pub mod storage;
pub mod timer;
pub mod worker;

use web_sys::Window;

/// The window of the page. None where there is no browser, as where the build makes the first screen.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}
