use super::Pair;
use super::cells::{heads, numbers};
use super::told::Told;
use crate::pages::results::range_text;
use crate::quiz::content::ProfileId;
use crate::quiz::words::Word;
use crate::state::material::Material;
use leptos::prelude::*;

/// The four scores of both results, and by how much they differ.
pub(super) fn view(pair: &Pair, material: Material) -> impl IntoView + use<> {
    let Material { content, words, .. } = material;
    let Pair { before, after, .. } = pair;
    let rows = content.profiles.iter().map(|profile| {
        let id = profile.id;
        let difference = i64::from(after.score(id)) - i64::from(before.score(id));
        view! {
            <tr data-profile=id.as_str()>
                <th scope="row">{profile.name.as_str()}</th>
                {numbers(score_text(before, id, material), score_text(after, id, material), difference, material)}
            </tr>
        }
    });
    let is_open = [before, after].iter().any(|told| told.has_lines() && told.side.outcome.is_open());
    view! {
        <section>
            <h2>{words.get(Word::CompareScores)}</h2>
            <table class="comparison comparison--scores">
                <caption class="visually-hidden">{words.get(Word::CompareScoresCaption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.get(Word::ResultProfile)}</th>
                        {heads(material)}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {is_open.then(|| view! { <p class="hint">{words.get(Word::CompareRange)}</p> })}
        </section>
    }
}

/// A score as the page of the result writes it; without its range where its content is lost.
fn score_text(told: &Told, id: ProfileId, material: Material) -> String {
    match told.has_lines() {
        true => range_text(told.side.outcome.score_of(id), material),
        false => material.number(told.score(id)),
    }
}
