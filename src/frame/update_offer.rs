use crate::quiz::words::Word;
use crate::state::material::use_material;
use crate::state::offline::use_offline;
use crate::widgets::apart;
use leptos::prelude::*;

/// Says that there is a new version, and leads to it. Nobody is taken there while they are answering.
#[component]
pub(super) fn UpdateOffer() -> impl IntoView {
    let words = use_material().words;
    let offline = use_offline();
    // The region is there before its text, which would not be announced everywhere otherwise.
    offline.is_possible().then(|| {
        let word = move || if offline.is_updating() { Word::UpdateTaking } else { Word::UpdateReady };
        let text = move || offline.has_update().then(|| words.get(word()));
        let button = move || {
            view! {
                // It keeps the focus, which a button that is disabled would lose.
                <button
                    type="button"
                    class="button button--quiet"
                    aria-disabled=move || offline.is_updating().then_some("true")
                    on:click=move |_| offline.take_update()
                >
                    {words.get(Word::UpdateTake)}
                </button>
            }
        };
        view! {
            <div class="update" class:notice=move || offline.has_update()>
                <p role="status">{text}</p>
                {move || offline.has_update().then(|| apart(button))}
            </div>
        }
    })
}
