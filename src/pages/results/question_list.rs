use crate::state::material::use_material;
use crate::state::screen::Screen;
use leptos::prelude::*;

/// Questions to look at again, with a way to each where the answers shown are those of the quiz being taken.
#[component]
pub(super) fn QuestionList(
    /// The ids of the questions.
    questions: Vec<String>,
    /// Whether the answers shown can still be changed.
    current: bool,
) -> impl IntoView {
    let content = use_material().content;
    let items = questions.into_iter().filter_map(|id| {
        let text = content.question(&id)?.text.as_str();
        Some(match current {
            true => view! { <li><a href=Screen::Edit(id).hash()>{text}</a></li> }.into_any(),
            false => view! { <li>{text}</li> }.into_any(),
        })
    });
    view! { <ul class="question-list">{items.collect_view()}</ul> }
}
