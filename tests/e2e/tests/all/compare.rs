//! Two results beside each other, from the first to the second taking of the quiz, and what is said where there are no two.

use e2e::quiz::{Quiz, Settings};
use e2e::scenes::{self, records};
use e2e::view::{self, Media, Theme};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What can be read on the screen, once the results are there: the tables by their class, row by row and cell by cell, with
/// all that is folded up.
#[track_caller]
fn tables(quiz: &Quiz, class: &str) -> Vec<Vec<String>> {
    const SCRIPT: &str = "
        if (!document.querySelector('.comparison--scores')) return null;
        const text = cell => cell.textContent.replace(/\\s+/g, ' ').trim();
        return Array.from(document.querySelectorAll('.' + arguments[0] + ' tr'), row => Array.from(row.cells, text));
    ";
    quiz.browser.until("the results beside each other", || {
        serde_json::from_value(quiz.browser.run(SCRIPT, &[class.into()])).ok()
    })
}

/// A number with its sign, as it is written in English.
#[track_caller]
fn number(text: &str) -> i64 {
    text.replace('\u{2212}', "-").parse().unwrap_or_else(|_| panic!("{text:?} is a number"))
}

/// The first and the second score and the change of each profile.
#[track_caller]
fn scores(quiz: &Quiz) -> BTreeMap<String, [i64; 3]> {
    // Of a range the lower end counts.
    let low = |text: &String| number(text.split(' ').next().unwrap_or_default());
    let rows = tables(quiz, "comparison--scores");
    rows[1..].iter().map(|row| (row[0].clone(), [1, 2, 3].map(|at| low(&row[at])))).collect()
}

/// Chooses a result from one of the lists. Lists open as each browser likes, so this does what comes of it.
#[track_caller]
fn choose(quiz: &Quiz, list: &str, reference: &str) {
    const SCRIPT: &str = "
        const list = document.getElementById(arguments[0]);
        list.focus();
        list.value = arguments[1];
        list.dispatchEvent(new Event('change', { bubbles: true }));
    ";
    quiz.browser.run(SCRIPT, &[list.into(), reference.into()]);
}

#[track_caller]
fn hash(quiz: &Quiz) -> String {
    quiz.browser.address().split_once('#').map(|(_, hash)| hash.to_owned()).unwrap_or_default()
}

/// Keeps three results, of which each says more than the one before.
#[track_caller]
fn put_three(quiz: &Quiz) {
    let of = |id: &str, persona: &str, month: u32| {
        let mut result = records::result(quiz, id, "", &quiz.persona(persona));
        result["saved_at"] = format!("2026-{month:02}-05T09:30:00.000Z").into();
        result
    };
    let results = [
        of("1", "web-designer-starting-to-code", 1),
        of("2", "steady-mid-four-years", 2),
        of("3", "five-years-owns-and-mentors", 3),
    ];
    records::put_results(quiz, &results);
}

#[test]
fn who_takes_the_quiz_twice_sees_what_has_changed_line_by_line() {
    let quiz = Quiz::open();
    quiz.finish_as("learning");
    let first = quiz.result();
    // What tells the levels apart.
    quiz.go_to("#/");
    quiz.answer("today", &["back-end-developer"]);
    let telling =
        [("professional-years", "4"), ("scope", "features"), ("production", "on-call"), ("mentoring", "at-times")];
    for (question, answer) in telling {
        quiz.go_to(&format!("#/question/{question}"));
        quiz.answer(question, &[answer]);
    }
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.press("See my result");
    let second = quiz.result();
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    quiz.follow("Compare results");
    quiz.wait_for("compare");
    let answers = tables(&quiz, "comparison--answers");
    let picked = |question: &str, option: &str| quiz.option_texts(question, &[option]).remove(0);
    assert_eq!(
        answers[..5],
        [
            vec!["First".to_owned(), "Second".to_owned()],
            vec![quiz.text_of("today").to_owned()],
            vec![picked("today", "learning"), picked("today", "back-end-developer")],
            vec![quiz.text_of("professional-years").to_owned()],
            vec!["0 years".to_owned(), "4 years".to_owned()],
        ]
    );
    assert_eq!(answers.last(), Some(&vec!["No answer".to_owned(), picked("mentoring", "at-times")]));
    assert!(quiz.text().contains("Changed answers: 5. Unchanged answers: 0."), "{}", quiz.text());
    // The scores are those of the pages of both results, and the lines under them sum to what lies between.
    let shown = scores(&quiz);
    let names: BTreeMap<String, String> = serde_json::from_value(quiz.browser.run(
        "return Object.fromEntries(Array.from(document.querySelectorAll('.comparison--scores [data-profile]'),
            row => [row.dataset.profile, row.cells[0].innerText.trim()]))",
        &[],
    ))
    .expect("the names of profiles");
    let mut changed = 0;
    for (profile, before) in &first.scores {
        let (_, after) = second.scores.iter().find(|(other, _)| other == profile).expect("it has all four");
        let [was, is, change] = shown[&names[profile]];
        assert_eq!([was, is, change], [i64::from(*before), i64::from(*after), is - was], "{profile}");
        let rows = tables(&quiz, &format!("comparison__ledger[data-profile={profile}]"));
        if rows.is_empty() {
            assert_eq!(change, 0, "{profile}");
            continue;
        }
        let (sum, lines) = rows.split_last().expect("there are rows");
        let lines = lines.iter().skip(1).filter(|cells| cells.len() == 4);
        let total = lines.fold([0; 3], |sum, cells| [0, 1, 2].map(|at| sum[at] + number(&cells[at + 1])));
        assert_eq!(total, [was, is, change], "{profile}: {rows:?}");
        assert_eq!([1, 2, 3].map(|at| number(&sum[at])), total, "{profile}: {rows:?}");
        changed += 1;
    }
    assert!(changed > 1, "{shown:?}");
}

