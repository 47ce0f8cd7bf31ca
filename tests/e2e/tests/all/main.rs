//! The quiz, end to end, in a real browser against the release build. See the library of this crate for how it
//! is run.

mod addresses;
mod content;
mod engines;
mod keyboard;
mod network;
mod people;
mod personas;
mod plan;
mod questions;
mod resume;
mod saved;
mod storage;
mod without;
