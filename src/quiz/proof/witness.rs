//! The search for a full set of answers that shows something.

use super::budget::Budget;
use super::trail::Trail;
use crate::quiz::answers::{Answer, Answers};
use crate::quiz::content::{Condition, Content, Kind, ProfileId, Question, Quiz};
use crate::quiz::course::Course;
use crate::quiz::paths::{
    Allowed, Part, State, Steps, Sums, Tally, TooManyOpen, Watch, first_rules, leads_as_far, plus, sums_of,
    walk_through,
};
use crate::quiz::score::score;
use crate::quiz::standing::lead;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The most steps that are taken for one search.
const MAX_STEPS: usize = 1_000_000;

/// How much each rival counts in the quick searches that come before the thorough one.
const WEIGHTS: [[i64; 4]; 5] = [[1, 1, 1, 1], [4, 1, 1, 1], [1, 4, 1, 1], [1, 1, 4, 1], [1, 1, 1, 4]];

/// What a set of answers should show.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted<'c> {
    /// One of these is the best profile; any where empty.
    pub(super) best: Vec<ProfileId>,
    /// All of these hold.
    pub(super) holds: Vec<&'c Condition>,
    /// Of each of these lists one at least does not hold.
    pub(super) fails: Vec<&'c [Condition]>,
    /// A question, by its position, and the answer to it.
    pub(super) answer: Option<(usize, Answer)>,
}

/// What came of a search.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    /// These answers show it.
    Witness(Answers),
    /// No answers do.
    Nothing,
    /// There was too much to look through.
    TooMuch,
}

