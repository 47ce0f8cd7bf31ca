//! The way to the target on the page of a result.

use crate::stage::{SMALL, Stage, clear, material, result_of};
use career_quiz::pages::Plan;
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::ProfileId;
use career_quiz::quiz::nearest::Change;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

/// The small quiz, in which skills and team can be acted on, and who wishes for time wants to be a senior.
fn growing() -> Value {
    let mut quiz: Value = serde_json::from_str(SMALL).expect("the quiz is JSON");
    for (at, grows) in [(1, "by-acting"), (2, "with-time"), (3, "by-acting")] {
        quiz["questions"][at]["grows"] = json!(grows);
    }
    quiz["questions"][5]["options"][1]["target"] = json!("senior");
    quiz["steps"][1]["helps"] = json!(["team"]);
    quiz
}

/// The result of somebody who wants to be a senior.
async fn result(quiz: &Value, answers: &str) -> Stage {
    result_of(&quiz.to_string(), answers).await
}

const MID: &str = r#"{"skills":["git"],"start":"coder","team":"alone","years":2.5,"wish":"time"}"#;

#[browser_test]
async fn acts_are_shown_with_what_was_answered_and_the_steps_that_help() {
    let mut quiz = growing();
    quiz["questions"][3]["options"][1]["points"] = json!({ "senior": 45 });
    let stage = result(&quiz, MID).await;
    assert_eq!(stage.texts("[data-plan=acts] > h3"), ["Your way to Senior"]);
    assert!(stage.texts("[data-plan] > p")[0].contains("your points lead to Senior"));
    assert_eq!(stage.texts("[data-act] .plan__question"), ["Do you lead others?"]);
    assert_eq!(stage.texts("[data-act=team] [data-option=lead]"), ["Yes"]);
    assert_eq!(stage.texts("[data-act=team] .plan__now"), ["Your answer now: No"]);
    // These are deeds: there is nothing to review.
    assert!(stage.texts("[data-plan] a").is_empty());
    // A step is said once.
    assert_eq!(stage.texts("[data-act=team] [data-step] .steps__title"), ["Grow"]);
    assert_eq!(stage.texts("[data-step] .steps__title"), ["Grow", "Read", "Rest"]);
}

#[browser_test]
async fn options_to_add_to_one_question_stand_together() {
    let mut quiz = growing();
    quiz["questions"][1]["options"] = json!([
        { "id": "sql", "text": "SQL", "points": { "senior": 15 } },
        { "id": "git", "text": "Git", "points": { "mid": 5 } },
        { "id": "ops", "text": "Operations", "points": { "senior": 20 } },
        { "id": "none", "text": "Nothing yet", "exclusive": true },
    ]);
    quiz["questions"][3]["options"][1]["points"] = json!({ "mid": 5 });
    quiz["questions"][2]["bands"][1]["points"] = json!({ "mid": 20 });
    let stage = result(&quiz, MID).await;
    assert_eq!(stage.texts("[data-act=skills] .plan__question"), ["What do you know?"]);
    assert_eq!(stage.texts("[data-act=skills] .plan__option"), ["SQL", "Operations"]);
    assert!(stage.texts("[data-act] .plan__now").is_empty(), "what was picked before stays");
}

#[browser_test]
async fn an_answer_of_years_that_time_alone_brings_is_named() {
    let stage = result(&growing(), MID).await;
    let text = stage.texts("[data-plan=time] > p").remove(0);
    assert!(text.starts_with("Only time stands in the way"), "{text}");
    assert!(text.contains("lead to Senior once you can answer “6 years” to the question “For how long?”"), "{text}");
    assert!(stage.texts("[data-act]").is_empty());
}

#[browser_test]
async fn time_and_acts_are_named_together() {
    let mut quiz = growing();
    quiz["questions"][2]["bands"][2]["points"] = json!({ "senior": 5 });
    let stage = result(&quiz, MID).await;
    let text = stage.texts("[data-plan=time] > p").remove(0);
    assert!(text.contains("it takes time as well"), "{text}");
    assert!(text.contains("“6 years” to the question “For how long?”"), "{text}");
    assert_eq!(stage.texts("[data-act=team] .plan__option"), ["Yes"]);
}

#[browser_test]
async fn a_target_out_of_reach_is_said_kindly() {
    let stage = result(&growing(), r#"{"skills":["git"],"start":"novice","wish":"time"}"#).await;
    let text = stage.texts("[data-plan=out-of-reach] > p").remove(0);
    assert!(text.starts_with("There is no plan from here to Senior yet."), "{text}");
    assert!(stage.texts("[data-act]").is_empty());
}

#[browser_test]
async fn where_somebody_stands_at_their_target_there_is_no_plan() {
    for wish in ["time", "money"] {
        let answers = format!(r#"{{"skills":["sql"],"start":"coder","team":"lead","years":6,"wish":"{wish}"}}"#);
        let stage = result(&growing(), &answers).await;
        assert_eq!(stage.texts("h1"), ["Your best match: Senior"]);
        assert!(stage.texts("[data-plan]").is_empty());
    }
}

#[browser_test]
fn a_way_that_could_not_be_worked_out_is_nobodys_fault() {
    clear();
    let stage = Stage::mount(|| {
        provide_context(material());
        let change = Change::TooManyWays;
        view! { <Plan target=ProfileId::Senior change=change counted=Answers::default() steps=Vec::new() /> }
    });
    let text = stage.texts("[data-plan=too-many-ways] > p").remove(0);
    assert!(text.starts_with("Your way to Senior could not be worked out"), "{text}");
}
