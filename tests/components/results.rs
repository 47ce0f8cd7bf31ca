//! The review, the result and the saved results of the small quiz.

use crate::address::{follow, hash};
use crate::dom::enter;
use crate::stage::{SMALL, Stage, clear, result_of, review_of, settle};
use crate::stores::{RESULTS, keep, kept};
use career_quiz::quiz::record::library::Library;
use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;
use web_sys::HtmlInputElement;

fn kept_results() -> Library {
    serde_json::from_str(&kept(RESULTS).expect("results are kept")).expect("results can be read")
}

/// The review of the small quiz with these answers, in JSON.
async fn review(answers: &str) -> Stage {
    review_of(SMALL, answers).await
}

/// The result of these answers.
async fn result(answers: &str) -> Stage {
    result_of(SMALL, answers).await
}

const SENIOR: &str = r#"{"skills":["sql","git"],"start":"coder","team":"lead","years":6}"#;
const MID: &str = r#"{"skills":["sql"],"start":"coder","team":"alone","years":2.5}"#;
const ENTRY: &str = r#"{"skills":["git"],"start":"novice","wish":"time"}"#;

// Review.

#[browser_test]
async fn the_review_lists_what_was_asked_with_a_way_to_change_it() {
    let stage = review(ENTRY).await;
    assert_eq!(stage.texts("dt"), ["Where are you today?", "What do you know?", "What do you wish for?"]);
    assert_eq!(stage.texts(".answers__answer"), ["At the start", "Git", "Time"]);
    assert!(stage.names("link").contains(&"Change: What do you know?".to_owned()), "{:?}", stage.names("link"));
}

