//! The nearest change that brings a person to their target, held against trying everything.

mod support;

use ProfileId::{Entry, Freelance, Mid, Senior};
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, Grows, Kind, Points, ProfileId, Question};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::nearest::{Act, Change, nearest_change};
use career_quiz::quiz::score::{Outcome, score};
use career_quiz::quiz::standing::lead;
use serde_json::{Value, json};
use support::{Dice, SMALL, default_content, many, number, one, parsed, set};

/// The small quiz, in which skills, team and clients can be acted on, and a wish sets the target.
fn growing() -> Value {
    let mut quiz = support::json(SMALL);
    for question in [1, 3, 4] {
        set(&mut quiz, &format!("/questions/{question}/grows"), json!("by-acting"));
    }
    set(&mut quiz, "/questions/2/grows", json!("with-time"));
    set(&mut quiz, "/questions/5/options/0/target", json!("freelance"));
    set(&mut quiz, "/questions/5/options/0/wish", json!(true));
    set(&mut quiz, "/questions/5/options/1/target", json!("senior"));
    quiz
}

/// The same with a question more, which a team opens, and with other points and conditions every time; small enough to
/// stay below 100.
fn shuffled(dice: &mut Dice) -> Value {
    let mut quiz = growing();
    let rota = json!({
        "id": "rota", "kind": "single", "text": "Who acts?", "grows": "by-acting",
        "show_if": [{ "question": "team", "any_of": ["lead"] }],
        "options": [
            { "id": "others", "text": "Others" }, { "id": "turn", "text": "In turn" }, { "id": "me", "text": "I do" },
        ],
    });
    quiz["questions"].as_array_mut().expect("a list").insert(4, rota);
    for pointer in ["1/options/0", "1/options/1", "3/options/0", "4/options/0", "4/options/1", "4/options/2"] {
        let points = json!({ "mid": dice.roll(9), "senior": dice.roll(9), "freelance": dice.roll(9) });
        set(&mut quiz, &format!("/questions/{}/points", pointer), points);
    }
    set(&mut quiz, "/questions/3/options/1/points", json!({ "senior": dice.roll(24), "freelance": dice.roll(9) }));
    set(&mut quiz, "/questions/5/options/1/points", json!({ "freelance": dice.roll(30) }));
    if dice.roll(4) == 0 {
        set(&mut quiz, "/questions/0/grows", json!("by-moving"));
    }
    if dice.roll(3) == 0 {
        set(&mut quiz, "/questions/5/show_if", json!([{ "question": "team", "any_of": ["lead"] }]));
    }
    if dice.roll(3) == 0 {
        let skill = ["sql", "git", "none"][dice.roll(3)];
        let show_if = json!([
            { "question": "skills", "any_of": [skill] },
            { "question": "team", "any_of": ["lead"] },
        ]);
        let early = json!([
            { "question": "team", "any_of": ["lead"] }, { "question": "years", "below": 2 + dice.roll(9) },
        ]);
        let odd = |id: &str, show_if| json!({ "id": id, "title": "Odd", "text": "Odd.", "show_if": show_if });
        set(&mut quiz, "/contradictions", json!([odd("odd", show_if), odd("early", early)]));
    }
    if dice.roll(4) == 0 {
        set(&mut quiz, "/questions/4/options/1/no_aim", json!(true));
    }
    if dice.roll(3) == 0 {
        // A wish that somebody can act on.
        set(&mut quiz, "/questions/4/options/1/wish", json!(true));
    }
    quiz
}

fn result(content: &Content, answers: &Answers) -> (Course, Outcome) {
    let course = Course::of(content, answers);
    let outcome = score(content, &course);
    (course, outcome)
}

fn change(content: &Content, answers: &Answers) -> Change {
    let (course, outcome) = result(content, answers);
    nearest_change(content, &course, &outcome)
}

fn acts(acts: &[(&str, &str)]) -> Vec<Act> {
    acts.iter().map(|(question, option)| Act { question: (*question).into(), option: (*option).into() }).collect()
}

/// Every answer there is, with the places of its options.
fn any(question: &Question) -> Vec<(Option<Answer>, Vec<usize>)> {
    let ids: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
    let places = 0..ids.len();
    let sets = (1..1_usize << ids.len()).map(|bits| places.clone().filter(|at| bits & (1 << at) != 0).collect());
    let answers = sets.map(|places: Vec<usize>| {
        let picked: Vec<&str> = places.iter().map(|at| ids[*at]).collect();
        let answer = if question.kind == Kind::Single { one(picked[0]) } else { many(&picked) };
        (Some(answer), places)
    });
    let is_one = |places: &[usize]| question.kind == Kind::Multi || places.len() == 1;
    answers.filter(|(answer, places)| is_one(places) && answer.as_ref().is_some_and(|it| it.fits(question))).collect()
}

