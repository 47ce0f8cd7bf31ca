//! An element of a page, and the commands that the WebDriver client has no method for.

use crate::browser::{Browser, ELEMENT};
use crate::engine::Engine;
use fantoccini::elements::Element as Handle;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// An element of the page.
#[derive(Debug)]
pub struct Element<'b> {
    pub(crate) browser: &'b Browser,
    pub(crate) handle: Handle,
}

impl Element<'_> {
    /// Clicks it, once it stands still: a click goes to a place on the screen, and who has just arrived at a screen may
    /// see it scroll to its heading.
    #[track_caller]
    pub fn click(&self) {
        const SCRIPT: &str = "
            // WebKitGTK scrolls to what cannot be seen at all, and then will not click on what is half in the window.
            arguments[0].scrollIntoView({ block: 'nearest' });
            const place = () => { const { x, y } = arguments[0].getBoundingClientRect(); return x + ' ' + y; };
            const before = place();
            const frame = () => new Promise(requestAnimationFrame);
            return frame().then(frame).then(() => place() === before);
        ";
        let stands_still = || (self.browser.run(SCRIPT, &[self.into()]) == true).then_some(());
        self.browser.until("an element to stand still", stands_still);
        if self.browser.is_in_frame() && Engine::current() == Engine::WebKit {
            // There what is in a frame of another origin scrolls nothing around it, and a click that misses the window is lost.
            let place = "const { top, height } = arguments[0].getBoundingClientRect(); return top + height / 2";
            let place = self.browser.run(place, &[self.into()]).as_f64().unwrap_or_default();
            self.browser.show_in_frame(place);
        }
        self.browser.ask(self.handle.click());
    }

    /// The text that can be seen of it.
    #[track_caller]
    pub fn text(&self) -> String {
        self.browser.ask(self.handle.text())
    }

    /// Types into it.
    #[track_caller]
    pub fn type_keys(&self, keys: &str) {
        self.browser.ask(self.handle.send_keys(keys));
    }

    /// Empties a field, as a person does: by selecting all of it and deleting it.
    #[track_caller]
    pub fn empty(&self) {
        self.type_keys("\u{E009}a\u{E000}\u{E017}");
    }

    /// Enters a text into a field, in place of what stands in it, and sees that it has arrived.
    ///
    /// # Panics
    ///
    /// Where something else stands in the field afterwards. WebKitGTK gets three tries, as its driver loses keys: it comes
    /// back before the last one has arrived, and may still hold the one that selects all when the next are typed.
    #[track_caller]
    pub fn enter(&self, text: &str) {
        let tries = if Engine::current() == Engine::WebKit { 3 } else { 1 };
        let holds = |text: &str| self.browser.comes_true(|| self.value() == text);
        for _ in 0..tries {
            if !self.value().is_empty() {
                self.empty();
            }
            if !holds("") {
                continue;
            }
            if text.is_empty() {
                return;
            }
            self.type_keys(text);
            if holds(text) {
                return;
            }
        }
        panic!("{text:?} was typed and {:?} stands in the field; {}", self.value(), self.browser.scene());
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value(&self) -> String {
        self.browser.ask(self.handle.prop("value")).unwrap_or_default()
    }

    /// Whether a radio button or a checkbox is chosen.
    #[track_caller]
    pub fn is_picked(&self) -> bool {
        self.browser.ask(self.handle.is_selected())
    }

    /// An attribute.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.browser.ask(self.handle.attr(name))
    }

    /// Its tag, in small letters.
    #[track_caller]
    pub fn tag(&self) -> String {
        self.browser.ask(self.handle.tag_name())
    }

    /// Its role, as the browser tells it to screen readers.
    #[track_caller]
    pub fn role(&self) -> String {
        self.computed("computedrole")
    }

    /// Its name, as the browser tells it to screen readers.
    #[track_caller]
    pub fn name(&self) -> String {
        self.computed("computedlabel")
    }

    #[track_caller]
    fn computed(&self, what: &str) -> String {
        let path = format!("element/{}/{what}", &*self.handle.element_id());
        let answer = self.browser.ask(self.browser.command(Raw { path, body: None }));
        answer.as_str().unwrap_or_default().to_owned()
    }
}

/// A command that the client has no method for: a GET, or a POST where it has a body.
#[derive(Debug)]
pub(crate) struct Raw {
    pub(crate) path: String,
    pub(crate) body: Option<Value>,
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (hyper::Method, Option<String>) {
        match &self.body {
            Some(body) => (hyper::Method::POST, Some(body.to_string())),
            None => (hyper::Method::GET, None),
        }
    }
}

/// An element in the arguments of a script.
impl From<&Element<'_>> for Value {
    fn from(element: &Element<'_>) -> Self {
        json!({ (ELEMENT): &*element.handle.element_id() })
    }
}
