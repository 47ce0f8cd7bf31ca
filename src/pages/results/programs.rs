use super::out_link::OutLink;
use crate::embed::Event;
use crate::quiz::content::{Advice, Prerequisite};
use crate::quiz::recommend::{Met, Suggestion, web_search_link};
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// Programs to consider, or why none is needed.
#[component]
pub(super) fn Programs(none: Option<&'static Advice>, programs: Vec<Suggestion<'static>>) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let body = match none {
        Some(advice) => view! {
            <div class="no-program" data-no-program=advice.id.as_str()>
                <h4>{advice.title.as_str()}</h4>
                <p>{advice.text.as_str()}</p>
            </div>
        }
        .into_any(),
        None if programs.is_empty() => view! { <p class="no-program">{words.get(Word::ProgramsNone)}</p> }.into_any(),
        None => {
            let day = material.day(&content.checked);
            let cards = programs.into_iter().map(|suggestion| view! { <Program suggestion=suggestion /> });
            view! {
                <p class="hint programs__text">{words.fill(Word::ProgramsText, &[("date", &day)])}</p>
                <ul class="programs">{cards.collect_view()}</ul>
            }
            .into_any()
        }
    };
    view! {
        <section>
            <h3>{words.get(Word::ProgramsTitle)}</h3>
            {body}
        </section>
    }
}

#[component]
fn Program(suggestion: Suggestion<'static>) -> impl IntoView {
    let Material { content, words, .. } = use_material();
    let program = suggestion.program;
    let subjects = (!program.subjects.is_empty()).then(|| program.subjects.join(", "));
    let facts = [
        (Word::ProgramLength, program.length.clone()),
        (Word::ProgramFormat, program.format.clone()),
        (Word::ProgramSubjects, subjects),
    ];
    let facts = facts.into_iter().filter_map(|(word, fact)| {
        let fact = fact?;
        Some(view! {
            <div class="facts__row">
                <dt>{words.get(word)}</dt>
                <dd>{fact}</dd>
            </div>
        })
    });
    let contains: Vec<&str> = suggestion.contains.iter().map(|part| part.name.as_str()).collect();
    let contains = (!contains.is_empty())
        .then(|| view! { <p>{words.fill(Word::ProgramContains, &[("programs", &contains.join(", "))])}</p> });
    let part_of =
        suggestion.part_of.map(|whole| view! { <p>{words.fill(Word::ProgramPartOf, &[("program", &whole.name)])}</p> });
    let (address, word) = match &program.link {
        Some(link) => (link.clone(), Word::ProgramLink),
        None => (web_search_link(&program.name, &program.provider), Word::ProgramSearch),
    };
    view! {
        <li class="program" data-program=program.id.as_str()>
            <h4 class="program__name" lang=content.market_language() dir="auto">{program.name.as_str()}</h4>
            <p class="hint program__by">{words.fill(Word::ProgramBy, &[("provider", &program.provider)])}</p>
            <p class="program__reason">{suggestion.reason}</p>
            <p class="program__summary">{program.summary.as_str()}</p>
            <dl class="facts">{facts.collect_view()}</dl>
            {part_of}
            {contains}
            <Prerequisites prerequisites=suggestion.prerequisites />
            // On paper the address stands in the place of all that is in the link.
            <p class="program__link">
                <OutLink
                    address=address
                    text=words.fill(word, &[("program", &program.name)])
                    id=format!("program-{}", program.id)
                    event=Event::ProgramOpened { program: program.id.clone() }
                />
            </p>
        </li>
    }
}

#[component]
fn Prerequisites(prerequisites: Vec<(&'static Prerequisite, Met)>) -> impl IntoView {
    let words = use_material().words;
    if prerequisites.is_empty() {
        return None;
    }
    let items = prerequisites.into_iter().map(|(item, met)| {
        let (word, class) = match met {
            Met::Yes => (Word::ProgramMet, "tag tag--met"),
            Met::No => (Word::ProgramUnmet, "tag tag--unmet"),
            Met::Unknown => (Word::ProgramUnknown, "tag"),
        };
        let first = (met != Met::Yes).then(|| view! { <p>{item.first.as_str()}</p> });
        view! {
            <li>
                <span class=class>{words.get(word)}</span>
                {item.text.as_str()}
                {first}
            </li>
        }
    });
    Some(view! {
        <h5 class="program__needs">{words.get(Word::ProgramNeeds)}</h5>
        <ul class="needs">{items.collect_view()}</ul>
    })
}
