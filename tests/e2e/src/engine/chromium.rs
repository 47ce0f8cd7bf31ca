//! CHROMIUM ONLY. How the driver and the browser are started, the DevTools protocol through the driver, and the
//! driver's logs.

use super::{Driver, Settings, given, program};
use crate::browser::Browser;
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::path::Path;

/// Starts chromedriver.
pub(super) fn start_driver(profile: &Path) -> Driver {
    Driver::start(&program("E2E_CHROMEDRIVER", "chromedriver"), profile, |command, port| {
        command.arg(format!("--port={port}"));
    })
}

/// What chromedriver is asked to start.
///
/// # Panics
///
/// Where the browser is asked for what it cannot do.
pub(super) fn capabilities(settings: &Settings, profile: &Path) -> Capabilities {
    assert!(!settings.storage_missing, "Chromium always has storage: ask `cannot(Gap::StorageMissing)` first");
    let languages = settings.languages();
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--window-size=1280,1000".to_owned(),
        format!("--lang={}", languages[0]),
        format!("--accept-lang={}", languages.join(",")),
        format!("--user-data-dir={}", profile.join("chromium").display()),
    ];
    let mut add = |wanted: bool, argument: &str| arguments.extend(wanted.then(|| argument.to_owned()));
    add(settings.private_window, "--incognito");
    // Without its compiler V8 has no WebAssembly; `--noexpose-wasm` does nothing any more.
    add(settings.wasm_off, "--js-flags=--jitless");
    // Dark pages, and not pages made dark: the latter is `--enable-features=WebContentsForceDark`.
    add(settings.dark, "--force-dark-mode");
    let mut preferences = json!({ "intl.accept_languages": languages.join(",") });
    if settings.storage_blocked {
        // What "Block all cookies" in the settings of the browser does; it blocks all storage with them.
        preferences["profile.default_content_setting_values.cookies"] = 2.into();
    }
    if settings.scripts_off {
        preferences["profile.default_content_setting_values.javascript"] = 2.into();
    }
    let mut options = json!({ "args": arguments, "prefs": preferences });
    if let Some(binary) = given("E2E_CHROMIUM") {
        options["binary"] = binary.to_string_lossy().into();
    }
    let mut logs = json!({ "browser": "ALL" });
    if settings.requests_logged {
        logs["performance"] = "ALL".into();
    }
    let mut capabilities = Capabilities::new();
    capabilities.insert("browserName".to_owned(), "chrome".into());
    capabilities.insert("goog:chromeOptions".to_owned(), options);
    capabilities.insert("goog:loggingPrefs".to_owned(), logs);
    capabilities
}

/// What pages have complained of since this was last asked, each line with its level before it.
pub(super) fn complaints(browser: &Browser) -> Result<Vec<String>, String> {
    let text = |entry: &Value| Some(format!("{} {}", entry["level"].as_str()?, entry["message"].as_str()?));
    let is_complaint = |line: &String| !line.starts_with("INFO") && !line.starts_with("DEBUG");
    Ok(log(browser, "browser")?.iter().filter_map(text).filter(is_complaint).collect())
}

/// The addresses that were asked for since this was last asked, of whatever kind. Needs
/// [`Settings::requests_logged`].
pub(super) fn requests(browser: &Browser) -> Result<Vec<String>, String> {
    let address = |entry: &Value| {
        let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let (event, parameters) = (&event["message"]["method"], &event["message"]["params"]);
        let url = match event.as_str()? {
            "Network.requestWillBeSent" => &parameters["request"]["url"],
            "Network.webSocketCreated" | "Network.webTransportCreated" => &parameters["url"],
            _ => return None,
        };
        url.as_str().map(str::to_owned)
    };
    Ok(log(browser, "performance")?.iter().filter_map(address).collect())
}

fn log(browser: &Browser, kind: &str) -> Result<Vec<Value>, String> {
    let log = browser.post("se/log", json!({ "type": kind }))?;
    log.as_array().cloned().ok_or_else(|| format!("a log is a list, and not {log}"))
}

/// Sends a command of the DevTools protocol.
///
/// # Panics
///
/// In another engine, and where the browser refuses.
#[track_caller]
pub fn devtools(browser: &Browser, command: &str, parameters: &Value) -> Value {
    try_devtools(browser, command, parameters).unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// The same where the browser may refuse.
pub(crate) fn try_devtools(browser: &Browser, command: &str, parameters: &Value) -> Result<Value, String> {
    browser.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
}
