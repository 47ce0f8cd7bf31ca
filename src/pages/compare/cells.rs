//! What stands in the cells of several tables.

use super::told::Told;
use crate::quiz::answers::Answer;
use crate::quiz::record::library::SavedResult;
use crate::quiz::words::{Direction, Word};
use crate::state::material::Material;
use leptos::prelude::*;

/// What a result is called here: its name or its profile, with the time, as a day may have several that are alike; and whether it is somebody else's.
pub(super) fn label(result: &SavedResult, material: Material) -> String {
    let called = match result.best {
        _ if !result.name.is_empty() => result.name.as_str(),
        Some(best) => material.content.profile(best).name.as_str(),
        None => material.words.get(Word::SavedNoProfile),
    };
    let made = material.moment(&result.saved_at);
    match result.shared {
        true => format!("{called}, {made} ({})", material.words.get(Word::SharedMark)),
        false => format!("{called}, {made}"),
    }
}

/// A difference with its sign, so that nobody needs a colour to tell more from less.
pub(super) fn signed(difference: i64, material: Material) -> String {
    // Differences of scores are small.
    let number = material.number(difference.unsigned_abs() as f64);
    let sign = match difference {
        0 => return number,
        1.. => '+',
        _ => '\u{2212}',
    };
    // Between words from right to left, a sign would go to the other end of its number.
    match material.words.direction() {
        Direction::Ltr => format!("{sign}{number}"),
        Direction::Rtl => format!("\u{200e}{sign}{number}"),
    }
}

/// The language of texts, where that is not the language of the page: an old content may be kept in another one.
pub(super) fn language(of: Material, page: Material) -> Option<&'static str> {
    (of.content.language != page.content.language).then_some(of.content.language.as_str())
}

/// A text of a content.
pub(super) fn text(text: String, of: Material, page: Material) -> impl IntoView {
    view! { <span lang=language(of, page)>{text}</span> }
}

/// One option that was picked, or the number that was given, in the words of a side.
pub(super) fn answer(side: &Told, question: &str, answer: &Answer, page: Material) -> impl IntoView + use<> {
    let question = side.material.content.question(question);
    let said = question.map(|question| page.answer_text(question, answer)).unwrap_or_default();
    text(said, side.material, page)
}

/// The heads of the columns of numbers.
pub(super) fn heads(material: Material) -> impl IntoView {
    let heads = [Word::CompareFirst, Word::CompareSecond, Word::CompareChange];
    heads
        .map(|word| view! { <th scope="col" class="comparison__number">{material.words.get(word)}</th> })
        .collect_view()
}

/// Cells of numbers: the first, the second, and by how much that is more.
pub(super) fn numbers(first: String, second: String, difference: i64, material: Material) -> impl IntoView {
    view! {
        <td class="comparison__number">{first}</td>
        <td class="comparison__number">{second}</td>
        <td class="comparison__number" class:comparison__number--other=difference != 0>
            {signed(difference, material)}
        </td>
    }
}
