//! A result as a part of a link: `1.<payload>.<checksum>`.
//!
//! The payload is a list in JSON, in base64url without padding: the quiz's id, the version and the fingerprint of its content, the time, the best profile, the four
//! scores, the answers by ids. So a link holds ids and numbers and no texts, and whoever has the content can label it in any language. It stands in the fragment of an address, which
//! no browser sends to a server.

use super::plausible;
use crate::quiz::answers::Answers;
use crate::quiz::content::{Content, Points, ProfileId, is_kebab_case};
use crate::quiz::course::Course;
use crate::quiz::fingerprint::name_of;
use crate::quiz::record::library::SavedResult;
use crate::quiz::score::score;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// The longest code that is read, in bytes. The longest that the default quiz can make is far below (`tests/share_link.rs`).
pub const MOST_BYTES: usize = 16 * 1024;

/// The longest that is said of a code, in characters.
const LONGEST_FAULT: usize = 120;

/// How many hexadecimal digits the checksum has.
const CHECKSUM: usize = 8;

/// A result that came by a link.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedResult {
    /// The id of the quiz that it is of.
    pub quiz: String,
    /// The result, marked as shared and without a name.
    pub result: SavedResult,
}

/// What is wrong with a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It is none, or not a whole one: a part of it is missing or was changed on its way.
    Damaged,
    /// It is longer than [`MOST_BYTES`].
    TooLong,
    /// A later version of this program has made it, in this version of the format.
    Newer(u32),
    /// It holds a result of another quiz. Holds that quiz's id.
    OtherQuiz(String),
    /// It is whole, but no result can be what it says. Holds what is wrong, with the field.
    Impossible(String),
}

impl SharedResult {
    /// Checks that the scores are those that the answers have by this content, where it says that it was made with it. Where they are not, somebody
    /// has made them up.
    fn check(&self, content: &Content) -> Result<(), LinkFault> {
        let Self { result, .. } = self;
        // Without a fingerprint, the content of that version may have been another.
        if result.fingerprint.is_none() || !result.is_of(content) {
            return Ok(());
        }
        let outcome = score(content, &Course::of(content, &result.answers));
        match result.came_to(&outcome) {
            true => Ok(()),
            false => Err(LinkFault::Impossible("scores: not those of the answers".to_owned())),
        }
    }
}

/// The list in the payload.
#[derive(Deserialize, Serialize)]
struct Payload(String, String, Option<String>, String, Option<ProfileId>, [u8; 4], Answers);

/// Writes a result of a quiz as a code.
pub fn encode(quiz: &str, result: &SavedResult) -> String {
    let payload = Payload(
        quiz.to_owned(),
        result.content_version.clone(),
        result.fingerprint.clone(),
        result.saved_at.clone(),
        result.best,
        ProfileId::ALL.map(|profile| result.scores.of(profile)),
        result.answers.clone(),
    );
    // A list of texts and numbers: writing one cannot fail.
    let json = serde_json::to_vec(&payload).unwrap_or_default();
    let code = format!("{VERSION}.{}", URL_SAFE_NO_PAD.encode(json));
    let checksum = checksum(&code);
    format!("{code}.{checksum}")
}

/// Reads a code as a result of this quiz.
///
/// # Errors
///
/// What is wrong with it; also where it is of another quiz, or its scores are not those of its answers.
pub fn open(code: &str, content: &Content) -> Result<SavedResult, LinkFault> {
    let shared = decode(code)?;
    if shared.quiz != content.id {
        return Err(LinkFault::OtherQuiz(shared.quiz));
    }
    shared.check(content)?;
    Ok(shared.result)
}

/// Reads a code, which may come from anybody.
///
/// # Errors
///
/// What is wrong with it.
pub fn decode(code: &str) -> Result<SharedResult, LinkFault> {
    if code.len() > MOST_BYTES {
        return Err(LinkFault::TooLong);
    }
    let (version, rest) = code.split_once('.').ok_or(LinkFault::Damaged)?;
    match version.parse() {
        Ok(VERSION) => {}
        Ok(version) if version > VERSION => return Err(LinkFault::Newer(version)),
        _ => return Err(LinkFault::Damaged),
    }
    let (payload, sum) = rest.split_once('.').ok_or(LinkFault::Damaged)?;
    if sum != checksum(&code[..code.len() - sum.len() - 1]) {
        return Err(LinkFault::Damaged);
    }
    let json = URL_SAFE_NO_PAD.decode(payload).map_err(|_| LinkFault::Damaged)?;
    let payload = serde_json::from_slice(&json).map_err(|error| {
        // It repeats what stands there, which may be as long as the code, and anybody's.
        LinkFault::Impossible(error.to_string().chars().take(LONGEST_FAULT).collect())
    })?;
    let Payload(quiz, content_version, fingerprint, saved_at, best, scores, answers) = payload;
    if !is_kebab_case(&quiz) {
        return Err(LinkFault::Impossible("quiz: that is no id".to_owned()));
    }
    let [entry, mid, senior, freelance] = scores;
    let result = SavedResult {
        id: saved_at.chars().filter(char::is_ascii_digit).collect(),
        revision: 0,
        name: String::new(),
        saved_at,
        content_version,
        fingerprint,
        best,
        scores: Points { entry, mid, senior, freelance },
        answers,
        shared: true,
    };
    plausible::check(&result).map_err(LinkFault::Impossible)?;
    Ok(SharedResult { quiz, result })
}

fn checksum(code: &str) -> String {
    let mut name = name_of(code);
    name.truncate(CHECKSUM);
    name
}

impl fmt::Display for LinkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => f.write_str("a part of the link is missing or was changed"),
            Self::TooLong => write!(f, "the link is longer than {MOST_BYTES} bytes"),
            Self::Newer(version) => {
                write!(f, "the link is of version {version} of the format; this program reads {VERSION}")
            }
            Self::OtherQuiz(quiz) => write!(f, "quiz: {quiz}"),
            Self::Impossible(fault) => f.write_str(fault),
        }
    }
}
