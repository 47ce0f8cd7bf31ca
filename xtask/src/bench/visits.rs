//! What came of the visits to a page, and what that comes to.

use super::trace::{self, Answer, Event};
use crate::Result;
use serde::Deserialize;

/// One cold visit, as `benches/page/measure.mjs` writes it. Times are in milliseconds since the navigation.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Visit {
    /// The page.
    name: String,
    /// The browser and its version.
    pub(super) product: String,
    /// What came over the wire until the first answer was taken.
    files: Vec<Sent>,
    first_paint: Option<f64>,
    answerable_at: f64,
    shift: f64,
    heap: f64,
    wasm: f64,
    /// What the main thread did from the first answer on.
    events: Vec<Event>,
}

/// A file, and how many bytes came of it, headers and all.
#[derive(Clone, Debug, Deserialize)]
struct Sent {
    path: String,
    bytes: u64,
}

/// A part of what is sent, and whether a path belongs to it.
type Part = (&'static str, fn(&str) -> bool);

/// The parts. The first that a path belongs to counts.
const PARTS: [Part; 5] = [
    ("HTML with styles", |path| path.is_empty() || path.ends_with(".html")),
    ("wasm", |path| path.ends_with(".wasm")),
    ("scripts", |path| path.ends_with(".js")),
    ("words and questions", |path| path.starts_with("beginnings/")),
    ("anything else", |_| true),
];

/// The figures of a page: medians over its visits, unless they say otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Figures {
    /// Bytes until the first answer.
    pub(super) bytes: f64,
    /// The same by parts, in their order.
    pub(super) parts: Vec<(&'static str, f64)>,
    /// The first paint, in milliseconds.
    pub(super) first_paint: f64,
    /// When the first question can be answered, in milliseconds.
    pub(super) answerable: f64,
    /// The median answer of a visit, in milliseconds of the main thread.
    pub(super) answer: f64,
    /// The slowest answer of a visit.
    pub(super) slowest: f64,
    /// The slowest answer of all visits.
    pub(super) slowest_of_all: f64,
    /// The median answer of a visit by the clock.
    pub(super) answer_by_clock: f64,
    /// The slowest answer of a visit by the clock.
    pub(super) slowest_by_clock: f64,
    /// How many answers were measured, in all visits.
    pub(super) answers: usize,
    /// All layout shifts of a visit, of the visit with most.
    pub(super) shift: f64,
    /// The longest task after the first answer, in milliseconds of the main thread.
    pub(super) longest: f64,
    /// Bytes of JavaScript's heap.
    pub(super) heap: f64,
    /// Bytes of wasm memory.
    pub(super) wasm: f64,
}

impl Figures {
    /// The figures of the page called `name`.
    ///
    /// # Errors
    ///
    /// Where it was not visited, or an answer was not seen.
    pub(super) fn of(name: &str, visits: &[Visit]) -> Result<Self> {
        let visits: Vec<&Visit> = visits.iter().filter(|visit| visit.name == name).collect();
        let answers: Vec<Vec<Answer>> = visits.iter().map(|visit| trace::answers(&visit.events)).collect();
        if visits.is_empty() || answers.iter().any(Vec::is_empty) {
            return Err(format!("{name}: there is a visit without answers, or none at all"));
        }
        let over = |figure: fn(&Visit) -> f64| median(visits.iter().map(|visit| figure(visit)));
        let part = |index: usize| {
            median(visits.iter().map(|visit| {
                let sent = visit.files.iter().filter(|sent| part_of(&sent.path) == index);
                sent.map(|sent| sent.bytes as f64).sum()
            }))
        };
        Ok(Self {
            bytes: over(|visit| visit.files.iter().map(|sent| sent.bytes as f64).sum()),
            parts: PARTS.iter().enumerate().map(|(index, (name, _))| (*name, part(index))).collect(),
            first_paint: over(|visit| visit.first_paint.unwrap_or(f64::NAN)),
            answerable: over(|visit| visit.answerable_at),
            answer: typical(&answers, |answer| answer.thread),
            slowest: slowest(&answers, |answer| answer.thread),
            slowest_of_all: largest(answers.iter().flatten().map(|answer| answer.thread)),
            answer_by_clock: typical(&answers, |answer| answer.clock),
            slowest_by_clock: slowest(&answers, |answer| answer.clock),
            answers: answers.iter().map(Vec::len).sum(),
            shift: largest(visits.iter().map(|visit| visit.shift)),
            longest: over(|visit| trace::longest_task(&visit.events)),
            heap: over(|visit| visit.heap),
            wasm: over(|visit| visit.wasm),
        })
    }
}

/// The median over visits of what is the median of one.
fn typical(visits: &[Vec<Answer>], of: fn(&Answer) -> f64) -> f64 {
    median(visits.iter().map(|answers| median(answers.iter().map(of))))
}

/// The median over visits of what is the largest of one.
fn slowest(visits: &[Vec<Answer>], of: fn(&Answer) -> f64) -> f64 {
    median(visits.iter().map(|answers| largest(answers.iter().map(of))))
}

fn part_of(path: &str) -> usize {
    PARTS.iter().position(|(_, fits)| fits(path)).unwrap_or_default()
}

fn largest(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, f64::max)
}

