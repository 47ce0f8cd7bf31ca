//! The fingerprint of a quiz's scoring: another one whenever anything is changed that scores depend on.

use super::content::{Condition, Kind, Points, ProfileId, Question, Quiz};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// How many characters a fingerprint has: 64 bits. To find another scoring with the fingerprint of a given one would take
/// more than anybody gains by it; two that share one can be made by whoever makes both.
const LENGTH: usize = 16;

/// The fingerprint of everything that scores depend on: profiles in their order, the margin, and of every question
/// what it asks for and what its answers are worth. Texts, programs, searches and advice have no part in it.
pub fn fingerprint(quiz: &Quiz) -> String {
    let mut hash = Sha256::new();
    let mut line = |text: String| hash.update(format!("{text}\n"));
    line(format!("margin {}", quiz.margin));
    for profile in &quiz.profiles {
        line(format!("profile {}", profile.id));
    }
    for question in &quiz.questions {
        line(question_line(question));
        for condition in &question.show_if {
            line(condition_line(condition));
        }
        for option in &question.options {
            let target = option.target.map(ProfileId::as_str).unwrap_or_default();
            let marks = format!("exclusive {} wish {} target {target}", option.exclusive, option.wish);
            line(format!("option {} {} {marks}", option.id, points_text(option.points)));
        }
        for band in &question.bands {
            line(format!("band {} {}", band.from, points_text(band.points)));
        }
    }
    hex(&hash.finalize()[..LENGTH / 2])
}

/// A name for a text, which another text does not have.
pub fn name_of(text: &str) -> String {
    name_of_bytes(text.as_bytes())
}

/// The same for what is no text.
pub fn name_of_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..LENGTH / 2])
}

/// Whether a text could be such a name.
pub fn is_name(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn question_line(question: &Question) -> String {
    let kind = match question.kind {
        Kind::Single => "single".to_owned(),
        Kind::Multi => "multi".to_owned(),
        Kind::Number => format!("number {} to {} by {}", question.least(), question.most(), question.grain()),
    };
    format!("question {} {kind} grows {:?}", question.id, question.grows)
}

fn condition_line(condition: &Condition) -> String {
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    format!(
        "if {} any {} none {} from {} below {}",
        condition.question,
        condition.any_of.join(","),
        condition.none_of.join(","),
        number(condition.at_least),
        number(condition.below),
    )
}

fn points_text(points: Points) -> String {
    ProfileId::ALL.map(|profile| points.of(profile).to_string()).join(" ")
}
