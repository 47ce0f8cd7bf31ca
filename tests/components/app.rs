//! The whole app with the small quiz: from screen to screen as a person goes.

use crate::address::{follow, hash};
use crate::dom::{description, enter};
use crate::faults::block_storage;
use crate::stage::{SMALL, Stage, clear, material_in, material_of, settle, until};
use crate::stores::{PROGRESS, keep, kept, storage};
use career_quiz::quiz::answers::Answer;
use career_quiz::quiz::record::progress::Progress;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;
use web_sys::HtmlInputElement;

fn kept_progress() -> Progress {
    serde_json::from_str(&kept(PROGRESS).expect("progress is kept")).expect("progress can be read")
}

/// Keeps these answers, in JSON, as if they had been given before.
fn keep_answers(at: &str, reached: u8, answers: &str) {
    let record = format!(
        r#"{{"record_version":2,"revision":5,"content_version":"7","at":{at},"reached":{reached},"answers":{answers}}}"#
    );
    keep(PROGRESS, &record);
}

/// The id of the element that has the focus.
fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

// The opening page.

#[browser_test]
async fn the_opening_page_is_the_first_question_under_a_promise() {
    clear();
    let stage = Stage::app("").await;
    stage.assert_screen("intro", Some("start"));
    assert_eq!(stage.names("group"), ["Where are you today?"]);
    assert_eq!(stage.names("radio"), ["At the start", "In a job", "On my own"]);
    assert_eq!(stage.names("button"), ["Next"]);
    assert_eq!(stage.texts(".promise__text"), ["A small quiz for tests."]);
    assert_eq!(
        stage.texts(".promise__facts li"),
        ["About 1 minutes", "Your answers stay in this browser", "Made by The testers"]
    );
    assert_eq!(description(&stage.get("group", "Where are you today?")), ["Pick the nearest one."]);
    assert_eq!(document().title(), "Small quiz");
}

#[browser_test]
async fn the_question_is_the_heading_inside_the_legend() {
    clear();
    let stage = Stage::app("").await;
    assert_eq!(stage.texts("fieldset > legend > h1"), ["Where are you today?"]);
    assert_eq!(stage.texts("h1").len(), 1);
}

#[browser_test]
async fn a_first_answer_is_one_click_away_and_leads_on() {
    clear();
    let stage = Stage::app("").await;
    stage.answer("radio", "In a job").await;
    assert_eq!(hash(), "#/question/skills");
    stage.assert_screen("question", Some("skills"));
    assert_eq!(stage.names("group"), ["What do you know?"]);
    assert_eq!(stage.texts("main label"), ["SQL", "Git", "Nothing yet"]);
    assert_eq!(document().title(), "What do you know? – Small quiz");
    assert_eq!(kept_progress().at.as_deref(), Some("skills"));
}

#[browser_test]
async fn any_question_may_be_skipped() {
    clear();
    let stage = Stage::app("").await;
    for question in ["skills", "wish"] {
        stage.next().await;
        stage.assert_screen("question", Some(question));
    }
    stage.next().await;
    stage.assert_screen("review", None);
    assert_eq!(stage.texts(".answers__answer"), ["Skipped", "Skipped", "Skipped"]);
    assert!(kept_progress().answers.is_empty());
}

#[browser_test]
async fn a_texts_markup_is_text() {
    clear();
    let evil = "<img src=x onerror=alert(1)>&amp;";
    let quiz = SMALL
        .replace("Where are you today?", evil)
        .replace("Pick the nearest one.", evil)
        .replace("A small quiz for tests.", evil)
        .replace("At the start\", \"help", &format!("{evil}\", \"help"));
    let stage = Stage::app_of(material_of(&quiz), "").await;
    assert_eq!(stage.names("group"), [evil]);
    assert_eq!(stage.texts(".promise__text"), [evil]);
    assert_eq!(stage.names("radio")[0], evil);
    assert!(stage.texts("img").is_empty());
}

// Questions.

