//! `cargo xtask content schema`: the JSON Schema of a quiz, made from the Rust types that read it.

use crate::{Result, file, paths};
use career_quiz::quiz::content::Quiz;
use std::path::PathBuf;

/// Writes the schema, or with `check` compares it with the one that is checked in.
pub(crate) fn run(check: bool) -> Result {
    let (path, schema) = (path(), schema()?);
    if !check {
        file::write(&path, schema.as_bytes())?;
        println!("{}: written", path.display());
    } else if file::read(&path)? == schema {
        println!("{}: current", path.display());
    } else {
        return Err(format!("{} is not current: run `cargo xtask content schema`", path.display()));
    }
    Ok(())
}

fn path() -> PathBuf {
    paths::root().join("public/content/quiz.schema.json")
}

fn schema() -> Result<String> {
    let schema = schemars::schema_for!(Quiz);
    let text = serde_json::to_string_pretty(&schema).map_err(|error| format!("the schema is no JSON: {error}"))?;
    Ok(text + "\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_that_is_checked_in_is_current() {
        assert_eq!(super::run(true), Ok(()));
    }

    #[test]
    fn the_schema_knows_the_fields_of_a_quiz() {
        let schema = super::schema().expect("there is a schema");
        for field in ["\"format_version\"", "\"show_if\"", "\"points\"", "\"part_of\""] {
            assert!(schema.contains(field), "{field} is missing");
        }
    }
}
