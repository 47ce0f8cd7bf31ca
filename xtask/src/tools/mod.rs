//! Finding the programs that are needed, and installing those that are missing.
//!
//! A program that is on the `PATH` at the pinned version is used. Otherwise our own copy is, from a folder
//! of this user that is named after its version, so that nothing is ever replaced.

mod apt;
pub(crate) mod axe;
mod binaryen;
mod cargo;
mod chromium;
mod engines;
mod esbuild;
mod lockfile;
mod node;
pub(crate) mod npm;
mod pins;
mod rust;
mod store;
pub(crate) mod typescript;
mod version;

pub(crate) use chromium::Browser;
pub(crate) use engines::{Firefox, Wanted, WebKit};
pub(crate) use node::{ensure_node, node};
pub(crate) use rust::ensure_components;

use crate::{Result, file, paths, process};
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Says on the terminal what is about to be installed, what for, and about how long it takes.
fn announce(what: &str, why: &str, takes: &str) {
    eprintln!("Installing {what}, which {why} ({takes}, once).");
}

/// The program that a variable names.
fn given(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The name of the system, as its distribution writes it.
fn system() -> String {
    if cfg!(target_os = "macos") {
        return "macos".to_owned();
    }
    let release = file::read(Path::new("/etc/os-release")).unwrap_or_default();
    let id = release.lines().find_map(|line| line.strip_prefix("ID="));
    id.unwrap_or_default().trim_matches('"').to_owned()
}

/// The tools that were asked for, ready to be run.
#[derive(Debug, Default)]
pub(crate) struct Tools {
    /// Folders of tools that are not on the `PATH`.
    folders: Vec<PathBuf>,
}

impl Tools {
    /// What makes a release.
    pub(crate) fn of_release() -> Result<Self> {
        let mut tools = Self::default();
        tools.add_bundler()?;
        tools.add_optimizer()?;
        tools.clean_up()?;
        Ok(tools)
    }

    /// What compiles the app: the WebAssembly target.
    pub(crate) fn add_target(&mut self) -> Result {
        rust::ensure_target()
    }

    /// What makes a page of the app: Trunk and wasm-bindgen.
    pub(crate) fn add_bundler(&mut self) -> Result {
        self.add_target()?;
        self.folders.extend(cargo::ensure(&pins::trunk())?);
        self.add_wasm_bindgen()
    }

    /// wasm-bindgen, and with it the runner of tests in a browser, at the version of the lock file.
    pub(crate) fn add_wasm_bindgen(&mut self) -> Result {
        self.add_target()?;
        let version = lockfile::version_of("wasm-bindgen", &paths::root().join("Cargo.lock"))?;
        let folder = cargo::ensure(&pins::wasm_bindgen(version))?;
        self.folders.extend(folder.filter(|folder| !self.folders.contains(folder)));
        Ok(())
    }

    /// What makes a release small: wasm-opt and esbuild.
    pub(crate) fn add_optimizer(&mut self) -> Result {
        self.folders.extend(binaryen::ensure()?);
        self.folders.push(esbuild::ensure()?);
        Ok(())
    }

    /// Removes what installing has left behind. To be called once everything is there.
    pub(crate) fn clean_up(&self) -> Result {
        cargo::clean_up()
    }

    /// A command that finds these tools before any others.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Result<Command> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&path));
        let path = env::join_paths(folders).map_err(|error| format!("the PATH cannot be extended: {error}"))?;
        let mut command = process::command(program);
        command.env("PATH", path);
        Ok(command)
    }

    /// Trunk, told never to fetch anything itself.
    ///
    /// It finds each tool at the version it wants, so it would not; its own look for a newer Trunk is all
    /// that is left to switch off. Its `--offline` is no use here: it would keep Cargo from fetching crates.
    pub(crate) fn trunk(&self) -> Result<Command> {
        let mut command = self.command(self.find("trunk")?)?;
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes the variable for a switch of its own and refuses the value 1, which is the usual one.
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            command.env("TRUNK_COLOR", "never").env("CARGO_TERM_COLOR", "never");
        }
        command.env_remove("NO_COLOR");
        Ok(command)
    }

    /// Where a tool lies.
    pub(crate) fn find(&self, program: &str) -> Result<PathBuf> {
        let ours = self.folders.iter().find_map(|folder| process::in_folder(folder, program));
        ours.or_else(|| process::find(program)).ok_or_else(|| format!("{program} is not there"))
    }
}
