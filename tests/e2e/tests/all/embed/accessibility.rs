//! axe-core inside a frame, where a result has more on it than on the quiz's own page.

use crate::people;
use e2e::axe;
use e2e::host::Host;
use e2e::scenes;
use e2e::view::{self, Media, Theme};

#[test]
fn nothing_is_wrong_with_a_result_in_a_frame_that_can_be_sent() {
    nothing_is_wrong_in(
        |host| host.element("data-accent=#ffd700"),
        |host| {
            host.browser().run("document.querySelector('career-quiz').on('result', () => {})", &[]);
        },
    );
}

#[test]
fn nothing_is_wrong_with_a_result_in_a_sandbox() {
    nothing_is_wrong_in(|host| host.plain("?accent=%23ffd700", "sandbox='allow-scripts'"), |_| {});
}

fn nothing_is_wrong_in(snippet: impl Fn(&Host<'_>) -> String, prepare: impl Fn(&Host<'_>)) {
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
            view::set_media(&quiz.browser, Media { theme, ..Media::default() });
            host.enter();
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
