//! CHROMIUM ONLY. Everything that is not W3C WebDriver: how the driver and the browser are started, the DevTools
//! protocol through the driver, and the driver's logs. Another engine needs another file like this one, or goes
//! without.

use crate::browser::{Browser, Settings};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Starts a driver on a port of its own choice.
///
/// # Panics
///
/// Where it cannot be started, or does not say its port.
pub(crate) fn start_driver() -> (Child, u16) {
    let program = std::env::var_os("E2E_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
    let mut command = Command::new(&program);
    command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{program:?} cannot be started: {error}"));
    let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
    // "ChromeDriver was started successfully on port 41234."
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // Reading goes on, so that the driver never writes into a closed pipe.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    match port {
        Some(port) => (child, port),
        None => {
            let _ = child.kill();
            let _ = child.wait();
            panic!("{program:?} did not say its port");
        }
    }
}

/// What the driver is asked to start.
pub(crate) fn capabilities(settings: &Settings, profile: &Path) -> Capabilities {
    let mut options = json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--lang=en-US", "--window-size=1280,1000",
            format!("--user-data-dir={}", profile.display()),
        ],
    });
    if let Some(binary) = std::env::var_os("E2E_CHROMIUM") {
        options["binary"] = binary.to_string_lossy().into();
    }
    if settings.storage_blocked {
        // What "Block all cookies" in the settings of the browser does; it blocks all storage with them.
        options["prefs"] = json!({ "profile.default_content_setting_values.cookies": 2 });
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

/// The browser's process, which outlives a driver that is killed.
pub(crate) fn process_id(capabilities: &Capabilities) -> Option<u64> {
    capabilities.get("goog:processID")?.as_u64()
}

/// Runs a script in every page from now on, before anything of the page's own.
pub fn before_every_page(browser: &Browser, script: &str) {
    let parameters = json!({ "source": script });
    devtools(browser, "Page.addScriptToEvaluateOnNewDocument", &parameters);
}

/// What was written to the console since this was last asked, each line with its level before it.
pub fn console(browser: &Browser) -> Vec<String> {
    let text = |entry: &Value| Some(format!("{} {}", entry["level"].as_str()?, entry["message"].as_str()?));
    log(browser, "browser").iter().filter_map(text).collect()
}

/// The addresses that were asked for since this was last asked, of whatever kind. Needs
/// [`Settings::requests_logged`].
pub fn requests(browser: &Browser) -> Vec<String> {
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
    log(browser, "performance").iter().filter_map(address).collect()
}

fn log(browser: &Browser, kind: &str) -> Vec<Value> {
    let log = browser.post("se/log", json!({ "type": kind }));
    log.as_array().cloned().expect("a log is a list")
}

fn devtools(browser: &Browser, command: &str, parameters: &Value) -> Value {
    browser.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
}
