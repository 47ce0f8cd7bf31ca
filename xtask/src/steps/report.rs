//! What is said at the end.

use std::fmt;
use std::time::Duration;

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    Failed,
    /// Because of another step that did not pass.
    Skipped,
    /// Because of what is not there, which is said.
    NotRun(String),
}

/// The steps that have run.
#[derive(Debug, Default)]
pub(super) struct Report {
    lines: Vec<(&'static str, Outcome, Duration)>,
}

impl Report {
    /// Notes how a step ended, and says so.
    pub(super) fn add(&mut self, heading: &'static str, outcome: Outcome, took: Duration) {
        if matches!(outcome, Outcome::Passed | Outcome::Failed) {
            println!("-- {heading}: {outcome} in {}", seconds(took));
        }
        self.lines.push((heading, outcome, took));
    }

    /// Whether the step with this heading has passed. One that was not run did not stand in the way.
    pub(super) fn passed(&self, heading: &str) -> bool {
        self.lines.iter().all(|(known, outcome, _)| *known != heading || *outcome == Outcome::Passed)
    }

    /// Whether nothing failed, and nothing was left out because of it.
    pub(super) fn is_good(&self) -> bool {
        self.lines.iter().all(|(_, outcome, _)| matches!(outcome, Outcome::Passed | Outcome::NotRun(_)))
    }

    fn count(&self, wanted: &Outcome) -> usize {
        self.lines.iter().filter(|(_, outcome, _)| outcome == wanted).count()
    }

    /// Why steps were not run.
    fn reasons(&self) -> Vec<&str> {
        let reasons = self.lines.iter().filter_map(|(_, outcome, _)| match outcome {
            Outcome::NotRun(reason) => Some(reason.as_str()),
            _ => None,
        });
        reasons.collect()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Passed => "passed",
            Self::Failed => "FAILED",
            Self::Skipped => "skipped",
            Self::NotRun(_) => "not run",
        })
    }
}

impl fmt::Display for Report {
    /// A line for each step, and the sum as the last line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (heading, outcome, took) in &self.lines {
            writeln!(f, "{outcome:<8}{:>8}  {heading}", seconds(*took))?;
        }
        write!(f, "{} passed, {} failed", self.count(&Outcome::Passed), self.count(&Outcome::Failed))?;
        match self.count(&Outcome::Skipped) {
            0 => {}
            skipped => write!(f, ", {skipped} skipped")?,
        }
        match self.reasons().as_slice() {
            [] => Ok(()),
            reasons => write!(f, ", {} not run ({})", reasons.len(), reasons.join("; ")),
        }
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(steps: &[(&'static str, Outcome)]) -> Report {
        let mut report = Report::default();
        for (heading, outcome) in steps {
            report.add(heading, outcome.clone(), Duration::from_millis(1250));
        }
        report
    }

    fn last_line(report: &Report) -> String {
        report.to_string().lines().last().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_last_line_counts_the_steps() {
        let good = report(&[("one", Outcome::Passed), ("two", Outcome::Passed)]);
        assert_eq!(last_line(&good), "2 passed, 0 failed");
        assert!(good.is_good());
        let bad = report(&[("one", Outcome::Passed), ("two", Outcome::Failed)]);
        assert_eq!(last_line(&bad), "1 passed, 1 failed");
        assert!(!bad.is_good());
        let skipped = report(&[("one", Outcome::Failed), ("two", Outcome::Skipped)]);
        assert_eq!(last_line(&skipped), "0 passed, 1 failed, 1 skipped");
        assert!(!skipped.is_good());
    }

    #[test]
    fn what_was_not_run_is_counted_apart_with_the_reason_and_fails_nothing() {
        let not_run = |engine: &str| Outcome::NotRun(format!("{engine}: install it"));
        let one = report(&[("one", Outcome::Passed), ("two", not_run("Firefox"))]);
        assert_eq!(last_line(&one), "1 passed, 0 failed, 1 not run (Firefox: install it)");
        assert!(one.is_good());
        let two = report(&[("one", Outcome::Failed), ("two", not_run("Firefox")), ("three", not_run("WebKitGTK"))]);
        assert_eq!(last_line(&two), "0 passed, 1 failed, 2 not run (Firefox: install it; WebKitGTK: install it)");
        assert!(!two.is_good());
    }

    #[test]
    fn each_step_has_its_line() {
        let text = report(&[("one", Outcome::Passed), ("two", Outcome::Failed)]).to_string();
        assert_eq!(text, "passed     1.2 s  one\nFAILED     1.2 s  two\n1 passed, 1 failed");
    }

    #[test]
    fn a_step_knows_whether_the_one_before_it_passed() {
        let report = report(&[("one", Outcome::Passed), ("two", Outcome::Failed)]);
        assert!(report.passed("one"));
        assert!(!report.passed("two"));
        assert!(report.passed("never run"));
    }
}
