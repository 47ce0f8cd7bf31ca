//! The quiz, end to end, in a real browser against the release build. See the library of this crate for how it
//! is run.

mod addresses;
mod announcements;
mod axe;
mod content;
mod engines;
mod focus;
mod keyboard;
mod languages;
mod layout;
mod network;
mod offline;
mod people;
mod personas;
mod plan;
mod questions;
mod resume;
mod saved;
mod scenes;
mod storage;
mod tree;
mod updates;
mod without;
