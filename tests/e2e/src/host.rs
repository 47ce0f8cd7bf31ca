//! A site of somebody else's with the quiz in its pages: another server, under another name of this machine. To a
//! browser `localhost` and `127.0.0.1` are two sites that know nothing of each other.

use crate::browser::Browser;
use crate::engine::recorder;
use crate::quiz::{Place, Quiz};
use crate::server::Server;
use serde::Deserialize;
use serde_json::{Value, json};

/// Notes what comes to the host's page, what its policy stopped and what went wrong in it. In a file, as pages with a
/// policy run no script that stands in them.
const RECORDER: &str = "
    window.received = []; window.violations = []; window.mistakes = [];
    const frames = () => Array.from(document.querySelectorAll('career-quiz, iframe'),
        element => element.shadowRoot?.querySelector('iframe') ?? element);
    // Not everything that can be sent can be handed to a test.
    const plain = data => { try { return JSON.parse(JSON.stringify(data) ?? 'null'); } catch { return String(data); } };
    addEventListener('message', ({ data, origin, source }) => received.push({ data: plain(data), origin,
        frame: source ? frames().findIndex(frame => frame.contentWindow === source) : -1 }));
    addEventListener('securitypolicyviolation', event =>
        violations.push(event.effectiveDirective + ' ' + event.blockedURI));
    addEventListener('error', event => { if (event.message) mistakes.push(event.message); });
    addEventListener('unhandledrejection', event => mistakes.push(String(event.reason)));
";

/// The site, and the quiz that is to be in it.
#[derive(Debug)]
pub struct Host<'q> {
    /// The quiz, whose browser visits the site.
    pub quiz: &'q Quiz,
    /// The server of the site.
    pub server: Server,
}

/// A message that a page of the site got.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Message {
    /// What was sent.
    pub data: Value,
    /// From which origin.
    pub origin: String,
    /// From which frame of the page, counted from 0; -1 where it was none.
    pub frame: i32,
}

impl Message {
    /// Its type.
    pub fn kind(&self) -> &str {
        self.data["type"].as_str().unwrap_or_default()
    }
}

impl<'q> Host<'q> {
    /// A site without pages.
    pub fn of(quiz: &'q Quiz) -> Self {
        let server = Server::empty();
        server.send_no_headers();
        server.put("/recorder.js", 200, format!("{}{RECORDER}", recorder::REQUESTS));
        Self { quiz, server }
    }

    /// A site with one page, opened.
    #[track_caller]
    pub fn with(quiz: &'q Quiz, body: &str) -> Self {
        let host = Self::of(quiz);
        host.put_page("/", body);
        host.open("/");
        host
    }

