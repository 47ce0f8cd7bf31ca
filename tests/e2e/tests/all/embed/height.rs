//! The height of the frame follows what is in it.

use crate::people;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::Value;

/// Places that hosts put a quiz into, each with `QUIZ` where it stands.
const PLACES: [(&str, &str); 11] = [
    ("a narrow column", "<div style='width: 320px'>QUIZ</div>"),
    ("a row of boxes", "<div style='display: flex; gap: 8px'><p>Left</p>QUIZ<p>Right</p></div>"),
    ("a row that stretches", "<div style='display: flex; height: 200px; align-items: stretch'>QUIZ</div>"),
    ("a column of boxes", "<div style='display: flex; flex-direction: column; height: 300px'>QUIZ<p>Below</p></div>"),
    ("a grid", "<div style='display: grid; grid-template-columns: 1fr 1fr'><p>Left</p>QUIZ</div>"),
    ("a grid of one column", "<div style='display: grid; place-items: center'>QUIZ</div>"),
    ("a table", "<div style='display: table'><div style='display: table-cell'>QUIZ</div></div>"),
    ("a table cell", "<table width=600><tr><td>QUIZ<td>Right</table>"),
    ("columns", "<div style='columns: 2; width: 1100px'>QUIZ<p>Below</div>"),
    ("a box that centres", "<center>QUIZ</center>"),
    ("a box of a fixed height", "<div style='height: 200px; width: 500px'>QUIZ</div>"),
];

/// What hosts say of everything on their pages.
const RULES: [&str; 6] = [
    "iframe { height: 150px !important; width: 50% !important; max-height: 90px !important }",
    "* { padding: 20px !important; margin: 7px !important; border: 3px solid red !important; box-sizing: content-box !important }",
    "* { box-sizing: border-box; transition: all 300ms; max-width: 100%; min-height: 0 }",
    "career-quiz, career-quiz * { display: inline; float: left; line-height: 0; font-size: 0 }",
    "body > * { display: block !important; width: 40px !important; height: 30px !important; overflow: hidden !important }",
    "iframe { display: none; position: absolute; visibility: hidden } html { font-size: 40px }",
];

#[test]
fn no_screen_has_a_scrollbar_of_its_own_at_320_pixels() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<div style='width: 320px'>{}</div>", host.element("")));
    host.open("/");
    host.enter();
    fits(&quiz, "the first screen");
    quiz.take(people::FREELANCE, |quiz, question| fits(quiz, question));
    fits(&quiz, "the review");
    quiz.press(&quiz.word("review.see-my-result"));
    quiz.result();
    fits(&quiz, "the result with everything opened");
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    fits(&quiz, "saved results");
}

#[test]
fn it_grows_with_what_is_shown_and_shrinks_again() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("{}<p>Below", host.element("")));
    host.open("/");
    host.enter();
    fits(&quiz, "the first screen");
    let first = height(&quiz);
    quiz.finish_as_beginner();
    quiz.result();
    fits(&quiz, "the result");
    let result = height(&quiz);
    assert!(result > first + 500.0, "a result of {result} px is higher than {first} px");
    quiz.go_to("#/");
    quiz.wait_for("intro");
    fits(&quiz, "the first screen again");
    assert!(height(&quiz) < result - 500.0, "{} px are less than {result} px", height(&quiz));
    host.leave();
    let script = "return document.querySelector('career-quiz').shadowRoot.querySelector('iframe').clientHeight";
    let told = host.wait_for_last("height", |_| true)["height_px"].clone();
    assert_eq!(host.browser().run(script, &[]), told, "the frame is as high as it was said to be");
}

#[test]
fn each_change_takes_three_messages_at_most() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    let mut most = (0, String::new());
    let mut count = |what: &str| {
        fits(&quiz, what);
        // Were one message the cause of the next, there would be many by now.
        quiz.browser.wait_for_draws(20);
        host.leave();
        let messages = host.received_of("height").len();
        host.forget();
        host.enter();
        if messages > most.0 {
            most = (messages, what.to_owned());
        }
    };
    count("the start");
    quiz.answer("today", &["learning"]);
    count("an answer");
    for _ in 0..4 {
        let place = quiz.next();
        count(&place.to_string());
    }
    quiz.go_to("#/review");
    quiz.wait_for("review");
    count("the review");
    quiz.press(&quiz.word("review.see-my-result"));
    quiz.wait_for("results");
    count("the result");
    host.leave();
    host.forget();
    host.browser().run("document.querySelector('career-quiz').style.width = '400px'", &[]);
    host.enter();
    count("another width");
    assert!(most.0 <= 3, "{} messages for {}", most.0, most.1);
    assert!(most.0 > 0, "heights are told");
}

