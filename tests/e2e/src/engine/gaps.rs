//! What one engine, or the way it is driven, cannot do. `docs/browsers.md` has a row for each, made from here.

use super::Engine;
use std::io::Write;

/// What an engine cannot do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A profile that outlives the browser.
    ProfileKept,
    /// Storage that throws when it is touched.
    StorageBlocked,
    /// Storage that is not there.
    StorageMissing,
    /// A log of requests that the engine itself keeps.
    RequestLog,
    /// A log of the console.
    ConsoleLog,
    /// A window of any width, forced colours, less motion, light and dark, while the browser runs.
    Emulation,
    /// The tree of what a screen reader is given.
    AccessibilityTree,
    /// Word of a module that fails while it waits.
    ModuleFailure,
    /// A page on paper.
    Printing,
    /// Role and name of what is in a frame of another origin.
    RolesInFrames,
}

impl Gap {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::ProfileKept,
        Self::StorageBlocked,
        Self::StorageMissing,
        Self::RequestLog,
        Self::ConsoleLog,
        Self::Emulation,
        Self::AccessibilityTree,
        Self::ModuleFailure,
        Self::Printing,
        Self::RolesInFrames,
    ];

    /// Its name in the code.
    pub fn name(self) -> String {
        format!("{self:?}")
    }

    /// The engines that cannot.
    pub fn engines(self) -> &'static [Engine] {
        match self {
            Self::ProfileKept | Self::StorageBlocked | Self::ConsoleLog | Self::ModuleFailure | Self::Printing => {
                &[Engine::WebKit]
            }
            Self::StorageMissing | Self::RolesInFrames => &[Engine::Chromium],
            Self::RequestLog | Self::Emulation | Self::AccessibilityTree => &[Engine::Firefox, Engine::WebKit],
        }
    }

    /// What cannot be done.
    pub fn what(self) -> &'static str {
        match self {
            Self::ProfileKept => "close the browser, start it again and find what was saved",
            Self::StorageBlocked => "forbid all storage, so that touching it throws",
            Self::StorageMissing => "switch storage off, so that `localStorage` is `null`",
            Self::RequestLog => "log every request that a page makes, of whatever kind",
            Self::ConsoleLog => "log what a page writes to its console",
            Self::Emulation => {
                "be told, while it runs, of a window of 320 px, forced colours, less motion, a theme or another time zone"
            }
            Self::AccessibilityTree => "hand out the tree of what a screen reader is given",
            Self::ModuleFailure => "tell a page that a module of it has failed while it waited for something",
            Self::Printing => "print a page without somebody who presses a button of a dialog",
            Self::RolesInFrames => "tell role and name of an element in a frame of another origin",
        }
    }

    /// Why not.
    pub fn why(self) -> &'static str {
        match self {
            Self::ProfileKept => "MiniBrowser keeps no profile between starts when it is driven",
            Self::StorageBlocked => "MiniBrowser has no such setting; refusing cookies leaves storage open",
            Self::StorageMissing => "it has no such setting",
            Self::RequestLog => "its driver hands out no log",
            Self::Emulation => "W3C WebDriver has no such commands",
            Self::AccessibilityTree => "its driver hands out none",
            Self::ModuleFailure => "it sends neither an error nor a lost promise",
            Self::Printing => "its driver does not know the command",
            Self::RolesInFrames => "its driver looks for the element in the page around the frame",
            Self::ConsoleLog => "its driver hands out no log, and Debian's build writes none that could be read",
        }
    }

    /// What is tested in its place.
    pub fn instead(self) -> &'static str {
        match self {
            Self::ProfileKept => "a closed tab and a reload",
            Self::StorageBlocked => "a script ahead of the page's own makes `localStorage` throw",
            Self::StorageMissing => "a script ahead of the page's own makes `localStorage` `null`",
            Self::RequestLog => "the page's own list of what it loaded, and whether it opened a socket",
            Self::Emulation => {
                "every scene is entered all the same; how it looks and what axe-core says of it, in Chromium"
            }
            Self::AccessibilityTree => "role and name of whatever a test finds, as this engine works them out",
            Self::ModuleFailure => "the page says within ten seconds that it takes long to start",
            Self::Printing => "the engine has read the style for paper",
            Self::RolesInFrames => "role and name by the markup; the same screens without a frame around them",
            Self::ConsoleLog => "a script ahead of the page's own notes warnings, errors and lost promises",
        }
    }

    /// The table of `docs/browsers.md`.
    pub fn table() -> String {
        let mut table = "| what | cannot | because | tested instead |\n|---|---|---|---|\n".to_owned();
        for gap in Self::ALL {
            let engines: Vec<String> = gap.engines().iter().map(Engine::to_string).collect();
            let cells = [gap.what(), &engines.join(", "), gap.why(), gap.instead()];
            table += &format!("| {} |\n", cells.join(" | "));
        }
        table
    }
}

/// Whether the engine of this run has a gap, which is then said in the output of the tests.
#[must_use]
pub fn cannot(gap: Gap) -> bool {
    let engine = Engine::current();
    if !gap.engines().contains(&engine) {
        return false;
    }
    // Not `println!`, which the test harness shows of tests that fail only.
    let line = format!("{engine} cannot {}: {}. Tested instead: {}.\n", gap.what(), gap.why(), gap.instead());
    let _ = std::io::stdout().write_all(line.as_bytes());
    true
}
