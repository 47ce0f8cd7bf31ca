//! Two results of the small quiz beside each other, and all of them over time.

use crate::address::{follow, hash};
use crate::dom::All;
use crate::stage::{SMALL, Stage, clear, material_of, result_of, settle, until};
use crate::stores::{RESULTS, journal, keep, remove_from_journal};
use crate::tab::kept_results;
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::compare::Side;
use career_quiz::quiz::content;
use career_quiz::quiz::record::library::{Library, SavedResult};
use career_quiz::quiz::share::link::encode;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlSelectElement};

const ENTRY: &str = r#"{"skills":["git"],"start":"novice","wish":"time"}"#;
const MID: &str = r#"{"skills":["sql"],"start":"coder","team":"alone","years":2.5,"wish":"time"}"#;
const SENIOR: &str = r#"{"skills":["sql","git"],"start":"coder","team":"lead","years":6,"wish":"time"}"#;

/// A result of these answers by the small quiz, made in this month of a year.
fn made(month: u32, answers: &str) -> SavedResult {
    let content = content::parse(SMALL).expect("the quiz is good");
    let answers: Answers = serde_json::from_str(answers).expect("they are answers");
    let side = Side::of(&content, &answers);
    let result = SavedResult::new(&content, &side.outcome, &answers, &format!("2026-{month:02}-05T09:30:00.000Z"));
    SavedResult { id: month.to_string(), ..result }
}

/// Keeps these results, oldest first, and nothing else.
fn keep_all(results: Vec<SavedResult>) {
    clear();
    let library = Library { revision: 1, results, ..Library::default() };
    keep(RESULTS, &serde_json::to_string(&library).expect("a library is JSON"));
}

async fn open(hash: &str) -> Stage {
    open_of(SMALL, hash).await
}

/// Opens the screen by another quiz, and waits until it is known by which content the results are to be read.
async fn open_of(quiz: &str, hash: &str) -> Stage {
    let stage = Stage::app_of(material_of(quiz), hash).await;
    stage.assert_screen("compare", None);
    until("the results are there", || {
        stage.all(".comparison--scores").len() == 1 || !stage.all("main > .actions").is_empty()
    })
    .await;
    stage
}

/// The screen with an entry-level, a mid-level and a senior result.
async fn three(hash: &str) -> Stage {
    keep_all(vec![made(1, ENTRY), made(2, MID), made(3, SENIOR)]);
    open(hash).await
}

/// The rows of a table: the texts of their cells.
fn rows(stage: &Stage, table: &str) -> Vec<String> {
    let texts = |row: HtmlElement| row.all("th, td").iter().map(crate::dom::text).collect::<Vec<_>>().join(" | ");
    stage.all(&format!("{table} tr")).into_iter().map(texts).collect()
}

/// The list with this label.
#[track_caller]
fn select(stage: &Stage, label: &str) -> HtmlSelectElement {
    let labels = stage.all(".comparison__side > label").into_iter();
    let label = labels.filter(|found| crate::dom::text(found) == label).find_map(|label| label.get_attribute("for"));
    stage.only(&format!("#{}", label.expect("there is the label"))).unchecked_into()
}

