//! The first screen that stands in the page before the program does.

use e2e::browser::key;
use e2e::engine::Engine;
use e2e::quiz::{Quiz, Settings};
use serde_json::{Value, json};

/// The program comes when a test says so.
const GATE: &str = "
    const open = new Promise(resolve => { window.comeOn = resolve; });
    for (const name of ['instantiateStreaming', 'instantiate']) {
        const own = WebAssembly[name];
        WebAssembly[name] = (...all) => open.then(() => own.apply(WebAssembly, all));
    }
";

/// How far something has moved that was there, added up.
const SHIFTS: &str = "
    window.shifts = 0;
    new PerformanceObserver(list => { for (const shift of list.getEntries()) window.shifts += shift.value; })
        .observe({ type: 'layout-shift', buffered: true });
";

#[test]
fn it_can_be_answered_before_the_program_comes_which_then_keeps_the_answer() {
    let quiz = before_the_program(Settings::default());
    let choice = quiz.option("today", "learning");
    choice.click();
    assert!(choice.is_picked());
    come_on(&quiz);
    assert_eq!(quiz.here().question.as_deref(), Some("today"));
    assert!(quiz.option("today", "learning").is_picked());
    assert_eq!(quiz.browser.focused().attribute("id").as_deref(), Some("today--learning"), "the focus is where it was");
    assert_eq!(
        quiz.browser.until("it to be kept", || Some(quiz.answers_kept()).filter(|it| !it.is_empty()))["today"],
        "learning"
    );
    quiz.next();
    assert_eq!(quiz.here().question.as_deref(), Some("background"));
}

#[test]
fn a_press_on_next_counts_when_the_program_has_come() {
    let quiz = before_the_program(Settings::default());
    quiz.option("today", "learning").click();
    quiz.press("Next");
    let said = quiz.browser.run("return document.querySelector('.actions [role=status]').textContent", &[]);
    assert_eq!(said, quiz.word("start.loading"), "the press was seen");
    assert!(quiz.browser.address().ends_with('/'), "and no form was sent: {}", quiz.browser.address());
    come_on(&quiz);
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_kept()["today"], "learning");
}

#[test]
fn it_is_taken_by_the_keyboard_alone() {
    let quiz = before_the_program(Settings::default());
    quiz.browser.run("document.getElementById('today--no-code').focus()", &[]);
    // One down, and on by the Enter key.
    quiz.browser.type_keys("\u{E015}");
    assert!(quiz.option("today", "learning").is_picked());
    quiz.browser.type_keys("\u{E007}");
    come_on(&quiz);
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_kept()["today"], "learning");
}

#[test]
fn whoever_has_skipped_to_the_main_content_or_stands_at_a_link_is_there_still_when_the_program_has_come() {
    let quiz = before_the_program(Settings::default());
    quiz.browser.type_keys(&key::TAB.to_string());
    assert_eq!(quiz.browser.focused().name(), "Skip to the main content");
    quiz.browser.type_keys(&key::ENTER.to_string());
    assert_eq!(focused(&quiz), "main");
    come_on(&quiz);
    assert_eq!(focused(&quiz), "main");
    quiz.browser.type_keys(&key::TAB.to_string());
    assert_eq!(focused(&quiz), "today--no-code");
    for id in ["skip", "top-title", "top-saved", "language-en"] {
        let quiz = before_the_program(Settings::default());
        quiz.browser.run("document.getElementById(arguments[0]).focus()", &[id.into()]);
        assert_eq!(focused(&quiz), id);
        come_on(&quiz);
        assert_eq!(focused(&quiz), id);
    }
}

#[test]
fn a_language_that_was_pressed_is_chosen_and_a_link_followed() {
    let quiz = before_the_program(Settings::default());
    quiz.option("today", "learning").click();
    quiz.press("Español");
    come_on(&quiz);
    quiz.wait_for_language("es");
    let picked = "return document.getElementById('today--learning').checked";
    assert_eq!(quiz.browser.run(picked, &[]), true);
    let quiz = before_the_program(Settings::default());
    quiz.option("today", "learning").click();
    quiz.follow("Saved results");
    come_on(&quiz);
    quiz.wait_for("saved");
    quiz.browser.back();
    assert_eq!(quiz.here().question.as_deref(), Some("today"));
    assert!(quiz.option("today", "learning").is_picked(), "it is not lost on the way");
}