#[browser_test]
async fn a_skipped_question_can_be_answered_from_the_review() {
    let stage = review(r#"{"start":"novice"}"#).await;
    assert_eq!(stage.texts(".answers__answer"), ["At the start", "Skipped", "Skipped"]);
    follow(|| stage.click("link", "Answer: What do you wish for?")).await;
    assert_eq!(hash(), "#/review/wish");
    stage.assert_screen("question", Some("wish"));
    stage.answer("radio", "Money").await;
    stage.assert_screen("review", None);
    assert_eq!(stage.texts(".answers__answer"), ["At the start", "Skipped", "Money"]);
}

#[browser_test]
async fn a_change_from_the_review_leads_through_what_it_opened_and_back() {
    let stage = review(ENTRY).await;
    follow(|| stage.click("link", "Change: Where are you today?")).await;
    stage.assert_screen("question", Some("start"));
    assert_eq!(stage.names("link").iter().filter(|name| *name == "Back to your answers").count(), 1);
    stage.answer("radio", "In a job").await;
    assert_eq!(hash(), "#/review/years");
    stage.answer_number("years", "3").await;
    assert_eq!(hash(), "#/review/team");
    stage.answer("radio", "Yes").await;
    stage.assert_screen("review", None);
    assert_eq!(stage.texts(".answers__answer"), ["In a job", "Git", "3 years", "Yes", "Time"]);
}

#[browser_test]
async fn a_look_from_the_review_leads_back_unchanged() {
    let stage = review(SENIOR).await;
    let before = stage.texts(".answers__answer");
    follow(|| stage.click("link", "Change: What do you know?")).await;
    follow(|| stage.click("link", "Back to your answers")).await;
    assert_eq!(stage.texts(".answers__answer"), before);
}

// Result.

#[browser_test]
async fn finishing_keeps_the_result_and_shows_it_at_an_address_of_its_own() {
    let stage = result(SENIOR).await;
    let kept = kept_results();
    assert_eq!(kept.results.len(), 1);
    assert_eq!(hash(), format!("#/results/{}", kept.results[0].id));
    assert_eq!(stage.texts("h1"), ["Your best match: Senior"]);
    assert_eq!(document().title(), "Your best match: Senior – Small quiz");
}

#[browser_test]
async fn an_older_result_does_not_lead_to_the_answers_of_today() {
    let stage = result_of(SMALL, MID).await;
    stage.get("link", "Change my answers");
    stage.click("button", "Take the quiz again");
    follow(|| stage.only("dialog[open] .button--danger").click()).await;
    stage.until_saved().await;
    let stage = Stage::app("#/results").await;
    stage.assert_screen("results", None);
    assert!(!stage.names("link").contains(&"Change my answers".to_owned()), "{:?}", stage.names("link"));
    stage.get("button", "Take the quiz again");
}

#[browser_test]
async fn looking_again_keeps_no_second_result() {
    let stage = result(SENIOR).await;
    let before = hash();
    follow(|| stage.click("link", "Change my answers")).await;
    follow(|| stage.click("button", "See my result")).await;
    assert_eq!((hash(), kept_results().results.len()), (before, 1));
}

#[browser_test]
async fn all_four_scores_are_shown_best_first_as_numbers_and_bars() {
    let stage = result(SENIOR).await;
    let shown: Vec<String> = stage.texts("[data-profile]").iter().map(|text| text.chars().take(8).collect()).collect();
    assert_eq!(shown.len(), 4 + 4, "{shown:?}");
    let scores = stage.texts("[data-score]");
    assert_eq!(scores.len(), 4, "{scores:?}");
}

#[browser_test]
async fn a_score_is_the_sum_of_the_lines_under_it() {
    let stage = result(SENIOR).await;
    let cells = stage.texts(".profile--best .ledger :is(tbody, tfoot) :is(th, td)");
    assert_eq!(
        cells.chunks(3).map(|row| row.join(" | ")).collect::<Vec<_>>(),
        [
            "Where are you today? | In a job | 20",
            "What do you know? | SQL | 5",
            "For how long? | 6 years | 30",
            "Do you lead others? | Yes | 25",
            "Score | 80",
        ]
    );
}

#[browser_test]
async fn titles_have_links_to_searches_and_a_copy_button() {
    let stage = result(SENIOR).await;
    assert_eq!(stage.texts(".profile--best .titles__title"), ["Senior Developer", "Lead C# / .NET Developer"]);
    let link = stage.get("link", "Search for Lead C# / .NET Developer on Indeed (opens in a new tab)");
    let query = "%22Lead%20C%23%20%2F%20.NET%20Developer%22%20contract%20-junior%20-%22entry%20level%22";
    assert_eq!(link.get_attribute("href"), Some(format!("https://www.indeed.com/jobs?q={query}")));
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer"));
    assert_eq!(link.get_attribute("target").as_deref(), Some("_blank"));
    stage.get("link", "Search for Senior Developer on LinkedIn (opens in a new tab)");
    stage.get("button", "Copy the title Senior Developer");
    assert_eq!(
        stage.texts(".profile--best .search .hint"),
        ["Looks for these words too: contract.", "Leaves out adverts with: junior, entry level."]
    );
}

#[browser_test]
async fn a_list_of_titles_has_one_link_to_each_site_for_all_of_them() {
    let stage = result(SENIOR).await;
    let any = "%28%22Senior%20Developer%22%20OR%20%22Lead%20C%23%20%2F%20.NET%20Developer%22%29%20contract";
    for (site, address, but_not) in [
        ("LinkedIn", "https://www.linkedin.com/jobs/search/?keywords=", "%20NOT%20"),
        ("Indeed", "https://www.indeed.com/jobs?q=", "%20-"),
    ] {
        let link = stage.get("link", &format!("Search for all of these titles on {site} (opens in a new tab)"));
        let expected = format!("{address}{any}{but_not}junior{but_not}%22entry%20level%22");
        assert_eq!(link.get_attribute("href"), Some(expected));
        assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer"));
    }
}

#[browser_test]
async fn no_program_needed_is_said_honestly() {
    let stage = result(SENIOR).await;
    assert_eq!(stage.texts("[data-no-program=leads]"), ["None neededYou lead."]);
    assert!(stage.texts("[data-program]").is_empty());
}

#[browser_test]
async fn programs_are_held_against_the_answers() {
    let stage = result(ENTRY).await;
    assert_eq!(stage.texts("[data-program] .program__name"), ["The Whole Course", "The First Part"]);
    assert_eq!(
        stage.texts("[data-program=whole] .needs > li"),
        ["Do this firstKnows SQLFirst learn SQL.", "Check thisHas worked for a yearFirst work for a year."]
    );
    assert_eq!(stage.texts("[data-program=whole] .hint"), ["A program by A School"]);
    let whole = stage.only("[data-program=whole] a");
    assert_eq!(whole.get_attribute("href").as_deref(), Some("https://school.example/whole"));
    let part = stage.only("[data-program=part] a");
    let search = "https://duckduckgo.com/?q=%22The+First+Part%22+A+School";
    assert_eq!(part.get_attribute("href").as_deref(), Some(search));
    let says = |program: &str, text: &str| stage.texts(&format!("{program} p")).contains(&text.to_owned());
    assert!(says("[data-program=whole]", "Includes: The First Part."));
    assert!(says("[data-program=part]", "Part of the The Whole Course, so you need not take both."));
    assert!(stage.texts(".profile--best .hint").iter().any(|text| text.contains("February 28, 2026")));
}

#[browser_test]
async fn steps_and_remarks_are_those_called_for() {
    let stage = result(r#"{"skills":["none"],"start":"coder","years":2}"#).await;
    assert_eq!(stage.texts("[data-remark=courage] h2"), ["Courage"]);
    assert_eq!(stage.texts("[data-step] .steps__title"), ["Read", "Grow"]);
    let stage = result(ENTRY).await;
    assert!(stage.texts("[data-remark]").is_empty());
    assert_eq!(stage.texts("[data-step] .steps__title"), ["Read", "Rest"]);
}

#[browser_test]
async fn answers_without_points_make_no_profile() {
    let stage = result(r#"{"wish":"time"}"#).await;
    assert_eq!(stage.texts("h1"), ["Not enough answers for a result"]);
    assert!(stage.texts("[data-profile]").is_empty());
}

// Saved results.

/// Two results, the newer of them a senior's.
async fn saved() -> Stage {
    drop(result(MID).await);
    let results = kept(RESULTS).expect("results are kept");
    drop(result(SENIOR).await);
    // The second quiz began with an empty browser; here is the first result again, as another tab may have kept it.
    let mut library: Library = serde_json::from_str(&results).expect("results can be read");
    let newer = kept_results().results.remove(0);
    library.results[0].id = "1".to_owned();
    library.results.push(newer);
    library.revision += 1;
    keep(RESULTS, &serde_json::to_string(&library).expect("a library is JSON"));
    let stage = Stage::app("#/saved").await;
    stage.assert_screen("saved", None);
    stage
}

fn entries(stage: &Stage) -> Vec<String> {
    let profile = |text: String| text.split(',').next().unwrap_or_default().to_owned();
    stage.texts(".saved__link").into_iter().map(profile).collect()
}

#[browser_test]
async fn nothing_saved_yet_is_said_with_a_way_to_the_quiz() {
    clear();
    let stage = Stage::app("#/saved").await;
    follow(|| stage.click("link", "Take the quiz")).await;
    stage.assert_screen("intro", Some("start"));
}

#[browser_test]
async fn results_are_listed_newest_first_and_opened_again() {
    let stage = saved().await;
    assert_eq!(entries(&stage), ["Senior", "Mid-level"]);
    follow(|| stage.only(".saved li:last-child a").click()).await;
    assert_eq!(hash(), "#/results/1");
    assert_eq!(stage.texts("h1"), ["Your best match: Mid-level"]);
}

#[browser_test]
async fn the_newest_result_has_a_short_address() {
    drop(saved().await);
    let stage = Stage::app("#/results").await;
    assert_eq!(stage.texts("h1"), ["Your best match: Senior"]);
}

#[browser_test]
async fn a_result_is_renamed() {
    let stage = saved().await;
    let rename = stage.only(".saved li:first-child button[aria-expanded]");
    assert_eq!(rename.get_attribute("aria-expanded").as_deref(), Some("false"));
    rename.click();
    settle().await;
    assert_eq!(rename.get_attribute("aria-expanded").as_deref(), Some("true"));
    let field: HtmlInputElement = stage.field("textbox", "Name of this result");
    enter(&field, "  <b>Dream</b> ");
    stage.click("button", "Save name");
    settle().await;
    assert_eq!(entries(&stage), ["<b>Dream</b>", "Mid-level"]);
    assert_eq!(kept_results().results[1].name, "<b>Dream</b>");
    stage.get("button", "Delete <b>Dream</b>");
}

#[browser_test]
async fn a_result_is_deleted_after_asking() {
    let stage = saved().await;
    let delete = |name: &str| stage.names("button").into_iter().find(|button| button.starts_with(name));
    let senior = delete("Delete Senior").expect("there is a button");
    stage.click("button", &senior);
    stage.click("button", "Cancel");
    settle().await;
    assert_eq!(entries(&stage), ["Senior", "Mid-level"]);
    stage.click("button", &senior);
    stage.click("button", "Delete");
    settle().await;
    assert_eq!(entries(&stage), ["Mid-level"]);
    assert_eq!(kept_results().results.iter().map(|result| result.id.as_str()).collect::<Vec<_>>(), ["1"]);
}

#[browser_test]
async fn where_the_last_result_is_deleted_there_is_a_way_to_the_quiz() {
    drop(result(MID).await);
    let stage = Stage::app("#/saved").await;
    let delete = stage.names("button").into_iter().find(|name| name.starts_with("Delete Mid-level"));
    stage.click("button", &delete.expect("there is a button"));
    stage.click("button", "Delete");
    settle().await;
    assert!(stage.texts(".saved__entry").is_empty());
    stage.get("link", "Take the quiz");
}
