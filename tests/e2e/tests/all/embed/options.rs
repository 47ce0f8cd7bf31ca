//! What a host can set: by attributes, by the address of a plain frame, and while the quiz runs.

use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::{Value, json};

/// Colours that nobody could read on white, on black, or on either.
const HARD: [&str; 6] = ["#ffff00", "#fff", "#000000", "#777777", "#00f", "#ff2fd6"];

#[test]
fn each_option_is_taken_from_its_attribute() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let attributes = "data-language=es data-theme=dark data-accent=#0b6b5c data-radius=0 data-font='Georgia, serif'";
    host.put_page("/", &format!("{}{}", host.element(attributes), host.script(attributes)));
    host.open("/");
    for number in [0, 1] {
        host.enter_number(number);
        assert_eq!(looks(&quiz), json!(["es", "dark", "0px", "Georgia, serif"]));
        host.leave();
    }
    let configured = host.wait_for("configured");
    assert_eq!(configured["accent"]["asked"], "#0b6b5c");
    assert_eq!(configured["refused"], json!([]));
}

#[test]
fn each_option_is_taken_from_the_address_of_a_plain_frame() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let query = "?language=es&theme=dark&accent=%230b6b5c&radius=0&font=Georgia,%20serif&another=1";
    host.put_page("/", &host.plain(query, ""));
    host.open("/");
    host.enter();
    assert_eq!(looks(&quiz), json!(["es", "dark", "0px", "Georgia, serif"]));
}

#[test]
fn all_of_them_change_while_the_quiz_runs_and_nothing_is_lost() {
    let mut quiz = Quiz::new(Settings::default());
    let page = Host::of(&quiz);
    page.put_page("/", &page.element("data-theme=dark data-radius=0"));
    page.open("/");
    page.enter();
    quiz.answer("today", &["learning"]);
    quiz.next();
    page.leave();
    page.call("setConfig", &[json!({ "theme": "light", "radius": "24", "font": "monospace", "accent": "#7a1fa2" })]);
    page.wait_for_last("configured", |it| it["accent"]["asked"] == "#7a1fa2");
    page.enter_frame(0);
    assert_eq!(looks(&quiz), json!(["en", "light", "24px", "monospace"]));
    quiz.wait_for_question("background");
    page.leave();
    page.browser().run("document.querySelector('career-quiz').dataset.theme = 'dark'", &[]);
    page.wait_for_last("configured", |it| it["theme"] == "dark");
    page.call("setConfig", &[json!({ "language": "es" })]);
    page.wait_for_last("configured", |it| it["language"] == "es");
    let server = page.server;
    quiz.speak("es");
    let page = Host { quiz: &quiz, server };
    page.enter_frame(0);
    assert_eq!(looks(&quiz), json!(["es", "dark", "24px", "monospace"]));
    quiz.wait_for_question("background");
    quiz.browser.until("its text", || (quiz.heading() == quiz.text_of("background")).then_some(()));
    page.leave();
    page.call("setConfig", &[json!({ "theme": null, "radius": null, "font": null, "accent": null })]);
    let taken_back = page.wait_for_last("configured", |it| it["theme"] == "auto");
    assert_eq!((&taken_back["accent"], &taken_back["language"]), (&Value::Null, &json!("es")));
    page.call("setConfig", &[json!({ "language": null })]);
    page.wait_for_last("configured", |it| it["language"] == "en");
    let server = page.server;
    quiz.speak("en");
    let page = Host { quiz: &quiz, server };
    page.enter_frame(0);
    quiz.wait_for_question("background");
    quiz.browser.until("the browser's language", || (quiz.heading() == quiz.text_of("background")).then_some(()));
    page.leave();
    page.call("restart", &[]);
    page.enter_frame(0);
    quiz.wait_for("intro");
    assert_eq!(quiz.answers_shown(), [""; 0], "it begins anew");
    page.leave();
    assert_eq!(page.troubles(), [""; 0]);
}

#[test]
fn what_the_visitor_has_chosen_themselves_comes_first() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element("data-theme=light"));
    host.open("/");
    host.enter();
    quiz.press("Español");
    quiz.browser.until("Spanish", || (looks(&quiz)[0] == "es").then_some(()));
    host.leave();
    host.call("setConfig", &[json!({ "language": "en", "radius": "3" })]);
    host.wait_for_last("configured", |it| it["language"] == "es");
    host.enter_frame(0);
    quiz.browser.until("the new radius", || (looks(&quiz)[2] == "3px").then_some(()));
    assert_eq!(looks(&quiz)[0], "es");
    // Lists open as each browser likes, so this does what comes of it.
    let choose = "
        const list = document.getElementById('theme');
        list.value = 'dark';
        list.dispatchEvent(new Event('change', { bubbles: true }));
    ";
    quiz.browser.run(choose, &[]);
    quiz.browser.until("the theme that is chosen", || (looks(&quiz)[1] == "dark").then_some(()));
    host.leave();
    host.call("setConfig", &[json!({ "theme": "auto", "radius": "4" })]);
    host.wait_for_last("configured", |it| it["theme"] == "auto");
    host.call("setConfig", &[json!({ "theme": "light", "radius": "5" })]);
    host.enter_frame(0);
    quiz.browser.until("the next radius", || (looks(&quiz)[2] == "5px").then_some(()));
    assert_eq!(looks(&quiz)[1], "dark");
}

