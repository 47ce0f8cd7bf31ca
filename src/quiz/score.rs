//! Scores: for each profile a sum of whole points, the lines it is the sum of, and what follows from them.

use super::answers::Answer;
use super::content::{AnswerOption, Content, Points, ProfileId, Question, Said};
use super::course::Course;
use super::paths::{self, Sums};
use super::standing::{self, RUNGS};
use super::words::{Word, Words};
use std::cmp::Reverse;

/// What a quiz came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// All four profiles: the best first, the others by score. Equal scores stand in the order of the content.
    pub profiles: Vec<ProfileScore>,
    /// The rung the person stands on: entry, mid or senior. None where the answers leave all three open.
    pub level: Option<ProfileId>,
    /// The profile that fits best: the rung, or freelance where that is wished for and its score leads.
    pub best: Option<ProfileId>,
    /// The profiles that cannot be told from the best: their scores lie within the margin of it, or skipped
    /// questions could bring them there. In the order of `profiles`.
    pub near: Vec<ProfileId>,
    /// Where the person wants to go; where they stand if they did not say.
    pub target: Option<ProfileId>,
    /// The ids of the questions that would settle the most about what is still open, most telling first.
    pub settle: Vec<String>,
}

/// The score of one profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileScore {
    /// Which profile.
    pub id: ProfileId,
    /// Its score, 0 to 100: the sum of the points of the ledger. Answering skipped questions cannot lower it.
    pub score: u32,
    /// The highest score that answering the skipped questions, and those they open, can bring. Equal to
    /// `score` where none was skipped.
    pub high: u32,
    /// Every answer that gave points, in the order of the content.
    pub ledger: Vec<Line>,
}

/// A line of a ledger: a part of an answer, and the points it gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The place of the question in the content, from 0.
    pub position: usize,
    /// What was said.
    pub said: Said,
    /// The points that this gave, 1 or more.
    pub points: u32,
}

impl ProfileScore {
    /// The score as it is written: a number, or a range where skipped questions could still raise it. `number` writes a number as its
    /// readers do.
    pub fn text(&self, words: &Words, number: impl Fn(f64) -> String) -> String {
        let [low, high] = [self.score, self.high].map(|score| number(f64::from(score)));
        if self.high == self.score {
            return low;
        }
        words.fill(Word::ResultRange, &[("low", &low), ("high", &high)])
    }
}

impl Line {
    /// The question, in the content that was scored by.
    pub fn question<'c>(&self, content: &'c Content) -> &'c Question {
        &content.questions[self.position]
    }

    /// One option that was picked, or the number that was given.
    pub fn answer(&self, content: &Content) -> Answer {
        self.question(content).answer_of(self.said)
    }
}

impl Outcome {
    /// The score of one profile.
    pub fn score_of(&self, id: ProfileId) -> &ProfileScore {
        // `score` makes one for each of the four.
        self.profiles.iter().find(|profile| profile.id == id).unwrap_or(&self.profiles[0])
    }

    /// The four scores by profile.
    pub fn points(&self) -> Points {
        // `content::check` keeps every score at 100 or below.
        let score = |id| self.score_of(id).score.min(100) as u8;
        Points {
            entry: score(ProfileId::Entry),
            mid: score(ProfileId::Mid),
            senior: score(ProfileId::Senior),
            freelance: score(ProfileId::Freelance),
        }
    }

    /// Whether a question was skipped that could change a score.
    pub fn is_open(&self) -> bool {
        self.profiles.iter().any(|profile| profile.high > profile.score)
    }
}

/// Scores the answers that count.
pub fn score(content: &Content, course: &Course) -> Outcome {
    let said = course.said();
    // A quiz with more open conditions than can be followed does not parse.
    let most = course.has_skipped().then(|| paths::most(content, course.counted()).unwrap_or([100; 4]));
    let mut profiles: Vec<ProfileScore> = content
        .profiles
        .iter()
        .map(|profile| {
            let line = |(position, said, points): &(usize, Said, Points)| Line {
                position: *position,
                said: *said,
                points: u32::from(points.of(profile.id)),
            };
            let mut ledger = Vec::with_capacity(said.len());
            ledger.extend(said.iter().map(line).filter(|line| line.points > 0));
            let score = ledger.iter().map(|line| line.points).sum();
            // Where nothing was skipped, nothing can be added.
            let high = most.map_or(score, |most| most[profile.id as usize]);
            ProfileScore { id: profile.id, score, high, ledger }
        })
        .collect();
    // The sort is stable: equal scores keep the order of the content.
    profiles.sort_by_key(|profile| Reverse(profile.score));

    let wished = options(content, said).any(|option| option.wish);
    let mut sums = Sums::default();
    for profile in &profiles {
        sums[profile.id as usize] = profile.score;
    }
    let lead = standing::lead(content, sums, wished);
    let decided = !standing::is_undecided(content, &profiles, lead.level);
    let (level, best) = (decided.then_some(lead.level), decided.then_some(lead.best));
    profiles.sort_by_key(|profile| best != Some(profile.id));
    let near = standing::near(content, &profiles, best, wished);
    let settle = match best {
        Some(best) => standing::settling(content, course, &[best], &near),
        None => standing::settling(content, course, &RUNGS, &RUNGS),
    };
    let target = options(content, said).find_map(|option| option.target).or(level);
    Outcome { profiles, level, best, near, target, settle }
}

/// The options picked, in the order of the content.
fn options<'c>(content: &'c Content, said: &[(usize, Said, Points)]) -> impl Iterator<Item = &'c AnswerOption> {
    said.iter().filter_map(|(position, said, _)| match said {
        Said::Option(place) => Some(&content.questions[*position].options[*place]),
        Said::Number(_) => None,
    })
}
