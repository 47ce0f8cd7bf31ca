use super::ResultBody;
use super::then_and_today::{self, ThenAndToday};
use crate::browser::document;
use crate::quiz::answers::Answer;
use crate::quiz::course::Course;
use crate::quiz::record::library::SavedResult;
use crate::quiz::score::{Outcome, score};
use crate::quiz::words::Word;
use crate::state::archive::use_archive;
use crate::state::languages::use_languages;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What is there of the content that a result was made with.
#[derive(Clone, Copy)]
enum Old {
    /// Nobody knows yet.
    Asked,
    /// All of it.
    Kept(Material),
    /// Nothing.
    Lost,
}

/// A result that was made when the quiz was another: as it was, where that quiz is kept, and what the same answers come to
/// today.
#[component]
pub(super) fn Changed(result: SavedResult, today: Outcome) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let old = RwSignal::new(Old::Asked);
    let (archive, languages, asked) = (use_archive(), use_languages(), result.clone());
    spawn_local(async move {
        let mut kept = archive.content_of(material.quiz, &asked, words).await;
        // It may be in another language than the page, and is then in the words of that one, too.
        if let Some(old) = kept.as_mut().filter(|old| old.content.language != material.content.language) {
            old.words = languages.words_in(&old.content.language).await.unwrap_or(words);
        }
        // The person may have gone on to another screen.
        let _ = old.try_set(kept.map_or(Old::Lost, Old::Kept));
    });
    let rescored = RwSignal::new(false);
    let show = move |_| {
        rescored.set(true);
        // The button goes, and the focus would go with it.
        document::focus_later(then_and_today::TITLE.to_owned());
    };
    let (result, today) = (StoredValue::new(result), StoredValue::new(today));
    let then_and_today = move |then: Option<Outcome>| {
        view! { <ThenAndToday result=result.get_value() then=then today=today.get_value() /> }
    };
    let unlabelled = move || {
        let unknown = |(question, answer): (&str, &Answer)| format!("{question}: {answer}");
        let answers: Vec<String> =
            result.with_value(|result| result.answers.unknown_to(material.content).map(unknown).collect());
        let text =
            (!answers.is_empty()).then(|| words.fill(Word::ResultUnlabelled, &[("answers", &answers.join("; "))]));
        text.map(|text| view! { <p data-unlabelled>{text}</p> })
    };
    let rescore = move |old: Material| match rescored.get() {
        true => {
            let then = result.with_value(|result| score(old.content, &Course::of(old.content, &result.answers)));
            then_and_today(Some(then)).into_any()
        }
        false => view! {
            <button type="button" class="button button--quiet" on:click=show>
                {words.get(Word::ResultRescore)}
            </button>
        }
        .into_any(),
    };
    move || match old.get() {
        Old::Asked => ().into_any(),
        Old::Kept(old) => view! {
            <div class="notice">
                <p>{words.get(Word::ResultChanged)}</p>
                {move || rescore(old)}
            </div>
            <div class="as-it-was" lang=old.content.language.as_str()>
                <ResultBody result=result.get_value() material=old />
            </div>
        }
        .into_any(),
        Old::Lost => view! {
            <div class="notice">
                <p>{words.get(Word::ResultChangedLost)}</p>
                {then_and_today(None)}
                {unlabelled}
            </div>
            <ResultBody result=result.get_value() material=material />
        }
        .into_any(),
    }
}
