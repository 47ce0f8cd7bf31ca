//! A text as a QR code, for the way from a screen to a phone.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// The quiet zone around a code that readers need, in modules.
const QUIET: i32 = 4;

/// A QR code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The length of a side with the quiet zone around, in modules.
    pub side: i32,
    /// The dark modules as the `d` of an SVG path, one unit a module.
    pub path: String,
}

/// Draws a text. With as little redundancy as there is: what is read from a screen is not scratched, and every module less can be read from further away.
///
/// # Errors
///
/// `None` where the text is longer than a QR code holds, some 2,950 bytes.
pub fn draw(text: &str) -> Option<Drawing> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Drawing { side: code.size() + 2 * QUIET, path })
}
