//! A second try for tests in an engine that fails by itself now and then.

use crate::Result;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// The most tests that are tried again. Where more have failed it is not the engine.
const MOST: usize = 3;

/// Runs tests, and those once more that fail, one after the other. `command` makes the command that runs them all, whose output goes where ours goes.
///
/// # Errors
///
/// Where a test fails twice, or more than a few fail at once.
pub(super) fn run(command: impl FnMut() -> Command) -> Result {
    run_into(&mut std::io::stdout(), command)
}

/// The same, with the output going elsewhere.
fn run_into(output: &mut impl Write, mut command: impl FnMut() -> Command) -> Result {
    let (outcome, failed) = watch(&mut command(), output)?;
    if outcome.is_ok() || failed.is_empty() || failed.len() > MOST {
        return outcome;
    }
    let names = failed.join(", ");
    // Where nobody reads on, the outcome is still of interest.
    let _ = writeln!(output, "\n-- once more, by themselves: {names}");
    let again = watch(command().args(["--", "--exact", "--test-threads", "1"]).args(&failed), output)?;
    again.0?;
    let _ = writeln!(output, "\nNOT STEADY, passed at the second try: {names}");
    Ok(())
}

/// Runs a command, hands on what it prints, and looks in that for the names of tests that fail.
fn watch(command: &mut Command, output: &mut impl Write) -> Result<(Result, Vec<String>)> {
    let started = command.stdout(Stdio::piped()).spawn();
    let mut child = started.map_err(|error| format!("the tests cannot be started: {error}"))?;
    let mut failed = Vec::new();
    for line in
        child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).split(b'\n')).map_while(|it| it.ok())
    {
        let _ = output.write_all(&line).and_then(|()| output.write_all(b"\n"));
        failed.extend(failed_test(&String::from_utf8_lossy(&line)).map(str::to_owned));
    }
    let status = child.wait().map_err(|error| format!("the tests cannot be waited for: {error}"))?;
    let outcome = if status.success() { Ok(()) } else { Err(format!("the tests failed ({status})")) };
    Ok((outcome, failed))
}

/// The name of a test, in the line that says it has failed.
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::content::Folder;
    use std::path::Path;

    /// Tests that fail as many times as the folder has files called `fail-…`.
    fn shell(folder: &Path, lines: &str) -> Command {
        let mut command = Command::new("sh");
        let script = format!(
            "cd {} && f=$(ls fail-* 2>/dev/null | head -1); [ -z \"$f\" ] && exit 0; rm $f; {lines} exit 1",
            folder.display()
        );
        command.args(["-c", &script]);
        command
    }

    fn echo(tests: &[&str]) -> String {
        tests.iter().map(|test| format!("echo 'test {test} ... FAILED';")).collect()
    }

    #[test]
    fn a_test_that_fails_once_is_tried_again_and_one_that_fails_twice_has_failed() {
        let folder = Folder::new("second-try");
        let lines = echo(&["saved::one"]);
        assert_eq!(run_into(&mut Vec::new(), || shell(&folder.0, &lines)), Ok(()), "none fails");
        folder.file("fail-1", "");
        assert_eq!(run_into(&mut Vec::new(), || shell(&folder.0, &lines)), Ok(()), "once");
        folder.file("fail-1", "");
        folder.file("fail-2", "");
        assert!(run_into(&mut Vec::new(), || shell(&folder.0, &lines)).is_err(), "twice");
    }

    #[test]
    fn many_that_fail_and_what_fails_without_a_name_are_not_tried_again() {
        let folder = Folder::new("second-try-many");
        folder.file("fail-1", "");
        assert!(run_into(&mut Vec::new(), || shell(&folder.0, &echo(&["a", "b", "c", "d"]))).is_err());
        folder.file("fail-1", "");
        assert!(run_into(&mut Vec::new(), || shell(&folder.0, "echo 'error: it does not compile';")).is_err());
    }

    #[test]
    fn a_failed_test_is_known_by_its_line() {
        assert_eq!(failed_test("test saved::a ... FAILED"), Some("saved::a"));
        assert_eq!(failed_test("test saved::a ... ok"), None);
        assert_eq!(failed_test("    saved::a"), None);
    }
}
