//! Where a person stands, doubts about their answers, and how scores come about, on the page of a result.

use crate::address::hash;
use crate::stage::{SMALL, Stage, keep_answers, material_of, result_of};
use career_quiz::quiz::content;
use career_quiz::quiz::fingerprint::fingerprint;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

const MID: &str = r#"{"skills":["sql"],"start":"coder","team":"alone","years":2.5,"wish":"time"}"#;

fn small() -> Value {
    serde_json::from_str(SMALL).expect("the quiz is JSON")
}

/// The texts and the addresses of links below an element.
fn links(stage: &Stage, below: &str) -> Vec<(String, String)> {
    let texts = stage.texts(&format!("{below} a"));
    let addresses = stage.all(&format!("{below} a")).into_iter().filter_map(|link| link.get_attribute("href"));
    texts.into_iter().zip(addresses).collect()
}

fn link(text: &str, address: &str) -> (String, String) {
    (text.to_owned(), address.to_owned())
}

// Where a person stands.

#[browser_test]
async fn a_clear_result_is_a_number_each_and_no_close_call() {
    let stage = result_of(SMALL, MID).await;
    assert_eq!(stage.texts(".scores__score"), ["65", "25", "0", "0"]);
    assert!(stage.texts("[data-near]").is_empty());
    assert!(stage.texts(".standing").is_empty(), "level and target are the best match");
    assert!(stage.texts(".scores .hint").iter().all(|hint| !hint.contains("skipped")));
}

#[browser_test]
async fn a_close_call_names_the_profiles_and_the_questions_that_would_settle_it() {
    let mut quiz = small();
    quiz["margin"] = json!(40);
    let stage = result_of(&quiz.to_string(), MID).await;
    let text = stage.texts("[data-near=senior] > p").remove(0);
    assert!(text.contains("between these profiles: Mid-level, Senior."), "{text}");
    let named = [
        link("For how long?", "#/review/years"),
        link("Do you lead others?", "#/review/team"),
        link("What do you know?", "#/review/skills"),
    ];
    assert_eq!(links(&stage, "[data-near]"), named);
    // The other is shown for what it is.
    assert_eq!(stage.texts("[data-profile=senior] .profile__badge"), ["Close call"]);
    assert_eq!(stage.texts("[data-profile=senior] > p:not(.profile__badge)"), ["Answers for systems."]);
    assert!(stage.texts("[data-profile=entry] .profile__badge").is_empty());
}

