//! Versions as programs print them.

use crate::process;
use std::path::Path;
use std::process::Command;

/// The version that a program prints when it is asked, or `None` where it does not run.
pub(super) fn of(program: &Path) -> Option<String> {
    version_in(&process::output(Command::new(program).arg("--version"))?)
}

/// The first word that looks like a version: `0.21.14` of `trunk 0.21.14`, `20.1.0` of `v20.1.0`.
fn version_in(text: &str) -> Option<String> {
    let numbers = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| numbers(word))
        .map(str::to_owned)
}

/// The first number of a version.
pub(super) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_programs_print_them() {
        for (text, version) in [
            ("trunk 0.21.14", "0.21.14"),
            ("wasm-bindgen 0.2.130 (f4d1b8e 2026-01-01)", "0.2.130"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("v20.20.2", "20.20.2"),
            ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", "156.0.8078.79"),
            ("Google Chrome 130.0.6723.58", "130.0.6723.58"),
            ("ChromeDriver 156.0.8078.79 (a21ce95c)", "156.0.8078.79"),
        ] {
            assert_eq!(version_in(text).as_deref(), Some(version));
        }
        assert_eq!(version_in("no number here"), None);
        assert_eq!(version_in(""), None);
    }

    #[test]
    fn the_major_version_is_a_number() {
        assert_eq!(major("156.0.8078.79"), Some(156));
        assert_eq!(major("132"), Some(132));
        assert_eq!(major("x.1"), None);
    }
}
