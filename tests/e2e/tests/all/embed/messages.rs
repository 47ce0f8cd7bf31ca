//! Messages from others, and messages that are none: on both sides they change nothing and break nothing.

use super::nonsense::Nonsense;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::{Value, json};

/// Notes what goes wrong in the page of the quiz.
const MISTAKES: &str = "
    window.mistakes = [];
    addEventListener('error', event => mistakes.push(event.message));
    addEventListener('unhandledrejection', event => mistakes.push(String(event.reason)));
";

/// Time flies: no message comes too soon after another, so none is passed over for that alone.
const HASTE: &str = "{ const now = Date.now; let late = 0; Date.now = () => now() + (late += 20000); }";

/// How many messages are made up.
fn many() -> usize {
    if e2e::is_full() { 20_000 } else { 1_000 }
}

#[test]
fn nonsense_from_the_host_changes_nothing_in_the_quiz_and_breaks_nothing() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.run_first(&format!("{MISTAKES}{HASTE}"));
    let host = Host::of(&quiz);
    host.put_page("/", &host.element("data-theme=dark"));
    host.open("/");
    host.enter();
    quiz.answer("today", &["learning"]);
    quiz.next();
    let before = state(&quiz);
    host.leave();
    let configured = host.received_of("configured").pop();
    let mut nonsense = Nonsense::new(7);
    for _ in 0..many() / 50 {
        let messages: Vec<String> = (0..50).map(|_| nonsense.command()).collect();
        // By its text, as there are values that JSON does not have.
        let script = format!(
            "const frame = document.querySelector('career-quiz').shadowRoot.querySelector('iframe').contentWindow;
             for (const make of [{}]) frame.postMessage(make(), '*');",
            messages.iter().map(|it| format!("() => ({it})")).collect::<Vec<_>>().join(",")
        );
        host.browser().run(&script, &[]);
    }
    host.enter();
    quiz.browser.wait_for_draws(5);
    assert_eq!(state(&quiz), before);
    assert_eq!(quiz.browser.run("return window.mistakes", &[]), json!([]));
    quiz.answer("background", &["web-design"]);
    host.leave();
    // A command that sets nothing is answered by how things are.
    assert_eq!(host.received_of("configured").pop(), configured);
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn nonsense_from_the_quiz_changes_nothing_in_the_host_and_breaks_nothing() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &format!("<script>{HASTE}</script>{}", host.element("")));
    host.open("/");
    host.enter();
    host.leave();
    listen_to_all(&host);
    let height = frame_height(&host);
    host.enter();
    let mut nonsense = Nonsense::new(11);
    for _ in 0..many() / 50 {
        let messages: Vec<String> = (0..50).map(|_| nonsense.event()).collect();
        let script = format!(
            "for (const make of [{}]) parent.postMessage(make(), '*');",
            messages.iter().map(|it| format!("() => ({it})")).collect::<Vec<_>>().join(",")
        );
        quiz.browser.run(&script, &[]);
    }
    quiz.browser.run("parent.postMessage('the last', '*')", &[]);
    host.leave();
    host.browser().until("the last message", || host.received().pop().filter(|it| it.data == "the last"));
    assert_eq!(heard(&host), json!([]), "no listener was called");
    assert_eq!(frame_height(&host), height);
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn heights_have_bounds_and_floods_are_cut_off() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    host.leave();
    for (told, becomes) in [("1e9", 30_000.0), ("1", 120.0)] {
        let script = format!("parent.postMessage({{ careerQuiz: 1, type: 'height', height_px: {told} }}, '*')");
        host.browser().until(&format!("{becomes} px"), || {
            // Again, as a height of the quiz's own may come after it.
            host.enter();
            quiz.browser.run(&script, &[]);
            host.leave();
            (frame_height(&host) == becomes).then_some(())
        });
    }
    listen_to_all(&host);
    host.enter();
    let flood = "
        for (let n = 0; n < 5000; n += 1) parent.postMessage({ careerQuiz: 1, type: 'step', number: 1 }, '*');
        parent.postMessage('the last', '*');
    ";
    quiz.browser.run(flood, &[]);
    host.leave();
    host.browser().until("the last message", || {
        (host.browser().run("return received.at(-1).data", &[]) == "the last").then_some(())
    });
    let heard = host.browser().run("return heard.length", &[]).as_u64().expect("a number");
    // How many seconds the flood takes is the machine's affair; few.
    assert!((1..=1000).contains(&heard), "{heard} of 5000 came through");
}

#[test]
fn a_flood_of_commands_is_cut_off_too() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.plain("", ""));
    host.open("/");
    host.enter();
    host.leave();
    let before = host.received_of("configured").len();
    let script = "
        const frame = document.querySelector('iframe').contentWindow;
        const config = theme => ({ careerQuiz: 1, type: 'config', options: { theme } });
        for (let n = 0; n < 1000; n += 1) frame.postMessage(config(n % 2 ? 'dark' : 'light'), '*');
        frame.postMessage('the last', '*');
    ";
    host.browser().run(script, &[]);
    host.enter();
    quiz.browser.wait_for_draws(20);
    quiz.answer("today", &["learning"]);
    host.leave();
    let answered = host.received_of("configured").len() - before;
    assert!((1..=50).contains(&answered), "{answered} of 1000 came through");
}

