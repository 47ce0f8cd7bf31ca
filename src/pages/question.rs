use super::question_form::QuestionForm;
use super::start_over::StartOver;
use crate::browser::address;
use crate::quiz::content::Question;
use crate::quiz::words::Word;
use crate::state::material::use_material;
use crate::state::screen::Screen;
use crate::state::session::use_session;
use crate::widgets::Progress;
use leptos::prelude::*;

/// On which way a question is visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Through the quiz.
    Through,
    /// From the review and back to it.
    FromReview,
}

/// The screen of a question.
#[component]
pub fn QuestionPage(
    /// The question.
    question: &'static Question,
    /// On which way it is visited.
    way: Way,
) -> impl IntoView {
    let material = use_material();
    let (content, words) = (material.content, material.words);
    let session = use_session();
    let course = session.course();
    let back = move || match way {
        Way::FromReview => (Screen::Review, Word::BackToReview),
        Way::Through => {
            let previous = course.with(|course| course.previous(content, &question.id));
            let screen = match previous {
                Some(previous) if previous.id != content.questions[0].id => Screen::Question(previous.id.clone()),
                _ => Screen::Intro,
            };
            (screen, Word::Back)
        }
    };
    let on_next = Callback::new(move |()| {
        let next = match way {
            Way::Through => course.with_untracked(|course| course.next(content, &question.id)),
            Way::FromReview => session.next_opened(&question.id),
        };
        let next = next.map(|next| match way {
            Way::Through => Screen::Question(next.id.clone()),
            Way::FromReview => Screen::Edit(next.id.clone()),
        });
        address::go_to(&next.unwrap_or(Screen::Review).hash());
    });
    let progress = move || {
        let estimate = course.with(|course| course.estimate(content, &question.id));
        let word = if estimate.about { Word::ProgressAbout } else { Word::Progress };
        let (number, total) = (material.count(estimate.number), material.count(estimate.total));
        words.fill(word, &[("number", &number), ("total", &total)])
    };
    view! {
        <a class="back" href=move || back().0.hash()>
            {move || words.get(back().1)}
        </a>
        {(way == Way::Through)
            .then(|| {
                view! {
                    <Progress
                        label=words.get(Word::ProgressLabel)
                        text=Signal::derive(progress)
                        percent=Signal::derive(move || session.reached())
                    />
                }
            })}
        <QuestionForm question=question on_next=on_next />
        <StartOver />
    }
}
