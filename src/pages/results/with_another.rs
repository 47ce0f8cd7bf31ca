use crate::quiz::record::library::SavedResult;
use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::reference;
use crate::state::screen::Screen;
use leptos::prelude::*;
use std::cmp::Ordering;

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
        let (this, other) = (id.clone(), reference::of(&results[at]));
        // Of two of the same moment the one that was kept later is the newer one.
        let is_earlier = match result.saved_at.cmp(&results[at].saved_at) {
            Ordering::Equal => results[at..].iter().any(|known| reference::of(known) == id),
            order => order.is_lt(),
        };
        let screen = if is_earlier { Screen::Compare(this, other) } else { Screen::Compare(other, this) };
        let link = view! {
            <a class="button button--quiet" href=screen.hash()>
                {words.get(Word::CompareWithAnother)}
            </a>
        };
        Some(link)
    }
}
