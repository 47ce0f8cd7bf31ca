//! Whether the screens that come later are there.

use super::later::{self, Later};
use crate::quiz::words::Word;
use crate::state::material::use_material;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

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
pub struct Coming(RwSignal<State>);

impl Coming {
    /// Nobody has asked for them.
    pub fn new() -> Self {
        Self(RwSignal::new(State::NotAsked))
    }

    /// How far they are.
    pub(super) fn state(self) -> State {
        self.0.get()
    }

    /// Asks for them, unless they are there or on their way.
    pub(super) fn ask(self) {
        if matches!(self.0.get_untracked(), State::Asked | State::Here(_)) {
            return;
        }
        self.0.set(State::Asked);
        spawn_local(async move { self.0.set(later::fetch().await.map_or(State::Failed, State::Here)) });
    }

    /// Another screen may have more luck.
    pub(super) fn forget_failure(self) {
        if self.0.get_untracked() == State::Failed {
            self.0.set(State::NotAsked);
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

/// In place of a screen that could not be had.
#[component]
pub(super) fn NotHad() -> impl IntoView {
    let (words, coming) = (use_material().words, use_coming());
    view! {
        <h1 tabindex="-1">{words.get(Word::ProblemScreen)}</h1>
        <p class="lead">{words.get(Word::ProblemScreenText)}</p>
        <div class="actions">
            <button type="button" class="button" on:click=move |_| coming.ask()>
                {words.get(Word::ProblemReload)}
            </button>
        </div>
    }
}
