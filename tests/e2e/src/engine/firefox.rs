//! FIREFOX ONLY: geckodriver, and the preferences of the browser.

use super::{Driver, Settings, given, program};
use fantoccini::wd::Capabilities;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Starts geckodriver.
pub(super) fn start_driver(profile: &Path) -> Driver {
    Driver::start(&program("E2E_GECKODRIVER", "geckodriver"), profile, |command, port| {
        command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
    })
}

/// What geckodriver is asked to start.
pub(super) fn capabilities(settings: &Settings, profile: &Path) -> Capabilities {
    let folder = profile.join("firefox");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let mut options = json!({
        "args": ["-headless", "-profile", folder],
        "prefs": preferences(settings),
    });
    if let Some(binary) = given("E2E_FIREFOX") {
        options["binary"] = binary.to_string_lossy().into();
    }
    let mut capabilities = Capabilities::new();
    capabilities.insert("browserName".to_owned(), "firefox".into());
    capabilities.insert("moz:firefoxOptions".to_owned(), options);
    capabilities
}

fn preferences(settings: &Settings) -> Map<String, Value> {
    let mut preferences = Map::new();
    let mut set = |name: &str, value: Value| preferences.insert(name.to_owned(), value);
    // What pages write to the console is written to the output; what the browser itself writes there is not.
    set("devtools.console.stdout.content", true.into());
    set("devtools.console.stdout.chrome", false.into());
    // It would look for experiments, and complain on that console that it finds none.
    set("app.normandy.enabled", false.into());
    set("messaging-system.rsexperimentloader.enabled", false.into());
    set("intl.accept_languages", settings.languages().join(", ").into());
    // 0 is dark and 1 is light. Without it the theme of the machine would decide.
    set("layout.css.prefers-color-scheme.content-override", if settings.dark { 0 } else { 1 }.into());
    if settings.storage_blocked {
        // "Block all cookies" in the settings, which blocks all storage with them.
        set("network.cookie.cookieBehavior", 2.into());
    }
    if settings.storage_missing {
        set("dom.storage.enabled", false.into());
    }
    if settings.private_window {
        set("browser.privatebrowsing.autostart", true.into());
    }
    if settings.scripts_off {
        set("javascript.enabled", false.into());
    }
    if settings.wasm_off {
        set("javascript.options.wasm", false.into());
    }
    preferences
}

/// What pages have complained of, in the output of the browser.
pub(super) fn complaints(output: &str) -> Vec<String> {
    const BEGINNINGS: [&str; 4] = ["console.error:", "console.warn:", "JavaScript error:", "JavaScript warning:"];
    let is_complaint = |line: &&str| BEGINNINGS.iter().any(|begin| line.starts_with(begin));
    // The browser is written in JavaScript too, and makes mistakes of its own when it is closed.
    let is_own = |line: &str| ["resource://", "chrome://", "RSLoader:"].iter().any(|part| line.contains(part));
    output.lines().filter(is_complaint).filter(|line| !is_own(line)).map(str::to_owned).collect()
}
