use super::with_another::WithAnother;
use crate::browser::address;
use crate::quiz::record::library::SavedResult;
use crate::quiz::words::Word;
use crate::state::archive;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::screen::Screen;
use leptos::prelude::*;

/// What is said above a result that somebody else made: whose it is and, where it is not kept yet, a button that does.
#[component]
pub(super) fn SharedNotice(
    result: SavedResult,
    /// Whether it came with the address, and may not be kept.
    by_link: bool,
) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let library = use_library();
    let result = StoredValue::new(result);
    let known =
        Memo::new(move |_| result.with_value(|result| library.find_same(result)).map(|known| (known.id, known.shared)));
    let keep = move |_| {
        let result = result.get_value();
        // The content that is here is kept with it where it is the one that the result was made with.
        let attached = result.is_of(material.content).then(|| archive::entry(material));
        library.take(vec![result.clone()], attached.into_iter().collect());
        if let Some(kept) = library.find_same(&result) {
            address::go_to(&Screen::Result(kept.id).hash());
        }
    };
    let open = move |(id, shared): (String, bool)| {
        let word = if shared { Word::SharedIsKept } else { Word::SharedIsOwn };
        view! {
            <p>
                {words.get(word)} " " <a href=Screen::Result(id).hash()>{words.get(Word::SharedOpen)}</a>
            </p>
        }
    };
    let way_on = move || match known.get() {
        Some(known) => open(known).into_any(),
        None => view! {
            <button type="button" class="button button--quiet" on:click=keep>
                {words.get(Word::SharedKeep)}
            </button>
        }
        .into_any(),
    };
    view! {
        <div class="notice" data-shared>
            <p>{words.get(if by_link { Word::SharedText } else { Word::SharedKeptText })}</p>
            {by_link.then_some(way_on)}
        </div>
    }
}

/// What a person can do next who looks at somebody else's result.
#[component]
pub(super) fn OwnQuiz(
    /// The result.
    result: SavedResult,
    /// The reference to it, by which it is compared.
    reference: String,
) -> impl IntoView {
    let words = use_material().words;
    view! {
        <div class="actions actions--end">
            <a class="button button--quiet" href=Screen::Intro.hash()>
                {words.get(Word::SavedTake)}
            </a>
            <WithAnother result=result id=reference />
        </div>
    }
}
