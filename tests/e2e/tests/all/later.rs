//! What a first visit does not need: it comes when it is asked for, and where it cannot be had nothing is lost.

use e2e::browser::Browser;
use e2e::offline::Build;
use e2e::quiz::Quiz;

/// The path of what comes later.
fn part() -> String {
    format!("/{}", Build::copy().file("_later.wasm"))
}

#[test]
fn it_is_fetched_with_the_second_question_and_once() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    let asked = quiz.server.asked();
    assert!(asked.iter().any(|path| path.ends_with("_bg.wasm")), "requests are seen: {asked:?}");
    assert!(!asked.contains(&part()), "nobody needs it yet: {asked:?}");
    quiz.next();
    let mut asked = Vec::new();
    quiz.browser.until("the rest to be fetched", || {
        asked.extend(quiz.server.asked());
        asked.contains(&part()).then_some(())
    });
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.follow("Saved results");
    quiz.wait_for("saved");
    asked.extend(quiz.server.asked());
    assert_eq!(asked.iter().filter(|path| **path == part()).count(), 1, "{asked:?}");
}

#[test]
fn a_screen_that_cannot_be_had_is_said_to_be_so_and_is_there_once_it_can() {
    let whole = std::fs::read(e2e::dist().join(&part()[1..])).expect("the build has it");
    let fails: [(&str, &dyn Fn(&Quiz)); 3] = [
        ("it is gone", &|quiz| quiz.server.put(&part(), 404, "not found")),
        ("it is cut off", &|quiz| quiz.server.put(&part(), 200, whole[..whole.len() / 2].to_vec())),
        ("the page is there in its place", &|quiz| {
            quiz.server.put_as(&part(), "text/html", "<!doctype html><title>Welcome</title>");
        }),
    ];
    for (what, fail) in fails {
        let quiz = Quiz::open();
        fail(&quiz);
        quiz.answer("today", &["learning"]);
        quiz.next();
        quiz.answer("background", &["web-design"]);
        quiz.wait_for_saved("yes");
        let answers = || quiz.kept("progress").expect("there is progress")["answers"].clone();
        let before = answers();
        quiz.go_to("#/review");
        quiz.wait_for("problem");
        assert_eq!(quiz.heading(), "This part of the quiz could not be loaded", "{what}");
        assert!(quiz.browser.title().starts_with("This part of the quiz could not be loaded"), "{what}");
        assert_eq!(focused(&quiz.browser), "H1", "{what}: who reads by ear hears of it");
        assert_eq!(answers(), before, "{what}");

        // Still not.
        quiz.press("Try again");
        quiz.wait_for("problem");
        // Questions go on without it, and another screen tries again by itself.
        quiz.go_to("#/question/background");
        quiz.wait_for_question("background");
        quiz.server.restore(&part());
        quiz.go_to("#/saved");
        quiz.wait_for("saved");
        quiz.go_to("#/review");
        quiz.wait_for("review");
        assert!(quiz.text().contains("Web design"), "{what}: {}", quiz.text());
    }
}

#[test]
fn trying_again_shows_the_screen_that_was_asked_for() {
    let quiz = Quiz::open();
    quiz.server.put(&part(), 500, "a fault");
    assert_eq!(quiz.visit("#/nonsense").screen, "problem");
    quiz.server.restore(&part());
    quiz.press("Try again");
    quiz.browser
        .until("the address to be looked at", || (quiz.heading() == "There is nothing at this address").then_some(()));
    assert_eq!(focused(&quiz.browser), "H1");
}

#[test]
fn it_may_be_said_to_be_of_any_type() {
    let whole = std::fs::read(e2e::dist().join(&part()[1..])).expect("the build has it");
    let quiz = Quiz::open();
    quiz.server.put_as(&part(), "application/octet-stream", whole);
    assert_eq!(quiz.visit("#/saved").screen, "saved");
}

fn focused(browser: &Browser) -> String {
    browser.run("return document.activeElement.tagName", &[]).as_str().unwrap_or_default().to_owned()
}
