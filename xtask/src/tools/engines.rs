//! The engines beside Chromium: Firefox, and WebKitGTK with the X server that it is shown on. They are used where they
//! are there, and installed where all engines are wanted.

use super::{apt, cargo, given, pins, system};
use crate::{Result, process};
use std::path::{Path, PathBuf};

/// Whether a run can do without an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// It is used where it is there.
    IfThere,
    /// It is installed where it is not.
    Always,
}

/// Firefox and what drives it.
#[derive(Debug)]
pub(crate) struct Firefox {
    /// The program of Firefox.
    pub(crate) browser: PathBuf,
    /// geckodriver.
    pub(crate) driver: PathBuf,
}

/// WebKitGTK, what drives it, and what it is shown on.
#[derive(Debug)]
pub(crate) struct WebKit {
    /// The program of its MiniBrowser.
    pub(crate) browser: PathBuf,
    /// WebKitWebDriver.
    pub(crate) driver: PathBuf,
    /// An X server without a screen.
    pub(crate) xvfb: PathBuf,
}

const FIREFOX_WHY: &str = "is one of the browsers that end-to-end tests run in";
const WEBKIT_WHY: &str = "is the engine nearest to Safari that end-to-end tests run in";
const WEBKIT_PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

/// An engine, or in its place why it is not there and how it can be had.
///
/// # Errors
///
/// Where it is always wanted and cannot be had.
fn engine<T>(wanted: Wanted, find: impl Fn() -> Result<T>, install: impl FnOnce() -> Result) -> Result<Result<T>> {
    match (find(), wanted) {
        (Ok(engine), _) => Ok(Ok(engine)),
        (Err(reason), Wanted::IfThere) => Ok(Err(reason)),
        (Err(_), Wanted::Always) => {
            install()?;
            find().map(Ok)
        }
    }
}

impl Firefox {
    /// Firefox, or why it is not there.
    pub(crate) fn ensure(wanted: Wanted) -> Result<Result<Self>> {
        engine(wanted, Self::find, || match Self::browser() {
            // Then it is the driver that is missing, and looking for it again says why.
            Some(_) => Ok(()),
            None => apt::install(&["firefox-esr"], FIREFOX_WHY, "1 minute"),
        })
    }

    /// Where Firefox is there its driver is installed like the other tools: it replaces nothing.
    fn find() -> Result<Self> {
        let package = if system() == "debian" { "firefox-esr" } else { "firefox" };
        let browser = Self::browser().ok_or_else(|| format!("install {package} to run them in it, too"))?;
        if let Some(driver) = given("GECKODRIVER") {
            return Ok(Self { browser, driver });
        }
        let driver = match cargo::ensure(&pins::geckodriver())? {
            Some(folder) => process::in_folder(&folder, "geckodriver"),
            None => process::find("geckodriver"),
        };
        Ok(Self { browser, driver: driver.ok_or("geckodriver is not there")? })
    }

    fn browser() -> Option<PathBuf> {
        let app = PathBuf::from("/Applications/Firefox.app/Contents/MacOS/firefox");
        let names = ["firefox-esr", "firefox"];
        given("FIREFOX").or_else(|| names.into_iter().find_map(process::find)).or_else(|| app.is_file().then_some(app))
    }
}

impl WebKit {
    /// WebKitGTK, or why it is not there.
    pub(crate) fn ensure(wanted: Wanted) -> Result<Result<Self>> {
        engine(wanted, Self::find, || apt::install(&WEBKIT_PACKAGES, WEBKIT_WHY, "1 minute"))
    }

    fn find() -> Result<Self> {
        let how = format!("install {} to run them in it, too", WEBKIT_PACKAGES.join(" and "));
        let missing = |what: &str| format!("{what} is not there; {how}");
        Ok(Self {
            browser: mini_browser(Path::new("/usr")).ok_or_else(|| missing("MiniBrowser"))?,
            driver: process::find("WebKitWebDriver").ok_or_else(|| missing("WebKitWebDriver"))?,
            xvfb: process::find("Xvfb").ok_or_else(|| missing("Xvfb"))?,
        })
    }
}

/// The browser, which no distribution puts on the `PATH`: it lies beside the libraries.
fn mini_browser(root: &Path) -> Option<PathBuf> {
    let triplet = format!("lib/{}-linux-gnu", std::env::consts::ARCH);
    let folders = [&*triplet, "libexec", "lib", "lib64"].map(|folder| root.join(folder));
    let versions = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    let places = folders.iter().flat_map(|folder| versions.map(|version| folder.join(version)));
    places.into_iter().find_map(|folder| process::in_folder(&folder, "MiniBrowser"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn an_engine_that_is_there_is_used_and_nothing_is_installed() {
        for wanted in [Wanted::IfThere, Wanted::Always] {
            let found = engine(wanted, || Ok("there"), || panic!("nothing is to be installed"));
            assert_eq!(found, Ok(Ok("there")));
        }
    }

    #[test]
    fn an_engine_that_is_not_there_is_left_out_with_the_reason() {
        let missing = || Err::<(), _>("install it".to_owned());
        let found = engine(Wanted::IfThere, missing, || panic!("nothing is to be installed"));
        assert_eq!(found, Ok(Err("install it".to_owned())));
    }

    #[test]
    fn an_engine_that_is_always_wanted_is_installed() {
        let installed = Cell::new(false);
        let find = || if installed.get() { Ok("there") } else { Err("install it".to_owned()) };
        let install = || {
            installed.set(true);
            Ok(())
        };
        assert_eq!(engine(Wanted::Always, find, install), Ok(Ok("there")));
    }

    #[test]
    fn an_engine_that_is_always_wanted_and_cannot_be_had_is_an_error() {
        let missing = || Err::<(), _>("not there".to_owned());
        assert_eq!(engine(Wanted::Always, missing, || Err("no network".to_owned())), Err("no network".to_owned()));
        assert_eq!(engine(Wanted::Always, missing, || Ok(())), Err("not there".to_owned()));
    }
}
