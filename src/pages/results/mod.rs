//! The result: four scores, the best profile with what it calls for, and the lines each score is made of.

mod best;
mod ledger;
mod programs;
mod scores;
mod searches;
mod standing;

use super::start_over::StartOver;
use crate::browser::clock;
use crate::quiz::course::Course;
use crate::quiz::recommend::remarks;
use crate::quiz::record::SavedResult;
use crate::quiz::score::{Outcome, score};
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use crate::state::screen::Screen;
use best::BestProfile;
use ledger::Ledger;
use leptos::prelude::*;
use scores::{Scores, range_text};
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
    let day = clock::day_in_words(&result.saved_at, words.language());
    // What the answers come to today is shown; where that is not what they came to then, it is said.
    let changed = result.scores != outcome.points() || result.best != outcome.best;
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
        {remarks.collect_view()}
        {match outcome.best {
            Some(best) => {
                view! {
                    <Scores outcome=outcome.clone() />
                    <Standing outcome=outcome.clone() answers=result.answers />
                    <BestProfile best=best course=course outcome=outcome.clone() />
                    <Others outcome=outcome />
                }
                    .into_any()
            }
            None => {
                view! {
                    <p>{words.get(Word::ResultNoneText)}</p>
                    <Settle questions=outcome.settle word=Word::ResultSettle answers=result.answers />
                }
                    .into_any()
            }
        }}
        <div class="actions actions--end">
            <a class="button button--quiet" href=Screen::Review.hash()>
                {words.get(Word::ResultReview)}
            </a>
            <StartOver label=Word::ResultAgain />
        </div>
    }
}

/// The profiles after the best, each with its ledger a click away.
#[component]
fn Others(outcome: Outcome) -> impl IntoView {
    let Material { content, words } = use_material();
    let others = outcome.profiles.into_iter().skip(1).map(|scored| {
        let id = scored.id;
        let profile = content.profile(id);
        let title = words.fill(Word::ScoreOf, &[("profile", &profile.name), ("score", &range_text(&scored, words))]);
        view! {
            <article class="profile" data-profile=id.as_str()>
                <h3 class="profile__name">{title}</h3>
                <details class="profile__ledger">
                    <summary>{words.fill(Word::ResultLedger, &[("profile", &profile.name)])}</summary>
                    <Ledger scored=scored />
                </details>
            </article>
        }
    });
    view! {
        <section>
            <h2>{words.get(Word::ResultOthers)}</h2>
            {others.collect_view()}
        </section>
    }
}
