//! The result: four scores, where the person stands, the way to their target, what the best profile calls for, and the
//! lines each score is made of.

mod best;
mod changed;
mod doubts;
mod ledger;
mod model;
mod others;
mod plan;
mod programs;
mod question_list;
mod scores;
mod searches;
mod standing;
mod steps;
mod then_and_today;
mod with_another;

use super::save_mark::SaveMark;
use super::start_over::StartOver;
use crate::quiz::course::Course;
use crate::quiz::doubts::doubts;
use crate::quiz::recommend::remarks;
use crate::quiz::record::library::SavedResult;
use crate::quiz::score::score;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use crate::state::reference;
use crate::state::screen::Screen;
use crate::state::session::use_session;
use best::BestProfile;
use changed::Changed;
use doubts::Doubts;
use leptos::context::Provider;
use leptos::prelude::*;
use model::Model;
use others::Others;
pub use plan::Plan;
use scores::Scores;
pub(super) use scores::range_text;
use standing::{Settle, Standing};
use with_another::WithAnother;

/// A saved result.
#[component]
pub fn Results(
    /// The result.
    result: SavedResult,
) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let day = material.day(&result.saved_at);
    let name = (!result.name.is_empty()).then(|| format!("{} · ", result.name));
    let id = reference::of(&result);
    let title = match result.best {
        Some(best) => words.fill(Word::ResultTitle, &[("profile", &content.profile(best).name)]),
        None => words.get(Word::ResultNone).to_owned(),
    };
    let outcome = score(content, &Course::of(content, &result.answers));
    let is_as_it_was = result.is_of(content) && result.came_to(&outcome);
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{name} {words.fill(Word::ResultMade, &[("date", &day)])}</p>
        {match is_as_it_was {
            true => view! { <ResultBody result=result material=material /> }.into_any(),
            false => view! { <Changed result=result today=outcome /> }.into_any(),
        }}
        <SaveMark />
        <div class="actions actions--end">
            <a class="button button--quiet" href=Screen::Review.hash()>
                {words.get(Word::ResultReview)}
            </a>
            <StartOver label=Word::ResultAgain />
            <WithAnother id=id />
        </div>
    }
}

/// What the answers of a result come to by a content.
#[component]
fn ResultBody(result: SavedResult, material: Material) -> impl IntoView {
    let today = use_material();
    let Material { content, words, .. } = material;
    let course = Course::of(content, &result.answers);
    let outcome = score(content, &course);
    // Answers are changed in the quiz being taken, which may have gone on since an older result.
    let is_todays = std::ptr::eq(content, today.content);
    let current = is_todays && use_session().progress().answers == result.answers;
    let doubts = doubts(content, &course);
    let remarks = remarks(content, course.counted(), outcome.best).into_iter().map(|remark| {
        view! {
            <div class="remark" data-remark=remark.id.as_str()>
                <h2 class="remark__title">{remark.title.as_str()}</h2>
                <p>{remark.text.as_str()}</p>
            </div>
        }
    });
    // Only what is inside is of that content, and nothing around it.
    view! {
        <Provider value=material>
            <Doubts doubts=doubts current=current />
            {remarks.collect_view()}
            {match outcome.best {
                Some(best) => {
                    view! {
                        <Scores outcome=outcome.clone() />
                        <Standing outcome=outcome.clone() current=current />
                        <BestProfile best=best course=course outcome=outcome.clone() />
                        <Others outcome=outcome />
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <p>{words.get(Word::ResultNoneText)}</p>
                        <Settle questions=outcome.settle word=Word::ResultSettle current=current />
                    }
                        .into_any()
                }
            }}
            <Model />
        </Provider>
    }
}
