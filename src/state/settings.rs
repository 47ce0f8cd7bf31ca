//! What the person has set for themselves.

use super::notices::Notice;
use super::record::Keeper;
use crate::browser::document;
use crate::quiz::settings::{Settings as Record, Theme};
use leptos::prelude::*;

/// What the person has set for themselves.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    record: RwSignal<Record>,
    keeper: Keeper,
}

impl Settings {
    /// Takes up what was kept, and from then on keeps every change. The looks follow it.
    pub fn new(keeper: Keeper) -> Self {
        let record = RwSignal::new(keeper.load(Notice::UnreadableSettings).unwrap_or_default());
        Effect::watch(move || record.get(), move |now: &Record, _, _: Option<()>| keeper.keep(now), false);
        Effect::new(move |_| document::set_theme(record.read().theme.map(Theme::as_str)));
        Self { record, keeper }
    }

    /// Takes over what another tab has set since.
    pub fn refresh(self) {
        if let Some(stored) = self.keeper.peek::<Record>()
            && self.record.with_untracked(|record| *record != stored)
        {
            self.record.set(stored);
        }
    }

    /// Changes what is set.
    pub fn change(self, change: impl FnOnce(&mut Record)) {
        self.record.update(change);
    }

    /// The theme; that of the device where there is none.
    pub fn theme(self) -> Option<Theme> {
        self.record.read().theme
    }

    /// Whether number keys choose options.
    pub fn number_keys(self) -> bool {
        self.record.read().number_keys
    }
}

/// The settings of the app around this component.
pub fn use_settings() -> Settings {
    expect_context()
}
