//! The address of the page.

use super::{host, query};

/// The fragment of the address, with its `#`. Empty where there is none.
pub fn hash() -> String {
    let location = super::window().map(|window| window.location());
    location.and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// Goes to a fragment, which begins with `#`, and leaves an entry in the history; but for a frame, where Back is the host page's.
pub fn go_to(hash: &str) {
    if host::is_there() {
        return go_on_to(hash);
    }
    if let Some(window) = super::window() {
        // An address in the same document cannot be refused.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to a fragment in place of the one that is there: Back leads to what was before both.
pub fn go_on_to(hash: &str) {
    if let Some(window) = super::window() {
        // An address in the same document cannot be refused.
        let _ = window.location().replace(hash);
    }
}

/// The folder that the page is served from, such as `/careers/quiz/`.
pub fn folder() -> String {
    let path = path();
    let end = path.rfind('/').map_or(0, |slash| slash + 1);
    path[..end].to_owned()
}

/// The address of the quiz without a fragment, such as `https://example.org/careers/quiz/`. For a content of another site it says
/// where that lies.
pub fn page() -> String {
    format!("{}{}{}", origin(), path(), query::of_quiz())
}

fn path() -> String {
    super::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// The origin of the page, also where a sandbox has taken it away.
pub fn origin() -> String {
    super::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Whether an absolute address is that of the folder that the page is served from.
pub fn is_folder(address: &str) -> bool {
    address.strip_prefix(&origin()) == Some(&folder())
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = super::window() {
        let _ = window.location().reload();
    }
}
