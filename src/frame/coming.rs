//! Whether the screens that come later are there.

use super::later::{self, Later};
use crate::browser::{address, timer};
use crate::quiz::words::Word;
use crate::state::material::use_material;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// After how many milliseconds somebody who waits for a screen is told that it takes long: as many as at the start (index.html).
const LATE_MS: i32 = 9_000;

/// How far they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nobody has asked for them.
    NotAsked,
    /// They are on their way.
    Asked,
    /// They could not be had.
    Failed,
    /// They are there.
    Here(Later),
}

/// The screens that come later. They stay when the language changes.
#[derive(Clone, Copy, Debug)]
pub struct Coming {
    state: RwSignal<State>,
    /// Whether somebody has asked for a screen since the start.
    is_asked_for: StoredValue<bool>,
}

impl Coming {
    /// Nobody has asked for them.
    pub fn new() -> Self {
        Self { state: RwSignal::new(State::NotAsked), is_asked_for: StoredValue::new(false) }
    }

    /// How far they are.
    pub(super) fn state(self) -> State {
        self.state.get()
    }

    /// Whether somebody has asked for the screen that is shown, and not the start.
    pub(super) fn is_asked_for(self) -> bool {
        self.is_asked_for.get_value()
    }

    /// Asks for them, unless they are there or on their way.
    pub(super) fn ask(self) {
        if matches!(self.state.get_untracked(), State::Asked | State::Here(_)) {
            return;
        }
        self.state.set(State::Asked);
        spawn_local(async move { self.state.set(later::fetch().await.map_or(State::Failed, State::Here)) });
    }

    /// Somebody goes to another screen, which may have more luck.
    pub(super) fn go_on(self) {
        self.is_asked_for.set_value(true);
        if self.state.get_untracked() == State::Failed {
            self.state.set(State::NotAsked);
        }
    }
}

impl Default for Coming {
    fn default() -> Self {
        Self::new()
    }
}

/// Those of the app around this component.
pub(super) fn use_coming() -> Coming {
    expect_context()
}

/// In place of a screen that is on its way.
#[component]
pub(super) fn OnItsWay() -> impl IntoView {
    let words = use_material().words;
    let is_late = RwSignal::new(false);
    timer::after(LATE_MS, move || {
        // The screen may be gone by then.
        let _ = is_late.try_set(true);
    });
    view! {
        <h1 tabindex="-1">{words.get(Word::SiteLoading)}</h1>
        <div role="status">
            {move || is_late.get().then(|| view! { <p class="lead">{words.get(Word::ProblemLate)}</p> })}
        </div>
        {move || is_late.get().then(|| view! { <Reload /> })}
    }
}

#[component]
fn Reload() -> impl IntoView {
    let words = use_material().words;
    view! {
        <button type="button" class="button button--quiet" on:click=|_| address::reload()>
            {words.get(Word::StartReload)}
        </button>
    }
}

/// In place of a screen that could not be had.
#[component]
pub(super) fn NotHad() -> impl IntoView {
    let (words, coming) = (use_material().words, use_coming());
    view! {
        <h1 tabindex="-1">{words.get(Word::ProblemScreen)}</h1>
        <p class="lead">{words.get(Word::ProblemScreenText)}</p>
        <div class="actions">
            <button type="button" class="button" on:click=move |_| coming.go_on()>
                {words.get(Word::ProblemReload)}
            </button>
            <Reload />
        </div>
    }
}