#[test]
fn what_cannot_be_used_is_left_out_and_named() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    let own = looks_set(&quiz);
    host.leave();
    let long = "x".repeat(65);
    let bad = format!(
        "data-language='no language' data-theme=pink data-accent=red data-radius=99 data-campaign='{long}'
         data-font=\"x; background: url(https://example.org)\""
    );
    host.put_page("/", &host.element(&bad));
    host.open("/");
    host.enter();
    assert_eq!(looks_set(&quiz), own, "the quiz looks as it does where nothing is set");
    host.leave();
    let configured = host.wait_for("configured");
    let mut refused: Vec<&str> = configured["refused"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| {
            assert!(it["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "a reason: {it}");
            it["option"].as_str().expect("a name")
        })
        .collect();
    refused.sort_unstable();
    assert_eq!(refused, ["accent", "campaign", "font", "language", "radius", "theme"]);
    assert_eq!(configured["accent"], Value::Null);
}

#[test]
fn an_accent_that_could_not_be_read_is_adjusted_to_what_configured_names() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element("data-theme=light"));
    host.open("/");
    host.enter();
    host.leave();
    for accent in HARD {
        for theme in ["light", "dark"] {
            host.call("setConfig", &[json!({ "accent": accent, "theme": theme })]);
            let configured =
                host.wait_for_last("configured", |it| it["accent"]["asked"] == long(accent) && it["theme"] == theme);
            host.enter_frame(0);
            let used = configured["accent"][theme].as_str().expect("a colour").to_owned();
            // Colours pass into each other over a few frames.
            let what = format!("texts that can be read, with {accent} in {theme}");
            let seen = quiz.browser.until(&what, || Some(texts(&quiz)).filter(|seen| unreadable(seen).is_empty()));
            assert!(seen.len() > 5, "texts are seen: {seen:?}");
            assert!(seen.iter().any(|(_, colours, _)| colours.contains(&used)), "{used} is used: {seen:?}");
            host.leave();
        }
    }
}

/// The texts that can be seen, with their colours and contrast.
#[track_caller]
fn texts(quiz: &Quiz) -> Vec<(String, String, f64)> {
    serde_json::from_value(quiz.browser.run(COLOURS, &[])).expect("texts with their contrast")
}

/// Those below what WCAG 2.2 asks of small text, level AA.
fn unreadable(texts: &[(String, String, f64)]) -> Vec<&(String, String, f64)> {
    texts.iter().filter(|(_, _, contrast)| *contrast < 4.5).collect()
}

/// A colour as `#rrggbb`.
fn long(colour: &str) -> String {
    match colour.len() {
        4 => colour.chars().flat_map(|digit| if digit == '#' { vec!['#'] } else { vec![digit, digit] }).collect(),
        _ => colour.to_owned(),
    }
}

/// Language, theme, the corners of a button and the font, as they are in the page.
#[track_caller]
pub(super) fn looks(quiz: &Quiz) -> Value {
    let script = "
        const root = document.documentElement;
        const button = getComputedStyle(document.querySelector('main .button'));
        const [font] = getComputedStyle(document.body).fontFamily.split(', system-ui');
        return [root.lang, root.dataset.theme, button.borderTopLeftRadius, font];
    ";
    quiz.browser.run(script, &[])
}

/// The looks, with all that is set by the object model for the document, and what is behind the page.
#[track_caller]
fn looks_set(quiz: &Quiz) -> Value {
    let set = "
        const { backgroundImage } = getComputedStyle(document.body);
        return [document.documentElement.style.cssText, document.body.style.cssText, backgroundImage];
    ";
    json!([looks(quiz), quiz.browser.run(set, &[])])
}

/// Every text that can be seen, its two colours as `#rrggbb on #rrggbb`, and their contrast by WCAG 2.
const COLOURS: &str = "
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgba = colour => {
        context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
        return Array.from(context.getImageData(0, 0, 1, 1).data);
    };
    const behind = element => {
        for (let at = element; at; at = at.parentElement) {
            const colour = rgba(getComputedStyle(at).backgroundColor);
            if (colour[3] === 255) return colour;
        }
        return [255, 255, 255, 255];
    };
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
    const hex = colour => '#' + colour.slice(0, 3).map(v => v.toString(16).padStart(2, '0')).join('');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = [];
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement, text = texts.currentNode.data.trim();
        if (!text || !element.checkVisibility() || element.closest('script, style, noscript')) continue;
        const [front, back] = [rgba(getComputedStyle(element).color), behind(element)];
        const [more, less] = [light(front), light(back)].sort((a, b) => b - a);
        seen.push([text.slice(0, 30), hex(front) + ' on ' + hex(back), (more + 0.05) / (less + 0.05)]);
    }
    return seen;
";
