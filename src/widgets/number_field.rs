use leptos::html;
use leptos::prelude::*;

/// A field for a number. The group around it is the caller's.
///
/// It is a text field: a browser's own number field drops what it does not take without a word, so that 2,5 becomes 25,
/// and which decimal mark it takes depends on the browser.
#[component]
pub fn NumberField(
    /// Names the field within the page.
    #[prop(into)]
    id: String,
    /// What the number counts, such as years; empty where that goes without saying.
    #[prop(into)]
    label: String,
    /// Which numbers are taken.
    #[prop(into)]
    hint: String,
    /// What stands in the field.
    #[prop(into)]
    text: Signal<String>,
    /// What is wrong with what stands in the field, if anything is to be said of it now.
    error: Signal<Option<String>>,
    /// The same, where it came up under the hands of somebody who is in the field. Who is led to the field by it hears
    /// it there, and need not hear it twice.
    announced: Signal<Option<String>>,
    /// The id of what names the field where it has no label.
    #[prop(into)]
    labelled_by: String,
    /// Called at every change with what stands in the field.
    on_input: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let input = move |_| {
        if let Some(field) = field.get_untracked() {
            on_input.run(field.value());
        }
    };
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = format!("{hint_id} {error_id}");
    let labelled_by = label.is_empty().then_some(labelled_by);
    let label = (!label.is_empty()).then(|| view! { <label class="number__label" for=id.clone()>{label}</label> });
    view! {
        <div class="number">
            <p class="hint" id=hint_id>{hint}</p>
            <p class="error" id=error_id>{move || error.get()}</p>
            <div class="number__row">
                <input
                    class="number__input"
                    type="text"
                    node_ref=field
                    inputmode="decimal"
                    autocomplete="off"
                    maxlength="20"
                    id=id
                    value=text.get_untracked()
                    prop:value=move || text.get()
                    aria-describedby=described_by
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-labelledby=labelled_by
                    on:input=input
                />
                {label}
            </div>
            <p class="visually-hidden" role="status">{move || announced.get()}</p>
        </div>
    }
}
