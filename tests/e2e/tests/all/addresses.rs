//! Addresses that lead nowhere, and two deployments beside each other.

use e2e::quiz::{Quiz, Settings};

#[test]
fn an_address_that_leads_nowhere_says_so_and_changes_nothing() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    quiz.next();
    let before = quiz.browser.storage();
    let wrong = [
        ("#/nonsense", "There is nothing at this address"),
        ("#/question/none", "There is nothing at this address"),
        ("#/question/%3Cimg%20src=x%3E", "There is nothing at this address"),
        ("#/question/today/more", "There is nothing at this address"),
        ("#/review/none", "There is nothing at this address"),
        ("#/results/none", "This result is not in this browser"),
        ("#/results", "This result is not in this browser"),
        ("#/question/mentoring", "This question is not asked"),
        ("#/review/mentoring", "This question is not asked"),
    ];
    for (hash, heading) in wrong {
        assert_eq!(quiz.visit(hash).screen, "problem", "{hash}");
        assert_eq!(quiz.heading(), heading, "{hash}");
        assert!(quiz.browser.title().starts_with(heading), "{hash}: {}", quiz.browser.title());
        assert_eq!(quiz.browser.storage(), before, "{hash}");
    }
    // From a question that is not asked, the way on is where the person was.
    quiz.follow("Continue");
    quiz.wait_for_question("background");
    assert_eq!(quiz.browser.storage(), before);
    // The same without loading the page anew.
    for (hash, heading) in wrong {
        quiz.go_to(hash);
        quiz.browser.until(&format!("{heading} at {hash}"), || (quiz.heading() == heading).then_some(()));
        quiz.wait_for("problem");
    }
    assert_eq!(quiz.browser.storage(), before);
    quiz.go_to("#/nonsense");
    quiz.follow("Go to the quiz");
    quiz.wait_for("intro");
}

#[test]
fn each_screen_has_an_address_that_opens_it_anew() {
    let quiz = Quiz::open();
    quiz.answer("today", &["learning"]);
    for (hash, screen) in [("#/question/goal", "question"), ("#/review", "review"), ("#/review/goal", "question")] {
        assert_eq!(quiz.visit(hash).screen, screen, "{hash}");
    }
    assert_eq!(quiz.visit("#/saved").screen, "saved");
    assert_eq!(quiz.visit("#/").screen, "intro");
    assert_eq!(quiz.visit("").screen, "intro");
}

#[test]
fn two_deployments_on_one_origin_keep_apart() {
    let mut quiz = Quiz::new(Settings::default());
    let dist = e2e::dist();
    quiz.server.mount("/a/", &dist);
    quiz.server.mount("/b/", &dist);
    quiz.move_to("/a/");
    quiz.visit("");
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.go_to("#/review");
    quiz.press("See my result");
    quiz.wait_for("results");
    let of_a = quiz.browser.storage();
    assert!(of_a.len() == 2 && of_a.keys().all(|key| key.starts_with("career-quiz.")), "{of_a:?}");

    quiz.move_to("/b/");
    quiz.visit("");
    assert!(!quiz.browser.has("button", "See your last result"), "nothing of the other is offered");
    assert!(quiz.answers_shown().is_empty(), "no answer of the other is shown");
    quiz.answer("today", &["intern"]);
    quiz.next();
    let all = quiz.browser.storage();
    assert!(all.keys().all(|key| key.starts_with("career-quiz.")), "{all:?}");
    assert!(of_a.iter().all(|(key, text)| all.get(key) == Some(text)), "what the other kept is as it was");

    quiz.move_to("/a/");
    quiz.visit("");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["learning"]));
    quiz.press("See your last result");
    quiz.wait_for("results");
}
