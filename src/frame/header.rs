use crate::browser::document;
use crate::browser::languages::Language;
use crate::quiz::words::Word;
use crate::state::languages::use_languages;
use crate::state::material::{Material, use_material};
use crate::state::screen::Screen;
use leptos::prelude::*;

/// The name of the quiz, the way to saved results, and the languages.
#[component]
pub(super) fn Header() -> impl IntoView {
    let Material { content, words, .. } = use_material();
    view! {
        <header class="top">
            // By their ids whoever has the focus there keeps it when the program takes the place of the first screen.
            <a class="top__title" id="top-title" href=Screen::Intro.hash()>{content.title.as_str()}</a>
            <a class="top__link" id="top-saved" href=Screen::Saved.hash()>{words.get(Word::SiteSaved)}</a>
            <LanguageSwitch />
        </header>
    }
}

/// A button for each language, where there is more than one.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let Material { content, words, .. } = use_material();
    let languages = use_languages();
    let all = languages.all();
    (all.len() > 1).then(|| {
        let buttons = all.into_iter().map(|Language { tag, name, .. }| {
            let id = format!("language-{tag}");
            let (chosen, own_id) = (tag.clone(), id.clone());
            let choose = move |_| {
                // Safari gives no focus to a button that is clicked, and the focus is to be here afterwards.
                document::focus(&own_id);
                languages.choose(&chosen);
            };
            let is_shown = (tag == content.language).to_string();
            view! {
                <button type="button" class="link-button" id=id lang=tag aria-pressed=is_shown on:click=choose>
                    {name}
                </button>
            }
        });
        view! {
            <div
                class="top__languages"
                role="group"
                aria-label=words.get(Word::SiteLanguage)
                aria-busy=move || languages.is_loading().then_some("true")
            >
                {buttons.collect_view()}
            </div>
        }
    })
}
