//! How much may be looked through in all, so that no content keeps its author waiting.

use crate::quiz::paths::{Steps, TooManyOpen};
use std::cell::Cell;

/// The most steps for a whole proof: some seconds. A quiz of 1,000 questions of 10 options takes less than 6 million.
const MOST: usize = 8_000_000;

/// What is left of the steps for a proof. What comes after they are spent is not proven.
pub(super) struct Budget(Cell<usize>);

impl Budget {
    pub(super) fn new() -> Self {
        Self(Cell::new(MOST))
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
