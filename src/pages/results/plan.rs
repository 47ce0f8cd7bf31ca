use crate::quiz::answers::{Answer, Answers};
use crate::quiz::content::{Advice, Kind, ProfileId};
use crate::quiz::nearest::{Act, Change};
use crate::quiz::words::Word;
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// The way from where a person stands to their target: what there is to do, each with the steps that help.
#[component]
pub fn Plan(
    /// Where the person wants to go.
    target: ProfileId,
    /// What lies between.
    change: Change,
    /// The answers that count.
    counted: Answers,
    /// The steps that help with what there is to do.
    steps: Vec<&'static Advice>,
) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let name = content.profile(target).name.as_str();
    let deeds = change.deeds(content);
    let text = change.text(content, words, target, |number| material.number(number))?;
    let kind = match &change {
        Change::None => return None,
        Change::Acts(_) => "acts",
        Change::Time { .. } => "time",
        Change::OutOfReach => "out-of-reach",
        Change::TooManyWays => "too-many-ways",
    };
    // What is done in one question stands together.
    let acts = deeds.chunk_by(|one, next| one.question == next.question);
    let mut steps = steps;
    let acts = acts.map(|acts| {
        let helps = |step: &&'static Advice| step.helps.contains(&acts[0].question);
        // A step that helps with several acts stands by the first.
        let (helping, rest) = steps.iter().copied().partition(helps);
        steps = rest;
        view! { <Deed acts=acts.to_vec() given=counted.get(&acts[0].question).cloned() steps=helping /> }
    });
    let acts = acts.collect_view();
    let has_acts = !deeds.is_empty();
    Some(view! {
        <section class="plan" data-plan=kind>
            <h3>{words.fill(Word::PlanTitle, &[("profile", name)])}</h3>
            <p>{text}</p>
            {has_acts.then(|| view! { <ul class="plan__acts">{acts}</ul> })}
        </section>
    })
}

/// What there is to do about one question.
#[component]
fn Deed(acts: Vec<Act>, given: Option<Answer>, steps: Vec<&'static Advice>) -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let question = content.question(&acts.first()?.question)?;
    let options = acts.iter().filter_map(|act| {
        let text = question.option(&act.option)?.text.as_str();
        Some(view! { <li class="plan__option" data-option=act.option.as_str()>{text}</li> }.into_any())
    });
    let options = options.collect_view();
    // An answer to a `multi` stays; what is picked in a `single` is left behind.
    let given = given.filter(|_| question.kind == Kind::Single);
    let now = given.map(|given| {
        let now = words.fill(Word::PlanNow, &[("answer", &material.answer_text(question, &given))]);
        view! { <p class="plan__now hint">{now}</p> }
    });
    let has_steps = !steps.is_empty();
    let steps = steps.into_iter().map(|step| {
        view! {
            <li class="plan__step" data-step=step.id.as_str()>
                <h5 class="steps__title">{step.title.as_str()}</h5>
                <p>{step.text.as_str()}</p>
            </li>
        }
    });
    let steps = steps.collect_view();
    Some(view! {
        <li class="plan__act" data-act=question.id.as_str()>
            <h4 class="plan__question">{question.text.as_str()}</h4>
            <ul class="plan__options">{options}</ul>
            {now}
            {has_steps
                .then(|| {
                    view! {
                        <p class="plan__help hint">{words.get(Word::PlanHelp)}</p>
                        <ul class="plan__steps">{steps}</ul>
                    }
                })}
        </li>
    })
}