#[test]
fn a_script_of_somebody_else_that_may_not_run_takes_nothing_away() {
    let quiz = before_the_program(Settings::default());
    quiz.option("today", "learning").click();
    let put = "return new Promise(done => {
        const script = document.createElement('script');
        script.onerror = () => setTimeout(() => done(true));
        script.src = 'https://elsewhere.example/x.js';
        document.body.append(script);
    })";
    assert_eq!(quiz.browser.run(put, &[]), true);
    assert!(quiz.option("today", "learning").is_picked());
    come_on(&quiz);
    quiz.here();
    assert!(quiz.option("today", "learning").is_picked());
}

#[test]
fn the_program_waits_for_a_button_that_is_being_pressed() {
    // Whose window another program takes the focus from has let go, and here other browsers come and go.
    const STAY: &str = "addEventListener('blur', event => {
        if (event.target === window) event.stopImmediatePropagation();
    }, true);";
    let quiz = Quiz::new(Settings::default());
    quiz.server.run_first(STAY);
    open_before_the_program(&quiz);
    let send = |event: &str| {
        let script = "document.querySelector('form [type=submit]').dispatchEvent(
            new PointerEvent(arguments[0], { bubbles: true, isPrimary: true }))";
        quiz.browser.run(script, &[event.into()]);
    };
    let watch = "
        const screen = document.getElementById('first-screen'), own = screen.onceReleased;
        screen.onceReleased = then => { window.isAsked = true; own(then); };
    ";
    quiz.browser.run(watch, &[]);
    send("pointerdown");
    come_on(&quiz);
    // All else that it waits for has come by then.
    let is_asked = "return window.isAsked === true";
    quiz.browser.until("the program", || (quiz.browser.run(is_asked, &[]) == true).then_some(()));
    quiz.browser.wait_for_draws(5);
    assert_eq!(quiz.browser.run(IS_WAITING, &[]), true);
    send("pointerup");
    quiz.here();
}

#[test]
fn it_is_what_the_program_shows_itself() {
    let quiz = before_the_program(Settings::default());
    // Attributes in whatever order, and without what only marks places or comes of use.
    let outline = |root: &str| {
        let script = "
            const outline = element => ({
                name: element.localName,
                attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]).sort()),
                children: Array.from(element.childNodes).flatMap(node =>
                    node.nodeType === Node.ELEMENT_NODE ? [outline(node)]
                        : node.nodeType === Node.TEXT_NODE && node.data.trim() ? [node.data.trim()] : []),
            });
            return Array.from(document.querySelector(arguments[0]).children, outline);
        ";
        quiz.browser.run(script, &[root.into()])
    };
    let first = outline("#first-screen");
    assert!(first.to_string().contains("today--learning"), "{first}");
    come_on(&quiz);
    quiz.here();
    let Value::Array(mut program) = outline("#app") else { panic!("a list") };
    assert_eq!(program.pop().map(|last| last["name"].clone()), Some("footer".into()));
    let (first, program) = (first.to_string(), Value::Array(program).to_string());
    assert_eq!(first, program);
}

#[test]
fn nothing_moves_when_the_program_takes_its_place() {
    let quiz = Quiz::new(Settings::default());
    if has_shifts() {
        quiz.server.run_first(SHIFTS);
    }
    open_before_the_program(&quiz);
    let place = "
        const all = ['header', 'main', 'h1', '.choices', '.choice:last-child label', 'form [type=submit]', '.save-mark'];
        return all.map(selector => {
            const { left, top, width, height } = document.querySelector('#app ' + selector).getBoundingClientRect();
            // Without the footer, which comes with the program, it reaches down to the end of a window that has room for it.
            return selector === 'main' ? [left, top, width] : [left, top, width, height];
        });
    ";
    let before = quiz.browser.run(place, &[]);
    come_on(&quiz);
    quiz.here();
    quiz.browser.wait_for_draws(5);
    assert_eq!(quiz.browser.run(place, &[]), before);
    if has_shifts() {
        assert_eq!(quiz.browser.run("return window.shifts", &[]), 0);
    }
}

