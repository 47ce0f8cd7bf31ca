//! What a first visit does not run: it comes after the first screen, or when something of it is needed, and before anything else that a visit may begin with.

use e2e::engine::{Gap, Lent, cannot};
use e2e::offline::{cold, preloads, program};
use e2e::quiz::{Quiz, Settings};
use serde_json::json;

#[test]
fn the_first_question_is_answered_without_it() {
    for languages in [&["en"] as &[&str], &["es"]] {
        let mut quiz = Quiz::new(Settings { languages, ..Settings::default() });
        quiz.speak(languages[0]);
        quiz.server.hold(&cold());
        quiz.visit("");
        for option in ["learning", "intern", "no-code"] {
            quiz.answer("today", &[option]);
            wait_until_saved(&quiz);
        }
        quiz.browser.until("it to be asked for", || quiz.server.asked().contains(&cold()).then_some(()));
        quiz.server.release(&cold());
        quiz.press(&quiz.word("question.next"));
        assert_eq!(quiz.here().question.as_deref(), Some("background"));
    }
}

#[test]
fn where_it_is_needed_before_it_has_come_it_is_fetched_at_once() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.put(&cold(), 503, "not now");
    quiz.visit("");
    quiz.browser.until("it to be asked for", || quiz.server.asked().contains(&cold()).then_some(()));
    quiz.answer("today", &["learning"]);
    wait_until_saved(&quiz);
    quiz.server.restore(&cold());
    quiz.next();
    assert_eq!(quiz.here().question.as_deref(), Some("background"));
    quiz.next();
    let asked = quiz.server.asked();
    assert_eq!(asked.iter().filter(|path| **path == cold()).count(), 1, "and once: {asked:?}");
}

#[test]
fn what_waits_for_it_is_told_once_also_where_it_comes_a_second_time() {
    let quiz = Quiz::new(Settings::default());
    // The head of the answer comes, and then nothing until it may go on.
    quiz.server.run_first(
        "window.told = window.made = 0;
        addEventListener('whole', () => { window.told += 1; }, true);
        const fetches = window.fetch;
        window.fetch = async (...words) => {
            const response = await fetches(...words);
            if (!String(words[0]).includes('_cold')) return response;
            const bytes = new Uint8Array(await response.arrayBuffer());
            const pull = async (body) => {
                await new Promise(done => { window.goOn = done; });
                body.enqueue(bytes);
                body.close();
            };
            return new Response(new ReadableStream({ pull }), { headers: { 'Content-Type': 'application/wasm' } });
        };
        for (const name of ['instantiate', 'instantiateStreaming']) {
            const makes = WebAssembly[name];
            WebAssembly[name] = async (...words) => {
                const made = await makes(...words);
                window.made += 1;
                return made;
            };
        }",
    );
    quiz.visit("");
    let is = |script: &str| (quiz.browser.run(&format!("return {script}"), &[]) == true).then_some(());
    quiz.browser.until("its head", || is("!!window.goOn"));
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.browser.until("what waits for it to be told", || is("told === 1"));
    quiz.browser.run("const before = made; window.isMade = () => made > before; goOn()", &[]);
    quiz.browser.until("the other to be there", || is("isMade()"));
    assert_eq!(quiz.browser.run("return told", &[]), 1);
}

#[test]
fn who_leaves_right_after_an_answer_has_it_when_they_come_back() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.hold(&cold());
    // So late that it is kept by what the program does when it is left, or not at all.
    quiz.server.run_first("addEventListener('pagehide', () => document.getElementById('today--learning')?.click())");
    quiz.visit("");
    quiz.leave();
    assert_eq!(quiz.answers_kept()["today"], "learning");
    quiz.server.release(&cold());
    quiz.browser.back();
    quiz.wait_for_question("today");
    assert!(quiz.option("today", "learning").is_picked());
    quiz.next();
    assert_eq!(quiz.here().question.as_deref(), Some("background"));
}

#[test]
fn where_the_program_itself_is_late_it_comes_all_the_same() {
    let mut quiz = Quiz::new(Settings { languages: &["es"], ..Settings::default() });
    quiz.speak("es");
    quiz.server.hold(&program());
    quiz.leave();
    quiz.browser.open(&quiz.server.address("/"));
    let late = quiz.word("start.slow");
    wait_until_said(&quiz, &late);
    quiz.server.release(&program());
    quiz.wait_for("intro");
    quiz.browser.until("it to be asked for", || quiz.server.asked().contains(&cold()).then_some(()));
}

