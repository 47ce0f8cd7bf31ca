//! The quiz as a whole: what lasts while the language changes, and the frame that does not.

use crate::browser::languages::Language;
use crate::browser::storage::Storage;
use crate::frame::Frame;
use crate::state::languages::Languages;
use crate::state::library::Library;
use crate::state::material::Material;
use crate::state::notices::{Notice, Notices};
use crate::state::offline::Offline;
use crate::state::record::Keeper;
use crate::state::session::Session;
use crate::state::settings::Settings;
use leptos::ev;
use leptos::prelude::*;

/// The quiz.
#[component]
pub fn App(
    /// The content and the words, in the language to begin with.
    material: Material,
    /// The languages that there are.
    languages: Vec<Language>,
    /// Where progress and results are kept.
    storage: Storage,
    /// Where the settings are kept.
    settings: Storage,
) -> impl IntoView {
    let notices = Notices::new();
    let keeper = Keeper::new(settings, "settings", notices).saying_of_newer(Notice::NewerSettings);
    let settings = Settings::new(keeper);
    let languages = Languages::new(material, languages, notices, settings);
    let session = Session::new(languages.material(), Keeper::new(storage.clone(), "progress", notices));
    let library = Library::new(Keeper::new(storage, "results", notices));
    provide_context(notices);
    provide_context(settings);
    provide_context(languages);
    provide_context(Offline::new(languages));
    provide_context(session);
    provide_context(library);
    // Another tab has kept something. Where both answer at once, each builds on what the other has kept.
    let neighbour = window_event_listener(ev::storage, move |_| {
        settings.refresh();
        session.refresh();
        library.refresh();
    });
    on_cleanup(move || neighbour.remove());
    view! {
        // All texts change with the language, so all is built anew; what was answered is in the session.
        <For
            each=move || std::iter::once(languages.material().get())
            key=|material| material.content.language.clone()
            children=|material| view! { <Frame material=material /> }
        />
    }
}
