use super::locate::{in_whole, path_at, value_of};
use super::{Content, Quiz, check, lists};
use serde::Deserialize;
use std::fmt;

/// The version of the content format that this program reads.
pub const FORMAT_VERSION: u32 = 1;

/// The largest content file that is read, in bytes. A thousand questions of ten options fit.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The longest message of a fault, in characters.
const MAX_MESSAGE: usize = 300;

/// Something wrong with a content file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The path into the file, such as `questions[3].options[1].id`. Empty for the file as a whole.
    pub path: String,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
}

impl Fault {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        let mut message = message.into();
        // What is quoted from a file may be as long as the file.
        if let Some((end, _)) = message.char_indices().nth(MAX_MESSAGE) {
            message.truncate(end);
            message.push('…');
        }
        Self { path: path.into(), message }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str(&self.message),
            path => write!(f, "{path}: {}", self.message),
        }
    }
}

impl std::error::Error for Fault {}

#[derive(Deserialize)]
struct Version {
    format_version: u32,
}

/// Reads and checks a content file.
///
/// # Errors
///
/// All faults that can be found at once: a text that is not JSON has one, one that is not of this format may have one for each of its
/// lists; a quiz that contradicts itself has as many as there are contradictions.
pub fn parse(text: &str) -> Result<Content, Vec<Fault>> {
    if text.len() > MAX_BYTES {
        let message = format!("the file is larger than the {MAX_BYTES} bytes that are read at most");
        return Err(vec![Fault::new("", message)]);
    }
    // Some editors begin a file with a byte order mark; a browser takes it away when it fetches.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let json_fault = |error| vec![fault_from_json(text, &error)];
    // The version first: a later format may differ in every other field.
    let Version { format_version } = serde_json::from_str(text).map_err(json_fault)?;
    if format_version != FORMAT_VERSION {
        let message =
            format!("this program reads version {FORMAT_VERSION}, and the file is of version {format_version}");
        return Err(vec![Fault::new("format_version", message)]);
    }
    let quiz: Quiz = serde_json::from_str(text).map_err(json_fault)?;
    let unreadable: Vec<Fault> = lists::faults(&quiz).map(|(list, error)| fault_in_field(text, list, &error)).collect();
    if !unreadable.is_empty() {
        return Err(unreadable);
    }
    let faults = check::faults(&quiz);
    if faults.is_empty() { Ok(Content::new(quiz)) } else { Err(faults) }
}

/// Reads a content file that has been checked before, as [`parse`] does it. None where it is not of this format.
pub fn parse_proven(text: &str) -> Option<Content> {
    let quiz: Quiz = serde_json::from_str(text).ok()?;
    (quiz.format_version == FORMAT_VERSION).then(|| Content::new(quiz))
}

/// What the JSON reader said, with a path in place of its line and column.
pub(crate) fn fault_from_json(text: &str, error: &serde_json::Error) -> Fault {
    fault_from(text, 0, error)
}

/// The same of one that has read a field of the outermost object by itself.
fn fault_in_field(text: &str, field: &str, error: &serde_json::Error) -> Fault {
    fault_from(text, value_of(text, field).unwrap_or_default(), error)
}

/// What one has said that has read the text from `begin` on.
fn fault_from(text: &str, begin: usize, error: &serde_json::Error) -> Fault {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = said.strip_suffix(&place).unwrap_or(&said);
    let (line, column) = in_whole(text, begin, error.line(), error.column());
    Fault::new(path_at(text, line, column), format!("{message} (line {line}, column {column})"))
}
