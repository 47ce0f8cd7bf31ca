//! The quiz in a page of another site, as far as no browser is needed for it.

use career_quiz::embed::{Accent, Address, Colour, Event, FailureReason, HostTheme, Options, Shades, Source};
use career_quiz::quiz::content::ProfileId;
use career_quiz::quiz::record::settings::Theme;
use serde_json::{Value, json};

#[track_caller]
fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap_or_else(|| panic!("{text} is a colour"))
}

#[test]
fn a_colour_is_read_in_both_lengths_and_in_no_other_form() {
    assert_eq!(colour("#0b6b5c").to_string(), "#0b6b5c");
    assert_eq!(colour("#0Cf").to_string(), "#00ccff");
    for bad in ["", "#", "0b6b5c", "#0b6b5", "#0b6b5cff", "#ggg", "red", "#é0b6b", "#12 345", "url(#)", "#+1+1+1"] {
        assert_eq!(Colour::parse(bad), None, "{bad}");
    }
}

#[test]
fn the_contrast_is_that_of_wcag() {
    assert_eq!(Colour::BLACK.contrast(Colour::WHITE), 21.0);
    assert_eq!(colour("#777").contrast(colour("#777")), 1.0);
    // As WebAIM's checker has them, to two places.
    let rounded = |one: &str, two: &str| (colour(one).contrast(colour(two)) * 100.0).round() / 100.0;
    assert_eq!(rounded("#767676", "#ffffff"), 4.54);
    assert_eq!(rounded("#0000ff", "#ffffff"), 8.59);
    assert_eq!(rounded("#ff0000", "#ffffff"), 4.0);
}

/// The grounds of a theme, as the style sheet has them.
#[track_caller]
fn custom_property(css: &str, name: &str) -> Colour {
    let (_, rest) = css.split_once(&format!("{name}: ")).unwrap_or_else(|| panic!("{name} is set"));
    colour(rest.split(';').next().expect("it has an end"))
}

#[test]
fn every_accent_can_be_read_on_the_grounds_of_both_themes() {
    let css = include_str!("../style/base.css");
    let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").expect("there are two themes");
    let mut accents: Vec<Colour> =
        ["#000", "#fff", "#ff0", "#f00", "#0f0", "#00f", "#888", "#6ecfbb", "#0b6b5c"].map(colour).to_vec();
    for red in (0..=255).step_by(51) {
        for green in (0..=255).step_by(51) {
            accents.extend((0..=255).step_by(51).map(|blue| Colour::new(red, green, blue)));
        }
    }
    for asked in accents {
        let accent = Accent::of(asked);
        assert_eq!(accent.asked, asked);
        for (css, Shades { accent, ink, soft }) in [(light, accent.light), (dark, accent.dark)] {
            let [paper, surface, text] = ["--paper", "--surface", "--ink"].map(|name| custom_property(css, name));
            // As `style/controls.css` mixes the button under the pointer.
            let under_pointer = accent.mixed(text, 12);
            for (what, one, two) in [
                ("links on the paper", accent, paper),
                ("links on a surface", accent, surface),
                ("links on what is chosen", accent, soft),
                ("text on what is chosen", text, soft),
                ("text of a button", ink, accent),
                ("text of a button under the pointer", ink, under_pointer),
            ] {
                assert!(one.contrast(two) >= 4.5, "{asked}: {what}: {one} on {two} is {}", one.contrast(two));
            }
        }
    }
}

#[test]
fn the_button_under_the_pointer_is_mixed_as_the_style_sheet_mixes_it() {
    let css = include_str!("../style/controls.css");
    assert!(css.contains("color-mix(in srgb, var(--accent) 88%, var(--ink))"), "style/controls.css mixes otherwise");
}

#[test]
fn an_accent_that_can_be_read_is_left_as_it_is_and_another_is_moved_no_further_than_it_must() {
    assert_eq!(Accent::of(colour("#0b6b5c")).light.accent, colour("#0b6b5c"));
    assert_eq!(Accent::of(colour("#6ecfbb")).dark.accent, colour("#6ecfbb"));
    let yellow = Accent::of(colour("#ffd700"));
    assert_eq!(yellow.dark.accent, colour("#ffd700"), "bright on dark");
    assert_ne!(yellow.light.accent, yellow.asked);
    let least = yellow.light.accent.contrast(yellow.light.soft);
    assert!((4.5..4.8).contains(&least), "{} on {}: {least}", yellow.light.accent, yellow.light.soft);
}

#[test]
fn options_are_set_and_taken_back() {
    let mut options = Options::default();
    let refused = options.set_all([
        ("language", "es"),
        ("theme", "dark"),
        ("accent", " #06c "),
        ("radius", "0"),
        ("font", "Georgia, 'Times New Roman', serif"),
        ("campaign", "Spring 2027: back end"),
        ("something-new", "of a later release"),
    ]);
    assert_eq!(refused, []);
    assert_eq!(options.language.as_deref(), Some("es"));
    assert_eq!(options.theme, HostTheme::Fixed(Theme::Dark));
    assert_eq!(options.accent.map(|accent| accent.asked), Colour::parse("#0066cc"));
    assert_eq!(options.radius_px, Some(0));
    assert_eq!(options.font.as_deref(), Some("Georgia, 'Times New Roman', serif"));
    assert_eq!(options.campaign.as_deref(), Some("Spring 2027: back end"));
    assert_eq!(options.set_all(Options::NAMES.map(|name| (name, ""))), []);
    assert_eq!(options, Options::default());
}

