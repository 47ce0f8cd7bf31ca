use super::Pair;
use super::cells;
use super::told::{Quiz, Told};
use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::Material;
use crate::state::screen::Screen;
use leptos::prelude::*;

/// Both results: what they are called, when they were made, what fitted best, and whether the quiz has changed since.
pub(super) fn view(pair: &Pair, material: Material) -> impl IntoView + use<> {
    view! {
        <ul class="comparison__sides">
            {side(&pair.before, Word::CompareFirstResult, material)} {side(&pair.after, Word::CompareSecondResult, material)}
        </ul>
    }
}

fn side(told: &Told, title: Word, material: Material) -> impl IntoView + use<> {
    let words = material.words;
    let result = &told.result;
    let label = cells::label(result, material);
    // What is kept here has a page of its own.
    let is_kept = use_library().get(&result.id).is_some_and(|kept| kept == *result);
    let called = match is_kept {
        true => view! { <a href=Screen::Result(result.id.clone()).hash()>{label}</a> }.into_any(),
        false => label.into_any(),
    };
    let best = result.best.map_or(words.get(Word::SavedNoProfile), |best| &material.content.profile(best).name);
    let changed = match told.quiz {
        Quiz::Today => None,
        Quiz::Kept => Some(Word::CompareOlder),
        Quiz::Lost => Some(Word::CompareLost),
    };
    // By its own content, what does not fit did not count then either.
    let set_aside = if told.has_lines() { 0 } else { told.side.course.set_aside() };
    let set_aside = (set_aside > 0).then(|| {
        let count = material.count(set_aside);
        view! { <p>{words.fill(Word::CompareSetAside, &[("count", &count)])}</p> }
    });
    view! {
        <li class="comparison__result">
            <h2 class="comparison__title">{words.get(title)}</h2>
            <p>{called}</p>
            <p>{words.get(Word::ResultBest)} ": " <strong>{best}</strong></p>
            {changed.map(|word| view! { <p class="comparison__changed">{words.get(word)}</p> })}
            {set_aside}
        </li>
    }
}