/// Elements of the chart, which are none of HTML.
fn drawn(stage: &Stage, selector: &str) -> Vec<Element> {
    let chart = stage.only(".chart");
    let found = chart.query_selector_all(selector).expect("it is a selector");
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn chosen(stage: &Stage) -> [String; 2] {
    ["First result", "Second result"].map(|name| select(stage, name).value())
}

/// Chooses an option, as a person does.
async fn choose(stage: &Stage, name: &str, reference: &str) {
    follow(|| {
        let select = select(stage, name);
        select.focus().expect("a list takes the focus");
        select.set_value(reference);
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("change", &init).expect("an event can be made");
        select.dispatch_event(&event).expect("a list takes events");
    })
    .await;
}

const MID_TO_SENIOR: [&str; 5] = [
    "Profile | First | Second | Change",
    "Senior | 25 | 80 | +55",
    "Entry-level | 0 | 0 | 0",
    "Mid-level | 65 | 40 | \u{2212}25",
    "Freelance | 0 | 0 | 0",
];

#[browser_test]
async fn the_newest_two_are_compared_where_the_address_names_none() {
    let stage = three("#/compare").await;
    assert_eq!(
        (stage.texts("h1"), document().title()),
        (vec!["Compare results".into()], "Compare results – Small quiz".into())
    );
    assert_eq!(chosen(&stage), ["2", "3"]);
    assert_eq!(rows(&stage, ".comparison--scores"), MID_TO_SENIOR);
    assert_eq!(stage.texts(".comparison__result strong"), ["Mid-level", "Senior"]);
    let links = stage.all(".comparison__result a");
    let addresses: Vec<_> = links.iter().filter_map(|link| link.get_attribute("href")).collect();
    assert_eq!(addresses, ["#/results/2", "#/results/3"]);
}

#[browser_test]
async fn an_address_names_any_two_in_any_order() {
    let stage = three("#/compare/3/1").await;
    assert_eq!(chosen(&stage), ["3", "1"]);
    assert_eq!(
        rows(&stage, ".comparison--scores")[1..3],
        ["Senior | 80 | 0 | \u{2212}80", "Entry-level | 0 | 40 | +40"]
    );
    let stage = three("#/compare/2/3").await;
    assert_eq!(rows(&stage, ".comparison--scores"), MID_TO_SENIOR);
}

#[browser_test]
async fn only_answers_that_differ_are_listed_and_the_others_are_counted() {
    let stage = three("#/compare/1/2").await;
    assert_eq!(
        rows(&stage, ".comparison--answers"),
        [
            "First | Second",
            "Where are you today?",
            "At the start | In a job",
            "What do you know?",
            "Git | SQL",
            "For how long?",
            "No answer | 2.5 years",
            "Do you lead others?",
            "No answer | No",
        ]
    );
    assert!(stage.texts("[role=status]").contains(&"Changed answers: 4. Unchanged answers: 1.".to_owned()));
}

#[browser_test]
async fn the_lines_that_differ_add_up_to_the_change_of_the_score() {
    let stage = three("#/compare/2/3").await;
    assert_eq!(
        stage.texts(".comparison__ledger > summary")[..2],
        ["Senior: 25 to 80 (+55)", "Mid-level: 65 to 40 (\u{2212}25)"]
    );
    assert_eq!(
        rows(&stage, "[data-profile=mid] .comparison--lines"),
        [
            "Answer | First | Second | Change",
            "What do you know?",
            "Git | 0 | 10 | +10",
            "For how long?",
            "2.5 years | 30 | 0 | \u{2212}30",
            "Do you lead others?",
            "No | 5 | 0 | \u{2212}5",
            "Answers with the same points in both | 30 | 30 | 0",
            "Score | 65 | 40 | \u{2212}25",
        ]
    );
    let same = "The same points from the same answers: Entry-level, Freelance.";
    assert!(stage.texts(".comparison__lines > p").contains(&same.to_owned()));
}

#[browser_test]
async fn of_the_same_answers_nothing_differs() {
    keep_all(vec![made(1, MID), made(2, MID)]);
    let stage = open("#/compare").await;
    assert!(stage.texts("main p").contains(&"All answers are the same.".to_owned()));
    assert!(stage.all(".comparison--answers, .comparison--lines").is_empty());
    assert!(stage.texts("[role=status]").contains(&"Changed answers: 0. Unchanged answers: 5.".to_owned()));
}

#[browser_test]
async fn a_range_is_written_as_on_the_page_of_the_result() {
    let open_end = r#"{"skills":["sql","git"],"start":"coder","years":6,"wish":"time"}"#;
    keep_all(vec![made(1, open_end), made(2, SENIOR)]);
    let stage = open("#/compare").await;
    assert_eq!(rows(&stage, ".comparison--scores")[1], "Senior | 55 to 80 | 80 | +25");
    assert!(stage.texts("main .hint").iter().any(|text| text.starts_with("Where a score is a range")));
}

// Choosing.

#[browser_test]
async fn another_choice_is_another_address_and_leaves_the_focus_where_it_is() {
    let stage = three("#/compare").await;
    let before = select(&stage, "First result");
    choose(&stage, "First result", "1").await;
    assert_eq!((hash().as_str(), chosen(&stage)), ("#/compare/1/3", ["1".into(), "3".into()]));
    until("the first result", || stage.texts(".comparison__result strong") == ["Entry-level", "Senior"]).await;
    let status = "Changed answers: 4. Unchanged answers: 1.".to_owned();
    assert!(stage.texts("[role=status]").contains(&status), "it is said");
    assert_eq!(document().active_element().as_ref(), Some(before.as_ref()), "the list is the same, and has the focus");
}

#[browser_test]
async fn options_say_name_or_profile_and_the_time() {
    let named = SavedResult { name: "<b>Dream</b>".to_owned(), ..made(2, MID) };
    keep_all(vec![made(1, r#"{"wish":"time"}"#), named]);
    let stage = open("#/compare").await;
    let options = stage.texts("#compare-first option");
    assert_eq!(options.len(), 2);
    assert!(options[0].starts_with("<b>Dream</b>, February 5, 2026"), "{options:?}");
    assert!(options[1].starts_with("No profile, January 5, 2026"), "{options:?}");
}

// Where there is nothing to compare.

#[browser_test]
async fn too_few_results_are_said_with_a_way_to_the_quiz() {
    for results in [vec![], vec![made(1, MID)]] {
        keep_all(results);
        let stage = open("#/compare").await;
        assert!(stage.texts("main p").iter().any(|text| text.starts_with("You need two results")));
        assert!(stage.all("main select, .chart").is_empty());
        follow(|| stage.click("link", "Take the quiz")).await;
        stage.assert_screen("intro", Some("start"));
    }
}

#[browser_test]
async fn of_a_code_that_holds_no_result_it_is_said_what_is_wrong_with_it() {
    const OTHER: &str = include_str!("../fixtures/links/another-quiz.txt");
    for (code, text, detail) in [
        ("1.e30.00000000", "A part of the link is missing", ""),
        ("2.e30.00000000", "It was made by a newer version", ""),
        (OTHER.trim_end().rsplit('/').next().unwrap_or_default(), "It is a result of another quiz", "quiz"),
    ] {
        for address in [format!("#/compare/{code}/3"), format!("#/compare/3/{code}")] {
            let stage = three(&address).await;
            assert_eq!(stage.texts("main h2")[0], "This link opens no result");
            assert!(stage.texts("main p").iter().any(|said| said.starts_with(text)), "{:?}", stage.texts("main p"));
            assert!(stage.texts(".fault").concat().contains(detail));
            assert_eq!(stage.texts("main > .actions a"), ["Saved results"]);
        }
    }
}

#[browser_test]
async fn a_reference_to_nothing_is_said_and_another_can_be_chosen() {
    for address in ["#/compare/none/3", "#/compare/%3Cimg%20src=x%3E/3", "#/compare/__proto__/3"] {
        let stage = three(address).await;
        assert!(
            stage.texts("main p").iter().any(|text| text.starts_with("One of these results is not in this browser"))
        );
        assert_eq!(chosen(&stage), ["", "3"]);
        assert_eq!(stage.texts("#compare-first option")[0], "Choose a result");
        assert!(stage.all(".comparison--scores").is_empty());
        choose(&stage, "First result", "2").await;
        assert_eq!(hash(), "#/compare/2/3");
        until("the scores", || rows(&stage, ".comparison--scores") == MID_TO_SENIOR).await;
        assert_eq!((chosen(&stage), stage.texts("#compare-first option").len()), (["2".into(), "3".into()], 3));
    }
    keep_all(vec![]);
    let stage = open("#/compare/1/2").await;
    follow(|| stage.only("main > .actions a").click()).await;
    stage.assert_screen("saved", None);
}

// When the quiz has changed.

/// The small quiz with another text and other points for the years, and without the wish.
fn today() -> String {
    let mut quiz: serde_json::Value = serde_json::from_str(SMALL).expect("the quiz is JSON");
    quiz["version"] = "8".into();
    quiz["questions"][2]["text"] = "Since when?".into();
    quiz["questions"][2]["bands"][1]["points"]["mid"] = 5.into();
    quiz["questions"].as_array_mut().expect("there are questions").pop();
    quiz.to_string()
}

/// Keeps a result of the small quiz with its content, and one of the same answers by today's quiz.
async fn then_and_today() {
    let stage = result_of(SMALL, MID).await;
    stage.until_saved().await;
    drop(stage);
    let stage = Stage::app_of(material_of(&today()), "#/review").await;
    follow(|| stage.click("button", "See my result")).await;
    stage.until_saved().await;
    assert_eq!(kept_results().results.len(), 2);
}

#[browser_test]
async fn a_result_of_an_older_quiz_is_compared_as_it_was() {
    then_and_today().await;
    let stage = open_of(&today(), "#/compare").await;
    let older = "The quiz has changed since this result was made. It is compared as it was then.";
    assert_eq!(stage.texts(".comparison__changed"), [older]);
    assert_eq!(rows(&stage, ".comparison--scores")[3], "Mid-level | 65 | 40 | \u{2212}25");
    assert_eq!(
        rows(&stage, ".comparison--answers")[1..],
        ["What do you wish for?", "Time | No answer"],
        "a question that today's quiz does not have any more"
    );
    assert_eq!(
        rows(&stage, "[data-profile=mid] .comparison--lines")[1..3],
        ["Since when?", "2.5 years | 30 | 5 | \u{2212}25"],
        "the same answer with other points"
    );
    assert!(stage.texts(".history .hint").iter().any(|text| text.starts_with("Not all of these results")));
}

#[browser_test]
async fn where_the_older_quiz_is_lost_the_scores_are_compared_and_it_is_said_what_cannot_be_told() {
    then_and_today().await;
    let all = journal().await;
    let (name, _) = all.iter().find(|(name, _)| name.contains(".7.")).expect("the old content is kept");
    remove_from_journal(name).await;
    let stage = open_of(&today(), "#/compare").await;
    assert_eq!(rows(&stage, ".comparison--scores")[3], "Mid-level | 65 | 40 | \u{2212}25");
    let said = stage.texts(".comparison__changed");
    assert!(said.len() == 1 && said[0].contains("cannot be told"), "{said:?}");
    let set_aside = "Answers that do not fit today’s quiz, and are not compared: 1.".to_owned();
    assert!(stage.texts(".comparison__result p").contains(&set_aside));
    assert!(stage.all(".comparison--lines").is_empty(), "nobody knows which answers gave the points");
    assert!(stage.texts(".comparison__lines p")[0].starts_with("This cannot be told"));
}

// Over time.

#[browser_test]
async fn all_own_results_are_drawn_from_the_oldest_to_the_newest() {
    let stage = three("#/compare").await;
    assert_eq!(stage.all("[role=img][aria-label] > .chart[aria-hidden=true]").len(), 1);
    for line in 1..=4 {
        assert_eq!(drawn(&stage, &format!(".chart__line--{line} > line")).len(), 2, "line {line}");
        assert_eq!(drawn(&stage, &format!(".chart__line--{line} > svg")).len(), 3, "markers of line {line}");
    }
    assert_eq!(stage.texts(".chart__name"), ["Senior", "Entry-level", "Mid-level", "Freelance"]);
    assert_eq!(stage.texts(".chart__ends > span"), ["January 5, 2026", "March 5, 2026"]);
    let table = rows(&stage, ".comparison--history");
    assert_eq!(table[0], "Senior | Entry-level | Mid-level | Freelance");
    assert_eq!([&*table[2], &table[4], &table[6]], ["0 | 40 | 10 | 0", "25 | 0 | 65 | 0", "80 | 0 | 40 | 0"]);
    let senior = drawn(&stage, ".chart__line--1 > line");
    let ends: Vec<_> = ["x1", "y1", "x2", "y2"].iter().filter_map(|end| senior[1].get_attribute(end)).collect();
    assert_eq!(ends, ["50%", "75%", "100%", "20%"]);
}

#[browser_test]
async fn names_beside_lines_that_end_at_one_place_do_not_lie_over_each_other() {
    keep_all(vec![made(1, r#"{"wish":"time"}"#), made(2, r#"{"wish":"money"}"#)]);
    let stage = open("#/compare").await;
    let top = |name: &HtmlElement| {
        let top = name.style().get_property_value("top").expect("it has a place");
        top.trim_end_matches('%').parse::<f64>().expect("in percent")
    };
    let mut tops: Vec<f64> = stage.all(".chart__name").iter().map(top).collect();
    tops.sort_by(f64::total_cmp);
    assert_eq!((tops.len(), tops.last()), (4, Some(&100.0)), "the lowest is beside its line");
    assert!(tops.windows(2).all(|pair| pair[1] - pair[0] > 10.0), "{tops:?}");
}

// The ways there.

#[browser_test]
async fn saved_results_lead_there_where_there_are_two() {
    for (results, is_there) in [(vec![made(1, MID)], false), (vec![made(1, MID), made(2, SENIOR)], true)] {
        keep_all(results);
        let stage = Stage::app("#/saved").await;
        assert_eq!(stage.names("link").contains(&"Compare results".to_owned()), is_there);
        if is_there {
            follow(|| stage.click("link", "Compare results")).await;
            stage.assert_screen("compare", None);
        }
    }
}

#[browser_test]
async fn a_result_leads_to_itself_beside_the_newest_of_the_others() {
    let link = "Compare with another result";
    keep_all(vec![made(1, MID)]);
    let stage = Stage::app("#/results/1").await;
    assert!(!stage.names("link").contains(&link.to_owned()));
    keep_all(vec![made(1, ENTRY), made(2, MID), made(3, SENIOR)]);
    for (result, address) in [(1, "#/compare/1/3"), (2, "#/compare/2/3"), (3, "#/compare/2/3")] {
        let stage = Stage::app(&format!("#/results/{result}")).await;
        settle().await;
        follow(|| stage.click("link", link)).await;
        assert_eq!(hash(), address);
    }
    // One that came by a link is among none of them.
    for (month, answers, is_first) in [(1, ENTRY, true), (9, SENIOR, false)] {
        keep_all(vec![made(4, MID)]);
        let code = encode("small", &made(month, answers));
        let stage = Stage::app(&format!("#/shared/{code}")).await;
        follow(|| stage.click("link", link)).await;
        let order = if is_first { [&*code, "4"] } else { ["4", &*code] };
        assert_eq!(hash(), format!("#/compare/{}", order.join("/")));
    }
}
