use crate::quiz::answers::{Answer, Answers};
use serde::Deserialize;

/// Holds or does not hold for a set of answers. A condition on a question that was not answered
/// does not hold, whatever it asks: nothing is concluded from silence.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The id of the question it looks at.
    pub question: String,
    /// Holds where one of these options was picked. For `single` and `multi`.
    #[serde(default)]
    pub any_of: Vec<String>,
    /// Holds where none of these options was picked. For `single` and `multi`.
    #[serde(default)]
    pub none_of: Vec<String>,
    /// Holds where the number is this or more. For `number`.
    #[serde(default)]
    pub at_least: Option<f64>,
    /// Holds where the number is less than this. For `number`.
    #[serde(default)]
    pub below: Option<f64>,
}

impl Condition {
    /// Whether the condition holds for these answers.
    pub fn holds(&self, answers: &Answers) -> bool {
        answers.get(&self.question).is_some_and(|answer| self.holds_of(answer))
    }

    /// Whether the condition holds where its question has this answer.
    pub fn holds_of(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Number(number) => self.holds_of_number(*number),
            picked => self.holds_of_options(picked.options()),
        }
    }

    /// Whether the condition holds where this number was given.
    pub fn holds_of_number(&self, number: f64) -> bool {
        self.at_least.is_none_or(|least| number >= least) && self.below.is_none_or(|limit| number < limit)
    }

    /// Whether the condition holds where these options were picked.
    pub fn holds_of_options(&self, picked: &[String]) -> bool {
        (self.any_of.is_empty() || self.any_of.iter().any(|id| picked.contains(id)))
            && !self.none_of.iter().any(|id| picked.contains(id))
    }

    /// Whether all conditions hold. An empty list always does.
    pub fn all_hold(conditions: &[Condition], answers: &Answers) -> bool {
        conditions.iter().all(|condition| condition.holds(answers))
    }
}
