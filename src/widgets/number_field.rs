use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// What stands in a number field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Entry {
    /// Nothing.
    Empty,
    /// A number, in range or not.
    Number(f64),
    /// Something that is no number.
    Unreadable,
}

/// A field for a number. The group around it is the caller's.
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
    /// The number to begin with.
    initial: Option<f64>,
    /// The smallest number, the largest, and the distance between two.
    range: (f64, f64, f64),
    /// What is wrong with what stands in the field, if anything is to be said of it now.
    error: Signal<Option<String>>,
    /// The id of what names the field where it has no label.
    #[prop(into)]
    labelled_by: String,
    /// Called at every change with what stands in the field.
    on_input: Callback<Entry>,
    /// Called with a text that is to be put in where the caret is, in place of one with a decimal comma.
    on_comma: Callback<String>,
) -> impl IntoView {
    let (least, most, step) = range;
    let field = NodeRef::<html::Input>::new();
    let input = move |_| {
        let Some(field) = field.get_untracked() else { return };
        let text = field.value();
        // A browser hands out an empty text for letters in a number field; only `badInput` tells them apart.
        on_input.run(match text.trim().parse() {
            Ok(number) => Entry::Number(number),
            Err(_) if text.trim().is_empty() && !field.validity().bad_input() => Entry::Empty,
            Err(_) => Entry::Unreadable,
        });
    };
    // Browsers drop what does not belong into a number field without a word, and 2,5 becomes 25.
    let check = move |event: ev::InputEvent| {
        let text = event.data().unwrap_or_default();
        if text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E')) {
            return;
        }
        event.prevent_default();
        let with_point = text.trim().replace(',', ".");
        if with_point.chars().all(|c| c.is_ascii_digit() || c == '.') && !with_point.is_empty() {
            on_comma.run(with_point);
        } else {
            on_input.run(Entry::Unreadable);
        }
    };
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = format!("{hint_id} {error_id}");
    let labelled_by = label.is_empty().then_some(labelled_by);
    let label = (!label.is_empty()).then(|| view! { <label class="number__label" for=id.clone()>{label}</label> });
    view! {
        <div class="number">
            <p class="hint" id=hint_id>{hint}</p>
            <p class="error" id=error_id role="alert">{move || error.get()}</p>
            <div class="number__row">
                <input
                    class="number__input"
                    type="number"
                    node_ref=field
                    inputmode="decimal"
                    autocomplete="off"
                    id=id
                    min=least
                    max=most
                    step=step
                    value=initial
                    aria-describedby=described_by
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-labelledby=labelled_by
                    on:beforeinput=check
                    on:input=input
                />
                {label}
            </div>
        </div>
    }
}
