//! Widgets, state and screens in a real browser: `cargo xtask test components`.
#![cfg(target_arch = "wasm32")]

#[path = "components/app.rs"]
mod app;
#[path = "components/languages.rs"]
mod languages;
#[path = "components/plan.rs"]
mod plan;
#[path = "components/records.rs"]
mod records;
#[path = "components/results.rs"]
mod results;
#[path = "components/settings.rs"]
mod settings;
#[path = "components/stage.rs"]
mod stage;
#[path = "components/standing.rs"]
mod standing;
#[path = "components/state.rs"]
mod state;
#[path = "components/widgets.rs"]
mod widgets;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
