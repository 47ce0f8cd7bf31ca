use super::question_list::QuestionList;
use crate::quiz::doubts::Doubt;
use crate::quiz::words::Word;
use crate::state::material::use_material;
use leptos::prelude::*;

/// What makes one doubt that the answers were meant, calmly.
#[component]
pub(super) fn Doubts(doubts: Vec<Doubt<'static>>, current: bool) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let has_any = !doubts.is_empty();
    let doubts = doubts.into_iter().map(|doubt| {
        let (id, title, text, questions) = match doubt {
            Doubt::Contradiction { advice, questions } => {
                (advice.id.as_str(), Some(advice.title.as_str()), advice.text.clone(), questions)
            }
            Doubt::SamePosition { position, questions } => {
                let values = [("count", &*material.count(questions.len())), ("position", &*material.count(position))];
                ("same-position", None, words.fill(Word::DoubtsSamePosition, &values), questions)
            }
        };
        let questions = questions.into_iter().map(str::to_owned).collect::<Vec<_>>();
        view! {
            <li class="doubts__doubt" data-doubt=id>
                {title.map(|title| view! { <h3 class="doubts__title">{title}</h3> })}
                <p>{text}</p>
                <QuestionList questions=questions current=current />
            </li>
        }
    });
    has_any.then(|| {
        view! {
            <section class="doubts">
                <h2 class="doubts__heading">{words.get(Word::DoubtsTitle)}</h2>
                <p>{words.get(Word::DoubtsText)}</p>
                <ul class="doubts__list">{doubts.collect_view()}</ul>
            </section>
        }
    })
}
