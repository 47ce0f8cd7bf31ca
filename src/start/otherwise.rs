//! A start that is not the usual one: with a quiz of another site, or without any.

use super::check::CHECK;
use super::show::show;
use crate::browser::languages::Language;
use crate::browser::{address, document, query};
use crate::embed::{Address, Source};
use crate::later::{NotThere, later};
use crate::pages::{Problem, ProblemPage};
use crate::quiz::content::Fault;
use crate::state::foreign::Foreign;
use crate::state::host::{Audience, Host};
use crate::state::material::{NotLoaded, words};
use crate::state::place::Place;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::pin::Pin;

/// The most faults that a person or a host page is told of.
const MOST_FAULTS: usize = 20;

/// The longest that is shown in the place of a host, in characters.
const LONGEST_HOST: usize = 100;

/// What such a start takes.
pub(super) struct Otherwise {
    /// Starts a quiz of another site.
    pub(super) foreign: StartForeign,
    /// Shows what is wrong instead of the site's own quiz.
    pub(super) stop: fn(NotLoaded),
}

/// By the address of its content, or what is wrong with that; the languages of the page; the person's; and where records are kept.
type StartForeign = fn(Result<Address, String>, Vec<Language>, Language, Place) -> Pin<Box<dyn Future<Output = ()>>>;

later! {
    /// Fetches it.
    pub(super) fn otherwise() -> Result<Otherwise, NotThere> {
        Ok(Otherwise {
            foreign: |address, list, language, place| Box::pin(start_foreign(address, list, language, place)),
            stop: |not_loaded| stop(not_loaded, None),
        })
    }
}

/// Starts a quiz of another site.
async fn start_foreign(address: Result<Address, String>, list: Vec<Language>, language: Language, place: Place) {
    // Where there is none, what was asked for stands in its place.
    let host = address
        .as_ref()
        .map(|address| address.host.clone())
        .unwrap_or_else(|_| query::get("content").unwrap_or_default());
    let (loaded, audience) = match address.and_then(|address| Source::of(&address)) {
        Ok(source) => (Foreign::load(&source, &list, &language, CHECK).await, Audience::Owner(source.origin)),
        Err(message) => {
            let words = words(&language, CHECK).await;
            let loaded = words.and_then(|words| Err(NotLoaded::NoContent(words, Fault::new("", message))));
            (loaded, Audience::Everyone)
        }
    };
    match loaded {
        // It is in one language, so there is none to choose.
        Ok((foreign, language, material)) => show(material, vec![language], place, Some(foreign)).await,
        Err(not_loaded) => stop(not_loaded, Some((host.chars().take(LONGEST_HOST).collect(), audience))),
    }
}

/// Shows what is wrong instead of the quiz, and tells a host page. A visitor is not told what is wrong with the quiz of another site, of which they know
/// the host: they can do nothing about it.
fn stop(not_loaded: NotLoaded, foreign: Option<(String, Audience)>) {
    let (problem, faults, words) = match not_loaded {
        NotLoaded::Words(faults) => return show_faults(faults),
        NotLoaded::NoContent(words, fault) => (Problem::NoContent(fault.clone()), vec![fault], words),
        NotLoaded::Content(words, faults) => (Problem::Content(faults.clone()), faults, words),
    };
    let (host, audience) = foreign.unzip();
    let problem = host.map_or(problem, Problem::Foreign);
    let Some(root) = document::root() else { return };
    mount_to(root, move || {
        Host::new().fail(texts(&faults), audience.unwrap_or(Audience::Site), words.language());
        view! {
            <main class="page" data-screen="problem">
                <ProblemPage problem=problem words=words />
            </main>
        }
    })
    .forget();
}

/// Shows what is wrong with the words.
fn show_faults(faults: Vec<Fault>) {
    let Some(root) = document::root() else { return };
    mount_to(root, move || {
        Host::new().fail(texts(&faults), Audience::Site, "en");
        view! { <WithoutWords faults=faults /> }
    })
    .forget();
}

fn texts(faults: &[Fault]) -> Vec<String> {
    faults.iter().take(MOST_FAULTS).map(Fault::to_string).collect()
}

/// The problem page for when it is the words themselves that are missing, in fixed English.
#[component]
fn WithoutWords(faults: Vec<Fault>) -> impl IntoView {
    let faults = faults.into_iter().take(MOST_FAULTS).map(|fault| view! { <li class="fault">{fault.to_string()}</li> });
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