#[test]
fn other_results_are_chosen_without_losing_the_place_and_back_leads_to_where_one_came_from() {
    let quiz = Quiz::new(Settings::default());
    quiz.forget_everything();
    put_three(&quiz);
    quiz.visit("#/results/2");
    quiz.wait_for("results");
    quiz.follow("Compare with another result");
    quiz.wait_for("compare");
    assert_eq!(hash(&quiz), "/compare/2/3");
    let before = scores(&quiz);
    choose(&quiz, "compare-first", "1");
    let after = quiz.browser.until("other scores", || Some(scores(&quiz)).filter(|after| *after != before));
    assert_eq!(hash(&quiz), "/compare/1/3");
    assert_eq!(quiz.browser.focused().attribute("id").as_deref(), Some("compare-first"), "the focus stays");
    quiz.browser.reload();
    quiz.wait_for("compare");
    assert_eq!(scores(&quiz), after, "the address keeps the choice");
    quiz.browser.back();
    quiz.wait_for("results");
    assert_eq!(hash(&quiz), "/results/2");
}

#[test]
fn a_result_of_an_older_quiz_is_compared_by_its_own() {
    let mut quiz = Quiz::open();
    quiz.finish_as("learning");
    quiz.wait_for_saved("yes");
    let mut later = quiz.content();
    later["version"] = json!("2");
    let questions = later["questions"].as_array_mut().expect("a content has questions");
    let today = questions.iter_mut().find(|question| question["id"] == "today").expect("there is the question");
    let options = today["options"].as_array_mut().expect("it has options");
    let learning = options.iter_mut().find(|option| option["id"] == "learning").expect("there is the option");
    let then = learning["points"]["entry"].as_i64().expect("it gives points");
    learning["points"]["entry"] = json!(then - 1);
    quiz.replace_content(later);
    quiz.visit("#/review");
    quiz.press("See my result");
    quiz.wait_for("results");
    quiz.wait_for_saved("yes");
    quiz.visit("#/compare");
    quiz.wait_for("compare");
    assert_eq!(scores(&quiz)["Entry-level"][2], -1, "the same answers, and another quiz");
    let lines = tables(&quiz, "comparison__ledger[data-profile=entry]");
    let option = quiz.option_texts("today", &["learning"]).remove(0);
    assert_eq!(lines[2], [option, then.to_string(), (then - 1).to_string(), "\u{2212}1".to_owned()]);
    assert!(quiz.text().contains("It is compared as it was then."), "{}", quiz.text());
    // Without the older content, its scores are still there.
    let journal = quiz.browser.run(FORGET_CONTENTS, &[]);
    assert!(journal.as_u64().is_some_and(|forgotten| forgotten > 0), "{journal}");
    quiz.visit("#/compare");
    quiz.wait_for("compare");
    assert_eq!(scores(&quiz)["Entry-level"][2], -1);
    assert!(quiz.text().contains("how many points each of them gave cannot be told"), "{}", quiz.text());
    assert!(tables(&quiz, "comparison--lines").is_empty());
}

/// Takes all contents away that the journal keeps, and comes back with how many there were.
const FORGET_CONTENTS: &str = "
    return indexedDB.databases().then(all => Promise.all(all.map(({ name }) => new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const transaction = opening.result.transaction('records', 'readwrite');
            let count = 0;
            transaction.objectStore('records').openCursor().onsuccess = ({ target: { result: cursor } }) => {
                if (!cursor) return;
                if (cursor.key.includes('.content.')) { cursor.delete(); count += 1; }
                cursor.continue();
            };
            transaction.oncomplete = () => { opening.result.close(); resolve(count); };
        };
    })))).then(counts => counts.reduce((sum, count) => sum + count, 0));
";

