//! The schema of the events, as a host would use it.

use serde_json::{Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let file = e2e::dist().join("embed/event.schema.json");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let schema = serde_json::from_str(&text).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
});

/// Fails where a message is not as the schema says.
#[track_caller]
pub(super) fn assert_fits(message: &Value) {
    let faults: Vec<String> = SCHEMA.iter_errors(message).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{message}: {faults:?}");
}

#[test]
fn the_schema_tells_events_from_what_is_none() {
    assert_fits(&json!({ "careerQuiz": 1, "type": "step", "number": 3 }));
    for wrong in [
        json!({ "careerQuiz": 1, "type": "step" }),
        json!({ "careerQuiz": 1, "type": "step", "number": "3" }),
        json!({ "careerQuiz": 1, "type": "no-such-event" }),
        json!({ "type": "step", "number": 3 }),
        json!("step"),
    ] {
        assert!(!SCHEMA.is_valid(&wrong), "{wrong}");
    }
}
