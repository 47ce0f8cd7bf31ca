//! The screens that a first visit does not need: all but the questions.

use crate::later::{NotThere, later};
use crate::pages::{Compare, Problem, ProblemPage, Results, Review, Saved, result_title};
use crate::quiz::content::Content;
use crate::quiz::record::library::SavedResult;
use crate::quiz::share::link::{self, LinkFault};
use crate::quiz::words::{Word, Words};
use crate::state::material::Material;
use crate::state::screen::Screen;
use leptos::prelude::*;

/// One of the screens.
pub(super) enum LaterPage {
    /// All answers.
    Review,
    /// A result, and whether it came with the address.
    Results(SavedResult, bool),
    /// The list of saved results.
    Saved,
    /// Two results, by their references.
    Compare(Signal<Option<[String; 2]>>),
    /// What could not be found or read, and the way on from there with what the link to it says.
    Problem(Problem, &'static Words, (Screen, Word)),
}

/// What there is once they are there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Later {
    /// Draws one of them.
    pub(super) page: fn(LaterPage) -> AnyView,
    /// The title of the screen of a result.
    pub(super) title: fn(Material, &SavedResult) -> String,
    /// Reads a result from the code in an address.
    pub(super) open: fn(&str, &Content) -> Result<SavedResult, LinkFault>,
}

impl PartialEq for Later {
    /// There is but one.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Later {}

later! {
    /// Fetches them.
    pub(super) fn fetch() -> Result<Later, NotThere> {
        Ok(Later { page, title: result_title, open: link::open })
    }
}

fn page(page: LaterPage) -> AnyView {
    match page {
        LaterPage::Review => view! { <Review /> }.into_any(),
        LaterPage::Results(result, by_link) => view! { <Results result=result by_link=by_link /> }.into_any(),
        LaterPage::Saved => view! { <Saved /> }.into_any(),
        LaterPage::Compare(references) => view! { <Compare references=references /> }.into_any(),
        LaterPage::Problem(problem, words, way_on) => {
            view! { <ProblemPage problem=problem words=words way_on=way_on /> }.into_any()
        }
    }
}
