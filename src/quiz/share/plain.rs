//! Plain text inside of Markdown.

/// A text as Markdown that shows it as it is: one line, in which nothing is markup, HTML, a table's border or a link. That holds of
/// CommonMark, and of GitHub's kind, which makes links of bare addresses; only those of mail it knows under any disguise.
pub(super) fn plain(text: &str) -> String {
    let text = one_line(text);
    let mut written = String::with_capacity(text.len() + text.len() / 8);
    let mut before = None;
    for (at, char) in text.char_indices() {
        let rest = &text[at..];
        if is_markup(char) || begins_block(&text[..at], char) || begins_address(&text[..at], rest, before) {
            written.push('\\');
        }
        written.push(char);
        before = Some(char);
    }
    written
}

/// The address of a page as Markdown that shows it and leads there; an address that is not https stays text.
pub(super) fn link(address: &str) -> String {
    match is_https(address) {
        true => format!("<{}>", encoded(address)),
        false => plain(address),
    }
}

/// A text that leads to an address.
pub(super) fn named_link(name: &str, address: &str) -> String {
    match is_https(address) {
        true => format!("[{}](<{}>)", plain(name), encoded(address)),
        false => plain(name),
    }
}

/// Line breaks and other control characters would begin something anew.
fn one_line(text: &str) -> String {
    let parts = text.split(|char: char| char.is_whitespace() || char.is_control());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a character can mean something wherever it stands.
fn is_markup(char: char) -> bool {
    matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '{' | '}')
}

/// Whether a character can make a heading, a list or a line of what it stands in, after what came `before`.
fn begins_block(before: &str, char: char) -> bool {
    match char {
        '+' | '-' | '=' | ':' => before.is_empty(),
        // At the end of a heading, too; `C#` is left as it is.
        '#' => before.is_empty() || before.ends_with([' ', '#']),
        '.' | ')' => !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

/// Whether a character is in the middle of what GitHub takes for an address: `https:` and two slashes, or `www.`.
fn begins_address(before: &str, rest: &str, last: Option<char>) -> bool {
    match last {
        Some('w' | 'W') => rest.starts_with('.') && before.len() >= 3 && before.to_ascii_lowercase().ends_with("www"),
        _ => rest.starts_with("://"),
    }
}

fn is_https(address: &str) -> bool {
    address.starts_with("https://")
}

/// An address without what would end it.
fn encoded(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for char in address.chars() {
        match char {
            '<' | '>' | '\\' | '`' | '|' | '"' => written.push_str(&format!("%{:02X}", u32::from(char))),
            char if char.is_control() || char.is_whitespace() => {}
            char => written.push(char),
        }
    }
    written
}
