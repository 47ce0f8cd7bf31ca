use super::question_form::QuestionForm;
use super::start_over::StartOver;
use crate::browser::{address, first_screen};
use crate::quiz::words::Word;
use crate::state::library::use_library;
use crate::state::material::use_material;
use crate::state::screen::Screen;
use crate::state::session::use_session;
use crate::widgets::apart;
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
    let minutes = words.fill(Word::IntroMinutes, &[("minutes", &material.number(content.minutes))]);
    // Where the page has shown the question before it was known that somebody comes back, nothing moves it away from under their hands.
    let is_below = first_screen::is_shown();
    view! {
        <div class="promise">
            <p class="promise__text">{content.promise.as_str()}</p>
            <ul class="promise__facts">
                <li>{minutes}</li>
                <li>{words.get(Word::IntroPrivacy)}</li>
                <li>{words.fill(Word::IntroAuthor, &[("author", &content.author)])}</li>
            </ul>
        </div>
        {(!is_below).then(|| view! { <WelcomeBack /> })}
        <QuestionForm question=question on_next=on_next />
        {is_below.then(|| view! { <WelcomeBack /> })}
    }
}

/// Offers somebody who comes back to continue. Whether they did is settled when the page opens: it must not
/// come up under the pointer of somebody who is just giving a first answer. It goes when they start over.
#[component]
fn WelcomeBack() -> impl IntoView {
    let is_begun = use_session().is_begun();
    is_begun.get_untracked().then(|| apart(|| view! { <Welcome is_begun=is_begun /> }))
}

#[component]
fn Welcome(is_begun: Memo<bool>) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let session = use_session();
    let progress = session.progress();
    let latest = use_library().latest();
    let finished = latest.is_some_and(|result| result.answers == progress.answers);
    let (text, word) = if finished {
        (words.get(Word::IntroFinished).to_owned(), Word::SeeLastResult)
    } else {
        let answered = session.course().with_untracked(|course| course.counted().len());
        (words.fill(Word::IntroBegun, &[("answered", &material.count(answered))]), Word::Continue)
    };
    let text = StoredValue::new(text);
    // Asked at the click: an answer changed on this page may have closed the question the person was at.
    let go_on = move |_| {
        let screen = if finished { Screen::LatestResult } else { session.resume() };
        address::go_to(&screen.hash());
    };
    move || {
        is_begun.get().then(|| {
            view! {
                <section class="welcome" aria-label=words.get(Word::IntroBack)>
                    <h2 class="welcome__title">{words.get(Word::IntroBack)}</h2>
                    <p>{text.get_value()}</p>
                    <div class="actions">
                        <button type="button" class="button" on:click=go_on>
                            {words.get(word)}
                        </button>
                        <StartOver />
                    </div>
                </section>
            }
        })
    }
}
