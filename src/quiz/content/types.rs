use super::{Condition, Search, Unread};
use crate::quiz::answers::Answers;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A whole quiz as it stands in its JSON file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// Where an editor finds the schema of this file. The quiz itself does not read it.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The version of this file format. It is 1.
    pub format_version: u32,
    /// Names the quiz for ever, in kebab-case. Saved answers are kept under it.
    pub id: String,
    /// The version of the content, as its authors count.
    pub version: String,
    /// The language of the texts, as a BCP 47 tag such as `en`.
    pub language: String,
    /// The language of job titles, of the words that are searched with, and of the programs' names, where that is
    /// another one than that of the texts: a translation changes the texts, not the job market.
    #[serde(default)]
    pub market_language: Option<String>,
    /// The name of the quiz.
    pub title: String,
    /// What the quiz does for a person, in a sentence or two, shown above the first question.
    pub promise: String,
    /// Who made the content.
    pub author: String,
    /// The day on which the content was last checked, as `YYYY-MM-DD`.
    pub checked: String,
    /// About how many minutes the quiz takes.
    pub minutes: u32,
    /// Two profiles are told apart where their scores differ by more than this many points.
    #[serde(default)]
    pub margin: u8,
    /// The four profiles. Where scores are equal, the one that stands first here comes first.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Profile>"))]
    pub profiles: Unread<Profile>,
    /// The questions in the order they are asked. The first is the opening page: a `single` that is always asked.
    pub questions: Vec<Question>,
    /// Programs that may be recommended.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Program>"))]
    pub programs: Unread<Program>,
    /// What is said instead of any program where none is needed. The first whose conditions hold is shown; profiles
    /// have no say in it.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Advice>"))]
    pub no_program: Unread<Advice>,
    /// Next steps, in the order they are shown. All that fit are shown.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Advice>"))]
    pub steps: Unread<Advice>,
    /// What is said above a result when it is called for, such as that the work may not be for this person.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Advice>"))]
    pub remarks: Unread<Advice>,
    /// Answers that do not go together: what is said, kindly, where all conditions of one hold. Each looks at two
    /// questions or more.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Advice>"))]
    pub contradictions: Unread<Advice>,
    /// People with their answers and what should come of them. `cargo xtask content check` runs them; the quiz itself
    /// does not read them.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Persona>"))]
    pub personas: Unread<Persona>,
}

/// One of the four profiles that a person is scored against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProfileId {
    /// Looking for, or in, a first job in the field.
    Entry,
    /// Doing the job without being told how.
    Mid,
    /// Trusted with systems and with other people's growth.
    Senior,
    /// Working for clients on one's own account.
    Freelance,
}

impl ProfileId {
    /// All four, in the order of the rungs, with freelance after them.
    pub const ALL: [ProfileId; 4] = [Self::Entry, Self::Mid, Self::Senior, Self::Freelance];

    /// The id as it stands in JSON and in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Mid => "mid",
            Self::Senior => "senior",
            Self::Freelance => "freelance",
        }
    }
}

impl fmt::Display for ProfileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a profile is called, what it means, and what to search for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Which of the four profiles this is.
    pub id: ProfileId,
    /// Its name on the screen.
    pub name: String,
    /// What somebody with this profile does, and how they got there.
    pub summary: String,
    /// Searches for jobs that fit, most useful first.
    pub searches: Vec<Search>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Names the question for ever, in kebab-case. Never reused for another one.
    pub id: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The question, as it is asked.
    pub text: String,
    /// A hint under the question.
    #[serde(default)]
    pub help: Option<String>,
    /// The question is asked only where all of these hold. They look back at earlier questions only.
    #[serde(default)]
    pub show_if: Vec<Condition>,
    /// What can be picked. For `single` and `multi` only, where there are two or more.
    #[serde(default)]
    pub options: Vec<AnswerOption>,
    /// The smallest number that can be answered. For `number` only; 0 if left out.
    #[serde(default)]
    pub min: Option<f64>,
    /// The largest number that can be answered. For `number` only; 100 if left out.
    #[serde(default)]
    pub max: Option<f64>,
    /// The distance between two numbers that can be answered, counted from `min`. For `number` only; 1 if left out, 0.5 for halves.
    #[serde(default)]
    pub step: Option<f64>,
    /// The unit of the number, such as `years`. For `number` only.
    #[serde(default)]
    pub unit: Option<String>,
    /// The unit of exactly one, such as `year`; as `unit` if left out. For `number` only.
    #[serde(default)]
    pub unit_one: Option<String>,
    /// What numbers are worth. For `number` only; the first band begins at the smallest number.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// How a person comes to more, where more is better. The options stand from least to most then.
    #[serde(default)]
    pub grows: Option<Grows>,
}

/// How a person comes from an answer to one that says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Grows {
    /// By something they can set out to do. For `single` and `multi`.
    ByActing,
    /// By moving on to another situation, such as a first job. For `single`. It can be set out for too, but is not
    /// held to be more experience: what that is worth, the questions say that the new situation opens.
    ByMoving,
    /// In time alone. For one `number`.
    WithTime,
}

