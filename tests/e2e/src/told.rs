//! A site that has the quiz in a frame, and is told what is in it: nobody can look into a frame without an origin.

use crate::quiz::Quiz;
use crate::server::Server;
use serde_json::Value;

impl Quiz {
    /// Opens a site of another origin, with a path of the quiz in a frame that has these attributes, and waits until the frame has told
    /// what is wanted. It tells what `expression` is, again and again.
    #[track_caller]
    pub fn told_by_frame(&self, path: &str, attributes: &str, expression: &str, wanted: fn(&Value) -> bool) -> Value {
        self.server.run_first(&format!("setInterval(() => parent.postMessage({expression}, '*'), 50);"));
        let host = Server::empty();
        let address = self.server.address(path);
        let page = format!(
            "<!doctype html><title>Host</title><link rel=icon href=data:,>\
             <script>window.told = null; onmessage = ({{ data }}) => {{ window.told = data; }};</script>\
             <iframe {attributes} width=600 height=900 src=\"{address}\"></iframe>"
        );
        host.put("/host", 200, page);
        self.browser.open(&host.address("/host"));
        let told = self
            .browser
            .until("word from the frame", || Some(self.browser.run("return window.told", &[])).filter(wanted));
        self.leave();
        told
    }
}
