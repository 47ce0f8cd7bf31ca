use leptos::prelude::*;

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Names the choice within its group.
    pub id: String,
    /// What it says.
    pub label: String,
    /// A hint under it.
    pub hint: Option<String>,
    /// The key that chooses it.
    pub key: Option<char>,
}

/// Radio buttons, or checkboxes where `many` may be chosen. The group around them is the caller's.
#[component]
pub fn ChoiceGroup(
    /// Names the group within the page.
    #[prop(into)]
    name: String,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// Whether more than one may be chosen.
    many: bool,
    /// The ids of what is chosen now.
    picked: Signal<Vec<String>>,
    /// Whether keys choose, and are shown.
    keys: Signal<bool>,
    /// Called with an id and whether it was just chosen.
    on_pick: Callback<(String, bool)>,
) -> impl IntoView {
    let kind = if many { "checkbox" } else { "radio" };
    let choice = |choice: Choice| {
        let id = choice_id(&name, &choice.id);
        let hint_id = choice.hint.is_some().then(|| format!("{id}-hint"));
        let (for_checked, for_change) = (choice.id.clone(), choice.id.clone());
        let is_picked = Memo::new(move |_| picked.with(|picked| picked.contains(&for_checked)));
        let key = move || choice.key.filter(|_| keys.get()).map(String::from);
        view! {
            <div class="choice" class:choice--picked=is_picked>
                <input
                    class="choice__input"
                    type=kind
                    name=name.clone()
                    id=id.clone()
                    value=choice.id
                    aria-describedby=hint_id.clone()
                    aria-keyshortcuts=key
                    prop:checked=is_picked
                    on:change=move |event| on_pick.run((for_change.clone(), event_target_checked(&event)))
                />
                <label class="choice__label" for=id>
                    {choice.label}
                </label>
                {move || key().map(|key| view! { <kbd class="choice__key" aria-hidden="true">{key}</kbd> })}
                {choice.hint.map(|hint| view! { <p class="choice__hint" id=hint_id>{hint}</p> })}
            </div>
        }
    };
    let choices = choices.into_iter().map(choice).collect_view();
    view! { <div class="choices" class:choices--keys=keys>{choices}</div> }
}

/// The id in the page of a choice of the group called `name`.
pub fn choice_id(name: &str, choice: &str) -> String {
    format!("{name}--{choice}")
}
