use super::{Chosen, cells};
use crate::browser::address;
use crate::quiz::record::library::SavedResult;
use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::reference;
use crate::state::screen::Screen;
use leptos::prelude::*;

/// The lists that both results are chosen from. None where there are no two to choose from.
#[component]
pub(super) fn Choice(chosen: Memo<Chosen>) -> impl IntoView {
    let words = use_material().words;
    let library = use_library();
    // What is compared need not be kept here.
    let all = Memo::new(move |_| {
        let mut all = library.all();
        for result in chosen.get().results.into_iter().flatten() {
            if all.iter().all(|known| reference::of(known) != reference::of(&result)) {
                all.push(result);
            }
        }
        all
    });
    let can_choose = Memo::new(move |_| all.with(|all| all.len() > 1));
    move || {
        can_choose.get().then(|| {
            view! {
                <p class="lead">{words.get(Word::CompareText)}</p>
                <div class="comparison__choice">
                    <Select side=0 label=Word::CompareFirstResult id="compare-first" all=all chosen=chosen />
                    <Select side=1 label=Word::CompareSecondResult id="compare-second" all=all chosen=chosen />
                </div>
            }
        })
    }
}

/// The list for one of the sides.
#[component]
fn Select(
    /// Which of the two, from 0.
    side: usize,
    label: Word,
    id: &'static str,
    all: Memo<Vec<SavedResult>>,
    chosen: Memo<Chosen>,
) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let is_found = Memo::new(move |_| chosen.with(|chosen| chosen.results[side].is_ok()));
    let options = move || {
        let option = |result: SavedResult| {
            let reference = reference::of(&result);
            let value = reference.clone();
            let is_chosen =
                move || chosen.with(|chosen| chosen.references.as_ref().is_some_and(|both| both[side] == reference));
            view! {
                <option value=value prop:selected=is_chosen>
                    {cells::label(&result, material)}
                </option>
            }
        };
        all.get().into_iter().map(option).collect_view()
    };
    let none = move || {
        (!is_found.get()).then(|| {
            view! {
                <option value="" prop:selected=true>
                    {words.get(Word::CompareChoose)}
                </option>
            }
        })
    };
    let choose = move |event| {
        let Some(mut both) = chosen.get_untracked().references else { return };
        both[side] = event_target_value(&event);
        let [first, second] = both;
        // No step of its own in the history: somebody who tries a few wants to get back to where they came from.
        address::go_on_to(&Screen::Compare(first, second).hash());
    };
    view! {
        <p class="comparison__side">
            <label for=id>{words.get(label)}</label>
            <select class="select" id=id on:change=choose>
                {none}
                {options}
            </select>
        </p>
    }
}
