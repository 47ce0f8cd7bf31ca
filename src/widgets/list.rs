use leptos::prelude::*;

/// Something that is shown, and told from others by a key: what has the same key stays as it was drawn, and with another it is drawn anew.
///
/// One type for all lists, as each type of its own would have all that draws a list in the wasm once more.
pub struct Item {
    key: String,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Item {
    /// What `draw` shows, under a key.
    pub fn new<V: IntoView + 'static>(key: impl Into<String>, draw: impl FnOnce() -> V + Send + 'static) -> Self {
        Self { key: key.into(), draw: Box::new(|| draw().into_any()) }
    }
}

/// Shows what `items` returns, each as long as its key is there.
pub fn list(items: impl Fn() -> Vec<Item> + Send + 'static) -> AnyView {
    boxed(Box::new(items))
}

/// Shows one thing, which is built anew with each change of its key.
pub fn anew(item: impl Fn() -> Item + Send + 'static) -> AnyView {
    list(move || vec![item()])
}

fn boxed(items: Box<dyn Fn() -> Vec<Item> + Send>) -> AnyView {
    view! { <For each=items key=|item| item.key.clone() children=|item| (item.draw)() /> }.into_any()
}
