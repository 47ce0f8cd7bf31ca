use super::Pair;
use super::cells;
use super::told::Told;
use crate::quiz::answers::Answer;
use crate::quiz::words::Word;
use crate::state::material::Material;
use leptos::prelude::*;

/// The questions that were answered differently. What is the same is counted above.
pub(super) fn view(pair: &Pair, material: Material) -> impl IntoView + use<> {
    let words = material.words;
    let title = words.get(Word::CompareAnswers);
    if pair.found.answers.is_empty() {
        return view! {
            <section>
                <h2>{title}</h2>
                <p>{words.get(Word::CompareAnswersSame)}</p>
            </section>
        }
        .into_any();
    }
    // A question stands above its answers: beside them there is no room in a narrow window.
    let groups = pair.found.answers.iter().filter_map(|change| {
        let (question, of) = pair.question(&change.question)?;
        Some(view! {
            <tbody data-question=change.question.clone()>
                <tr>
                    <th scope="rowgroup" colspan="2" class="comparison__question">
                        {cells::text(question.text.clone(), of, material)}
                    </th>
                </tr>
                <tr>
                    <td>{answer(&pair.before, &change.question, &change.before, &change.after, material)}</td>
                    <td>{answer(&pair.after, &change.question, &change.after, &change.before, material)}</td>
                </tr>
            </tbody>
        })
    });
    view! {
        <section>
            <h2>{title}</h2>
            <table class="comparison comparison--answers">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.get(Word::CompareFirst)}</th>
                        <th scope="col">{words.get(Word::CompareSecond)}</th>
                    </tr>
                </thead>
                {groups.collect_view()}
            </table>
        </section>
    }
    .into_any()
}

/// What was answered to a question on a side, a line for each option. What the other side has too does not stand out.
fn answer(side: &Told, question: &str, parts: &[Answer], others: &[Answer], material: Material) -> AnyView {
    if parts.is_empty() {
        let none = material.words.get(Word::CompareNoAnswer);
        return view! { <span class="comparison__none">{none}</span> }.into_any();
    }
    let line = |part: &Answer| {
        view! {
            <span class="answers__part" class:comparison__other=!others.contains(part)>
                {cells::answer(side, question, part, material)}
            </span>
        }
    };
    parts.iter().map(line).collect_view().into_any()
}
