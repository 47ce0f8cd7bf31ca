//! `cargo xtask content schema`: the JSON Schemas of what leaves the program or comes to it, made from the Rust types.

use crate::{Result, file, paths};
use career_quiz::embed::Message;
use career_quiz::quiz::content::Quiz;
use schemars::schema_for;

/// What makes the text of a schema.
type Make = fn() -> Result<String>;

/// The files, each with the type that it is made from.
const SCHEMAS: [(&str, Make); 2] = [
    ("public/content/quiz.schema.json", || text(schema_for!(Quiz))),
    ("public/embed/event.schema.json", || text(schema_for!(Message))),
];

/// Writes the schemas, or with `check` compares them with those that are checked in.
pub(crate) fn run(check: bool) -> Result {
    for (path, schema) in SCHEMAS {
        let (path, schema) = (paths::root().join(path), schema()?);
        if !check {
            file::write(&path, schema.as_bytes())?;
            println!("{}: written", path.display());
        } else if file::read(&path)? == schema {
            println!("{}: current", path.display());
        } else {
            return Err(format!("{} is not current: run `cargo xtask content schema`", path.display()));
        }
    }
    Ok(())
}

fn text(schema: schemars::Schema) -> Result<String> {
    let text = serde_json::to_string_pretty(&schema).map_err(|error| format!("the schema is no JSON: {error}"))?;
    Ok(text + "\n")
}

#[cfg(test)]
mod tests {
    use super::SCHEMAS;

    #[test]
    fn the_schemas_that_are_checked_in_are_current() {
        assert_eq!(super::run(true), Ok(()));
    }

    #[test]
    fn the_schemas_know_the_fields() {
        let [quiz, event] = SCHEMAS.map(|(_, schema)| schema().expect("there is a schema"));
        for field in ["\"format_version\"", "\"show_if\"", "\"points\"", "\"part_of\""] {
            assert!(quiz.contains(field), "{field} is missing");
        }
        for field in ["\"careerQuiz\"", "\"height_px\"", "\"program-opened\"", "\"answers\""] {
            assert!(event.contains(field), "{field} is missing");
        }
    }
}
