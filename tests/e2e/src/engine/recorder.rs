//! Scripts that stand in for logs which a driver does not hand out. They run in the page, before anything of its own.

use crate::browser::Browser;
use serde_json::Value;

/// Notes what a page complains of.
pub(crate) const COMPLAINTS: &str = "
    window.complaints = [];
    for (const level of ['warn', 'error']) {
        const original = console[level].bind(console);
        console[level] = (...parts) => { window.complaints.push(level + ' ' + parts.join(' ')); original(...parts); };
    }
    addEventListener('error', event =>
        window.complaints.push('error ' + (event.message ?? event.target.outerHTML)), true);
    addEventListener('unhandledrejection', event => window.complaints.push('promise ' + event.reason));
    addEventListener('securitypolicyviolation', event => window.complaints.push('policy ' + event.blockedURI));
";

/// Notes what a page's own list of what it loaded leaves out.
pub(crate) const REQUESTS: &str = "
    window.opened = [];
    for (const name of ['WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection']) {
        const Original = window[name];
        if (Original) window[name] = function (...words) {
            window.opened.push(name + ' ' + words[0]);
            return new Original(...words);
        };
    }
    const sendBeacon = navigator.sendBeacon?.bind(navigator);
    navigator.sendBeacon = (...words) => { window.opened.push('beacon ' + words[0]); return sendBeacon(...words); };
";

/// What the page has complained of. Nothing where nobody has listened.
pub(super) fn complaints(browser: &Browser) -> Result<Vec<String>, String> {
    read(browser, "return window.complaints ?? []")
}

/// The addresses that the page has asked for.
pub(super) fn requests(browser: &Browser) -> Result<Vec<String>, String> {
    let script = "
        const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
        return [location.href, ...loaded, ...(window.opened ?? ['nobody has listened'])];
    ";
    read(browser, script)
}

fn read(browser: &Browser, script: &str) -> Result<Vec<String>, String> {
    let lines: Value = browser.try_run(script)?;
    serde_json::from_value(lines).map_err(|error| error.to_string())
}
