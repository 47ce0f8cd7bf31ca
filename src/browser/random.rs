//! Numbers that nobody can foresee, and nobody should trust with a secret.

/// One of 0 and more, below 1.
pub fn below_one() -> f64 {
    js_sys::Math::random()
}
