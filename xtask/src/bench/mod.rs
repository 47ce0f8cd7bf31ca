//! `cargo xtask bench`: the quiz in a browser, beside what it is held against. docs/performance.md has what comes of it.
//!
//! `benches/page` visits the pages and says what it saw; everything that is worked out from that is worked out here.

mod pages;
mod questions;
mod table;
mod trace;
mod visits;

use crate::args::BenchOptions;
use crate::page::put_between;
use crate::tools::{Browser, Tools, ensure_node, node};
use crate::{Result, file, paths, process, size};
use pages::{MANY_QUESTIONS, PAGES, QUIZ};
pub(crate) use pages::{copy, fresh};
pub(crate) use questions::enlarged;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use visits::{Figures, Visit};

/// What `benches/page/measure.mjs` writes.
#[derive(Debug, Deserialize)]
struct Measured {
    date: String,
    cores: usize,
    processor: String,
    visits: Vec<Visit>,
}

/// Measures, and writes the tables into docs/performance.md.
pub(crate) fn run(options: &BenchOptions) -> Result {
    let tools = Tools::of_release()?;
    let browser = Browser::ensure()?;
    ensure_node("drives the browser that is measured")?;
    let folder = paths::target().join("bench").join("pages");
    file::make_folder(&folder)?;
    let dist = pages::release(options.dist.as_deref(), &tools)?;
    pages::make(&folder, &dist, &tools)?;
    let measured = measure(&browser, options.runs, &folder)?;
    let figures = |name: &str| Figures::of(name, &measured.visits);
    let columns = PAGES.iter().map(|(name, _, title)| Ok((*title, figures(name)?)));
    let columns = columns.collect::<Result<Vec<_>>>()?;
    let table = text(&measured, options.runs, &table::of(&columns), &figures(QUIZ)?, &figures(MANY_QUESTIONS)?);
    let sizes = size::table(&size::measure(&dist)?);
    println!("\n{table}\n{sizes}");
    write(&doc(), &table, &sizes)
}

fn measure(browser: &Browser, runs: usize, folder: &Path) -> Result<Measured> {
    let out = paths::target().join("bench").join("visits.json");
    let mut command = node()?;
    command.arg(pages::sources().join("measure.mjs")).arg(&browser.chromium).arg(runs.to_string());
    command.arg(folder).arg(&out).args(PAGES.map(|(name, kind, _)| format!("{name}:{kind}")));
    process::run(&mut command)?;
    serde_json::from_str(&file::read(&out)?).map_err(|error| format!("{}: {error}", out.display()))
}

/// The table with what belongs to it.
fn text(measured: &Measured, runs: usize, table: &str, quiz: &Figures, many: &Figures) -> String {
    let browser = measured.visits.first().map_or("", |visit| &visit.product);
    let Measured { date, cores, processor, .. } = measured;
    let growth = (many.answer / quiz.answer - 1.0) * 100.0;
    format!(
        "\n{date}, {browser}, headless, {cores} cores ({processor}), visits to each page: {runs}.\n\n{table}\n\
        From the questions of the default quiz to 1,000, the median answer changes by {growth:+.0}%; aimed at is +25% at most. The slowest of all \
        visits is that of {} answers a page.\n\nBytes of the quiz over the wire, headers and all: {}.\n",
        quiz.answers,
        table::parts(quiz),
    )
}

fn doc() -> PathBuf {
    paths::root().join("docs").join("performance.md")
}

fn write(doc: &Path, table: &str, sizes: &str) -> Result {
    let failed = |error: String| format!("{}: {error}", doc.display());
    let text = put_between(&file::read(doc)?, "bench:table", table).map_err(failed)?;
    file::write(doc, put_between(&text, "bench:sizes", &format!("\n{sizes}")).map_err(failed)?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Folder;

    #[test]
    fn the_tables_take_the_place_of_those_that_were_there() {
        let folder = Folder::new("bench-doc");
        let before =
            "# A\n<!-- bench:table -->old<!-- /bench:table -->\nb <!-- bench:sizes -->old<!-- /bench:sizes -->\nc";
        let doc = folder.file("performance.md", before);
        assert_eq!(write(&doc, "| new |\n", "| sizes |\n"), Ok(()));
        let after = "# A\n<!-- bench:table -->| new |\n<!-- /bench:table -->\nb <!-- bench:sizes -->\n| sizes |\n<!-- /bench:sizes -->\nc";
        assert_eq!(file::read(&doc).as_deref(), Ok(after));
        folder.file("performance.md", "# A\n");
        assert!(write(&doc, "", "").is_err());
    }

    #[test]
    fn our_own_document_has_a_place_for_both() {
        let text = file::read(&doc()).expect("it is there");
        assert!(put_between(&text, "bench:table", "").is_ok() && put_between(&text, "bench:sizes", "").is_ok());
    }

    #[test]
    fn the_text_says_how_much_more_an_answer_costs_among_many_questions() {
        let measured = Measured { date: "2026-01-02".into(), cores: 2, processor: "A".into(), visits: Vec::new() };
        let figures = |answer| Figures { answer, answers: 100, ..Figures::default() };
        let text = text(&measured, 5, "| |\n", &figures(10.0), &figures(12.0));
        assert!(
            text.contains("changes by +20%") && text.contains("2026-01-02") && text.contains("of 100 answers"),
            "{text}"
        );
    }
}
