use crate::quiz::words::Word;
use crate::state::foreign::use_foreign;
use crate::state::material::use_material;
use leptos::prelude::*;

/// Whose content it is, where it is not the site's own. It stands above everything that comes from there.
#[component]
pub(super) fn ForeignBar() -> impl IntoView {
    let words = use_material().words;
    let foreign = use_foreign()?;
    // A name of a host is written from left to right in every language.
    let host = format!("\u{2066}{}\u{2069}", foreign.host);
    Some(view! {
        <aside class="foreign" data-host=foreign.host>
            <p>
                <strong>{words.fill(Word::ForeignBy, &[("host", &host)])}</strong>
                " "
                {words.get(Word::ForeignText)}
            </p>
        </aside>
    })
}
