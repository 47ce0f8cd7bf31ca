//! `cargo xtask test`: every check there is, one after the other.

mod display;
mod lighthouse;
mod list;
mod report;
mod second_try;

use crate::args::TestOptions;
use crate::tools::{Browser, Firefox, Tools, Wanted, WebKit, ensure_components, typescript};
use crate::{Result, paths};
use list::{STEPS, Step};
use report::{Outcome, Report};
use std::path::PathBuf;
use std::time::Instant;

/// The steps that are asked for by one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Formatting.
    Fmt,
    /// Clippy, for the core and for the app.
    Clippy,
    /// The documentation.
    Docs,
    /// The types of the scripts.
    Types,
    /// Tests that need no browser.
    Core,
    /// Components in a browser.
    Components,
    /// The release.
    Build,
    /// The bytes of the release.
    Size,
    /// The release in a browser.
    E2e,
    /// The release, rated by Lighthouse.
    Lighthouse,
}

impl Group {
    const ALL: [(Group, &'static str); 10] = [
        (Self::Fmt, "fmt"),
        (Self::Clippy, "clippy"),
        (Self::Docs, "docs"),
        (Self::Types, "types"),
        (Self::Core, "core"),
        (Self::Components, "components"),
        (Self::Build, "build"),
        (Self::Size, "size"),
        (Self::E2e, "e2e"),
        (Self::Lighthouse, "lighthouse"),
    ];

    /// The group of this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(group, _)| *group)
    }

    /// All names, for those who typed another one.
    pub(crate) fn names() -> String {
        Self::ALL.map(|(_, name)| name).join(" ")
    }
}

/// What steps work with.
struct Setting {
    tools: Tools,
    browser: Option<Browser>,
    /// Firefox, or why it is not there.
    firefox: Result<Firefox>,
    /// WebKitGTK, or why it is not there.
    webkit: Result<WebKit>,
    /// Whether checks that take long are made.
    full: bool,
    dist: PathBuf,
    xtask: PathBuf,
}

impl Setting {
    /// Makes sure of what the steps of these groups need, and of nothing else.
    fn ensure(groups: &[Group], options: &TestOptions) -> Result<Self> {
        // Asked for now: a step may compile this very program anew and so take its file away.
        let xtask = std::env::current_exe().map_err(|error| format!("this program cannot find itself: {error}"))?;
        let needs = |wanted: &[Group]| groups.iter().any(|group| wanted.contains(group));
        let mut tools = Tools::default();
        if needs(&[Group::Fmt, Group::Clippy]) {
            ensure_components()?;
        }
        if needs(&[Group::Clippy, Group::Docs]) {
            tools.add_target()?;
        }
        if needs(&[Group::Types]) {
            typescript::ensure()?;
        }
        if needs(&[Group::Build]) {
            tools.add_bundler()?;
            tools.add_optimizer()?;
        }
        if needs(&[Group::Components]) {
            tools.add_wasm_bindgen()?;
        }
        let browser = needs(&[Group::Components, Group::E2e, Group::Lighthouse]).then(Browser::ensure).transpose()?;
        if needs(&[Group::Lighthouse]) {
            lighthouse::ensure()?;
        }
        let (mut firefox, mut webkit) = (Err(String::new()), Err(String::new()));
        if needs(&[Group::E2e]) {
            firefox = Firefox::ensure(wanted_engines(options))?;
            webkit = WebKit::ensure(wanted_engines(options))?;
        }
        tools.clean_up()?;
        // Not dist/: a release that lies there stays as it is.
        let dist = paths::target().join("e2e").join("dist");
        Ok(Self { tools, browser, firefox, webkit, full: options.full, dist, xtask })
    }

    fn browser(&self) -> Result<&Browser> {
        self.browser.as_ref().ok_or_else(|| "there is no browser".to_owned())
    }
}

