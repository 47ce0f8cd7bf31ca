use super::ledger::Ledger;
use super::scores::range_text;
use crate::quiz::score::Outcome;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// The profiles after the best, each with its ledger a click away. Of those that cannot be told from the best it is
/// said what they are.
#[component]
pub(super) fn Others(outcome: Outcome) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let Outcome { profiles, near, .. } = outcome;
    let has_near = !near.is_empty();
    let others = profiles.into_iter().skip(1).map(|scored| {
        let id = scored.id;
        let profile = content.profile(id);
        let heading_id = format!("profile-{id}");
        let title = words.fill(Word::ScoreOf, &[("profile", &profile.name), ("score", &range_text(&scored, material))]);
        let is_near = near.contains(&id);
        let (badge, summary) = is_near
            .then(|| {
                let badge = view! { <p class="profile__badge">{words.get(Word::ResultClose)}</p> };
                (badge, view! { <p>{profile.summary.as_str()}</p> })
            })
            .unzip();
        view! {
            <article class="profile" class:profile--near=is_near data-profile=id.as_str() aria-labelledby=heading_id.clone()>
                {badge}
                <h3 class="profile__name" id=heading_id.clone()>{title}</h3>
                {summary}
                <details class="profile__ledger">
                    <summary>{words.fill(Word::ResultLedger, &[("profile", &profile.name)])}</summary>
                    <Ledger scored=scored />
                </details>
            </article>
        }
    });
    view! {
        // On paper only what cannot be told from the best is left of them.
        <section class="others" class:others--near=has_near>
            <h2>{words.get(Word::ResultOthers)}</h2>
            {others.collect_view()}
        </section>
    }
}
