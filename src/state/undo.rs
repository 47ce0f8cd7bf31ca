//! The last thing that was deleted, for as long as it can be brought back.

use crate::browser::timer;
use leptos::prelude::*;
use std::fmt;

/// How long that is, in milliseconds.
const OFFERED_MS: i32 = 10_000;

/// How much longer it is while somebody is just about to take the offer, each time.
const HELD_MS: i32 = 2_000;

/// What was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// A result, by what it was called.
    Result(String),
    /// Everything.
    Everything,
    /// Of everything what could be deleted.
    Part,
}

/// The offer to bring back what was deleted last.
#[derive(Clone, Copy)]
pub struct Undo {
    deleted: RwSignal<Option<Deleted>>,
    bring_back: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    /// Counts the offers, so that the time of one does not end another.
    count: StoredValue<u32>,
    /// Whether the pointer is on it, and whether the focus is.
    is_held: StoredValue<[bool; 2]>,
}

impl Undo {
    /// Nothing to bring back.
    pub fn new() -> Self {
        Self {
            deleted: RwSignal::new(None),
            bring_back: StoredValue::new_local(None),
            count: StoredValue::new(0),
            is_held: StoredValue::new([false; 2]),
        }
    }

    /// Offers for ten seconds to bring something back.
    pub fn offer(self, deleted: Deleted, bring_back: impl FnOnce() + 'static) {
        self.count.update_value(|count| *count += 1);
        self.is_held.set_value([false; 2]);
        self.bring_back.set_value(Some(Box::new(bring_back)));
        self.deleted.set(Some(deleted));
        self.end_after(OFFERED_MS, self.count.get_value());
    }

    fn end_after(self, ms: i32, offer: u32) {
        timer::after(ms, move || {
            if self.count.try_get_value() != Some(offer) {
                return;
            }
            match self.is_held.get_value().contains(&true) {
                true => self.end_after(HELD_MS, offer),
                false => drop(self.end()),
            }
        });
    }

    /// Keeps the offer up while the pointer is on it.
    pub fn hold_by_pointer(self, is_held: bool) {
        self.is_held.update_value(|held| held[0] = is_held);
    }

    /// Keeps the offer up while the focus is on it.
    pub fn hold_by_focus(self, is_held: bool) {
        self.is_held.update_value(|held| held[1] = is_held);
    }

    /// What can be brought back.
    pub fn deleted(self) -> Option<Deleted> {
        self.deleted.get()
    }

    /// Brings it back.
    pub fn take(self) {
        if let Some(bring_back) = self.end() {
            bring_back();
        }
    }

    fn end(self) -> Option<Box<dyn FnOnce()>> {
        self.count.update_value(|count| *count += 1);
        self.deleted.set(None);
        self.bring_back.try_update_value(Option::take).flatten()
    }
}

impl fmt::Debug for Undo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Undo").field(&self.deleted.get_untracked()).finish()
    }
}

impl Default for Undo {
    fn default() -> Self {
        Self::new()
    }
}

/// The undo of the app around this component.
pub fn use_undo() -> Undo {
    expect_context()
}
