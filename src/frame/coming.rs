//! Whether the screens that come later are there.

use super::later::{self, Later};
use crate::browser::{address, timer};
use crate::quiz::words::Word;
use crate::state::languages::Languages;
use crate::state::material::use_material;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// After how many milliseconds on their way that is said to take long: as many as at the start (index.html).
const LATE_MS: i32 = 9_000;

/// How far they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nobody has asked for them.
    NotAsked,
    /// They are on their way.
    Asked,
    /// They have been on their way for long.
    Late,
    /// They could not be had.
    Failed,
    /// They are there.
    Here(Later),
}

/// The screens that come later. They stay when the language changes.
#[derive(Clone, Copy, Debug)]
pub struct Coming {
    state: RwSignal<State>,
    /// How often they were asked for.
    asked: StoredValue<u32>,
    /// How often somebody has gone to another screen since the start, or tried again.
    gone_on: StoredValue<u32>,
    /// Whether somebody has the focus on what stands in place of a screen.
    has_focus: StoredValue<bool>,
}

impl Coming {
    /// Nobody has asked for them.
    pub fn new() -> Self {
        Self {
            state: RwSignal::new(State::NotAsked),
            asked: StoredValue::new(0),
            gone_on: StoredValue::new(0),
            has_focus: StoredValue::new(false),
        }
    }

    /// How far they are.
    pub(super) fn state(self) -> State {
        self.state.get()
    }

    /// Whether somebody has asked for the screen that is shown, and not the start; or had the focus where it now stands.
    pub(super) fn is_asked_for(self) -> bool {
        self.gone_on.get_value() > 0 || self.has_focus.get_value()
    }

    /// Asks for them, and for what they show of the content, unless they are there or on their way.
    pub(super) fn ask(self, languages: Languages) {
        if matches!(self.state.get_untracked(), State::Asked | State::Late | State::Here(_)) {
            return;
        }
        self.state.set(State::Asked);
        self.asked.update_value(|times| *times += 1);
        let asked = self.asked.get_value();
        timer::after(LATE_MS, move || {
            // The app may have been taken down meanwhile, and they may have been asked for anew.
            if self.state.try_get_untracked() == Some(State::Asked) && self.asked.get_value() == asked {
                self.state.set(State::Late);
            }
        });
        spawn_local(async move {
            let fetched = loop {
                let place = || Some((self.gone_on.try_get_value()?, languages.shown()?));
                let before = place();
                let whole = languages.complete();
                let fetched = later::fetch().await.ok();
                let fetched = if whole.await { fetched } else { None };
                // The app may have been taken down meanwhile.
                let Some(now) = place() else { return };
                // It may have been lost before somebody went to the screen that is shown now, or to its language, and there may be more luck now.
                if fetched.is_some() || Some(now) == before {
                    break fetched;
                }
            };
            self.state.set(fetched.map_or(State::Failed, State::Here));
        });
    }

    /// Somebody goes to another screen, or tries again, and may have more luck.
    pub(super) fn go_on(self) {
        self.gone_on.update_value(|times| *times += 1);
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
    let (words, coming) = (use_material().words, use_coming());
    let is_late = move || coming.state() == State::Late;
    // Who has the focus there would lose it when the screen comes.
    let follow = move |_| coming.has_focus.set_value(true);
    let leave = move |event: ev::FocusEvent| {
        // It goes nowhere when what has it goes.
        if event.related_target().is_some() {
            coming.has_focus.set_value(false);
        }
    };
    view! {
        <h1 tabindex="-1">{words.get(Word::SiteLoading)}</h1>
        <div role="status">
            {move || is_late().then(|| view! { <p class="lead">{words.get(Word::ProblemLate)}</p> })}
        </div>
        <div class="actions" on:focusin=follow on:focusout=leave>
            {move || is_late().then(|| view! { <Reload /> })}
        </div>
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
