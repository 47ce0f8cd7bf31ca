//! A result on paper, and as a PDF, which is the same to a browser.

use e2e::engine::{Gap, cannot};
use e2e::paper::{Paper, print};
use e2e::quiz::{Quiz, Settings};
use e2e::scenes::records::{put_progress, put_results, put_settings, result};
use e2e::{is_full, scenes};
use serde_json::{Value, json};

/// Those whose results are longest: by their plans, their titles, their programs, their steps, and close calls.
const LONGEST: [&str; 5] = [
    "guided-for-nine-years",
    "computer-science-intern-first-week",
    "junior-second-year-in-a-hurry",
    "marketer-dreaming-of-freelance",
    "mid-wants-clients-has-none",
];

/// A quiz in a language, which has not been opened yet.
fn quiz_in(language: &str) -> Quiz {
    let mut quiz = Quiz::new(Settings::default());
    quiz.speak(language);
    quiz.leave();
    quiz
}

/// The result of these answers, in the theme that was chosen.
#[track_caller]
fn show(quiz: &Quiz, answers: &Value, theme: &str) {
    const ID: &str = "20261105093000000";
    quiz.leave();
    quiz.forget_everything();
    put_settings(quiz, &json!({ "theme": theme }));
    put_progress(quiz, answers, None, 100);
    put_results(quiz, &[result(quiz, ID, "", answers)]);
    quiz.visit(&format!("#/results/{ID}"));
    quiz.wait_for("results");
    quiz.wait_until_saving_ends();
}

/// WebKitGTK prints for people alone.
fn has_read_the_style(quiz: &Quiz) -> bool {
    const SCRIPT: &str = "
        const rules = Array.from(document.styleSheets).flatMap(sheet => Array.from(sheet.cssRules));
        return rules.some(rule => rule.media?.mediaText === 'print' && rule.cssRules.length > 40);
    ";
    quiz.browser.run(SCRIPT, &[]) == true
}

/// What is seen of a text in print.
fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn a_result_takes_two_pages_at_most_with_its_links_written_out() {
    for language in scenes::languages() {
        let quiz = quiz_in(&language);
        for id in quiz.personas().iter().filter(|id| is_full() || LONGEST.contains(&&***id)) {
            show(&quiz, &quiz.persona(id), "dark");
            if cannot(Gap::Printing) {
                assert!(has_read_the_style(&quiz), "the page has a style for paper");
                return;
            }
            const LINKS: &str =
                "return Array.from(document.querySelectorAll('[data-program] a'), link => link.getAttribute('href'))";
            let links: Vec<String> = serde_json::from_value(quiz.browser.run(LINKS, &[])).expect("a list of addresses");
            for paper in Paper::ALL {
                let printed = print(&quiz.browser, paper);
                assert!((1..=2).contains(&printed.sheets), "{id} in {language} on {paper:?}: {} pages", printed.sheets);
                for link in &links {
                    assert!(printed.text.contains(link), "{id} in {language} on {paper:?}: {link}\n{}", printed.text);
                }
                for key in ["result.scores", "result.why", "searches.on-paper", "programs.title"] {
                    let word = without_spaces(&quiz.word(key));
                    assert!(printed.text.contains(&word), "{id} in {language} on {paper:?}: {word}\n{}", printed.text);
                }
                let origin = without_spaces(&quiz.server.address("/"));
                assert!(printed.text.ends_with(&origin), "it ends with where it is from: {}", printed.text);
                for key in ["take-along.print", "result.review", "site.privacy", "settings.theme", "saving.yes"] {
                    let word = without_spaces(&quiz.word(key));
                    assert!(!printed.text.contains(&word), "{id} in {language} on {paper:?}: {word}\n{}", printed.text);
                }
            }
        }
    }
}

#[test]
fn a_result_is_printed_the_same_in_either_theme() {
    let quiz = quiz_in("en");
    let answers = quiz.persona(LONGEST[0]);
    let [light, dark] = ["light", "dark"].map(|theme| {
        show(&quiz, &answers, theme);
        let shown = quiz.browser.run("return document.documentElement.dataset.theme", &[]);
        assert_eq!(shown, theme);
        (!cannot(Gap::Printing)).then(|| print(&quiz.browser, Paper::A4).drawing)
    });
    assert!(light == dark, "dark ink on white, whatever the theme");
    assert!(has_read_the_style(&quiz), "the page has a style for paper");
}

#[test]
fn a_question_and_the_review_are_printed_without_what_can_only_be_pressed() {
    let quiz = quiz_in("en");
    put_progress(&quiz, &quiz.persona(LONGEST[0]), Some("tools"), 50);
    for (hash, screen, shown) in [("#/question/tools", "question", "tools"), ("#/review", "review", "today")] {
        quiz.visit(hash);
        quiz.wait_for(screen);
        if cannot(Gap::Printing) {
            assert!(has_read_the_style(&quiz), "the page has a style for paper");
            return;
        }
        let printed = print(&quiz.browser, Paper::A4);
        let text = without_spaces(quiz.text_of(shown));
        assert!(printed.text.contains(&text), "{screen}: {text}\n{}", printed.text);
        for key in ["site.privacy", "question.next", "review.see-my-result"] {
            let word = without_spaces(&quiz.word(key));
            assert!(!printed.text.contains(&word), "{screen}: {word}\n{}", printed.text);
        }
    }
}

#[test]
fn what_somebody_has_shared_is_printed_as_theirs_on_two_pages_at_most() {
    let quiz = quiz_in("en");
    show(&quiz, &quiz.persona(LONGEST[0]), "light");
    let fragment = quiz.shared_fragment();
    quiz.forget_everything();
    quiz.visit(&fragment);
    quiz.wait_for("shared");
    if cannot(Gap::Printing) {
        assert!(has_read_the_style(&quiz), "the page has a style for paper");
        return;
    }
    let assert_is_theirs = |kept: &str| {
        for paper in Paper::ALL {
            let printed = print(&quiz.browser, paper);
            assert!((1..=2).contains(&printed.sheets), "{kept} on {paper:?}: {} pages", printed.sheets);
            let text = without_spaces("Somebody has shared this result with you.");
            assert!(printed.text.contains(&text), "{kept} on {paper:?}: {}", printed.text);
            assert!(!printed.text.contains(&without_spaces(&quiz.word("shared.keep"))), "{kept}: {}", printed.text);
        }
    };
    assert_is_theirs("by its link");
    quiz.press("Keep it with my results");
    quiz.wait_for("results");
    quiz.wait_until_saving_ends();
    assert_is_theirs("kept");
}
