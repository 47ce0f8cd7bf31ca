use crate::quiz::score::ProfileScore;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// The lines that a score is the sum of.
#[component]
pub(super) fn Ledger(scored: ProfileScore) -> impl IntoView {
    let Material { content, words } = use_material();
    if scored.ledger.is_empty() {
        return view! { <p>{words.get(Word::ResultNoPoints)}</p> }.into_any();
    }
    let lines = scored.ledger.iter().filter_map(|line| {
        let question = content.question(&line.question)?;
        Some(view! {
            <tr>
                <th scope="row" class="ledger__question">{question.text.as_str()}</th>
                <td class="ledger__answer">{question.answer_text(&line.answer)}</td>
                <td class="ledger__points">{line.points}</td>
            </tr>
        })
    });
    view! {
        <table class="ledger">
            <thead>
                <tr>
                    <th scope="col">{words.get(Word::ResultQuestion)}</th>
                    <th scope="col">{words.get(Word::ResultAnswer)}</th>
                    <th scope="col" class="ledger__points">{words.get(Word::ResultPoints)}</th>
                </tr>
            </thead>
            <tbody>{lines.collect_view()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row" colspan="2">{words.get(Word::ResultSum)}</th>
                    <td class="ledger__points">{scored.score}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}