impl Grows {
    /// Whether a person can set out for it.
    pub fn is_act(self) -> bool {
        matches!(self, Self::ByActing | Self::ByMoving)
    }

    /// Whether more of it is more experience.
    pub fn is_experience(self) -> bool {
        matches!(self, Self::ByActing | Self::WithTime)
    }
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One option.
    Single,
    /// Any number of options.
    Multi,
    /// A number.
    Number,
}

/// Something that can be picked as an answer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    /// Names the option for ever within its question, in kebab-case.
    pub id: String,
    /// The option, as it is offered.
    pub text: String,
    /// A hint under the option.
    #[serde(default)]
    pub help: Option<String>,
    /// In a `multi`: picking this one unpicks all others, as "none of these" does.
    #[serde(default)]
    pub exclusive: bool,
    /// What picking it is worth.
    #[serde(default)]
    pub points: Points,
    /// Picking it says where the person wants to go. It never raises a level; the first one picked counts.
    #[serde(default)]
    pub target: Option<ProfileId>,
    /// Picking it says that the person would like to work as a freelancer. Nobody is called one without it.
    #[serde(default)]
    pub wish: bool,
    /// It is nothing to aim for: no plan leads to it. For what comes and goes on the way, such as to be an intern.
    #[serde(default)]
    pub no_aim: bool,
    /// It is meant so that another option gives as much to every profile, and more to one.
    #[serde(default)]
    pub intended: bool,
}

/// A range of numbers that are worth the same: from here up to where the next band begins.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The smallest number in the band.
    pub from: f64,
    /// What a number in the band is worth.
    #[serde(default)]
    pub points: Points,
}

/// Whole points for each profile, 0 to 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Points {
    /// Points for entry-level.
    pub entry: u8,
    /// Points for mid-level.
    pub mid: u8,
    /// Points for senior.
    pub senior: u8,
    /// Points for freelance.
    pub freelance: u8,
}

impl Points {
    /// The points for one profile.
    pub fn of(self, profile: ProfileId) -> u8 {
        match profile {
            ProfileId::Entry => self.entry,
            ProfileId::Mid => self.mid,
            ProfileId::Senior => self.senior,
            ProfileId::Freelance => self.freelance,
        }
    }
}

/// A course, bootcamp or certificate that may be recommended.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// Names the program for ever, in kebab-case.
    pub id: String,
    /// What its provider calls it.
    pub name: String,
    /// Whose program it is.
    pub provider: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// How long it takes, such as `14 weeks`.
    #[serde(default)]
    pub length: Option<String>,
    /// How it is taught, such as live online or in person.
    #[serde(default)]
    pub format: Option<String>,
    /// What it teaches.
    #[serde(default)]
    pub subjects: Vec<String>,
    /// What somebody should bring along.
    #[serde(default)]
    pub prerequisites: Vec<Prerequisite>,
    /// The id of the program that contains this one.
    #[serde(default)]
    pub part_of: Option<String>,
    /// Its page, https only. Without one the card links to a web search for its name.
    #[serde(default)]
    pub link: Option<String>,
    /// When it is recommended: where any of these holds. The first that does is the reason shown.
    pub reasons: Vec<Reason>,
}

/// Why a program is recommended.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The reason, said to the person.
    pub text: String,
    /// The reason holds where all of these do.
    #[serde(default)]
    pub show_if: Vec<Condition>,
}

/// What a program asks people to know before it begins.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// The prerequisite, as in "Comfortable with HTML and CSS".
    pub text: String,
    /// It is met where all of these hold.
    pub met_if: Vec<Condition>,
    /// What to do first where it is not met.
    pub first: String,
}

/// A piece of advice: a next step, a remark, or why no program is needed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Names the advice for ever, in kebab-case.
    pub id: String,
    /// The advice in a few words.
    pub title: String,
    /// The advice in a few sentences.
    pub text: String,
    /// It is given where one of these is the best profile; to everybody if left out. For steps and remarks.
    #[serde(default)]
    pub profiles: Vec<ProfileId>,
    /// The ids of the questions that it helps to answer better. For steps: those that help with what lies between a
    /// person and their target come first.
    #[serde(default)]
    pub helps: Vec<String>,
    /// It is given where all of these hold.
    #[serde(default)]
    pub show_if: Vec<Condition>,
}

/// Somebody who might take the quiz, and what should come of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Names the persona, in kebab-case.
    pub id: String,
    /// Who this is.
    pub text: String,
    /// What they answer.
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, serde_json::Value>"))]
    pub answers: Answers,
    /// The profile that should fit best.
    pub best: ProfileId,
    /// The profiles that should be too close to it to tell.
    #[serde(default)]
    pub near: Vec<ProfileId>,
    /// The ids of the programs that should be recommended, in the order of the content.
    #[serde(default)]
    pub programs: Vec<String>,
}
