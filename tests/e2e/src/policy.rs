//! What a page's policy has kept it from.

use crate::offline::Build;
use crate::quiz::Quiz;

/// Notes it beyond the life of a page.
const RECORDER: &str = "
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
        const line = `${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`;
        window.violations = `${window.violations ?? ''}${line}\\n`;
        // In a frame without an origin there is no storage.
        try { sessionStorage.violations = `${sessionStorage.violations ?? ''}${line}\\n`; } catch {}
    });
";

impl Quiz {
    /// Notes from the next page on what its policy keeps it from.
    pub fn record_violations(&self) {
        self.server.run_first(RECORDER);
    }

    /// Serves a build of its own that does so, and runs a script before everything else: a worker takes no page that is changed on its way.
    #[track_caller]
    pub fn serve_recording_build(&self, script: &str) -> Build {
        let build = Build::copy();
        let script = format!("<head><script>{RECORDER}{script}</script>");
        build.change("index.html", |page| page.replacen("<head>", &script, 1));
        build.renew();
        self.server.mount("/", build.path());
        build
    }

    /// What pages of this tab were kept from.
    #[track_caller]
    pub fn violations(&self) -> Vec<String> {
        let noted = self.browser.run("return sessionStorage.violations ?? ''", &[]);
        noted.as_str().unwrap_or_default().lines().map(str::to_owned).collect()
    }
}
