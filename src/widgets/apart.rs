use leptos::prelude::*;

/// Draws what few visits show in a function of its own. Put into the one that finds out whether it is shown, as a compiler does it with what is used once, it
/// would be a part of what every visit runs (`xtask/src/page/cold`).
#[inline(never)]
pub fn apart<V: IntoView + 'static>(draw: impl FnOnce() -> V) -> AnyView {
    draw().into_any()
}
