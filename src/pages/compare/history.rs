use super::cells;
use crate::quiz::record::library::SavedResult;
use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::{Material, use_material};
use crate::widgets::{LineChart, Series};
use leptos::prelude::*;

/// A person's own results from the oldest to the newest, as a chart and as a table. Nothing where there are no two.
#[component]
pub(super) fn History() -> impl IntoView {
    let material = use_material();
    let library = use_library();
    let own = Memo::new(move |_| library.own());
    move || own.with(|own| (own.len() > 1).then(|| history(own, material)))
}

fn history(own: &[SavedResult], material: Material) -> impl IntoView + use<> {
    let Material { content, words, .. } = material;
    let profiles = &content.profiles;
    let series = profiles.iter().map(|profile| {
        let values = own.iter().map(|result| result.scores.of(profile.id)).collect();
        Series { name: profile.name.clone(), values }
    });
    let day = |result: Option<&SavedResult>| result.map(|result| material.day(&result.saved_at)).unwrap_or_default();
    let (first, last) = (day(own.first()), day(own.last()));
    let values = [("count", &*material.count(own.len())), ("first", &*first), ("last", &*last)];
    let label = words.fill(Word::CompareChart, &values);
    let is_changed = own.iter().any(|result| !result.is_of(content));
    let changed = is_changed.then(|| view! { <p class="hint">{words.get(Word::CompareHistoryChanged)}</p> });
    let names = profiles.iter().map(|profile| {
        view! {
            <th scope="col" class="comparison__number">{profile.name.as_str()}</th>
        }
    });
    let rows = own.iter().map(|result| {
        let cells = profiles.iter().map(|profile| {
            view! { <td class="comparison__number">{material.number(result.scores.of(profile.id))}</td> }
        });
        view! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan=profiles.len() class="comparison__question">
                        {cells::label(result, material)}
                    </th>
                </tr>
                <tr>{cells.collect_view()}</tr>
            </tbody>
        }
    });
    view! {
        <section class="history">
            <h2>{words.get(Word::CompareHistory)}</h2>
            <p class="hint">{words.get(Word::CompareHistoryText)}</p>
            {changed}
            <LineChart
                label=label
                series=series.collect()
                marks=[0, 50, 100].map(|mark| (mark, material.number(mark)))
                ends=(first, last)
            />
            <details class="comparison__ledger">
                <summary>{words.get(Word::CompareTable)}</summary>
                <table class="comparison comparison--history">
                    <caption class="visually-hidden">{words.get(Word::CompareHistory)}</caption>
                    <thead>
                        <tr>{names.collect_view()}</tr>
                    </thead>
                    {rows.collect_view()}
                </table>
            </details>
        </section>
    }
}
