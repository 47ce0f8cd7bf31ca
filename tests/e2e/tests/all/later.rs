//! What a first visit does not need: it comes when it is asked for, and where it cannot be had nothing is lost.

use e2e::offline::{beginning_file, later, preloads};
use e2e::quiz::{CONTENT, Quiz, Settings, WORDS};

#[test]
fn it_is_fetched_with_the_second_question_and_once() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    // A translation that the build has proven is not checked again, for which it would be needed.
    quiz.press("Español");
    quiz.wait_for_language("es");
    quiz.press("English");
    quiz.wait_for_language("en");
    let asked = quiz.server.asked();
    assert!(asked.iter().any(|path| path.ends_with("_bg.wasm")), "requests are seen: {asked:?}");
    assert!(!asked.contains(&later()), "nobody needs it yet: {asked:?}");
    quiz.next();
    let mut asked = Vec::new();
    quiz.browser.until("the rest to be fetched", || {
        asked.extend(quiz.server.asked());
        asked.contains(&later()).then_some(())
    });
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    asked.extend(quiz.server.asked());
    assert_eq!(asked.iter().filter(|path| **path == later()).count(), 1, "{asked:?}");
}

#[test]
fn a_first_visit_begins_with_words_and_questions_and_the_rest_of_the_content_comes_with_the_second() {
    let quiz = Quiz::open();
    let asked = quiz.server.asked();
    let count = |asked: &[String], file: &str| asked.iter().filter(|path| path.ends_with(file)).count();
    let (begins, words) = (&*beginning_file(CONTENT), WORDS);
    // WebKitGTK asks for what is preloaded a second time, since this server says `no-cache`.
    assert!(count(&asked, begins) > 0, "{asked:?}");
    assert_eq!((count(&asked, CONTENT), count(&asked, words)), (0, 0), "{asked:?}");
    quiz.take(&[("today", &["learning"])], |_, _| {});
    shows_a_result(&quiz);
    let later = quiz.server.asked();
    assert_eq!((count(&later, begins), count(&later, CONTENT)), (0, 1), "{later:?}");
    // Any other visit begins with all of it.
    quiz.visit("");
    let asked = quiz.server.asked();
    assert_eq!(count(&asked, begins), 0, "{asked:?}");
    assert!(count(&asked, CONTENT) > 0 && count(&asked, words) > 0, "{asked:?}");
}

#[test]
fn a_beginning_that_is_missing_or_of_another_program_is_that_of_the_whole_content() {
    let begins = beginning_file(CONTENT);
    let text = std::fs::read_to_string(e2e::dist().join(&begins[1..])).expect("the build has it");
    let other = text.replacen("[[\"1 ", "[[\"0 ", 1);
    assert_ne!(other, text);
    for (status, body) in [(404, "not found"), (200, &*other), (200, &text[..text.len() / 2])] {
        let quiz = Quiz::new(Settings::default());
        quiz.server.put(&begins, status, body.to_owned());
        assert_eq!(quiz.visit("").screen, "intro");
        quiz.answer("today", &["learning"]);
        let asked = quiz.server.asked();
        assert!(asked.contains(&format!("/{CONTENT}")), "{asked:?}");
    }
}

#[test]
fn a_language_that_was_begun_is_whole_before_it_is_shown_again() {
    let mut quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.press("Español");
    quiz.wait_for_language("es");
    quiz.speak("es");
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.server.put(&format!("/{CONTENT}"), 503, "");
    quiz.press("English");
    let notice = quiz.word("notice.language");
    quiz.browser.until("it to be said that it cannot be had", || quiz.text().contains(&notice).then_some(()));
    quiz.server.restore(&format!("/{CONTENT}"));
    quiz.press("English");
    quiz.wait_for_language("en");
    quiz.speak("en");
    quiz.wait_for("review");
    shows_a_result(&quiz);
}

/// A result has what questions alone do not: the names of all profiles.
#[track_caller]
fn shows_a_result(quiz: &Quiz) {
    quiz.press("See my result");
    quiz.wait_for("results");
    let (content, shown) = (quiz.content(), quiz.text());
    for profile in content["profiles"].as_array().expect("there are profiles") {
        assert!(shown.contains(profile["name"].as_str().expect("it has a name")), "{shown}");
    }
}

#[test]
fn while_it_is_on_its_way_that_is_said_and_one_can_go_elsewhere() {
    let mut quiz = Quiz::open();
    quiz.server.hold(&later());
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.go_to("#/review");
    wait_for_heading(&quiz, "Loading…");
    quiz.wait_for_focus_on_heading();
    assert!(quiz.browser.title().starts_with("Loading… – "), "{}", quiz.browser.title());
    quiz.browser.back();
    quiz.wait_for_question("background");
    quiz.wait_for_focus_on_heading();
    quiz.browser.forward();
    wait_for_heading(&quiz, "Loading…");
    quiz.press("Español");
    quiz.speak("es");
    wait_for_heading(&quiz, "Cargando…");
    quiz.server.release(&later());
    quiz.wait_for("review");
    quiz.wait_for_focus_on_heading();
    assert_eq!(quiz.heading(), quiz.word("review.title"));
}

