//! Files that a person picks.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It is larger than was asked for.
    TooLarge,
    /// The browser cannot read it, or it was removed or changed since it was picked.
    Unreadable,
}

/// The file that was picked in a field, if one was. The field is emptied, so that the same file can be picked again.
pub fn picked(field: &web_sys::EventTarget) -> Option<File> {
    let field: &HtmlInputElement = field.dyn_ref()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// The text of a file of at most so many bytes. What is no UTF-8 in it becomes replacement characters.
///
/// # Errors
///
/// Where it is larger, or cannot be read.
pub async fn text(file: &File, most_bytes: usize) -> Result<String, NotRead> {
    // A size is a whole number that no file comes near the limits of.
    if file.size() > most_bytes as f64 {
        return Err(NotRead::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| NotRead::Unreadable)?;
    text.as_string().ok_or(NotRead::Unreadable)
}
