//! A career quiz for back end developers that runs in the browser and keeps every answer there.
//!
//! | layer | what it is | may use |
//! |---|---|---|
//! | [`quiz`] | the core: content, answers, scores, advice, records | std, serde, serde_json |
//! | [`embed`] | the quiz in a page of another site, as far as no browser is needed for it | `quiz` |
//! | `browser` | the only home of `web_sys`, `js_sys` and gloo, but for a widget's own elements | `quiz`, `embed` |
//! | `later` | marks what a release has in a file of its own | nothing |
//! | `state` | the quiz being taken, saved results, settings, the screen shown | `browser`, `quiz`, `embed`, `later` |
//! | `widgets` | props in, view out | leptos |
//! | `pages` | one file a screen | `state`, `widgets`, `browser`, `quiz`, `embed` |
//! | `frame` | header, footer, notices, and the switch from address to screen | `pages`, `state`, `widgets`, `browser`, `quiz`, `embed`, `later` |
//! | `app` | what lasts while the language changes | `frame`, `state`, `widgets`, `browser`, `embed` |
//! | `start` | start-up | `app`, `pages`, `state`, `browser`, `quiz`, `embed`, `later` |
//! | `first_screen` | the first screen as text, on the host | `start`, `app`, `state`, `browser`, `quiz` |
//!
//! A test holds the files against this table (`tests/layers.rs`).
//! Without the feature `app` the crate is [`quiz`] and [`embed`] alone, which is what keeps the core free of the browser.
//! `ARCHITECTURE.md` has the invariants.

// On the host each view is a future as well, as deep as its elements.
#![cfg_attr(feature = "first-screen", recursion_limit = "256")]

pub mod embed;
pub mod quiz;

#[cfg(feature = "view")]
pub mod app;
#[cfg(feature = "view")]
pub mod browser;
#[cfg(feature = "first-screen")]
pub mod first_screen;
#[cfg(feature = "view")]
pub mod frame;
#[cfg(feature = "view")]
pub mod later;
#[cfg(feature = "view")]
pub mod pages;
#[cfg(feature = "view")]
pub mod start;
#[cfg(feature = "view")]
pub mod state;
#[cfg(feature = "view")]
pub mod widgets;
