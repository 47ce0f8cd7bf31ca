//! The core: content, answers, scores and advice, in pure Rust.
//!
//! It has no clock, no randomness, no hash-map order and no input or output: the same content and the same
//! answers give the same result, byte for byte. It builds and tests without a browser.

pub mod answers;
pub mod beginning;
pub mod by_name;
pub mod compare;
pub mod content;
pub mod course;
pub mod doubts;
pub mod fingerprint;
pub mod nearest;
pub mod number;
pub mod paths;
pub mod proof;
pub mod recommend;
pub mod record;
pub mod score;
pub mod share;
pub mod standing;
pub mod translation;
pub mod words;
