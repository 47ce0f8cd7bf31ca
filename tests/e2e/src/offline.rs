//! The service worker, as tests see it: what is said of it, which version a page is of, what lies in the caches, and
//! builds that are newer than the one under test.

use crate::browser::Browser;
use crate::quiz::{Quiz, WORDS};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

impl Quiz {
    /// Waits until the page says that it needs no server any more.
    #[track_caller]
    pub fn wait_until_offline(&self) {
        let text = self.word("offline.ready");
        self.browser.until(&format!("{text:?}"), || self.is_said(&text).then_some(()));
    }

    /// Waits until the page offers a new version.
    #[track_caller]
    pub fn wait_for_update(&self) {
        let text = self.word("update.ready");
        self.browser.until(&format!("{text:?}"), || self.is_said(&text).then_some(()));
    }

    /// Whether the page offers a new version now.
    #[track_caller]
    pub fn has_update(&self) -> bool {
        self.is_said(&self.word("update.ready"))
    }

    /// Waits until the page is there anew, of this version.
    #[track_caller]
    pub fn wait_for_version(&self, version: &str) {
        self.browser.until(&format!("the page of version {version}"), || {
            // Between two pages there may be none that could be asked.
            (self.browser.try_run(VERSION).ok()? == version).then_some(())
        });
        self.here();
    }

    /// The version that the page is of.
    #[track_caller]
    pub fn version(&self) -> String {
        self.browser.run(VERSION, &[]).as_str().expect("the page has a version").to_owned()
    }

    #[track_caller]
    fn is_said(&self, text: &str) -> bool {
        let script =
            "return Array.from(document.querySelectorAll('[role=status]')).some(it => it.innerText === arguments[0])";
        self.browser.run(script, &[text.into()]) == true
    }
}

const VERSION: &str = "return document.querySelector('meta[name=career-quiz-version]').content";

/// The names of all caches of the origin.
#[track_caller]
pub fn caches(browser: &Browser) -> Vec<String> {
    serde_json::from_value(browser.run("return caches.keys()", &[])).expect("a list of names")
}

/// The paths of everything in a cache.
#[track_caller]
pub fn cached(browser: &Browser, cache: &str) -> Vec<String> {
    let script = "
        return caches.open(arguments[0]).then(cache => cache.keys())
            .then(keys => keys.map(({ url }) => new URL(url).pathname));
    ";
    serde_json::from_value(browser.run(script, &[cache.into()])).expect("a list of paths")
}

/// The folders that a service worker is registered for.
#[track_caller]
pub fn scopes(browser: &Browser) -> Vec<String> {
    let script = "
        return navigator.serviceWorker.getRegistrations()
            .then(list => list.map(({ scope }) => new URL(scope).pathname));
    ";
    serde_json::from_value(browser.run(script, &[])).expect("a list of paths")
}

/// Has the browser look for a new version, and waits for what comes of it: the state of the worker that was found, or
/// `none`.
#[track_caller]
pub fn look_for_update(browser: &Browser) -> String {
    let script = "
        return navigator.serviceWorker.getRegistration().then(registration => registration.update().then(() =>
            new Promise(resolve => {
                const found = registration.installing;
                if (!found) return resolve(registration.waiting ? 'installed' : 'none');
                found.addEventListener('statechange', () => resolve(found.state));
            })));
    ";
    browser.run(script, &[]).as_str().expect("a state").to_owned()
}

/// Removes all workers and caches of the origin.
#[track_caller]
pub fn forget(browser: &Browser) {
    let script = "
        if (!navigator.serviceWorker || !window.caches) return;
        return navigator.serviceWorker.getRegistrations()
            .then(list => Promise.all(list.map(registration => registration.unregister())))
            .then(() => caches.keys()).then(names => Promise.all(names.map(name => caches.delete(name))))
            .then(() => null);
    ";
    browser.run(script, &[]);
}

/// A build that is not the one under test.
#[derive(Debug)]
pub struct Build {
    folder: TempDir,
}

impl Build {
    /// A copy of the build under test.
    ///
    /// # Panics
    ///
    /// Where it cannot be made.
    pub fn copy() -> Self {
        let folder = TempDir::with_prefix("career-quiz-build-").expect("a folder can be made");
        copy(&crate::dist(), folder.path());
        Self { folder }
    }

