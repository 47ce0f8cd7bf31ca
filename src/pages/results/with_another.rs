use crate::quiz::record::library::SavedResult;
use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::reference;
use crate::state::screen::Screen;
use leptos::prelude::*;

/// The way to a result beside the newest of the others, the earlier of both first. Nothing where there is no other.
#[component]
pub(super) fn WithAnother(
    /// The result.
    result: SavedResult,
    /// The reference to it.
    id: String,
) -> impl IntoView {
    let words = use_material().words;
    let library = use_library();
    move || {
        // Newest first.
        let results = library.all();
        // The same may be here under another reference: kept from its link, or one's own.
        let at = results.iter().position(|other| !other.says_the_same_as(&result))?;
        let all: Vec<String> = results.iter().map(reference::of).collect();
        let (this, other) = (id.clone(), all[at].clone());
        let screen = match all.iter().position(|known| *known == id) {
            Some(here) if here > at => Screen::Compare(this, other),
            _ => Screen::Compare(other, this),
        };
        let link = view! {
            <a class="button button--quiet" href=screen.hash()>
                {words.get(Word::CompareWithAnother)}
            </a>
        };
        Some(link)
    }
}
