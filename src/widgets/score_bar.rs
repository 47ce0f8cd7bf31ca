use leptos::prelude::*;

/// A score from 0 to 100, drawn as a bar. The number must stand beside it: the bar itself is hidden from
/// those who hear the page.
#[component]
pub fn ScoreBar(
    /// The score.
    score: u32,
    /// What it could still rise to.
    high: u32,
    /// Whether this is the best of its kind.
    #[prop(optional)]
    best: bool,
) -> impl IntoView {
    view! {
        <div class="score-bar" class:score-bar--best=best aria-hidden="true">
            <div class="score-bar__open" style:width=format!("{}%", high.min(100))></div>
            <div class="score-bar__fill" style:width=format!("{}%", score.min(100))></div>
        </div>
    }
}