#[test]
fn what_could_not_be_had_in_a_language_that_was_left_is_not_missed_in_the_next() {
    let mut quiz = Quiz::open();
    quiz.server.put(&format!("/{CONTENT}"), 503, "");
    quiz.server.hold(&format!("/{CONTENT}"));
    quiz.answer("today", &["learning"]);
    quiz.go_to("#/review");
    wait_for_heading(&quiz, "Loading…");
    quiz.press("Español");
    quiz.speak("es");
    wait_for_heading(&quiz, "Cargando…");
    quiz.server.release(&format!("/{CONTENT}"));
    quiz.wait_for("review");
    quiz.press(&quiz.word("review.see-my-result"));
    quiz.wait_for("results");
}

#[test]
fn where_it_is_long_on_its_way_that_is_said_and_the_screen_comes_all_the_same() {
    let quiz = Quiz::open();
    quiz.server.hold(&later());
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.go_to("#/review");
    wait_for_heading(&quiz, "Loading…");
    let late = quiz.word("problem.late");
    assert!(!quiz.text().contains(&late) && !quiz.browser.has("button", "Reload"), "it may come at any moment");
    quiz.browser.until("it to be said", || quiz.text().contains(&late).then_some(()));
    assert!(quiz.browser.has("button", "Reload"));
    quiz.server.release(&later());
    quiz.wait_for("review");
    assert!(!quiz.text().contains(&late));
}

#[test]
fn who_has_the_focus_on_the_way_to_reload_has_it_on_the_heading_when_the_screen_comes() {
    let quiz = with_the_focus_on_the_way_to_reload();
    quiz.server.release(&later());
    quiz.wait_for("saved");
    quiz.wait_for_focus_on_heading();
}

#[test]
fn who_was_on_the_way_to_reload_and_has_gone_on_keeps_the_focus() {
    let quiz = with_the_focus_on_the_way_to_reload();
    quiz.browser.run("document.querySelector('header a').focus()", &[]);
    quiz.server.release(&later());
    quiz.wait_for("saved");
    quiz.browser.wait_for_draws(5);
    assert_eq!(quiz.browser.run("return document.activeElement.closest('header') !== null", &[]), true);
}

#[test]
fn who_comes_to_such_a_screen_from_elsewhere_keeps_the_focus() {
    let quiz = Quiz::open();
    quiz.server.hold(&later());
    quiz.leave();
    quiz.browser.open(&quiz.server.address("/#/saved"));
    wait_for_heading(&quiz, "Loading…");
    quiz.server.release(&later());
    quiz.wait_for("saved");
    // Where it moves, it does so before the next frame.
    quiz.browser.run("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]);
    assert_eq!(quiz.browser.run("return document.activeElement.tagName", &[]), "BODY");
}

/// A failure: what it is, the path of the file that it is of, and how it comes about.
type Failure<'f> = (&'static str, &'f str, &'f dyn Fn(&Quiz));

#[test]
fn a_screen_that_cannot_be_had_is_said_to_be_so_and_is_there_once_it_can() {
    let whole = std::fs::read(e2e::dist().join(&later()[1..])).expect("the build has it");
    let content = format!("/{CONTENT}");
    let later = later();
    let fails: [Failure<'_>; 5] = [
        ("it is gone", &later, &|quiz| quiz.server.put(&later, 404, "not found")),
        ("it is cut off", &later, &|quiz| quiz.server.put(&later, 200, whole[..whole.len() / 2].to_vec())),
        ("the page is there in its place", &later, &|quiz| {
            quiz.server.put_as(&later, "text/html", "<!doctype html><title>Welcome</title>");
        }),
        ("what it shows of the content is gone", &content, &|quiz| quiz.server.put(&content, 404, "not found")),
        ("the content is another by now", &content, &|quiz| {
            quiz.server.put(&content, 200, quiz.content().to_string());
        }),
    ];
    for (what, file, fail) in fails {
        eprintln!("{what}");
        let quiz = Quiz::open();
        fail(&quiz);
        quiz.answer("today", &["learning"]);
        quiz.next();
        quiz.answer("background", &["web-design"]);
        quiz.wait_for_saved("yes");
        let answers = || quiz.kept("progress").expect("there is progress")["answers"].clone();
        let before = answers();
        quiz.go_to("#/review");
        is_not_had(&quiz);
        assert_eq!(answers(), before, "{what}");

        // Still not.
        quiz.server.asked();
        quiz.press("Try again");
        quiz.browser
            .until("it to be asked for again", || quiz.server.asked().iter().any(|path| path == file).then_some(()));
        is_not_had(&quiz);
        // Questions go on without it, and another screen tries again by itself.
        quiz.go_to("#/question/background");
        quiz.wait_for_question("background");
        quiz.server.restore(file);
        quiz.go_to("#/review");
        quiz.wait_for("review");
        assert!(quiz.text().contains("Web design"), "{what}: {}", quiz.text());
    }
}

