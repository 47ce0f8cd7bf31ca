//! The way to the target, followed to its end.

use crate::people;
use e2e::quiz::Quiz;

#[test]
fn who_does_what_the_plan_says_stands_at_the_target() {
    let quiz = Quiz::open();
    let result = quiz.take_to_result(people::MID_TO_SENIOR);
    assert_eq!(result.best().profile, "mid");
    assert!(result.text.contains("Your way to Senior"), "{}", result.text);
    assert!(!result.plan.is_empty(), "there is something to do: {}", result.text);
    for (question, options) in &result.plan {
        quiz.go_to(&format!("#/review/{question}"));
        quiz.answer(question, &options.iter().map(String::as_str).collect::<Vec<_>>());
    }
    quiz.go_to("#/review");
    quiz.wait_for("review");
    quiz.press("See my result");
    quiz.browser.until("the other result", || quiz.heading().ends_with("Senior").then_some(()));
    let result = quiz.result();
    assert_eq!(result.best().profile, "senior");
    assert!(result.plan.is_empty(), "there is no way left to go: {:?}", result.plan);
}

#[test]
fn a_question_that_would_settle_a_result_is_a_click_away() {
    let quiz = Quiz::open();
    quiz.answer("today", &["back-end-developer"]);
    quiz.go_to("#/review");
    quiz.press("See my result");
    let result = quiz.result();
    assert_eq!(result.heading, "Not enough answers for a result");
    quiz.follow(quiz.text_of("scope"));
    quiz.wait_for_question("scope");
    quiz.answer("scope", &["features"]);
    assert_eq!(quiz.next().screen, "review");
}
