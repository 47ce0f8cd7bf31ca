//! Files of the site.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of a file, which is asked for at once: whoever wants two of them asks for both before waiting.
///
/// # Errors
///
/// Why it could not be had, in a sentence without a full stop.
pub fn text(address: &str) -> impl Future<Output = Result<String, String>> + use<> {
    let address = address.to_owned();
    // A future at once, so that somebody hears of a failure whenever it comes.
    let asked = web_sys::window().map(|window| JsFuture::from(window.fetch_with_str(&address)));
    async move {
        let failed = |_: JsValue| format!("{address} could not be fetched; is there a connection?");
        let response = asked.ok_or("there is no window")?.await.map_err(failed)?;
        let response: Response = response.dyn_into().map_err(failed)?;
        if !response.ok() {
            return Err(format!("{address} could not be fetched: the server answered {}", response.status()));
        }
        let text = JsFuture::from(response.text().map_err(failed)?).await.map_err(failed)?;
        text.as_string().ok_or_else(|| format!("{address} is not text"))
    }
}
