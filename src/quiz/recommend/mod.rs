//! Advice: what the answers call for, out of what the content has to offer.

mod links;
mod searches;

pub use links::{MAX_LINK, indeed_link, indeed_link_to_all, linkedin_link, linkedin_link_to_all, web_search_link};
pub use searches::{JobSearch, searches};

use super::answers::Answers;
use super::content::{Advice, Condition, Content, Prerequisite, ProfileId, Program};
use super::nearest::Act;

/// What a person is advised, in the order in which it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation<'c> {
    /// Searches for jobs.
    pub searches: Vec<JobSearch<'c>>,
    /// Why no program is needed. Where this stands there are no programs.
    pub no_program: Option<&'c Advice>,
    /// Programs to consider.
    pub programs: Vec<Suggestion<'c>>,
    /// What to do next: first what helps with the change that lies ahead, then the rest in the order of the content.
    pub steps: Vec<&'c Advice>,
}

/// A program, held against the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion<'c> {
    /// The program.
    pub program: &'c Program,
    /// Why it is recommended.
    pub reason: &'c str,
    /// What it asks for, and whether the person has it.
    pub prerequisites: Vec<(&'c Prerequisite, Met)>,
    /// The program that contains it.
    pub part_of: Option<&'c Program>,
    /// The programs that it contains.
    pub contains: Vec<&'c Program>,
}

/// Whether a prerequisite is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// The answers say so.
    Yes,
    /// The answers say otherwise.
    No,
    /// The answers do not say.
    Unknown,
}

/// Advice for a person whose best profile is `best`, with what lies between them and their target. Programs follow from
/// the answers alone.
pub fn recommend<'c>(content: &'c Content, counted: &Answers, best: ProfileId, acts: &[Act]) -> Recommendation<'c> {
    let (no_program, programs) = programs(content, counted);
    let mut steps: Vec<&Advice> = content.steps.iter().filter(|step| applies(step, counted, Some(best))).collect();
    // The sort is stable: steps that help with the same act, or with none, keep the order of the content.
    steps.sort_by_key(|step| {
        let helped = |act: &Act| step.helps.contains(&act.question);
        acts.iter().position(helped).unwrap_or(acts.len())
    });
    Recommendation { searches: searches(content, best, counted), no_program, programs, steps }
}

/// Either why no program is needed, or the programs to consider.
pub fn programs<'c>(content: &'c Content, counted: &Answers) -> (Option<&'c Advice>, Vec<Suggestion<'c>>) {
    match content.no_program.iter().find(|none| Condition::all_hold(&none.show_if, counted)) {
        Some(none) => (Some(none), Vec::new()),
        None => {
            let suggested = content.programs.iter().filter_map(|program| suggestion(content, program, counted));
            (None, suggested.collect())
        }
    }
}

/// What is to be said before any result, also where the answers are too few for one.
pub fn remarks<'c>(content: &'c Content, counted: &Answers, best: Option<ProfileId>) -> Vec<&'c Advice> {
    content.remarks.iter().filter(|remark| applies(remark, counted, best)).collect()
}

fn applies(advice: &Advice, counted: &Answers, best: Option<ProfileId>) -> bool {
    let for_profile = advice.profiles.is_empty() || best.is_some_and(|best| advice.profiles.contains(&best));
    for_profile && Condition::all_hold(&advice.show_if, counted)
}

fn suggestion<'c>(content: &'c Content, program: &'c Program, counted: &Answers) -> Option<Suggestion<'c>> {
    let reason = program.reasons.iter().find(|reason| Condition::all_hold(&reason.show_if, counted))?;
    Some(Suggestion {
        program,
        reason: &reason.text,
        prerequisites: program.prerequisites.iter().map(|item| (item, met(item, counted))).collect(),
        part_of: program.part_of.as_deref().and_then(|whole| content.program(whole)),
        contains: content.programs.iter().filter(|part| part.part_of.as_ref() == Some(&program.id)).collect(),
    })
}

fn met(prerequisite: &Prerequisite, counted: &Answers) -> Met {
    if Condition::all_hold(&prerequisite.met_if, counted) {
        Met::Yes
    } else if prerequisite.met_if.iter().all(|condition| counted.get(&condition.question).is_some()) {
        Met::No
    } else {
        Met::Unknown
    }
}