#[test]
fn what_cannot_be_compared_is_said_with_a_way_on_and_nothing_is_changed() {
    let quiz = Quiz::new(Settings::default());
    quiz.forget_everything();
    quiz.visit("#/compare");
    quiz.wait_for("compare");
    assert!(quiz.text().contains("You need two results to compare."), "{}", quiz.text());
    quiz.follow("Take the quiz");
    quiz.wait_for("intro");
    quiz.leave();
    put_three(&quiz);
    quiz.visit("#/saved");
    quiz.wait_for_saved("yes");
    let before = quiz.browser.storage();
    let (unknown, damaged) = ("One of these results is not in this browser.", "A part of the link is missing");
    for (hash, text) in [
        ("#/compare/none/3", unknown),
        ("#/compare/3/none", unknown),
        ("#/compare/__proto__/1", unknown),
        ("#/compare/%3Cimg%20src=x%3E/x.y", damaged),
        ("#/compare/1.e30.00000000/3", damaged),
        ("#/compare/3/99.e30.00000000", "It was made by a newer version of this quiz."),
    ] {
        quiz.visit(hash);
        quiz.wait_for("compare");
        assert!(quiz.text().contains(text), "{hash}: {}", quiz.text());
        assert!(quiz.browser.title().starts_with("Compare results"), "{}", quiz.browser.title());
    }
    assert_eq!(quiz.visit("#/compare/1").screen, "problem");
    assert_eq!(quiz.browser.storage(), before);
    quiz.visit("#/compare/none/3");
    let text = "return document.querySelector('main > .actions a').innerText";
    assert_eq!(quiz.browser.run(text, &[]), Value::from("Saved results"));
}

#[test]
fn the_chart_has_the_numbers_of_the_table_below_it() {
    let quiz = Quiz::new(Settings::default());
    quiz.forget_everything();
    put_three(&quiz);
    quiz.visit("#/compare");
    quiz.wait_for("compare");
    let table = tables(&quiz, "comparison--history");
    let kept = quiz.kept("results").expect("results are kept");
    let kept: Vec<_> = kept["results"].as_array().expect("a list").iter().map(|result| &result["scores"]).collect();
    let content = quiz.content();
    let profiles: Vec<_> =
        content["profiles"].as_array().expect("a list").iter().map(|profile| &profile["id"]).collect();
    let of = |scores: &Value| profiles.iter().map(|id| scores[id.as_str().unwrap_or_default()].to_string()).collect();
    let expected: Vec<Vec<String>> = kept.into_iter().map(of).collect();
    let shown: Vec<_> = table.into_iter().skip(1).filter(|row| row.len() == 4).collect();
    assert_eq!(shown, expected, "oldest first");
    // Where the markers stand, in percent of the height from below: as far as pixels tell.
    const DRAWN: &str = "
        const plot = document.querySelector('.chart__plot').getBoundingClientRect();
        return [1, 2, 3, 4].map(line => Array.from(document.querySelectorAll(`.chart__line--${line} path`), marker => {
            const box = marker.getBoundingClientRect();
            return 100 - ((box.top + box.bottom) / 2 - plot.top) / plot.height * 100;
        }));
    ";
    let drawn: Vec<Vec<f64>> = serde_json::from_value(quiz.browser.run(DRAWN, &[])).expect("lists of numbers");
    for (at, row) in shown.iter().enumerate() {
        for (line, score) in row.iter().enumerate() {
            let score: f64 = score.parse().expect("a score");
            assert!((drawn[line][at] - score).abs() < 1.5, "result {at}, line {line}: {} for {score}", drawn[line][at]);
        }
    }
}

#[test]
fn the_lines_of_the_chart_are_told_apart_without_colour_and_are_seen_where_colours_are_few() {
    let Some(quiz) = scenes::emulated_stage() else { return };
    quiz.forget_everything();
    put_three(&quiz);
    quiz.visit("#/compare");
    quiz.wait_for("compare");
    const LINES: &str = "
        const seen = selector => Array.from(document.querySelectorAll(selector));
        const looks = element => getComputedStyle(element);
        const paper = document.createElement('p');
        paper.style.color = 'Canvas';
        document.body.append(paper);
        const canvas = looks(paper).color;
        paper.remove();
        const lines = [1, 2, 3, 4].map(line => ({
            dashes: looks(document.querySelector(`.chart__line--${line} > line`)).strokeDasharray,
            marker: document.querySelector(`.chart__line--${line} path`).getAttribute('d'),
            key: seen('.chart__key path')[line - 1].getAttribute('d'),
            is_seen: looks(document.querySelector(`.chart__line--${line} > line`)).stroke !== canvas,
        }));
        return {
            apart: ['dashes', 'marker'].every(way => new Set(lines.map(line => line[way])).size === 4),
            named: lines.every(line => line.marker === line.key),
            seen: lines.every(line => line.is_seen),
        };
    ";
    for theme in Theme::ALL {
        for forced_colors in [false, true] {
            view::set_media(&quiz.browser, Media { theme, forced_colors, ..Media::default() });
            let found = quiz.browser.run(LINES, &[]);
            assert_eq!(found, json!({ "apart": true, "named": true, "seen": true }), "{theme:?}, {forced_colors}");
        }
    }
}
