//! What a site pastes, and what comes of it.

use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::json;

#[test]
fn a_script_tag_puts_the_quiz_where_it_stands() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<p id=above>Above</p>{}<p id=below>Below", host.script("")));
    host.open("/");
    assert_eq!(host.enter().screen, "intro");
    host.leave();
    stands_between(&host);
}

#[test]
fn a_script_tag_that_is_put_in_after_the_page_has_loaded_makes_a_quiz_too() {
    // As tag managers and sites of a single page do it.
    const INSERT: &str = "
        const tag = document.createElement('script');
        tag.src = arguments[0];
        return new Promise(done => { tag.onload = () => done(true); document.querySelector(arguments[1]).append(tag); });
    ";
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", "<p id=above>Above</p><div id=place></div><p id=below>Below");
    host.open("/");
    let is_loaded = || host.browser().run("return document.readyState === 'complete'", &[]) == true;
    host.browser().until("the end of loading", || is_loaded().then_some(()));
    let insert = |place: &str| {
        host.browser().run(INSERT, &[quiz.server.address("/embed.js").into(), place.into()]);
        host.browser().wait_for_draws(3);
        host.browser().run("return document.querySelectorAll('career-quiz').length", &[])
    };
    assert_eq!(insert("head"), 0, "in the head it brings the element alone");
    assert_eq!(insert("#place"), 1);
    assert_eq!(host.enter().screen, "intro");
    host.leave();
    stands_between(&host);
    // Another page of the same site, with an element that somebody has written.
    host.browser().run("document.querySelector('#place').innerHTML = '<career-quiz></career-quiz>'", &[]);
    assert_eq!(insert("body"), 1, "it only brings the element that is there");
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn an_element_puts_the_quiz_where_it_stands() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<p id=above>Above</p>{}<p id=below>Below", host.element("")));
    host.open("/");
    assert_eq!(host.enter().screen, "intro");
    host.leave();
    stands_between(&host);
}

#[test]
fn an_element_that_a_script_of_the_host_makes_works_before_and_after_embed_js() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let make =
        "const made = document.createElement('career-quiz'); made.dataset.theme = 'dark'; document.body.append(made)";
    host.put_page("/", &format!("<script>{make}</script>{}", host.script("data-container='#nowhere'")));
    host.open("/");
    host.enter_number(0);
    host.leave();
    host.browser().run(make, &[]);
    host.enter_number(1);
    host.leave();
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn a_plain_frame_is_taken_to_its_result_and_its_links_open_tabs_that_know_nothing_of_it() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.plain("?theme=dark", ""));
    host.open("/");
    host.enter();
    assert_eq!(quiz.browser.run("return document.documentElement.dataset.theme", &[]), "dark");
    let result = quiz.take_to_result(crate::people::ENTRY);
    assert_eq!(result.best().profile, "entry");
    let script =
        "return Array.from(document.querySelectorAll('a[href^=http]'), link => [link.href, link.target, link.rel])";
    let links: Vec<[String; 3]> = serde_json::from_value(quiz.browser.run(script, &[])).expect("links");
    assert!(links.len() > 5, "{links:?}");
    let own = quiz.server.address("/");
    for [address, target, rel] in &links {
        assert!(address.starts_with("https://") || address.starts_with(&own), "{address}");
        assert_eq!((target.as_str(), rel.as_str()), ("_blank", "noopener noreferrer"), "{address}");
    }
}

#[test]
fn the_script_is_one_small_file() {
    let packed = e2e::dist().join("embed.js.gz").metadata().expect("the build has it packed").len();
    assert!(packed < 8 * 1024, "{packed} bytes");
    let text = std::fs::read_to_string(e2e::dist().join("embed.js")).expect("the build has it");
    for word in ["importScripts", "import ", "require(", "eval("] {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("@typedef"));
        assert_eq!(code.filter(|line| line.contains(word)).collect::<Vec<_>>(), [""; 0]);
    }
}

#[test]
fn the_frame_has_a_title_is_lazy_may_copy_and_share_and_has_no_sandbox() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::with(&quiz, "");
    host.put_page("/", &format!("{}{}", host.element(""), host.element("data-title='Test yourself'")));
    host.open("/");
    host.enter_number(1);
    host.leave();
    let script = "
        return Array.from(document.querySelectorAll('career-quiz'), ({ shadowRoot }) => {
            const frame = shadowRoot.querySelector('iframe');
            return ['title', 'loading', 'allow', 'sandbox', 'referrerpolicy'].map(name => frame.getAttribute(name));
        });
    ";
    let rest = ["lazy", "clipboard-write; web-share"];
    assert_eq!(
        host.browser().run(script, &[]),
        json!([
            ["Career quiz", rest[0], rest[1], null, "no-referrer"],
            ["Test yourself", rest[0], rest[1], null, "no-referrer"],
        ])
    );
}

