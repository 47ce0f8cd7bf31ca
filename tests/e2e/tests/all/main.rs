//! The quiz, end to end, in a real browser against the release build. See the library of this crate for how it
//! is run.

mod addresses;
mod announcements;
mod axe;
mod changed_quiz;
mod compare;
mod content;
mod deleting;
mod documents;
mod embed;
mod engines;
mod first_screen;
mod focus;
mod keyboard;
mod kills;
mod languages;
mod layout;
mod network;
mod offline;
mod people;
mod personas;
mod plan;
mod policy;
mod print;
mod questions;
mod reliability;
mod resume;
mod saved;
mod scenes;
mod settings;
mod sharing;
mod storage;
mod tree;
mod two_tabs;
mod updates;
mod without;
