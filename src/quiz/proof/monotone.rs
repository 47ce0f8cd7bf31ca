//! That more of what makes a senior never counts for entry-level against senior.

use super::budget::Budget;
use super::trail::Trail;
use super::{Finding, HIGH, LOW};
use crate::quiz::answers::Answer;
use crate::quiz::content::{Content, Grows, Kind, Points, Question, Quiz};
use crate::quiz::paths::{Allowed, Part, State, Steps, Tally, TooManyOpen, Watch, ways};
use std::collections::BTreeMap;

/// The most steps that are taken for one question.
const MAX_STEPS: usize = 2_000_000;

/// A step up in one question: from an answer to one that says a little more.
struct Move {
    path: String,
    from: Option<Answer>,
    to: Answer,
}

/// Compares everybody with themselves a step further, in every question that grows, whatever else they answer: what
/// both are asked they answer alike, and what only one of them is asked in whatever way is worst.
pub(super) fn monotone(content: &Content, budget: &Budget) -> Vec<Finding> {
    let mut findings = unmarked(content);
    let plain = |number: f64| number.to_string();
    let is_more = |question: &Question| question.grows.is_some_and(Grows::is_experience);
    let growing = content.questions.iter().enumerate().filter(|(_, question)| is_more(question));
    for (position, question) in growing {
        let path = format!("questions[{position}]");
        let watch = Watch::of(content, &[]);
        let lost = watch.and_then(|watch| budget.search(MAX_STEPS, |steps| worst_move(&watch, position, steps)));
        match lost {
            Err(TooManyOpen) => {
                findings.push(Finding::not_proven(path, "that more of it never counts for entry-level against senior"));
            }
            Ok(Some((step, worst))) if worst.lead < 0 => {
                let from = match &step.from {
                    Some(answer) => question.answer_text(answer, plain),
                    None => "none".to_owned(),
                };
                let message = format!(
                    "from {from:?} to {:?} senior loses {} points against entry-level",
                    question.answer_text(&step.to, plain),
                    -worst.lead
                );
                findings.push(Finding::fault(step.path, message).shown_by(worst.trail.answers(content)));
            }
            Ok(_) => {}
        }
    }
    findings
}

/// Questions that count for senior, and do not say what more of it is: nothing could be compared.
fn unmarked(content: &Content) -> Vec<Finding> {
    let counts = |question: &Question| {
        let options = question.options.iter().map(|option| option.points);
        let mut points = options.chain(question.bands.iter().map(|band| band.points));
        points.any(|points| points.of(HIGH) > 0)
    };
    let unmarked = content.questions.iter().enumerate().filter(|(_, it)| it.grows.is_none() && counts(it));
    let message = "it gives points to \"senior\", and does not say in \"grows\" how one comes to more";
    unmarked.map(|(index, _)| Finding::fault(format!("questions[{index}]"), message)).collect()
}

/// The first step that is worst, with what comes of it at worst.
fn worst_move(watch: &Watch<'_>, position: usize, steps: &mut Steps) -> Result<Option<(Move, Lead)>, TooManyOpen> {
    let mut worst: Option<(Move, Lead)> = None;
    for step in moves(watch, position) {
        // Full sets of answers first: they show it best. What is left out may be worse still.
        let full = after(watch, position, &step, false, steps)?;
        let any = after(watch, position, &step, true, steps)?;
        let lead = full.filter(|full| any.as_ref().is_none_or(|any| full.lead <= any.lead)).or(any);
        if let Some(lead) = lead
            && worst.as_ref().is_none_or(|(_, known)| lead.lead < known.lead)
        {
            worst = Some((step, lead));
        }
    }
    Ok(worst)
}

/// Every step up that others are made of.
fn moves(watch: &Watch<'_>, position: usize) -> Vec<Move> {
    let question = &watch.quiz().questions[position];
    let path = |list: &str, place: usize| format!("questions[{position}].{list}[{place}]");
    match question.kind {
        Kind::Single => {
            let answer = |place: usize| Answer::One(question.options[place].id.clone());
            let step =
                |place: usize| Move { path: path("options", place), from: Some(answer(place - 1)), to: answer(place) };
            (1..question.options.len()).map(step).collect()
        }
        Kind::Number => {
            let numbers = watch.numbers(position);
            let band = |number: f64| question.bands.iter().rposition(|band| band.from <= number).unwrap_or(0);
            let step = |pair: &[f64]| Move {
                path: path("bands", band(pair[1])),
                from: Some(Answer::Number(pair[0])),
                to: Answer::Number(pair[1]),
            };
            numbers.windows(2).map(step).collect()
        }
        Kind::Multi => {
            let adds = question.options.iter().enumerate().filter(|(_, option)| !option.exclusive);
            let steps = adds.flat_map(|(place, option)| {
                let path = path("options", place);
                let others = sets_without(watch, position, place).into_iter();
                others.map(move |ids| {
                    let to = Answer::Many(question.toggled(&ids, &option.id, true));
                    Move { path: path.clone(), from: (!ids.is_empty()).then_some(Answer::Many(ids)), to }
                })
            });
            steps.collect()
        }
    }
}

