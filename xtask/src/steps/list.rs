//! The steps, in the order they run: the quick ones first, the browser last.

use super::display::Display;
use super::{Group, Setting, lighthouse, second_try};
use crate::tools::{node, typescript};
use crate::{Result, build, file, offline, paths, process, size};
use serde_json::json;
use std::fmt;
use std::process::Command;

/// One step.
pub(super) struct Step {
    pub(super) group: Group,
    pub(super) heading: &'static str,
    /// The heading of the step without which this one makes no sense.
    pub(super) after: Option<&'static str>,
    /// The engine that may not be there.
    pub(super) engine: Option<Engine>,
    pub(super) run: fn(&Setting) -> Result,
}

/// An engine that a run can do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Engine {
    Firefox,
    WebKit,
}

impl Engine {
    /// Why it is not there, if it is not.
    pub(super) fn missing(self, setting: &Setting) -> Option<&str> {
        match self {
            Self::Firefox => setting.firefox.as_ref().err(),
            Self::WebKit => setting.webkit.as_ref().err(),
        }
        .map(String::as_str)
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

const WASM: &str = "wasm32-unknown-unknown";
/// Where scripts lie that have tests.
const SCRIPTS: [&str; 2] = ["benches/page", "tests/lighthouse"];
const RELEASE: &str = "release build";

/// Every step there is.
pub(super) const STEPS: [Step; 14] = [
    step(Group::Fmt, "formatting", fmt),
    step(Group::Clippy, "clippy, without a browser", clippy_native),
    step(Group::Clippy, "clippy, the app", clippy_app),
    step(Group::Docs, "documentation", docs),
    step(Group::Types, "types of the scripts", types),
    step(Group::Types, "tests of the scripts", scripts),
    step(Group::Core, "core tests, without a browser", core),
    step(Group::Components, "component tests, in a browser", components),
    step(Group::Build, RELEASE, release),
    on_release(Group::Size, "size of the release", size),
    end_to_end("end-to-end tests, in Chromium", None, e2e_chromium),
    end_to_end("end-to-end tests, in Firefox", Some(Engine::Firefox), e2e_firefox),
    end_to_end("end-to-end tests, in WebKitGTK", Some(Engine::WebKit), e2e_webkit),
    on_release(Group::Lighthouse, "Lighthouse, in Chromium", lighthouse),
];

const fn step(group: Group, heading: &'static str, run: fn(&Setting) -> Result) -> Step {
    Step { group, heading, after: None, engine: None, run }
}

const fn on_release(group: Group, heading: &'static str, run: fn(&Setting) -> Result) -> Step {
    Step { group, heading, after: Some(RELEASE), engine: None, run }
}

const fn end_to_end(heading: &'static str, engine: Option<Engine>, run: fn(&Setting) -> Result) -> Step {
    Step { group: Group::E2e, heading, after: Some(RELEASE), engine, run }
}

fn cargo(words: &str) -> Command {
    let mut command = process::command("cargo");
    command.args(words.split(' '));
    command
}

fn fmt(_: &Setting) -> Result {
    process::run(&mut cargo("fmt --all --check"))
}

fn clippy_native(_: &Setting) -> Result {
    let features = "--no-default-features --features career-quiz/schema";
    process::run(&mut cargo(&format!("clippy --workspace --all-targets {features} -- -D warnings")))
}

fn clippy_app(_: &Setting) -> Result {
    process::run(&mut cargo(&format!("clippy --target {WASM} -p career-quiz --all-targets -- -D warnings")))
}

fn docs(_: &Setting) -> Result {
    let doc = |words: &str| process::run(cargo(&format!("doc --no-deps {words}")).env("RUSTDOCFLAGS", "-Dwarnings"));
    doc(&format!("--target {WASM} -p career-quiz --lib"))?;
    doc("-p career-quiz -p xtask --no-default-features --features career-quiz/schema")
}

fn types(_: &Setting) -> Result {
    // What is checked, and how strictly, is said there, so that editors know it, too.
    let embed = process::run(typescript::command()?.arg("--project").arg("tests/embed"));
    let mut browser = typescript::command()?;
    browser.arg("--project").arg("benches/page").arg("--typeRoots").arg(typescript::types()?);
    embed.and(process::run(&mut browser))
}

fn scripts(_: &Setting) -> Result {
    let mut node = node()?;
    node.arg("--test");
    for folder in SCRIPTS {
        let all = offline::walk(&paths::root().join(folder))?.into_iter();
        // Named one by one: what Node makes of a folder differs from version to version.
        node.args(all.filter(|path| path.ends_with(".test.mjs")).map(|path| format!("{folder}/{path}")));
    }
    process::run(&mut node)
}

fn core(_: &Setting) -> Result {
    let core = process::run(&mut cargo("test -p career-quiz --no-default-features --features schema"));
    // Both, so that one look shows everything that is wrong.
    let xtask = process::run(&mut cargo("test -p xtask"));
    core.and(xtask)
}

fn components(setting: &Setting) -> Result {
    let browser = setting.browser()?;
    // The runner adds what it needs itself, such as the missing sandbox.
    let options = json!({
        "goog:chromeOptions": {
            "binary": browser.chromium,
            "args": [
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        },
    });
    let webdriver = paths::target().join("webdriver.json");
    file::write(&webdriver, format!("{options:#}\n").as_bytes())?;
    let mut command = cargo(&format!("test --target {WASM} -p career-quiz --test components"));
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", setting.tools.find("wasm-bindgen-test-runner")?)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver)
        // Its own limits, 5 and 20 s, are those of a machine that has nothing else to do.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "600");
    process::run(&mut command)
}

fn release(setting: &Setting) -> Result {
    build::release(&setting.tools, &setting.dist, None)
}

fn size(setting: &Setting) -> Result {
    size::check(&setting.dist)
}

fn lighthouse(setting: &Setting) -> Result {
    lighthouse::run(&setting.browser()?.chromium, &setting.dist)
}

fn e2e_chromium(setting: &Setting) -> Result {
    let browser = setting.browser()?;
    let mut command = e2e(setting, "chromium");
    command.env("E2E_AXE", crate::tools::axe::ensure()?);
    process::run(command.env("E2E_CHROMIUM", &browser.chromium).env("E2E_CHROMEDRIVER", &browser.driver))
}

fn e2e_firefox(setting: &Setting) -> Result {
    let firefox = setting.firefox.as_ref().map_err(String::clone)?;
    let mut command = e2e(setting, "firefox");
    process::run(command.env("E2E_FIREFOX", &firefox.browser).env("E2E_GECKODRIVER", &firefox.driver))
}

fn e2e_webkit(setting: &Setting) -> Result {
    let webkit = setting.webkit.as_ref().map_err(String::clone)?;
    // One of our own even where there is another: no window is to open on the screen of whoever runs this.
    let display = Display::start(&webkit.xvfb)?;
    // Its driver loses a key now and then, and its pages end by themselves (docs/browsers.md).
    second_try::run(|| {
        let mut command = e2e(setting, "webkit");
        command.env("DISPLAY", display.name()).env_remove("WAYLAND_DISPLAY");
        command.env("E2E_MINIBROWSER", &webkit.browser).env("E2E_WEBKIT_DRIVER", &webkit.driver);
        command
    })
}

fn e2e(setting: &Setting, engine: &str) -> Command {
    let mut command = cargo("test -p e2e");
    command.env("E2E_ENGINE", engine).env("E2E_DIST", &setting.dist).env("E2E_XTASK", &setting.xtask);
    if setting.full {
        command.env("E2E_FULL", "1");
    }
    command
}
