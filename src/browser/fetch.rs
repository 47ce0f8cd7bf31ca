//! Files of the site.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of a file.
///
/// # Errors
///
/// Why it could not be had, in a sentence without a full stop.
pub async fn text(address: &str) -> Result<String, String> {
    let failed = |_: JsValue| format!("{address} could not be fetched; is there a connection?");
    let window = web_sys::window().ok_or("there is no window")?;
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(failed)?;
    let response: Response = response.dyn_into().map_err(failed)?;
    if !response.ok() {
        return Err(format!("{address} could not be fetched: the server answered {}", response.status()));
    }
    let text = JsFuture::from(response.text().map_err(failed)?).await.map_err(failed)?;
    text.as_string().ok_or_else(|| format!("{address} is not text"))
}
