//! That everything in a content can come up for somebody.

use super::Finding;
use super::budget::Budget;
use super::witness::{Found, Wanted};
use crate::quiz::answers::{Answer, Answers};
use crate::quiz::content::{Advice, Condition, Content, Kind, ProfileId};
use crate::quiz::course::Course;
use crate::quiz::score::score;

/// Something that should come up for somebody.
pub(super) struct Goal<'c> {
    pub(super) path: String,
    /// The place of the question, where it is that a question is asked.
    question: Option<usize>,
    /// What it means where it does not.
    message: &'static str,
    pub(super) wanted: Wanted<'c>,
}

/// What was found out about all goals.
pub(super) struct Reach<'c> {
    pub(super) findings: Vec<Finding>,
    /// For every goal that is reached: the place of its witness in `pool`.
    pub(super) witnesses: Vec<(Goal<'c>, usize)>,
    pub(super) pool: Pool,
    /// To every question, the place in `pool` of somebody who is asked it.
    asked: Vec<Option<usize>>,
}

/// How many of the answers that were found before are looked at first.
const LOOKED_AT: usize = 100;

impl Reach<'_> {
    /// A full set of answers with this one to the question at a place.
    pub(super) fn asked(&self, content: &Content, position: usize, answer: &Answer) -> Option<Answers> {
        let at = (*self.asked.get(position)?)?;
        let mut answers = self.pool.0[at].0.clone();
        answers.set(&content.questions[position].id, answer.clone());
        Wanted::default().adapted(content, &answers).map(|(answers, _)| answers)
    }
}

/// Answers that show something, each with the best profile by them, where that was asked for.
#[derive(Default)]
pub(super) struct Pool(pub(super) Vec<(Answers, Option<ProfileId>)>);

impl Pool {
    /// The place of answers that show this: some that were found before, or else new ones.
    pub(super) fn find(&mut self, content: &Content, wanted: &Wanted<'_>, budget: &Budget) -> Result<usize, Found> {
        let known =
            self.0.iter().take(LOOKED_AT).position(|(answers, best)| wanted.is_shown_by(content, answers, *best));
        if let Some(known) = known {
            return Ok(known);
        }
        // Mostly it takes a few other answers only, which is quicker than to look through all there are.
        let suits =
            |best: &Option<ProfileId>| wanted.best.is_empty() || best.is_some_and(|it| wanted.best.contains(&it));
        let base = self.0.iter().find(|(_, best)| suits(best));
        // Every question is looked at a few times over.
        budget.spend(content.questions.len() * 10).map_err(|_| Found::TooMuch)?;
        if let Some((answers, best)) = base.and_then(|(answers, _)| wanted.adapted(content, answers)) {
            return Ok(self.keep(answers, best));
        }
        match wanted.find(content, budget) {
            Found::Witness(answers) => {
                let best = score(content, &Course::of(content, &answers)).best;
                Ok(self.keep(answers, best))
            }
            other => Err(other),
        }
    }

    fn keep(&mut self, answers: Answers, best: Option<ProfileId>) -> usize {
        self.0.push((answers, best));
        self.0.len() - 1
    }
}

/// Looks for a witness to everything that should come up.
pub(super) fn reach<'c>(content: &'c Content, budget: &Budget) -> Reach<'c> {
    let mut reach = Reach {
        findings: bands(content),
        witnesses: Vec::new(),
        pool: Pool::default(),
        asked: vec![None; content.questions.len()],
    };
    for goal in goals(content) {
        match reach.pool.find(content, &goal.wanted, budget) {
            Ok(at) => {
                if let Some(position) = goal.question {
                    reach.asked[position] = Some(at);
                }
                reach.witnesses.push((goal, at));
            }
            Err(Found::Nothing) => reach.findings.push(Finding::fault(goal.path, goal.message)),
            Err(_) => {
                let message = "whether anybody comes to this takes too long to find out";
                reach.findings.push(Finding::not_proven(goal.path, message));
            }
        }
    }
    reach
}

/// Bands that no number falls into.
fn bands(content: &Content) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, question) in content.questions.iter().enumerate().filter(|(_, it)| it.kind == Kind::Number) {
        for (place, band) in question.bands.iter().enumerate() {
            let end = question.bands.get(place + 1).map_or(f64::INFINITY, |next| next.from);
            if question.number_from(band.from).is_none_or(|number| number >= end) {
                let path = format!("questions[{index}].bands[{place}]");
                findings.push(Finding::fault(path, "no number that can be answered falls into this band"));
            }
        }
    }
    findings
}

