//! What remains where the quiz does not come.

use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::json;

#[test]
fn where_the_script_is_missing_the_link_remains() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    quiz.server.put("/embed.js", 404, "not found");
    let link = format!("<a href=\"{}\">Take the career quiz</a>", quiz.server.address("/"));
    host.put_page("/", &format!("{}<p>{link}{}", host.element(""), host.script("")));
    host.open("/");
    host.browser().until("the end of loading", || is_loaded(&host).then_some(()));
    assert_eq!(links_seen(&host), json!(["Take the career quiz", "Take the career quiz"]));
}

#[test]
fn where_a_policy_stops_the_script_the_link_remains() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let policy = [("content-security-policy", "script-src 'self'")];
    host.put_page_with("/", &host.element(""), &policy);
    host.open("/");
    host.browser().until("the policy to stop it", || (!host.troubles().is_empty()).then_some(()));
    assert_eq!(links_seen(&host), json!(["Take the career quiz"]));
}

#[test]
fn where_the_page_of_the_quiz_is_missing_there_is_a_link() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.put("/", 404, "not found");
    stays_with_a_link(&quiz, |_| {});
}

#[test]
fn where_the_network_is_gone_there_is_a_link() {
    let quiz = Quiz::new(Settings::default());
    stays_with_a_link(&quiz, |quiz| quiz.server.stop());
}

#[test]
fn where_a_policy_stops_the_frame_there_is_a_link() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let policy = format!("script-src 'self' {}; frame-src 'none'", quiz.server.address(""));
    host.put_page_with("/", &host.element(""), &[("content-security-policy", &policy)]);
    host.open("/");
    host.browser().until("the policy to stop it", || (!host.troubles().is_empty()).then_some(()));
    host.browser().wait_for_draws(3);
    assert_eq!(links_seen(&host), json!(["Take the career quiz"]));
}

#[test]
fn where_the_quiz_does_not_start_the_link_comes_back() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    // A page that is there and never says that it is ready.
    quiz.server.put("/", 200, "<!doctype html><title>Silent</title>Silent");
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter_frame(0);
    host.leave();
    host.browser().until("the link", || (links_seen(&host) == json!(["Take the career quiz"])).then_some(()));
}

#[test]
fn once_the_quiz_is_there_the_link_is_not() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let link = format!("<a href=\"{}\">Take the career quiz</a>", quiz.server.address("/"));
    host.put_page(
        "/",
        &format!("{}<p>{link}{}<p>{}", host.element(""), host.script(""), host.script("data-theme=dark")),
    );
    host.open("/");
    for number in 0..3 {
        host.enter_number(number);
        host.leave();
    }
    host.browser().until("no link", || (links_seen(&host) == json!([])).then_some(()));
}

#[test]
fn a_script_tag_without_a_link_makes_one_with_the_text_that_is_wanted() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    quiz.server.put("/", 404, "not found");
    host.put_page("/", &format!("<p>{}<p>{}", host.script(""), host.script("data-link='Which job?' data-theme=dark")));
    host.open("/");
    let wanted = json!(["Take the career quiz", "Which job?"]);
    host.browser().until("both links", || (links_seen(&host) == wanted).then_some(()));
    // The link leads to the same quiz.
    let script = "return Array.from(document.querySelectorAll('career-quiz')).pop().shadowRoot.querySelector('a').href";
    let address = host.browser().run(script, &[]);
    let address = address.as_str().expect("an address");
    assert!(address.starts_with(&quiz.server.address("/")) && address.contains("theme=dark"), "{address}");
}

/// The quiz is put into a page and does not come; `before` is done when `embed.js` is there and the frame is not.
#[track_caller]
fn stays_with_a_link(quiz: &Quiz, before: impl Fn(&Quiz)) {
    let host = Host::of(quiz);
    host.put_page("/", &format!("<div id=above style='height: 30000px'></div>{}", host.element("")));
    host.open("/");
    let made = "return document.querySelector('career-quiz')?.shadowRoot?.querySelector('iframe') != null";
    host.browser().until("embed.js", || (host.browser().run(made, &[]) == true).then_some(()));
    before(quiz);
    host.browser().run("document.querySelector('#above').remove()", &[]);
    host.enter_frame(0);
    host.leave();
    host.browser().until("the link", || (links_seen(&host) == json!(["Take the career quiz"])).then_some(()));
    assert_eq!(host.received_of("ready"), [json!(null); 0]);
    assert_eq!(host.troubles(), [""; 0]);
}

/// The texts of the links that can be seen.
#[track_caller]
fn links_seen(host: &Host<'_>) -> serde_json::Value {
    // A link in a slot that is not shown has no box.
    let script = "
        const links = Array.from(document.querySelectorAll('a[href]'));
        const made = Array.from(document.querySelectorAll('career-quiz'),
            it => Array.from(it.shadowRoot?.querySelectorAll('a[href]') ?? [])).flat();
        return [...links, ...made].filter(link => link.checkVisibility() && link.getClientRects().length)
            .map(link => link.textContent);
    ";
    host.browser().run(script, &[])
}

#[track_caller]
fn is_loaded(host: &Host<'_>) -> bool {
    host.browser().run("return document.readyState === 'complete'", &[]) == true
}
