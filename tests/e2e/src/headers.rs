//! What hosts send with the files of a build, so that tests are served with it, too.

use hyper::header::{HeaderName, HeaderValue};

/// What `_headers` of the build has hosts send with every file. Not what it says of caches: whatever a test puts in a file's place is to be
/// seen at once.
pub(crate) fn of_hosts() -> Vec<(HeaderName, HeaderValue)> {
    let text = std::fs::read_to_string(crate::dist().join("_headers")).expect("the build has a file of headers");
    let lines = text.lines().skip_while(|line| *line != "/*").skip(1).take_while(|line| line.starts_with("  "));
    let header = |line: &str| {
        let (name, value) = line.trim().split_once(": ").expect("a header has a value");
        Some((name.to_lowercase().parse().ok()?, value.parse().ok()?))
    };
    lines.filter(|line| !line.trim().starts_with('#')).map(|line| header(line).expect("it can be sent")).collect()
}
