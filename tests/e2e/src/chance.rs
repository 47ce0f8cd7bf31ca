//! Chance that can be repeated: the same seed makes the same choices.

/// A generator of numbers that look as if they came by chance (xorshift64*).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// One for each seed. `E2E_SEED`, a number, makes them all others.
    pub fn new(seed: u64) -> Self {
        let other: u64 = std::env::var("E2E_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_default();
        // Never 0, from which nothing else would come.
        let mut chance = Self((seed ^ other.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        chance.below(2);
        chance
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }

    /// One of several.
    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}
