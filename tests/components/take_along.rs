//! What can be taken of a result to somewhere else.

use crate::address::follow;
use crate::faults::{file, hold_time, let_time_pass, refuse_files, take_away_printing, taken, watch_the_way_out};
use crate::stage::{SMALL, Stage, clear, keep_answers, result_of, settle};
use crate::stores::{RESULTS, kept};
use career_quiz::browser::address;
use career_quiz::quiz::record::library::Library;
use js_sys::Date;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

const MID: &str = r#"{"skills":["sql"],"start":"coder","team":"alone","years":2.5}"#;
const PRINT: &str = "Print or save as PDF";
const MARKDOWN: &str = "Save as Markdown";

/// The day of the result that is kept, where this browser is.
fn day() -> String {
    let results: Library = serde_json::from_str(&kept(RESULTS).expect("results are kept")).expect("they can be read");
    let made = Date::new(&results.results[0].saved_at.as_str().into());
    format!("{:04}-{:02}-{:02}", made.get_full_year(), made.get_month() + 1, made.get_date())
}

#[browser_test]
async fn a_button_asks_the_browser_to_print() {
    let stage = result_of(SMALL, MID).await;
    watch_the_way_out();
    stage.click("button", PRINT);
    assert_eq!(taken(), ["printed"]);
}

#[browser_test]
async fn there_is_no_such_button_where_the_browser_cannot_print() {
    clear();
    take_away_printing();
    // Not by `result_of`, which would mend it.
    keep_answers(MID);
    let stage = Stage::app("#/review").await;
    follow(|| stage.click("button", "See my result")).await;
    assert!(stage.names("button").contains(&MARKDOWN.to_owned()), "{:?}", stage.names("button"));
    assert!(!stage.names("button").contains(&PRINT.to_owned()), "{:?}", stage.names("button"));
}

#[browser_test]
async fn a_result_is_saved_as_markdown_under_the_quiz_and_its_day_and_given_back_later() {
    let stage = result_of(SMALL, MID).await;
    watch_the_way_out();
    hold_time(1_000);
    stage.click("button", MARKDOWN);
    assert_eq!(taken(), [format!("blob:made as small-{}.md", day())]);
    let (kind, text) = file().await;
    assert_eq!(kind, "text/markdown;charset=utf-8");
    assert!(text.starts_with("# Your best match: Mid-level\n\nResult from "), "{text}");
    assert!(text.contains("Made with the quiz “Small quiz”, version 7, scoring "), "{text}");
    let_time_pass();
    assert_eq!(taken(), ["given back blob:made"]);
}

#[browser_test]
async fn it_is_said_where_the_browser_makes_no_file() {
    let stage = result_of(SMALL, MID).await;
    watch_the_way_out();
    refuse_files();
    assert!(stage.texts(".take-along [role=status]").iter().all(String::is_empty));
    stage.click("button", MARKDOWN);
    settle().await;
    assert_eq!(stage.texts(".take-along [role=status]"), ["This browser did not save the file."]);
    assert!(taken().is_empty());
    watch_the_way_out();
    stage.click("button", MARKDOWN);
    settle().await;
    assert_eq!(stage.texts(".take-along [role=status]"), [""], "once it works, nothing is wrong any more");
}

#[browser_test]
async fn where_a_result_comes_from_stands_on_paper_without_what_only_this_browser_knows() {
    let stage = result_of(SMALL, MID).await;
    let origin = stage.texts(".origin").concat();
    assert!(origin.starts_with("Made with the quiz “Small quiz”, version 7, scoring "), "{origin}");
    assert!(origin.ends_with(&format!(" {}", address::page())), "{origin}");
    assert!(!origin.contains('#') && !origin.contains('?'), "{origin}");
}
