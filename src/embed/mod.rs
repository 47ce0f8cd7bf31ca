//! The quiz inside the page of another site, as far as no browser is needed for it: what that site may set, what it is
//! told, and where a content of its own may lie.
//!
//! `docs/embedding.md` has all of it for those who embed the quiz.

mod accent;
mod colour;
mod event;
mod options;
mod source;

pub use accent::{Accent, Shades};
pub use colour::Colour;
pub use event::{Adjusted, Event, FailureReason, MESSAGE_VERSION, Message, RefusedOption, Scoring};
pub use options::{HostTheme, Options, Refused};
pub use source::{Address, Source};
