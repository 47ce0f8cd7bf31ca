//! What a host is told, when, and nothing besides.

use super::schema::assert_fits;
use crate::people;
use e2e::host::Host;
use e2e::quiz::{Quiz, Settings};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn a_whole_run_says_each_thing_once_with_its_own_fields_and_fits_the_schema() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element("data-campaign='May 2027' data-accent='#0b6b5c'"));
    host.open("/");
    host.enter();
    let mut steps = Vec::new();
    quiz.take(people::ENTRY, |quiz, _| steps.extend(quiz.progress().map(|(text, _)| first_number(&text))));
    quiz.press(&quiz.word("review.see-my-result"));
    let result = quiz.result();
    stay_here(&quiz);
    quiz.browser.run("document.querySelector('main [data-search] a').click()", &[]);
    let program = result.best().programs[0].id.clone();
    let script = "document.querySelector(`main li[data-program=${arguments[0]}] a`).click()";
    quiz.browser.run(script, &[program.clone().into()]);
    host.leave();
    assert_eq!(host.wait_for("program-opened"), message(json!({ "type": "program-opened", "program": program })));
    assert_eq!(host.received_of("search-opened"), [message(json!({ "type": "search-opened" }))]);
    assert_eq!(host.received_of("started"), [message(json!({ "type": "started" }))]);
    let completed = json!({ "type": "completed", "profile": "entry", "campaign": "May 2027" });
    assert_eq!(host.received_of("completed"), [message(completed)]);
    let told: Vec<u64> = host.received_of("step").iter().filter_map(|step| step["number"].as_u64()).collect();
    assert_eq!(told, steps, "the number of each step as it was shown");
    let ready = host.wait_for("ready");
    let content = quiz.content();
    assert_eq!((&ready["quiz"], &ready["language"]), (&content["id"], &content["language"]));
    assert_eq!(ready["scoring"], "default");
    let all = host.received();
    for message in &all {
        assert_eq!(message.origin, quiz.server.address(""));
        assert_eq!(message.frame, 0);
        assert_fits(&message.data);
        has_its_own_fields_only(&message.data);
    }
    assert_eq!(all[0].kind(), "ready");
    // How things are is said again after each hello, which WebKit's frames get more often: to them a new screen is a new load.
    let states = ["ready", "configured", "height", "screen", "step"];
    let order: Vec<&str> = all.iter().map(|it| it.kind()).filter(|it| !states.contains(it)).collect();
    assert_eq!(order, ["started", "completed", "search-opened", "program-opened"], "each in its turn, once");
}

#[test]
fn a_start_is_the_first_answer_whatever_was_skipped_before_and_a_result_that_is_looked_at_again_is_not_completed_twice()
{
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    assert_eq!(quiz.here().question.as_deref(), Some("today"));
    quiz.next();
    quiz.wait_for_question("background");
    host.leave();
    host.wait_for("step");
    assert_eq!(host.received_of("started").len(), 0, "nothing is answered yet");
    host.enter();
    quiz.answer("background", &["web-design"]);
    host.leave();
    host.wait_for("started");
    host.enter();
    for _ in 0..2 {
        quiz.go_to("#/review");
        quiz.wait_for("review");
        quiz.press(&quiz.word("review.see-my-result"));
        quiz.wait_for("results");
    }
    quiz.go_to("#/");
    quiz.wait_for("intro");
    quiz.answer("today", &["learning"]);
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.press(&quiz.word("review.see-my-result"));
    quiz.wait_for("results");
    host.leave();
    host.browser().until("the other result", || (host.received_of("completed").len() >= 2).then_some(()));
    assert_eq!((host.received_of("started").len(), host.received_of("completed").len()), (1, 2));
}

#[test]
fn listeners_of_the_element_get_the_same_and_can_be_taken_away() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    host.leave();
    let listen = "
        const quiz = document.querySelector('career-quiz');
        window.heard = [];
        quiz.on('started', event => { heard.push(['first', event]); throw new Error('a mistake of the host'); });
        quiz.on('started', event => heard.push(['second', event]));
        const remove = quiz.on('started', event => heard.push(['never', event]));
        remove();
        remove();
    ";
    host.browser().run(listen, &[]);
    host.enter();
    quiz.answer("today", &["learning"]);
    quiz.next();
    host.leave();
    host.wait_for("step");
    let started = message(json!({ "type": "started" }));
    let heard = || host.browser().run("return heard", &[]);
    host.browser().until("both listeners", || (heard().as_array().map(Vec::len) >= Some(2)).then_some(()));
    assert_eq!(heard(), json!([["first", started], ["second", started]]));
    host.enter();
    assert_eq!(quiz.here().question.as_deref(), Some("background"), "a mistake of the host is the host's");
}

