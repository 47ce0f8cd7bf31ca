//! What texts are called in the stores.

use crate::quiz::content::is_kebab_case;
use crate::quiz::fingerprint::{is_name, name_of};
use crate::quiz::record::settings::Settings;

/// What stands in the names of contents, and in those of no record: the id of a quiz has no point.
const CONTENT: &str = ".content.";

/// What stands in the names of texts that were set aside.
const BACKUP: &str = ".unreadable-";

/// What a name is that of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<'a> {
    /// The progress of a quiz, by what names it.
    Progress(&'a str),
    /// The results of a quiz, by what names it.
    Results(&'a str),
    /// What a person has set.
    Settings,
    /// A content that results were made with.
    Content,
    /// A text that was set aside since it could not be read, or since another took its place.
    Backup,
}

impl Named<'_> {
    /// Whether it is that of a record, of whatever quiz.
    pub fn is_record(self) -> bool {
        matches!(self, Self::Progress(_) | Self::Results(_) | Self::Settings)
    }
}

/// What a name is that of; none where it is none of ours.
pub fn named(name: &str) -> Option<Named<'_>> {
    if is_backup(name) {
        return Some(Named::Backup);
    }
    if is_content(name) {
        return Some(Named::Content);
    }
    match name.split_once('.') {
        None if name == Settings::NAME => Some(Named::Settings),
        Some((quiz, "progress")) if is_quiz(quiz) => Some(Named::Progress(quiz)),
        Some((quiz, "results")) if is_quiz(quiz) => Some(Named::Results(quiz)),
        _ => None,
    }
}

/// Whether a text names a quiz: its id, and for a content of another site `@` and a digest of where that lies.
fn is_quiz(name: &str) -> bool {
    let (id, place) = name.split_once('@').unwrap_or((name, ""));
    is_kebab_case(id) && (id == name || is_name(place))
}

/// What names the quiz in the name of a text of the quiz with this id; the id itself where that names another.
pub fn quiz_in<'a>(name: &'a str, id: &'a str) -> &'a str {
    let quiz = name.split('.').next().filter(|quiz| is_quiz(quiz) && quiz.split('@').next() == Some(id));
    quiz.unwrap_or(id)
}

/// The name of a content in a language.
pub fn content_name(quiz: &str, fingerprint: &str, version: &str, language: &str) -> String {
    format!("{}{language}", content_family(quiz, fingerprint, version))
}

/// What the names of a content in all its languages begin with.
pub fn content_family(quiz: &str, fingerprint: &str, version: &str) -> String {
    format!("{quiz}{CONTENT}{fingerprint}.{version}.")
}

/// Whether a name is one of a content.
pub fn is_content(name: &str) -> bool {
    name.contains(CONTENT)
}

/// The name under which a text that must not be lost is kept when something else takes the name it was under. Each text has its own, so no
/// such text ever takes the place of another, and none is kept twice.
pub fn backup_name(name: &str, text: &str) -> String {
    format!("{name}{BACKUP}{}", name_of(text))
}

/// Whether a name is that of such a text.
pub fn is_backup(name: &str) -> bool {
    name.contains(BACKUP)
}

/// The name of the record that a text was set aside of, by the name it has now.
pub fn backup_of(name: &str) -> Option<&str> {
    let (record, _) = name.split_once(BACKUP)?;
    named(record)?.is_record().then_some(record)
}