/// Every answer that says no less than `given`, with the places of the options that it adds.
fn no_worse(question: &Question, given: Option<&Answer>, opened: bool) -> Vec<(Option<Answer>, Vec<usize>)> {
    if opened && matches!(question.grows, Some(Grows::ByActing | Grows::ByMoving)) {
        // Whoever comes to it answers it, in any way.
        return any(question);
    }
    let had = given.map(Answer::options).unwrap_or_default();
    let has = |at: usize| had.contains(&question.options[at].id);
    let mut answers = vec![(given.cloned(), Vec::new())];
    if !matches!(question.grows, Some(Grows::ByActing | Grows::ByMoving)) {
        return answers;
    }
    let places = 0..question.options.len();
    match question.kind {
        Kind::Single => {
            let from = places.clone().find(|at| has(*at)).map_or(0, |at| at + 1);
            answers.extend((from..places.end).map(|at| (Some(one(&question.options[at].id)), vec![at])));
        }
        Kind::Multi => {
            for bits in 1..1_usize << places.len() {
                let picked: Vec<usize> = places.clone().filter(|at| bits & (1 << at) != 0).collect();
                let keeps = places.clone().all(|at| !has(at) || question.options[at].exclusive || picked.contains(&at));
                let is_plain = picked.iter().all(|at| !question.options[*at].exclusive);
                let added: Vec<usize> = picked.iter().copied().filter(|at| !has(*at)).collect();
                if keeps && is_plain && !added.is_empty() {
                    let ids: Vec<&str> = picked.iter().map(|at| question.options[*at].id.as_str()).collect();
                    answers.push((Some(many(&ids)), added));
                }
            }
        }
        Kind::Number => {}
    }
    answers
}

/// What a change costs, the places of the questions and options it acts on, and what is answered then.
type Tried = (usize, Vec<(usize, usize)>, Answers);

/// All changes to the answers, by trying everything.
fn all_changes(content: &Content, before: &Answers, later: &Answers) -> Vec<Tried> {
    let asked = |answers: &Answers, id: &str| Course::of(content, answers).asks(content, id);
    let mut ways = vec![(0, Vec::new(), later.clone())];
    for (position, question) in content.questions.iter().enumerate() {
        let mut next = Vec::new();
        for (cost, acts, answers) in ways {
            if !asked(&answers, &question.id) {
                next.push((cost, acts, answers));
                continue;
            }
            let opened = !asked(before, &question.id);
            for (answer, added) in no_worse(question, later.get(&question.id), opened) {
                let mut answers = answers.clone();
                if added.iter().any(|option| question.options[*option].no_aim) {
                    continue;
                }
                if let Some(answer) = answer {
                    answers.set(&question.id, answer);
                }
                let picks = if opened && question.kind == Kind::Single { 0 } else { added.len() };
                let mut acts: Vec<(usize, usize)> = acts.clone();
                acts.extend(added.iter().map(|option| (position, *option)));
                next.push((cost + usize::from(opened) + picks, acts, answers));
            }
        }
        ways = next;
    }
    ways
}

/// The nearest acts, by trying everything.
fn nearest_acts(content: &Content, before: &Answers, later: &Answers, target: ProfileId) -> Option<Vec<Act>> {
    let arrives = |answers: &Answers| {
        let (course, outcome) = result(content, answers);
        let wished = course.counted().iter().any(|(id, answer)| {
            let question = content.question(id).expect("it counts");
            answer.options().iter().any(|id| question.option(id).is_some_and(|option| option.wish))
        });
        let sums = ProfileId::ALL.map(|id| outcome.score_of(id).score);
        lead(content, sums, wished).best == target
    };
    let mut found = all_changes(content, before, later);
    let contradicts = |answers: &Answers, at: usize| {
        content.contradictions[at].show_if.iter().all(|condition| condition.holds(answers))
    };
    let is_clear = |answers: &Answers| {
        let course = Course::of(content, answers);
        (0..content.contradictions.len()).all(|at| contradicts(later, at) || !contradicts(course.counted(), at))
    };
    found.retain(|(_, _, answers)| arrives(answers) && is_clear(answers));
    let nearest = found.into_iter().min_by_key(|(cost, acts, _)| (*cost, acts.len(), acts.clone()))?;
    let act = |(question, option): (usize, usize)| Act {
        question: content.questions[question].id.clone(),
        option: content.questions[question].options[option].id.clone(),
    };
    Some(nearest.1.into_iter().map(act).collect())
}

