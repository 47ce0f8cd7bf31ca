//! A result as something that can be taken along.

mod advice;
pub mod markdown;
mod plain;
