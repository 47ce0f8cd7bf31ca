//! From an empty page to the quiz: fetch, check, mount.

mod check;
mod otherwise;
mod show;

use crate::browser::{address, document, failure, languages, query};
use crate::later::NotThere;
use crate::quiz::content::Fault;
use crate::state::host::{Audience, Host};
use crate::state::material::{Material, NotLoaded};
use crate::state::place::Place;
pub use check::CHECK;
use leptos::mount::mount_to_body;
use otherwise::otherwise;
use show::show;
use wasm_bindgen_futures::spawn_local;

/// Starts the quiz in the page around it, which names the languages that there are, and the files of each. An address may ask for a
/// content of another site in place of them.
pub fn start() {
    failure::report_panics();
    spawn_local(async {
        // What is kept is read while the files are on their way, which the page itself has asked for.
        let place = Place::open(&address::folder()).await;
        let Some((list, chosen)) = languages::of_page() else {
            let faults = vec![Fault::new("", "the page names no content")];
            return stopped(otherwise().await.map(|it| (it.stop)(NotLoaded::Words(faults))));
        };
        let kept = place.language();
        let language = list.iter().find(|language| kept.as_ref() == Some(&language.tag)).unwrap_or(&chosen).clone();
        if let Some(address) = query::content() {
            return match otherwise().await {
                Ok(it) => (it.foreign)(address, list, language, place).await,
                Err(error) => stopped(Err(error)),
            };
        }
        let material = match document::is_first_visit() && !language.beginning.is_empty() {
            true => Material::begin(&language, CHECK).await,
            false => Material::load(&language, CHECK).await,
        };
        match material {
            Ok(material) => show(material, list, place, None).await,
            Err(not_loaded) => stopped(otherwise().await.map(|it| (it.stop)(not_loaded))),
        }
    });
}

/// Where not even what says so can be had, the page itself says that the quiz does not start.
fn stopped(said: Result<(), NotThere>) {
    if let Err(error) = said {
        // A host page is not left to wait. Nothing is shown by it: mounted, it lasts as long as the page does.
        mount_to_body(|| Host::new().fail(Vec::new(), Audience::Everyone, "en"));
        wasm_bindgen::throw_str(&error.to_string());
    }
}
