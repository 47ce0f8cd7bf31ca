//! What a first visit begins with: the questions of a content and the words around them, in one file that the build makes.
//!
//! A list in JSON whose entries have places instead of names: what reads names, and says what is wrong where, is the larger part of a program that reads a content,
//! and a first visit can do without. Which place is whose is said by what writes and by what reads, one below the other; what is not read as it was written is no
//! beginning ([`write()`]), and a visit begins with the whole content then.

mod questions;
mod row;

use super::content::{self, Content, FORMAT_VERSION, Quiz, Unread};
use super::words::{self, Direction, Words};
use questions::{question, question_row};
use row::{Entry, Row, row_of, so};
use serde::de::{Deserializer, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Another number whenever something stands in another place than before.
const LAYOUT: u8 = 1;

/// Writes what a first visit begins with, of a content that has been checked. Nothing where that, filled ([`Quiz::fill`]), would not be the content again.
pub fn write(whole: &str, words: &Words) -> Option<String> {
    // As `parse` takes it.
    let whole = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let content = content::parse_proven(whole)?;
    let rows = [row_of([layout().into()]), words_row(words), head_row(&content)];
    let questions = content.questions.iter().map(question_row);
    let text = row_of(rows.into_iter().chain(questions)).to_string();
    let (begun, words_again) = read(&text)?;
    begun.fill(whole).ok()?;
    (begun == content && words_again == *words).then_some(text)
}

/// Reads it: a content without the lists that only later screens look into ([`Quiz::fill`]), and the words. Nothing where it was written by a program that has its
/// things in other places, or other words.
pub fn read(text: &str) -> Option<(Content, Words)> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = reader.deserialize_seq(Beginning).ok()??;
    reader.end().ok()?;
    Some(read)
}

/// What has to be the same for a program to read what another has written.
fn layout() -> String {
    format!("{LAYOUT} {}", words::proof())
}

struct Beginning;

impl<'de> Visitor<'de> for Beginning {
    type Value = Option<(Content, Words)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of lists")
    }

    /// Row by row: all of them at once, before they are questions, would take several times the memory that these take.
    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Self::Value, A::Error> {
        let mut next = || rows.next_element::<Entry>();
        let own = layout();
        let is_own = next()?.and_then(|row| Row::of(row, |row| row.text() == own));
        let words = next()?.and_then(|row| Row::of(row, words_of)).flatten();
        let quiz = next()?.and_then(|row| Row::of(row, head));
        let (Some(true), Some(words), Some(mut quiz)) = (is_own, words, quiz) else { return Ok(None) };
        while let Some(row) = next()? {
            let Some(question) = Row::of(row, question) else { return Ok(None) };
            quiz.questions.push(question);
        }
        // The first of them is the first screen.
        Ok((!quiz.questions.is_empty()).then(|| (Content::new(quiz), words)))
    }
}

fn words_row(words: &Words) -> Value {
    let texts = words.texts().iter().map(|text| text.as_str().into());
    row_of([words.language().into(), words.name().into(), so(words.direction() == Direction::Rtl), row_of(texts)])
}

fn words_of(row: &mut Row) -> Option<Words> {
    let (language, name, is_rtl) = (row.text(), row.text(), row.is_so());
    let direction = if is_rtl { Direction::Rtl } else { Direction::Ltr };
    Words::in_order(language, name, direction, row.texts())
}

fn head_row(quiz: &Quiz) -> Value {
    row_of([
        quiz.id.as_str().into(),
        quiz.version.as_str().into(),
        quiz.language.as_str().into(),
        quiz.market_language.as_deref().into(),
        quiz.title.as_str().into(),
        quiz.promise.as_str().into(),
        quiz.author.as_str().into(),
        quiz.checked.as_str().into(),
        quiz.minutes.into(),
        quiz.margin.into(),
        quiz.schema.as_deref().into(),
    ])
}

fn head(row: &mut Row) -> Quiz {
    Quiz {
        format_version: FORMAT_VERSION,
        id: row.text(),
        version: row.text(),
        language: row.text(),
        market_language: row.some_text(),
        title: row.text(),
        promise: row.text(),
        author: row.text(),
        checked: row.text(),
        minutes: row.number() as u32,
        margin: row.number() as u8,
        schema: row.some_text(),
        profiles: Unread::left_out(),
        questions: Vec::new(),
        programs: Unread::left_out(),
        no_program: Unread::left_out(),
        steps: Unread::left_out(),
        remarks: Unread::left_out(),
        contradictions: Unread::left_out(),
        personas: Unread::left_out(),
    }
}