/// Runs the steps that were asked for, or all. Goes on after a step that failed, where that makes sense.
pub(crate) fn run(options: &TestOptions) -> Result {
    let wanted = wanted(&options.only);
    let setting = Setting::ensure(&wanted, options)?;
    let mut report = Report::default();
    for step in STEPS.iter().filter(|step| wanted.contains(&step.group)) {
        let started = Instant::now();
        println!("\n== {}", step.heading);
        let outcome = outcome(step, &setting, &report);
        report.add(step.heading, outcome, started.elapsed());
    }
    println!("\n{report}");
    // The report ends with the line that says how many; an error after it would not be the last word.
    if report.is_good() { Ok(()) } else { std::process::exit(1) }
}

fn outcome(step: &Step, setting: &Setting, report: &Report) -> Outcome {
    if let Some(before) = step.after.filter(|before| !report.passed(before)) {
        println!("Skipped, because \"{before}\" did not pass.");
        return Outcome::Skipped;
    }
    if let Some((engine, reason)) = step.engine.and_then(|engine| Some((engine, engine.missing(setting)?))) {
        println!("Not run: {reason}.");
        return Outcome::NotRun(format!("{engine}: {reason}"));
    }
    match (step.run)(setting) {
        Ok(()) => Outcome::Passed,
        Err(error) => {
            println!("Failed: {error}");
            Outcome::Failed
        }
    }
}

/// The groups to run: what a browser is to show has to be built first.
fn wanted(only: &[Group]) -> Vec<Group> {
    let mut wanted: Vec<_> = match only {
        [] => Group::ALL.map(|(group, _)| group).to_vec(),
        some => some.to_vec(),
    };
    if [Group::Size, Group::E2e, Group::Lighthouse].iter().any(|group| wanted.contains(group)) {
        wanted.push(Group::Build);
    }
    wanted
}

/// Which engines a run cannot do without.
fn wanted_engines(options: &TestOptions) -> Wanted {
    if options.all_engines || options.full { Wanted::Always } else { Wanted::IfThere }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_engines_are_wanted_where_they_are_asked_for_and_in_a_full_run() {
        let options = |all_engines, full| TestOptions { all_engines, full, ..TestOptions::default() };
        assert_eq!(wanted_engines(&options(false, false)), Wanted::IfThere);
        assert_eq!(wanted_engines(&options(true, false)), Wanted::Always);
        assert_eq!(wanted_engines(&options(false, true)), Wanted::Always);
    }

    #[test]
    fn a_step_without_its_engine_is_not_run_and_fails_nothing() {
        fn never(_: &Setting) -> Result {
            panic!("its engine is not there")
        }
        let setting = Setting {
            tools: Tools::default(),
            browser: None,
            firefox: Err("install it".to_owned()),
            webkit: Err("install it".to_owned()),
            full: false,
            dist: PathBuf::new(),
            xtask: PathBuf::new(),
        };
        let step =
            Step { group: Group::E2e, heading: "x", after: None, engine: Some(list::Engine::Firefox), run: never };
        let not_run = outcome(&step, &setting, &Report::default());
        assert_eq!(not_run, Outcome::NotRun("Firefox: install it".to_owned()));
    }

    #[test]
    fn every_group_has_a_step_and_a_name() {
        for (group, name) in Group::ALL {
            assert_eq!(Group::from_name(name), Some(group));
            assert!(STEPS.iter().any(|step| step.group == group), "{name} has no step");
        }
        assert_eq!(Group::from_name("all"), None);
    }

    #[test]
    fn what_a_step_needs_stands_before_it() {
        for (index, step) in STEPS.iter().enumerate() {
            if let Some(before) = step.after {
                assert!(STEPS[..index].iter().any(|other| other.heading == before), "{before}");
            }
        }
    }

    #[test]
    fn what_is_tried_on_the_release_builds_it_first() {
        for group in [Group::Size, Group::E2e, Group::Lighthouse] {
            assert!(wanted(&[group]).contains(&Group::Build), "{group:?}");
        }
        assert_eq!(wanted(&[Group::Fmt]), [Group::Fmt]);
        assert!(wanted(&[]).contains(&Group::Docs));
    }
}
