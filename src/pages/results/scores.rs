use crate::quiz::score::{Outcome, ProfileScore};
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use crate::widgets::ScoreBar;
use leptos::prelude::*;

/// The four scores as bars, best first.
#[component]
pub(super) fn Scores(outcome: Outcome) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let is_open = outcome.is_open();
    let bars = outcome.profiles.into_iter().enumerate().map(|(place, scored)| {
        view! {
            <li class="scores__row" data-profile=scored.id.as_str() data-score=scored.score data-high=scored.high>
                <span class="scores__name">{content.profile(scored.id).name.as_str()}</span>
                <ScoreBar score=scored.score high=scored.high best=place == 0 />
                <span class="scores__score">{range_text(&scored, material)}</span>
            </li>
        }
    });
    let skipped = is_open.then(|| view! { <p class="hint">{words.get(Word::ResultSkipped)}</p> });
    view! {
        <section class="scores" aria-labelledby="scores-title">
            <h2 id="scores-title">{words.get(Word::ResultScores)}</h2>
            <ol class="scores__list">{bars.collect_view()}</ol>
            <p class="hint">{words.get(Word::ResultScoresText)}</p>
            {skipped}
        </section>
    }
}

/// A score as it is written: a number, or a range where skipped questions could still raise it.
pub(in crate::pages) fn range_text(scored: &ProfileScore, material: Material) -> String {
    scored.text(material.words, |number| material.number(number))
}
