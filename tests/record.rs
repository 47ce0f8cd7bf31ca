//! What is kept in the browser: what each record holds, and what can happen to it.

#[path = "record/joining.rs"]
mod joining;
#[path = "record/library.rs"]
mod library;
#[path = "record/progress.rs"]
mod progress;
#[path = "record/settings.rs"]
mod settings;
mod support;
#[path = "record/versions.rs"]
mod versions;
