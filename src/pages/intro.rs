use super::question_form::QuestionForm;
use super::start_over::StartOver;
use crate::browser::address;
use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::screen::Screen;
use crate::state::session::use_session;
use leptos::prelude::*;

/// The opening page: a short promise and the first question.
#[component]
pub fn Intro() -> impl IntoView {
    let material = use_material();
    let (content, words) = (material.content, material.words);
    let session = use_session();
    let question = &content.questions[0];
    let on_next = Callback::new(move |()| {
        let next = session.course().with_untracked(|course| course.next(content, &question.id));
        let screen = next.map_or(Screen::Review, |next| Screen::Question(next.id.clone()));
        address::go_to(&screen.hash());
    });
    let minutes = words.fill(Word::IntroMinutes, &[("minutes", &content.minutes.to_string())]);
    view! {
        <div class="promise">
            <p class="promise__text">{content.promise.as_str()}</p>
            <ul class="promise__facts">
                <li>{minutes}</li>
                <li>{words.get(Word::IntroPrivacy)}</li>
                <li>{words.fill(Word::IntroAuthor, &[("author", &content.author)])}</li>
            </ul>
        </div>
        <WelcomeBack />
        <QuestionForm question=question on_next=on_next />
    }
}

/// Offers somebody who comes back to continue. Whether they did is settled when the page opens: it must not
/// come up under the pointer of somebody who is just giving a first answer.
#[component]
fn WelcomeBack() -> impl IntoView {
    let material = use_material();
    let (content, words) = (material.content, material.words);
    let session = use_session();
    let progress = session.progress();
    if !progress.is_begun() {
        return None;
    }
    let course = session.course().get_untracked();
    let latest = use_library().latest();
    let finished = latest.is_some_and(|result| result.answers == progress.answers);
    let (text, word, screen) = if finished {
        (words.get(Word::IntroFinished).to_owned(), Word::SeeLastResult, Screen::LatestResult)
    } else {
        let screen = match progress.resume_at(content, &course) {
            Some(id) if id == content.questions[0].id => course.next(content, id).map(|next| next.id.as_str()),
            at => at,
        };
        let screen = screen.map_or(Screen::Review, |id| Screen::Question(id.to_owned()));
        let answered = course.counted().len().to_string();
        (words.fill(Word::IntroBegun, &[("answered", &answered)]), Word::Continue, screen)
    };
    Some(view! {
        <section class="welcome" aria-label=words.get(Word::IntroBack)>
            <h2 class="welcome__title">{words.get(Word::IntroBack)}</h2>
            <p>{text}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| address::go_to(&screen.hash())>
                    {words.get(word)}
                </button>
                <StartOver />
            </div>
        </section>
    })
}
