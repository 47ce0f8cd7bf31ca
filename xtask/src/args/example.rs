//! `example`: how to serve a host's site.

use super::{Command, Words};
use crate::example::QUIZ;

/// How to serve the example.
#[derive(Debug, PartialEq)]
pub(crate) struct ExampleOptions {
    /// The port.
    pub(crate) port: u16,
    /// The origin of the quiz, such as `http://localhost:8080`.
    pub(crate) quiz: String,
}

/// Reads the words after `example`.
pub(super) fn parse(words: &mut Words) -> Result<Command, String> {
    let mut options = ExampleOptions { port: 8090, quiz: QUIZ.to_owned() };
    while let Some(option) = words.option() {
        match option.as_str() {
            "--port" => options.port = words.port()?,
            "--quiz" => {
                let url = words.value("the URL after --quiz")?;
                let origin = url.to_str().and_then(origin);
                options.quiz = origin.ok_or_else(|| format!("{url:?} is not an address such as {QUIZ}"))?;
            }
            _ => return Err(format!("example has no option {option}")),
        }
    }
    Ok(Command::Example(options))
}

/// An origin alone: the pages name it in their policies, where a path would mean something else.
fn origin(url: &str) -> Option<String> {
    let url = url.strip_suffix('/').unwrap_or(url);
    let host = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"))?;
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || ".-:[]".contains(letter);
    (!host.is_empty() && host.chars().all(is_host)).then(|| url.to_owned())
}