#[test]
fn a_listener_hears_of_a_start_once_and_of_how_things_are_when_they_change() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element("data-theme=dark"));
    host.open("/");
    host.enter();
    host.leave();
    let listen = "
        const quiz = document.querySelector('career-quiz');
        window.heard = [];
        for (const type of ['ready', 'configured']) quiz.on(type, ({ type, theme }) => heard.push(theme ?? type));
    ";
    host.browser().run(listen, &[]);
    let answers = || host.received_of("ready").iter().filter(|ready| ready["is_answer"] == true).count();
    let before = answers();
    // As WebKit does with each new screen.
    let load =
        "document.querySelector('career-quiz').shadowRoot.querySelector('iframe').dispatchEvent(new Event('load'))";
    host.browser().run(load, &[]);
    host.browser().until("an answer to the hello", || (answers() > before).then_some(()));
    host.call("setConfig", &[json!({ "theme": "light" })]);
    let heard = || host.browser().run("return heard", &[]);
    host.browser().until("what has changed", || heard().to_string().contains("light").then_some(()));
    assert_eq!(heard(), json!(["ready", "dark", "light"]));
    // Another frame is another start.
    host.browser().run("const it = document.querySelector('career-quiz'); it.remove(); document.body.append(it)", &[]);
    host.browser().until("the new start", || heard().as_array().is_some_and(|it| it.len() > 4).then_some(()));
    assert_eq!(heard(), json!(["ready", "dark", "light", "ready", "light"]));
}

#[test]
fn a_result_goes_after_the_visitor_has_pressed_and_with_all_that_was_said() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element("data-campaign=spring"));
    host.open("/");
    host.browser().until("embed.js", || {
        (host.browser().run("return customElements.get('career-quiz') !== undefined", &[]) == true).then_some(())
    });
    let listen = "
        window.results = [];
        document.querySelector('career-quiz').on('result', result => results.push(result));
    ";
    host.browser().run(listen, &[]);
    host.enter();
    let page = quiz.take_to_result(people::ENTRY);
    let kept = quiz.kept("results").expect("results are kept in the frame");
    let kept = &kept["results"][0];
    let said = quiz.text();
    // Its scheme stands there too, where it is not the usual one.
    let name = host.origin();
    assert!(said.contains(&name), "who would get it is said: {said}");
    host.leave();
    let before = host.received();
    assert!(before.iter().all(|it| it.kind() != "result"), "nothing was sent before");
    for message in &before {
        assert_fits(&message.data);
        has_its_own_fields_only(&message.data);
    }
    assert_eq!(host.browser().run("return results", &[]), json!([]));
    host.enter();
    quiz.press(&quiz.words("send.button", &[("host", &name)]));
    host.leave();
    let result = host.wait_for("result");
    assert_fits(&result);
    has_its_own_fields_only(&result);
    assert_eq!(result["profile"], "entry");
    assert_eq!(result["campaign"], "spring");
    assert_eq!(result["answers"], kept["answers"]);
    assert_eq!(result["quiz"], quiz.content()["id"]);
    assert_eq!(result["content_version"], quiz.content()["version"]);
    for (profile, score) in &page.scores {
        assert_eq!(result["scores"][profile], *score, "{profile}: {result}");
    }
    assert_eq!(host.browser().run("return results", &[]), json!([result]));
    host.enter();
    let done = quiz.words("send.done", &[("host", &name)]);
    assert!(quiz.text().contains(&done), "what was sent is said: {}", quiz.text());
}

#[test]
fn where_no_one_listens_for_results_there_is_no_button_to_send_one() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.element(""));
    host.open("/");
    host.enter();
    quiz.finish_as_beginner();
    // Its scheme stands there too, where it is not the usual one.
    let name = host.origin();
    let button = quiz.words("send.button", &[("host", &name)]);
    assert!(!quiz.browser.has("button", &button));
    host.leave();
    // A listener that comes late is as good as one that came early.
    host.browser().run("document.querySelector('career-quiz').on('result', () => {})", &[]);
    host.enter_frame(0);
    quiz.browser.find("button", &button);
}

#[test]
fn a_host_that_has_not_said_who_it_is_hears_nothing_of_the_visitor() {
    let quiz = Quiz::new(Settings::default());
    let host = Host::of(&quiz);
    host.put_page("/", &host.plain("?campaign=x", ""));
    host.open("/");
    host.enter();
    quiz.finish_as_beginner();
    host.leave();
    host.wait_for("ready");
    let kinds: Vec<String> = host.received().iter().map(|message| message.kind().to_owned()).collect();
    assert_eq!(kinds, ["ready"], "not even heights, by which one question can be told from another");
}

/// A message with the fields that all have.
fn message(mut fields: Value) -> Value {
    fields["careerQuiz"] = 1.into();
    fields
}

/// The number in "Question 5 of about 16".
fn first_number(text: &str) -> u64 {
    let digits: String = text.chars().skip_while(|it| !it.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

/// Links open no tab from now on. The program is told of the click all the same.
#[track_caller]
fn stay_here(quiz: &Quiz) {
    quiz.browser.run("addEventListener('click', event => event.preventDefault())", &[]);
}

#[track_caller]
fn has_its_own_fields_only(message: &Value) {
    let own: &[&str] = match message["type"].as_str().expect("a type") {
        "ready" => &["is_answer", "version", "quiz", "language", "scoring"],
        "configured" => &["language", "theme", "accent", "refused"],
        "height" => &["height_px"],
        "failed" => &["is_answer", "reason", "faults"],
        "started" | "screen" | "search-opened" => &[],
        "step" => &["number"],
        "completed" => &["profile", "campaign"],
        "program-opened" => &["program"],
        "result" => &["quiz", "content_version", "fingerprint", "language", "profile", "scores", "answers", "campaign"],
        other => panic!("a type that nobody knows: {other}"),
    };
    let fields: BTreeSet<&str> = message.as_object().expect("an object").keys().map(String::as_str).collect();
    let known: BTreeSet<&str> = own.iter().copied().chain(["careerQuiz", "type"]).collect();
    assert_eq!(fields, known, "{message}");
}
