//! Whether a result that comes from elsewhere could be one of ours. Where it could not, somebody has made it up or changed it.

use crate::quiz::answers::{Answer, Answers};
use crate::quiz::content::{ProfileId, is_date, is_kebab_case};
use crate::quiz::fingerprint::is_name;
use crate::quiz::record::library::SavedResult;
use crate::quiz::record::progress::Progress;

/// The most questions that a result has answers to.
const MOST_ANSWERS: usize = 1_000;

/// The largest number that is an answer. Beyond it, numbers are no longer written as they were read.
const LARGEST: f64 = 1e15;

/// The longest version of a content, and the longest name of a result, in bytes. A person types 80 characters at most.
const LONGEST: usize = 400;

/// What an id is.
const ID: &str = "an id, which has up to 64 letters, digits and hyphens";

/// What a time is.
const TIME: &str = "a time such as 2026-11-05T09:30:00.000Z";

/// Checks a result.
///
/// # Errors
///
/// The field that is wrong, and what is wrong with it.
pub(super) fn check(result: &SavedResult) -> Result<(), String> {
    text("saved_at", &result.saved_at, is_time(&result.saved_at), TIME)?;
    check_version(&result.content_version)?;
    text("content_version", &result.content_version, !result.content_version.is_empty(), "a version")?;
    // It is the person's own, whatever they pasted.
    text("name", &result.name, result.name.len() <= LONGEST, "a name of 400 bytes at most")?;
    if let Some(fingerprint) = &result.fingerprint {
        text(
            "fingerprint",
            fingerprint,
            is_name(fingerprint),
            "a fingerprint, which has 16 of the digits 0 to 9 and a to f",
        )?;
    }
    for profile in ProfileId::ALL {
        let score = result.scores.of(profile);
        if score > 100 {
            return Err(format!("scores.{profile}: {score} is above 100"));
        }
    }
    check_answers(&result.answers)
}

/// Checks a result that was kept, which has an id, too.
///
/// # Errors
///
/// The field that is wrong, and what is wrong with it.
pub(super) fn check_kept(result: &SavedResult) -> Result<(), String> {
    text("id", &result.id, is_id(&result.id), ID)?;
    check(result)
}

/// Checks where somebody is in a quiz, and what they have answered.
///
/// # Errors
///
/// The field that is wrong, and what is wrong with it.
pub(super) fn check_progress(progress: &Progress) -> Result<(), String> {
    if let Some(at) = &progress.at {
        text("at", at, is_kebab_case(at), "the id of a question, in kebab-case")?;
    }
    check_version(&progress.content_version)?;
    check_answers(&progress.answers)
}

fn check_version(version: &str) -> Result<(), String> {
    text("content_version", version, is_line(version), "a version, which is one line of 400 bytes at most")
}

/// Checks answers.
///
/// # Errors
///
/// The question whose answer is wrong, and what is wrong with it.
pub(super) fn check_answers(answers: &Answers) -> Result<(), String> {
    if answers.len() > MOST_ANSWERS {
        return Err(format!("answers: more than {MOST_ANSWERS}"));
    }
    for (question, answer) in answers.iter() {
        text("answers", question, is_id(question), ID)?;
        for option in answer.options() {
            text(&format!("answers.{question}"), option, is_id(option), ID)?;
        }
        if let Answer::Number(number) = answer
            && number.abs() > LARGEST
        {
            return Err(format!("answers.{question}: no answer is as large as {number:e}"));
        }
    }
    Ok(())
}

/// Whether a text could be an id. The content's own are in small letters; that nobody ever kept another cannot be known.
fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether a text is a time as the program writes it: ISO 8601, in UTC, to the millisecond.
pub(super) fn is_time(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else { return false };
    let number = |at: usize| time.get(at..at + 2).and_then(|digits| digits.parse::<u32>().ok());
    let has_shape = time.len() == 13
        && time.bytes().enumerate().all(|(at, byte)| match at {
            2 | 5 => byte == b':',
            8 => byte == b'.',
            12 => byte == b'Z',
            _ => byte.is_ascii_digit(),
        });
    let is_below = |at, end| number(at).is_some_and(|number| number < end);
    is_date(day) && has_shape && is_below(0, 24) && is_below(3, 60) && is_below(6, 60)
}

pub(super) fn is_line(text: &str) -> bool {
    text.len() <= LONGEST && !text.chars().any(char::is_control)
}

/// That a text is what it should be, in words that follow "is not".
fn text(field: &str, text: &str, is_right: bool, what: &str) -> Result<(), String> {
    if is_right { Ok(()) } else { Err(format!("{field}: {:?} is not {what}", shortened(text))) }
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}