#[browser_test]
async fn a_skipped_question_makes_a_range() {
    let stage = result_of(SMALL, r#"{"skills":["sql","git"],"start":"coder","years":6,"wish":"time"}"#).await;
    assert_eq!(stage.texts("[data-score]"), ["Senior55 to 80", "Mid-level40 to 45", "Entry-level0", "Freelance0"]);
    let row = stage.only("[data-score][data-profile=senior]");
    assert_eq!(
        (row.get_attribute("data-score"), row.get_attribute("data-high")),
        (Some("55".into()), Some("80".into()))
    );
    let width = |part: &str| stage.only(&format!("[data-score][data-profile=senior] .score-bar__{part}")).style();
    assert_eq!(width("fill").get_property_value("width").as_deref(), Ok("55%"));
    assert_eq!(width("open").get_property_value("width").as_deref(), Ok("80%"));
    assert!(stage.texts(".scores .hint").iter().any(|hint| hint.starts_with("You skipped questions")));
}

#[browser_test]
async fn with_too_little_answered_there_is_no_best_profile_and_it_is_said_what_to_answer() {
    let stage = result_of(SMALL, r#"{"start":"coder"}"#).await;
    assert_eq!(stage.texts("h1"), ["Not enough answers for a result"]);
    assert!(stage.texts("[data-profile]").is_empty());
    assert_eq!(links(&stage, ".question-list")[0], link("For how long?", "#/review/years"));
    stage.only("[data-fingerprint]");
}

#[browser_test]
async fn under_a_freelancer_lies_a_level_and_a_target_is_named() {
    let mut quiz = small();
    quiz["questions"][5]["options"][0]["wish"] = json!(true);
    quiz["questions"][5]["options"][0]["target"] = json!("senior");
    let answers = r#"{"skills":["sql"],"start":"boss","years":2.5,"team":"alone","clients":"many","wish":"money"}"#;
    let stage = result_of(&quiz.to_string(), answers).await;
    assert_eq!(stage.texts("h1"), ["Your best match: Freelance"]);
    assert_eq!(stage.texts(".standing li"), ["Your level, however you work: Mid-level.", "Your target: Senior."]);
}

// Doubts.

const DOUBT: &str = "[data-doubt=poor-boss]";

/// The small quiz, in which a boss without years is doubted.
fn doubting() -> String {
    let mut quiz = small();
    quiz["contradictions"] = json!([{
        "id": "poor-boss", "title": "A boss without years", "text": "Do these go together?",
        "show_if": [{ "question": "start", "any_of": ["boss"] }, { "question": "years", "below": 1 }],
    }]);
    quiz.to_string()
}

const POOR_BOSS: &str = r#"{"skills":["sql"],"start":"boss","years":0,"wish":"time"}"#;

#[browser_test]
async fn a_contradiction_is_named_with_ways_to_its_questions() {
    let stage = result_of(&doubting(), POOR_BOSS).await;
    assert_eq!(stage.texts(".doubts > h2"), ["Please look at these answers once more"]);
    assert_eq!(stage.texts(&format!("{DOUBT} h3")), ["A boss without years"]);
    assert_eq!(stage.texts(&format!("{DOUBT} > p")), ["Do these go together?"]);
    let ways = [link("Where are you today?", "#/review/start"), link("For how long?", "#/review/years")];
    assert_eq!(links(&stage, DOUBT), ways);
    assert_eq!(stage.texts(".doubts ~ .scores").len(), 1, "the notice stands above the scores");
    let stage = result_of(&doubting(), MID).await;
    assert!(stage.texts(".doubts").is_empty());
}

#[browser_test]
async fn an_older_result_names_questions_without_a_way_to_them() {
    let stage = result_of(&doubting(), POOR_BOSS).await;
    stage.until_saved().await;
    drop(stage);
    let address = hash();
    // The quiz being taken has gone on since.
    keep_answers(MID);
    let stage = Stage::app_of(material_of(&doubting()), &address).await;
    assert_eq!(stage.texts(&format!("{DOUBT} li")), ["Where are you today?", "For how long?"]);
    assert!(links(&stage, ".question-list").is_empty());
}

#[browser_test]
async fn the_same_position_again_and_again_is_named_with_how_often_and_which() {
    let mut quiz = small();
    let questions = quiz["questions"].as_array_mut().expect("there are questions");
    questions.extend((1..=6).map(|at| {
        json!({
            "id": format!("more-{at}"), "kind": "single", "text": format!("And {at}?"),
            "options": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }],
        })
    }));
    let answers = |last: &str| {
        let more: Vec<String> =
            (1..=6).map(|at| format!(r#""more-{at}":"{}""#, if at < 6 { "b" } else { last })).collect();
        format!(r#"{{"start":"novice","skills":["git"],"wish":"money",{}}}"#, more.join(","))
    };
    let stage = result_of(&quiz.to_string(), &answers("b")).await;
    let text = stage.texts("[data-doubt=same-position] > p").remove(0);
    assert!(text.starts_with("In 6 single-choice questions, one after another, you picked option number 2."), "{text}");
    assert_eq!(links(&stage, ".doubts").len(), 6);
    let stage = result_of(&quiz.to_string(), &answers("a")).await;
    assert!(stage.texts(".doubts").is_empty());
}

// How the scores are worked out.

#[browser_test]
async fn the_model_is_explained_with_its_margin_its_order_and_its_fingerprint() {
    let mut quiz = small();
    quiz["margin"] = json!(3);
    let quiz = quiz.to_string();
    let stage = result_of(&quiz, MID).await;
    let text = stage.texts(".model > p").remove(0);
    assert!(text.contains("within 3 points"), "{text}");
    assert!(text.contains("in this order: Senior, Entry-level, Mid-level, Freelance."), "{text}");
    assert!(text.contains("not a validated psychometric test"), "{text}");
    let print = fingerprint(&content::parse(&quiz).expect("the quiz is good"));
    assert_eq!(stage.only("[data-fingerprint]").get_attribute("data-fingerprint"), Some(print.clone()));
    assert_eq!(stage.texts("[data-fingerprint]"), [format!("Scoring: {print}")]);
}
