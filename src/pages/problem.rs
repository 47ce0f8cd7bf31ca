use crate::browser::address;
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
    /// The address names no screen, or a question that does not exist.
    Address,
    /// There is no result with the id in the address.
    Result,
    /// The question in the address is not asked, with the answers given.
    NotAsked,
    /// The address should hold a result, and cannot be read.
    Link(LinkFault),
}

/// The most faults that are listed. A file of another kind can have thousands.
const MOST_FAULTS: usize = 20;

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
    let (title, text) = match problem {
        Problem::NoContent(_) => (Word::ProblemContent, Word::ProblemNoContentText),
        Problem::Content(_) => (Word::ProblemContent, Word::ProblemContentText),
        Problem::Address => (Word::ProblemAddress, Word::ProblemAddressText),
        Problem::Result => (Word::ProblemResult, Word::ProblemResultText),
        Problem::NotAsked => (Word::ProblemNotAsked, Word::ProblemNotAskedText),
        Problem::Link(LinkFault::Damaged) => (Word::ProblemLink, Word::ProblemLinkDamaged),
        Problem::Link(LinkFault::TooLong) => (Word::ProblemLink, Word::ProblemLinkTooLong),
        Problem::Link(LinkFault::Newer(_)) => (Word::ProblemLink, Word::ProblemLinkNewer),
        Problem::Link(LinkFault::Impossible(_)) => (Word::ProblemLink, Word::ProblemLinkImpossible),
        Problem::Link(LinkFault::OtherQuiz(_)) => (Word::ProblemLink, Word::ProblemLinkQuiz),
    };
    let action = match &problem {
        Problem::NoContent(_) | Problem::Content(_) => view! {
            <button type="button" class="button" on:click=|_| address::reload()>
                {words.get(Word::ProblemReload)}
            </button>
        }
        .into_any(),
        _ => view! {
            <a class="button" href=way_on.0.hash()>
                {words.get(way_on.1)}
            </a>
        }
        .into_any(),
    };
    view! {
        <h1 tabindex="-1">{words.get(title)}</h1>
        <p class="lead">{words.get(text)}</p>
        {match problem {
            Problem::NoContent(fault) => Some(details(&[fault], words)),
            Problem::Content(faults) => Some(details(&faults, words)),
            // The rest has been said already.
            Problem::Link(LinkFault::OtherQuiz(quiz)) => Some(details(&[Fault::new("quiz", quiz)], words)),
            Problem::Link(LinkFault::Impossible(fault)) => Some(details(&[Fault::new("", fault)], words)),
            _ => None,
        }}
        <div class="actions">{action}</div>
    }
}

fn details(faults: &[Fault], words: &'static Words) -> impl IntoView + use<> {
    let listed = faults.iter().take(MOST_FAULTS).map(|fault| {
        let path =
            (!fault.path.is_empty()).then(|| view! { <code class="fault__path">{fault.path.clone()}</code> ": " });
        view! { <li class="fault">{path} <span>{fault.message.clone()}</span></li> }
    });
    let more = faults.len().saturating_sub(MOST_FAULTS);
    view! {
        <section class="details">
            <h2 class="details__title">{words.get(Word::ProblemDetails)}</h2>
            // For the authors of contents, who read English.
            <ul class="faults" lang="en" dir="ltr">{listed.collect_view()}</ul>
            {(more > 0).then(|| view! { <p>{words.fill(Word::ProblemMore, &[("count", &more.to_string())])}</p> })}
        </section>
    }
}
