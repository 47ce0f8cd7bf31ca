//! From an empty page to the quiz: fetch, check, mount.

use crate::app::App;
use crate::browser::languages::{self, Language};
use crate::browser::{address, document, failure};
use crate::pages::{Problem, ProblemPage};
use crate::quiz::content::Fault;
use crate::quiz::words::Words;
use crate::state::material::{Material, NotLoaded};
use crate::state::place::Place;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Starts the quiz in the page around it, which names the languages that there are, and the files of each.
pub fn start() {
    failure::report_panics();
    spawn_local(async {
        // What is kept is read while the files are on their way, which the page itself has asked for.
        let place = Place::open(&address::folder()).await;
        match languages::of_page() {
            Some((list, chosen)) => {
                let kept = place.language();
                let language = list.iter().find(|language| kept.as_ref() == Some(&language.tag)).unwrap_or(&chosen);
                let loaded = Material::load(language).await;
                show(loaded, list, place);
            }
            None => show(Err(NotLoaded::Words(vec![Fault::new("", "the page names no content")])), Vec::new(), place),
        }
    });
}

fn show(loaded: Result<Material, NotLoaded>, list: Vec<Language>, place: Place) {
    let Some(root) = document::root() else { return };
    match loaded {
        Ok(material) => {
            mount_to(root, move || view! { <App material=material languages=list place=place /> }).forget();
        }
        Err(NotLoaded::NoContent(words, fault)) => stop(root, Problem::NoContent(fault), words),
        Err(NotLoaded::Content(words, faults)) => stop(root, Problem::Content(faults), words),
        Err(NotLoaded::Words(faults)) => mount_to(root, move || view! { <WithoutWords faults=faults /> }).forget(),
    }
}

/// Shows what is wrong instead of the quiz.
fn stop(root: HtmlElement, problem: Problem, words: &'static Words) {
    mount_to(root, move || {
        view! {
            <main class="page" data-screen="problem">
                <ProblemPage problem=problem words=words />
            </main>
        }
    })
    .forget();
}

/// The problem page for when it is the words themselves that are missing, in fixed English.
#[component]
fn WithoutWords(faults: Vec<Fault>) -> impl IntoView {
    let faults = faults.into_iter().take(20).map(|fault| view! { <li class="fault">{fault.to_string()}</li> });
    view! {
        <main class="page" data-screen="problem" lang="en" dir="ltr">
            <h1 tabindex="-1">"The quiz could not be loaded"</h1>
            <p class="lead">"Something is wrong with its texts. What you saved is not affected."</p>
            <ul class="faults">{faults.collect_view()}</ul>
            <div class="actions">
                <button type="button" class="button" on:click=|_| address::reload()>
                    "Try again"
                </button>
            </div>
        </main>
    }
}
