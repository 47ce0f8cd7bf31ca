use crate::quiz::score::ProfileScore;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// The lines that a score is the sum of.
#[component]
pub(super) fn Ledger(scored: ProfileScore) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    if scored.ledger.is_empty() {
        return view! { <p>{words.get(Word::ResultNoPoints)}</p> }.into_any();
    }
    let profile = &*content.profile(scored.id).name;
    // A question with several answers stands once, beside all of them.
    let groups = scored.ledger.chunk_by(|one, next| one.position == next.position).filter_map(|lines| {
        let question = lines.first()?.question(content);
        let rows = lines.iter().enumerate().map(|(place, line)| {
            let heading = (place == 0).then(|| {
                view! {
                    <th scope="rowgroup" class="ledger__question" rowspan=lines.len()>
                        {question.text.as_str()}
                    </th>
                }
            });
            view! {
                <tr>
                    {heading} <td class="ledger__answer">{material.answer_text(question, &line.answer(content))}</td>
                    <td class="ledger__points">{material.number(line.points)}</td>
                </tr>
            }
        });
        Some(view! { <tbody>{rows.collect_view()}</tbody> })
    });
    view! {
        <table class="ledger">
            <caption class="visually-hidden">{words.fill(Word::ResultLedger, &[("profile", profile)])}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.get(Word::ResultQuestion)}</th>
                    <th scope="col">{words.get(Word::ResultAnswer)}</th>
                    <th scope="col" class="ledger__points">{words.get(Word::ResultPoints)}</th>
                </tr>
            </thead>
            {groups.collect_view()}
            <tfoot>
                <tr>
                    <th scope="row" colspan="2">{words.get(Word::ResultSum)}</th>
                    <td class="ledger__points">{material.number(scored.score)}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}
