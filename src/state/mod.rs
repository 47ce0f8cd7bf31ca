//! What the app knows while it runs: the quiz being taken, the saved results, the settings, and the screen shown.

pub mod archive;
pub mod data;
pub mod foreign;
mod held;
pub mod host;
pub mod keeper;
pub mod kept;
pub mod languages;
pub mod library;
pub mod listen;
pub mod material;
pub mod notices;
pub mod offline;
pub mod place;
pub mod reference;
pub mod saving;
pub mod screen;
pub mod session;
pub mod settings;
pub mod undo;
