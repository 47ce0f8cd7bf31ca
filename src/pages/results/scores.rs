use crate::quiz::score::Outcome;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use crate::widgets::ScoreBar;
use leptos::prelude::*;

/// The four scores as bars, best first.
#[component]
pub(super) fn Scores(outcome: Outcome) -> impl IntoView {
    let Material { content, words } = use_material();
    let bars = outcome.profiles.into_iter().enumerate().map(|(place, scored)| {
        view! {
            <li class="scores__row" data-profile=scored.id.as_str() data-score=scored.score>
                <span class="scores__name">{content.profile(scored.id).name.as_str()}</span>
                <ScoreBar score=scored.score best=place == 0 />
                <span class="scores__score">{scored.score}</span>
            </li>
        }
    });
    view! {
        <section class="scores" aria-labelledby="scores-title">
            <h2 id="scores-title">{words.get(Word::ResultScores)}</h2>
            <ol class="scores__list">{bars.collect_view()}</ol>
            <p class="hint">{words.get(Word::ResultScoresText)}</p>
        </section>
    }
}
