//! What holds for everybody, whatever they answer: tried on many people with random answers.

mod support;

use ProfileId::{Entry, Senior};
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, Kind, ProfileId, Question};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::nearest::nearest_change;
use career_quiz::quiz::recommend::recommend;
use career_quiz::quiz::score::{Outcome, score};
use support::{Dice, default_content, number, one};

fn outcome(content: &Content, answers: &Answers) -> Outcome {
    score(content, &Course::of(content, answers))
}

/// Many people, each with answers of their own.
fn people(content: &Content, seed: u64, count: usize) -> Vec<Answers> {
    let mut dice = Dice::new(seed);
    (0..count).map(|_| dice.answers(content)).collect()
}

#[test]
fn the_lines_of_a_ledger_sum_to_the_score_and_are_worth_what_the_content_says() {
    let content = default_content();
    for answers in people(&content, 1, 500) {
        let course = Course::of(&content, &answers);
        for profile in score(&content, &course).profiles {
            assert_eq!(profile.ledger.iter().map(|line| line.points).sum::<u32>(), profile.score, "{answers:?}");
            for line in &profile.ledger {
                let question = line.question(&content);
                let worth = match line.answer(&content) {
                    Answer::One(id) => question.option(&id).expect("it was picked").points,
                    Answer::Number(years) => question.band(years).expect("it fits").points,
                    Answer::Many(_) => panic!("a line is for one option"),
                };
                assert_eq!(u32::from(worth.of(profile.id)), line.points);
            }
        }
    }
}

#[test]
fn answering_what_was_skipped_leads_into_the_range_and_never_out_of_it() {
    let content = default_content();
    let mut dice = Dice::new(2);
    let mut moved = 0;
    for answers in people(&content, 3, 150) {
        let before = outcome(&content, Course::of(&content, &answers).counted());
        // Answered one after the other, with what each opens.
        let mut further = Course::of(&content, &answers).counted().clone();
        for question in &content.questions {
            let asked = Course::of(&content, &further).asks(&content, &question.id);
            if asked && further.get(&question.id).is_none() {
                dice.answer(question).into_iter().for_each(|answer| further.set(&question.id, answer));
            }
        }
        let after = outcome(&content, &further);
        for profile in ProfileId::ALL {
            let (range, score) = (before.score_of(profile), after.score_of(profile).score);
            assert!((range.score..=range.high).contains(&score), "{profile} {score} {range:?}\n{answers:?}");
            moved += usize::from(score > range.score);
        }
    }
    assert!(moved > 50, "{moved}");
}

#[test]
fn the_same_answers_come_to_the_same_whatever_order_they_are_given_in() {
    let content = default_content();
    for answers in people(&content, 4, 100) {
        let mut backwards = Answers::default();
        for (id, answer) in answers.iter().collect::<Vec<_>>().into_iter().rev() {
            backwards.set(id, answer.clone());
        }
        let all = |answers: &Answers| {
            let course = Course::of(&content, answers);
            let outcome = score(&content, &course);
            let change = nearest_change(&content, &course, &outcome);
            let advice = outcome.best.map(|best| recommend(&content, course.counted(), best, change.acts()));
            format!("{outcome:?} {change:?} {advice:?}")
        };
        assert_eq!(all(&answers), all(&backwards));
        // Read anew, so that nothing hangs on where in memory something lies.
        let again = default_content();
        let outcome = score(&again, &Course::of(&again, &answers));
        assert_eq!(outcome, self::outcome(&content, &answers));
    }
}

/// How far senior leads entry-level.
fn lead(content: &Content, answers: &Answers) -> i64 {
    let outcome = outcome(content, answers);
    i64::from(outcome.score_of(Senior).score) - i64::from(outcome.score_of(Entry).score)
}

fn more(question: &Question, answer: &Answer) -> Option<Answer> {
    match answer {
        Answer::One(id) => {
            let place = question.options.iter().position(|option| option.id == *id)?;
            question.options.get(place + 1).map(|option| one(&option.id))
        }
        Answer::Number(years) => Some(number(years + question.grain())).filter(|more| more.fits(question)),
        Answer::Many(_) => None,
    }
}

#[test]
fn more_years_scope_or_mentoring_never_lowers_senior_against_entry_level() {
    let content = default_content();
    let mut compared = 0;
    for answers in people(&content, 5, 400) {
        let counted = Course::of(&content, &answers).counted().clone();
        for id in ["professional-years", "scope", "production", "mentoring"] {
            let question = content.question(id).expect("it exists");
            let Some(more) = counted.get(id).and_then(|answer| more(question, answer)) else { continue };
            let mut further = counted.clone();
            further.set(id, more);
            assert!(lead(&content, &further) >= lead(&content, &counted), "{id}: {counted:?}");
            compared += 1;
        }
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn goals_and_wishes_never_change_a_rung() {
    let content = default_content();
    let rungs = [Entry, ProfileId::Mid, Senior];
    for answers in people(&content, 6, 200) {
        let before = outcome(&content, &answers);
        for id in ["goal", "freelance"] {
            let question = content.question(id).expect("it exists");
            assert_eq!(question.kind, Kind::Single);
            for option in &question.options {
                let mut other = answers.clone();
                other.set(id, one(&option.id));
                let after = outcome(&content, &other);
                let scores = |outcome: &Outcome| rungs.map(|rung| outcome.score_of(rung).score);
                assert_eq!(scores(&after), scores(&before), "{id} {}", option.id);
                assert_eq!(after.level, before.level, "{id} {}", option.id);
            }
        }
    }
}
