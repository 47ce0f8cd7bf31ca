//! Files that a person saves.

use super::timer;
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// For how long the browser may fetch what it was given. Safari begins a moment after the click, and has nothing if it is gone by then.
const FETCHED_AFTER_MS: i32 = 60_000;

/// The browser did not take a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTaken;

impl fmt::Display for NotTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the browser did not take the file")
    }
}

/// Gives the browser a text to save as a file of this name, in UTF-8. Where it is put, and whether the person is asked, is the browser's to say; so
/// is what it does where it saves no files, as inside of some apps: there it may show the text.
///
/// # Errors
///
/// Where the browser can make no file of it.
pub fn download(name: &str, mime: &str, text: &str) -> Result<(), NotTaken> {
    try_download(name, mime, text).map_err(|_| NotTaken)
}

fn try_download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let kind = BlobPropertyBag::new();
    kind.set_type(&format!("{mime};charset=utf-8"));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let document = super::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let address = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    timer::after(FETCHED_AFTER_MS, move || {
        // It was made here, so it can be taken back.
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}
