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
    let copied = RwSignal::new(None::<String>);
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
                {move || copied.with(Option::is_some).then(|| words.get(Word::Copied))}
            </p>
        </section>
    }
}

#[component]
fn Title(title: &'static str, search: &'static Search, copied: RwSignal<Option<String>>) -> impl IntoView {
    let words = use_material().words;
    // One title may stand in two lists.
    let id = format!("title-{}-{}", search.name, title.replace(' ', "-"));
    let (text_id, copy_id) = (id.clone(), id.clone());
    let is_copied = move || copied.with(|copied| copied.as_deref() == Some(&*id));
    let copy = move |_| {
        let id = copy_id.clone();
        spawn_local(async move {
            if clipboard::copy(title).await {
                copied.set(Some(id));
            } else {
                clipboard::select_text(&id);
            }
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
                    aria-label=words.fill(Word::CopyTitle, &[("title", title)])
                    on:click=copy
                >
                    {move || words.get(if is_copied() { Word::Copied } else { Word::Copy })}
                </button>
            </span>
        </li>
    }
}
