//! What the core costs: `cargo bench -p career-quiz --no-default-features --bench core`.

// Criterion does not build for a browser, and there is no clock in one that measures so finely.
#[cfg(not(target_arch = "wasm32"))]
mod costs;

#[cfg(not(target_arch = "wasm32"))]
criterion::criterion_main!(costs::core);

#[cfg(target_arch = "wasm32")]
fn main() {}
