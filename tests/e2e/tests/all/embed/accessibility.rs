//! axe-core inside a frame, where a result has more on it than on the quiz's own page.

use crate::people;
use e2e::axe;
use e2e::browser::Browser;
use e2e::host::Host;
use e2e::scenes;
use e2e::view::{self, Theme};
use serde_json::json;

#[test]
fn nothing_is_wrong_with_a_result_in_a_frame_that_can_be_sent() {
    nothing_is_wrong_in(
        |host| host.element("data-accent=#ffd700"),
        |host| {
            host.browser().run("document.querySelector('career-quiz').on('result', () => {})", &[]);
        },
        |host, theme| host.call("setConfig", &[json!({ "theme": theme })]),
    );
}

#[test]
fn nothing_is_wrong_with_a_result_in_a_sandbox() {
    nothing_is_wrong_in(
        |host| host.plain("?accent=%23ffd700", "sandbox='allow-scripts'"),
        |_| {},
        |host, theme| {
            const SCRIPT: &str = "document.querySelector('iframe').contentWindow.postMessage(
                { careerQuiz: 1, type: 'config', options: { theme: arguments[0], accent: '#ffd700' } }, '*')";
            host.browser().run(SCRIPT, &[theme.into()]);
        },
    );
}

/// The theme is set by the page around the frame: what the driver says of its user's settings does not reach a frame of
/// another origin.
fn nothing_is_wrong_in(
    snippet: impl Fn(&Host<'_>) -> String,
    prepare: impl Fn(&Host<'_>),
    set_theme: impl Fn(&Host<'_>, &str),
) {
    let Some(quiz) = scenes::emulated_stage() else { return };
    let host = Host::of(&quiz);
    host.put_page("/", &snippet(&host));
    host.open("/");
    prepare(&host);
    host.enter();
    quiz.take_to_result(people::ENTRY);
    axe::put(&quiz.browser, &axe::program());
    let mut wrong = Vec::new();
    for width in [320, 1440] {
        host.leave();
        view::set_size(&quiz.browser, width, 900);
        for theme in Theme::ALL {
            host.leave();
            set_theme(&host, theme.name());
            host.enter();
            wait_for_theme(&quiz.browser, theme);
            let outcome = axe::look(&quiz.browser);
            let undecided =
                outcome.incomplete.iter().filter(|finding| !axe::REASONS.iter().any(|reason| reason.is_for(finding)));
            let findings = outcome.violations.iter().chain(undecided);
            wrong.extend(
                findings
                    .map(|it| format!("{}, {width} px: {} at {}: {}", theme.name(), it.rule, it.target, it.summary)),
            );
            assert!(outcome.passed.iter().any(|rule| rule == "color-contrast"), "it has looked");
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.join("\n"));
}

/// Waits until the frame has taken the theme over, and no colour is on its way to another: axe-core would find it between
/// the two.
fn wait_for_theme(browser: &Browser, theme: Theme) {
    const SCRIPT: &str = "
        return document.documentElement.dataset.theme === arguments[0]
            && document.getAnimations().every(({ playState }) => playState !== 'running');
    ";
    let is_at_rest = || (browser.run(SCRIPT, &[theme.name().into()]) == true).then_some(());
    browser.until("the theme", is_at_rest);
    // What the new colours set in motion has begun by then.
    browser.wait_for_draws(2);
    browser.until("colours at rest", is_at_rest);
}
