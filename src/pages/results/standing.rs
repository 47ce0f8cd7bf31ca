use crate::quiz::answers::Answers;
use crate::quiz::content::ProfileId;
use crate::quiz::score::Outcome;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use crate::state::screen::Screen;
use crate::state::session::use_session;
use leptos::prelude::*;

/// What the scores alone do not show: a close call and what would settle it, the level under a freelancer, and
/// where the person wants to go.
#[component]
pub(super) fn Standing(outcome: Outcome, answers: Answers) -> impl IntoView {
    let Material { content, words } = use_material();
    let name = |id: ProfileId| content.profile(id).name.as_str();
    let best = outcome.best?;
    let close = (!outcome.near.is_empty()).then(|| {
        let near = outcome.near.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ");
        let others = outcome.near.iter().map(|id| name(*id)).collect::<Vec<_>>().join(", ");
        view! {
            <div class="notice" data-near=near>
                <p>{words.fill(Word::ResultNear, &[("best", name(best)), ("others", &others)])}</p>
                <Settle questions=outcome.settle word=Word::ResultNearSettle answers=answers />
            </div>
        }
    });
    let fact = |word, id: ProfileId| view! { <p>{words.fill(word, &[("profile", name(id))])}</p> };
    let level = outcome.level.filter(|level| *level != best).map(|level| fact(Word::ResultLevel, level));
    let target = outcome.target.filter(|target| *target != best).map(|target| fact(Word::ResultTarget, target));
    Some(view! {
        {close}
        {level}
        {target}
    })
}

/// The questions that would tell the most, with a way to each where it is this quiz's answers that are shown.
#[component]
pub(super) fn Settle(questions: Vec<String>, word: Word, answers: Answers) -> impl IntoView {
    let Material { content, words } = use_material();
    if questions.is_empty() {
        return None;
    }
    // Answers are changed in the quiz being taken, which may have gone on since an older result.
    let current = use_session().progress().answers == answers;
    let items = questions.into_iter().filter_map(|id| {
        let text = content.question(&id)?.text.as_str();
        Some(match current {
            true => view! { <li><a href=Screen::Edit(id).hash()>{text}</a></li> }.into_any(),
            false => view! { <li>{text}</li> }.into_any(),
        })
    });
    Some(view! {
        <p>{words.get(word)}</p>
        <ul class="settle">{items.collect_view()}</ul>
    })
}
