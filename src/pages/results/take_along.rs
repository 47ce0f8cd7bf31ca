use crate::browser::{address, download, host, locale, print};
use crate::quiz::fingerprint::fingerprint;
use crate::quiz::record::library::SavedResult;
use crate::quiz::share::markdown::{Told, markdown};
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// What a person can take of a result to somewhere else.
#[component]
pub fn TakeAlong(
    /// The result.
    result: SavedResult,
) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let failed = RwSignal::new(false);
    let save = move |_| {
        let name = file_name(material, &result, "md");
        failed.set(download::download(&name, "text/markdown", &as_markdown(material, &result)).is_err());
    };
    // A sandboxed frame opens no dialog to print either.
    let print = (print::is_there() && host::has_origin()).then(|| {
        view! {
            <button type="button" class="button button--quiet" on:click=|_| print::page()>
                {words.get(Word::TakeAlongPrint)}
            </button>
        }
    });
    view! {
        <section class="take-along" aria-labelledby="take-along-title">
            <h2 id="take-along-title">{words.get(Word::TakeAlongTitle)}</h2>
            <p>{words.get(Word::TakeAlongText)}</p>
            <div class="actions">
                {print}
                <button type="button" class="button button--quiet" on:click=save>
                    {words.get(Word::TakeAlongMarkdown)}
                </button>
            </div>
            // It is there before it speaks, or nobody hears it.
            <div role="status">
                {move || failed.get().then(|| view! { <p class="error">{words.get(Word::TakeAlongFailed)}</p> })}
            </div>
        </section>
        <Origin />
    }
}

/// On paper, where the result comes from. The address is without fragment and query: a fragment names a result that only this browser
/// has, and a query may say how the person came here. What is left is what anybody opens who takes the quiz.
#[component]
fn Origin() -> impl IntoView {
    let Material { content, words, .. } = use_material();
    let print = fingerprint(content);
    let values = [("quiz", &*content.title), ("version", &content.version), ("fingerprint", &print)];
    view! { <p class="on-paper origin">{words.fill(Word::ResultMadeWith, &values)} " " <bdi dir="ltr">{address::page()}</bdi></p> }
}

/// The name of a file with a result: the quiz, and the day on which the result was made. Not what the person calls it, which need not be
/// everybody's to read who sees the file.
fn file_name(material: Material, result: &SavedResult, ending: &str) -> String {
    let quiz = &material.content.id;
    match locale::day_in_digits(&result.saved_at) {
        Some(day) => format!("{quiz}-{day}.{ending}"),
        None => format!("{quiz}.{ending}"),
    }
}

fn as_markdown(material: Material, result: &SavedResult) -> String {
    markdown(&Told {
        content: material.content,
        words: material.words,
        result,
        made: &material.day(&result.saved_at),
        checked: &material.day(&material.content.checked),
        address: &address::page(),
        number: &|number| material.number(number),
    })
}