    /// A build that is newer: it says something else of what is kept private.
    pub fn newer() -> Self {
        let build = Self::copy();
        build.change(WORDS, |text| text.replace("Nothing is sent anywhere.", "Nothing at all is sent anywhere."));
        build.renew();
        build
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The text of a file.
    #[track_caller]
    pub fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.path().join(file)).expect("the build has the file")
    }

    /// Changes a file. The worker does not know of it before [`Build::renew`].
    #[track_caller]
    pub fn change(&self, file: &str, change: impl FnOnce(String) -> String) {
        let text = self.read(file);
        let changed = change(text.clone());
        assert_ne!(changed, text, "{file} is changed");
        std::fs::write(self.path().join(file), changed).expect("the file can be written");
    }

    /// Makes the worker anew.
    #[track_caller]
    pub fn renew(&self) {
        self.xtask(&["offline", "on"]);
    }

    /// Puts the kill switch in the worker's place.
    #[track_caller]
    pub fn turn_off(&self) {
        self.xtask(&["offline", "off"]);
    }

    #[track_caller]
    fn xtask(&self, words: &[&str]) {
        let made = Command::new(crate::xtask()).args(words).arg(self.path()).output().expect("xtask can be run");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }

    /// Its version.
    #[track_caller]
    pub fn version(&self) -> String {
        version_of(&self.read("index.html"))
    }

    /// The name of the file that ends so.
    #[track_caller]
    pub fn file(&self, end: &str) -> String {
        program_in(self.path(), end)
    }
}

/// The path of what comes later of the build under test.
#[track_caller]
pub fn later() -> String {
    format!("/{}", program_in(&crate::dist(), "_later.wasm"))
}

/// The path of what a first visit does not run of the build under test.
#[track_caller]
pub fn cold() -> String {
    format!("/{}", program_in(&crate::dist(), "_cold.wasm"))
}

/// The path of what a first visit begins with, of the content at this path in the build under test.
#[track_caller]
pub fn beginning_file(content: &str) -> String {
    let begin = content.replace("content/", "").replace(".json", ".");
    let folder = std::fs::read_dir(crate::dist().join("beginnings")).expect("a build has beginnings");
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut own = names.filter(|name| name.starts_with(&begin) && name.ends_with(".json"));
    format!("/beginnings/{}", own.next().unwrap_or_else(|| panic!("{content} has no beginning")))
}

/// The path of the program of the build under test, without what comes after it.
#[track_caller]
pub fn program() -> String {
    format!("/{}", program_in(&crate::dist(), "_bg.wasm"))
}

/// How often the page has the browser fetch a file of the build before the program asks for it.
///
/// # Panics
///
/// Where the page cannot be asked.
pub fn preloads(browser: &Browser, path: &str) -> usize {
    let script = "return [...document.querySelectorAll('link[rel=preload]')].map(link => link.getAttribute('href'))";
    let files: Vec<String> = serde_json::from_value(browser.run(script, &[])).expect("a list of files");
    files.iter().filter(|file| file.trim_start_matches(['.', '/']) == path.trim_start_matches('/')).count()
}

/// The file of a program that ends so.
#[track_caller]
fn program_in(folder: &Path, end: &str) -> String {
    let names = std::fs::read_dir(folder).expect("the build can be read");
    let mut names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.find(|name| name.ends_with(end) && name.starts_with("career-quiz")).expect("the build has one")
}

/// The version that a page is of.
#[track_caller]
pub fn version_of(page: &str) -> String {
    let (_, rest) = page.split_once("<meta name=\"career-quiz-version\" content=\"").expect("a page has a version");
    rest.split_once('"').expect("the attribute ends").0.to_owned()
}

/// The files that the worker of a build lists.
#[track_caller]
pub fn listed(worker: &str) -> Vec<String> {
    let (_, rest) = worker.split_once("const FILES = ").expect("it has a list");
    let (list, _) = rest.split_once(",\n];").expect("the list ends");
    let files: Vec<(String, Value)> = serde_json::from_str(&format!("{list}]")).expect("the list is JSON");
    files.into_iter().map(|(path, _)| path).collect()
}

/// All files in a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        std::fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Copies a folder with all that is in it.
///
/// # Panics
///
/// Where that cannot be done.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("it is a folder") {
        let entry = entry.expect("it can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