#[browser_test]
async fn an_answer_opens_the_questions_that_hang_on_it() {
    clear();
    let stage = Stage::app("").await;
    stage.answer("radio", "On my own").await;
    stage.answer("checkbox", "Git").await;
    stage.assert_screen("question", Some("years"));
    stage.answer_number("years", "2").await;
    stage.assert_screen("question", Some("team"));
    stage.answer("radio", "No").await;
    stage.assert_screen("question", Some("clients"));
    stage.answer("radio", "More").await;
    stage.assert_screen("question", Some("wish"));
    stage.answer("radio", "Time").await;
    stage.assert_screen("review", None);
    assert_eq!(stage.texts(".answers__answer"), ["On my own", "Git", "2 years", "No", "More", "Time"]);
}

#[browser_test]
async fn progress_says_about_while_conditions_are_open() {
    clear();
    let stage = Stage::app("").await;
    stage.answer("radio", "In a job").await;
    assert_eq!(stage.texts(".progress p"), ["Question 2 of about 5"]);
    assert_eq!(stage.get("progressbar", "Progress").get_attribute("value").as_deref(), Some("20"));
    stage.next().await;
    stage.answer_number("years", "1").await;
    assert_eq!(stage.texts(".progress p"), ["Question 4 of 4"]);
    assert_eq!(stage.get("progressbar", "Progress").get_attribute("value").as_deref(), Some("75"));
}

