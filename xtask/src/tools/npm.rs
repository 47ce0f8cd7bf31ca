//! npm packages, each installed into a folder of its own in the tool store.

use super::node::ensure_node;
use super::{announce, store};
use crate::{Result, file, process};
use career_quiz::quiz::fingerprint::name_of;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Packages that are pinned by their versions, and need no others or only such as go with them.
pub(super) struct Pinned<'a> {
    /// Names and versions. The folder is called after the first name and all versions.
    pub(super) packages: &'a [(&'a str, &'a str)],
    /// A file below `node_modules` that is there when all of it is.
    pub(super) file: &'a str,
    /// What it is for.
    pub(super) why: &'a str,
}

impl Pinned<'_> {
    /// The folder `node_modules` with the packages, whose programs can be run. Installs them, and Node, if need be.
    pub(super) fn ensure(&self) -> Result<PathBuf> {
        ensure_node(self.why)?;
        let (name, _) = self.packages[0];
        let versions: Vec<_> = self.packages.iter().map(|(_, version)| *version).collect();
        let folder = store::folder(name, &versions.join("-"))?;
        let modules = |folder: &Path| folder.join("node_modules");
        let is_there = |folder: &Path| modules(folder).join(self.file).is_file();
        if !is_there(&folder) {
            let _lock = store::lock()?;
            if !is_there(&folder) {
                announce(&format!("{name} {} by npm", versions[0]), self.why, "10 seconds");
                store::make(&folder, |draft| {
                    let packages = self.packages.iter().map(|(name, version)| format!("{name}@{version}"));
                    process::run(npm("install", draft)?.args(packages))?;
                    if is_there(draft) { Ok(()) } else { Err(format!("{name} was installed and has no {}", self.file)) }
                })?;
            }
        }
        Ok(modules(&folder))
    }
}

/// Packages that a lock file in the repository pins, with all that they need.
pub(crate) struct Locked<'a> {
    /// Names the folder in the tool store.
    pub(crate) name: &'a str,
    /// The folder of `package.json` and `package-lock.json`.
    pub(crate) from: &'a Path,
    /// What it is for.
    pub(crate) why: &'a str,
    /// How long it takes.
    pub(crate) takes: &'a str,
}

const FILES: [&str; 2] = ["package.json", "package-lock.json"];

impl Locked<'_> {
    /// The folder `node_modules` with the packages. Installs them if need be.
    pub(crate) fn ensure(&self) -> Result<PathBuf> {
        // Another lock is another folder, so that a branch with other versions takes nothing away from this one.
        let lock = name_of(&file::read(&self.from.join(FILES[1]))?);
        let folder = store::folder(self.name, &lock)?;
        if !folder.is_dir() {
            ensure_node(self.why)?;
            let _lock = store::lock()?;
            if !folder.is_dir() {
                announce(&format!("{} by npm", self.name), self.why, self.takes);
                store::make(&folder, |draft| self.install(draft))?;
            }
        }
        Ok(folder.join("node_modules"))
    }

    fn install(&self, folder: &Path) -> Result {
        for name in FILES {
            let from = self.from.join(name);
            fs::copy(&from, folder.join(name)).map_err(|error| file::reading(&from, &error))?;
        }
        process::run(&mut npm("ci", folder)?)
    }
}

/// npm, told to install into a folder. Nobody's scripts are run.
fn npm(what: &str, folder: &Path) -> Result<Command> {
    let mut command = process::command(process::find("npm").ok_or("npm is not there")?);
    command.args([what, "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]);
    command.arg("--prefix").arg(folder);
    Ok(command)
}
