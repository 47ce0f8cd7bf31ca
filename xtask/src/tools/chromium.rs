//! The browser of the tests: Chromium, with the driver of the same version.

use super::{apt, given, system, version};
use crate::{Result, process};
use std::path::{Path, PathBuf};

/// A browser and what drives it.
#[derive(Debug)]
pub(crate) struct Browser {
    /// The program of Chromium or Chrome.
    pub(crate) chromium: PathBuf,
    /// The chromedriver of the same major version.
    pub(crate) driver: PathBuf,
}

const WHY: &str = "is the browser that tests run in";

impl Browser {
    /// The browser that is there, or one that is installed now.
    pub(crate) fn ensure() -> Result<Self> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        match system().as_str() {
            // There the package is a shell around a snap, which holds no chromedriver on the PATH.
            "ubuntu" => Err(format!(
                "missing: chromium, which {WHY}; run `sudo snap install chromium`, then set \
                CHROMIUM=/snap/bin/chromium and CHROMEDRIVER=/snap/bin/chromium.chromedriver"
            )),
            "fedora" => Err(format!("missing: chromium, which {WHY}; run `sudo dnf install chromium chromedriver`")),
            "arch" => Err(format!("missing: chromium, which {WHY}; run `sudo pacman -S chromium`")),
            "macos" => Err(format!("missing: Chrome, which {WHY}; run `brew install google-chrome chromedriver`")),
            _ => {
                apt::install(&["chromium", "chromium-driver"], WHY, "1 to 3 minutes")?;
                Self::find().ok_or_else(|| "chromium and chromedriver were installed and do not run".to_owned())
            }
        }
    }

    /// The first browser that has a driver of its major version.
    fn find() -> Option<Self> {
        let major = |file: &Path| version::major(&version::of(file)?);
        let driver = given("CHROMEDRIVER").or_else(|| process::find("chromedriver"))?;
        let wanted = major(&driver)?;
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        let app = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        let mut browsers = match given("CHROMIUM") {
            Some(file) => vec![file],
            None => names.into_iter().filter_map(process::find).chain([app]).collect(),
        };
        browsers.retain(|file| major(file) == Some(wanted));
        browsers.into_iter().next().map(|chromium| Self { chromium, driver })
    }
}
