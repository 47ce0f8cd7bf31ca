//! What the app is made of.

use crate::quiz::content::Content;
use crate::quiz::words::Words;
use leptos::prelude::*;

/// What the app is made of and never changes while it runs: the content and the words.
#[derive(Clone, Copy, Debug)]
pub struct Material {
    /// The quiz.
    pub content: &'static Content,
    /// The interface's words.
    pub words: &'static Words,
}

impl Material {
    /// Both live as long as the page, so they are leaked once here instead of counted or cloned everywhere.
    pub fn new(content: Content, words: Words) -> Self {
        Self { content: Box::leak(Box::new(content)), words: Box::leak(Box::new(words)) }
    }
}

/// The material of the app around this component.
pub fn use_material() -> Material {
    expect_context()
}
