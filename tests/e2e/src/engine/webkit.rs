//! WEBKITGTK ONLY: WebKitWebDriver, and what can be set in its MiniBrowser. It needs an X server, by `DISPLAY`.

use super::{Driver, Settings, given, program};
use fantoccini::wd::Capabilities;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Where Debian and Ubuntu keep the browser: beside the libraries, and not on the `PATH`.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// Starts WebKitWebDriver.
///
/// # Panics
///
/// Where there is no X server, or the browser is asked for what it cannot do.
pub(super) fn start_driver(settings: &Settings, profile: &Path) -> Driver {
    assert!(given("DISPLAY").is_some(), "WebKitGTK needs an X server: run `cargo xtask test`, or set DISPLAY");
    assert!(!settings.storage_blocked, "WebKitGTK cannot block storage: ask `cannot(Gap::StorageBlocked)` first");
    let locales = locale(settings.languages()[0], profile);
    Driver::start(&program("E2E_WEBKIT_DRIVER", "WebKitWebDriver"), profile, |command, port| {
        command.args(["--host=127.0.0.1", &format!("--port={port}")]);
        // The browser inherits all of it.
        for (variable, folder) in
            [("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config")]
        {
            command.env(variable, profile.join(folder));
        }
        // In an empty cache folder each start would look through all codecs of the machine. The quiz plays nothing.
        command.env("GST_PLUGIN_SYSTEM_PATH_1_0", "");
        // Where the compilers of 2.50 for WebAssembly take over from its interpreter, it now and then goes wrong (docs/browsers.md). The interpreter alone does not.
        command.env("JSC_useBBQJIT", "0").env("JSC_useOMGJIT", "0");
        let (folder, name) = &locales;
        command.env("LOCPATH", folder).env("LANG", name).env_remove("LC_ALL").env_remove("LC_MESSAGES");
        if settings.wasm_off {
            command.env("JSC_useWasm", "0").env("JSC_useWebAssembly", "0");
        }
    })
}

/// What WebKitWebDriver is asked to start.
pub(super) fn capabilities(settings: &Settings, profile: &Path) -> Capabilities {
    let browser = given("E2E_MINIBROWSER").unwrap_or_else(|| MINI_BROWSER.into()).to_string_lossy().into_owned();
    let id_file = id_file(profile).display().to_string();
    // A shell that notes its id and becomes the browser: the driver does not say which process it has started.
    let note_id = "echo $$ > \"$0\"; exec \"$@\"";
    let mut arguments = vec!["-c", note_id, &*id_file, &*browser, "--automation"];
    let mut add = |wanted: bool, argument| arguments.extend(wanted.then_some(argument));
    add(settings.storage_missing, "--enable-html5-local-storage=false");
    add(settings.private_window, "--private");
    add(settings.scripts_off, "--enable-javascript=false");
    add(settings.dark, "--dark-mode");
    let options = json!({ "binary": "/bin/sh", "args": arguments });
    let mut capabilities = Capabilities::new();
    capabilities.insert("browserName".to_owned(), "MiniBrowser".into());
    capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
    capabilities
}

/// The id of the browser's process.
pub(super) fn process_id(profile: &Path) -> Option<u64> {
    std::fs::read_to_string(id_file(profile)).ok()?.trim().parse().ok()
}

fn id_file(profile: &Path) -> PathBuf {
    profile.join("browser-id")
}

/// A folder with one locale of this language, and its name: WebKitGTK takes its language from the locale, and a
/// locale is believed only where it is installed. This one is that of no language by another name.
fn locale(language: &str, profile: &Path) -> (PathBuf, String) {
    let folder = profile.join("locales");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let name = format!("{}.UTF-8", language.replace('-', "_"));
    // Asking whether it exists would follow the link; the second start of a browser finds it.
    #[cfg(unix)]
    if folder.join(&name).symlink_metadata().is_err() {
        let made = std::os::unix::fs::symlink("/usr/lib/locale/C.utf8", folder.join(&name));
        made.expect("a link can be made");
    }
    (folder, name)
}
