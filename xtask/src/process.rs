//! Running other programs.

use crate::{Result, paths};
use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A command that runs in the root of the repository, where the toolchain is pinned.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// Runs a command to its end, its output going where ours goes.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", words(command))) }
}

/// Like [`run`], and ends the command where it takes longer than `limit`.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result {
    let started = Instant::now();
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("{} failed ({status})", words(command))),
            Ok(None) if started.elapsed() < limit => sleep(Duration::from_millis(50)),
            Ok(None) | Err(_) => {
                // It may have ended by itself just now, which comes to the same.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("{} took longer than {} s", words(command), limit.as_secs()));
            }
        }
    }
}

/// What a command prints, or `None` where it is not there or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What a command prints when it is given `input`.
///
/// # Errors
///
/// Where it is not there, fails, or prints what is no text; why it fails, it says itself.
pub(crate) fn through(command: &mut Command, input: &str) -> Result<String> {
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = started.map_err(|error| not_started(command, &error))?;
    // Written beside the reading, or both could wait for each other. One that fails reads nothing more, which its status says.
    let output = std::thread::scope(|scope| {
        let stdin = child.stdin.take();
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
        child.wait_with_output()
    });
    let output = output.map_err(|error| format!("{}: {error}", words(command)))?;
    if !output.status.success() {
        return Err(format!("{} failed ({})", words(command), output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{} prints what is no text", words(command)))
}

/// Where a program lies on the `PATH`.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).find_map(|folder| in_folder(&folder, program))
}

/// The file of a program in a folder.
pub(crate) fn in_folder(folder: &Path, program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    endings.iter().map(|ending| folder.join(format!("{program}{ending}"))).find(|file| is_program(file))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("{} cannot be started: {error}", command.get_program().display())
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    // The first word says enough: a whole command line would bury what went wrong.
    match command.get_args().next() {
        Some(first) => format!("{} {}", program.display(), first.display()),
        None => program.display().to_string(),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named_with_its_status() {
        let message = run(Command::new("sh").args(["-c", "exit 3"])).expect_err("it fails");
        assert_eq!(message, "sh -c failed (exit status: 3)");
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let message = run(&mut Command::new("no-such-program-here")).expect_err("it is not there");
        assert!(message.starts_with("no-such-program-here cannot be started"), "{message}");
        assert_eq!(output(&mut Command::new("no-such-program-here")), None);
    }

    #[test]
    fn what_goes_through_a_program_comes_out_whole() {
        // More than fits between two programs.
        let long = "a line\n".repeat(50_000);
        assert_eq!(through(&mut Command::new("cat"), &long), Ok(long));
        assert!(
            through(Command::new("sh").args(["-c", "exit 4"]), "lost").is_err_and(|it| it.contains("exit status: 4"))
        );
        assert!(through(Command::new("printf").arg("\\377"), "").is_err_and(|it| it.contains("no text")));
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let started = Instant::now();
        let message = run_within(Command::new("sleep").arg("20"), Duration::from_millis(200)).expect_err("it is ended");
        assert!(message.contains("took longer"), "{message}");
        assert!(started.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn programs_are_found_and_plain_files_are_not() {
        assert!(find("sh").is_some());
        assert!(in_folder(paths::root(), "Cargo.toml").is_none());
    }
}