#[test]
fn what_an_option_cannot_be_is_refused_by_name_and_changes_nothing() {
    let mut options = Options::default();
    options.set_all([("accent", "#06c"), ("theme", "dark"), ("radius", "8")]);
    let before = options.clone();
    let long = "x".repeat(101);
    for (name, value) in [
        ("language", "en_US\"><script>"),
        ("theme", "Dark"),
        ("accent", "red; background: url(//x)"),
        ("radius", "25"),
        ("radius", "-1"),
        ("radius", "8px"),
        ("radius", "1e1"),
        ("font", "url(https://x/y)"),
        ("font", "a;b"),
        ("font", "x\\9"),
        ("font", ","),
        ("font", "3ds"),
        ("font", "Georgia,,serif"),
        ("font", "'Georgia, serif"),
        ("font", "''"),
        ("font", "Times  New"),
        ("font", &long),
        ("campaign", &long),
        ("campaign", "a\nb"),
    ] {
        let refused = options.set(name, value).expect_err(value);
        assert_eq!(refused.option, name);
        assert!(refused.to_string().starts_with(&format!("{name} takes ")), "{refused}");
        assert_eq!(options, before, "{name} {value}");
    }
}

fn address(text: &str) -> Address {
    // As a browser takes addresses apart that are as plain as these.
    let (protocol, rest) = text.split_once("//").expect("an absolute address");
    let (host, path) = rest.split_once('/').expect("a path");
    let (has_credentials, host) = host.rsplit_once('@').map_or((false, host), |(_, host)| (true, host));
    let end = if host.starts_with('[') { host.find(']').map(|end| end + 1) } else { host.find(':') };
    Address {
        href: text.to_owned(),
        protocol: protocol.to_owned(),
        hostname: host[..end.unwrap_or(host.len())].to_owned(),
        host: host.to_owned(),
        path: format!("/{path}"),
        has_credentials,
    }
}

#[test]
fn a_content_comes_by_https_or_from_this_machine() {
    for good in ["https://camp.example/quiz.json", "http://localhost:8090/quiz.json", "http://127.0.0.1/q"] {
        let source = Source::of(&address(good)).expect(good);
        assert_eq!(source.address, good);
    }
    for bad in [
        "http://camp.example/quiz.json",
        "http://localhost.camp.example/quiz.json",
        "http://[::1]:80/quiz.json",
        "ftp://camp.example/quiz.json",
        "file:///etc/passwd",
        "https://camp.example@evil.example/quiz.json",
    ] {
        assert!(Source::of(&address(bad)).is_err(), "{bad}");
    }
    let script = Address { href: "javascript:alert(1)".into(), protocol: "javascript:".into(), ..Address::default() };
    assert!(Source::of(&script).is_err());
}

#[test]
fn records_of_two_places_have_two_names_and_translations_share_theirs() {
    let key = |text: &str| Source::of(&address(text)).expect(text).key("backend");
    let camp = key("https://camp.example/a/quiz.en.json");
    assert_eq!(camp, key("https://camp.example/a/quiz.es.json?v=2"), "a translation");
    for other in
        ["https://camp.example/b/quiz.en.json", "https://evil.example/a/quiz.en.json", "https://camp.example:444/a/q"]
    {
        assert_ne!(camp, key(other), "{other}");
    }
    let (id, place) = camp.split_once('@').expect("the id, and the place");
    assert_eq!(id, "backend");
    assert!(place.len() == 16 && place.bytes().all(|byte| byte.is_ascii_hexdigit()), "{place}");
}

#[track_caller]
fn message(event: Event) -> Value {
    serde_json::from_str(&event.to_json()).expect("it is JSON")
}

#[test]
fn a_message_says_what_it_is_and_no_more() {
    assert_eq!(message(Event::Started {}), json!({ "careerQuiz": 1, "type": "started" }));
    assert_eq!(message(Event::Step { number: 5 }), json!({ "careerQuiz": 1, "type": "step", "number": 5 }));
    assert_eq!(
        message(Event::Height { height_px: 812 }),
        json!({ "careerQuiz": 1, "type": "height", "height_px": 812 })
    );
    let completed = Event::Completed { profile: Some(ProfileId::Mid), campaign: None };
    assert_eq!(message(completed), json!({ "careerQuiz": 1, "type": "completed", "profile": "mid", "campaign": null }));
    assert_eq!(message(Event::Screen {}), json!({ "careerQuiz": 1, "type": "screen" }));
    assert_eq!(message(Event::SearchOpened {}), json!({ "careerQuiz": 1, "type": "search-opened" }));
    let failed =
        Event::Failed { is_answer: true, reason: FailureReason::Content, faults: vec!["title: is empty".into()] };
    assert_eq!(
        message(failed),
        json!({ "careerQuiz": 1, "type": "failed", "is_answer": true, "reason": "content", "faults": ["title: is empty"] })
    );
}

#[test]
fn what_says_something_of_the_visitor_is_private() {
    assert!(Event::Started {}.is_private());
    assert!(Event::Screen {}.is_private());
    assert!(Event::Completed { profile: None, campaign: None }.is_private());
    assert!(Event::ProgramOpened { program: "x".into() }.is_private());
    assert!(!Event::Height { height_px: 1 }.is_private());
}
