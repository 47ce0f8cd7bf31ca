//! Questions by their places.

use super::row::{Row, row_of, so};
use crate::quiz::content::{AnswerOption, Band, Condition, Grows, Kind, Points, ProfileId, Question};
use serde_json::Value;

const KINDS: [Kind; 3] = [Kind::Single, Kind::Multi, Kind::Number];

const GROWS: [Grows; 3] = [Grows::ByActing, Grows::ByMoving, Grows::WithTime];

pub(super) fn question_row(question: &Question) -> Value {
    row_of([
        question.id.as_str().into(),
        place(&KINDS, Some(question.kind)),
        question.text.as_str().into(),
        row_of(question.options.iter().map(option_row)),
        question.help.as_deref().into(),
        row_of(question.show_if.iter().map(condition_row)),
        place(&GROWS, question.grows),
        row_of(question.bands.iter().map(band_row)),
        question.min.into(),
        question.max.into(),
        question.step.into(),
        question.unit.as_deref().into(),
        question.unit_one.as_deref().into(),
    ])
}

pub(super) fn question(row: &mut Row) -> Question {
    Question {
        id: row.text(),
        kind: at(&KINDS, row).unwrap_or(Kind::Single),
        text: row.text(),
        options: row.rows(option),
        help: row.some_text(),
        show_if: row.rows(condition),
        grows: at(&GROWS, row),
        bands: row.rows(band),
        min: row.some_number(),
        max: row.some_number(),
        step: row.some_number(),
        unit: row.some_text(),
        unit_one: row.some_text(),
    }
}

fn option_row(option: &AnswerOption) -> Value {
    row_of([
        option.id.as_str().into(),
        option.text.as_str().into(),
        points_row(option.points),
        option.help.as_deref().into(),
        so(option.exclusive),
        place(&ProfileId::ALL, option.target),
        so(option.wish),
        so(option.no_aim),
        so(option.intended),
    ])
}

fn option(row: &mut Row) -> AnswerOption {
    AnswerOption {
        id: row.text(),
        text: row.text(),
        points: row.row(points),
        help: row.some_text(),
        exclusive: row.is_so(),
        target: at(&ProfileId::ALL, row),
        wish: row.is_so(),
        no_aim: row.is_so(),
        intended: row.is_so(),
    }
}

fn condition_row(condition: &Condition) -> Value {
    let texts = |texts: &[String]| row_of(texts.iter().map(|text| text.as_str().into()));
    row_of([
        condition.question.as_str().into(),
        texts(&condition.any_of),
        texts(&condition.none_of),
        condition.at_least.into(),
        condition.below.into(),
    ])
}

fn condition(row: &mut Row) -> Condition {
    Condition {
        question: row.text(),
        any_of: row.texts(),
        none_of: row.texts(),
        at_least: row.some_number(),
        below: row.some_number(),
    }
}

fn band_row(band: &Band) -> Value {
    row_of([band.from.into(), points_row(band.points)])
}

fn band(row: &mut Row) -> Band {
    Band { from: row.number(), points: row.row(points) }
}

fn points_row(points: Points) -> Value {
    let number = |number: u8| if number == 0 { Value::Null } else { number.into() };
    row_of(ProfileId::ALL.map(|profile| number(points.of(profile))))
}

fn points(row: &mut Row) -> Points {
    let mut number = || row.number() as u8;
    Points { entry: number(), mid: number(), senior: number(), freelance: number() }
}

/// The place of a value among all that there are, which stands for it.
fn place<T: PartialEq>(all: &[T], value: Option<T>) -> Value {
    value.and_then(|value| all.iter().position(|it| *it == value)).into()
}

fn at<T: Copy>(all: &[T], row: &mut Row) -> Option<T> {
    row.some_number().and_then(|place| all.get(place as usize).copied())
}
