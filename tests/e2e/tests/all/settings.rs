//! What a person sets for themselves: the theme, and keys with numbers.

use e2e::quiz::{Quiz, Settings};
use serde_json::json;

/// Whether the page is dark, by the colour that is seen.
#[track_caller]
fn is_dark(quiz: &Quiz) -> bool {
    const SCRIPT: &str = "
        const color = getComputedStyle(document.documentElement).backgroundColor;
        return color.match(/\\d+/g).slice(0, 3).every(part => part < 128);
    ";
    quiz.browser.run(SCRIPT, &[]) == true
}

/// Chooses a theme from the list, or none. Lists open as each browser likes, so this does what comes of it.
#[track_caller]
fn choose_theme(quiz: &Quiz, name: &str) {
    const SCRIPT: &str = "
        const list = document.getElementById('theme');
        list.value = arguments[0];
        list.dispatchEvent(new Event('change', { bubbles: true }));
    ";
    quiz.browser.run(SCRIPT, &[name.into()]);
}

#[track_caller]
fn theme_shown(quiz: &Quiz) -> String {
    let value = quiz.browser.run("return document.getElementById('theme').value", &[]);
    value.as_str().expect("a list has a value").to_owned()
}

#[test]
fn a_theme_is_that_of_the_device_until_one_is_chosen_and_the_choice_is_kept() {
    for (dark, other) in [(false, "dark"), (true, "light")] {
        let quiz = Quiz::new(Settings { dark, ..Settings::default() });
        quiz.visit("");
        assert_eq!((theme_shown(&quiz), is_dark(&quiz)), (String::new(), dark), "as on the device");
        choose_theme(&quiz, other);
        quiz.browser.until(other, || (is_dark(&quiz) != dark).then_some(()));
        quiz.browser.reload();
        quiz.here();
        assert_eq!((theme_shown(&quiz), is_dark(&quiz)), (other.to_owned(), !dark), "kept");
        choose_theme(&quiz, "");
        quiz.browser.until("what the device is set to", || (is_dark(&quiz) == dark).then_some(()));
    }
}

#[test]
fn a_theme_that_is_kept_is_there_before_the_program() {
    let quiz = Quiz::open();
    choose_theme(&quiz, "dark");
    quiz.browser.until("dark", || is_dark(&quiz).then_some(()));
    quiz.leave();
    let page = std::fs::read_to_string(e2e::dist().join("index.html")).expect("the build has its page");
    assert!(page.contains("type=\"module\""), "the program is a module");
    quiz.server.put("/", 200, page.replace("type=\"module\"", "type=\"none\""));
    quiz.go_to("");
    let program = quiz.browser.run("return document.querySelector('#app:not([data-loading]) main[data-screen]')", &[]);
    assert_eq!((program, is_dark(&quiz)), (json!(null), true));
}

#[test]
fn number_keys_choose_options_once_they_are_turned_on_and_stay_on() {
    let quiz = Quiz::open();
    quiz.browser.type_keys("2");
    assert!(quiz.answers_shown().is_empty(), "nobody has asked for it");
    let name = quiz.word("settings.number-keys");
    quiz.browser.find("checkbox", &name).click();
    quiz.next();
    quiz.wait_for_question("background");
    quiz.browser.type_keys("2");
    let web_design = quiz.option_texts("background", &["web-design"]);
    quiz.browser.until("the second option", || (quiz.answers_shown() == web_design).then_some(()));
    quiz.browser.reload();
    quiz.wait_for_question("background");
    assert!(quiz.browser.find("checkbox", &name).is_picked(), "kept");
    quiz.browser.type_keys("1");
    let both = quiz.option_texts("background", &["computer-programming", "web-design"]);
    quiz.browser.until("the first option, too", || (quiz.answers_shown() == both).then_some(()));
    assert_eq!(quiz.answers_kept()["background"].as_array().map(Vec::len), Some(2));
}
