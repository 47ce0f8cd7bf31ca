//! A result of a quiz that has changed since: as it was, and by today's quiz.

use crate::address::{follow, hash};
use crate::stage::{SMALL, Stage, clear, keep_answers, material_in, material_of, result_of, settle, until};
use crate::stores::{RESULTS, journal, keep, keep_in_journal, remove_from_journal};
use crate::tab::kept_results;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

const MID: &str = r#"{"skills":["sql"],"start":"coder","team":"alone","years":2.5}"#;

const CHANGED: &str = "The quiz has changed since this result was made. You see it here as it was then.";

const LOST: &str = "The quiz has changed since this result was made, and how it was then is not kept here.";

/// The small quiz with another text and other points for the years.
fn today() -> String {
    SMALL
        .replace(r#""version": "7""#, r#""version": "8""#)
        .replace(r#""mid": 30"#, r#""mid": 5"#)
        .replace("For how long?", "Since when?")
}

/// Makes a result of the small quiz, and returns its address.
async fn made() -> String {
    drop(result_of(SMALL, MID).await);
    hash()
}

/// Opens it with today's quiz.
async fn open(address: &str) -> Stage {
    shown(Stage::app_of(material_of(&today()), address).await).await
}

async fn shown(stage: Stage) -> Stage {
    stage.assert_screen("results", None);
    until("the result is there", || !stage.texts("[data-score]").is_empty()).await;
    stage
}

/// The lines that the best profile's score is the sum of.
fn ledger(stage: &Stage) -> Vec<String> {
    let cells = stage.texts(".profile--best .ledger :is(tbody, tfoot) :is(th, td)");
    cells.chunks(3).map(|row| row.join(" | ")).collect()
}

fn notice(stage: &Stage) -> Vec<String> {
    stage.texts("main div.notice > p")
}

/// The profile's scores then and today.
fn row(stage: &Stage, profile: &str) -> Vec<String> {
    stage.texts(&format!(".then-today [data-profile={profile}] td"))
}

/// The name and the text of the only content that is kept.
async fn content() -> (String, String) {
    let mut contents: Vec<_> = journal().await.into_iter().filter(|(name, _)| name.contains(".content.")).collect();
    assert_eq!(contents.len(), 1, "{contents:?}");
    contents.remove(0)
}

#[browser_test]
async fn the_content_of_a_result_is_kept_as_it_came_and_once_however_many_results_there_are() {
    let first = made().await;
    let stage = Stage::app_of(material_of(SMALL), "#/review/team").await;
    stage.answer("radio", "Yes").await;
    follow(|| stage.click("button", "See my result")).await;
    assert_ne!(hash(), first);
    until("it is saved", || stage.saved() == "yes").await;
    let (name, text) = content().await;
    assert!(name.starts_with("small.content.") && name.ends_with(".7.en"), "{name}");
    assert_eq!(text, SMALL);
}

#[browser_test]
async fn a_result_of_todays_quiz_is_shown_without_a_word() {
    let address = made().await;
    let stage = shown(Stage::app_of(material_of(SMALL), &address).await).await;
    assert_eq!(notice(&stage), [""; 0]);
}

#[browser_test]
async fn it_is_shown_as_it_was() {
    let address = made().await;
    let stage = open(&address).await;
    assert_eq!(notice(&stage), [CHANGED]);
    assert_eq!(
        ledger(&stage),
        [
            "Where are you today? | In a job | 20",
            "What do you know? | SQL | 10",
            "For how long? | 2.5 years | 30",
            "Do you lead others? | No | 5",
            "Score | 65",
        ]
    );
    assert_eq!(stage.texts(".then-today").len(), 0, "today's scores are not asked for");
}

#[browser_test]
async fn another_version_is_another_quiz_also_where_it_scores_alike() {
    let address = made().await;
    let renamed = SMALL.replace(r#""version": "7""#, r#""version": "8""#).replace("For how long?", "Since when?");
    let stage = shown(Stage::app_of(material_of(&renamed), &address).await).await;
    assert_eq!(notice(&stage), [CHANGED]);
    assert!(ledger(&stage)[2].starts_with("For how long?"));
}

#[browser_test]
async fn other_points_are_another_quiz_whatever_the_version_says() {
    let address = made().await;
    let changed = today().replace(r#""version": "8""#, r#""version": "7""#);
    let stage = shown(Stage::app_of(material_of(&changed), &address).await).await;
    assert_eq!(notice(&stage), [CHANGED]);
    assert_eq!(ledger(&stage)[4], "Score | 65");
}

#[browser_test]
async fn the_same_answers_are_scored_by_todays_quiz_beside_the_old_scores() {
    let address = made().await;
    let stage = open(&address).await;
    stage.click("button", "Score the same answers by today’s quiz");
    settle().await;
    assert_eq!(stage.texts(".then-today caption"), ["The same answers, then and today"]);
    assert_eq!(
        (row(&stage, "mid"), row(&stage, "senior")),
        (vec!["65".into(), "40".into()], vec!["25".into(), "25".into()])
    );
    assert_eq!(stage.texts(".then-today tfoot td"), ["Mid-level", "Mid-level"]);
    assert_eq!(ledger(&stage)[4], "Score | 65", "the old result stays as it was");
}

#[browser_test]
async fn todays_scores_can_be_kept_as_a_result_of_their_own() {
    let address = made().await;
    let stage = open(&address).await;
    stage.click("button", "Score the same answers by today’s quiz");
    settle().await;
    follow(|| stage.click("button", "Keep today’s scores as a new result")).await;
    assert_ne!(hash(), address);
    until("it is saved", || stage.saved() == "yes").await;
    assert_eq!((notice(&stage).len(), ledger(&stage)[4].as_str()), (0, "Score | 40"));
    let results = kept_results().results;
    let versions: Vec<_> = results.iter().map(|result| result.content_version.as_str()).collect();
    assert_eq!(versions, ["7", "8"]);
    assert_eq!(results[0].answers, results[1].answers);
    drop(stage);
    // Both contents are kept now, and the old result is what it was.
    let stage = open(&address).await;
    assert_eq!((notice(&stage), ledger(&stage)[4].as_str()), (vec![CHANGED.to_owned()], "Score | 65"));
}

#[browser_test]
async fn where_its_content_is_not_there_any_more_its_scores_still_are() {
    let other = SMALL.replace(r#""mid": 30"#, r#""mid": 29"#);
    for (what, text) in [("unreadable", Some("{")), ("another quiz", Some(&*other)), ("not there", None)] {
        let address = made().await;
        let (name, _) = content().await;
        match text {
            Some(text) => keep_in_journal(&name, text).await,
            None => remove_from_journal(&name).await,
        }
        let stage = open(&address).await;
        assert!(notice(&stage)[0].starts_with(LOST), "{what}: {:?}", notice(&stage));
        assert_eq!(row(&stage, "mid"), ["65", "40"], "{what}");
        assert_eq!(ledger(&stage)[4], "Score | 40", "{what}: below them it is worked out anew");
    }
}

#[browser_test]
async fn a_result_from_before_fingerprints_were_kept_is_known_by_its_version_and_scores() {
    for (quiz, is_lost) in [(SMALL.to_owned(), false), (today(), true)] {
        let address = made().await;
        let mut library = kept_results();
        library.results[0].fingerprint = None;
        library.revision += 1;
        keep(RESULTS, &serde_json::to_string(&library).expect("a library is JSON"));
        let stage = shown(Stage::app_of(material_of(&quiz), &address).await).await;
        assert_eq!(notice(&stage).first().is_some_and(|text| text.starts_with(LOST)), is_lost);
    }
}

// Languages.

fn in_swiss(quiz: &str) -> String {
    quiz.replace("\"language\": \"en\"", "\"language\": \"de-CH\", \"market_language\": \"en\"")
        .replace("In a job", "Angestellt")
        .replace("For how long?", "Wie lange?")
}

/// Makes the result in Swiss German, and returns its address.
async fn made_in_swiss() -> String {
    clear();
    keep_answers(MID);
    let stage = Stage::app_of(material_in(&in_swiss(SMALL), "de-CH"), "#/review").await;
    follow(|| stage.click("button", "See my result")).await;
    until("it is saved", || stage.saved() == "yes").await;
    hash()
}

#[browser_test]
async fn a_result_from_another_language_is_shown_in_that_where_it_is_kept_in_no_other() {
    let address = made_in_swiss().await;
    let stage = open(&address).await;
    assert_eq!(notice(&stage), [CHANGED]);
    assert_eq!(ledger(&stage)[2], "Wie lange? | 2.5 years | 30");
}

#[browser_test]
async fn of_several_languages_that_of_the_page_is_shown() {
    let address = made_in_swiss().await;
    let (name, _) = content().await;
    keep_in_journal(&name.replace(".de-CH", ".en"), SMALL).await;
    let stage = open(&address).await;
    assert_eq!(ledger(&stage)[2], "For how long? | 2.5 years | 30");
    drop(stage);
    let stage = shown(Stage::app_of(material_in(&in_swiss(&today()), "de-CH"), &address).await).await;
    assert_eq!(ledger(&stage)[2], "Wie lange? | 2.5 years | 30");
}
