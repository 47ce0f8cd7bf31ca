//! What can be proven of a content beyond that it hangs together: that everything in it can come up, that every
//! answer matters, that no question decides alone, and that more experience never counts against anybody.
//!
//! Every fault comes with a witness, a full set of answers that shows it, where there can be one. What cannot be proven
//! within the limits is said to be so. Nothing is sampled.

mod budget;
mod effects;
mod goals;
mod monotone;
mod neutral;
mod personas;
mod shares;
mod trail;
mod witness;

pub use neutral::{Share, neutrality};
pub use shares::{LargestShare, MAX_SHARE};

use self::budget::Budget;
use super::answers::Answers;
use super::content::{Content, ProfileId};
use super::paths::{self, Sums};
use std::fmt;

/// The points that every profile should be able to reach.
const WITHIN_REACH: u32 = 80;

/// Something that was found wrong with a content, or that could not be proven.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The path into the file.
    pub path: String,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// Whether it is only that the proof is too long to be found.
    pub not_proven: bool,
    /// Answers that show it.
    pub witness: Option<Answers>,
}

impl Finding {
    fn fault(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into(), not_proven: false, witness: None }
    }

    fn not_proven(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { not_proven: true, ..Self::fault(path, message) }
    }

    /// With answers that show it, where some were found.
    fn seen_in(self, witness: Option<Answers>) -> Self {
        Self { witness, ..self }
    }

    fn shown_by(self, witness: Answers) -> Self {
        Self { witness: Some(witness), ..self }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let not_proven = if self.not_proven { "not proven: " } else { "" };
        write!(f, "{}: {not_proven}{}", self.path, self.message)?;
        match &self.witness {
            Some(witness) => write!(f, "; see {}", serde_json::to_string(witness).map_err(|_| fmt::Error)?),
            None => Ok(()),
        }
    }
}

/// What was proven of a content.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// What is wrong with it, or could not be proven, one kind of fault after the other. Empty where all is well.
    pub findings: Vec<Finding>,
    /// How many things were shown to come up for somebody.
    pub reachable: usize,
    /// How many options were shown to change something.
    pub effective: usize,
    /// The most points of each profile, in the order of [`ProfileId::ALL`].
    pub most: Sums,
    /// The question with the largest share in the points of a profile.
    pub largest_share: Option<LargestShare>,
    /// To how many people each program is recommended; empty where that could not be worked out.
    pub shares: Vec<Share>,
}

/// Proves what can be proven of a content.
pub fn prove(content: &Content) -> Proof {
    let mut findings = Vec::new();
    let most = paths::most(content, &Answers::default()).unwrap_or_default();
    for (index, profile) in content.profiles.iter().enumerate() {
        let most = most[profile.id as usize];
        if most < WITHIN_REACH {
            let message = format!("the most points are {most}; {WITHIN_REACH} should be within reach");
            findings.push(Finding::fault(format!("profiles[{index}]"), message));
        }
    }
    let budget = Budget::new();
    let reach = goals::reach(content, &budget);
    let reachable = reach.witnesses.len();
    let effects = effects::effects(content, &reach, &budget);
    let largest_share = shares::largest(content, most);
    let dominated = effects::dominated(content, &reach);
    findings.extend(largest_share.as_ref().and_then(|share| share.finding(content, &reach)));
    findings.extend(reach.findings);
    findings.extend(effects.findings);
    findings.extend(dominated);
    findings.extend(monotone::monotone(content, &budget));
    findings.extend(personas::personas(content));
    let shares = neutral::shares(content, &budget).unwrap_or_else(|_| {
        findings
            .push(Finding::not_proven("programs", "too much is open at once to count whom they are recommended to"));
        Vec::new()
    });
    Proof { findings, reachable, effective: effects.effective, most, largest_share, shares }
}

/// The rungs that experience tells apart.
const LOW: ProfileId = ProfileId::Entry;
const HIGH: ProfileId = ProfileId::Senior;
