//! How numbers and dates are written in a language.

use js_sys::{Date, Function, Number, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A number, with at most ten decimals.
pub fn number(number: f64, language: &str) -> String {
    if !is_there() {
        return number.to_string();
    }
    let options = [("maximumFractionDigits", JsValue::from_f64(10.0))];
    written(&Number::from(number), language, &options).unwrap_or_else(|| number.to_string())
}

/// A number as it stands in a field: like [`number`], in one piece.
pub fn number_in_field(number: f64, language: &str) -> String {
    let options = [("maximumFractionDigits", JsValue::from_f64(10.0)), ("useGrouping", JsValue::FALSE)];
    written(&Number::from(number), language, &options).unwrap_or_else(|| number.to_string())
}

/// A day in words, in the person's time zone. `time` is an ISO 8601 day or time; one that cannot be read is returned
/// as it is.
pub fn day(time: &str, language: &str) -> String {
    // A day without a time means that day everywhere, so it is not moved to the person's time zone.
    let zone = if time.len() == 10 { &[("timeZone", "UTC")][..] } else { &[] };
    date(time, language, &[&[("dateStyle", "long")], zone].concat())
}

/// A day as `YYYY-MM-DD`, in the person's time zone, as for [`day`]; none where `time` cannot be read.
pub fn day_in_digits(time: &str) -> Option<String> {
    if time.len() == 10 {
        return Some(time.to_owned());
    }
    let date = Date::new(&JsValue::from_str(time));
    let is_day = !date.get_time().is_nan();
    is_day.then(|| format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date()))
}

/// A time in words: the day, and the time of day to the minute.
pub fn moment(time: &str, language: &str) -> String {
    date(time, language, &[("dateStyle", "long"), ("timeStyle", "short")])
}

fn date(time: &str, language: &str, options: &[(&str, &str)]) -> String {
    if !is_there() {
        return time.to_owned();
    }
    let date = Date::new(&JsValue::from_str(time));
    if date.get_time().is_nan() {
        return time.to_owned();
    }
    let options: Vec<_> = options.iter().map(|(key, value)| (*key, JsValue::from_str(value))).collect();
    written(&date, language, &options).unwrap_or_else(|| time.to_owned())
}

/// Whether there is a browser, which knows how others write. On the host a number stays as Rust writes it, and a time as it is.
fn is_there() -> bool {
    super::window().is_some()
}

fn written(value: &JsValue, language: &str, options: &[(&str, JsValue)]) -> Option<String> {
    let chosen = Object::new();
    for (key, option) in options {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&chosen, &JsValue::from_str(key), option);
    }
    // By a call that can fail: a browser throws at a language it takes for no tag. From the prototype, as a number has no
    // properties for `Reflect` to get.
    let prototype = Object::get_prototype_of(value);
    let function: Function = Reflect::get(&prototype, &JsValue::from_str("toLocaleString")).ok()?.dyn_into().ok()?;
    function.call2(value, &JsValue::from_str(language), &chosen).ok()?.as_string()
}
