use crate::quiz::content::Advice;
use crate::quiz::words::Word;
use crate::state::material::use_material;
use leptos::prelude::*;

/// What to do next, as far as the plan has not said it.
#[component]
pub(super) fn Steps(steps: Vec<&'static Advice>) -> impl IntoView {
    let words = use_material().words;
    let has_any = !steps.is_empty();
    let steps = steps.into_iter().map(|step| {
        view! {
            <li class="steps__step" data-step=step.id.as_str()>
                <h4 class="steps__title">{step.title.as_str()}</h4>
                <p>{step.text.as_str()}</p>
            </li>
        }
    });
    has_any.then(|| {
        view! {
            <section>
                <h3>{words.get(Word::StepsTitle)}</h3>
                <ol class="steps">{steps.collect_view()}</ol>
            </section>
        }
    })
}
