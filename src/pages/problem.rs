use super::faults::Faults;
use crate::browser::{address, host};
use crate::quiz::content::Fault;
use crate::quiz::share::link::LinkFault;
use crate::quiz::words::{Word, Words};
use crate::state::screen::Screen;
use leptos::prelude::*;

/// What could not be found or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The content could not be had. Holds why, for whoever looks after the site.
    NoContent(Fault),
    /// The content cannot be shown.
    Content(Vec<Fault>),
    /// The content of another site cannot be had or shown. Holds its host, as far as there is one.
    Foreign(String),
    /// The address names no screen, or a question that does not exist.
    Address,
    /// There is no result with the id in the address.
    Result,
    /// The question in the address is not asked, with the answers given.
    NotAsked,
    /// The address should hold a result, and cannot be read.
    Link(LinkFault),
}

impl Problem {
    /// What it is called, and what is said of it.
    pub fn words(&self) -> (Word, Word) {
        match self {
            Self::NoContent(_) => (Word::ProblemContent, Word::ProblemNoContentText),
            Self::Content(_) => (Word::ProblemContent, Word::ProblemContentText),
            Self::Foreign(_) => (Word::ForeignProblem, Word::ForeignProblemText),
            Self::Address => (Word::ProblemAddress, Word::ProblemAddressText),
            Self::Result => (Word::ProblemResult, Word::ProblemResultText),
            Self::NotAsked => (Word::ProblemNotAsked, Word::ProblemNotAskedText),
            Self::Link(LinkFault::Damaged) => (Word::ProblemLink, Word::ProblemLinkDamaged),
            Self::Link(LinkFault::TooLong) => (Word::ProblemLink, Word::ProblemLinkTooLong),
            Self::Link(LinkFault::Newer(_)) => (Word::ProblemLink, Word::ProblemLinkNewer),
            Self::Link(LinkFault::Impossible(_)) => (Word::ProblemLink, Word::ProblemLinkImpossible),
            Self::Link(LinkFault::OtherQuiz(_)) => (Word::ProblemLink, Word::ProblemLinkQuiz),
        }
    }

    /// What is wrong in particular, where that has not been said already.
    pub(super) fn details(&self, words: &'static Words) -> Option<impl IntoView + use<>> {
        let faults = match self {
            Self::NoContent(fault) => vec![fault.clone()],
            Self::Content(faults) => faults.clone(),
            Self::Link(LinkFault::OtherQuiz(quiz)) => vec![Fault::new("quiz", quiz)],
            Self::Link(LinkFault::Impossible(fault)) => vec![Fault::new("", fault)],
            _ => return None,
        };
        Some(view! {
            <section class="details">
                <h2 class="details__title">{words.get(Word::ProblemDetails)}</h2>
                <Faults faults=faults words=words />
            </section>
        })
    }
}

/// The way to the site's own quiz. In a sandboxed frame, which opens no tabs, its address stands there to be copied.
fn own_quiz(words: &'static Words) -> AnyView {
    let text = words.get(Word::ForeignOwn);
    if !host::has_origin() {
        let address = address::origin() + &address::folder();
        return view! { <p class="own-quiz">{text} ": " <bdi dir="ltr">{address}</bdi></p> }.into_any();
    }
    view! {
        <a class="button button--quiet" href=address::folder() target="_blank" rel="noopener noreferrer">
            {text}
        </a>
    }
    .into_any()
}

/// The page for what could not be found or read. It stands by itself, as there may be no content.
#[component]
pub fn ProblemPage(
    /// What it is.
    problem: Problem,
    /// The interface's words.
    words: &'static Words,
    /// The screen from which things go on, and what the link to it says.
    #[prop(default = (Screen::Intro, Word::ProblemHome))]
    way_on: (Screen, Word),
) -> impl IntoView {
    let (title, text) = problem.words();
    let host = match &problem {
        Problem::Foreign(host) => host.clone(),
        _ => String::new(),
    };
    let reload = move || {
        view! {
            <button type="button" class="button" on:click=|_| address::reload()>
                {words.get(Word::ProblemReload)}
            </button>
        }
    };
    let action = match &problem {
        Problem::Foreign(_) => view! {
            {reload()}
            {own_quiz(words)}
        }
        .into_any(),
        Problem::NoContent(_) | Problem::Content(_) => reload().into_any(),
        _ => view! {
            <a class="button" href=way_on.0.hash()>
                {words.get(way_on.1)}
            </a>
        }
        .into_any(),
    };
    view! {
        <h1 tabindex="-1">{words.get(title)}</h1>
        <p class="lead">{words.fill(text, &[("host", &host)])}</p>
        {problem.details(words)}
        <div class="actions">{action}</div>
    }
}
