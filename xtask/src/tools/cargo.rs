//! Tools that are crates: fetched by cargo-binstall where it is there and can, compiled otherwise.

use super::{announce, store, version};
use crate::{Result, file, paths, process};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A tool that is a crate.
#[derive(Debug)]
pub(super) struct CargoTool {
    /// The crate.
    pub(super) package: &'static str,
    /// What the tool is called here, and its folder.
    pub(super) name: &'static str,
    /// The programs it brings; each must be there.
    pub(super) programs: &'static [&'static str],
    /// The one version that is right.
    pub(super) version: String,
    /// Options for `cargo install`.
    pub(super) options: &'static [&'static str],
    /// What it is for.
    pub(super) why: &'static str,
    /// About how long compiling it takes on two cores.
    pub(super) takes: &'static str,
}

/// How long a ready-made program is waited for. Where its host cannot be reached, compiling begins then.
const READY_MADE: Duration = Duration::from_secs(60);

/// The folder of the tool's programs, or `None` where they are on the `PATH`. Installs them if need be.
pub(super) fn ensure(tool: &CargoTool) -> Result<Option<PathBuf>> {
    if tool.is_right(process::find) {
        return Ok(None);
    }
    let folder = store::folder(tool.name, &tool.version)?;
    let programs = folder.join("bin");
    if !tool.is_in(&programs) {
        let _lock = store::lock()?;
        if !tool.is_in(&programs) {
            announce(&format!("{} {}", tool.name, tool.version), tool.why, tool.takes);
            store::make(&folder, |draft| tool.install(draft))?;
        }
    }
    Ok(Some(programs))
}

impl CargoTool {
    fn is_in(&self, folder: &Path) -> bool {
        self.is_right(|program| process::in_folder(folder, program))
    }

    fn is_right(&self, find: impl Fn(&str) -> Option<PathBuf>) -> bool {
        let right = |file: PathBuf| version::of(&file).as_deref() == Some(&self.version);
        self.programs.iter().all(|program| find(program).is_some_and(right))
    }

    fn install(&self, folder: &Path) -> Result {
        if process::find("cargo-binstall").is_some() && self.fetch(folder) {
            return Ok(());
        }
        let builds = builds()?;
        self.compile(folder, &builds)
            .map_err(|error| format!("{} {} could not be installed: {error}", self.package, self.version))?;
        if self.is_in(&folder.join("bin")) {
            Ok(())
        } else {
            Err(format!("{} {} was installed and does not run", self.package, self.version))
        }
    }

    fn fetch(&self, folder: &Path) -> bool {
        eprintln!("Trying cargo-binstall first, for at most {} s.", READY_MADE.as_secs());
        let mut command = plain_cargo();
        command.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--version", &self.version]);
        command.arg("--root").arg(folder).arg(self.package);
        match process::run_within(&mut command, READY_MADE) {
            // It may be made for another system than this one, so it has to run before it is believed.
            Ok(()) if self.is_in(&folder.join("bin")) => true,
            _ => {
                eprintln!("That did not work here, which is all right: {} is compiled instead.", self.name);
                false
            }
        }
    }

    fn compile(&self, folder: &Path, builds: &Path) -> Result {
        let mut command = plain_cargo();
        command.args(["install", self.package, "--version", &self.version, "--root"]).arg(folder).args(self.options);
        // Hundreds of lines of progress are good company in a terminal, and noise in a log.
        if !std::io::stderr().is_terminal() {
            command.arg("--quiet");
        }
        // These tools work for a second at a time: compiling them fast is what counts.
        command
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_TARGET_DIR", builds);
        process::run(&mut command)
    }
}

/// Cargo without what is meant for our own code.
fn plain_cargo() -> Command {
    let mut command = process::command("cargo");
    for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
        command.env_remove(variable);
    }
    command
}

/// Where tools are compiled: one folder for all, so that what two of them need is compiled once.
fn builds() -> Result<PathBuf> {
    Ok(paths::tools()?.join("builds"))
}

/// Removes what compiling has left behind.
pub(super) fn clean_up() -> Result {
    let builds = builds()?;
    if builds.exists() {
        let _lock = store::lock()?;
        file::remove_folder(&builds)?;
    }
    Ok(())
}
