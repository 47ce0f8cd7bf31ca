use leptos::prelude::*;
use leptos::{ev, html, web_sys};

/// A button that asks before it acts.
#[component]
pub fn Confirm(
    /// What the button says.
    #[prop(into)]
    label: String,
    /// What the button does, where its label alone does not tell somebody who hears it out of context.
    #[prop(optional, into)]
    description: Option<String>,
    /// The classes of the button.
    #[prop(default = "button button--quiet")]
    class: &'static str,
    /// The question asked.
    #[prop(into)]
    title: String,
    /// What will happen.
    #[prop(into)]
    text: String,
    /// What the button says that does it.
    #[prop(into)]
    yes: String,
    /// What the button says that leaves everything as it is.
    #[prop(into)]
    no: String,
    /// Called after a yes.
    on_yes: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let harmless = NodeRef::<html::Button>::new();
    let open = move |event: ev::MouseEvent| {
        // Not before: a browser that finds this while it builds a page looks for the focus there.
        if let Some(button) = harmless.get_untracked() {
            let _ = button.set_attribute("autofocus", "");
        }
        if let Some(dialog) = dialog.get_untracked() {
            // Where it is asked for. `style/embedded.css` puts it there in a frame, whose middle may be out of sight.
            let top_px = event_target::<web_sys::Element>(&event).get_bounding_client_rect().top();
            // By the object model nothing can be refused.
            let _ = web_sys::HtmlElement::style(&dialog).set_property("--dialog-top", &format!("{top_px}px"));
            // It throws only where the dialog is open already.
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let act = move |_| {
        close();
        on_yes.run(());
    };
    let name = title.clone();
    view! {
        <button type="button" class=class aria-label=description on:click=open>
            {label}
        </button>
        <dialog class="dialog" node_ref=dialog aria-label=name>
            <h2 class="dialog__title">{title}</h2>
            <p>{text}</p>
            <div class="actions">
                <button type="button" class="button button--danger" on:click=act>
                    {yes}
                </button>
                <button type="button" class="button button--quiet" node_ref=harmless on:click=move |_| close()>
                    {no}
                </button>
            </div>
        </dialog>
    }
}
