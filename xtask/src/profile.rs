//! `cargo xtask profile`: sees in a browser which functions a first visit runs, and writes the list of all others
//! (`page/cold`).

use crate::page::cold;
use crate::page::hook::PROFILE_VARIABLE;
use crate::tools::{Browser, Tools, ensure_node, node};
use crate::{Result, file, paths, process};
use std::collections::BTreeSet;

/// Visits a release that says what it runs, and writes the list.
pub(crate) fn run() -> Result {
    let mut tools = Tools::default();
    tools.add_bundler()?;
    tools.add_optimizer()?;
    tools.clean_up()?;
    let browser = Browser::ensure()?;
    ensure_node("drives the browser that makes the visits")?;
    let folder = paths::target().join("profile");
    file::make_folder(&folder)?;
    let (dist, names, out) = (folder.join("dist"), folder.join("names.txt"), folder.join("ran.json"));
    let mut trunk = tools.trunk()?;
    trunk.args(["build", "--release", "--dist"]).arg(&dist).env(PROFILE_VARIABLE, &names);
    process::run(&mut trunk)?;
    let mut visits = node()?;
    visits.arg(paths::root().join("benches/page/profile.mjs")).arg(&browser.chromium).arg(&dist).arg(&out);
    process::run(&mut visits)?;
    let all: Vec<_> = file::read(&names)?.lines().map(str::to_owned).collect();
    let ran: BTreeSet<usize> =
        serde_json::from_str(&file::read(&out)?).map_err(|error| format!("{}: {error}", out.display()))?;
    let list = paths::root().join("xtask/src/page/cold/cold.txt");
    file::write(&list, cold::list(&all, &ran).as_bytes())?;
    println!("Of {} functions a first visit runs {}. {} is written.", all.len(), ran.len(), list.display());
    Ok(())
}