impl Wanted<'_> {
    /// Whether it depends on a question directly.
    pub(super) fn asks_about(&self, question: &str) -> bool {
        let mut conditions = self.holds.iter().copied().chain(self.fails.iter().copied().flatten());
        conditions.any(|condition| condition.question == question)
    }

    /// Whether these answers show it. `best` is the best profile by them.
    pub(super) fn is_shown_by(&self, content: &Content, answers: &Answers, best: Option<ProfileId>) -> bool {
        (self.best.is_empty() || best.is_some_and(|best| self.best.contains(&best)))
            && self.holds.iter().all(|condition| condition.holds(answers))
            && self.fails.iter().all(|rule| !Condition::all_hold(rule, answers))
            && self.answer.as_ref().is_none_or(|(at, answer)| answers.get(&content.questions[*at].id) == Some(answer))
    }

    /// These answers with those exchanged that keep it from being shown, if that does it; with the best profile by them,
    /// where it matters.
    pub(super) fn adapted(&self, content: &Content, answers: &Answers) -> Option<(Answers, Option<ProfileId>)> {
        let mut adapted = answers.clone();
        let mut wanted = self.holds.clone();
        let mut seen = BTreeSet::new();
        while let Some(condition) = wanted.pop() {
            let position = content.position(&condition.question)?;
            if !condition.holds(&adapted) {
                adapted.set(&condition.question, fulfilling(&content.questions[position], condition)?);
            }
            // It counts only where its question is asked.
            if seen.insert(position) {
                wanted.extend(&content.questions[position].show_if);
            }
        }
        let adapted = filled_in(content, &adapted);
        // To score takes longer than all else; where it does not matter what is best, that is left open.
        let best = if self.best.is_empty() { None } else { score(content, &Course::of(content, &adapted)).best };
        self.is_shown_by(content, &adapted, best).then_some((adapted, best))
    }

    /// Looks for answers that show it, to every question that is asked.
    pub(super) fn find(&self, content: &Content, budget: &Budget) -> Found {
        let found = budget.search(MAX_STEPS, |steps| {
            // To look the quiz through costs something before the first step is taken.
            steps.spend(content.questions.len() * 4)?;
            match self.best[..] {
                [] => self.find_any(content, steps),
                _ => self.find_with_best(content, steps),
            }
        });
        match found {
            Ok(Some(answers)) => {
                let course = Course::of(content, &answers);
                let best = score(content, &course).best;
                // What the search says, the program itself must say too.
                let holds = *course.counted() == answers && self.is_shown_by(content, &answers, best);
                if holds { Found::Witness(answers) } else { Found::TooMuch }
            }
            Ok(None) => Found::Nothing,
            Err(TooManyOpen) => Found::TooMuch,
        }
    }

    fn find_any(&self, content: &Content, steps: &mut Steps) -> Result<Option<Answers>, TooManyOpen> {
        let tally = Straight { quiz: content, target: None, weights: [0; 4] };
        let ends = self.walk(content, &tally, Way::default().into(), steps)?;
        Ok(ends.into_iter().next().map(|end| end.best().trail.answers(content)))
    }

    fn find_with_best(&self, content: &Content, steps: &mut Steps) -> Result<Option<Answers>, TooManyOpen> {
        for &target in &self.best {
            for weights in WEIGHTS {
                let tally = Straight { quiz: content, target: Some(target), weights };
                let ends = self.walk(content, &tally, Way::default().into(), steps)?;
                let mut ways = ends.iter().flat_map(|end| &end.0).flatten();
                if let Some(way) = ways.find(|way| way.leads_to(content, target)) {
                    return Ok(Some(way.trail.answers(content)));
                }
                if ends.is_empty() {
                    return Ok(None);
                }
            }
        }
        for &target in &self.best {
            let tally = Thorough { quiz: content, target };
            let ends = self.walk(content, &tally, vec![Rc::new(Way::default())], steps)?;
            if let Some(way) = ends.iter().flatten().find(|way| way.leads_to(content, target)) {
                return Ok(Some(way.trail.answers(content)));
            }
        }
        Ok(None)
    }

    fn walk<T: Tally>(
        &self,
        content: &Content,
        tally: &T,
        start: T::Value,
        steps: &mut Steps,
    ) -> Result<Vec<T::Value>, TooManyOpen> {
        // The conditions that hold are one rule each, for they come from several lists.
        let holding: Vec<&[Condition]> = self.holds.iter().map(|condition| std::slice::from_ref(*condition)).collect();
        let shown: &[Condition] = match &self.answer {
            Some((at, _)) => &content.questions[*at].show_if,
            None => &[],
        };
        let mut rules = holding;
        rules.push(shown);
        let must = first_rules(rules.len());
        let first_failing = rules.len();
        rules.extend(&self.fails);
        let watch = Watch::of(content, &rules)?;
        let allowed = |position: usize| match &self.answer {
            Some((at, answer)) if *at == position => Allowed::Given(Some(answer)),
            _ => Allowed::Any { skip: false },
        };
        let failing = first_failing..rules.len();
        let wanted = |state: &State, position: usize| {
            state.alive & must == must && !watch.any_holds(failing.clone(), state, position)
        };
        let ends = walk_through(&watch, tally, start, allowed, wanted, steps)?;
        Ok(ends.into_values().collect())
    }
}

/// The answers that count, and the first there is to every question that was left out. Conditions look back only, so one
/// pass settles all.
fn filled_in(content: &Content, answers: &Answers) -> Answers {
    let mut filled = Answers::default();
    for question in &content.questions {
        if !Condition::all_hold(&question.show_if, &filled) {
            continue;
        }
        let first = || question.options.first().map(|option| option.id.clone());
        let given = answers.get(&question.id).filter(|answer| answer.fits(question)).cloned();
        let answer = given.or_else(|| match question.kind {
            Kind::Number => Some(Answer::Number(question.least())),
            Kind::Single => first().map(Answer::One),
            Kind::Multi => first().map(|id| Answer::Many(vec![id])),
        });
        if let Some(answer) = answer {
            filled.set(&question.id, answer);
        }
    }
    filled
}

