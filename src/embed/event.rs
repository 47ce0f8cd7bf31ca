//! What a host page is told.

use crate::quiz::answers::Answers;
use crate::quiz::content::{Points, ProfileId};
use serde::Serialize;

/// The version of the messages. Later releases add kinds and fields to it; another number would be another language.
pub const MESSAGE_VERSION: u32 = 1;

/// A message to the host page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Message {
    /// The version of the messages, which also tells them from everybody else's.
    #[serde(rename = "careerQuiz")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub version: u32,
    /// What has happened.
    #[serde(flatten)]
    pub event: Event,
}

/// Something that has happened in the quiz.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// The quiz has started, or answers a hello.
    Ready {
        /// Whether it answers a hello; else the quiz has just started.
        is_answer: bool,
        /// The version of the build.
        version: String,
        /// The id of the quiz.
        quiz: String,
        /// Its language, as a BCP 47 tag.
        language: String,
        /// Whether it is scored as the site's own quiz is.
        scoring: Scoring,
    },
    /// Options have been set.
    Configured {
        /// The language shown, as a BCP 47 tag.
        language: String,
        /// The theme asked for: `light`, `dark` or `auto`.
        theme: String,
        /// The accent colour, as it is used so that it can be read.
        accent: Option<Adjusted>,
        /// What was left out.
        refused: Vec<RefusedOption>,
    },
    /// The page needs another height.
    Height {
        /// The height, in CSS px.
        height_px: u32,
    },
    /// The quiz cannot be shown. Said at its start, and to answer a hello.
    Failed {
        /// Whether it answers a hello; else the quiz has just started.
        is_answer: bool,
        /// Why.
        reason: FailureReason,
        /// What is wrong, each with its place in the file; at most 20.
        faults: Vec<String>,
    },
    /// The first answer of a quiz was given.
    Started {},
    /// The visitor has gone to a question. The one that stands there at the start is not told.
    Step {
        /// Its number on their way, from 1.
        number: usize,
    },
    /// Another screen has come up. Whoever has scrolled down in the one before wants to see where it begins, and a frame cannot
    /// scroll the page around it in every browser.
    Screen {},
    /// A result was made. One that is opened again is not told.
    Completed {
        /// The best profile; none where nothing was answered that counts.
        profile: Option<ProfileId>,
        /// The label that the host page has set.
        campaign: Option<String>,
    },
    /// The visitor has opened a search for jobs.
    SearchOpened {},
    /// The visitor has opened the page of a program, or a search for it.
    ProgramOpened {
        /// The id of the program.
        program: String,
    },
    /// The visitor has pressed the button that sends their result.
    Result {
        /// The id of the quiz.
        quiz: String,
        /// The version of its content.
        content_version: String,
        /// The fingerprint of its scoring.
        fingerprint: Option<String>,
        /// The language it was shown in, as a BCP 47 tag.
        language: String,
        /// The best profile.
        profile: Option<ProfileId>,
        /// The score of each profile, from 0 to 100.
        scores: Points,
        /// Answers by the id of the question: the id of an option, a list of such ids, or a number.
        #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, AnswerSchema>"))]
        answers: Answers,
        /// The label that the host page has set.
        campaign: Option<String>,
    },
}

/// An answer, as the schema has it.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "the schema is made of it, and no value")]
enum AnswerSchema {
    /// The id of the option chosen.
    One(String),
    /// The ids of the options chosen.
    Many(Vec<String>),
    /// A number.
    Number(f64),
}

/// How a quiz is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scoring {
    /// As the site's own quiz is: the fingerprints are the same.
    Default,
    /// In another way.
    Other,
}

/// Why a quiz cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FailureReason {
    /// Its content cannot be had, or has faults.
    Content,
}

/// An accent colour, each as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Adjusted {
    /// What was asked for.
    pub asked: String,
    /// What is used in the light theme.
    pub light: String,
    /// What is used in the dark theme.
    pub dark: String,
}

/// An option that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RefusedOption {
    /// Its name.
    pub option: String,
    /// What it takes.
    pub reason: String,
}

impl Event {
    /// Whether it says something of the visitor. Such events go to a host page whose origin is known, and to no other.
    ///
    /// A height says a little, too: who knows the questions can tell by it which of them is shown. It goes to a page that has said
    /// hello, as no frame could be shown whole without it.
    pub fn is_private(&self) -> bool {
        match self {
            Self::Ready { .. } | Self::Configured { .. } | Self::Height { .. } | Self::Failed { .. } => false,
            Self::Started {}
            | Self::Step { .. }
            | Self::Screen {}
            | Self::Completed { .. }
            | Self::SearchOpened {}
            | Self::ProgramOpened { .. }
            | Self::Result { .. } => true,
        }
    }

    /// The text of the message, as JSON.
    pub fn to_json(self) -> String {
        // Maps with text keys, texts and numbers: nothing in it can fail to be written.
        serde_json::to_string(&Message { version: MESSAGE_VERSION, event: self }).unwrap_or_default()
    }
}
