use crate::browser::{clipboard, host};
use crate::embed::Event;
use crate::quiz::words::Word;
use crate::state::host::use_host;
use crate::state::material::use_material;
use leptos::prelude::*;

/// A link to another page, in a tab of its own. In a sandboxed frame, which opens no tabs, its address stands there to be
/// copied.
#[component]
pub(super) fn OutLink(
    /// The address.
    address: String,
    /// What the link says.
    #[prop(into)]
    text: String,
    /// What it is called, where its text alone does not tell somebody who hears it out of context.
    #[prop(optional, into)]
    label: Option<String>,
    /// The classes of the link.
    #[prop(default = "")]
    class: &'static str,
    /// Names the field in the page that the address stands in where links do not open.
    #[prop(into)]
    id: String,
    /// What a host page is told when it is followed.
    #[prop(optional)]
    event: Option<Event>,
) -> impl IntoView {
    let words = use_material().words;
    if !host::has_origin() {
        let label = words.fill(Word::FrameAddress, &[("link", label.as_ref().unwrap_or(&text))]);
        let field = id.clone();
        return view! {
            <span class="out-link">
                <label for=id.clone()>{label}</label>
                <input
                    class="text-input out-link__address"
                    type="text"
                    id=id
                    readonly
                    dir="ltr"
                    value=address
                    on:focus=move |_| clipboard::select_field(&field)
                />
            </span>
        }
        .into_any();
    }
    let host = use_host();
    let follow = move |_| {
        if let Some(event) = event.clone() {
            host.tell(event);
        }
    };
    let label = label.map(|label| format!("{label} {}", words.get(Word::NewTab)));
    let note = label.is_none().then(|| {
        view! { <span class="visually-hidden">{format!(" {}", words.get(Word::NewTab))}</span> }
    });
    view! {
        <a class=class href=address target="_blank" rel="noopener noreferrer" aria-label=label on:click=follow>
            <span>{text}</span>
            {note}
        </a>
    }
    .into_any()
}
