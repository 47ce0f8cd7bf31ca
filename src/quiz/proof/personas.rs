//! That the people whom a content names come to what it says they should.

use super::Finding;
use crate::quiz::content::{Content, Persona, ProfileId};
use crate::quiz::course::Course;
use crate::quiz::recommend::programs;
use crate::quiz::score::score;

pub(super) fn personas(content: &Content) -> Vec<Finding> {
    let indexed = content.personas.iter().enumerate();
    indexed.flat_map(|(index, persona)| persona_findings(content, persona, &format!("personas[{index}]"))).collect()
}

fn persona_findings(content: &Content, persona: &Persona, path: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let course = Course::of(content, &persona.answers);
    for (id, answer) in persona.answers.iter() {
        if course.counted().get(id) != Some(answer) {
            let message = format!("{:?} is not asked this, or cannot answer so", persona.id);
            findings.push(Finding::fault(format!("{path}.answers.{id}"), message));
        }
    }
    let outcome = score(content, &course);
    let name = |best: Option<ProfileId>| best.map_or("none", ProfileId::as_str);
    if outcome.best != Some(persona.best) {
        let scores: Vec<String> =
            outcome.profiles.iter().map(|profile| format!("{} {}", profile.id, profile.score)).collect();
        let message = format!(
            "{:?} should come to {}, and comes to {} ({})",
            persona.id,
            persona.best,
            name(outcome.best),
            scores.join(", ")
        );
        findings.push(Finding::fault(format!("{path}.best"), message).shown_by(persona.answers.clone()));
    }
    for near in persona.near.iter().filter(|near| !outcome.near.contains(near)) {
        let message = format!("{:?} should come near {near}, and is {} points from it", persona.id, {
            let score = |id: ProfileId| outcome.score_of(id).score;
            outcome.best.map_or(0, |best| score(best).abs_diff(score(*near)))
        });
        findings.push(Finding::fault(format!("{path}.near"), message).shown_by(persona.answers.clone()));
    }
    let found: Vec<&str> = programs(content, course.counted()).1.iter().map(|it| it.program.id.as_str()).collect();
    if found != persona.programs {
        let message = format!("{:?} should be recommended {:?}, and is {found:?}", persona.id, persona.programs);
        findings.push(Finding::fault(format!("{path}.programs"), message).shown_by(persona.answers.clone()));
    }
    findings
}