#[test]
fn commands_of_another_frame_are_nobodys() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let third = "<!doctype html><script>onmessage = ({ data }) => {
        for (const frame of Array.from(parent.frames)) if (frame !== self) frame.postMessage(data, '*');
        parent.postMessage('passed on', '*');
    }</script>";
    host.server.put("/third", 200, third);
    host.put_page("/", &format!("{}<iframe id=third src=/third></iframe>", host.plain("?theme=dark", "")));
    host.open("/");
    host.enter();
    quiz.answer("today", &["learning"]);
    quiz.next();
    let before = state(&quiz);
    host.leave();
    let commands = json!([
        { "careerQuiz": 1, "type": "hello", "options": { "theme": "light" }, "wants": ["result"] },
        { "careerQuiz": 1, "type": "config", "options": { "theme": "light" } },
        { "careerQuiz": 1, "type": "restart" },
    ]);
    let script = "
        const third = document.querySelector('#third');
        const send = () => arguments[0].forEach(command => third.contentWindow.postMessage(command, '*'));
        send();
    ";
    host.browser().until("the other frame", || {
        host.browser().run(script, std::slice::from_ref(&commands));
        host.received().iter().any(|message| message.data == "passed on").then_some(())
    });
    host.enter();
    quiz.browser.wait_for_draws(5);
    assert_eq!(state(&quiz), before);
}

#[test]
fn events_of_another_frame_are_nobodys_even_of_the_quizs_own_origin() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let liar = "<!doctype html><script>
        parent.postMessage({ careerQuiz: 1, type: 'height', height_px: 2345 }, '*');
        parent.postMessage({ careerQuiz: 1, type: 'completed', profile: 'senior', campaign: null }, '*');
        parent.postMessage('the last', '*');
    </script>";
    quiz.server.put("/liar", 200, liar);
    host.server.put("/liar", 200, liar);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    host.leave();
    listen_to_all(&host);
    for source in [quiz.server.address("/liar"), host.address("/liar")] {
        host.forget();
        let script =
            "const frame = document.createElement('iframe'); frame.src = arguments[0]; document.body.append(frame)";
        host.browser().run(script, &[source.into()]);
        host.browser().until("the last message", || {
            host.received().iter().any(|message| message.data == "the last").then_some(())
        });
        assert_eq!(host.received_of("completed").len(), 1, "it has come to the page");
        assert_eq!(heard(&host), json!([]));
        assert_ne!(frame_height(&host), 2345.0);
    }
}

#[test]
fn another_page_in_the_frame_is_not_the_quiz() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    let liar = "<!doctype html><script>
        parent.postMessage({ careerQuiz: 1, type: 'height', height_px: 2345 }, '*');
        parent.postMessage({ careerQuiz: 1, type: 'completed', profile: 'senior', campaign: null }, '*');
        parent.postMessage('the last', '*');
    </script>";
    host.server.put("/liar", 200, liar);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    host.leave();
    listen_to_all(&host);
    host.enter();
    quiz.browser.run("location.href = arguments[0]", &[host.address("/liar").into()]);
    host.leave();
    host.browser()
        .until("the last message", || host.received().iter().any(|message| message.data == "the last").then_some(()));
    let last = host.received().pop().expect("a message");
    assert_eq!((last.frame, last.origin), (0, host.origin()), "it is in the frame of the quiz");
    assert_eq!(heard(&host), json!([]));
    assert_ne!(frame_height(&host), 2345.0);
}

#[test]
fn a_quiz_that_is_in_no_frame_takes_no_commands() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.run_first(MISTAKES);
    quiz.visit("?theme=dark");
    quiz.answer("today", &["learning"]);
    quiz.next();
    let before = state(&quiz);
    let script = "
        window.last = false;
        addEventListener('message', ({ data }) => { if (data === 'the last') window.last = true; });
        postMessage({ careerQuiz: 1, type: 'hello', options: { theme: 'light' }, wants: ['result'] }, '*');
        postMessage({ careerQuiz: 1, type: 'config', options: { theme: 'light' } }, '*');
        postMessage({ careerQuiz: 1, type: 'restart' }, '*');
        postMessage('the last', '*');
    ";
    quiz.browser.run(script, &[]);
    quiz.browser.until("the last message", || (quiz.browser.run("return window.last", &[]) == true).then_some(()));
    quiz.browser.wait_for_draws(3);
    assert_eq!(state(&quiz), before);
}

/// What a command could change: place, answers, theme, language, corners.
#[track_caller]
fn state(quiz: &Quiz) -> Value {
    let script = "
        const root = document.documentElement, main = document.querySelector('main');
        return [root.dataset.theme, root.lang, root.getAttribute('style'), main.dataset.question,
            location.href, Object.entries(localStorage).filter(([key]) => key.endsWith('settings'))];
    ";
    json!([quiz.browser.run(script, &[]), quiz.answers_kept(), quiz.heading()])
}

/// Notes every event that the element hands on, but heights.
#[track_caller]
fn listen_to_all(host: &Host<'_>) {
    let script = "
        window.heard = [];
        const names = ['ready', 'configured', 'failed', 'started', 'step', 'completed', 'search-opened',
            'program-opened', 'result'];
        for (const name of names) document.querySelector('career-quiz').on(name, event => heard.push(event));
    ";
    host.browser().run(script, &[]);
    // The listener for results is said to the quiz, which answers.
    host.browser().wait_for_draws(20);
    host.browser().run("heard.length = 0", &[]);
}

#[track_caller]
fn heard(host: &Host<'_>) -> Value {
    host.browser().run("return heard", &[])
}

#[track_caller]
fn frame_height(host: &Host<'_>) -> f64 {
    let script = "return document.querySelector('career-quiz').shadowRoot.querySelector('iframe').clientHeight";
    host.browser().run(script, &[]).as_f64().expect("a height")
}