/// Everything that should come up, in the order of the file.
fn goals(content: &Content) -> Vec<Goal<'_>> {
    let mut goals = Goals { content, goals: Vec::new() };
    goals.profiles();
    goals.questions();
    goals.programs();
    goals.no_program();
    for (list, name) in
        [(&content.steps, "steps"), (&content.remarks, "remarks"), (&content.contradictions, "contradictions")]
    {
        goals.advice(list, name);
    }
    goals.goals
}

struct Goals<'c> {
    content: &'c Content,
    goals: Vec<Goal<'c>>,
}

impl<'c> Goals<'c> {
    fn push(&mut self, path: String, message: &'static str, wanted: Wanted<'c>) {
        self.goals.push(Goal { path, question: None, message, wanted });
    }

    fn profiles(&mut self) {
        for (index, profile) in self.content.profiles.iter().enumerate() {
            let best = || Wanted { best: vec![profile.id], ..Wanted::default() };
            self.push(format!("profiles[{index}]"), "no answers lead to this profile", best());
            for (place, search) in profile.searches.iter().enumerate() {
                let path = format!("profiles[{index}].searches[{place}]");
                for (at, also) in search.also.iter().enumerate() {
                    let wanted = Wanted { holds: also.show_if.iter().collect(), ..best() };
                    self.push(format!("{path}.also[{at}]"), "nobody gets these titles or filters", wanted);
                }
                if !search.otherwise.is_empty() {
                    let with_titles = search.also.iter().filter(|also| !also.titles.is_empty());
                    let fails = with_titles.map(|also| &*also.show_if).collect();
                    let wanted = Wanted { fails, ..best() };
                    self.push(format!("{path}.otherwise"), "everybody gets other titles in place of these", wanted);
                }
            }
        }
    }

    fn questions(&mut self) {
        for (index, question) in self.content.questions.iter().enumerate() {
            let wanted = Wanted { holds: question.show_if.iter().collect(), ..Wanted::default() };
            self.goals.push(Goal {
                path: format!("questions[{index}]"),
                question: Some(index),
                message: "nobody is asked this question",
                wanted,
            });
        }
    }

    fn programs(&mut self) {
        let none: Vec<&[Condition]> = self.content.no_program.iter().map(|advice| &*advice.show_if).collect();
        for (index, program) in self.content.programs.iter().enumerate() {
            let path = format!("programs[{index}]");
            for (place, reason) in program.reasons.iter().enumerate() {
                // The first reason that holds is the one that is shown.
                let earlier = program.reasons[..place].iter().map(|reason| &*reason.show_if);
                let fails = none.iter().copied().chain(earlier).collect();
                let wanted = Wanted { holds: reason.show_if.iter().collect(), fails, ..Wanted::default() };
                self.push(format!("{path}.reasons[{place}]"), "nobody is given this reason", wanted);
            }
            for (place, prerequisite) in program.prerequisites.iter().enumerate() {
                let path = format!("{path}.prerequisites[{place}]");
                let met = Wanted { holds: prerequisite.met_if.iter().collect(), ..Wanted::default() };
                self.push(path.clone(), "nobody meets this prerequisite", met);
                let unmet = Wanted { fails: vec![&prerequisite.met_if], ..Wanted::default() };
                self.push(path, "everybody meets this prerequisite", unmet);
            }
        }
    }

    fn no_program(&mut self) {
        for (index, advice) in self.content.no_program.iter().enumerate() {
            // The first that holds is the one that is shown.
            let fails = self.content.no_program[..index].iter().map(|earlier| &*earlier.show_if).collect();
            let wanted = Wanted { holds: advice.show_if.iter().collect(), fails, ..Wanted::default() };
            self.push(format!("no_program[{index}]"), "nobody is given this advice", wanted);
        }
    }

    fn advice(&mut self, list: &'c [Advice], name: &str) {
        for (index, advice) in list.iter().enumerate() {
            let best = advice.profiles.clone();
            let wanted = Wanted { best, holds: advice.show_if.iter().collect(), ..Wanted::default() };
            self.push(format!("{name}[{index}]"), "nobody is given this advice", wanted);
        }
    }
}
