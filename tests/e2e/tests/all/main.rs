//! The quiz, end to end, in a real browser against the release build. See the library of this crate for how it
//! is run.

mod people;
mod personas;
mod resume;
