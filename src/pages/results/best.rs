use super::ledger::Ledger;
use super::programs::Programs;
use super::searches::Searches;
use crate::quiz::content::{Advice, ProfileId};
use crate::quiz::course::Course;
use crate::quiz::recommend::recommend;
use crate::quiz::score::Outcome;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// The card of the best profile: why it is, what to search for, programs, and next steps.
#[component]
pub(super) fn BestProfile(best: ProfileId, course: Course, outcome: Outcome) -> impl IntoView {
    let Material { content, words } = use_material();
    let profile = content.profile(best);
    let advice = recommend(content, course.counted(), best, change.acts());
    let scored = outcome.profiles.into_iter().find(|scored| scored.id == best);
    let why = scored.map(|scored| {
        let score = scored.score.to_string();
        view! {
            <section>
                <h3>{words.get(Word::ResultWhy)}</h3>
                <p>{words.fill(Word::ResultWhyText, &[("score", &score)])}</p>
                <Ledger scored=scored />
            </section>
        }
    });
    view! {
        <article class="profile profile--best" data-profile=best.as_str()>
            <p class="profile__badge">{words.get(Word::ResultBest)}</p>
            <h2 class="profile__name">{profile.name.as_str()}</h2>
            <p class="lead">{profile.summary.as_str()}</p>
            {why}
            <Searches searches=advice.searches />
            <Programs none=advice.no_program programs=advice.programs />
            <Steps steps=advice.steps />
        </article>
    }
}

#[component]
fn Steps(steps: Vec<&'static Advice>) -> impl IntoView {
    let words = use_material().words;
    let steps = steps.into_iter().map(|step| {
        view! {
            <li class="steps__step" data-step=step.id.as_str()>
                <h4 class="steps__title">{step.title.as_str()}</h4>
                <p>{step.text.as_str()}</p>
            </li>
        }
    });
    view! {
        <section>
            <h3>{words.get(Word::StepsTitle)}</h3>
            <ol class="steps">{steps.collect_view()}</ol>
        </section>
    }
}
