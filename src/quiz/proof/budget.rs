//! How much may be looked through in all, so that no content keeps its author waiting.

use crate::quiz::paths::{Steps, TooManyOpen};
use std::cell::Cell;

/// The most steps for a whole proof: some seconds. 1,000 questions of 10 options take a tenth of it where they hang together
/// loosely, and all of it where nine in ten are asked on a condition.
const MOST: usize = 40_000_000;

/// What is left of the steps for a proof. What comes after they are spent is not proven.
pub(super) struct Budget(Cell<usize>);

impl Budget {
    pub(super) fn new() -> Self {
        Self(Cell::new(MOST))
    }

    /// Whether nothing is left.
    pub(super) fn is_spent(&self) -> bool {
        self.0.get() == 0
    }

    /// Looks for something in `most` steps, or as many as are left.
    pub(super) fn search<T>(
        &self,
        most: usize,
        search: impl FnOnce(&mut Steps) -> Result<T, TooManyOpen>,
    ) -> Result<T, TooManyOpen> {
        let granted = most.min(self.0.get());
        let mut steps = Steps::new(granted);
        let found = search(&mut steps);
        self.0.set(self.0.get() - (granted - steps.left()));
        // A search that failed for want of steps has used all it was granted.
        if found.is_err() && granted < most {
            self.0.set(0);
        }
        found
    }

    /// Takes steps that something else than a search costs.
    pub(super) fn spend(&self, steps: usize) -> Result<(), TooManyOpen> {
        self.search(steps, |granted| granted.spend(steps))
    }
}
