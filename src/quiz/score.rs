//! Scores: for each profile a sum of whole points, and the lines it is the sum of.

use super::answers::Answer;
use super::content::{Content, Points, ProfileId};
use super::course::Course;

/// What a quiz came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// All four profiles, best first. Equal scores stand in the order of the content.
    pub profiles: Vec<ProfileScore>,
}

/// The score of one profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileScore {
    /// Which profile.
    pub id: ProfileId,
    /// Its score, 0 to 100: the sum of the points of the ledger.
    pub score: u32,
    /// Every answer that gave points, in the order of the content.
    pub ledger: Vec<Line>,
}

/// A line of a ledger: an answer, and the points it gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The id of the question.
    pub question: String,
    /// One option that was picked, or the number that was given.
    pub answer: Answer,
    /// The points that this gave, 1 or more.
    pub points: u32,
}

impl Outcome {
    /// The profile that fits best. None where no answer gave any points, so that there is nothing to go by.
    pub fn best(&self) -> Option<ProfileId> {
        self.profiles.first().filter(|profile| profile.score > 0).map(|profile| profile.id)
    }

    /// The four scores by profile.
    pub fn points(&self) -> Points {
        let score = |id| {
            let found = self.profiles.iter().find(|profile| profile.id == id);
            // `content::check` keeps every score at 100 or below.
            found.map_or(0, |profile| profile.score.min(100) as u8)
        };
        Points {
            entry: score(ProfileId::Entry),
            mid: score(ProfileId::Mid),
            senior: score(ProfileId::Senior),
            freelance: score(ProfileId::Freelance),
        }
    }
}

/// Scores the answers that count.
pub fn score(content: &Content, course: &Course) -> Outcome {
    let worth = worth(content, course);
    let mut profiles: Vec<ProfileScore> = content
        .profiles
        .iter()
        .map(|profile| {
            let lines = worth.iter().map(|(question, answer, points)| Line {
                question: (*question).to_owned(),
                answer: answer.clone(),
                points: u32::from(points.of(profile.id)),
            });
            let ledger: Vec<Line> = lines.filter(|line| line.points > 0).collect();
            ProfileScore { id: profile.id, score: ledger.iter().map(|line| line.points).sum(), ledger }
        })
        .collect();
    // The sort is stable: equal scores keep the order of the content.
    profiles.sort_by_key(|profile| std::cmp::Reverse(profile.score));
    Outcome { profiles }
}

/// Every option picked and every number given, with its points, in the order of the content.
fn worth<'c>(content: &'c Content, course: &Course) -> Vec<(&'c str, Answer, Points)> {
    let answered = course.questions(content).filter_map(|question| {
        let answer = course.counted().get(&question.id)?;
        Some(question.worth(answer).into_iter().map(|(part, points)| (question.id.as_str(), part, points)))
    });
    answered.flatten().collect()
}
