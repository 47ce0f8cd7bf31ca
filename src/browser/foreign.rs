//! A file of another site, of which nothing is known: it may be of any size, or never come to an end.

use super::timer;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit,
    RequestRedirect, Response,
};

/// How long all of it may take.
const PATIENCE_MS: i32 = 20_000;

/// The text of a file of another site, of `most` bytes at most. That site learns nothing of the person by it but their network
/// address: neither cookies nor the address of this page are sent.
///
/// # Errors
///
/// Why it could not be had, in a sentence without a full stop.
pub async fn text(address: &str, most: usize) -> Result<String, String> {
    let unknown = |_: JsValue| format!("{address} could not be read");
    let abort = AbortController::new().map_err(unknown)?;
    let (init, signal) = (RequestInit::new(), abort.signal());
    init.set_signal(Some(&signal));
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_cache(RequestCache::NoCache);
    // The person is told whose quiz it is by this address, so nobody else's may come in its place.
    init.set_redirect(RequestRedirect::Error);
    timer::after(PATIENCE_MS, move || abort.abort());
    let window = super::window().ok_or("there is no window")?;
    let refused = |_: JsValue| {
        format!(
            "{address} could not be fetched: its host does not answer, leads elsewhere, or does not allow other sites to read it \
             (Access-Control-Allow-Origin: *)"
        )
    };
    let response = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await.map_err(refused)?;
    let response: Response = response.dyn_into().map_err(unknown)?;
    if !response.ok() {
        return Err(format!("{address} could not be fetched: its host answered {}", response.status()));
    }
    let bytes = match response.body() {
        Some(body) => {
            let reader = ReadableStreamDefaultReader::new(&body).map_err(unknown)?;
            read(address, &reader, most).await?
        }
        None => Vec::new(),
    };
    String::from_utf8(bytes)
        .map_err(|error| format!("{address} is no UTF-8: byte {} is of no character", error.utf8_error().valid_up_to()))
}

async fn read(address: &str, reader: &ReadableStreamDefaultReader, most: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await;
        let part = part.map_err(|_| format!("{address} broke off after {} bytes", bytes.len()))?;
        let field = |name: &str| Reflect::get(&part, &name.into()).unwrap_or_default();
        if field("done").is_truthy() {
            return Ok(bytes);
        }
        let Ok(part) = field("value").dyn_into::<Uint8Array>() else { return Ok(bytes) };
        if bytes.len() + part.length() as usize > most {
            // Nobody waits for the rest.
            drop(reader.cancel());
            return Err(format!("{address} is larger than the {most} bytes that are read at most"));
        }
        bytes.extend(part.to_vec());
    }
}
