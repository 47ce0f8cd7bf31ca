//! A result when the quiz has changed since it was made: it is shown as it was, and can be scored anew beside that.

use e2e::quiz::{CONTENT, Quiz, Settings};
use e2e::scenes::records;
use serde_json::{Value, json};

const CHANGED: &str = "The quiz has changed since this result was made. You see it here as it was then.";
const LOST: &str = "The quiz has changed since this result was made, and how it was then is not kept here.";

/// The quiz as it may be a year later: other points, other words, another version.
fn changed(quiz: &Quiz) -> Value {
    a_year_later(quiz.content())
}

fn a_year_later(mut content: Value) -> Value {
    content["version"] = json!("2");
    let questions = content["questions"].as_array_mut().expect("a content has questions");
    let today = questions.iter_mut().find(|question| question["id"] == "today").expect("there is the question");
    today["text"] = json!("Where are you now?");
    let options = today["options"].as_array_mut().expect("it has options");
    let learning = options.iter_mut().find(|option| option["id"] == "learning").expect("there is the option");
    learning["text"] = json!("Learning, off and on");
    learning["points"] = json!({ "entry": 1 });
    content
}

#[test]
fn it_is_shown_as_it_was() {
    let mut quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    let before = quiz.result();
    let (old_question, old_option) = (quiz.text_of("today").to_owned(), "learning");
    let old_option = quiz.option_texts("today", &[old_option]).remove(0);
    quiz.replace_content(changed(&quiz));
    quiz.visit("#/results");
    let after = quiz.result();
    assert!(after.text.contains(CHANGED), "{}", after.text);
    assert_eq!(after.scores, before.scores, "scores as they were");
    assert_eq!(after.best().points, before.best().points, "and the points behind them");
    assert!(after.text.contains(&old_question) && after.text.contains(&old_option), "texts as they were");
    assert!(!after.text.contains("Where are you now?"), "and not as they are");
    // The quiz itself is today's.
    quiz.go_to("#/");
    quiz.browser.find("heading", "Where are you now?");
}

#[test]
fn in_a_page_of_another_language_it_is_in_the_words_of_its_own() {
    let mut quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    quiz.replace_content(changed(&quiz));
    let spanish = CONTENT.replace(".en.", ".es.");
    let text = std::fs::read_to_string(e2e::dist().join(&spanish)).expect("the build has it");
    quiz.put_content(&spanish, 200, a_year_later(serde_json::from_str(&text).expect("it is JSON")).to_string());
    quiz.visit("#/results");
    let own = quiz.word("result.scores");
    quiz.press("Español");
    quiz.wait_for_language("es");
    quiz.speak("es");
    let old = "const old = document.querySelector('.as-it-was');
        return old && [old.lang, old.querySelector('h2').innerText, document.querySelector('main').innerText]";
    let shown = quiz.browser.until("it as it was", || Some(quiz.browser.run(old, &[])).filter(|it| !it.is_null()));
    assert_eq!([&shown[0], &shown[1]], ["en", &own]);
    assert!(shown[2].as_str().is_some_and(|text| text.contains(&quiz.word("result.changed"))), "{shown}");
    assert_ne!(quiz.word("result.scores"), own, "the page is in Spanish");
}

#[test]
fn it_can_be_scored_anew_beside_what_it_was_and_kept_as_another() {
    let mut quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    let before = quiz.result();
    let entry = |result: &e2e::result::ResultPage| {
        result.scores.iter().find(|(profile, _)| profile == "entry").expect("there is the profile").1
    };
    quiz.replace_content(changed(&quiz));
    quiz.visit("#/results");
    quiz.press("Score the same answers by today’s quiz");
    let row = quiz.browser.until("both scores", || {
        let cells = "return Array.from(document.querySelectorAll('.then-today [data-profile=entry] td'), cell => cell.innerText)";
        let cells: Vec<String> = serde_json::from_value(quiz.browser.run(cells, &[])).ok()?;
        (cells.len() == 2).then_some(cells)
    });
    assert!(row[0].starts_with(&entry(&before).to_string()), "{row:?}");
    assert_ne!(row[1], row[0], "today they are others");
    quiz.press("Keep today’s scores as a new result");
    quiz.browser.until("the new result", || (!quiz.result().text.contains(CHANGED)).then_some(()));
    assert!(row[1].starts_with(&entry(&quiz.result()).to_string()), "{row:?}");
    quiz.go_to("#/saved");
    assert_eq!(quiz.saved_names().len(), 2, "the old one is still there");
}

#[test]
fn where_the_old_quiz_is_not_kept_the_old_scores_stand_beside_those_of_today() {
    let mut quiz = Quiz::open();
    quiz.forget_everything();
    // As the first version kept it.
    let mut result =
        records::result(&quiz, "20251105093000000", "", &json!({ "today": "learning", "professional-years": 0 }));
    let record = result.as_object_mut().expect("a result is an object");
    record.remove("fingerprint");
    record.remove("revision");
    let entry = result["scores"]["entry"].to_string();
    let library = json!({ "record_version": 1, "revision": 1, "results": [result] });
    quiz.browser.store(&quiz.key("results"), &library.to_string());
    quiz.replace_content(changed(&quiz));
    quiz.visit("#/results");
    let page = quiz.browser.until("the result", || Some(quiz.result()).filter(|result| result.text.contains(LOST)));
    assert!(page.text.contains("Then") && page.text.contains("Today"), "{}", page.text);
    let then = quiz.browser.run("return document.querySelector('.then-today [data-profile=entry] td').innerText", &[]);
    assert_eq!(then, json!(entry));
}

#[test]
fn a_result_of_the_first_version_is_taken_over() {
    let quiz = Quiz::new(Settings::default());
    quiz.forget_everything();
    let mut result =
        records::result(&quiz, "20251105093000000", "Mine", &json!({ "today": "learning", "professional-years": 0 }));
    let record = result.as_object_mut().expect("a result is an object");
    record.remove("fingerprint");
    record.remove("revision");
    let library = json!({ "record_version": 1, "revision": 1, "results": [result] });
    quiz.browser.store(&quiz.key("results"), &library.to_string());
    quiz.visit("#/saved");
    assert_eq!(quiz.saved_names(), ["Mine"]);
    quiz.follow("Mine");
    let shown = quiz.result();
    assert!(!shown.text.contains("The quiz has changed"), "{}", shown.text);
    assert!(quiz.notices().is_empty(), "{:?}", quiz.notices());
    quiz.wait_for_saved("yes");
    assert_eq!(quiz.kept_in_journal("results").expect("it is in the journal now")["record_version"], 4);
}