/// The value in the middle, or half-way between the two in the middle.
pub(super) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        length if length.is_multiple_of(2) => f64::midpoint(values[middle - 1], values[middle]),
        _ => values[middle],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn visits(list: &[Value]) -> Vec<Visit> {
        list.iter().map(|visit| serde_json::from_value(visit.clone()).expect("it is a visit")).collect()
    }

    fn visit(name: &str, answerable: f64, answers: &[f64]) -> Value {
        let mut events = Vec::new();
        for (index, cost) in answers.iter().enumerate() {
            let at = 1e6 * index as f64;
            let mut push = |name: &str, at: f64, takes: f64| {
                events.push(
                    json!({ "name": name, "at": at, "takes": takes, "threadAt": at / 2.0, "threadTakes": takes / 2.0 }),
                );
            };
            push("RunTask", at, cost * 1000.0);
            push("event click", at, 1.0);
            push("answer shown", at + 1.0, 0.0);
            push("Paint", at + 1.0, cost * 1000.0 - 1.0);
            push("Commit", at + cost * 1000.0, 0.0);
        }
        json!({
            "name": name, "product": "Chrome/1", "firstPaint": 200.0, "answerableAt": answerable, "shift": 0.0,
            "heap": 1000.0, "wasm": 64.0, "events": events,
            "files": [{ "path": "", "bytes": 10 }, { "path": "a_bg.wasm", "bytes": 100 }, { "path": "beginnings/a.en.0.json", "bytes": 7 },
                { "path": "icon.svg", "bytes": 3 }],
        })
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), 2.0);
        assert_eq!(median([4.0, 1.0, 2.0, 3.0].into_iter()), 2.5);
        assert_eq!(median([1.0].into_iter()), 1.0);
        assert!(median([].into_iter()).is_nan());
    }

    #[test]
    fn figures_are_medians_of_the_visits_to_one_page() {
        let visits = visits(&[
            visit("quiz", 900.0, &[5.0, 6.0, 40.0]),
            visit("other", 1.0, &[1.0]),
            visit("quiz", 700.0, &[4.0, 7.0, 8.0]),
            visit("quiz", 800.0, &[9.0, 9.0, 10.0]),
        ]);
        let figures = Figures::of("quiz", &visits).expect("it was visited");
        assert_eq!(figures.answerable, 800.0);
        assert_eq!((figures.answer_by_clock, figures.slowest_by_clock), (7.0, 10.0));
        assert_eq!((figures.answer, figures.slowest, figures.slowest_of_all, figures.answers), (3.5, 5.0, 20.0, 9));
        assert_eq!(figures.bytes, 120.0);
        let parts: Vec<f64> = figures.parts.iter().map(|(_, bytes)| *bytes).collect();
        assert_eq!(parts, [10.0, 100.0, 0.0, 7.0, 3.0]);
        assert_eq!(figures.longest, 5.0);
    }

    #[test]
    fn a_visit_without_an_answer_is_no_measurement() {
        let visits = visits(&[visit("quiz", 900.0, &[5.0]), visit("quiz", 900.0, &[])]);
        assert!(Figures::of("quiz", &visits).is_err());
        assert!(Figures::of("nowhere", &visits).is_err());
    }

    #[test]
    fn every_file_of_a_build_has_its_part() {
        let parts = ["", "index.html", "a-1_bg.wasm", "a-1.js", "beginnings/a.en.0.json", "main.css", "x/beginnings/"];
        assert_eq!(parts.map(part_of), [0, 0, 1, 2, 3, 4, 4]);
    }
}
