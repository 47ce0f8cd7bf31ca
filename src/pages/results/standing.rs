use super::question_list::QuestionList;
use crate::quiz::content::ProfileId;
use crate::quiz::score::Outcome;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// What the scores alone do not show: a close call and what would settle it, the level under a freelancer, and
/// where the person wants to go.
#[component]
pub(super) fn Standing(outcome: Outcome, current: bool) -> impl IntoView {
    let Material { content, words, .. } = use_material();
    let name = |id: ProfileId| content.profile(id).name.as_str();
    let best = outcome.best?;
    let close = (!outcome.near.is_empty()).then(|| {
        let near = outcome.near.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ");
        let all = std::iter::once(best).chain(outcome.near).map(name).collect::<Vec<_>>().join(", ");
        view! {
            <div class="notice" data-near=near>
                <p>{words.fill(Word::ResultNear, &[("profiles", &all)])}</p>
                <Settle questions=outcome.settle word=Word::ResultNearSettle current=current />
            </div>
        }
    });
    let fact = |word, id: ProfileId| view! { <li>{words.fill(word, &[("profile", name(id))])}</li> };
    let level = outcome.level.filter(|level| *level != best).map(|level| fact(Word::ResultLevel, level));
    let target = outcome.target.filter(|target| *target != best).map(|target| fact(Word::ResultTarget, target));
    let facts = (level.is_some() || target.is_some()).then(|| view! { <ul class="standing">{level} {target}</ul> });
    Some(view! {
        {close}
        {facts}
    })
}

/// The questions that would settle the most.
#[component]
pub(super) fn Settle(questions: Vec<String>, word: Word, current: bool) -> impl IntoView {
    let words = use_material().words;
    let has_any = !questions.is_empty();
    has_any.then(|| {
        view! {
            <div class="settle">
                <p>{words.get(word)}</p>
                <QuestionList questions=questions current=current />
            </div>
        }
    })
}
