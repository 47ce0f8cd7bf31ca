use super::ledger::Ledger;
use super::plan::Plan;
use super::programs::Programs;
use super::searches::Searches;
use super::steps::Steps;
use crate::quiz::content::ProfileId;
use crate::quiz::course::Course;
use crate::quiz::nearest::nearest_change;
use crate::quiz::recommend::recommend;
use crate::quiz::score::Outcome;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// The card of the best profile: why it is, the way to the target, what to search for, programs, and next steps.
#[component]
pub(super) fn BestProfile(best: ProfileId, course: Course, outcome: Outcome) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let profile = content.profile(best);
    let change = nearest_change(content, &course, &outcome);
    let deeds = change.deeds(content);
    let advice = recommend(content, course.counted(), best, &deeds);
    // Each step is said once: by what it helps with, or below.
    let (helping, steps) =
        advice.steps.into_iter().partition(|step| deeds.iter().any(|act| step.helps.contains(&act.question)));
    let counted = course.counted().clone();
    let plan =
        outcome.target.map(move |target| view! { <Plan target=target change=change counted=counted steps=helping /> });
    let scored = outcome.profiles.into_iter().find(|scored| scored.id == best);
    let why = scored.map(|scored| {
        let score = material.number(scored.score);
        view! {
            <section>
                <h3>{words.get(Word::ResultWhy)}</h3>
                <p>{words.fill(Word::ResultWhyText, &[("score", &score)])}</p>
                <Ledger scored=scored />
            </section>
        }
    });
    view! {
        <article class="profile profile--best" data-profile=best.as_str() aria-labelledby="profile-best">
            <p class="profile__badge">{words.get(Word::ResultBest)}</p>
            <h2 class="profile__name" id="profile-best">{profile.name.as_str()}</h2>
            <p class="lead">{profile.summary.as_str()}</p>
            {why}
            {plan}
            <Searches searches=advice.searches />
            <Programs none=advice.no_program programs=advice.programs />
            <Steps steps=steps />
        </article>
    }
}
