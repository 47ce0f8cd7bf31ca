//! What a person sees when the program itself fails.

use std::cell::Cell;
use std::panic::{self, PanicHookInfo};

thread_local! {
    /// What is said, and what the button says. In English and fixed until there are words, as they may be what failed.
    static SAID: Cell<(&'static str, &'static str)> = const {
        Cell::new(("The quiz has stopped because of an error. What was saved is still there.", "Load it again"))
    };

    /// Whether it has been said.
    static IS_SAID: Cell<bool> = const { Cell::new(false) };
}

/// Says it in the person's language from now on.
pub fn say_from_now_on(text: &'static str, button: &'static str) {
    SAID.set((text, button));
}

/// The longest that is said of a panic, in characters.
const LONGEST: usize = 200;

/// Where and why, in a line. The console has all of it, with the addresses of the page and of the files of whoever built it.
fn report_of(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(|location| {
        let mut parts: Vec<&str> = location.file().rsplit('/').take(4).collect();
        parts.reverse();
        format!("{}:{}: ", parts.join("/"), location.line())
    });
    let line = info.payload_as_str().and_then(|text| text.lines().next()).unwrap_or_default();
    place.unwrap_or_default().chars().chain(line.chars()).take(LONGEST).collect()
}

/// After a panic the page would stand there with dead buttons. So a panic puts up a plain message with a
/// button that loads the page anew; it is drawn without the program, which is gone, and leaves saved data alone.
pub fn report_panics() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        // What still waits in the browser to call the program finds it broken, and that is no news.
        if IS_SAID.replace(true) {
            return;
        }
        let document = super::window().and_then(|window| window.document());
        let Some(document) = document else { return };
        let (Some(body), Ok(alert), Ok(text), Ok(button), Ok(report)) = (
            document.body(),
            document.create_element("div"),
            document.create_element("h1"),
            document.create_element("button"),
            document.create_element("p"),
        ) else {
            return;
        };
        // Where the quiz has not started yet, the page's own guard would report the same failure a second time.
        if let Some(root) = document.get_element_by_id("app") {
            let _ = root.remove_attribute("data-loading");
        }
        let (said, load_again) = SAID.get();
        text.set_text_content(Some(said));
        button.set_text_content(Some(load_again));
        let _ = button.set_attribute("class", "button");
        let _ = alert.set_attribute("role", "alert");
        let _ = alert.set_attribute("class", "failure");
        // The page's own script listens for it: the program can do so no more, and a listener in an attribute is forbidden.
        let _ = button.set_attribute("data-reload", "");
        // For whoever is asked for help: a fault that is seen once may not come again.
        report.set_text_content(Some(&report_of(info)));
        let _ = report.set_attribute("class", "report");
        let _ = report.set_attribute("lang", "en");
        let _ = report.set_attribute("dir", "ltr");
        let _ = alert.append_child(&text);
        let _ = alert.append_child(&button);
        let _ = alert.append_child(&report);
        let _ = body.insert_before(&alert, body.first_child().as_ref());
    }));
}
