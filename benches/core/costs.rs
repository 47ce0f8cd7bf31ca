//! What the core costs: whether scoring a filled-in quiz costs less than reading its answers, and how both grow with
//! the number of questions. The figures are in `docs/performance-core.md`.

#[path = "../../tests/support/mod.rs"]
mod support;

use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::{self, Content, Kind};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::nearest::nearest_change;
use career_quiz::quiz::proof::prove;
use career_quiz::quiz::recommend::recommend;
use career_quiz::quiz::score::score;
use criterion::{Criterion, criterion_group};
use std::hint::black_box;
use std::time::Duration;
use support::{DEFAULT, Dice, default_content, large, many, number, one, parsed};

/// Every question answered: by the throw of dice, but that no answer is left out.
fn filled_in(content: &Content) -> Answers {
    let mut dice = Dice::new(1);
    let mut answers = dice.answers(content);
    for question in &content.questions {
        if Course::of(content, &answers).asks(content, &question.id) && answers.get(&question.id).is_none() {
            let answer = match question.kind {
                Kind::Single => one(&question.options[0].id),
                Kind::Multi => many(&[&question.options[0].id]),
                Kind::Number => number(question.least()),
            };
            answers.set(&question.id, answer);
        }
    }
    answers
}

/// The two costs that are compared, for one quiz.
fn answers_and_score(criterion: &mut Criterion, name: &str, content: &Content) {
    let answers = filled_in(content);
    let text = serde_json::to_string(&answers).expect("answers have a JSON form");
    let mut group = criterion.benchmark_group(name);
    group.bench_function("read the answers", |bench| {
        let read = || serde_json::from_str::<Answers>(black_box(&text)).expect("answers are read back");
        bench.iter_with_large_drop(read);
    });
    group.bench_function("score them", |bench| {
        let scored = || score(content, &Course::of(content, black_box(&answers)));
        bench.iter_with_large_drop(scored);
    });
    group.finish();
}

fn costs_by_size(criterion: &mut Criterion) {
    answers_and_score(criterion, "default", &default_content());
    for questions in [15, 100, 1_000] {
        let content = parsed(&large(questions, 10).to_string());
        answers_and_score(criterion, &format!("{questions} questions of 10 options"), &content);
    }
}

/// The content that people take: reading it, and everything that is worked out once for a result.
fn whole_result(criterion: &mut Criterion) {
    let content = default_content();
    // The persona that asks for the most: somebody who wants to go elsewhere.
    let ways = content.personas.iter().map(|persona| {
        let course = Course::of(&content, &persona.answers);
        let outcome = score(&content, &course);
        (course, outcome)
    });
    let on_the_way = ways.max_by_key(|(course, outcome)| nearest_change(&content, course, outcome).acts().len());
    let (course, outcome) = on_the_way.expect("the default content has personas");
    let change = nearest_change(&content, &course, &outcome);
    let best = outcome.best.expect("a persona's profile is known");

    let mut group = criterion.benchmark_group("default");
    group.bench_function("read the content", |bench| bench.iter(|| content::parse(black_box(DEFAULT))));
    group.bench_function("nearest change", |bench| {
        bench.iter(|| nearest_change(&content, black_box(&course), &outcome));
    });
    group.bench_function("recommend", |bench| {
        bench.iter(|| recommend(&content, black_box(course.counted()), best, change.acts()));
    });
    group.sample_size(10);
    group.bench_function("prove", |bench| bench.iter(|| prove(black_box(&content))));
    group.finish();
}

criterion_group! {
    name = core;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = costs_by_size, whole_result
}
