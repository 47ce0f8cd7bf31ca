//! axe-core in every scene, light and dark, narrow and wide: nothing is wrong, and what a program cannot decide has
//! been looked at by a person, who wrote down why it is right.

use e2e::axe::{self, Outcome, REASONS};
use e2e::scenes;
use e2e::view::{self, Media, Theme};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

const WIDTHS: [u32; 2] = [320, 1440];

/// So many tests share the scenes, as tests run beside each other and scenes in one browser do not.
const PARTS: usize = 4;

#[test]
fn nothing_is_wrong_in_the_first_part() {
    nothing_is_wrong_in(0);
}

#[test]
fn nothing_is_wrong_in_the_second_part() {
    nothing_is_wrong_in(1);
}

#[test]
fn nothing_is_wrong_in_the_third_part() {
    nothing_is_wrong_in(2);
}

#[test]
fn nothing_is_wrong_in_the_fourth_part() {
    nothing_is_wrong_in(3);
}

/// The parts that have been gone through, and the reasons that were needed in them.
static DONE: Mutex<(BTreeSet<usize>, BTreeSet<usize>)> = Mutex::new((BTreeSet::new(), BTreeSet::new()));

fn nothing_is_wrong_in(part: usize) {
    let Some(mut quiz) = scenes::emulated_stage() else { return };
    let program = axe::program();
    let mut wrong = Vec::new();
    let mut needed = BTreeSet::new();
    // One language after the other: the runs of the first are the table of docs/accessibility.md.
    let languages = if e2e::is_full() { scenes::languages() } else { vec![quiz.language()] };
    let all =
        languages.iter().flat_map(|language| scenes::part(part, PARTS).into_iter().map(move |scene| (language, scene)));
    for (language, scene) in all {
        if quiz.language() != *language {
            quiz.speak(language);
        }
        scene.enter(&mut quiz);
        axe::put(&quiz.browser, &program);
        let mut runs = Vec::new();
        for width in WIDTHS {
            view::set_size(&quiz.browser, width, 900);
            for theme in Theme::ALL {
                view::set_media(&quiz.browser, Media { theme, ..Media::default() });
                let outcome = axe::look(&quiz.browser);
                let place = format!("{}, {language}, {}, {width} px", scene.name, theme.name());
                wrong.extend(faults(&place, &outcome, &mut needed));
                runs.push(json!({ "theme": theme.name(), "width": width, "outcome": outcome }));
            }
        }
        if *language != languages[0] {
            continue;
        }
        let file = e2e::out("axe").join(format!("{}.json", scene.name));
        std::fs::write(&file, json!({ "scene": scene.name, "runs": runs }).to_string()).expect("a file can be written");
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.join("\n"));
    let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
    done.0.insert(part);
    done.1.extend(needed);
    // Only whoever is last knows.
    if done.0.len() == PARTS && scenes::are_all() {
        let idle: Vec<_> = (0..REASONS.len()).filter(|at| !done.1.contains(at)).map(|at| REASONS[at]).collect();
        assert!(idle.is_empty(), "reasons that nothing needs any more: {idle:#?}");
    }
}

/// A line for everything that is wrong, or that nobody has given a reason for.
fn faults(place: &str, outcome: &Outcome, needed: &mut BTreeSet<usize>) -> Vec<String> {
    let line = |kind: &str, finding: &axe::Finding| {
        format!("{place}: {kind} {} at {}: {}", finding.rule, finding.target, finding.summary)
    };
    let mut lines: Vec<String> = outcome.violations.iter().map(|finding| line("violates", finding)).collect();
    for finding in &outcome.incomplete {
        match REASONS.iter().position(|reason| reason.is_for(finding)) {
            Some(reason) => {
                needed.insert(reason);
            }
            None => lines.push(line("undecided", finding)),
        }
    }
    lines
}
