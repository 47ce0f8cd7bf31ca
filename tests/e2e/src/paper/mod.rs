//! Pages on paper, as a browser prints them.

mod pdf;

use crate::browser::Browser;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use pdf::Pdf;
use serde_json::json;

/// A kind of paper.
#[derive(Clone, Copy, Debug)]
pub enum Paper {
    /// What most of the world prints on.
    A4,
    /// What North America prints on: wider, and shorter.
    Letter,
}

/// A printed page of the browser.
#[derive(Clone, Debug)]
pub struct Print {
    /// How many sheets it takes, printed on one side.
    pub sheets: usize,
    /// All that stands on them, without the spaces, which engines put in or leave out as they please.
    pub text: String,
    /// How it is drawn, with its colours.
    pub drawing: String,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height in centimetres.
    fn size(self) -> (f64, f64) {
        match self {
            Self::A4 => (21.0, 29.7),
            Self::Letter => (21.59, 27.94),
        }
    }
}

/// Prints the page that is shown, at the browser's own margins and without backgrounds, as people do who leave everything as it is. Not
/// for an engine with [`crate::engine::Gap::Printing`].
///
/// # Panics
///
/// Where the browser does not.
#[track_caller]
pub fn print(browser: &Browser, paper: Paper) -> Print {
    let (width, height) = paper.size();
    let printed = browser.post("print", json!({ "page": { "width": width, "height": height } }));
    let printed = printed.unwrap_or_else(|error| panic!("{paper:?}: {error}"));
    let bytes = BASE64_STANDARD.decode(printed.as_str().expect("a PDF is text")).expect("it is Base64");
    let Pdf { pages, text, drawing } = Pdf::read(&bytes);
    Print { sheets: pages, text, drawing }
}
