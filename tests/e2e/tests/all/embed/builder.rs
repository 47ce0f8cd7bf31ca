//! The page that makes the snippet.

use super::options::looks;
use crate::content::kitchen;
use e2e::axe;
use e2e::engine::Engine;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use e2e::scenes;
use e2e::view::{self, Media, Theme};
use serde_json::{Value, json};

#[test]
fn each_snippet_makes_the_quiz_that_was_set_once_it_is_pasted() {
    let quiz = built();
    for (field, value) in [("Accent colour", "#ffff00"), ("Corner radius in pixels", "3"), ("Font", "Georgia, serif")] {
        quiz.browser.find("textbox", field).enter(value);
    }
    quiz.browser.find("textbox", "Campaign").enter("<b>\"May\" & 'June'</b>");
    // A field with a list of suggestions is a combobox, and to WebKit a text box.
    let role = if Engine::current() == Engine::WebKit { "textbox" } else { "combobox" };
    quiz.browser.find(role, "Language").enter("es");
    quiz.browser.find("radio", "Dark").click();
    let snippets = ["element", "script", "frame"].map(|name| snippet(&quiz, name));
    let host = Host::of(&quiz);
    for snippet in &snippets {
        host.put_page("/", snippet);
        host.open("/");
        host.enter();
        assert_eq!(looks(&quiz), json!(["es", "dark", "3px", "Georgia, serif"]), "{snippet}");
        host.leave();
        assert_eq!(host.browser().run("return document.querySelectorAll('b').length", &[]), 0, "{snippet}");
        assert_eq!(host.troubles(), [""; 0], "{snippet}");
        if !snippet.starts_with("<iframe") {
            assert_eq!(host.wait_for("configured")["accent"]["asked"], "#ffff00");
            let campaign = "return document.querySelector('career-quiz').dataset.campaign";
            assert_eq!(host.browser().run(campaign, &[]), "<b>\"May\" & 'June'</b>");
        }
    }
}

#[test]
fn it_says_what_a_colour_becomes_as_a_host_is_told() {
    let quiz = built();
    quiz.browser.find("textbox", "Accent colour").enter("#ffff00");
    let colours = || text(&quiz, "#colours");
    let said = quiz.browser.until("the colours", || Some(colours()).filter(|it| it.contains("is used instead")));
    let element = snippet(&quiz, "element");
    let host = Host::of(&quiz);
    host.put_page("/", &element);
    host.open("/");
    host.enter();
    host.leave();
    let accent = host.wait_for("configured")["accent"].clone();
    let light = accent["light"].as_str().expect("a colour");
    assert_ne!(light, "#ffff00");
    assert!(said.contains(&format!("In the light theme {light} is used instead")), "{said}");
    assert_eq!(accent["dark"], "#ffff00", "it can be read on dark");
    assert!(said.contains("In the dark theme it is used as it is"), "{said}");
}

#[test]
fn what_cannot_be_used_is_said_beside_its_field_and_stands_in_no_snippet() {
    let quiz = built();
    for (field, id, value) in
        [("Accent colour", "accent", "red"), ("Corner radius in pixels", "radius", "99"), ("Font", "font", "x;y")]
    {
        quiz.browser.find("textbox", field).enter(value);
        let error = format!("#{id}-error");
        quiz.browser.until(&error, || Some(text(&quiz, &error)).filter(|it| it.starts_with("Left out: ")));
        let invalid = quiz.browser.find("textbox", field).attribute("aria-invalid");
        assert_eq!(invalid.as_deref(), Some("true"));
        let name = format!("data-{id}");
        assert!(!snippet(&quiz, "element").contains(&name), "{}", snippet(&quiz, "element"));
        quiz.browser.find("textbox", field).enter("");
        quiz.browser.until("no error", || text(&quiz, &error).is_empty().then_some(()));
    }
}

#[test]
fn it_names_every_fault_of_a_content_and_shows_one_that_has_none() {
    let quiz = built();
    let host = Host::of(&quiz);
    let mut faulty = kitchen();
    faulty["questions"][1]["show_if"] = json!([{ "question": "nowhere", "any_of": ["yes"] }]);
    faulty["title"] = "".into();
    host.put_content("/faulty.json", &faulty);
    host.put_content("/right.json", &kitchen());
    let field = quiz.browser.find("textbox", "Your own quiz");
    field.enter(&host.address("/faulty.json"));
    field.type_keys("\u{E007}");
    let said = || text(&quiz, "#content-error");
    quiz.browser.until("the fault", || said().contains("questions[1].show_if[0].question").then_some(()));
    quiz.browser.until("the other fault", || said().contains("title").then_some(()));
    let field = quiz.browser.find("textbox", "Your own quiz");
    field.enter(&host.address("/right.json"));
    field.type_keys("\u{E007}");
    quiz.browser.until("no fault", || said().is_empty().then_some(()));
    let preview = "return document.querySelector('career-quiz').shadowRoot.querySelector('iframe')";
    quiz.browser.enter_frame(preview);
    quiz.browser.until("the quiz", || (quiz.heading() == "Do you like heat?").then_some(()));
}

