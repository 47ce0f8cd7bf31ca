use crate::quiz::content::Search;

/// A search for a job title on LinkedIn. There, words are excluded by `NOT`.
pub fn linkedin_link(title: &str, search: &Search) -> String {
    let query = query(title, search, " NOT ");
    format!("https://www.linkedin.com/jobs/search/?keywords={}", encode(&query))
}

/// A search for a job title on Indeed. There, words are excluded by a minus.
pub fn indeed_link(title: &str, search: &Search) -> String {
    let query = query(title, search, " -");
    format!("https://www.indeed.com/jobs?q={}", encode(&query))
}

/// A search of the web for a program, for content that gives no link of its own.
pub fn web_search_link(name: &str, provider: &str) -> String {
    format!("https://duckduckgo.com/?q={}", encode(&format!("\"{name}\" {provider}")))
}

fn query(title: &str, search: &Search, but_not: &str) -> String {
    let mut query = format!("\"{title}\"");
    for word in &search.with {
        query.push(' ');
        query.push_str(&quoted(word));
    }
    for word in &search.exclude {
        query.push_str(but_not);
        query.push_str(&quoted(word));
    }
    query
}

fn quoted(words: &str) -> String {
    if words.contains(' ') { format!("\"{words}\"") } else { words.to_owned() }
}

/// Percent-encodes everything but the unreserved characters of RFC 3986.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                encoded.push('%');
                encoded.push(char::from(HEX[usize::from(byte >> 4)]));
                encoded.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    encoded
}
