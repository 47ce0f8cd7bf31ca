//! The result: four scores, where the person stands, the way to their target, what the best profile calls for, and the
//! lines each score is made of.

mod best;
mod changed;
mod doubts;
mod in_frame;
mod ledger;
mod model;
mod others;
mod out_link;
mod plan;
mod programs;
mod question_list;
mod scores;
mod searches;
mod share;
mod shared;
mod standing;
mod steps;
mod take_along;
mod then_and_today;
mod with_another;

use super::save_mark::SaveMark;
use super::start_over::StartOver;
use crate::quiz::course::Course;
use crate::quiz::doubts::doubts;
use crate::quiz::recommend::remarks;
use crate::quiz::record::library::SavedResult;
use crate::quiz::score::score;
use crate::quiz::share::link;
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use crate::state::reference;
use crate::state::screen::Screen;
use crate::state::session::use_session;
use best::BestProfile;
use changed::Changed;
use doubts::Doubts;
use in_frame::InFrame;
use leptos::context::Provider;
use leptos::prelude::*;
use model::Model;
use others::Others;
pub use plan::Plan;
use scores::Scores;
pub(super) use scores::range_text;
use share::Share;
use shared::{OwnQuiz, SharedNotice};
use standing::{Settle, Standing};
pub use take_along::TakeAlong;
use with_another::WithAnother;

/// A result: one's own, or that of somebody who has shared it.
#[component]
pub fn Results(
    /// The result.
    result: SavedResult,
    /// Whether it came with the address and not from what is kept here.
    #[prop(default = false)]
    by_link: bool,
) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let day = material.day(&result.saved_at);
    let name = (!result.name.is_empty()).then(|| format!("{} · ", result.name));
    let title = title(material, &result);
    let shared = result.shared.then(|| result.clone());
    let outcome = score(content, &Course::of(content, &result.answers));
    // A result from before fingerprints were kept shows it by its scores.
    let is_as_it_was = result.is_of(content) && result.came_to(&outcome);
    let share = result.clone();
    let is_current = is_current(&result);
    let in_frame = (!result.shared).then(|| view! { <InFrame result=result.clone() /> });
    // What only the link holds is compared by that.
    let reference = if by_link { link::encode(&content.id, &result) } else { reference::of(&result) };
    let after = match (by_link, result.shared) {
        (true, _) => view! { <OwnQuiz result=result.clone() reference=reference /> }.into_any(),
        (false, true) => view! { <SaveMark /> <OwnQuiz result=result.clone() reference=reference /> }.into_any(),
        (false, false) => view! {
            <SaveMark />
            <div class="actions actions--end">
                {is_current
                    .then(|| {
                        view! {
                            <a class="button button--quiet" href=Screen::Review.hash()>
                                {words.get(Word::ResultReview)}
                            </a>
                        }
                    })}
                <StartOver label=Word::ResultAgain />
                <WithAnother result=result.clone() id=reference />
            </div>
        }
        .into_any(),
    };
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{name} {words.fill(Word::ResultMade, &[("date", &day)])}</p>
        {shared.map(|result| view! { <SharedNotice result=result by_link=by_link /> })}
        {match is_as_it_was {
            true => view! { <ResultBody result=result material=material /> }.into_any(),
            false => view! { <Changed result=result today=outcome /> }.into_any(),
        }}
        {in_frame}
        <Share result=share />
        {after}
    }
}

/// Whether a result's answers are those of the quiz being taken, in which they are changed. That may have gone on since an older result.
fn is_current(result: &SavedResult) -> bool {
    use_session().progress().answers == result.answers
}

/// What the page of a result is called.
pub fn title(material: Material, result: &SavedResult) -> String {
    let Material { content, words, .. } = material;
    match (result.best, result.shared) {
        (Some(best), false) => words.fill(Word::ResultTitle, &[("profile", &content.profile(best).name)]),
        (Some(best), true) => words.fill(Word::SharedTitle, &[("profile", &content.profile(best).name)]),
        (None, false) => words.get(Word::ResultNone).to_owned(),
        (None, true) => words.get(Word::SharedTitleNone).to_owned(),
    }
}

/// What the answers of a result come to by a content.
#[component]
fn ResultBody(result: SavedResult, material: Material) -> impl IntoView {
    let today = use_material();
    let Material { content, words, .. } = material;
    let course = Course::of(content, &result.answers);
    let outcome = score(content, &course);
    let is_todays = std::ptr::eq(content, today.content);
    let current = is_todays && !result.shared && is_current(&result);
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
            <TakeAlong result=result />
        </Provider>
    }
}