#[test]
fn a_content_that_was_mended_is_fetched_anew() {
    let quiz = built();
    let host = Host::of(&quiz);
    let mut faulty = kitchen();
    faulty["title"] = "".into();
    let said = || text(&quiz, "#content-error");
    let field = quiz.browser.find("textbox", "Your own quiz");
    field.enter(&host.address("/quiz.json"));
    field.type_keys("\u{E007}");
    quiz.browser.until("not found", || (!said().is_empty()).then_some(()));
    host.put_content("/quiz.json", &kitchen());
    field.type_keys("\u{E007}");
    quiz.browser.until("the quiz", || text(&quiz, "#state").starts_with("The quiz is shown in").then_some(()));
    assert_eq!(said(), "");
    host.put_content("/quiz.json", &faulty);
    quiz.browser.find("button", "Restart the quiz").click();
    quiz.browser.until("the fault", || said().contains("title").then_some(()));
    host.put_content("/quiz.json", &kitchen());
    quiz.browser.find("button", "Restart the quiz").click();
    quiz.browser.until("the quiz again", || text(&quiz, "#state").starts_with("The quiz is shown in").then_some(()));
    assert_eq!(said(), "");
}

#[test]
fn on_a_narrow_screen_the_preview_answers_though_it_is_far_down() {
    let quiz = Quiz::new(Settings::default());
    view::set_size(&quiz.browser, 600, 500);
    open(&quiz);
    let place = "return [scrollY, document.querySelector('career-quiz').getBoundingClientRect().top > 2000]";
    assert_eq!(quiz.browser.run(place, &[]), json!([0, true]));
}

#[test]
fn where_no_preview_answers_nothing_is_said_to_be_right() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.put("/", 404, "not found");
    quiz.browser.open(&quiz.server.address("/embed/"));
    for (field, id, bad, good) in
        [("Accent colour", "accent", "red", "#0b6b5c"), ("Corner radius in pixels", "radius", "25", "24")]
    {
        let (error, name) = (format!("#{id}-error"), format!("data-{id}"));
        quiz.browser.find("textbox", field).enter(bad);
        let start = format!("Left out: {id} takes ");
        quiz.browser.until(&error, || Some(text(&quiz, &error)).filter(|it| it.starts_with(&start)));
        assert!(!snippet(&quiz, "element").contains(&name), "{}", snippet(&quiz, "element"));
        quiz.browser.find("textbox", field).enter(good);
        quiz.browser.until("no error", || text(&quiz, &error).is_empty().then_some(()));
        assert!(snippet(&quiz, "element").contains(&name), "{}", snippet(&quiz, "element"));
    }
    quiz.browser.until("the end of waiting", || text(&quiz, "#state").contains("could not be checked").then_some(()));
}

#[test]
fn it_shows_the_quiz_at_once_and_breaks_no_policy() {
    let quiz = Quiz::new(Settings { complaints_logged: true, ..Settings::default() });
    open(&quiz);
    let preview = "return document.querySelector('career-quiz').shadowRoot.querySelector('iframe')";
    quiz.browser.enter_frame(preview);
    quiz.answer("today", &["learning"]);
    quiz.browser.leave_frames();
    quiz.browser.until("the event", || text(&quiz, "#events").contains("started").then_some(()));
    let complaints = quiz.browser.complaints();
    // Chromium has no sharing on Linux, and says so.
    let complaints: Vec<_> = complaints.iter().filter(|line| !line.contains("web-share")).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn it_costs_a_quiz_taker_nothing() {
    let quiz = Quiz::offline();
    quiz.finish_as_beginner();
    quiz.result();
    let asked = quiz.server.asked();
    assert!(asked.iter().any(|path| path.ends_with(".wasm")), "requests are seen: {asked:?}");
    let others: Vec<_> = asked.iter().filter(|path| path.contains("embed")).collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn axe_core_finds_nothing_wrong_in_it() {
    let Some(quiz) = scenes::emulated_stage() else { return };
    open(&quiz);
    quiz.browser.find("textbox", "Accent colour").enter("#ffff00");
    quiz.browser.until("the colours", || text(&quiz, "#colours").contains("instead").then_some(()));
    axe::put(&quiz.browser, &axe::program());
    for width in [320, 1440] {
        view::set_size(&quiz.browser, width, 900);
        for theme in Theme::ALL {
            view::set_media(&quiz.browser, Media { theme, ..Media::default() });
            let outcome = axe::look(&quiz.browser);
            assert_eq!(outcome.violations, [], "{width} px, {}", theme.name());
            assert!(outcome.passed.len() > 10, "it has looked: {:?}", outcome.passed);
            let fits = "return document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(quiz.browser.run(fits, &[]), true, "{width} px");
        }
    }
}

/// The builder, opened, with its preview.
#[track_caller]
fn built() -> Quiz {
    let quiz = Quiz::new(Settings::default());
    open(&quiz);
    quiz
}

#[track_caller]
fn open(quiz: &Quiz) {
    quiz.browser.open(&quiz.server.address("/embed/"));
    quiz.browser.until("the preview", || text(quiz, "#state").starts_with("The quiz is shown in").then_some(()));
}

/// The text of a snippet, once what was typed is in the preview.
#[track_caller]
fn snippet(quiz: &Quiz, name: &str) -> String {
    text(quiz, &format!("#{name}-snippet"))
}

#[track_caller]
fn text(quiz: &Quiz, selector: &str) -> String {
    let text: Value =
        quiz.browser.run("return document.querySelector(arguments[0]).innerText.trim()", &[json!(selector)]);
    text.as_str().unwrap_or_default().to_owned()
}
