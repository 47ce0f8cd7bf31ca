//! A browser that is killed: whatever the screen called saved is there when it is started again.

use e2e::chance::Chance;
use e2e::engine::{Engine, Gap, cannot};
use e2e::quiz::{Quiz, Settings};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::io::Write as _;
use std::time::Duration;

/// How often a browser is killed at random steps, in the middle of many changes, and while everything is deleted and brought back.
fn kills() -> [usize; 3] {
    if e2e::is_full() { [50, 25, 25] } else { [6, 4, 4] }
}

/// Notes, from when the quiz is opened, how long it takes from an answer until it is called saved, in milliseconds.
const STOPWATCH: &str = "
    window.savedAfter = [];
    let since = null;
    addEventListener('change', () => since = performance.now(), true);
    new MutationObserver(() => {
        if (since !== null && document.querySelector('[data-saved=yes]')) {
            window.savedAfter.push(performance.now() - since);
            since = null;
        }
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-saved'] });
";

#[test]
fn what_was_called_saved_is_there_after_the_browser_was_killed_anywhere_in_a_quiz() {
    if cannot(Gap::ProfileKept) {
        return;
    }
    let mut quiz = Quiz::new(Settings::default());
    quiz.server.run_first(STOPWATCH);
    quiz.visit("");
    let (mut steps, mut saved_after) = (0, Vec::new());
    let [kills, ..] = kills();
    for round in 0..kills {
        let mut chance = Chance::new(round as u64);
        let mut before = state(&quiz);
        for _ in 0..chance.below(12) + 1 {
            before = state(&quiz);
            take_a_step(&quiz, &mut chance);
            steps += 1;
            // Otherwise it may be killed before anything was called saved, where a driver is quick enough for that; the other test is.
            if chance.below(2) == 0 {
                wait_until_saved(&quiz);
                before = state(&quiz);
            }
        }
        let after = state(&quiz);
        let times = quiz.browser.run("return window.savedAfter", &[]);
        saved_after.extend(times.as_array().into_iter().flatten().filter_map(Value::as_f64));
        quiz.browser.kill();
        quiz.visit("");
        wait_until_saved(&quiz);
        let found = state(&quiz);
        assert!(
            found == before || found == after,
            "round {round}, step {steps}: there was\n{before}\nand then\n{after}\nand after the kill\n{found}"
        );
    }
    report(kills, steps, &mut saved_after);
}

#[test]
fn what_was_called_saved_is_there_after_the_browser_was_killed_in_the_middle_of_many_changes() {
    if cannot(Gap::ProfileKept) {
        return;
    }
    // Picks up to three options at once and, as soon as that is called saved, says so to the server and picks the next.
    const STORM: &str = "
        const radios = Array.from(document.querySelectorAll('main input[type=radio]'));
        // What is picked already would be no change.
        let at = radios.findIndex(radio => radio.checked);
        const pick = () => { for (let more = at % 3; more >= 0; more--) radios[++at % radios.length].click(); };
        const key = arguments[0];
        new MutationObserver(() => {
            if (!document.querySelector('[data-saved=yes]')) return;
            fetch('/saved/' + JSON.parse(localStorage.getItem(key)).revision).catch(() => {});
            pick();
        }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-saved'] });
        pick();
    ";
    let mut quiz = Quiz::open();
    let mut claims = 0;
    let [_, kills, _] = kills();
    for round in 0..kills {
        let mut chance = Chance::new(1_000 + round as u64);
        quiz.answer("today", &["learning"]);
        wait_until_saved(&quiz);
        let begun = revision(&quiz);
        let key = quiz.key("progress");
        quiz.browser.run(STORM, &[key.into()]);
        // From another moment each time.
        let moment = Duration::from_micros(100_000 + chance.below(600_000) as u64);
        quiz.browser.kill_after(moment);
        let claimed = quiz.server.asked().iter().filter_map(|path| path.strip_prefix("/saved/")?.parse().ok()).max();
        let claimed: u64 = claimed.unwrap_or(begun).max(begun);
        claims += usize::from(claimed > begun);
        quiz.visit("");
        wait_until_saved(&quiz);
        let found = revision(&quiz);
        assert!(found >= claimed, "round {round}: revision {claimed} was called saved, and {found} is there");
        assert!(quiz.answers_kept().contains_key("today"), "an answer that was changed many times is still one");
    }
    assert!(claims > 0, "nothing was called saved before a kill, so nothing was tried");
    say(&format!("{kills} kills in the middle of changes, {claims} of them after some were called saved"));
}

#[test]
fn what_was_called_deleted_or_brought_back_is_so_after_the_browser_was_killed() {
    if cannot(Gap::ProfileKept) {
        return;
    }
    // Deletes everything, brings it back as soon as that is offered, deletes it again as soon as that is saved, and so on until so much has been said. Tells
    // the server what is said each time.
    const CHURN: &str = "
        let left = arguments[0], isDeleted = false;
        const find = selector => document.querySelector(selector);
        const remove = () => { find('.actions--end > button').click(); find('dialog[open] .button--danger').click(); };
        const step = () => {
            const isOffered = !!find('.notice--undo button');
            const isBack = !!find('.saved__entry') && !!find('[data-saved=yes]');
            if (isDeleted ? !isBack || isOffered : !isOffered) return;
            isDeleted = !isDeleted;
            left--;
            fetch(`/said/${isDeleted ? 'deleted' : 'back'}/${left}`).catch(() => {});
            if (left) isDeleted ? find('.notice--undo button').click() : remove();
            else observer.disconnect();
        };
        const observer = new MutationObserver(step);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        remove();
    ";
    let mut quiz = Quiz::open();
    quiz.finish_as_beginner();
    wait_until_saved(&quiz);
    let mut all = state(&quiz);
    let none = State { answers: BTreeMap::new(), results: BTreeMap::new() };
    let [_, _, kills] = kills();
    let (mut exact, mut midway) = (0, 0);
    for round in 0..kills {
        let mut chance = Chance::new(2_000 + round as u64);
        quiz.go_to("#/saved");
        quiz.wait_for("saved");
        quiz.server.asked();
        // Every other kill comes when all is said, the others in between.
        let is_after_all = round % 2 == 0;
        let count = chance.below(if is_after_all { 4 } else { 12 }) + 1;
        quiz.browser.run(CHURN, &[count.into()]);
        let mut said: Vec<String> = Vec::new();
        let hear = |said: &mut Vec<String>| {
            said.extend(quiz.server.asked().into_iter().filter(|path| path.starts_with("/said/")));
        };
        if is_after_all {
            quiz.browser.until("all to be said", || {
                hear(&mut said);
                (said.len() == count).then_some(())
            });
        }
        let moment = Duration::from_micros(chance.below(250_000) as u64);
        quiz.browser.kill_after(moment);
        hear(&mut said);
        quiz.visit("#/saved");
        quiz.wait_for("saved");
        wait_until_saved(&quiz);
        let found = state(&quiz);
        let last = said.last().map_or("/said/back", String::as_str);
        if said.len() == count {
            exact += 1;
            let expected = if last.starts_with("/said/deleted") { &none } else { &all };
            assert!(found == *expected, "round {round}: {last} was said, and there is\n{found}");
        } else if !said.is_empty() {
            midway += 1;
        }
        // Each record is there as a whole or not at all, whatever was on its way.
        assert!(found.answers.is_empty() || found.answers == all.answers, "round {round}: {found}");
        assert!(found.results.is_empty() || found.results == all.results, "round {round}: {found}");
        if found != all {
            quiz.forget_everything();
            quiz.visit("");
            quiz.finish_as_beginner();
            wait_until_saved(&quiz);
            all = state(&quiz);
        }
    }
    assert!(exact > 0, "the browser was always killed before all was said, so nothing was tried");
    say(&format!(
        "{kills} kills while everything was deleted and brought back, {midway} of them midway and {exact} after all was said"
    ));
}

/// What a person would miss: their answers and their results.
#[derive(Debug, PartialEq)]
struct State {
    answers: BTreeMap<String, Value>,
    /// Names by ids.
    results: BTreeMap<String, String>,
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "  answers {:?}\n  results {:?}", self.answers, self.results)
    }
}

/// What the quiz shows now, as it has it in the store that a reload reads first.
#[track_caller]
fn state(quiz: &Quiz) -> State {
    let results = quiz.kept("results").unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let results = results["results"].as_array().into_iter().flatten();
    State {
        answers: quiz.answers_kept(),
        results: results.map(|result| (text(&result["id"]), text(&result["name"]))).collect(),
    }
}

#[track_caller]
fn revision(quiz: &Quiz) -> u64 {
    quiz.kept("progress").and_then(|progress| progress["revision"].as_u64()).unwrap_or_default()
}

/// Waits until there is nothing that is not saved. A screen without answers says nothing of it.
#[track_caller]
fn wait_until_saved(quiz: &Quiz) {
    quiz.browser.until("all to be saved", || {
        quiz.saved().is_none_or(|saved| ["yes", "nothing"].contains(&&*saved)).then_some(())
    });
}

/// Does something that a person may do where they are.
#[track_caller]
fn take_a_step(quiz: &Quiz, chance: &mut Chance) {
    let place = quiz.here();
    match (&*place.screen, &place.question) {
        (_, Some(question)) => {
            if quiz.kind_of(question) == "number" {
                quiz.answer(question, &[chance.one_of(&["0", "1", "2.5", "4", "12"])]);
            } else {
                let options = quiz.browser.run("return document.querySelectorAll('main .choice input').length", &[]);
                let place = chance.below(options.as_u64().unwrap_or(1) as usize);
                quiz.browser
                    .run("document.querySelectorAll('main .choice input')[arguments[0]].click()", &[place.into()]);
            }
            match chance.below(8) {
                // Nobody wants to wait for seventeen questions before the first result.
                0 => quiz.go_to("#/review"),
                1 => {}
                _ => drop(quiz.next()),
            }
        }
        ("review", _) => {
            quiz.press("See my result");
            quiz.wait_for("results");
        }
        ("results", _) => quiz.go_to(chance.one_of(&["#/saved", "#/", "#/review"])),
        ("saved", _) => {
            let names = quiz.saved_names();
            // Of two that have one name, nobody could say which is meant.
            let is_only = |name: &&String| names.iter().filter(|other| other == name).count() == 1;
            match (names.iter().find(is_only), chance.below(6)) {
                (Some(name), 0) => {
                    quiz.press(&format!("Delete {name}"));
                    quiz.press("Delete");
                }
                (Some(name), 1) => {
                    quiz.press(&format!("Delete {name}"));
                    quiz.press("Delete");
                    quiz.press("Undo");
                }
                (Some(_), 4) => {
                    quiz.press("Delete everything");
                    quiz.press("Delete everything");
                    quiz.wait_for_notice("Everything was deleted from this browser.");
                }
                (Some(name), 2) => {
                    quiz.press(&format!("Rename {name}"));
                    let field = quiz.browser.find("textbox", "Name of this result");
                    field.type_keys("x");
                    quiz.press("Save name");
                }
                _ => quiz.go_to("#/"),
            }
        }
        _ => quiz.go_to("#/"),
    }
}

fn report(kills: usize, steps: usize, saved_after: &mut [f64]) {
    saved_after.sort_by(f64::total_cmp);
    let at = |share: usize| saved_after.get(saved_after.len() * share / 100).copied().unwrap_or_default();
    say(&format!(
        "{kills} kills in {steps} steps; {} answers called saved after {:.1} ms at the median, {:.1} ms at the 95th of 100",
        saved_after.len(),
        at(50),
        at(95),
    ));
}

/// Says something that is seen also where the tests pass.
fn say(line: &str) {
    let _ = std::io::stdout().write_all(format!("{}: {line}\n", Engine::current()).as_bytes());
}