#[test]
fn what_fails_on_its_way_is_asked_for_once_more_for_who_came_to_a_screen_meanwhile() {
    for is_there_then in [true, false] {
        let quiz = with_a_fault_on_its_way();
        let mut asked = Vec::new();
        quiz.browser.until("it to be asked for", || {
            asked.extend(quiz.server.asked());
            asked.contains(&later()).then_some(())
        });
        if is_there_then {
            quiz.server.restore(&later());
        }
        quiz.go_to("#/review");
        wait_for_heading(&quiz, "Loading…");
        quiz.server.release(&later());
        if is_there_then {
            quiz.wait_for("review");
            quiz.wait_for_focus_on_heading();
        } else {
            is_not_had(&quiz);
        }
        asked.extend(quiz.server.asked());
        assert_eq!(asked.iter().filter(|path| **path == later()).count(), 2, "{asked:?}");
    }
}

#[test]
fn who_has_the_focus_on_the_way_to_reload_keeps_it_while_it_is_asked_for_once_more() {
    let quiz = with_a_fault_on_its_way();
    quiz.go_to("#/review");
    wait_for_reload(&quiz);
    quiz.server.restore(&later());
    quiz.browser.run("document.querySelector('main button').focus()", &[]);
    quiz.browser.run(HOLD_NEXT, &[]);
    quiz.server.release(&later());
    quiz.browser.until("it to be asked for once more", || {
        (quiz.browser.run("return window.isAsked ?? false", &[]) == true).then_some(())
    });
    assert_eq!(quiz.browser.focused().name(), "Reload");
    quiz.browser.run("window.goOn()", &[]);
    quiz.wait_for("review");
    quiz.wait_for_focus_on_heading();
}

#[test]
fn trying_again_shows_the_screen_that_was_asked_for() {
    let quiz = Quiz::open();
    quiz.server.put(&later(), 500, "a fault");
    quiz.visit("#/nonsense");
    wait_for_heading(&quiz, NOT_HAD);
    quiz.server.restore(&later());
    quiz.press("Try again");
    wait_for_heading(&quiz, "There is nothing at this address");
    quiz.wait_for_focus_on_heading();
}

#[test]
fn it_may_be_said_to_be_of_any_type() {
    let whole = std::fs::read(e2e::dist().join(&later()[1..])).expect("the build has it");
    let quiz = Quiz::open();
    quiz.server.put_as(&later(), "application/octet-stream", whole);
    assert_eq!(quiz.visit("#/saved").screen, "saved");
}

#[test]
fn a_page_that_is_no_question_has_it_fetched_beside_the_program() {
    let quiz = Quiz::open();
    assert_eq!(preloads(&quiz.browser, &later()), 0, "a question does not need it");
    assert_eq!(quiz.visit("#/review/today").screen, "question");
    assert_eq!(preloads(&quiz.browser, &later()), 0, "nor does one that is changed");
    assert_eq!(quiz.visit("#/saved").screen, "saved");
    assert_eq!(preloads(&quiz.browser, &later()), 1);
}

const NOT_HAD: &str = "This part of the quiz could not be loaded";

#[track_caller]
fn is_not_had(quiz: &Quiz) {
    wait_for_heading(quiz, NOT_HAD);
    quiz.wait_for_focus_on_heading();
    assert!(quiz.browser.title().starts_with(NOT_HAD), "{}", quiz.browser.title());
}

/// Somebody is at the second question, with which it is asked for; it is long on its way, and then the server fails.
#[track_caller]
fn with_a_fault_on_its_way() -> Quiz {
    let quiz = Quiz::open();
    quiz.server.hold(&later());
    quiz.server.put(&later(), 503, "a fault");
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.wait_for_question("background");
    quiz
}

/// Somebody has begun at a screen that is long on its way, and has the focus on what loads the page anew.
#[track_caller]
fn with_the_focus_on_the_way_to_reload() -> Quiz {
    let quiz = Quiz::open();
    quiz.server.hold(&later());
    quiz.leave();
    quiz.browser.open(&quiz.server.address("/#/saved"));
    wait_for_reload(&quiz);
    quiz.browser.run("document.querySelector('main button').focus()", &[]);
    quiz
}

/// Waits until it is said that this takes long.
#[track_caller]
fn wait_for_reload(quiz: &Quiz) {
    wait_for_heading(quiz, "Loading…");
    let late = quiz.word("problem.late");
    quiz.browser.until("it to be said", || quiz.text().contains(&late).then_some(()));
}

/// The page's next request waits until it is told to go on.
const HOLD_NEXT: &str = "const fetches = window.fetch;
    window.fetch = async (...words) => {
        window.isAsked = true;
        await new Promise(done => { window.goOn = done; });
        return fetches(...words);
    };";

#[track_caller]
fn wait_for_heading(quiz: &Quiz, heading: &str) {
    let script = "return document.querySelector('main h1')?.textContent ?? null";
    quiz.browser.until(heading, || (quiz.browser.run(script, &[]) == heading).then_some(()));
}
