//! The time and how dates are written.

use js_sys::{Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The time as an ISO 8601 text in UTC, to the millisecond.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// A day in words, in a language and in the person's time zone. `time` is an ISO 8601 day or time; one that
/// cannot be read is returned as it is.
pub fn day_in_words(time: &str, language: &str) -> String {
    // A day without a time means that day everywhere, so it is not moved to the person's time zone.
    let zone = if time.len() == 10 { &[("timeZone", "UTC")][..] } else { &[] };
    in_words(time, language, &[&[("dateStyle", "long")], zone].concat())
}

/// A time in words: the day, and the time of day to the minute.
pub fn moment_in_words(time: &str, language: &str) -> String {
    in_words(time, language, &[("dateStyle", "long"), ("timeStyle", "short")])
}

fn in_words(time: &str, language: &str, options: &[(&str, &str)]) -> String {
    let date = Date::new(&JsValue::from_str(time));
    if date.get_time().is_nan() {
        return time.to_owned();
    }
    let chosen = Object::new();
    for (key, value) in options {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&chosen, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    // By a call that can fail: a browser throws at a language it takes for no tag.
    let written = Reflect::get(&date, &JsValue::from_str("toLocaleString"))
        .and_then(|function| function.dyn_into::<Function>())
        .and_then(|function| function.call2(&date, &JsValue::from_str(language), &chosen));
    written.ok().and_then(|text| text.as_string()).unwrap_or_else(|| time.to_owned())
}
