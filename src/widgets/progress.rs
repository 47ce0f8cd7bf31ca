use leptos::prelude::*;

/// How far along somebody is: a text and a bar.
#[component]
pub fn Progress(
    /// What the bar stands for, for those who do not see it.
    #[prop(into)]
    label: String,
    /// The text, such as "Question 3 of 12".
    text: Signal<String>,
    /// How full the bar is, in percent.
    percent: Signal<u8>,
) -> impl IntoView {
    view! {
        <div class="progress">
            <p class="progress__text">{text}</p>
            <progress class="progress__bar" max="100" value=percent aria-label=label>
            </progress>
        </div>
    }
}
