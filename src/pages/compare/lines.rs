use super::Pair;
use super::cells::{self, heads, numbers, signed};
use crate::quiz::compare::{LineChange, ProfileChange};
use crate::quiz::words::Word;
use crate::state::material::Material;
use leptos::prelude::*;

/// For each profile, the lines of its ledgers that differ. They add up to the difference of its scores.
pub(super) fn view(pair: &Pair, material: Material) -> impl IntoView + use<> {
    let Material { content, words, .. } = material;
    let body = if pair.before.has_lines() && pair.after.has_lines() {
        let (same, other): (Vec<_>, Vec<_>) = pair.found.profiles.iter().partition(|profile| profile.lines.is_empty());
        let names = same.iter().map(|profile| content.profile(profile.id).name.as_str()).collect::<Vec<_>>().join(", ");
        let same =
            (!same.is_empty()).then(|| view! { <p>{words.fill(Word::CompareLinesSame, &[("profiles", &names)])}</p> });
        let text = (!other.is_empty()).then(|| view! { <p class="hint">{words.get(Word::CompareLinesText)}</p> });
        let other = other.into_iter().map(|profile| ledger(profile, pair, material)).collect_view();
        view! {
            {text}
            {other}
            {same}
        }
        .into_any()
    } else {
        view! { <p>{words.get(Word::CompareLinesLost)}</p> }.into_any()
    };
    view! {
        <section class="comparison__lines">
            <h2>{words.get(Word::CompareLines)}</h2>
            {body}
        </section>
    }
}

/// The lines of a profile that differ, those that do not in one row, and the scores.
fn ledger(profile: &ProfileChange, pair: &Pair, material: Material) -> impl IntoView + use<> {
    let Material { content, words, .. } = material;
    let name = content.profile(profile.id).name.as_str();
    let [first, second] = [profile.before, profile.after].map(|score| material.number(score));
    let change = signed(profile.difference(), material);
    let values = [("profile", name), ("first", &*first), ("second", &*second), ("change", &*change)];
    let groups = profile.lines.chunk_by(|one, next| one.question == next.question);
    let groups = groups.filter_map(|lines| {
        let (question, of) = pair.question(&lines.first()?.question)?;
        Some(view! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan="4" class="comparison__question">
                        {cells::text(question.text.clone(), of, material)}
                    </th>
                </tr>
                {lines.iter().map(|line| row(line, pair, material)).collect_view()}
            </tbody>
        })
    });
    let groups = groups.collect_view();
    let same = material.number(profile.same_points);
    view! {
        <details class="comparison__ledger" data-profile=profile.id.as_str()>
            <summary>{words.fill(Word::CompareLinesOf, &values)}</summary>
            <table class="comparison comparison--lines">
                <caption class="visually-hidden">
                    {words.fill(Word::CompareLinesCaption, &[("profile", name)])}
                </caption>
                <thead>
                    <tr>
                        <th scope="col">{words.get(Word::CompareAnswer)}</th>
                        {heads(material)}
                    </tr>
                </thead>
                {groups}
                <tbody>
                    <tr class="comparison__rest">
                        <th scope="row">{words.get(Word::CompareRest)}</th>
                        {numbers(same.clone(), same, 0, material)}
                    </tr>
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words.get(Word::ResultSum)}</th>
                        {numbers(first, second, profile.difference(), material)}
                    </tr>
                </tfoot>
            </table>
        </details>
    }
}

fn row(line: &LineChange, pair: &Pair, material: Material) -> impl IntoView + use<> {
    // Both say the same of it where both have it.
    let side = if line.after.is_some() { &pair.after } else { &pair.before };
    let [before, after] = [line.before, line.after].map(|points| material.number(points.unwrap_or(0)));
    view! {
        <tr>
            <th scope="row" class="comparison__answer">
                {cells::answer(side, &line.question, &line.answer, material)}
            </th>
            {numbers(before, after, line.difference(), material)}
        </tr>
    }
}
