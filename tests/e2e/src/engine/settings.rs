//! How a browser is set up: what a person can choose in it, in the words of no engine.

/// How a browser is set up. As it comes, unless a test says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Every page is forbidden to keep anything: touching `localStorage` throws. [`Gap::StorageBlocked`].
    ///
    /// [`Gap::StorageBlocked`]: super::Gap::StorageBlocked
    pub storage_blocked: bool,
    /// There is no storage: `localStorage` is `null`. [`Gap::StorageMissing`].
    ///
    /// [`Gap::StorageMissing`]: super::Gap::StorageMissing
    pub storage_missing: bool,
    /// A private window, which forgets everything once it is closed.
    pub private_window: bool,
    /// No page may run scripts. What the driver itself runs in a page is not concerned.
    pub scripts_off: bool,
    /// There is no WebAssembly.
    pub wasm_off: bool,
    /// The languages that the person prefers, the most preferred first, as BCP 47 tags; English if empty. WebKitGTK
    /// knows the first alone.
    pub languages: &'static [&'static str],
    /// The person prefers dark pages.
    pub dark: bool,
    /// Pages may register the service worker of their build.
    pub worker: bool,
    /// Requests are written down, which takes time. [`Gap::RequestLog`].
    ///
    /// [`Gap::RequestLog`]: super::Gap::RequestLog
    pub requests_logged: bool,
    /// What pages complain of is written down. [`Gap::ConsoleLog`].
    ///
    /// [`Gap::ConsoleLog`]: super::Gap::ConsoleLog
    pub complaints_logged: bool,
}

impl Settings {
    /// The languages, English if there are none.
    pub(super) fn languages(&self) -> &'static [&'static str] {
        if self.languages.is_empty() { &["en-US", "en"] } else { self.languages }
    }
}
