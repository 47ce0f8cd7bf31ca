//! The time and how dates are written.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The time as an ISO 8601 text in UTC, to the millisecond.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// A day in words, in a language and in the person's time zone. `time` is an ISO 8601 day or time; one that
/// cannot be read is returned as it is.
pub fn day_in_words(time: &str, language: &str) -> String {
    let date = Date::new(&JsValue::from_str(time));
    if date.get_time().is_nan() {
        return time.to_owned();
    }
    let options = Object::new();
    // A day without a time means that day everywhere, so it is not moved to the person's time zone.
    let zone = if time.len() == 10 { &[("timeZone", "UTC")][..] } else { &[] };
    for (key, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")].iter().chain(zone) {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    date.to_locale_date_string(language, options.unchecked_ref()).into()
}
