//! A snippet of the first release, whose `embed.js` some cache still has, works with the quiz of today.

use crate::people;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::json;

/// `embed.js` as the first release has it. This copy stays as it is, whatever becomes of the file.
const FIRST: &str = include_str!("../../../../fixtures/embed/embed-1.js");

#[test]
fn the_first_releases_script_works_with_this_build() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.put("/embed.js", 200, FIRST);
    let host = Host::of(&quiz);
    host.put_page("/", &host.element("data-theme=dark data-accent=#0b6b5c data-campaign=first"));
    host.open("/");
    host.enter();
    assert_eq!(quiz.browser.run("return document.documentElement.dataset.theme", &[]), "dark");
    host.leave();
    host.call("setConfig", &[json!({ "theme": "light" })]);
    host.wait_for_last("configured", |it| it["theme"] == "light");
    let listen = "
        window.heard = [];
        for (const name of ['started', 'step', 'completed', 'result'])
            document.querySelector('career-quiz').on(name, event => heard.push(event.type));
    ";
    host.browser().run(listen, &[]);
    host.enter();
    let result = quiz.take_to_result(people::ENTRY);
    assert_eq!(result.best().profile, "entry");
    let fits = "return document.documentElement.scrollHeight <= innerHeight";
    quiz.browser.until("the height", || (quiz.browser.run(fits, &[]) == true).then_some(()));
    // Its scheme stands there too, where it is not the usual one.
    let name = host.origin();
    quiz.press(&quiz.words("send.button", &[("host", &name)]));
    host.leave();
    host.wait_for("result");
    let heard = host.browser().run("return Array.from(new Set(heard))", &[]);
    assert_eq!(heard, json!(["started", "step", "completed", "result"]));
    host.call("restart", &[]);
    host.enter_frame(0);
    quiz.wait_for("intro");
    host.leave();
    assert_eq!(host.troubles(), [""; 0]);
}