    /// The browser.
    pub fn browser(&self) -> &'q Browser {
        &self.quiz.browser
    }

    /// The origin of the site.
    pub fn origin(&self) -> String {
        self.address("")
    }

    /// The address of a path of the site.
    pub fn address(&self, path: &str) -> String {
        self.server.address(path).replacen("127.0.0.1", "localhost", 1)
    }

    /// Puts a page there.
    pub fn put_page(&self, path: &str, body: &str) {
        self.put_page_with(path, body, &[]);
    }

    /// Puts a page there that is sent with headers, such as a policy.
    pub fn put_page_with(&self, path: &str, body: &str, headers: &[(&str, &str)]) {
        let head = "<meta charset=utf-8><link rel=icon href=data:,><script src=/recorder.js></script>";
        let page = format!("<!doctype html><html lang=en><title>A bootcamp</title>{head}<body>{body}");
        self.server.put_with(path, 200, page, headers);
    }

    /// Puts a content there that any site may read.
    pub fn put_content(&self, path: &str, content: &Value) {
        self.server.put_with(path, 200, content.to_string(), &[("access-control-allow-origin", "*")]);
    }

    /// Opens a page of the site.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.browser().open(&self.address(path));
    }

    /// The snippet of one script tag.
    pub fn script(&self, attributes: &str) -> String {
        let source = self.quiz.server.address("/embed.js");
        format!("<script async src=\"{source}\" {attributes}></script>")
    }

    /// The snippet of an element with a link in it.
    pub fn element(&self, attributes: &str) -> String {
        let (link, script) = (self.quiz.server.address("/"), self.script(""));
        format!("<career-quiz {attributes}><a href=\"{link}\">Take the career quiz</a></career-quiz>{script}")
    }

    /// The snippet of a plain frame, for a site that allows no script. The query begins with a question mark or is empty.
    pub fn plain(&self, query: &str, attributes: &str) -> String {
        let source = self.quiz.server.address(&format!("/{query}"));
        format!("<iframe src=\"{source}\" title=\"Career quiz\" width=600 height=1500 {attributes}></iframe>")
    }

    /// Goes into the frame of the quiz, and waits for its screen.
    #[track_caller]
    pub fn enter(&self) -> Place {
        self.enter_number(0)
    }

    /// The same where there are several, counted from 0.
    #[track_caller]
    pub fn enter_number(&self, number: usize) -> Place {
        self.enter_frame(number);
        self.quiz.here()
    }

    /// Goes into a frame, whatever is in it.
    #[track_caller]
    pub fn enter_frame(&self, number: usize) {
        // A frame that is not in the window may not be loaded yet.
        let script = format!(
            "const found = Array.from(document.querySelectorAll('career-quiz, iframe'),
                element => element.localName === 'iframe' ? element : element.shadowRoot?.querySelector('iframe'))
                .filter(frame => frame)[{number}];
            found?.scrollIntoView({{ block: 'nearest' }});
            return found;"
        );
        self.browser().enter_frame(&script);
    }

    /// Goes back to the page around the frame.
    #[track_caller]
    pub fn leave(&self) {
        self.browser().leave_frames();
    }

    /// What the page has got until now.
    #[track_caller]
    pub fn received(&self) -> Vec<Message> {
        let received = self.browser().run("return window.received", &[]);
        serde_json::from_value(received).expect("a list of messages")
    }

    /// The messages of a type that the page has got until now.
    #[track_caller]
    pub fn received_of(&self, kind: &str) -> Vec<Value> {
        self.received().into_iter().filter(|message| message.kind() == kind).map(|message| message.data).collect()
    }

    /// Waits until the page has got a message of a type; the first of them.
    #[track_caller]
    pub fn wait_for(&self, kind: &str) -> Value {
        self.wait_for_number(kind, 1)
    }

    /// Waits until the page has got so many messages of a type; the last of them.
    #[track_caller]
    pub fn wait_for_number(&self, kind: &str, number: usize) -> Value {
        let what = format!("{number} messages of type {kind}");
        self.browser().until(&what, || self.received_of(kind).into_iter().nth(number - 1))
    }

    /// Waits until the last message of a type is one that is wanted.
    #[track_caller]
    pub fn wait_for_last(&self, kind: &str, is_wanted: impl Fn(&Value) -> bool) -> Value {
        self.browser().until(&format!("the wanted {kind}"), || self.received_of(kind).pop().filter(&is_wanted))
    }

    /// Forgets what the page has got.
    #[track_caller]
    pub fn forget(&self) {
        self.browser().run("window.received.length = 0", &[]);
    }

    /// What the policy of the page has stopped, and mistakes of scripts in it.
    #[track_caller]
    pub fn troubles(&self) -> Vec<String> {
        let troubles = self.browser().run("return [...window.violations, ...window.mistakes]", &[]);
        serde_json::from_value(troubles).expect("a list of texts")
    }

    /// Calls a method of the quiz's element.
    #[track_caller]
    pub fn call(&self, method: &str, arguments: &[Value]) {
        const SCRIPT: &str = "document.querySelector('career-quiz')[arguments[0]](...arguments[1])";
        self.browser().run(SCRIPT, &[method.into(), json!(arguments)]);
    }
}
