use crate::browser::{address, clipboard, share};
use crate::quiz::record::library::SavedResult;
use crate::quiz::share::{link, qr};
use crate::quiz::words::Word;
use crate::state::material::use_material;
use crate::state::screen::Screen;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The id of the field with the link.
const LINK: &str = "share-link";

/// The id of the QR code.
const CODE: &str = "share-code";

/// A link to a result, and the ways in which it leaves this browser.
#[component]
pub(super) fn Share(result: SavedResult) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let code = link::encode(&material.content.id, &result);
    let address = StoredValue::new(address::page() + &Screen::Shared(code).hash());
    let copied = RwSignal::new(None);
    let copy = move |_| {
        spawn_local(async move {
            let word = if clipboard::copy(&address.get_value()).await { Word::Copied } else { Word::CopySelected };
            if word == Word::CopySelected {
                clipboard::select_field(LINK);
            }
            // The person may have gone on to another screen.
            let _ = copied.try_set(Some(word));
        });
    };
    let hand_on = move |_| {
        spawn_local(async move { share::share(&material.content.title, &address.get_value()).await });
    };
    let is_drawn = RwSignal::new(false);
    view! {
        <section class="share">
            <h2>{words.get(Word::ShareTitle)}</h2>
            <p>{words.get(Word::ShareText)}</p>
            <label for=LINK>{words.get(Word::ShareLink)}</label>
            <input
                class="text-input share__link"
                type="text"
                id=LINK
                readonly
                dir="ltr"
                value=address.get_value()
                on:focus=move |_| clipboard::select_field(LINK)
            />
            <div class="actions">
                <button type="button" class="button button--quiet" on:click=copy>
                    {words.get(Word::ShareCopy)}
                </button>
                {share::is_possible()
                    .then(|| {
                        view! {
                            <button type="button" class="button button--quiet" on:click=hand_on>
                                {words.get(Word::ShareOn)}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button button--quiet"
                    aria-expanded=move || is_drawn.get().to_string()
                    aria-controls=CODE
                    on:click=move |_| is_drawn.update(|is_drawn| *is_drawn = !*is_drawn)
                >
                    {words.get(Word::ShareCode)}
                </button>
            </div>
            <p role="status" class="share__said">
                {move || copied.get().map(|word| words.get(word))}
            </p>
            <div id=CODE>{move || is_drawn.get().then(|| view! { <Code address=address.get_value() /> })}</div>
        </section>
    }
}

/// An address as a QR code.
#[component]
fn Code(address: String) -> impl IntoView {
    let words = use_material().words;
    let Some(qr::Drawing { side, path }) = qr::draw(&address) else {
        return view! { <p>{words.get(Word::ShareCodeTooLong)}</p> }.into_any();
    };
    view! {
        // Dark on light in every theme: many readers know no other.
        <svg class="share__code" role="img" viewBox=format!("0 0 {side} {side}") aria-label=words.get(Word::ShareCodeLabel)>
            <rect width=side height=side fill="#fff" />
            <path d=path fill="#000" />
        </svg>
        <p class="hint">{words.get(Word::ShareCodeText)}</p>
    }
    .into_any()
}