#[test]
fn it_is_for_a_first_visit_in_the_first_language_and_for_nobody_else() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.leave();
    quiz.server.run_first(GATE);
    let is_shown = |address: &str| {
        quiz.leave();
        quiz.browser.open(&quiz.server.address(address));
        quiz.browser.run("return document.documentElement.hasAttribute('data-first-screen')", &[])
    };
    assert_eq!(is_shown("/"), false, "there is progress");
    quiz.browser.run("localStorage.clear()", &[]);
    assert_eq!(is_shown("/"), true);
    for other in [
        "/#/saved",
        "/#/question/background",
        "/?language=es",
        "/?content=https://a.example/b.json",
        "/?accent=%23ff0000",
    ] {
        assert_eq!(is_shown(other), false, "{other}");
        let shown = quiz.browser.run("return document.getElementById('app').innerText.trim()", &[]);
        assert!(shown == quiz.word("start.loading") || other.contains("es"), "{other}: {shown}");
    }
    assert_eq!(is_shown("/?theme=dark&campaign=spring"), true, "what it does not look otherwise for");
}

#[test]
fn with_progress_in_the_journal_alone_the_way_on_is_offered_and_nobody_is_moved() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.answer("background", &["web-design"]);
    quiz.browser.until("it to be saved", || {
        (quiz.browser.run("return document.getElementById('save-mark').dataset.saved", &[]) == "yes").then_some(())
    });
    quiz.leave();
    quiz.server.run_first(GATE);
    quiz.browser.open(&quiz.server.address("/"));
    quiz.browser.run("localStorage.clear()", &[]);
    quiz.browser.reload();
    wait_for_it(&quiz);
    let place = "return document.querySelector('#app h1').getBoundingClientRect().top";
    let before = quiz.browser.run(place, &[]);
    come_on(&quiz);
    assert_eq!(quiz.here().question.as_deref(), Some("today"));
    assert!(quiz.option("today", "learning").is_picked(), "what the journal has is shown");
    assert_eq!(quiz.browser.run(place, &[]), before);
    quiz.press(&quiz.word("intro.continue"));
    quiz.wait_for_question("background");
}

#[test]
fn what_was_picked_stays_where_the_program_is_late() {
    let quiz = before_the_program(Settings::default());
    quiz.option("today", "learning").click();
    let slow = quiz.word("start.slow");
    quiz.browser.until("it to be said", || page_text(&quiz).contains(&slow).then_some(()));
    assert!(quiz.option("today", "learning").is_picked());
    assert!(quiz.browser.has("button", &quiz.word("start.reload")));
    come_on(&quiz);
    quiz.here();
    assert!(quiz.option("today", "learning").is_picked());
    assert!(!page_text(&quiz).contains(&slow));
}

const IS_WAITING: &str = "return document.querySelector('#app[data-loading] #first-screen') !== null";

fn has_shifts() -> bool {
    Engine::current() == Engine::Chromium
}

/// The quiz in a browser that has opened it, before the program has come.
#[track_caller]
fn before_the_program(settings: Settings) -> Quiz {
    let quiz = Quiz::new(settings);
    open_before_the_program(&quiz);
    quiz
}

#[track_caller]
fn open_before_the_program(quiz: &Quiz) {
    quiz.server.run_first(GATE);
    quiz.browser.open(&quiz.server.address("/"));
    wait_for_it(quiz);
}

#[track_caller]
fn wait_for_it(quiz: &Quiz) {
    quiz.browser.until("the first screen", || (quiz.browser.run(IS_WAITING, &[]) == true).then_some(()));
    let shown = "return document.querySelector('#first-screen h1').getClientRects().length";
    assert_eq!(quiz.browser.run(shown, &[]), json!(1), "it is seen");
}

fn focused(quiz: &Quiz) -> String {
    let id = quiz.browser.run("return document.activeElement.id", &[]);
    id.as_str().expect("an element has an id, if only an empty one").to_owned()
}

fn page_text(quiz: &Quiz) -> String {
    let text = quiz.browser.run("return document.getElementById('app').innerText", &[]);
    text.as_str().unwrap_or_default().to_owned()
}

fn come_on(quiz: &Quiz) {
    quiz.browser.run("window.comeOn()", &[]);
}
