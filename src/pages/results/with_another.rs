use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::reference;
use crate::state::screen::Screen;
use leptos::prelude::*;

/// The way to a result beside the newest of the others, the earlier of both first. Nothing where there is no other.
#[component]
pub(super) fn WithAnother(
    /// The reference to the result.
    id: String,
) -> impl IntoView {
    let words = use_material().words;
    let library = use_library();
    move || {
        // Newest first.
        let all: Vec<String> = library.all().iter().map(reference::of).collect();
        let at = all.iter().position(|other| *other != id)?;
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
