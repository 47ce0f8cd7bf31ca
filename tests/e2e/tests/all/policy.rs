//! The policy of the page: whatever the quiz does is allowed by it, and what somebody else puts into the page is not.

use crate::people;
use e2e::offline::Build;
use e2e::quiz::{Quiz, Settings};
use serde_json::{Value, json};

/// What opens a dialog of the browser, or leaves it, does nothing.
const STAY: &str = "window.print = () => {}; HTMLAnchorElement.prototype.click = () => {};";

#[test]
fn the_whole_quiz_keeps_to_the_policy_of_its_page() {
    let quiz = Quiz::new(Settings { worker: true, ..Settings::default() });
    let _build = quiz.serve_recording_build(STAY);
    quiz.visit("");
    quiz.wait_until_offline();
    quiz.browser.find("checkbox", &quiz.word("settings.number-keys")).click();
    let dark = "
        const list = document.getElementById('theme');
        list.value = 'dark';
        list.dispatchEvent(new Event('change', { bubbles: true }));
    ";
    quiz.browser.run(dark, &[]);
    for (name, language) in [("Español", "es"), ("English", "en")] {
        quiz.press(name);
        quiz.wait_for_language(language);
    }
    quiz.take_to_result(people::FREELANCE);
    quiz.wait_for_saved("yes");
    quiz.press(&quiz.word("share.code"));
    let is_drawn = "return !!document.querySelector('svg.share__code')";
    quiz.browser.until("the code", || (quiz.browser.run(is_drawn, &[]) == true).then_some(()));
    quiz.press(&quiz.word("take-along.print"));
    quiz.press(&quiz.word("take-along.markdown"));
    let shared = quiz.shared_fragment();
    quiz.go_to("#/saved");
    let name = quiz.saved_names().remove(0);
    quiz.press(&format!("Delete {name}"));
    quiz.press("Delete");
    quiz.press("Undo");
    quiz.finish_as("own-clients");
    quiz.wait_for_saved("yes");
    quiz.go_to("#/compare");
    quiz.wait_for("compare");
    quiz.visit(&shared);
    quiz.wait_for("shared");
    quiz.go_to("#/saved");
    quiz.wait_for("saved");
    quiz.press(&quiz.word("data.save"));
    quiz.press("Delete everything");
    quiz.press("Delete everything");
    quiz.wait_for_notice("Everything was deleted from this browser.");
    assert_eq!(quiz.violations(), Vec::<String>::new());
}

#[test]
fn what_somebody_puts_into_the_page_does_not_run() {
    let quiz = Quiz::new(Settings::default());
    quiz.record_violations();
    let foreign = "<script>window.isHacked = 'script'</script><style>body { color: red }</style>\
        <img src=\"gone.png\" onerror=\"window.isHacked = 'listener'\"><script src=\"https://elsewhere.example/x.js\"></script>\
        <base href=\"https://elsewhere.example/\"></body>";
    let build = Build::copy();
    build.change("index.html", |page| page.replace("</body>", foreign));
    quiz.server.mount("/", build.path());
    quiz.visit("");
    let click = "
        const link = document.createElement('a');
        link.setAttribute('onclick', 'window.isHacked = true');
        document.body.append(link);
        link.click();
        return window.isHacked ?? null;
    ";
    assert_eq!(quiz.browser.run(click, &[]), Value::Null);
    let color = quiz.browser.run("return getComputedStyle(document.body).color", &[]);
    assert_ne!(color, "rgb(255, 0, 0)", "nor is a style taken");
    // And the recorder, on which the other tests stand, has seen all of it.
    let violations = quiz.violations().join("\n");
    for part in
        ["script-src-elem inline", "style-src-elem inline", "script-src-attr inline", "elsewhere.example", "base-uri"]
    {
        assert!(violations.contains(part), "{part} is not in {violations}");
    }
}

#[test]
fn in_a_frame_without_an_origin_the_policy_lets_the_quiz_start_and_nothing_else() {
    let quiz = Quiz::new(Settings::default());
    quiz.record_violations();
    // Once the quiz has started, somebody puts a script into the page.
    const TOLD: &str = "(() => {
        const screen = document.querySelector('#app:not([data-loading]) main[data-screen]')?.dataset.screen;
        if (screen && window.before === undefined) {
            window.before = window.violations ?? '';
            const script = document.createElement('script');
            script.textContent = 'window.isForeign = true';
            document.body.append(script);
        }
        return { screen, origin: self.origin, isForeign: !!window.isForeign, violations: window.before };
    })()";
    let told = quiz.told_by_frame("/", "sandbox=\"allow-scripts\"", TOLD, |told| told["screen"] == "intro");
    assert_eq!(told, json!({ "screen": "intro", "origin": "null", "isForeign": false, "violations": "" }));
}
