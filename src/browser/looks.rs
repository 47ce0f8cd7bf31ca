//! The looks that a host page has set, as custom properties of the document, which `style/base.css` takes up.

use crate::embed::Options;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, HtmlElement};

/// Sets the looks.
pub fn set(options: &Options) {
    let Some(style) = style() else { return };
    let radius = options.radius_px.map(|px| format!("{px}px"));
    put(&style, "--host-radius", radius);
    put(&style, "--host-font", options.font.clone());
    for (theme, shades) in [("light", options.accent.map(|it| it.light)), ("dark", options.accent.map(|it| it.dark))] {
        put(&style, &format!("--host-accent-{theme}"), shades.map(|it| it.accent.to_string()));
        put(&style, &format!("--host-accent-ink-{theme}"), shades.map(|it| it.ink.to_string()));
        put(&style, &format!("--host-accent-soft-{theme}"), shades.map(|it| it.soft.to_string()));
    }
}

/// By the object model, as a policy forbids what stands in a `style` attribute.
fn put(style: &CssStyleDeclaration, name: &str, value: Option<String>) {
    let _ = match value {
        Some(value) => style.set_property(name, &value),
        None => style.remove_property(name).map(drop),
    };
}

fn style() -> Option<CssStyleDeclaration> {
    let root = super::window()?.document()?.document_element()?;
    Some(root.dyn_into::<HtmlElement>().ok()?.style())
}