#[test]
fn where_it_cannot_be_had_that_is_said_and_what_was_answered_is_kept() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.put(&cold(), 404, "gone");
    quiz.visit("");
    quiz.answer("today", &["learning"]);
    wait_until_saved(&quiz);
    quiz.press("Next");
    let said = quiz.word("start.failed");
    wait_until_said(&quiz, &said);
    quiz.browser.run("window.isBefore = true", &[]);
    quiz.press("Reload");
    // Who comes back does not start without it.
    let said = quiz.word(if cannot(Gap::ModuleFailure) { "start.slow" } else { "start.failed" });
    wait_until_said(&quiz, &said);
    quiz.server.restore(&cold());
    quiz.press("Reload");
    quiz.wait_for_question("today");
    assert!(quiz.option("today", "learning").is_picked());
    quiz.next();
    assert_eq!(quiz.here().question.as_deref(), Some("background"));
}

#[test]
fn who_comes_back_or_begins_elsewhere_has_it_before_the_program_starts() {
    let quiz = Quiz::new(Settings::default());
    // What would be fetched at once would say so.
    quiz.server.run_first("XMLHttpRequest.prototype.send = () => { throw new Error('asked at once'); };");
    quiz.visit("#/saved");
    quiz.wait_for("saved");
    quiz.visit("?theme=dark#/question/background");
    quiz.wait_for_question("background");
    quiz.visit("");
    quiz.answer("today", &["learning"]);
    quiz.next();
    wait_until_saved(&quiz);
    quiz.leave();
    quiz.visit("");
    assert_eq!(quiz.here().question.as_deref(), Some("today"));
}

#[test]
fn who_has_the_files_from_a_worker_has_it_before_the_program_starts() {
    let quiz = Quiz::new(Settings { worker: true, ..Settings::default() });
    quiz.visit("");
    assert_eq!(preloads(&quiz.browser, &cold()), 0, "a first visit does without");
    quiz.wait_until_offline();
    quiz.leave();
    quiz.server.stop();
    quiz.browser.open(&quiz.server.address("/"));
    quiz.wait_for("intro");
    assert_eq!(preloads(&quiz.browser, &cold()), 1);
    quiz.answer("today", &["learning"]);
    quiz.wait_for_saved("yes");
}

#[test]
fn a_browser_that_makes_nothing_large_at_once_has_it_before_the_program_starts() {
    let quiz = Quiz::new(Settings::default());
    quiz.server.run_first(
        "const Own = WebAssembly.Module;
        WebAssembly.Module = function (bytes) {
            if (bytes.byteLength > 4096) throw new RangeError('too large');
            return new Own(bytes);
        };",
    );
    quiz.server.hold(&cold());
    quiz.leave();
    quiz.browser.open(&quiz.server.address("/"));
    quiz.browser.until("it to be asked for", || quiz.server.asked().contains(&cold()).then_some(()));
    quiz.option("today", "learning").click();
    assert_eq!(is_loading(&quiz.browser), json!(true));
    quiz.server.release(&cold());
    quiz.browser.until("the program", || (is_loading(&quiz.browser) == json!(false)).then_some(()));
    assert!(quiz.option("today", "learning").is_picked());
}

fn is_loading(browser: &Lent) -> serde_json::Value {
    browser.run("return document.getElementById('app').hasAttribute('data-loading')", &[])
}

#[track_caller]
fn wait_until_saved(quiz: &Quiz) {
    let saved = "return document.getElementById('save-mark').dataset.saved";
    quiz.browser.until("it to be saved", || (quiz.browser.run(saved, &[]) == "yes").then_some(()));
}

/// Waits until the page says something, however little there is of it. One that is about to be loaded anew, and says so in `isBefore`, does not count.
#[track_caller]
fn wait_until_said(quiz: &Quiz, text: &str) {
    let said = "return window.isBefore ? '' : document.body?.innerText ?? ''";
    quiz.browser.until(text, || quiz.browser.try_run(said).ok()?.as_str()?.contains(text).then_some(()));
}
