use super::scores::range_text;
use crate::browser::{address, clock};
use crate::quiz::content::ProfileId;
use crate::quiz::record::library::SavedResult;
use crate::quiz::score::Outcome;
use crate::quiz::words::Word;
use crate::state::archive;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::screen::Screen;
use leptos::prelude::*;

/// The id of what the table is called.
pub(super) const TITLE: &str = "then-and-today";

/// The scores of a result as they were, beside those that the same answers have today, and a button that keeps the latter.
#[component]
pub(super) fn ThenAndToday(
    /// The result.
    result: SavedResult,
    /// What its answers came to then, where that can be told; without it, the scores are all there is.
    then: Option<Outcome>,
    /// What they come to today.
    today: Outcome,
) -> impl IntoView {
    let material = use_material();
    let (content, words) = (material.content, material.words);
    let library = use_library();
    let name = |id: Option<ProfileId>| id.map_or(words.get(Word::SavedNoProfile), |id| &content.profile(id).name);
    let rows = content.profiles.iter().map(|profile| {
        let then = match &then {
            Some(then) => range_text(then.score_of(profile.id), material),
            None => material.number(result.scores.of(profile.id)),
        };
        let now = range_text(today.score_of(profile.id), material);
        view! {
            <tr data-profile=profile.id.as_str()>
                <th scope="row">{profile.name.as_str()}</th>
                <td class="then-today__score">{then}</td>
                <td class="then-today__score">{now}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let (best_then, best_now) = (name(result.best), name(today.best));
    let is_own = !result.shared;
    let answers = result.answers;
    let keep = move |_| {
        let anew = SavedResult::new(content, &today, &answers, &clock::now());
        address::go_to(&Screen::Result(library.keep(anew, archive::entry(material)).0).hash());
    };
    view! {
        <table class="then-today">
            <caption id=TITLE tabindex="-1">
                {words.get(Word::ResultThenToday)}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{words.get(Word::ResultProfile)}</th>
                    <th scope="col" class="then-today__score">{words.get(Word::ResultThen)}</th>
                    <th scope="col" class="then-today__score">{words.get(Word::ResultToday)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{words.get(Word::ResultBest)}</th>
                    <td class="then-today__score">{best_then}</td>
                    <td class="then-today__score">{best_now}</td>
                </tr>
            </tfoot>
        </table>
        // What somebody else has answered makes no result of one's own.
        {is_own
            .then(|| {
                view! {
                    <button type="button" class="button button--quiet" on:click=keep>
                        {words.get(Word::ResultKeepToday)}
                    </button>
                }
            })}
    }
}
