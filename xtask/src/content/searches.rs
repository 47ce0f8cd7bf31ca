//! `cargo xtask content searches`: the searches of a person who states nothing, as JSON.

use super::{NotGood, load};
use crate::Result;
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::{Content, ProfileId};
use career_quiz::quiz::recommend::{JobSearch, searches};
use serde_json::json;
use std::path::Path;

/// Prints the searches of the quiz in `path`.
pub(crate) fn run(path: &Path) -> Result {
    let content = load(path).map_err(|NotGood { lines }| lines.join("\n"))?;
    print!("{}", as_json(&content));
    Ok(())
}

/// A line for each search. Put together by hand, so that the profiles stand in the order of the rungs.
fn as_json(content: &Content) -> String {
    let profile = |id: ProfileId| {
        let searches = searches(content, id, &Answers::default());
        let lines: Vec<String> = searches.iter().map(|search| format!("    {}", one(search))).collect();
        format!("  \"{id}\": [\n{}\n  ]", lines.join(",\n"))
    };
    format!("{{\n{}\n}}\n", ProfileId::ALL.map(profile).join(",\n"))
}

fn one(found: &JobSearch<'_>) -> String {
    let (name, titles, exclude) = (json!(found.search.name), json!(found.titles), json!(found.search.exclude));
    format!("{{\"name\": {name}, \"titles\": {titles}, \"exclude\": {exclude}}}")
}

#[cfg(test)]
mod tests {
    use super::super::{from_bytes, sample};
    use super::*;
    use serde_json::Value;

    #[test]
    fn each_profile_has_its_searches_as_a_person_gets_them_who_states_nothing() {
        let mut quiz = sample();
        quiz["profiles"][0]["searches"][0]["otherwise"] = json!(["a \"top\" chef"]);
        quiz["profiles"][0]["searches"][0]["exclude"] = json!(["head"]);
        quiz["profiles"][0]["searches"][0]["also"] =
            json!([{ "show_if": [{ "question": "first", "any_of": ["yes"] }], "titles": ["pizza cook"] }]);
        let content = from_bytes(quiz.to_string().as_bytes(), "x".as_ref()).expect("it is good");
        let text = as_json(&content);
        let plain = json!([{ "name": "all", "titles": ["line cook"], "exclude": [] }]);
        let entry = json!([{ "name": "all", "titles": ["a \"top\" chef", "line cook"], "exclude": ["head"] }]);
        let expected = json!({ "entry": entry, "mid": plain, "senior": plain, "freelance": plain });
        assert_eq!(serde_json::from_str::<Value>(&text).expect("it is JSON"), expected);
        assert!(text.find("\"entry\"") < text.find("\"mid\""), "{text}");
    }
}
