//! What the app knows while it runs: the quiz being taken, the saved results, and the screen shown.

pub mod library;
pub mod material;
pub mod notices;
pub mod record;
pub mod screen;
pub mod session;
