//! What leaves the browser because a person wants it to: a result as a link, as Markdown, everything as a file. `docs/data.md` describes the formats for whoever reads
//! them with another program.
//!
//! What comes back in may come from anybody. It is held against bounds and rules before anything is made of it.

mod advice;
pub mod file;
pub mod link;
pub mod markdown;
mod plain;
mod plausible;
pub mod qr;
