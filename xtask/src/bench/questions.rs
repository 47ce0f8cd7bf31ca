//! The questions of the default quiz, for pages that are not the quiz.

use crate::page::escape;
use serde_json::{Value, json};

/// How many questions SurveyJS asks.
const FIFTEEN: usize = 15;

/// Our own questions as SurveyJS has them.
pub(super) fn for_surveyjs(content: &Value) -> Value {
    let elements: Vec<Value> = questions(content).iter().take(FIFTEEN).map(element).collect();
    json!({ "title": content["title"], "description": content["promise"], "elements": elements })
}

fn element(question: &Value) -> Value {
    let choice = |option: &Value| json!({ "value": option["id"], "text": option["text"] });
    let choices: Vec<Value> = array(&question["options"]).iter().map(choice).collect();
    let mut element = json!({ "name": question["id"], "title": question["text"] });
    if question["help"].is_string() {
        element["description"] = question["help"].clone();
    }
    match question["kind"].as_str() {
        Some("number") => {
            element["type"] = "text".into();
            element["inputType"] = "number".into();
            for field in ["min", "max", "step"] {
                element[field] = question[field].clone();
            }
        }
        kind => {
            element["type"] = if kind == Some("multi") { "checkbox" } else { "radiogroup" }.into();
            element["choices"] = choices.into();
        }
    }
    element
}

/// The first question as a page without a program: nothing that asks a question can be quicker.
pub(super) fn as_html(content: &Value) -> String {
    let text = |value: &Value| escape(value.as_str().unwrap_or_default());
    let first = questions(content).first().unwrap_or(&Value::Null);
    let option = |option: &Value| {
        let (id, label) = (text(&option["id"]), text(&option["text"]));
        format!("<p><label><input type=\"radio\" name=\"first\" value=\"{id}\"> {label}</label></p>\n")
    };
    let options: String = array(&first["options"]).iter().map(option).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
        <link rel=\"icon\" href=\"data:,\">\n<h1>{title}</h1>\n<p>{promise}</p>\n\
        <fieldset>\n<legend>{question}</legend>\n{options}</fieldset>\n</html>\n",
        title = text(&content["title"]),
        promise = text(&content["promise"]),
        question = text(&first["text"]),
    )
}

/// The quiz with `count` questions: its own, and then its first one again and again under other names. It is another quiz, as it has
/// an id of its own.
pub(crate) fn enlarged(content: &Value, count: usize) -> Value {
    let mut content = content.clone();
    content["id"] = "many-questions".into();
    let mut added: Vec<Value> = Vec::new();
    for number in questions(&content).len()..count {
        let first = &questions(&content)[0];
        // Without points, as a profile could have more than 100 of them otherwise.
        let bare = |option: &Value| json!({ "id": option["id"], "text": option["text"] });
        let options: Vec<Value> = array(&first["options"]).iter().map(bare).collect();
        added.push(
            json!({ "id": format!("again-{number}"), "kind": "single", "text": first["text"], "options": options }),
        );
    }
    if let Some(all) = content["questions"].as_array_mut() {
        all.extend(added);
    }
    content
}

fn questions(content: &Value) -> &[Value] {
    array(&content["questions"])
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{content, file, paths};
    use std::path::Path;

    fn default() -> Value {
        serde_json::from_str(&file::read(&paths::content()).expect("it is there")).expect("it is JSON")
    }

    #[test]
    fn surveyjs_asks_fifteen_of_our_questions_of_all_kinds() {
        let survey = for_surveyjs(&default());
        let elements = array(&survey["elements"]);
        assert_eq!(elements.len(), 15);
        for kind in ["radiogroup", "checkbox", "text"] {
            assert!(elements.iter().any(|element| element["type"] == kind), "{kind}");
        }
        // The first is the one that is answered.
        assert_eq!(elements[0]["type"], "radiogroup");
        assert_eq!(array(&elements[0]["choices"]).len(), array(&default()["questions"][0]["options"]).len());
        assert!(elements.iter().all(|element| element["title"].is_string()));
    }

    #[test]
    fn the_plain_page_has_a_button_for_each_option_and_no_program() {
        let mut content = default();
        content["questions"][0]["options"][0]["text"] = "<b>".into();
        let html = as_html(&content);
        assert_eq!(html.matches("type=\"radio\"").count(), array(&content["questions"][0]["options"]).len());
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
    }

    #[test]
    fn an_enlarged_quiz_is_a_quiz_and_another_one() {
        let text = enlarged(&default(), 1000).to_string();
        let quiz = content::from_bytes(text.as_bytes(), Path::new("made")).expect("it is a quiz");
        assert_eq!(quiz.questions.len(), 1000);
        assert_ne!(quiz.id, default()["id"]);
    }
}
