//! axe-core in the page: what it finds there, what it cannot decide, and what of that a person has looked at.

use crate::browser::Browser;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::PathBuf;

/// What axe-core says of a page as it stands.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Outcome {
    /// What breaks a rule.
    pub violations: Vec<Finding>,
    /// What a program cannot decide.
    pub incomplete: Vec<Finding>,
    /// The rules that hold for something on the page.
    pub passed: Vec<String>,
}

/// Something that axe-core found, at one element.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Finding {
    /// The rule.
    pub rule: String,
    /// A selector of the element.
    pub target: String,
    /// What is wrong with it, or what is not known.
    pub summary: String,
}

/// The program, as its package has it.
///
/// # Panics
///
/// Where none is named. A run that looks for nothing must not look like one that found nothing.
pub fn program() -> String {
    let file = std::env::var_os("E2E_AXE").map(PathBuf::from).filter(|file| file.is_file());
    let file = file.expect("E2E_AXE names no axe.min.js: run `cargo xtask test e2e`, which installs it and sets this");
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Puts the program into the page that is open.
#[track_caller]
pub fn put(browser: &Browser, program: &str) {
    browser.run(program, &[]);
}

/// Lets it look at the page as it stands.
///
/// # Panics
///
/// Where it cannot.
#[track_caller]
pub fn look(browser: &Browser) -> Outcome {
    // The tags of each version are apart: what came with 2.1 is not in `wcag2aa`. Large enough targets are asked
    // for by 2.2, and axe-core leaves the rule off unless it is named.
    const SCRIPT: &str = "
        const options = {
            runOnly: { type: 'tag', values: arguments[0] },
            rules: { 'target-size': { enabled: true } },
        };
        const list = results => results.flatMap(({ id, nodes }) => nodes.map(node => ({
            rule: id,
            target: node.target.flat().join(' '),
            summary: [...node.any, ...node.all, ...node.none].map(check => check.message).join('; '),
        })));
        return axe.run(document, options).then(({ violations, incomplete, passes }) => ({
            violations: list(violations), incomplete: list(incomplete), passed: passes.map(({ id }) => id),
        }));
    ";
    let outcome = browser.run(SCRIPT, &[json!(TAGS)]);
    serde_json::from_value(outcome).expect("axe-core answers in the form of its documentation")
}

/// The rules that are asked for.
pub const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Why something that axe-core cannot decide is right as it is.
#[derive(Clone, Copy, Debug)]
pub struct Reason {
    /// The rule.
    pub rule: &'static str,
    /// What the selector of the element contains.
    pub target: &'static str,
    /// Why it is right.
    pub why: &'static str,
}

impl Reason {
    /// Whether it is given for this.
    pub fn is_for(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && finding.target.contains(self.target)
    }
}

/// The reasons. One that is needed no longer fails the test.
pub const REASONS: &[Reason] = &[
    Reason {
        rule: "color-contrast",
        target: "[rowspan=",
        why: "The question in a ledger spans the rows of its answers, and the rows under the first lie over it in the order \
              of painting. They have no background, so what is seen is the text on the card: #525e5b on #ffffff (6.7 to 1) \
              in light and #a9b5b1 on #1b2221 (7.7 to 1) in dark, the same as for questions with one answer, which pass.",
    },
    Reason {
        rule: "th-has-data-cells",
        target: ".comparison--",
        why: "Where two results are compared, a question stands in a row of its own above the cells that it is the head of, \
              as its scope, a group of rows, says: beside them there is no room in a narrow window. axe-core looks for the \
              cells of a head in its own row alone.",
    },
];
