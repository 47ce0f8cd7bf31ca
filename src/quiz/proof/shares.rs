//! That no question decides alone.

use super::Finding;
use super::goals::Reach;
use crate::quiz::answers::Answer;
use crate::quiz::content::{AnswerOption, Content, Kind, Points, ProfileId, Question};
use crate::quiz::paths::Sums;

/// The largest part of a profile's most points that one question may give, in percent.
pub const MAX_SHARE: u32 = 35;

/// A question's part in the points of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LargestShare {
    /// The position of the question.
    pub position: usize,
    /// The profile.
    pub profile: ProfileId,
    /// The most points that the question gives it.
    pub points: u32,
    /// The most points that all answers together give it.
    pub of: u32,
}

impl LargestShare {
    /// The share in percent, rounded up.
    pub fn percent(&self) -> u32 {
        (self.points * 100).div_ceil(self.of.max(1))
    }

    pub(super) fn finding(&self, content: &Content, reach: &Reach<'_>) -> Option<Finding> {
        let Self { position, profile, points, of } = self;
        (self.percent() > MAX_SHARE).then(|| {
            let message = format!(
                "it gives {points} of the {of} points that \"{profile}\" can have, {} %; the most is {MAX_SHARE} %",
                self.percent()
            );
            let question = &content.questions[*position];
            let gives = |option: &&AnswerOption| option.points.of(*profile);
            let answer = match question.kind {
                Kind::Number => {
                    let most = question.bands.iter().max_by_key(|band| band.points.of(*profile));
                    most.and_then(|band| question.number_from(band.from)).map(Answer::Number)
                }
                Kind::Single => question.options.iter().max_by_key(gives).map(|option| Answer::One(option.id.clone())),
                Kind::Multi => {
                    let picked = question.options.iter().filter(|option| !option.exclusive && gives(option) > 0);
                    Some(Answer::Many(picked.map(|option| option.id.clone()).collect()))
                }
            };
            let witness = answer.and_then(|answer| reach.asked(content, *position, &answer));
            Finding::fault(format!("questions[{position}]"), message).seen_in(witness)
        })
    }
}

/// The largest of all. None where no answer gives a point.
pub(super) fn largest(content: &Content, most: Sums) -> Option<LargestShare> {
    let shares = content.questions.iter().enumerate().flat_map(|(position, question)| {
        ProfileId::ALL.map(|profile| LargestShare {
            position,
            profile,
            points: most_points(question, profile),
            of: most[profile as usize],
        })
    });
    let shares = shares.filter(|share| share.points > 0);
    // Compared as fractions, so that no rounding hides the larger one. Of equal ones the first is kept.
    shares.reduce(|one, two| if two.points * one.of > one.points * two.of { two } else { one })
}

/// The most points that the answers to one question give a profile.
fn most_points(question: &Question, profile: ProfileId) -> u32 {
    let points = |points: Points| u32::from(points.of(profile));
    let options = || question.options.iter();
    let largest = match question.kind {
        Kind::Single => options().map(|option| points(option.points)).max(),
        Kind::Number => question.bands.iter().map(|band| points(band.points)).max(),
        Kind::Multi => {
            let together: u32 = options().filter(|it| !it.exclusive).map(|option| points(option.points)).sum();
            options().filter(|it| it.exclusive).map(|option| points(option.points)).chain([together]).max()
        }
    };
    largest.unwrap_or(0)
}
