//! The time.

use js_sys::Date;

/// The time as an ISO 8601 text in UTC, to the millisecond.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}