/// The nearest change, by trying everything.
fn tried(content: &Content, answers: &Answers) -> Change {
    let (course, outcome) = result(content, answers);
    let counted = course.counted();
    let (Some(best), Some(level), Some(target)) = (outcome.best, outcome.level, outcome.target) else {
        return Change::None;
    };
    if best == target || (target != Freelance && target <= level) {
        return Change::None;
    }
    if let Some(acts) = nearest_acts(content, counted, counted, target) {
        return Change::Acts(acts);
    }
    let Some(years) = content.questions.iter().find(|question| question.grows == Some(Grows::WithTime)) else {
        return Change::OutOfReach;
    };
    let now = match counted.get(&years.id) {
        Some(Answer::Number(now)) => *now,
        _ => -1.0,
    };
    let mut larger = years.least();
    while larger <= years.most() {
        let mut later = counted.clone();
        later.set(&years.id, number(larger));
        if larger > now
            && let Some(acts) = nearest_acts(content, counted, &later, target)
        {
            return Change::Time { question: years.id.clone(), number: larger, acts };
        }
        larger += years.grain();
    }
    Change::OutOfReach
}

#[test]
fn the_nearest_change_is_what_trying_everything_finds() {
    let mut dice = Dice::new(11);
    let (mut by_acts, mut by_time, mut out_of_reach) = (0, 0, 0);
    for _ in 0..700 {
        let quiz = shuffled(&mut dice);
        let content = parsed(&quiz.to_string());
        let answers = dice.answers(&content);
        let found = change(&content, &answers);
        assert_eq!(found, tried(&content, &answers), "{answers:?} in {quiz}");
        match found {
            Change::Acts(_) => by_acts += 1,
            Change::Time { .. } => by_time += 1,
            Change::OutOfReach => out_of_reach += 1,
            Change::None | Change::TooManyWays => {}
        }
    }
    // All kinds of change came up, or the comparison would say little.
    assert!(by_acts >= 20 && by_time >= 20 && out_of_reach >= 20, "{by_acts} {by_time} {out_of_reach}");
}

/// A coder of some years without a team, who would like to be a senior.
fn coder(years: f64, skills: &[&str]) -> Answers {
    Answers::from([
        ("start", one("coder")),
        ("skills", many(skills)),
        ("years", number(years)),
        ("team", one("alone")),
        ("wish", one("time")),
    ])
}

#[track_caller]
fn assert_change(quiz: &Value, answers: &Answers, expected: Change) {
    assert_eq!(change(&parsed(&quiz.to_string()), answers), expected);
}

#[test]
fn an_answer_exchanged_for_a_later_one_is_one_act() {
    let mut quiz = growing();
    set(&mut quiz, "/questions/3/options/1/points", json!({ "senior": 45 }));
    // Mid comes to 20 + 10 + 30 + 5, senior to 20 + 5; a team gives 45 to senior and takes 5 from mid.
    assert_change(&quiz, &coder(2.0, &["sql"]), Change::Acts(acts(&[("team", "lead")])));
}

#[test]
fn of_changes_that_cost_the_same_the_first_in_the_content_is_taken() {
    let (quiz, answers) = either_skill();
    assert_change(&quiz, &answers, Change::Acts(acts(&[("skills", "sql")])));
}

/// A coder of two years without skills, to whom either skill alone would give the lead.
fn either_skill() -> (Value, Answers) {
    let mut quiz = growing();
    set(&mut quiz, "/questions/1/options/0/points", json!({ "senior": 36 }));
    set(&mut quiz, "/questions/1/options/1/points", json!({ "senior": 36 }));
    set(&mut quiz, "/questions/2/bands/2/points", json!({ "senior": 5 }));
    set(&mut quiz, "/questions/3/options/1/points", json!({}));
    (quiz, coder(2.0, &["none"]))
}

#[test]
fn a_question_that_an_act_opens_counts() {
    let (mut quiz, answers) = either_skill();
    set(&mut quiz, "/questions/3/show_if", json!([{ "question": "skills", "any_of": ["sql"] }]));
    assert_change(&quiz, &answers, Change::Acts(acts(&[("skills", "git")])));
}

#[test]
fn an_act_that_brings_a_wish_along_is_told_from_one_that_does_not() {
    let (mut quiz, answers) = either_skill();
    set(&mut quiz, "/questions/0/options/1/points", json!({ "mid": 20, "senior": 20, "freelance": 70 }));
    set(&mut quiz, "/questions/1/options/0/wish", json!(true));
    assert_change(&quiz, &answers, Change::Acts(acts(&[("skills", "git")])));
}