/// Sets of the options but one that stand for all others: no two of them look the same to the conditions.
fn sets_without(watch: &Watch<'_>, position: usize, left_out: usize) -> Vec<Vec<String>> {
    let question = &watch.quiz().questions[position];
    let seen = |ids: &[String]| -> Vec<(bool, bool)> {
        let hit = |list: &[String]| list.iter().any(|id| ids.contains(id));
        watch.conditions(position).iter().map(|it| (hit(&it.any_of), hit(&it.none_of))).collect()
    };
    let mut sets: BTreeMap<Vec<(bool, bool)>, Vec<String>> = BTreeMap::from([(seen(&[]), Vec::new())]);
    let mut alone = Vec::new();
    for (place, option) in question.options.iter().enumerate().filter(|(place, _)| *place != left_out) {
        if question.options[place].exclusive {
            alone.push(vec![option.id.clone()]);
            continue;
        }
        for set in sets.values().cloned().collect::<Vec<_>>() {
            let more = question.toggled(&set, &option.id, true);
            sets.entry(seen(&more)).or_insert(more);
        }
    }
    sets.into_values().chain(alone).collect()
}

/// By how much senior has gained on entry-level through the step, at worst, and one way to answer that shows it.
#[derive(Clone, Debug, Default)]
struct Lead {
    lead: i64,
    trail: Trail,
}

/// What an answer counts for in the comparison.
#[derive(Clone, Copy)]
struct Worst<'q> {
    quiz: &'q Quiz,
    /// 0 where both give it, 1 where only the one further on does, -1 where only the other does.
    sign: i64,
}

fn lead_of(points: Points) -> i64 {
    i64::from(points.of(HIGH)) - i64::from(points.of(LOW))
}

impl Tally for Worst<'_> {
    type Value = Lead;

    fn extend(&self, lead: &Lead, position: usize, part: Part) -> Lead {
        let points = part.points(&self.quiz.questions[position]);
        Lead { lead: lead.lead + self.sign * lead_of(points), trail: lead.trail.with(position, part) }
    }

    fn join(&self, known: &mut Lead, other: Lead) {
        if other.lead < known.lead {
            *known = other;
        }
    }
}

/// The worst that a step can come to. None where nobody is asked the question.
fn after(
    watch: &Watch<'_>,
    at: usize,
    step: &Move,
    skip: bool,
    steps: &mut Steps,
) -> Result<Option<Lead>, TooManyOpen> {
    let quiz = watch.quiz();
    let question = &quiz.questions[at];
    let held = |answer: &Answer| watch.held(at, |_, condition| condition.holds_of(answer));
    let worth = |answer: &Answer| question.worth(answer).into_iter().map(|(_, points)| lead_of(points)).sum::<i64>();
    let any = Allowed::Any { skip };
    let mut pairs: BTreeMap<(State, State), Lead> = BTreeMap::from([((watch.start(), watch.start()), Lead::default())]);
    for position in 0..quiz.questions.len() {
        let mut next: BTreeMap<(State, State), Lead> = BTreeMap::new();
        let mut keep = |pair: (State, State), lead: Lead| match next.get_mut(&pair) {
            Some(known) if lead.lead < known.lead => *known = lead,
            Some(_) => {}
            None => {
                next.insert(pair, lead);
            }
        };
        for ((one, two), lead) in pairs {
            let moved =
                |one_held, two_held| (watch.after(&one, position, one_held), watch.after(&two, position, two_held));
            let (asks_one, asks_two) = (watch.asks(&one, position), watch.asks(&two, position));
            if position == at {
                if asks_one && asks_two {
                    let gained = worth(&step.to) - step.from.as_ref().map_or(0, worth);
                    let mut lead = Lead { lead: lead.lead + gained, ..lead };
                    for part in parts(question, step.from.as_ref()) {
                        lead.trail = lead.trail.with(position, part);
                    }
                    keep(moved(step.from.as_ref().map_or(0, held), held(&step.to)), lead);
                }
                continue;
            }
            let sign = match (asks_one, asks_two) {
                (true, true) => 0,
                (false, true) => 1,
                (true, false) => -1,
                (false, false) => {
                    keep(moved(0, 0), lead);
                    continue;
                }
            };
            for (held, lead) in ways(watch, &Worst { quiz, sign }, position, any, &lead, steps)? {
                steps.spend(1)?;
                let only = |asked: bool| if asked { held } else { 0 };
                keep(moved(only(asks_one), only(asks_two)), lead);
            }
        }
        pairs = next;
    }
    Ok(pairs.into_values().min_by_key(|lead| lead.lead))
}

/// An answer as the parts it is made of.
fn parts(question: &Question, answer: Option<&Answer>) -> Vec<Part> {
    match answer {
        None => vec![Part::Left],
        Some(Answer::Number(number)) => vec![Part::Number(*number)],
        Some(picked) => {
            let places = question.options.iter().enumerate().filter(|(_, it)| picked.options().contains(&it.id));
            places.enumerate().map(|(count, (option, _))| Part::Pick { option, first: count == 0 }).collect()
        }
    }
}
