//! Packages of Debian and Ubuntu, where they can be installed without asking for a password.

use super::announce;
use crate::{Result, process};
use std::process::{Command, Stdio};

/// Installs packages.
///
/// # Errors
///
/// Where this is another system, or installing needs a password: then the line names the packages.
pub(super) fn install(packages: &[&str], why: &str, takes: &str) -> Result {
    let names = packages.join(" ");
    let before = prefix().ok_or_else(|| match process::find("apt-get") {
        Some(_) => format!("missing: {names}, which {why}; install with `sudo apt-get install {names}`"),
        None => format!("missing: {names}, which {why}; install the packages of your system by these names"),
    })?;
    announce(&format!("{names} by apt-get"), why, takes);
    let apt = |words: &[&str]| {
        let words = [before, &["apt-get"], words].concat();
        let mut command = Command::new(words[0]);
        // What goes wrong is said on the other stream; this one has a line for every step of every package.
        process::run(command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()))
    };
    apt(&["update", "--quiet=2"])?;
    apt(&[&["install", "--yes", "--quiet=2", "--no-install-recommends"], packages].concat())
}

/// What has to stand before `apt-get`, or `None` where it cannot be used.
fn prefix() -> Option<&'static [&'static str]> {
    process::find("apt-get")?;
    if process::output(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    // `-n` fails at once where a password would be asked for.
    process::output(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n"][..])
}