#[test]
fn an_option_that_is_no_aim_is_not_led_to() {
    let (mut quiz, answers) = either_skill();
    set(&mut quiz, "/questions/1/options/0/no_aim", json!(true));
    assert_change(&quiz, &answers, Change::Acts(acts(&[("skills", "git")])));
}

#[test]
fn nobody_is_sent_to_answers_that_contradict_each_other() {
    let (mut quiz, answers) = either_skill();
    let show_if = json!([{ "question": "skills", "any_of": ["sql"] }, { "question": "years", "below": 4 }]);
    set(&mut quiz, "/contradictions", json!([{ "id": "odd", "title": "Odd", "text": "Odd.", "show_if": show_if }]));
    assert_change(&quiz, &answers, Change::Acts(acts(&[("skills", "git")])));
}

#[test]
fn the_least_that_can_be_said_to_a_new_question_is_no_deed() {
    let change = Change::Acts(acts(&[("start", "boss"), ("skills", "sql"), ("team", "alone"), ("clients", "many")]));
    let quiz = support::small();
    assert_eq!(change.deeds(&quiz), acts(&[("start", "boss"), ("skills", "sql"), ("clients", "many")]));
}

#[test]
fn where_acts_do_not_suffice_it_is_said_what_time_must_bring() {
    // Whatever else, mid keeps 20 + 30 + ... and senior has 20 + 5 + 25; at six years senior gets 30 in place of mid.
    let expected = Change::Time { question: "years".into(), number: 6.0, acts: vec![] };
    assert_change(&growing(), &coder(2.0, &["git"]), expected);
}

#[test]
fn whoever_stands_at_the_target_or_above_has_nothing_to_change() {
    let mut quiz = growing();
    assert_change(&quiz, &coder(6.0, &["sql"]), Change::None);
    set(&mut quiz, "/questions/5/options/1/target", json!("entry"));
    assert_change(&quiz, &coder(6.0, &["sql"]), Change::None);
}

#[test]
fn nobody_acts_on_their_background_or_their_wishes() {
    // Only a boss is asked for clients, and nobody can act on how they started.
    let mut answers = coder(6.0, &["sql"]);
    answers.set("wish", one("money"));
    assert_change(&growing(), &answers, Change::OutOfReach);
}

#[test]
fn without_a_result_there_is_no_change() {
    assert_change(&growing(), &Answers::from([("wish", one("time"))]), Change::None);
}

#[test]
fn in_the_default_content_a_change_leads_to_the_target_and_never_takes_anything_back() {
    let content = default_content();
    let mut dice = Dice::new(3);
    let (mut led, mut arrived) = ([0; 4], 0);
    for _ in 0..400 {
        let answers = dice.answers(&content);
        let (course, outcome) = result(&content, &answers);
        let found = nearest_change(&content, &course, &outcome);
        let mut later = course.counted().clone();
        if let Change::Time { question, number: years, .. } = &found {
            later.set(question, number(*years));
        }
        for act in found.acts() {
            let question = content.question(&act.question).expect("it exists");
            assert!(matches!(question.grows, Some(Grows::ByActing | Grows::ByMoving)));
            let picked = later.get(&act.question).map(Answer::options).unwrap_or_default();
            let place = |id: &str| question.options.iter().position(|option| option.id == id);
            match question.kind {
                Kind::Single => {
                    assert!(picked.iter().all(|id| place(id) < place(&act.option)));
                    later.set(&act.question, one(&act.option));
                }
                _ => {
                    let more = question.toggled(picked, &act.option, true);
                    later.set(&act.question, Answer::Many(more));
                }
            }
        }
        if !matches!(found, Change::None | Change::OutOfReach) {
            let target = outcome.target.expect("there is a change towards it");
            let (course, reached) = result(&content, &later);
            // What was skipped before may still leave it open; else the target is the best.
            let skipped = course.questions(&content).any(|question| {
                let gives_points = question.options.iter().any(|it| it.points != Points::default());
                (gives_points || question.kind == Kind::Number) && course.counted().get(&question.id).is_none()
            });
            if skipped {
                let sums = ProfileId::ALL.map(|id| reached.score_of(id).score);
                let wished = target == Freelance || outcome.best == Some(Freelance);
                assert_eq!(lead(&content, sums, wished).best, target);
            } else {
                assert_eq!(reached.best, Some(target), "{found:?} {answers:?}");
                arrived += 1;
            }
            led[target as usize] += 1;
        }
        assert_ne!(found, Change::TooManyWays, "{answers:?}");
    }
    assert!(arrived > 20, "{arrived}");
    let [entry, mid, senior, freelance] = led;
    assert!(entry == 0 && mid > 0 && senior > 0 && freelance > 0, "{led:?} to {:?}", [Entry, Mid, Senior, Freelance]);
}
