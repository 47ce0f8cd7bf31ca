//! Widgets, state and screens in a real browser: `cargo xtask test components`.
#![cfg(target_arch = "wasm32")]

#[path = "components/address.rs"]
mod address;
#[path = "components/app.rs"]
mod app;
#[path = "components/compare.rs"]
mod compare;
#[path = "components/dom.rs"]
mod dom;
#[path = "components/faults.rs"]
mod faults;
#[path = "components/keeping/mod.rs"]
mod keeping;
#[path = "components/languages.rs"]
mod languages;
#[path = "components/plan.rs"]
mod plan;
#[path = "components/results.rs"]
mod results;
#[path = "components/screen.rs"]
mod screen;
#[path = "components/settings.rs"]
mod settings;
#[path = "components/sharing.rs"]
mod sharing;
#[path = "components/stage.rs"]
mod stage;
#[path = "components/standing.rs"]
mod standing;
#[path = "components/stores.rs"]
mod stores;
#[path = "components/tab.rs"]
mod tab;
#[path = "components/take_along.rs"]
mod take_along;
#[path = "components/widgets.rs"]
mod widgets;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
