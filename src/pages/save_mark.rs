use crate::browser::document;
use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::saving::{Reason, Saved, use_saving};
use crate::state::session::use_session;
use crate::state::settings::use_settings;
use leptos::prelude::*;

/// The id of the mark.
const MARK: &str = "save-mark";

/// Whether what a person has done is saved. It is true: it says so when the browser has confirmed it, and not before.
///
/// It is no live region, as it changes with every answer. What is not saved is announced as a notice.
///
/// The two texts that come with every answer where all is well are always there, and the style sheet shows one of them or none: to put another text there
/// would have the page laid out anew in the frame that shows the answer (docs/performance.md).
#[component]
pub fn SaveMark() -> impl IntoView {
    let words = use_material().words;
    let saving = use_saving();
    let (session, library, settings) = (use_session(), use_library(), use_settings());
    let retry = move |_| {
        // The button goes while it is tried, and the focus would go with it.
        document::focus(MARK);
        session.kept().keeper().save();
        library.kept().keeper().save();
        settings.kept().keeper().save();
    };
    // By its class, its word, and whether it can be tried again: what is left alone because a later version has written it will be left alone once more.
    let problem = Memo::new(move |_| match saving.get() {
        Saved::Soon => Some(("save-mark__soon", Word::SavingSoon, false)),
        Saved::No(reason) => Some(("save-mark__no", Word::SavingNo, reason != Reason::Newer)),
        Saved::Nothing | Saved::Yes | Saved::NotYet => None,
    });
    view! {
        <p class="save-mark" id=MARK tabindex="-1" data-saved=move || saving.get().name()>
            <span class="save-mark__yes">{words.get(Word::SavingYes)}</span>
            <span class="save-mark__not-yet">{words.get(Word::SavingNotYet)}</span>
            {move || {
                problem
                    .get()
                    .map(|(class, word, can_retry)| {
                        let again = can_retry
                            .then(|| {
                                view! {
                                    " "
                                    <button type="button" class="link-button" on:click=retry>
                                        {words.get(Word::SavingRetry)}
                                    </button>
                                }
                            });
                        view! { <span class=class>{words.get(word)} {again}</span> }
                    })
            }}
        </p>
    }
}
