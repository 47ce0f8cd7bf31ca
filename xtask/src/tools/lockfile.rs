//! What `Cargo.lock` says, without a TOML parser: Cargo writes it, so its shape is known.

use crate::{Result, file};
use std::path::Path;

/// The locked version of a package.
pub(super) fn version_of(package: &str, lock: &Path) -> Result<String> {
    find(&file::read(lock)?, package).ok_or_else(|| format!("{}: has no package {package}", lock.display()))
}

fn find(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    lines.next()?;
    lines.next()?.trim().strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\ndependencies = [\n \"cfg-if\",\n]\n";

    #[test]
    fn the_version_of_a_package_is_found() {
        assert_eq!(find(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(find(&LOCK.replace('\n', "\r\n"), "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(find(LOCK, "wasm"), None);
        assert_eq!(find("", "wasm-bindgen"), None);
    }

    #[test]
    fn our_own_lock_file_has_the_package() {
        let lock = crate::paths::root().join("Cargo.lock");
        assert!(version_of("wasm-bindgen", &lock).is_ok_and(|version| version.starts_with("0.2.")));
    }
}