#[test]
fn a_quiz_far_down_the_page_is_not_loaded_before_it_comes_near() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<p>Above<div style='height: 30000px'></div>{}", host.element("")));
    host.open("/");
    wait_for_frame(&host);
    // What is not lazy and came later is there: so would the quiz be.
    let other = quiz.server.address("/blank");
    let script = "
        const frame = document.createElement('iframe');
        frame.src = arguments[0];
        document.body.prepend(frame);
        return new Promise(done => { frame.onload = () => done(true); });
    ";
    host.browser().run(script, &[other.into()]);
    let asked = quiz.server.asked();
    assert!(asked.contains(&"/embed.js".to_owned()), "{asked:?}");
    assert!(!asked.contains(&"/".to_owned()), "the page of the quiz was asked for: {asked:?}");
    host.enter_number(1);
    host.leave();
    host.wait_for("ready");
}

#[test]
fn its_height_is_reserved_before_it_loads() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    quiz.server.put("/", 404, "nothing");
    for width in [320, 420, 640, 900, 1200] {
        quiz.server.put("/", 404, "nothing");
        host.put_page("/", &format!("<div style='width: {width}px'>{}</div>", host.element("")));
        host.open("/");
        wait_for_frame(&host);
        let reserved = height(&host);
        quiz.server.restore("/");
        host.open("/");
        host.enter();
        host.leave();
        host.wait_for("height");
        host.browser().wait_for_draws(5);
        let needed = host.wait_for_last("height", |_| true)["height_px"].as_f64().expect("a height");
        let share = reserved / needed;
        assert!((0.8..=1.2).contains(&share), "at {width} px {reserved} px are reserved and {needed} px are needed");
    }
}

#[test]
fn one_line_of_the_hosts_style_sheet_keeps_the_room_until_the_script_is_there() {
    let document = include_str!("../../../../../docs/embedding.md");
    let line = document.lines().find(|line| line.starts_with("career-quiz:not(:defined)")).expect("the line");
    let builder = include_str!("../../../../../public/embed/index.html");
    assert!(builder.contains(&format!("<pre>{line}</pre>")), "the builder has the same line");
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let element = host.element("");
    let script = host.script("");
    for (style, is_kept) in [("", false), (line, true)] {
        host.put_page("/", &format!("<style>{style}</style>{}", element.replace(&script, "")));
        host.open("/");
        assert_eq!(height(&host) > 1000.0, is_kept, "{} px without the script", height(&host));
    }
    host.put_page("/", &format!("<style>{line}</style>{element}"));
    host.open("/");
    host.enter();
    host.leave();
    let least = "return getComputedStyle(document.querySelector('career-quiz')).minHeight";
    assert_eq!(host.browser().run(least, &[]), "0px", "it has no effect any more");
}

#[test]
fn the_script_asks_for_nothing_but_the_quiz() {
    let quiz = Quiz::new(Settings { requests_logged: true, ..Settings::default() });
    let host = Host::with(&quiz, "");
    host.browser().requests();
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    host.leave();
    host.wait_for("ready");
    let known = [host.origin(), quiz.server.address("")];
    let requests = host.browser().requests();
    assert!(requests.iter().any(|address| address.ends_with("/embed.js")), "requests are seen: {requests:?}");
    let foreign: Vec<_> = requests.iter().filter(|it| !known.iter().any(|known| it.starts_with(known))).collect();
    assert!(foreign.iter().all(|address| address.starts_with("data:")), "{foreign:?}");
}

#[track_caller]
fn stands_between(host: &Host<'_>) {
    let script = "
        const [above, quiz, below] = ['#above', 'career-quiz', '#below'].map(it => document.querySelector(it));
        const places = [above, quiz, below].map(it => it.getBoundingClientRect());
        return places[0].bottom <= places[1].top && places[1].bottom <= places[2].top && places[1].height > 100;
    ";
    assert_eq!(host.browser().run(script, &[]), true, "it stands where the snippet does");
}

/// Waits until `embed.js` has made its frame, whether or not anything is in it.
#[track_caller]
fn wait_for_frame(host: &Host<'_>) {
    let script = "return document.querySelector('career-quiz')?.shadowRoot?.querySelector('iframe') != null";
    host.browser().until("the frame", || (host.browser().run(script, &[]) == true).then_some(()));
}

#[track_caller]
fn height(host: &Host<'_>) -> f64 {
    let script = "return document.querySelector('career-quiz').getBoundingClientRect().height";
    host.browser().run(script, &[]).as_f64().expect("a height")
}
