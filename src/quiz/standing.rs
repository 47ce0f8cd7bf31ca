//! Where a person stands: what follows from the scores.

use super::content::{Content, Grows, ProfileId, Quiz};
use super::course::Course;
use super::paths::Sums;
use super::score::ProfileScore;
use std::cmp::Reverse;

/// The profiles that are rungs, lowest first. Freelance is a way of working, not a rung.
pub const RUNGS: [ProfileId; 3] = [ProfileId::Entry, ProfileId::Mid, ProfileId::Senior];

/// How many questions are named that would settle what is open.
const MOST_NAMED: usize = 3;

/// What the scores alone say, by one rule for results, plans and proofs: the level is the rung with the most points,
/// and the best profile is that rung, or freelance where it is wished for and has more. Of equal rungs it is the one
/// that stands first in the content.
pub fn lead(quiz: &Quiz, sums: Sums, wished: bool) -> Lead {
    let of = |id: ProfileId| sums[id as usize];
    let rungs = quiz.profiles.iter().map(|profile| profile.id).filter(|id| RUNGS.contains(id));
    // Of equal ones the last is the largest to `max_by_key`, so the first is taken from the end.
    let level = rungs.rev().max_by_key(|id| of(*id)).unwrap_or(ProfileId::Entry);
    let freelance = wished && of(ProfileId::Freelance) > of(level);
    Lead { level, best: if freelance { ProfileId::Freelance } else { level } }
}

/// The rung and the profile that lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The rung with the most points.
    pub level: ProfileId,
    /// That rung, or freelance.
    pub best: ProfileId,
}

/// Whether too little was answered to tell: skipped questions leave every other rung in reach of the first.
pub(super) fn is_undecided(quiz: &Quiz, profiles: &[ProfileScore], level: ProfileId) -> bool {
    let Some(first) = profiles.iter().find(|profile| profile.id == level) else { return true };
    let mut others = profiles.iter().filter(|profile| RUNGS.contains(&profile.id) && profile.id != level);
    let in_reach = |rung: &ProfileScore| rung.high > rung.score && reaches(quiz, rung, first);
    profiles.iter().all(|profile| profile.score == 0) || others.all(in_reach)
}

fn reaches(quiz: &Quiz, profile: &ProfileScore, first: &ProfileScore) -> bool {
    profile.high + u32::from(quiz.margin) >= first.score
}

/// The profiles that cannot be told from the best one. Freelance only where it is wished for.
pub(super) fn near(quiz: &Quiz, profiles: &[ProfileScore], best: Option<ProfileId>, wished: bool) -> Vec<ProfileId> {
    let Some(first) = profiles.iter().find(|profile| Some(profile.id) == best) else { return Vec::new() };
    let others = profiles.iter().filter(|profile| profile.id != first.id);
    let others = others.filter(|profile| profile.id != ProfileId::Freelance || wished);
    others.filter(|profile| reaches(quiz, profile, first)).map(|profile| profile.id).collect()
}

/// The questions whose answers move the profiles of `one` furthest from those of `other`: skipped ones if there
/// are any that do, else any. Equal ones stand in the order of the content.
pub(super) fn settling(content: &Content, course: &Course, one: &[ProfileId], other: &[ProfileId]) -> Vec<String> {
    if other.is_empty() {
        return Vec::new();
    }
    let in_time = |position: usize| content.questions[position].grows == Some(Grows::WithTime);
    let skipped =
        |position: usize| course.has_skipped() && course.counted().get(&content.questions[position].id).is_none();
    let weight = |position: usize| {
        let spreads = one.iter().flat_map(|one| other.iter().map(|other| content.spread(position, *one, *other)));
        spreads.max().unwrap_or(0)
    };
    let weighed = course.asked().iter().map(|&position| (weight(position), position));
    let mut found: Vec<(u8, usize)> = weighed.filter(|(weight, _)| *weight > 0).collect();
    // Time will tell, but nobody can answer otherwise today.
    if found.iter().any(|(_, position)| !in_time(*position)) {
        found.retain(|(_, position)| !in_time(*position) || skipped(*position));
    }
    if found.iter().any(|(_, position)| skipped(*position)) {
        found.retain(|(_, position)| skipped(*position));
    }
    found.sort_by_key(|(weight, _)| Reverse(*weight));
    found.into_iter().take(MOST_NAMED).map(|(_, position)| content.questions[position].id.clone()).collect()
}
