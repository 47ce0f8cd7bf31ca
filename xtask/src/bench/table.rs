//! The table of `docs/performance.md`.

use super::visits::Figures;
use crate::build::grouped;

/// A row: what it shows, what is aimed at, and how a figure is written.
type Row = (&'static str, &'static str, fn(&Figures) -> String);

const ROWS: [Row; 13] = [
    ("bytes until the first answer", "100 KB", |page| kilobytes(page.bytes)),
    ("first paint", "", |page| seconds(page.first_paint)),
    ("**first question answerable**", "", |page| seconds(page.answerable)),
    ("**an answer painted**, median", "10 ms", |page| milliseconds(page.answer)),
    ("slowest of a visit", "16 ms", |page| milliseconds(page.slowest)),
    ("slowest of all visits", "", |page| milliseconds(page.slowest_of_all)),
    ("by the clock, median", "", |page| milliseconds(page.answer_by_clock)),
    ("by the clock, slowest of a visit", "", |page| milliseconds(page.slowest_by_clock)),
    ("layout shift (CLS), most", "0", |page| format!("{:.3}", page.shift)),
    ("longest task after start", "50 ms", |page| milliseconds(page.longest)),
    ("JS heap", "", |page| megabytes(page.heap)),
    ("wasm memory", "", |page| megabytes(page.wasm)),
    ("both", "4 MB", |page| megabytes(page.heap + page.wasm)),
];

/// The table, a column for each page.
pub(super) fn of(pages: &[(&str, Figures)]) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let columns = || pages.iter().map(|(name, _)| (*name).to_owned());
    let mut table = line([String::new()].into_iter().chain(columns()).chain(["aim".to_owned()]).collect());
    table += &format!("|{}\n", "---|".repeat(pages.len() + 2));
    for (name, aim, write) in ROWS {
        let figures = pages.iter().map(|(_, page)| write(page));
        table += &line([name.to_owned()].into_iter().chain(figures).chain([aim.to_owned()]).collect());
    }
    table
}

/// The bytes of a page by parts, as a sentence.
pub(super) fn parts(page: &Figures) -> String {
    let part = |(name, bytes): &(&str, f64)| format!("{} {name}", grouped(*bytes as u64));
    page.parts.iter().filter(|(_, bytes)| *bytes > 0.0).map(part).collect::<Vec<_>>().join(", ")
}

fn kilobytes(bytes: f64) -> String {
    format!("{:.1} KB", bytes / 1e3)
}

fn megabytes(bytes: f64) -> String {
    format!("{:.1} MB", bytes / 1e6)
}

fn seconds(milliseconds: f64) -> String {
    format!("{:.2} s", milliseconds / 1e3)
}

fn milliseconds(milliseconds: f64) -> String {
    format!("{milliseconds:.1} ms")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_column_and_every_figure_a_row() {
        let page = Figures {
            bytes: 301_432.0,
            first_paint: 301.0,
            answerable: 4_896.0,
            answer: 48.04,
            shift: 0.0101,
            heap: 7.9e6,
            wasm: 1.1e6,
            ..Figures::default()
        };
        let table = of(&[("SurveyJS", page.clone()), ("the quiz", page)]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(
            lines[..3],
            [
                "|  | SurveyJS | the quiz | aim |",
                "|---|---|---|---|",
                "| bytes until the first answer | 301.4 KB | 301.4 KB | 100 KB |"
            ]
        );
        assert!(lines.iter().all(|line| line.matches('|').count() == 5), "{table}");
        for cell in ["0.30 s", "4.90 s", "48.0 ms", "0.010", "7.9 MB", "9.0 MB"] {
            assert!(table.contains(&format!("| {cell} | {cell} |")), "{cell}: {table}");
        }
    }

    #[test]
    fn parts_that_are_not_there_are_not_told() {
        let page = Figures { parts: vec![("wasm", 12_345.0), ("words", 0.0), ("content", 7.0)], ..Figures::default() };
        assert_eq!(parts(&page), "12,345 wasm, 7 content");
    }
}
