use crate::browser::{address, document};
use crate::quiz::words::Word;
use crate::state::material::use_material;
use crate::state::screen::Screen;
use crate::state::session::use_session;
use crate::widgets::Confirm;
use leptos::prelude::*;

/// The button that clears the answers and begins anew, after asking.
#[component]
pub fn StartOver(
    /// What the button says.
    #[prop(default = Word::StartOver)]
    label: Word,
) -> impl IntoView {
    let words = use_material().words;
    let session = use_session();
    let start_over = Callback::new(move |()| {
        session.start_over();
        address::go_to(&Screen::Intro.hash());
        // The opening page may be where we are already, and then nothing else moves the focus.
        document::focus_heading();
    });
    view! {
        <div class="start-over">
            <Confirm
                label=words.get(label)
                title=words.get(Word::StartOverTitle)
                text=words.get(Word::StartOverText)
                yes=words.get(Word::StartOverYes)
                no=words.get(Word::Cancel)
                on_yes=start_over
            />
        </div>
    }
}
