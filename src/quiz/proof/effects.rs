//! That every option changes something, and which ones others outdo.

use super::Finding;
use super::budget::Budget;
use super::goals::{Goal, Pool, Reach};
use super::witness::{Found, Wanted};
use crate::quiz::answers::{Answer, Answers};
use crate::quiz::content::{Advice, AnswerOption, Condition, Content, Kind, Points, ProfileId, Question};
use crate::quiz::course::Course;
use crate::quiz::doubts::doubts;
use crate::quiz::nearest::{Change, nearest_change};
use crate::quiz::recommend::{recommend, remarks};
use crate::quiz::score::score;

/// What was found out about options.
pub(super) struct Effects {
    pub(super) findings: Vec<Finding>,
    pub(super) effective: usize,
}

/// How many of the things that ask about a question are looked at. Each is tried with each, for every option.
const LOOKED_AT: usize = 50;

/// Looks for something that each option changes: against another option where one is picked, against not picking it
/// where several are. Most show it in answers that were found before, as witnesses to what asks about the question.
pub(super) fn effects(content: &Content, reach: &Reach<'_>, budget: &Budget) -> Effects {
    let mut effects = Effects { findings: Vec::new(), effective: 0 };
    for (position, question) in content.questions.iter().enumerate() {
        let asking: Vec<&(Goal<'_>, usize)> =
            reach.witnesses.iter().filter(|(goal, _)| goal.wanted.asks_about(&question.id)).take(LOOKED_AT).collect();
        for (place, option) in question.options.iter().enumerate() {
            let path = format!("questions[{position}].options[{place}]");
            if changes_a_score(question, option) || shows(content, &reach.pool, &asking, question, option) {
                effects.effective += 1;
            } else if !is_asked_about(content, question, option) {
                let fault = Finding::fault(path, "it changes nothing: no score, search, program or step");
                effects.findings.push(fault.seen_in(reach.asked(content, position, &answer(question, option))));
            } else if changes_something(content, &asking, position, option, budget) {
                effects.effective += 1;
            } else {
                effects.findings.push(Finding::not_proven(path, "that it changes anything"));
            }
        }
    }
    effects
}

/// Whether to pick it lets something come up, or keeps it away, for one of those who showed what asks about it.
fn shows(
    content: &Content,
    pool: &Pool,
    asking: &[&(Goal<'_>, usize)],
    question: &Question,
    option: &AnswerOption,
) -> bool {
    asking.iter().any(|(_, witness)| {
        let (answers, best) = &pool.0[*witness];
        // Where to pick it changes the scores, and so what is best, it changes something anyway.
        let come_up = |answer: Option<Answer>| -> Vec<bool> {
            let mut changed = answers.clone();
            match answer {
                Some(answer) => changed.set(&question.id, answer),
                None => changed.clear(&question.id),
            }
            asking.iter().map(|(goal, _)| goal.wanted.is_shown_by(content, &changed, *best)).collect()
        };
        let Some(given) = answers.get(&question.id) else { return false };
        if question.kind == Kind::Multi && !option.exclusive {
            // Beside whatever else is picked: with it, and without.
            let toggled = |ticked: bool| {
                let ids = question.toggled(given.options(), &option.id, ticked);
                (!ids.is_empty()).then_some(Answer::Many(ids))
            };
            return come_up(toggled(true)) != come_up(toggled(false));
        }
        let picked = come_up(Some(answer(question, option)));
        alternatives(question, option).into_iter().any(|other| come_up(other) != picked)
    })
}

/// The answers that an option is held against. `None` is to leave the question out.
fn alternatives(question: &Question, option: &AnswerOption) -> Vec<Option<Answer>> {
    if question.kind == Kind::Multi && !option.exclusive {
        return vec![None];
    }
    let others = question.options.iter().filter(|other| other.id != option.id);
    others.map(|other| Some(answer(question, other))).collect()
}

fn answer(question: &Question, option: &AnswerOption) -> Answer {
    match question.kind {
        Kind::Multi => Answer::Many(vec![option.id.clone()]),
        Kind::Single | Kind::Number => Answer::One(option.id.clone()),
    }
}

/// Whether to pick it is worth something else than not to.
fn changes_a_score(question: &Question, option: &AnswerOption) -> bool {
    let worth = |answer: &Option<Answer>| {
        let picked = answer.as_ref().map(Answer::options).unwrap_or_default();
        picked.first().and_then(|id| question.option(id)).map(|option| option.points).unwrap_or_default()
    };
    alternatives(question, option).iter().any(|other| worth(other) != option.points)
}

/// Whether anything but its points tells it from not picking it: for an option beside others, that it is named
/// somewhere; for one in place of others, that any of them is.
fn is_asked_about(content: &Content, question: &Question, option: &AnswerOption) -> bool {
    let beside = question.kind == Kind::Multi && !option.exclusive;
    let names = |condition: &Condition| {
        let named = condition.any_of.contains(&option.id) || condition.none_of.contains(&option.id);
        condition.question == question.id && (named || !beside)
    };
    let differs = |other: &AnswerOption| (other.target, other.wish) != (None, false);
    differs(option)
        || (!beside && question.options.iter().any(differs))
        || content.questions.iter().flat_map(|question| &question.show_if).any(names)
        || rules(content).into_iter().flatten().any(names)
}

/// Every list of conditions that something is shown by.
fn rules(content: &Content) -> Vec<&[Condition]> {
    let searches = content.profiles.iter().flat_map(|profile| &profile.searches);
    let mut rules: Vec<&[Condition]> = searches.flat_map(|search| &search.also).map(|also| &*also.show_if).collect();
    for program in &content.programs {
        rules.extend(program.reasons.iter().map(|reason| &*reason.show_if));
        rules.extend(program.prerequisites.iter().map(|prerequisite| &*prerequisite.met_if));
    }
    let lists = [&content.no_program, &content.steps, &content.remarks, &content.contradictions];
    rules.extend(lists.into_iter().flatten().map(|advice| &*advice.show_if));
    rules
}

/// Whether somebody sees something else for picking it. Looks for answers that show what asks about the question,
/// beside this option or another.
fn changes_something(
    content: &Content,
    asking: &[&(Goal<'_>, usize)],
    position: usize,
    option: &AnswerOption,
    budget: &Budget,
) -> bool {
    let question = &content.questions[position];
    let picked = answer(question, option);
    if budget.is_spent() {
        return false;
    }
    let alternatives = alternatives(question, option);
    let anything = Wanted::default();
    asking.iter().map(|(goal, _)| &goal.wanted).chain([&anything]).any(|wanted| {
        let with = |answer: &Answer| Wanted { answer: Some((position, answer.clone())), ..wanted.clone() };
        let tried = alternatives.iter().flatten().chain([&picked]);
        let mut found = tried.filter_map(|answer| match with(answer).find(content, budget) {
            Found::Witness(answers) => Some(answers),
            Found::Nothing | Found::TooMuch => None,
        });
        found.any(|found| {
            // Everything is worked out anew for each, which looks at every question many times over.
            if budget.spend(content.questions.len() * 30 * (alternatives.len() + 1)).is_err() {
                return false;
            }
            let mut one = found.clone();
            one.set(&question.id, picked.clone());
            let shown = shown(content, &one);
            alternatives.iter().any(|other| {
                let mut two = found.clone();
                match other {
                    Some(answer) => two.set(&question.id, answer.clone()),
                    None => two.clear(&question.id),
                }
                self::shown(content, &two) != shown
            })
        })
    })
}

/// Everything that a person sees who answers so, but the answers themselves.
fn shown(content: &Content, answers: &Answers) -> String {
    let course = Course::of(content, answers);
    let outcome = score(content, &course);
    let change = nearest_change(content, &course, &outcome);
    let asked: Vec<&str> = course.questions(content).map(|question| question.id.as_str()).collect();
    let counted = course.counted();
    let advice = outcome.best.map(|best| recommend(content, counted, best, change.acts()));
    let titles = advice
        .as_ref()
        .map(|advice| advice.searches.iter().map(|search| (&search.titles, &search.filters)).collect::<Vec<_>>());
    let ids = |list: &[&Advice]| list.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    let advised = advice.as_ref().map(|advice| {
        let programs = advice.programs.iter().map(|it| (&it.program.id, it.reason, &it.prerequisites));
        (ids(&advice.steps), advice.no_program.map(|it| &it.id), programs.collect::<Vec<_>>())
    });
    let remarks = ids(&remarks(content, counted, outcome.best));
    let standing = (outcome.points(), outcome.level, outcome.best, &outcome.near, outcome.target);
    let change = match change {
        Change::TooManyWays => None,
        change => Some(change),
    };
    format!("{asked:?} {standing:?} {change:?} {titles:?} {advised:?} {remarks:?} {:?}", doubts(content, &course))
}

/// Options in place of which another gives as much to every profile, and more to one: nobody gains by being honest about
/// them. Those that are meant so are marked. Options of a `multi` stand beside each other, so none is outdone.
pub(super) fn dominated(content: &Content, reach: &Reach<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, question) in content.questions.iter().enumerate().filter(|(_, it)| it.kind == Kind::Single) {
        for (place, option) in question.options.iter().enumerate() {
            let path = format!("questions[{position}].options[{place}]");
            let other = question.options.iter().find(|other| outdoes(other.points, option.points));
            match (other, option.intended) {
                (Some(other), false) => {
                    let message = format!(
                        "{:?} gives as many points to every profile, and more to one; if that is meant, \
                         mark this one \"intended\"",
                        other.id
                    );
                    let witness = reach.asked(content, position, &answer(question, option));
                    findings.push(Finding::fault(path, message).seen_in(witness));
                }
                (None, true) => {
                    findings.push(Finding::fault(format!("{path}.intended"), "no other option gives more than this"));
                }
                _ => {}
            }
        }
    }
    findings
}

fn outdoes(one: Points, other: Points) -> bool {
    one != other && ProfileId::ALL.into_iter().all(|profile| one.of(profile) >= other.of(profile))
}
