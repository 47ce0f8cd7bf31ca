//! The nearest change: the least that a person could do to come to where they want to go.
//!
//! Only what somebody can set out to do is considered (questions that grow by acting or by moving), and nothing is ever taken
//! back; what a change newly asks is answered with it, and nobody is sent to answers that contradict each other, or to an
//! option that is no aim. A change costs one for every answer exchanged for a later one, one for every option added, and one
//! for every question that it newly opens. Of changes that cost the same the one with the fewest acts is taken, and of these the
//! one that acts first in the order of the content.

use super::answers::{Answer, Answers};
use super::content::{Condition, Content, Grows, Kind, ProfileId, Question, Quiz};
use super::course::Course;
use super::paths::{self, Allowed, Part, State, Steps, Sums, Tally, TooManyOpen, Watch, leads_as_far, plus, sums_of};
use super::score::Outcome;
use super::standing::{self, RUNGS};
use super::words::{Word, Words};
use std::rc::Rc;

/// The most steps that are taken to find a change.
const MAX_STEPS: usize = 2_000_000;

/// What lies between a person and their target.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Nothing: they have not said where they want to go, stand there already, or on a rung above.
    None,
    /// These acts would bring them there.
    Acts(Vec<Act>),
    /// No act does by itself yet: it takes a larger number, which only time brings, and these acts with it.
    Time {
        /// The id of the question for the number.
        question: String,
        /// The smallest number that will do.
        number: f64,
        /// What else it takes, if anything.
        acts: Vec<Act>,
    },
    /// Neither acts nor time do: something else was answered that does not go with the target.
    OutOfReach,
    /// There are too many ways to look through.
    TooManyWays,
}

/// One thing to do: an option to be picked where another is, or beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The id of the question.
    pub question: String,
    /// The id of the option.
    pub option: String,
}

impl Change {
    /// What is to be done.
    pub fn acts(&self) -> &[Act] {
        match self {
            Self::Acts(acts) | Self::Time { acts, .. } => acts,
            Self::None | Self::OutOfReach | Self::TooManyWays => &[],
        }
    }

    /// What is said of it; nothing where nothing lies between. `number` writes a number as its readers do.
    pub fn text(
        &self,
        content: &Content,
        words: &Words,
        target: ProfileId,
        number: impl Fn(f64) -> String,
    ) -> Option<String> {
        let has_deeds = !self.deeds(content).is_empty();
        let word = match self {
            Self::None => return None,
            Self::Acts(_) => Word::PlanActs,
            Self::Time { .. } if has_deeds => Word::PlanTimeAndActs,
            Self::Time { .. } => Word::PlanTime,
            Self::OutOfReach => Word::PlanOutOfReach,
            Self::TooManyWays => Word::PlanTooManyWays,
        };
        let (mut question, mut answer) = ("", String::new());
        if let Self::Time { question: id, number: time, .. } = self
            && let Some(found) = content.question(id)
        {
            (question, answer) = (&found.text, found.answer_text(&Answer::Number(*time), number));
        }
        let name = &*content.profile(target).name;
        Some(words.fill(word, &[("profile", name), ("question", question), ("answer", &answer)]))
    }

    /// Those of the acts that there is something to do for. The first option of a `single` says the least: whoever comes
    /// to its question can pick it without having done a thing.
    pub fn deeds(&self, quiz: &Quiz) -> Vec<Act> {
        let is_deed = |act: &&Act| {
            quiz.question(&act.question).is_none_or(|question| {
                question.kind != Kind::Single || question.options.first().is_none_or(|first| first.id != act.option)
            })
        };
        self.acts().iter().filter(is_deed).cloned().collect()
    }
}

/// The nearest change that brings somebody with this outcome to their target.
pub fn nearest_change(content: &Content, course: &Course, outcome: &Outcome) -> Change {
    let (Some(best), Some(level), Some(target)) = (outcome.best, outcome.level, outcome.target) else {
        return Change::None;
    };
    let rung = |id: ProfileId| RUNGS.iter().position(|rung| *rung == id);
    // Whoever freelances stands on a rung all the same.
    let arrived = rung(target).is_some_and(|target| rung(level) >= Some(target));
    if best == target || arrived {
        return Change::None;
    }
    let counted = course.counted();
    find(content, counted, target).unwrap_or(Change::TooManyWays)
}

fn find(quiz: &Quiz, counted: &Answers, target: ProfileId) -> Result<Change, TooManyOpen> {
    let mut steps = Steps::new(MAX_STEPS);
    if let Some(acts) = acts(quiz, counted, counted, target, &mut steps)? {
        return Ok(Change::Acts(acts));
    }
    // Also what contradicts depends on the number.
    let contradictions: Vec<&[Condition]> = quiz.contradictions.iter().map(|it| &*it.show_if).collect();
    let watch = Watch::of(quiz, &contradictions)?;
    let in_time = |position: &usize| quiz.questions[*position].grows == Some(Grows::WithTime);
    let Some(position) = (0..quiz.questions.len()).find(in_time) else { return Ok(Change::OutOfReach) };
    let question = &quiz.questions[position].id;
    let now = match counted.get(question) {
        Some(Answer::Number(now)) => *now,
        _ => f64::NEG_INFINITY,
    };
    for number in watch.numbers(position).iter().copied().filter(|number| *number > now) {
        let mut later = counted.clone();
        later.set(question, Answer::Number(number));
        if let Some(acts) = acts(quiz, counted, &later, target, &mut steps)? {
            return Ok(Change::Time { question: question.clone(), number, acts });
        }
    }
    Ok(Change::OutOfReach)
}

