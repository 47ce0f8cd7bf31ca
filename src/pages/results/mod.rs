//! The result: four scores, where the person stands, the way to their target, what the best profile calls for, and the
//! lines each score is made of.

mod best;
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

use super::start_over::StartOver;
use crate::quiz::course::Course;
use crate::quiz::doubts::doubts;
use crate::quiz::recommend::remarks;
use crate::quiz::record::SavedResult;
use crate::quiz::score::score;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use crate::state::screen::Screen;
use crate::state::session::use_session;
use best::BestProfile;
use doubts::Doubts;
use leptos::prelude::*;
use model::Model;
use others::Others;
pub use plan::Plan;
use scores::Scores;
use standing::{Settle, Standing};

/// A saved result.
#[component]
pub fn Results(
    /// The result.
    result: SavedResult,
) -> impl IntoView {
    let material = use_material();
    let Material { content, words } = material;
    let course = Course::of(content, &result.answers);
    let outcome = score(content, &course);
    let day = material.day(&result.saved_at);
    // What the answers come to today is shown; where that is not what they came to then, it is said.
    let changed = result.scores != outcome.points() || result.best != outcome.best;
    // Answers are changed in the quiz being taken, which may have gone on since an older result.
    let current = use_session().progress().answers == result.answers;
    let doubts = doubts(content, &course);
    let remarks = remarks(content, course.counted(), outcome.best).into_iter().map(|remark| {
        view! {
            <div class="remark" data-remark=remark.id.as_str()>
                <h2 class="remark__title">{remark.title.as_str()}</h2>
                <p>{remark.text.as_str()}</p>
            </div>
        }
    });
    let name = (!result.name.is_empty()).then(|| format!("{} · ", result.name));
    let title = match outcome.best {
        Some(best) => words.fill(Word::ResultTitle, &[("profile", &content.profile(best).name)]),
        None => words.get(Word::ResultNone).to_owned(),
    };
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{name} {words.fill(Word::ResultMade, &[("date", &day)])}</p>
        {changed.then(|| view! { <p class="notice">{words.get(Word::ResultChanged)}</p> })}
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
        <div class="actions actions--end">
            <a class="button button--quiet" href=Screen::Review.hash()>
                {words.get(Word::ResultReview)}
            </a>
            <StartOver label=Word::ResultAgain />
        </div>
    }
}
