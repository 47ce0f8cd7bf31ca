//! From an empty page to the quiz: fetch, check, mount.

use crate::app::App;
use crate::browser::{address, document, failure, fetch, storage::Storage};
use crate::pages::{Problem, ProblemPage};
use crate::quiz::content::{self, Content, Fault};
use crate::quiz::words::Words;
use crate::state::material::Material;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Starts the quiz in the page around it, which names the files to fetch in `<meta>` elements.
pub fn start() {
    failure::report_panics();
    spawn_local(async {
        let content = document::meta("career-quiz-content").unwrap_or_default();
        let words = document::meta("career-quiz-words").unwrap_or_default();
        // Both are on their way already: the page preloads them.
        let words = load_words(&words).await;
        let content = load_content(&content).await;
        show(content, words);
    });
}

async fn load_content(address: &str) -> Result<Content, Vec<Fault>> {
    let text = fetch::text(address).await.map_err(|message| vec![Fault::new("", message)])?;
    content::parse(&text)
}

async fn load_words(address: &str) -> Result<Words, Vec<Fault>> {
    let text = fetch::text(address).await.map_err(|message| vec![Fault::new("", message)])?;
    Words::parse(&text)
}

fn show(content: Result<Content, Vec<Fault>>, words: Result<Words, Vec<Fault>>) {
    let Some(root) = document::root() else { return };
    match (content, words) {
        (Ok(content), Ok(words)) => {
            let storage = Storage::open(&address::folder(), &content.id);
            let material = Material::new(content, words);
            mount_to(root, move || view! { <App material=material storage=storage /> }).forget();
        }
        (Err(faults), Ok(words)) => {
            let words: &'static Words = Box::leak(Box::new(words));
            let problem = Problem::Content(faults);
            mount_to(root, move || {
                view! {
                    <main class="page" data-screen="problem">
                        <ProblemPage problem=problem words=words />
                    </main>
                }
            })
            .forget();
        }
        (_, Err(faults)) => {
            mount_to(root, move || view! { <WithoutWords faults=faults /> }).forget();
        }
    }
}

/// The problem page for when it is the words themselves that are missing, in fixed English.
#[component]
fn WithoutWords(faults: Vec<Fault>) -> impl IntoView {
    let faults = faults.into_iter().take(20).map(|fault| view! { <li class="fault">{fault.to_string()}</li> });
    view! {
        <main class="page" data-screen="problem">
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
