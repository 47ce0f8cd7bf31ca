//! What the address asks for behind its question mark.

use crate::embed::Address;
use web_sys::{Url, UrlSearchParams};

/// The value of a parameter; none where it is not there.
pub fn get(name: &str) -> Option<String> {
    let query = super::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&query).ok()?.get(name)
}

/// What the address asks for as a content.
fn content_asked() -> Option<String> {
    get("content").filter(|text| !text.is_empty())
}

/// Where the content lies that the address asks for; none where it asks for none.
///
/// # Errors
///
/// Where what it asks for is no address, which is said in a sentence without a full stop.
pub fn content() -> Option<Result<Address, String>> {
    let text = content_asked()?;
    let base = super::window()?.location().href().ok()?;
    let url = Url::new_with_base(&text, &base);
    Some(url.map(|url| address(&url)).map_err(|_| format!("{text} is no address")))
}

/// What the address of the page has to have behind its question mark for the same quiz to be there; nothing for the site's own.
pub fn of_quiz() -> String {
    let Some(text) = content_asked() else { return String::new() };
    let Ok(query) = UrlSearchParams::new() else { return String::new() };
    query.append("content", &text);
    format!("?{}", query.to_string().as_string().unwrap_or_default())
}

fn address(url: &Url) -> Address {
    Address {
        href: url.href(),
        protocol: url.protocol(),
        hostname: url.hostname(),
        host: url.host(),
        path: url.pathname(),
        has_credentials: !url.username().is_empty() || !url.password().is_empty(),
    }
}
