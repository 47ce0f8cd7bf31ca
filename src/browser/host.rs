//! The page around the frame that the quiz is in, where it is in one: the only way in and out for messages.

use crate::embed::{MESSAGE_VERSION, Options};
use js_sys::{Array, Date, JSON, JsString, Reflect};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, MouseEvent, ResizeObserver, Window};

/// The longest value of an option that is looked at, in UTF-16 code units. None that is taken is as long.
const LONGEST: u32 = 500;

/// How many commands are obeyed in a while; a page that sends more has lost count.
const MOST: usize = 50;

/// How long the while is.
const WHILE_MS: f64 = 10_000.0;

/// What a host page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// It is there, and wants to be told what happens.
    Hello {
        /// All options that are set; none where it has nothing to say of them.
        options: Option<Vec<(&'static str, String)>>,
        /// Whether it takes results.
        wants_result: bool,
    },
    /// All options that are set from now on.
    Config(Vec<(&'static str, String)>),
    /// The quiz is to begin anew.
    Restart,
}

/// Whether the quiz is in a frame of another page.
pub fn is_there() -> bool {
    parent().is_some()
}

/// Whether the page has an origin. In a sandboxed frame it has none, and with it neither storage nor links that open.
pub fn has_origin() -> bool {
    let origin = super::window().and_then(|window| Reflect::get(&window, &"origin".into()).ok());
    origin.and_then(|origin| origin.as_string()).is_none_or(|origin| origin != "null")
}

fn parent() -> Option<Window> {
    let window = super::window()?;
    let parent = window.parent().ok().flatten()?;
    (parent != window).then_some(parent)
}

/// Obeys the host page from now on: `obey` is called with each command and the origin that it comes from. What comes from
/// anybody else, in another shape or too often is passed over.
pub fn listen(obey: impl Fn(Command, String) + 'static) {
    let (Some(window), Some(parent)) = (super::window(), parent()) else { return };
    let (parent, times) = (JsValue::from(parent), RefCell::new(VecDeque::new()));
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.source().is_none_or(|source| JsValue::from(source) != parent) {
            return;
        }
        let Some(command) = command(&event.data()) else { return };
        if is_in_time(&mut times.borrow_mut(), Date::now()) {
            obey(command, event.origin());
        }
    });
    let _ = window.add_event_listener_with_callback("message", heard.into_js_value().unchecked_ref());
}

/// Whether not too many have come in a while.
fn is_in_time(times: &mut VecDeque<f64>, now_ms: f64) -> bool {
    while times.front().is_some_and(|time| now_ms - time > WHILE_MS) {
        times.pop_front();
    }
    let is_in_time = times.len() < MOST;
    if is_in_time {
        times.push_back(now_ms);
    }
    is_in_time
}

/// Reads a message. What is sent between windows is a copy of plain data, so looking at it runs nothing of the sender's.
fn command(message: &JsValue) -> Option<Command> {
    let field = |name: &str| Reflect::get(message, &name.into()).ok();
    if !message.is_object() || field("careerQuiz")?.as_f64() != Some(f64::from(MESSAGE_VERSION)) {
        return None;
    }
    let options = || options(&field("options")?);
    match text(&field("type")?)?.as_str() {
        "hello" => Some(Command::Hello { options: options(), wants_result: wants_result(&field("wants")?) }),
        "config" => Some(Command::Config(options()?)),
        "restart" => Some(Command::Restart),
        _ => None,
    }
}

fn options(options: &JsValue) -> Option<Vec<(&'static str, String)>> {
    if !options.is_object() || Array::is_array(options) {
        return None;
    }
    let mut known = Vec::new();
    for name in Options::NAMES {
        let value = Reflect::get(options, &name.into()).ok()?;
        if !value.is_undefined() && !value.is_null() {
            // What is no text makes it no command. Of a text that is too long the beginning is enough: it is refused, and that is said.
            known.push((name, String::from(value.dyn_ref::<JsString>()?.slice(0, LONGEST))));
        }
    }
    Some(known)
}

fn wants_result(wants: &JsValue) -> bool {
    Array::is_array(wants) && Array::from(wants).iter().take(MOST).any(|want| text(&want).as_deref() == Some("result"))
}

fn text(value: &JsValue) -> Option<String> {
    let text = value.dyn_ref::<JsString>()?;
    // Measured before it is copied: it may be as long as memory allows.
    (text.length() <= LONGEST).then(|| String::from(text))
}

/// Tells the host page something: whoever that is, or the one of this origin and no other.
pub fn tell(message: &str, origin: Option<&str>) {
    let (Some(parent), Ok(message)) = (parent(), JSON::parse(message)) else { return };
    // It is refused only where the origin is none, and then nobody is told.
    let _ = parent.post_message(&message, origin.unwrap_or("*"));
}

/// Calls `changed` with the height that the page needs in px, now and whenever that changes; at most once a frame.
pub fn follow_height(changed: impl Fn(u32) + 'static) {
    let document = super::window().and_then(|window| window.document());
    let Some(root) = document.and_then(|document| document.get_element_by_id("app")) else { return };
    let (measured, last) = (root.clone(), Cell::new(0));
    let look = Closure::<dyn Fn()>::new(move || {
        let height_px = measured.get_bounding_client_rect().height().ceil() as u32;
        if last.replace(height_px) != height_px {
            changed(height_px);
        }
    });
    if let Ok(observer) = ResizeObserver::new(look.into_js_value().unchecked_ref()) {
        observer.observe(&root);
    }
}

/// In a frame, a link to another screen leads there without an entry in the history: the host page's Back button leaves
/// the host page.
pub fn leave_no_history() {
    let Some(document) = super::window().and_then(|window| window.document()) else { return };
    let clicked = Closure::<dyn Fn(MouseEvent)>::new(|event: MouseEvent| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^=\"#/\"]").ok().flatten());
        let Some(hash) = link.and_then(|link| link.get_attribute("href")) else { return };
        if !event.default_prevented() && !has_modifier {
            event.prevent_default();
            super::address::go_on_to(&hash);
        }
    });
    let _ = document.add_event_listener_with_callback("click", clicked.into_js_value().unchecked_ref());
}
