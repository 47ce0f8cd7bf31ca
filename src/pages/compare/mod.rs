//! Two results beside each other: what differs in the answers, in the scores, and in the lines that these are sums of; and a
//! person's own results over time.

mod answers;
mod cells;
mod choice;
mod history;
mod lines;
mod scores;
mod sides;
mod told;

use crate::pages::problem::Problem;
use crate::quiz::compare::{Comparison, compare};
use crate::quiz::content::{Content, Question};
use crate::quiz::record::library::SavedResult;
use crate::quiz::words::{Word, Words};
use crate::state::archive::use_archive;
use crate::state::library::{Library, use_library};
use crate::state::material::{Material, use_material};
use crate::state::reference::{self, Missing};
use crate::state::screen::Screen;
use choice::Choice;
use history::History;
use leptos::prelude::*;
use told::{Told, told};
use wasm_bindgen_futures::spawn_local;

/// What is to be compared.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    /// The references to both sides. None where there are no two results.
    references: Option<[String; 2]>,
    /// The results behind them, as far as they can be found.
    results: [Result<SavedResult, Missing>; 2],
}

impl Chosen {
    fn of(library: Library, content: &Content, references: Option<[String; 2]>) -> Self {
        if let Some(references) = references {
            let results = references.each_ref().map(|one| reference::find(library, content, one));
            return Self { references: Some(references), results };
        }
        let own = library.own();
        // Somebody with one result of their own may have been shown another.
        let newest = if own.len() < 2 { library.all().into_iter().rev().collect() } else { own };
        let results = match &newest[..] {
            [.., before, after] => [Ok(before.clone()), Ok(after.clone())],
            _ => [Err(Missing::NotHere), Err(Missing::NotHere)],
        };
        let references = results.each_ref().map(|result| result.as_ref().map(reference::of));
        let [Ok(before), Ok(after)] = references else { return Self { references: None, results } };
        Self { references: Some([before, after]), results }
    }
}

/// Both sides, and what differs.
#[derive(Clone, Debug)]
struct Pair {
    before: Told,
    after: Told,
    found: Comparison,
}

impl Pair {
    /// A question, and the material that it is of: that of the second side, where it has the question.
    fn question(&self, id: &str) -> Option<(&'static Question, Material)> {
        let of = |side: &Told| side.material.content.question(id).map(|question| (question, side.material));
        of(&self.after).or_else(|| of(&self.before))
    }
}

/// Two results beside each other, and all own results over time.
#[component]
pub fn Compare(
    /// The references in the address. None where the newest two are compared.
    references: Signal<Option<[String; 2]>>,
) -> impl IntoView {
    let Material { content, words, .. } = use_material();
    let library = use_library();
    let chosen = Memo::new(move |_| Chosen::of(library, content, references.get()));
    let counts = RwSignal::new(String::new());
    let summary = move || match chosen.get().results {
        [Ok(_), Ok(_)] => counts.get(),
        _ => String::new(),
    };
    let body = move || {
        let Chosen { references, results } = chosen.get();
        match (results, references) {
            ([Ok(before), Ok(after)], _) => view! { <Both before=before after=after counts=counts /> }.into_any(),
            ([Err(Missing::Code(fault)), _] | [_, Err(Missing::Code(fault))], _) => {
                let problem = Problem::Link(fault);
                view! { <NoResult problem=problem /> }.into_any()
            }
            (_, Some(_)) => way_on(words, Word::CompareUnknown, Screen::Saved, Word::SavedTitle).into_any(),
            (_, None) => way_on(words, Word::CompareFew, Screen::Intro, Word::SavedTake).into_any(),
        }
    };
    view! {
        <h1 tabindex="-1">{words.get(Word::CompareTitle)}</h1>
        <Choice chosen=chosen />
        // It stays while what is compared changes, so that the change is heard.
        <p role="status">{summary}</p>
        {body}
        <History />
    }
}

/// What is said where a code in the address holds no result.
#[component]
fn NoResult(problem: Problem) -> impl IntoView {
    let words = use_material().words;
    let (title, text) = problem.words();
    view! {
        <h2>{words.get(title)}</h2>
        {way_on(words, text, Screen::Saved, Word::SavedTitle)}
        {problem.details(words)}
    }
}

/// What is said where there is nothing to compare, and the screen from which things go on.
fn way_on(words: &'static Words, text: Word, screen: Screen, label: Word) -> impl IntoView {
    view! {
        <p>{words.get(text)}</p>
        <div class="actions">
            <a class="button" href=screen.hash()>
                {words.get(label)}
            </a>
        </div>
    }
}

/// Two results beside each other, once it is known by which content each is to be read.
#[component]
fn Both(
    before: SavedResult,
    after: SavedResult,
    /// Where it says how many answers differ.
    counts: RwSignal<String>,
) -> impl IntoView {
    let material = use_material();
    let archive = use_archive();
    let pair = RwSignal::new(None);
    spawn_local(async move {
        let before = told(before, material, &archive).await;
        let after = told(after, material, &archive).await;
        let found = compare(&before.side, &after.side);
        let values =
            [("changed", &*material.count(found.answers.len())), ("same", &*material.count(found.same_answers))];
        let text = material.words.fill(Word::CompareSummary, &values);
        // The person may have chosen others since, or have gone on to another screen.
        if pair.try_set(Some(Pair { before, after, found })).is_none() {
            let _ = counts.try_set(text);
        }
    });
    move || {
        let pair = pair.get()?;
        Some(view! {
            {sides::view(&pair, material)}
            {scores::view(&pair, material)}
            {answers::view(&pair, material)}
            {lines::view(&pair, material)}
        })
    }
}
