//! Browsers that one test after another works with. To start one takes Firefox three seconds of a processor, which was a third of a whole run.
//!
//! A test meets nothing of the one before: each has a server of its own at a port of its own, so an origin of its own with nothing kept, and a tab
//! that was just opened.

use super::{Engine, Settings};
use crate::browser::Browser;
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Those that no test works with just now.
static SPARE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// A browser that a test has for itself until this is dropped.
#[derive(Debug)]
pub struct Lent {
    /// Always there until it is dropped.
    browser: Option<Browser>,
    /// Whether another test may have it afterwards.
    is_kept: bool,
}

impl Lent {
    /// One that is set up so: a spare one, where it is to be as it comes.
    pub(crate) fn with(settings: &Settings) -> Self {
        let is_kept = is_as_it_comes(settings);
        let spare = is_kept.then(|| spare().pop()).flatten();
        let browser = spare.unwrap_or_else(|| Browser::start_with(settings));
        Self { browser: Some(browser), is_kept }
    }
}

impl Deref for Lent {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        self.browser.as_ref().expect("it is there until it is dropped")
    }
}

impl DerefMut for Lent {
    /// Only to start it anew, or to kill it. After that it is no longer as it came.
    fn deref_mut(&mut self) -> &mut Browser {
        self.is_kept = false;
        self.browser.as_mut().expect("it is there until it is dropped")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let browser = self.browser.take().expect("it is dropped once");
        // What a test that failed has left behind is nobody else's trouble; nor is a browser that no longer answers.
        if self.is_kept && !std::thread::panicking() && browser.clear().is_ok() {
            spare().push(browser);
        }
    }
}

/// Whether a browser that is set up so is like any other.
///
/// Where a worker is to be kept, WebKitGTK's is not: while it is driven it keeps caches in memory, where they can be read no more once no process
/// has them open (2.50: `CacheStorageCache::open` gives records new numbers, by which `CacheStorageMemoryStore` does not know them). In a browser that
/// was used before, the worker may run in the process of the tab that was closed, and that ends some ten seconds after.
fn is_as_it_comes(settings: &Settings) -> bool {
    let may_be_kept = settings.worker && Engine::current() != Engine::WebKit;
    *settings == Settings { worker: may_be_kept, ..Settings::default() }
}

fn spare() -> MutexGuard<'static, Vec<Browser>> {
    SPARE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends those that are left when the program ends, as what is static is never dropped.
#[dtor::dtor(unsafe, method = at_binary_exit)]
fn end_all() {
    let all = std::mem::take(&mut *spare());
    // By a thread of its own: what belongs to the main one alone is gone by now.
    let _ = std::thread::spawn(move || drop(all)).join();
}
