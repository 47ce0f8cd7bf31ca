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
#[component]
pub fn SaveMark() -> impl IntoView {
    let words = use_material().words;
    let saving = use_saving();
    let (session, library, settings) = (use_session(), use_library(), use_settings());
    let text = move || match saving.get() {
        Saved::Nothing => "",
        Saved::Yes => words.get(Word::SavingYes),
        Saved::Soon => words.get(Word::SavingSoon),
        Saved::NotYet => words.get(Word::SavingNotYet),
        Saved::No(_) => words.get(Word::SavingNo),
    };
    // What is left alone because a later version has written it will be left alone once more.
    let can_retry = move || matches!(saving.get(), Saved::No(Reason::Blocked | Reason::Full));
    let retry = move |_| {
        // The button goes while it is tried, and the focus would go with it.
        document::focus(MARK);
        session.kept().keeper().save();
        library.kept().keeper().save();
        settings.kept().keeper().save();
    };
    view! {
        <p class="save-mark" id=MARK tabindex="-1" data-saved=move || saving.get().name()>
            {text}
            {move || {
                can_retry()
                    .then(|| {
                        view! {
                            " "
                            <button type="button" class="link-button" on:click=retry>
                                {words.get(Word::SavingRetry)}
                            </button>
                        }
                    })
            }}
        </p>
    }
}
