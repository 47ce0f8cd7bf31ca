//! `cargo xtask accessibility`: what the tests of accessibility found last, as docs/accessibility.md.

use e2e::axe::{Outcome, REASONS};
use e2e::scenes;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

#[derive(Deserialize)]
struct Tried {
    runs: Vec<Run>,
}

#[derive(Deserialize)]
struct Run {
    theme: String,
    width: u32,
    outcome: Outcome,
}

const BEFORE: &str = "\
# Accessibility

WCAG 2.2 AA, tried in every screen and state of the quiz. This file is made by

    cargo xtask test e2e
    cargo xtask accessibility

of what the tests of the release build found in Chromium, and is not made where they found a violation. Scenes are entered in English; what is
cut off is looked for in Spanish, which takes the most room; `cargo xtask test --full` looks for both in every language. Announcements and the keyboard are tried in all three engines.
What the sheets of pictures showed is in [screens.md](screens.md). A scene is a screen in a state, such as a question with an answer picked, or a dialog; they
are listed in `tests/e2e/src/scenes`.

| what | where | looked at | command |
|---|---|---|---|
| axe-core: no violation, and nothing undecided without a reason | every scene, light and dark, at 320 and 1440 px | the table below | `cargo xtask test e2e`; `tests/all/axe.rs` |
| what a screen reader is given | every scene | snapshots of Chromium's accessibility tree in `tests/e2e/snapshots`, compared | `tests/all/tree.rs`; `E2E_UPDATE=1` writes them anew |
| 400 % zoom of a window of 1280 px, which is 320 px | every scene | no scrolling sideways, no text cut off or out of its box | `tests/all/layout.rs` |
| text of 200 % | every scene, at 1280 and 640 px | the same | `tests/all/layout.rs` |
| text spacing of success criterion 1.4.12 | every scene, at 1280, 640 and 320 px | the same | `tests/all/layout.rs` |
| forced colours | what is picked, the progress, the bars of scores and ranges | borders differ; parts of bars differ in the pixels of a picture | `tests/all/layout.rs` |
| reduced motion | every scene | no transition and no animation on any element | `tests/all/layout.rs` |
| the way of the focus by Tab | every scene at 1280 by 900 px; at 320 by 640 px too, of results one | each stop once and in the order of the document, an outline of 2 px and 3 to 1, within the window and not covered, no trap | `tests/all/focus.rs` |
| the whole quiz by keyboard alone | from the opening page to the result | answers kept, focus on each heading | `tests/all/keyboard.rs` |
| announcements | new screens, results, notices, errors, copies, dialogs | said once; notices politely | `tests/all/announcements.rs` |

";

fn main() {
    let file = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/accessibility.md"));
    let (page, violations) = page();
    assert_eq!(violations, 0, "violations are to be mended and not to be written down: {page}");
    std::fs::write(&file, page).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    println!("docs/accessibility.md is written");
}

/// The page, and how many violations are in it.
fn page() -> (String, usize) {
    let mut violations = 0;
    let mut page = BEFORE.to_owned();
    let (mut rules, mut runs, mut rows) = (BTreeSet::new(), 0, String::new());
    for scene in scenes::all() {
        let file = e2e::out("axe").join(format!("{}.json", scene.name));
        let text = std::fs::read_to_string(&file)
            .unwrap_or_else(|_| panic!("{} was not tried: run `cargo xtask test e2e` first", scene.name));
        let tried: Tried = serde_json::from_str(&text).expect("the test has written its own form");
        let cells: Vec<String> = tried.runs.iter().map(|run| cell(&run.outcome)).collect();
        runs += tried.runs.len();
        violations += tried.runs.iter().map(|run| run.outcome.violations.len()).sum::<usize>();
        rules.extend(tried.runs.iter().flat_map(|run| run.outcome.passed.clone()));
        if rows.is_empty() {
            let ways = tried.runs.iter().map(|run| format!(" {}, {} px |", run.theme, run.width)).collect::<String>();
            let _ = writeln!(rows, "| scene |{ways}\n|---|{}", "---|".repeat(tried.runs.len()));
        }
        let _ = writeln!(rows, "| {} | {} |", scene.name, cells.join(" | "));
    }
    let _ = writeln!(
        page,
        "## axe-core\n\n{runs} runs. In each cell: violations, what was undecided and has a reason, and how many rules hold for something \
         on the page.\n\n{rows}\n{} rules held somewhere: {}.\n\n## What axe-core cannot decide, and why it is right\n",
        rules.len(),
        rules.into_iter().collect::<Vec<_>>().join(", ")
    );
    for reason in REASONS {
        let _ = writeln!(page, "- `{}` at `{}`: {}", reason.rule, reason.target, reason.why);
    }
    (page, violations)
}

fn cell(outcome: &Outcome) -> String {
    let reasoned = |finding| REASONS.iter().any(|reason| reason.is_for(finding));
    let (with, without): (Vec<_>, Vec<_>) = outcome.incomplete.iter().partition(|finding| reasoned(finding));
    let names = |findings: &[e2e::axe::Finding]| {
        let rules: BTreeSet<&str> = findings.iter().map(|finding| &*finding.rule).collect();
        if rules.is_empty() {
            String::new()
        } else {
            format!(" ({})", rules.into_iter().collect::<Vec<_>>().join(", "))
        }
    };
    let unreasoned =
        if without.is_empty() { String::new() } else { format!(", **{} without a reason**", without.len()) };
    format!(
        "{}{}, {}{unreasoned}, {}",
        outcome.violations.len(),
        names(&outcome.violations),
        with.len(),
        outcome.passed.len()
    )
}