/// The nearest acts that lead from `later` to the target. Questions that `counted` did not open are newly opened.
fn acts(
    quiz: &Quiz,
    counted: &Answers,
    later: &Answers,
    target: ProfileId,
    steps: &mut Steps,
) -> Result<Option<Vec<Act>>, TooManyOpen> {
    // Nobody is sent to answers that do not go together. Those that are given already stay as they are.
    let contradictions: Vec<&[Condition]> = quiz
        .contradictions
        .iter()
        .map(|contradiction| &*contradiction.show_if)
        .filter(|conditions| !Condition::all_hold(conditions, later))
        .collect();
    let watch = Watch::of(quiz, &contradictions)?;
    let search = Search::new(quiz, counted, later, target);
    let allowed = |position: usize| {
        let question = &quiz.questions[position];
        let given = later.get(&question.id);
        match (question.grows.is_some_and(Grows::is_act), search.was_asked[position]) {
            (false, _) => Allowed::Given(given),
            (true, true) => Allowed::More(given),
            // Whoever comes to a question by a change can say what they answer to it then.
            (true, false) => Allowed::Any { skip: false },
        }
    };
    let wanted = |state: &State, position: usize| !watch.any_holds(0..contradictions.len(), state, position);
    let start = vec![Rc::new(Node::default())];
    let ends = paths::walk_through(&watch, &search, start, allowed, wanted, steps)?;
    let mut found: Vec<Rc<Node>> = ends.into_values().flatten().filter(|node| search.is_there(node)).collect();
    found.sort_by(|one, other| one.key().cmp(&other.key()));
    let acts = |node: &Rc<Node>| {
        let act = |&(question, option): &(usize, usize)| Act {
            question: quiz.questions[question].id.clone(),
            option: quiz.questions[question].options[option].id.clone(),
        };
        node.acts.iter().map(act).collect()
    };
    Ok(found.first().map(acts))
}

/// A way to answer, as far as it goes.
#[derive(Clone, Debug, Default)]
struct Node {
    sums: Sums,
    wished: bool,
    cost: usize,
    /// Question and option of every act, in the order of the content.
    acts: Vec<(usize, usize)>,
}

impl Node {
    fn key(&self) -> (usize, usize, &[(usize, usize)]) {
        (self.cost, self.acts.len(), &self.acts)
    }
}

/// Keeps every way that may still turn out to be the nearest.
struct Search<'q> {
    quiz: &'q Quiz,
    target: ProfileId,
    later: &'q Answers,
    /// By position, whether the person was asked it.
    was_asked: Vec<bool>,
}

impl<'q> Search<'q> {
    fn new(quiz: &'q Quiz, counted: &Answers, later: &'q Answers, target: ProfileId) -> Self {
        // A question is asked where its conditions hold of what counts.
        let asked = |question: &Question| Condition::all_hold(&question.show_if, counted);
        Self { quiz, target, later, was_asked: quiz.questions.iter().map(asked).collect() }
    }

    fn is_there(&self, node: &Node) -> bool {
        standing::lead(self.quiz, node.sums, node.wished).best == self.target
    }

    /// Whether the first leads the target's rivals by as much as the second or more, whatever is answered next.
    fn leads_as_far(&self, one: &Node, other: &Node) -> bool {
        one.wished == other.wished && leads_as_far(self.target, one.sums, other.sums)
    }
}

impl Tally for Search<'_> {
    type Value = Vec<Rc<Node>>;

    fn extend(&self, nodes: &Vec<Rc<Node>>, position: usize, part: Part) -> Vec<Rc<Node>> {
        let question = &self.quiz.questions[position];
        let opened = !self.was_asked[position];
        let given = self.later.get(&question.id).map(Answer::options).unwrap_or_default();
        let (act, is_first) = match part {
            Part::Pick { option, first } => {
                ((!given.contains(&question.options[option].id)).then_some((position, option)), first)
            }
            Part::Left | Part::Number(_) => (None, true),
        };
        if act.is_some_and(|(_, option)| question.options[option].no_aim) {
            return Vec::new();
        }
        // A question that opens costs one, and a single answer to it no more; an option added to a `multi` always does.
        let opening = usize::from(opened && is_first);
        let acting = usize::from(act.is_some() && !(opened && question.kind == Kind::Single));
        let wish = matches!(part, Part::Pick { option, .. } if question.options[option].wish);
        let points = sums_of(part.points(question));
        let longer = |node: &Rc<Node>| {
            let mut acts = node.acts.clone();
            acts.extend(act);
            let (sums, wished) = (plus(node.sums, points), node.wished || wish);
            Rc::new(Node { sums, wished, cost: node.cost + opening + acting, acts })
        };
        nodes.iter().map(longer).collect()
    }

    fn join(&self, known: &mut Vec<Rc<Node>>, other: Vec<Rc<Node>>) {
        for node in other {
            let is_beaten = |by: &Rc<Node>| by.key() <= node.key() && self.leads_as_far(by, &node);
            if known.iter().any(is_beaten) {
                continue;
            }
            known.retain(|kept| !(node.key() <= kept.key() && self.leads_as_far(&node, kept)));
            known.push(node);
        }
    }

    fn weight(&self, nodes: &Vec<Rc<Node>>) -> usize {
        // Each is compared with those that are known where it comes to.
        nodes.len() * (1 + nodes.len() / 32)
    }
}