#[test]
fn it_fits_in_every_place_that_a_host_puts_it_into() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    for (what, place) in PLACES {
        host.put_page("/", &format!("<p>Above</p>{}", place.replace("QUIZ", &host.element(""))));
        host.open("/");
        fits_here(&host, what);
    }
}

#[test]
fn it_fits_whatever_a_host_says_of_frames() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    for rules in RULES {
        host.put_page("/", &format!("<style>{rules}</style><p>Above</p>{}", host.element("")));
        host.open("/");
        fits_here(&host, rules);
    }
}

#[test]
fn it_follows_the_width_of_its_place() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<div id=place style='width: 900px'>{}</div>", host.element("")));
    host.open("/");
    fits_here(&host, "900 px");
    let wide = host.wait_for_last("height", |_| true);
    host.browser().run("document.querySelector('#place').style.width = '320px'", &[]);
    host.wait_for_last("height", |height| height["height_px"].as_u64() > wide["height_px"].as_u64());
    fits_here(&host, "320 px");
    host.browser().run("document.querySelector('#place').style.width = '900px'", &[]);
    host.wait_for_last("height", |height| *height == wide);
    fits_here(&host, "900 px again");
}

#[test]
fn hidden_at_first_it_fits_once_it_is_shown() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<div id=place hidden>{}</div>", host.element("")));
    host.open("/");
    let made = "return document.querySelector('career-quiz')?.shadowRoot?.querySelector('iframe') != null";
    host.browser().until("embed.js", || (host.browser().run(made, &[]) == true).then_some(()));
    host.browser().run("document.querySelector('#place').hidden = false", &[]);
    fits_here(&host, "shown late");
}

#[test]
fn a_dialog_opens_near_the_button_that_was_pressed() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    quiz.take_to_result(people::ENTRY);
    quiz.go_to("#/results");
    quiz.result();
    let again = quiz.word("result.again");
    let top = "return arguments[0].getBoundingClientRect().top";
    let button = quiz.browser.find("button", &again);
    let pressed = quiz.browser.run(top, &[(&button).into()]).as_f64().expect("a place");
    assert!(pressed > 3000.0, "it is far down: {pressed}");
    button.click();
    let dialog = "return document.querySelector('dialog:modal')?.getBoundingClientRect().top ?? null";
    let opened = quiz.browser.until("the dialog", || quiz.browser.run(dialog, &[]).as_f64());
    assert!((opened - pressed).abs() < 500.0, "a dialog at {opened} px for a button at {pressed} px");
}

#[test]
fn loading_moves_neither_the_scroll_nor_the_focus_of_the_host() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    // The quiz is in the window below the field, and there is more page above and below both. Before anything of the quiz is there,
    // somebody types.
    let high = "<div style='height: 3000px'></div>";
    let place = "document.querySelector('#name').focus(); scrollTo(0, 2900); window.placed = scrollY;";
    let body =
        format!("{high}<input id=name><career-quiz></career-quiz>{high}<script>{place}</script>{}", host.script(""));
    host.put_page("/", &body);
    host.open("/");
    host.wait_for("ready");
    host.wait_for("height");
    host.browser().wait_for_draws(20);
    let after = host.browser().run("return [placed > 2000, scrollY === placed, document.activeElement.id]", &[]);
    assert_eq!(after, serde_json::json!([true, true, "name"]));
    host.browser().type_keys("Ada");
    assert_eq!(host.browser().run("return document.querySelector('#name').value", &[]), "Ada");
}

/// Goes into the frame, sees that all of the page is shown in it, and leaves it.
#[track_caller]
fn fits_here(host: &Host<'_>, what: &str) {
    host.enter();
    fits(host.quiz, what);
    host.leave();
}

/// Waits until the frame is as high as what is in it: nothing of it has to be scrolled to, and nothing is empty below.
#[track_caller]
fn fits(quiz: &Quiz, what: &str) {
    const SCRIPT: &str = "
        const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
        const page = document.body.getBoundingClientRect();
        return [innerHeight, scrollHeight, innerWidth, scrollWidth, clientWidth, page.bottom];
    ";
    let sizes = || -> Vec<f64> { serde_json::from_value(quiz.browser.run(SCRIPT, &[])).expect("numbers") };
    let fits = || {
        let [height, needed, width, needed_width, free_width, bottom] = sizes()[..] else {
            unreachable!("six numbers")
        };
        let is_whole = needed <= height && needed_width <= width && free_width >= width;
        (is_whole && height - bottom <= 60.0).then_some(())
    };
    quiz.browser.until(&format!("no scrollbar and no empty space: {what}; at first {:?}", sizes()), fits);
}

#[track_caller]
fn height(quiz: &Quiz) -> f64 {
    match quiz.browser.run("return innerHeight", &[]) {
        Value::Number(height) => height.as_f64().unwrap_or_default(),
        other => panic!("a height, and not {other}"),
    }
}