/// An answer by which a condition holds.
fn fulfilling(question: &Question, condition: &Condition) -> Option<Answer> {
    if question.kind == Kind::Number {
        let least = condition.at_least.unwrap_or(question.least());
        return question.number_from(least).map(Answer::Number);
    }
    let suits =
        |id: &String| (condition.any_of.is_empty() || condition.any_of.contains(id)) && !condition.none_of.contains(id);
    let id = question.options.iter().map(|option| &option.id).find(|id| suits(id))?.clone();
    Some(if question.kind == Kind::Multi { Answer::Many(vec![id]) } else { Answer::One(id) })
}

/// A way through a quiz.
#[derive(Clone, Debug, Default)]
struct Way {
    sums: Sums,
    wished: bool,
    trail: Trail,
}

impl Way {
    fn extend(&self, quiz: &Quiz, position: usize, part: Part) -> Self {
        let question = &quiz.questions[position];
        let wish = matches!(part, Part::Pick { option, .. } if question.options[option].wish);
        Self {
            sums: plus(self.sums, sums_of(part.points(question))),
            wished: self.wished || wish,
            trail: self.trail.with(position, part),
        }
    }

    fn leads_to(&self, quiz: &Quiz, target: ProfileId) -> bool {
        self.sums[target as usize] > 0 && lead(quiz, self.sums, self.wished).best == target
    }
}

/// Keeps the way on which the target leads furthest, with its rivals weighed, with and without a wish.
struct Straight<'q> {
    quiz: &'q Quiz,
    target: Option<ProfileId>,
    weights: [i64; 4],
}

/// The best way without a wish to work freelance, and the best with it.
#[derive(Clone)]
struct Two([Option<Way>; 2]);

impl From<Way> for Two {
    fn from(way: Way) -> Self {
        Self([Some(way), None])
    }
}

impl Two {
    fn best(&self) -> Way {
        self.0.iter().flatten().next().cloned().unwrap_or_default()
    }
}

impl Straight<'_> {
    fn value(&self, way: &Way) -> i64 {
        let Some(target) = self.target else { return 0 };
        let all: i64 = self.weights.iter().sum();
        let rivals: i64 = self.weights.iter().zip(way.sums).map(|(weight, sum)| weight * i64::from(sum)).sum();
        all * i64::from(way.sums[target as usize]) - rivals
    }
}

impl Tally for Straight<'_> {
    type Value = Two;

    fn extend(&self, two: &Two, position: usize, part: Part) -> Two {
        let mut next = Two([None, None]);
        for way in two.0.iter().flatten() {
            self.join(&mut next, {
                let way = way.extend(self.quiz, position, part);
                if way.wished { Two([None, Some(way)]) } else { Two([Some(way), None]) }
            });
        }
        next
    }

    fn join(&self, known: &mut Two, other: Two) {
        for (known, other) in known.0.iter_mut().zip(other.0) {
            match (known.as_ref(), other) {
                (Some(way), Some(new)) if self.value(&new) > self.value(way) => *known = Some(new),
                (None, new) => *known = new,
                _ => {}
            }
        }
    }
}

/// Keeps every way on which the target may still come to lead.
struct Thorough<'q> {
    quiz: &'q Quiz,
    target: ProfileId,
}

impl Thorough<'_> {
    fn leads_as_far(&self, one: &Way, other: &Way) -> bool {
        one.wished == other.wished && leads_as_far(self.target, one.sums, other.sums)
    }
}

impl Tally for Thorough<'_> {
    type Value = Vec<Rc<Way>>;

    fn extend(&self, ways: &Vec<Rc<Way>>, position: usize, part: Part) -> Vec<Rc<Way>> {
        ways.iter().map(|way| Rc::new(way.extend(self.quiz, position, part))).collect()
    }

    fn join(&self, known: &mut Vec<Rc<Way>>, other: Vec<Rc<Way>>) {
        for way in other {
            if !known.iter().any(|kept| self.leads_as_far(kept, &way)) {
                known.retain(|kept| !self.leads_as_far(&way, kept));
                known.push(way);
            }
        }
    }

    fn weight(&self, ways: &Vec<Rc<Way>>) -> usize {
        // Each is compared with those that are known where it comes to.
        ways.len() * (1 + ways.len() / 32)
    }
}
