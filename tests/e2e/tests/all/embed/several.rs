//! Pages that have more than one quiz, and pages that change around one.

use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::json;

#[test]
fn several_on_one_page_have_each_their_own_options() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let (dark, light) = (host.element("data-theme=dark"), host.element("data-theme=light"));
    host.put_page("/", &format!("{dark}{light}"));
    host.open("/");
    for (number, theme) in ["dark", "light"].into_iter().enumerate() {
        host.enter_number(number);
        assert_eq!(quiz.browser.run("return document.documentElement.dataset.theme", &[]), theme);
        host.leave();
    }
    let frames: Vec<i32> = host.received().into_iter().filter(|it| it.kind() == "ready").map(|it| it.frame).collect();
    assert!(frames.contains(&0) && frames.contains(&1), "{frames:?}");
    host.enter_number(0);
    quiz.answer("today", &["learning"]);
    quiz.next();
    host.leave();
    host.enter_number(1);
    assert_eq!(quiz.heading(), quiz.text_of("today"), "a quiz stays where it is");
    host.leave();
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn the_same_snippet_twice_makes_two_quizzes() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<div>{0}</div><div>{0}</div>", host.script("data-theme=dark")));
    host.open("/");
    for number in [0, 1] {
        host.enter_number(number);
        assert_eq!(quiz.browser.run("return document.documentElement.dataset.theme", &[]), "dark");
        host.leave();
    }
    assert_eq!(host.browser().run("return document.querySelectorAll('div > career-quiz').length", &[]), 2);
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn a_container_that_comes_later_gets_the_quiz() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let body = format!("<main></main>{}", host.script("data-container='main > #later' data-theme=dark"));
    host.put_page("/", &body);
    host.open("/");
    host.browser().until("embed.js", || {
        (host.browser().run("return customElements.get('career-quiz') !== undefined", &[]) == true).then_some(())
    });
    host.browser().wait_for_draws(3);
    assert_eq!(host.browser().run("return document.querySelector('career-quiz')", &[]), json!(null));
    host.browser().run("document.querySelector('main').innerHTML = '<div id=later></div>'", &[]);
    host.enter();
    assert_eq!(quiz.browser.run("return document.documentElement.dataset.theme", &[]), "dark");
    host.leave();
    assert_eq!(host.browser().run("return document.querySelectorAll('#later > career-quiz').length", &[]), 1);
}

#[test]
fn removed_it_is_gone_and_put_back_it_loads_again_with_its_listeners() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::with(&quiz, "");
    host.put_page("/", &host.element("data-theme=dark"));
    host.open("/");
    host.enter();
    host.leave();
    let listen = "
        window.started = 0;
        window.element = document.querySelector('career-quiz');
        element.on('started', () => { window.started += 1; });
        element.remove();
    ";
    host.browser().run(listen, &[]);
    host.browser().run("element.setConfig({ theme: 'light' }); element.restart()", &[]);
    host.browser().run("document.body.append(element)", &[]);
    host.enter();
    assert_eq!(quiz.browser.run("return document.documentElement.dataset.theme", &[]), "light");
    quiz.answer("today", &["learning"]);
    host.leave();
    host.browser().until("the event", || (host.browser().run("return window.started", &[]) == 1).then_some(()));
    assert_eq!(host.browser().run("return element.shadowRoot.querySelectorAll('iframe').length", &[]), 1);
    assert_eq!(host.troubles(), [""; 0]);
}
