//! The quiz as a whole: what lasts while the language changes, and the frame that does not.

use crate::browser::languages::Language;
use crate::embed::Scoring;
use crate::frame::{Coming, Frame};
use crate::state::archive::Archive;
use crate::state::foreign::Foreign;
use crate::state::host::Host;
use crate::state::keeper::Keeper;
use crate::state::languages::Languages;
use crate::state::library::Library;
use crate::state::listen::listen;
use crate::state::material::{Check, Material};
use crate::state::notices::Notices;
use crate::state::offline::Offline;
use crate::state::place::Place;
use crate::state::saving::Saving;
use crate::state::session::Session;
use crate::state::settings::Settings;
use crate::state::undo::Undo;
use crate::widgets::{Item, anew};
use leptos::ev;
use leptos::prelude::*;

/// The quiz.
#[component]
pub fn App(
    /// The content and the words, in the language to begin with.
    material: Material,
    /// The languages that there are.
    languages: Vec<Language>,
    /// Checks what the build has not proven.
    check: Check,
    /// Where records are kept.
    place: Place,
    /// Where the content comes from, if it is not the site's own.
    #[prop(default = None)]
    foreign: Option<Foreign>,
) -> impl IntoView {
    let (notices, saving, host) = (Notices::new(), Saving::new(), Host::new());
    let settings = Settings::new(place.clone(), saving, notices, host);
    let languages = Languages::new(material, languages, check, notices, settings);
    let session = Session::new(languages.material(), place.clone(), saving, notices);
    let library = Library::new(place.clone(), material.quiz, saving, notices);
    let scoring = foreign.as_ref().map_or(Scoring::Default, |foreign| foreign.scoring);
    host.obey(languages, session, scoring);
    provide_context(host);
    provide_context(StoredValue::new(foreign));
    provide_context(notices);
    provide_context(saving);
    provide_context(Undo::new());
    provide_context(Coming::new());
    provide_context(StoredValue::new_local(place.clone()));
    provide_context(StoredValue::new_local(Archive::new(place.clone())));
    provide_context(settings);
    provide_context(languages);
    provide_context(Offline::new(languages, saving));
    provide_context(session);
    provide_context(library);
    let keepers = [settings.kept().keeper(), session.kept().keeper(), library.kept().keeper()];
    let refresh = move || keepers.into_iter().for_each(Keeper::refresh);
    // Another tab has kept something; or it may have, while this page lay still and heard of nothing.
    listen(ev::storage, move |_| refresh());
    listen(ev::pageshow, move |_| refresh());
    // What was changed last may not have been painted yet, which saving waits for.
    listen(ev::pagehide, move |_| keepers.into_iter().for_each(Keeper::save_what_is_due));
    // All texts change with the language, so all is built anew; what was answered is in the session.
    anew(move || {
        let material = languages.material().get();
        Item::new(&*material.content.language, move || view! { <Frame material=material /> })
    })
}