#[browser_test]
async fn the_bar_does_not_fall_on_the_way_back() {
    clear();
    keep_answers("\"wish\"", 75, r#"{"start":"coder","years":1}"#);
    let stage = Stage::app("#/question/skills").await;
    assert_eq!(stage.texts(".progress p"), ["Question 2 of about 5"]);
    assert_eq!(stage.get("progressbar", "Progress").get_attribute("value").as_deref(), Some("75"));
}

#[browser_test]
async fn going_back_restores_what_was_answered() {
    clear();
    let stage = Stage::app("").await;
    stage.answer("radio", "In a job").await;
    stage.click("checkbox", "SQL");
    stage.click("checkbox", "Git");
    settle().await;
    stage.next().await;
    stage.answer_number("years", "2.5").await;
    stage.assert_screen("question", Some("team"));
    follow(|| stage.click("link", "Back")).await;
    stage.assert_screen("question", Some("years"));
    assert_eq!(stage.field("textbox", "years").value(), "2.5");
    follow(|| stage.click("link", "Back")).await;
    stage.assert_screen("question", Some("skills"));
    let ticked = ["SQL", "Git", "Nothing yet"].map(|label| stage.field("checkbox", label).checked());
    assert_eq!(ticked, [true, true, false]);
    follow(|| stage.click("link", "Back")).await;
    stage.assert_screen("intro", Some("start"));
    assert!(stage.field("radio", "In a job").checked());
}

#[browser_test]
async fn back_and_forward_of_the_browser_go_from_question_to_question() {
    clear();
    let stage = Stage::app("").await;
    stage.answer("radio", "At the start").await;
    stage.next().await;
    stage.assert_screen("question", Some("wish"));
    let history = leptos::prelude::window().history().expect("there is a history");
    follow(|| history.back().expect("one can go back")).await;
    stage.assert_screen("question", Some("skills"));
    follow(|| history.back().expect("one can go back")).await;
    stage.assert_screen("intro", Some("start"));
    follow(|| history.forward().expect("one can go forward")).await;
    stage.assert_screen("question", Some("skills"));
}

#[browser_test]
async fn an_exclusive_option_unticks_the_others_on_the_screen() {
    clear();
    let stage = Stage::app("#/question/skills").await;
    let ticked = || ["SQL", "Git", "Nothing yet"].map(|label| stage.field("checkbox", label).checked());
    for (label, expected) in [
        ("SQL", [true, false, false]),
        ("Git", [true, true, false]),
        ("Nothing yet", [false, false, true]),
        ("Git", [false, true, false]),
        ("Git", [false, false, false]),
    ] {
        stage.click("checkbox", label);
        settle().await;
        assert_eq!(ticked(), expected, "after {label}");
    }
    assert!(kept_progress().answers.is_empty());
}

#[browser_test]
async fn a_picked_radio_button_can_be_cleared() {
    clear();
    let stage = Stage::app("").await;
    assert!(!stage.names("button").contains(&"Clear this answer".to_owned()));
    stage.click("radio", "On my own");
    settle().await;
    stage.click("button", "Clear this answer");
    settle().await;
    assert!(!stage.field("radio", "On my own").checked());
    until("nothing is left of it", || kept(PROGRESS).is_none()).await;
    assert!(!stage.names("button").contains(&"Clear this answer".to_owned()));
}

/// At the number question of the small quiz.
async fn at_years() -> (Stage, HtmlInputElement) {
    clear();
    keep_answers("\"years\"", 33, r#"{"start":"coder","years":3}"#);
    let stage = Stage::app("#/question/years").await;
    stage.assert_screen("question", Some("years"));
    let field = stage.field("textbox", "years");
    (stage, field)
}

const ERROR: &str = "Enter a number from 0 to 40, in steps of 0.5.";

#[browser_test]
async fn a_number_that_cannot_be_an_answer_is_said_beside_the_field() {
    for wrong in ["41", "-1", "2.25", "-"] {
        let (stage, field) = at_years().await;
        enter(&field, wrong);
        settle().await;
        // Nobody is told off before they are done.
        assert_eq!(stage.names("error"), [""], "{wrong}");
        stage.click("button", "Next");
        settle().await;
        assert_eq!(stage.names("error"), [ERROR], "{wrong}");
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
        assert_eq!(focused(), "years");
        stage.assert_screen("question", Some("years"));
        assert_eq!((hash().as_str(), field.value().as_str()), ("#/question/years", wrong));
        // What was answered before is still the answer.
        assert_eq!(kept_progress().answers.get("years"), Some(&Answer::Number(3.0)));
        follow(|| stage.click("link", "Back")).await;
        follow(|| stage.click("button", "Next")).await;
        assert_eq!(stage.field("textbox", "years").value(), "3");
    }
}

#[browser_test]
async fn letters_in_a_number_field_are_no_skipping() {
    let (stage, field) = at_years().await;
    for letters in ["e", "3 years", "1e2", "1.2.3"] {
        enter(&field, letters);
        settle().await;
        // They can only become a number by going away, so it is said at once.
        assert_eq!(stage.names("error"), [ERROR], "{letters}");
        stage.click("button", "Next");
        settle().await;
        assert_eq!(stage.names("error"), [ERROR], "{letters}");
    }
    stage.assert_screen("question", Some("years"));
}

#[browser_test]
async fn a_mended_number_takes_the_error_away_and_leads_on() {
    let (stage, field) = at_years().await;
    enter(&field, "41");
    stage.click("button", "Next");
    settle().await;
    enter(&field, "40");
    settle().await;
    assert_eq!(stage.names("error"), [""]);
    assert_eq!(field.get_attribute("aria-invalid"), None);
    stage.next().await;
    stage.assert_screen("question", Some("team"));
    let kept = serde_json::to_string(&kept_progress().answers).expect("answers are JSON");
    assert_eq!(kept, r#"{"start":"coder","years":40}"#);
}

#[browser_test]
async fn an_emptied_number_field_is_a_skipped_question() {
    let (stage, field) = at_years().await;
    enter(&field, "41");
    enter(&field, "");
    settle().await;
    stage.next().await;
    stage.assert_screen("question", Some("wish"));
    assert_eq!(kept_progress().answers.get("years"), None);
}

// The address.

#[browser_test]
async fn each_screen_is_opened_by_its_address() {
    for (hash, screen, question) in [
        ("#/", "intro", Some("start")),
        ("#/question/start", "intro", Some("start")),
        ("#/question/wish", "question", Some("wish")),
        ("#/review", "review", None),
        ("#/review/start", "question", Some("start")),
        ("#/saved", "saved", None),
    ] {
        clear();
        let stage = Stage::app(hash).await;
        stage.assert_screen(screen, question);
    }
}

#[browser_test]
async fn a_problem_has_a_way_out() {
    clear();
    let stage = Stage::app("#/nowhere").await;
    stage.assert_screen("problem", None);
    follow(|| stage.click("link", "Go to the quiz")).await;
    stage.assert_screen("intro", Some("start"));
}

#[browser_test]
async fn a_question_that_is_not_asked_leads_on_to_where_one_was() {
    clear();
    keep_answers("\"skills\"", 20, r#"{"start":"coder"}"#);
    let stage = Stage::app("#/question/clients").await;
    stage.assert_screen("problem", None);
    follow(|| stage.click("link", "Continue")).await;
    stage.assert_screen("question", Some("skills"));
}

#[browser_test]
async fn an_address_of_nothing_is_a_problem_and_says_which() {
    for (hash, title) in [
        ("#/nowhere", "There is nothing at this address"),
        ("#/question/gone", "There is nothing at this address"),
        ("#/review/gone", "There is nothing at this address"),
        ("#/question/__proto__", "There is nothing at this address"),
        ("#/question/<img src=x>", "There is nothing at this address"),
        ("#/question/team", "This question is not asked"),
        ("#/review/team", "This question is not asked"),
        ("#/results", "This result is not in this browser"),
        ("#/results/20260101000000000", "This result is not in this browser"),
    ] {
        clear();
        let stage = Stage::app(hash).await;
        stage.assert_screen("problem", None);
        assert_eq!(stage.texts("h1"), [title], "{hash}");
        assert_eq!(document().title(), format!("{title} – Small quiz"));
        assert_eq!(storage().names(), [""; 0], "{hash}");
    }
}

#[browser_test]
async fn an_address_typed_by_hand_is_followed() {
    clear();
    let stage = Stage::app("").await;
    follow(|| leptos::prelude::window().location().set_hash("/question/wish").expect("it can be set")).await;
    stage.assert_screen("question", Some("wish"));
    follow(|| leptos::prelude::window().location().set_hash("nowhere").expect("it can be set")).await;
    stage.assert_screen("problem", None);
}

#[browser_test]
async fn the_skip_link_moves_the_focus_and_not_the_address() {
    clear();
    let stage = Stage::app("#/question/wish").await;
    stage.click("link", "Skip to the main content");
    settle().await;
    assert_eq!((focused().as_str(), hash().as_str()), ("main", "#/question/wish"));
}

#[browser_test]
async fn an_app_taken_down_follows_no_address_any_more() {
    clear();
    drop(Stage::app("").await);
    follow(|| leptos::prelude::window().location().set_hash("/question/wish").expect("it can be set")).await;
    assert_eq!(kept(PROGRESS), None);
}

// Coming back.

#[browser_test]
async fn a_reload_resumes_at_the_same_question_with_the_same_answers() {
    clear();
    let stage = Stage::app("").await;
    stage.answer("radio", "In a job").await;
    stage.click("checkbox", "Git");
    settle().await;
    drop(stage);
    let stage = Stage::app(&hash()).await;
    stage.assert_screen("question", Some("skills"));
    assert!(stage.field("checkbox", "Git").checked());
    follow(|| stage.click("link", "Back")).await;
    assert!(stage.field("radio", "In a job").checked());
}

#[browser_test]
async fn somebody_who_comes_back_is_offered_to_continue() {
    clear();
    keep_answers("\"years\"", 40, r#"{"skills":["sql"],"start":"coder"}"#);
    let stage = Stage::app("").await;
    stage.assert_screen("intro", Some("start"));
    assert_eq!(stage.texts(".welcome > p"), ["You have begun the quiz. Questions answered so far: 2."]);
    follow(|| stage.click("button", "Continue")).await;
    stage.assert_screen("question", Some("years"));
}

#[browser_test]
async fn continuing_leads_past_the_question_on_the_opening_page() {
    clear();
    keep_answers("\"start\"", 0, r#"{"start":"coder"}"#);
    let stage = Stage::app("").await;
    follow(|| stage.click("button", "Continue")).await;
    stage.assert_screen("question", Some("skills"));
}

#[browser_test]
async fn continuing_from_a_question_that_is_gone_leads_to_the_first_unanswered_one() {
    clear();
    keep_answers("\"gone\"", 50, r#"{"gone":"x","skills":["sql"],"start":"coder"}"#);
    let stage = Stage::app("").await;
    assert_eq!(
        stage.names("status"),
        ["Some saved answers do not fit this version of the quiz: 1. They are kept, but not counted."]
    );
    follow(|| stage.click("button", "Continue")).await;
    stage.assert_screen("question", Some("years"));
    assert_eq!(kept_progress().answers.len(), 3);
}

#[browser_test]
async fn continuing_leads_to_the_review_where_one_was_there() {
    clear();
    keep_answers("null", 100, r#"{"start":"novice"}"#);
    let stage = Stage::app("").await;
    follow(|| stage.click("button", "Continue")).await;
    stage.assert_screen("review", None);
}

#[browser_test]
async fn nobody_is_welcomed_back_while_giving_a_first_answer() {
    clear();
    let stage = Stage::app("").await;
    stage.click("radio", "On my own");
    settle().await;
    assert!(!stage.names("button").contains(&"Continue".to_owned()));
    assert!(stage.names("region").is_empty());
}

#[browser_test]
async fn starting_over_asks_first() {
    clear();
    keep_answers("\"skills\"", 20, r#"{"start":"coder"}"#);
    let stage = Stage::app("#/question/skills").await;
    stage.click("button", "Start over");
    stage.click("button", "Cancel");
    settle().await;
    stage.assert_screen("question", Some("skills"));
    assert_eq!(kept_progress().answers.len(), 1);
}

#[browser_test]
async fn starting_over_clears_the_answers_and_leads_to_the_opening_page() {
    clear();
    keep_answers("\"skills\"", 20, r#"{"start":"coder"}"#);
    let stage = Stage::app("#/question/skills").await;
    stage.click("button", "Start over");
    follow(|| stage.click("button", "Clear my answers")).await;
    stage.assert_screen("intro", Some("start"));
    until("nothing is left of it", || kept(PROGRESS).is_none()).await;
    assert!(!stage.field("radio", "In a job").checked());
}

#[browser_test]
async fn starting_over_on_the_opening_page_takes_the_welcome_away() {
    clear();
    keep_answers("\"years\"", 40, r#"{"start":"coder"}"#);
    let stage = Stage::app("").await;
    assert_eq!(stage.names("region"), ["Welcome back"]);
    stage.click("button", "Start over");
    follow(|| stage.click("button", "Clear my answers")).await;
    assert!(!stage.field("radio", "In a job").checked());
    assert!(stage.names("region").is_empty(), "there is nothing to continue any more");
}

// Notices.

#[browser_test]
async fn what_is_wrong_with_saved_data_is_said_calmly_and_the_quiz_goes_on() {
    for (progress, notice) in [
        ("broken", "Your saved answers could not be read. They are kept aside unchanged, and the quiz starts afresh."),
        (
            r#"{"record_version":9}"#,
            "Your saved data comes from a newer version of the quiz. It is left as it is, and what you answer now \
             is not saved. Reloading the page may bring the newer version.",
        ),
    ] {
        clear();
        keep(PROGRESS, progress);
        let stage = Stage::app("").await;
        until("it is said", || !stage.texts(".notice").is_empty()).await;
        assert_eq!(stage.names("status"), [notice]);
        stage.answer("radio", "In a job").await;
        stage.assert_screen("question", Some("skills"));
        assert_eq!(stage.names("status"), [notice]);
    }
}

#[browser_test]
async fn where_storage_is_blocked_the_quiz_can_be_taken_to_the_end() {
    clear();
    block_storage();
    let stage = Stage::app("").await;
    until("it is said", || !stage.texts(".notice").is_empty()).await;
    assert_eq!(
        stage.names("status"),
        ["This browser does not let the quiz save anything. You can take it all the same; your answers last until \
          you close this page."]
    );
    stage.answer("radio", "At the start").await;
    stage.next().await;
    stage.next().await;
    follow(|| stage.click("button", "See my result")).await;
    stage.assert_screen("results", None);
    assert_eq!(stage.texts("h1"), ["Your best match: Entry-level"]);
}

#[browser_test]
async fn no_notice_is_shown_where_nothing_is_wrong() {
    clear();
    let stage = Stage::app("").await;
    assert_eq!(stage.names("status"), [""]);
    let main: web_sys::HtmlElement = stage.only("main").unchecked_into();
    assert_eq!(main.id(), "main");
}

#[browser_test]
async fn a_language_that_the_browser_does_not_take_does_not_stop_the_quiz() {
    clear();
    let stage = Stage::app_of(material_in(SMALL, "en-x"), "").await;
    stage.assert_screen("intro", Some("start"));
}
