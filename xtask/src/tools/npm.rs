//! npm packages that a lock file in the repository pins, with all that they need.

use super::{announce, binaryen, store};
use crate::{Result, file, process};
use career_quiz::quiz::fingerprint::name_of;
use std::fs;
use std::path::{Path, PathBuf};

/// What is installed, and what is said of it.
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
            binaryen::ensure_node(self.why)?;
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
        let mut command = process::command(process::find("npm").ok_or("npm is not there")?);
        // Nobody's scripts are run.
        command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        command.args(["--no-update-notifier", "--loglevel=error", "--prefix"]).arg(folder);
        process::run(&mut command)
    }
}
