//! Whether a result that comes from elsewhere could be one of ours. Where it could not, somebody has made it up or changed it.

use crate::quiz::answers::Answer;
use crate::quiz::content::{ProfileId, is_date, is_kebab_case};
use crate::quiz::record::library::SavedResult;

/// The most questions that a result has answers to.
const MOST_ANSWERS: usize = 1_000;

/// The longest version of a content, and the longest name of a result, in bytes. A person types 80 characters at most.
const LONGEST: usize = 400;

/// Checks a result.
///
/// # Errors
///
/// The field that is wrong, and what is wrong with it.
pub(super) fn check(result: &SavedResult) -> Result<(), String> {
    let text = |field: &str, text: &str, is_right: bool| match is_right {
        true => Ok(()),
        false => Err(format!("{field}: {:?} cannot be", shortened(text))),
    };
    text("saved_at", &result.saved_at, is_time(&result.saved_at))?;
    text(
        "content_version",
        &result.content_version,
        is_line(&result.content_version) && !result.content_version.is_empty(),
    )?;
    text("name", &result.name, is_line(&result.name))?;
    if let Some(fingerprint) = &result.fingerprint {
        text("fingerprint", fingerprint, is_fingerprint(fingerprint))?;
    }
    for profile in ProfileId::ALL {
        let score = result.scores.of(profile);
        if score > 100 {
            return Err(format!("scores.{profile}: {score} is above 100"));
        }
    }
    if result.answers.len() > MOST_ANSWERS {
        return Err(format!("answers: more than {MOST_ANSWERS}"));
    }
    for (question, answer) in result.answers.iter() {
        text("answers", question, is_kebab_case(question))?;
        for option in answer.options() {
            text(&format!("answers.{question}"), option, is_kebab_case(option))?;
        }
        if let Answer::Number(number) = answer
            && !number.is_finite()
        {
            return Err(format!("answers.{question}: {number} is no number"));
        }
    }
    Ok(())
}

/// Whether a text is a time as the program writes it: ISO 8601, in UTC, to the millisecond.
fn is_time(text: &str) -> bool {
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

fn is_fingerprint(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_line(text: &str) -> bool {
    text.len() <= LONGEST && !text.chars().any(char::is_control)
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}
