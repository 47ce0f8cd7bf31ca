use super::out_link::OutLink;
use crate::browser::clipboard;
use crate::embed::Event;
use crate::quiz::recommend::{JobSearch, indeed_link, indeed_link_to_all, linkedin_link, linkedin_link_to_all};
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The title that was copied last.
#[derive(Clone)]
struct Copied {
    /// Names the title's text in the page.
    id: String,
    title: &'static str,
    /// How it went: copied, or selected for the person to copy.
    word: Word,
}

/// Titles to search for: one link to all of a list on each site, and each title with links of its own and a button that
/// copies it.
#[component]
pub(super) fn Searches(searches: Vec<JobSearch<'static>>) -> impl IntoView {
    let words = use_material().words;
    let copied = RwSignal::new(None::<Copied>);
    let lists = searches.into_iter().map(|found| {
        let search = found.search;
        let note = |word, list: &[String]| {
            let text = words.fill(word, &[("words", &list.join(", "))]);
            (!list.is_empty()).then(|| view! { <p class="hint">{text}</p> })
        };
        let all = [("LinkedIn", linkedin_link_to_all(&found)), ("Indeed", indeed_link_to_all(&found))];
        let all = all.into_iter().filter_map(|(site, address)| address.map(|address| (site, address)));
        let all =
            all.map(|(site, address)| view! { <AllOn list=&search.name site=site address=address /> }).collect_view();
        let titles = found.titles.iter().map(|title| {
            view! {
                <Title
                    title=title
                    id=format!("title-{}-{}", search.name, title.replace(' ', "-"))
                    by_field=found.is_field_title(title)
                    linkedin=linkedin_link(title, &found)
                    indeed=indeed_link(title, &found)
                    copied=copied
                />
            }
        });
        view! {
            <div class="search" data-search=search.name.as_str()>
                <h4 class="search__heading">{search.heading.as_str()}</h4>
                {search.advice.as_deref().map(|advice| view! { <p>{advice}</p> })}
                {search.note.as_deref().map(|note| view! { <p class="hint search__note">{note}</p> })}
                {note(Word::SearchesWith, &search.with)}
                {note(Word::SearchesExclude, &search.exclude)}
                {all}
                <ul class="titles">{titles.collect_view()}</ul>
            </div>
        }
    });
    view! {
        <section>
            <h3>{words.get(Word::SearchesTitle)}</h3>
            <p class="hint searches__text">{words.get(Word::SearchesText)}</p>
            <p class="hint on-paper">{words.get(Word::SearchesOnPaper)}</p>
            {lists.collect_view()}
            <p class="visually-hidden" role="status">
                {move || copied.get().map(|copied| format!("{}: {}", words.get(copied.word), copied.title))}
            </p>
        </section>
    }
}

/// A link to a search for all titles of a list.
#[component]
fn AllOn(
    /// Names the list in the page.
    list: &'static str,
    site: &'static str,
    address: String,
) -> impl IntoView {
    let words = use_material().words;
    view! {
        <p class="search__all">
            <OutLink
                address=address
                text=words.fill(Word::SearchAll, &[("site", site)])
                id=format!("all-{list}-{site}")
                event=Event::SearchOpened {}
            />
        </p>
    }
}

#[component]
fn Title(
    title: &'static str,
    /// Names the title's text in the page: one title may stand in two lists.
    id: String,
    /// It is what the field calls the job.
    by_field: bool,
    linkedin: String,
    indeed: String,
    copied: RwSignal<Option<Copied>>,
) -> impl IntoView {
    let Material { content, words, .. } = use_material();
    let (text_id, copy_id) = (id.clone(), id.clone());
    let state =
        Memo::new(move |_| copied.get().filter(|copied| copied.id == id).map_or(Word::Copy, |copied| copied.word));
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
            copied.set(Some(Copied { id, title, word }));
        });
    };
    let link = |site: &'static str, address: String| {
        view! {
            <OutLink
                class="titles__link"
                address=address
                text=site
                label=words.fill(Word::SearchOn, &[("title", title), ("site", site)])
                id=format!("{text_id}-{site}")
                event=Event::SearchOpened {}
            />
        }
    };
    let (linkedin, indeed) = (link("LinkedIn", linkedin), link("Indeed", indeed));
    view! {
        <li class="titles__row">
            <span class="titles__title" id=text_id lang=content.market_language() dir="auto">{title}</span>
            {by_field.then(|| view! { <span class="hint titles__mark">{words.get(Word::SearchFieldTitle)}</span> })}
            <span class="titles__links">
                {linkedin} {indeed}
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
