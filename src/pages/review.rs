use super::start_over::StartOver;
use crate::browser::{address, clock};
use crate::embed::Event;
use crate::quiz::answers::Answer;
use crate::quiz::content::Question;
use crate::quiz::course::Course;
use crate::quiz::record::library::SavedResult;
use crate::quiz::score::score;
use crate::quiz::words::Word;
use crate::state::archive;
use crate::state::host::use_host;
use crate::state::library::use_library;
use crate::state::material::{Material, use_material};
use crate::state::screen::Screen;
use crate::state::session::use_session;
use leptos::prelude::*;

/// All answers, each with a way to change it, and the button that makes the result.
#[component]
pub fn Review() -> impl IntoView {
    let material = use_material();
    let (content, words) = (material.content, material.words);
    let session = use_session();
    let (library, host) = (use_library(), use_host());
    let course = session.course();
    // Nothing can be answered here, but in another tab it can.
    let rows = move || {
        course.with(|course| {
            let row = |question: &'static Question| row(question, course.counted().get(&question.id), material);
            course.questions(content).map(row).collect_view()
        })
    };
    let back = move || match course.with(|course| course.questions(content).last()) {
        Some(last) if last.id != content.questions[0].id => Screen::Question(last.id.clone()).hash(),
        _ => Screen::Intro.hash(),
    };
    let finish = move |_| {
        let answers = session.progress().answers;
        let outcome = score(content, &Course::of(content, &answers));
        let result = SavedResult::new(content, &outcome, &answers, &clock::now());
        let (id, is_new) = library.keep(result, archive::entry(material));
        // To look at a result again completes nothing.
        if is_new {
            host.tell(Event::Completed { profile: outcome.best, campaign: host.campaign() });
        }
        address::go_to(&Screen::Result(id).hash());
    };
    view! {
        <a class="back" href=back>{words.get(Word::Back)}</a>
        <h1 tabindex="-1">{words.get(Word::ReviewTitle)}</h1>
        <p class="lead">{words.get(Word::ReviewText)}</p>
        <dl class="answers">{rows}</dl>
        <div class="actions">
            <button type="button" class="button" on:click=finish>
                {words.get(Word::SeeMyResult)}
            </button>
            <StartOver />
        </div>
    }
}

fn row(question: &'static Question, answer: Option<&Answer>, material: Material) -> impl IntoView + use<> {
    let words = material.words;
    // What was ticked stands on a line each, as each is a text of its own.
    let parts = answer.map(|answer| question.worth(answer).into_iter().map(|(part, _)| part).collect::<Vec<_>>());
    let texts = match &parts {
        Some(parts) => parts.iter().map(|part| material.answer_text(question, part)).collect(),
        None => vec![words.get(Word::ReviewSkipped).to_owned()],
    };
    let lines = texts.into_iter().map(|text| view! { <span class="answers__part">{text}</span> }).collect_view();
    let word = if answer.is_some() { Word::ReviewChange } else { Word::ReviewAnswer };
    view! {
        <div class="answers__row">
            <dt class="answers__question">{question.text.as_str()}</dt>
            <dd class="answers__answer" class:answers__answer--skipped=answer.is_none()>
                {lines}
            </dd>
            <dd class="answers__change">
                <a href=Screen::Edit(question.id.clone()).hash()>
                    {words.get(word)} <span class="visually-hidden">{format!(": {}", question.text)}</span>
                </a>
            </dd>
        </div>
    }
}
