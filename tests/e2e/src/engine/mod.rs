//! The engines that the tests run in. Each has a file that knows how its driver is started, what the driver is told,
//! and what only it can do. `E2E_ENGINE` names the one of a run: `chromium`, `firefox` or `webkit`.
//!
//! What one of them cannot do is a [`Gap`], and never a test that quietly does nothing.

pub mod chromium;
mod connect;
mod driver;
mod firefox;
mod gaps;
mod lent;
pub(crate) mod recorder;
mod settings;
mod webkit;

pub(crate) use connect::{connect, size};
pub(crate) use driver::Driver;
pub use gaps::{Gap, cannot};
pub use lent::Lent;
pub use settings::Settings;

use crate::browser::Browser;
use fantoccini::wd::Capabilities;
use std::ffi::OsString;
use std::fmt;
use std::path::Path;

/// An engine, in the browser that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Blink, in Chromium or Chrome.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in the MiniBrowser of WebKitGTK. What comes nearest to Safari outside of a Mac.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine of this run.
    ///
    /// # Panics
    ///
    /// Where `E2E_ENGINE` names none. A typing mistake must not look like a run in Chromium.
    pub fn current() -> Self {
        let Some(name) = std::env::var_os("E2E_ENGINE").filter(|name| !name.is_empty()) else { return Self::Chromium };
        let known = Self::ALL.into_iter().find(|engine| name.to_str() == Some(engine.id()));
        known.unwrap_or_else(|| panic!("E2E_ENGINE is {name:?}; it can be chromium, firefox or webkit"))
    }

    /// Its name in `E2E_ENGINE`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Starts its driver. What the browser keeps and writes goes into the folder of the profile.
    pub(crate) fn start_driver(self, settings: &Settings, profile: &Path) -> Driver {
        match self {
            Self::Chromium => chromium::start_driver(profile),
            Self::Firefox => firefox::start_driver(profile),
            Self::WebKit => webkit::start_driver(settings, profile),
        }
    }

    /// What the driver is asked to start.
    pub(crate) fn capabilities(self, settings: &Settings, profile: &Path) -> Capabilities {
        match self {
            Self::Chromium => chromium::capabilities(settings, profile),
            Self::Firefox => firefox::capabilities(settings, profile),
            Self::WebKit => webkit::capabilities(settings, profile),
        }
    }

    /// The id of the browser's process, for where the driver cannot end it.
    pub(crate) fn process_id(self, capabilities: &Capabilities, profile: &Path) -> Option<u64> {
        match self {
            Self::Chromium => capabilities.get("goog:processID")?.as_u64(),
            Self::Firefox => capabilities.get("moz:processID")?.as_u64(),
            Self::WebKit => webkit::process_id(profile),
        }
    }

    /// What pages have complained of on the console, as far as it is written down by now.
    pub(crate) fn complaints(self, browser: &Browser) -> Result<Vec<String>, String> {
        match self {
            Self::Chromium => chromium::complaints(browser),
            Self::Firefox => Ok(firefox::complaints(&browser.output())),
            Self::WebKit => recorder::complaints(browser),
        }
    }

    /// The addresses that were asked for.
    pub(crate) fn requests(self, browser: &Browser) -> Result<Vec<String>, String> {
        match self {
            Self::Chromium => chromium::requests(browser),
            Self::Firefox | Self::WebKit => recorder::requests(browser),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

/// The program that a variable names, or one of this name on the `PATH`.
fn program(variable: &str, name: &str) -> OsString {
    given(variable).unwrap_or_else(|| name.into())
}

/// What a variable says, if it says anything.
fn given(variable: &str) -> Option<OsString> {
    std::env::var_os(variable).filter(|value| !value.is_empty())
}
