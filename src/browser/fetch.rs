//! Files of the site.

use crate::quiz::fingerprint::name_of;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

/// The text of a file, which is asked for at once: whoever wants two of them asks for both before waiting. A file that the page names the digest of is
/// refused where the server has another by now: it is of another build.
///
/// # Errors
///
/// Why it could not be had, in a sentence without a full stop.
pub fn text(address: &str) -> impl Future<Output = Result<String, String>> + use<> {
    let address = address.to_owned();
    // A future at once, so that somebody hears of a failure whenever it comes.
    let asked = super::window().map(|window| JsFuture::from(window.fetch_with_str(&address)));
    async move {
        let failed = |_: JsValue| format!("{address} could not be fetched; is there a connection?");
        let response = asked.ok_or("there is no window")?.await.map_err(failed)?;
        let response: Response = response.dyn_into().map_err(failed)?;
        if !response.ok() {
            return Err(format!("{address} could not be fetched: the server answered {}", response.status()));
        }
        let text = JsFuture::from(response.text().map_err(failed)?).await.map_err(failed)?;
        let text = text.as_string().ok_or_else(|| format!("{address} is not text"))?;
        match digest(&address).is_none_or(|digest| digest == name_of(&text)) {
            true => Ok(text),
            false => {
                Err(format!("{address} is of a newer version of the site than this page; loading the page again helps"))
            }
        }
    }
}

/// The digest that the page names for a file of its build, put there when it was built. Not the `integrity` of the request: Chromium cannot have that for what a
/// page preloads, and the others ask for the file once more. What [`text`] has handed out has this digest, where there is one.
pub fn digest(address: &str) -> Option<String> {
    file("meta[name=\"career-quiz-file\"]", address)?.get_attribute("data-digest")
}

/// What the page says of a file of its build beside its digest, where the file has that still: it need not be found out once more.
pub fn proof(address: &str, digest: &str) -> Option<String> {
    let file = file("meta[data-proof]", address)?;
    if file.get_attribute("data-digest").as_deref() == Some(digest) { file.get_attribute("data-proof") } else { None }
}

fn file(selector: &str, address: &str) -> Option<Element> {
    let files = super::window()?.document()?.query_selector_all(selector).ok()?;
    let mut files = (0..files.length()).filter_map(|at| files.item(at)?.dyn_into::<Element>().ok());
    files.find(|file| file.get_attribute("content").as_deref() == Some(address))
}
