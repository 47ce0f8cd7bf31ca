use crate::browser::clipboard;
use crate::quiz::content::Search;
use crate::quiz::recommend::{indeed_link, linkedin_link};
use crate::quiz::words::Word;
use crate::state::material::use_material;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Titles to search for, each with links to searches and a button that copies it.
#[component]
pub(super) fn Searches(searches: &'static [Search]) -> impl IntoView {
    let words = use_material().words;
    let copied = RwSignal::new(None::<(String, Word)>);
    let lists = searches.iter().map(|search| {
        let note = |word, list: &[String]| {
            let text = words.fill(word, &[("words", &list.join(", "))]);
            (!list.is_empty()).then(|| view! { <p class="hint">{text}</p> })
        };
        let titles = search.titles.iter().map(|title| view! { <Title title=title search=search copied=copied /> });
        view! {
            <div class="search" data-search=search.name.as_str()>
                <h4 class="search__heading">{search.heading.as_str()}</h4>
                {search.advice.as_deref().map(|advice| view! { <p>{advice}</p> })}
                {note(Word::SearchesWith, &search.with)}
                {note(Word::SearchesExclude, &search.exclude)}
                <ul class="titles">{titles.collect_view()}</ul>
            </div>
        }
    });
    view! {
        <section>
            <h3>{words.get(Word::SearchesTitle)}</h3>
            <p class="hint">{words.get(Word::SearchesText)}</p>
            {lists.collect_view()}
            <p class="visually-hidden" role="status">
                {move || copied.get().map(|(id, word)| format!("{}: {}", words.get(word), title_in(searches, &id)))}
            </p>
        </section>
    }
}

#[component]
fn Title(title: &'static str, search: &'static Search, copied: RwSignal<Option<(String, Word)>>) -> impl IntoView {
    let words = use_material().words;
    let id = title_id(search, title);
    let (text_id, copy_id) = (id.clone(), id.clone());
    let state =
        Memo::new(move |_| copied.get().filter(|(copied, _)| *copied == id).map_or(Word::Copy, |(_, word)| word));
    let label = move || match state.get() {
        Word::Copy => words.fill(Word::CopyTitle, &[("title", title)]),
        done => format!("{}: {title}", words.get(done)),
    };
    let copy = move |_| {
        let id = copy_id.clone();
        spawn_local(async move {
            let word = if clipboard::copy(title).await { Word::Copied } else { Word::CopySelected };
            if word == Word::CopySelected {
                clipboard::select_text(&id);
            }
            copied.set(Some((id, word)));
        });
    };
    let link = |site: &'static str, address: String| {
        let label = words.fill(Word::SearchOn, &[("title", title), ("site", site)]);
        let label = format!("{label} {}", words.get(Word::NewTab));
        view! {
            <a class="titles__link" href=address target="_blank" rel="noopener noreferrer" aria-label=label>
                {site}
            </a>
        }
    };
    view! {
        <li class="titles__row">
            <span class="titles__title" id=text_id>{title}</span>
            <span class="titles__links">
                {link("LinkedIn", linkedin_link(title, search))} {link("Indeed", indeed_link(title, search))}
                <button
                    type="button"
                    class="link-button"
                    aria-label=label
                    on:click=copy
                >
                    {move || words.get(state.get())}
                </button>
            </span>
        </li>
    }
}

/// Names a title within the page. One title may stand in two lists.
fn title_id(search: &Search, title: &str) -> String {
    format!("title-{}-{}", search.name, title.replace(' ', "-"))
}

fn title_in(searches: &'static [Search], id: &str) -> &'static str {
    let mut titles = searches.iter().flat_map(|search| search.titles.iter().map(move |title| (search, title)));
    titles.find(|(search, title)| title_id(search, title) == id).map_or("", |(_, title)| title)
}
