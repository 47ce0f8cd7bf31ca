//! Numbers as people type them.

/// The longest text that is read as a number, in characters.
const MAX_LENGTH: usize = 20;

/// Reads a number the way it is written in most languages: digits with at most one decimal mark, a point or a comma,
/// and a minus before them. Nothing else is taken for a number, as nobody can know whether `1.234,5` was meant as it
/// would be read.
///
/// ```
/// use career_quiz::quiz::number::read;
///
/// assert_eq!(read("2,5"), Some(2.5));
/// assert_eq!(read("2,5 years"), None);
/// ```
pub fn read(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.chars().count() > MAX_LENGTH {
        return None;
    }
    // The true minus is what some keyboards make of a hyphen, U+066B the decimal mark of Arabic.
    let plain: String = text.chars().map(|c| digit(c).unwrap_or(c)).map(mark).collect();
    let unsigned = plain.strip_prefix('-').unwrap_or(&plain);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let has_digit = !whole.is_empty() || !part.is_empty();
    if !(has_digit && is_digits(whole) && is_digits(part)) {
        return None;
    }
    // By what reads JSON, which is there anyway: what Rust has for it takes 12 KB of the program more, compressed.
    let whole = Some(whole.trim_start_matches('0')).filter(|whole| !whole.is_empty()).unwrap_or("0");
    let part = if part.is_empty() { "0" } else { part };
    let number: f64 = serde_json::from_str(&format!("{whole}.{part}")).ok()?;
    // There is one nought.
    Some(if plain.starts_with('-') { 0.0 - number } else { number })
}

/// A digit of the Arabic or the Persian keyboard as one that can be parsed.
fn digit(character: char) -> Option<char> {
    let value = match character {
        '\u{0660}'..='\u{0669}' => character as u32 - 0x0660,
        '\u{06F0}'..='\u{06F9}' => character as u32 - 0x06F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

fn mark(character: char) -> char {
    match character {
        ',' | '\u{066B}' => '.',
        '\u{2212}' => '-',
        other => other,
    }
}
