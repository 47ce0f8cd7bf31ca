//! A result as Markdown, for whoever wants it as text: what the page shows of it, but for answers to look at once more, and the answers themselves in place of what stands behind the scores of the other
//! profiles.

use super::advice::{plan, programs, searches};
use super::plain::{link, plain};
use crate::quiz::answers::Answer;
use crate::quiz::content::{Advice, Content, ProfileId, Question};
use crate::quiz::course::Course;
use crate::quiz::fingerprint::fingerprint;
use crate::quiz::nearest::nearest_change;
use crate::quiz::recommend::{recommend, remarks};
use crate::quiz::record::library::SavedResult;
use crate::quiz::score::{Outcome, ProfileScore, score};
use crate::quiz::words::{Word, Words};

/// A result, and what it takes to tell of it.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The content to tell it by: the one it was made with, where that is there.
    pub content: &'a Content,
    /// The interface's words.
    pub words: &'a Words,
    /// The result.
    pub result: &'a SavedResult,
    /// The day on which it was made, as its readers write it.
    pub made: &'a str,
    /// The day on which the content was last checked, as its readers write it.
    pub checked: &'a str,
    /// The address of the quiz.
    pub address: &'a str,
    /// Writes a number as its readers do.
    pub number: &'a dyn Fn(f64) -> String,
}

/// The result as CommonMark, with tables as GitHub has them. No text of the content or of the person is markup in it, and there are no
/// links but those to jobs, to programs and to the quiz.
pub fn markdown(told: &Told<'_>) -> String {
    let Told { content, words, result, .. } = *told;
    let course = Course::of(content, &result.answers);
    let outcome = score(content, &course);
    let mut page = Page::default();
    let (title, none) = match result.shared {
        true => (Word::SharedTitle, Word::SharedTitleNone),
        false => (Word::ResultTitle, Word::ResultNone),
    };
    match outcome.best {
        Some(best) => page.heading(1, &told.fill(title, &[("profile", &content.profile(best).name)])),
        None => page.heading(1, words.get(none)),
    }
    let made = told.fill(Word::ResultMade, &[("date", told.made)]);
    page.paragraph(&if result.name.is_empty() { made } else { format!("{} · {made}", result.name) });
    if result.shared {
        page.paragraph(words.get(Word::SharedKeptText));
    }
    // By another content the same answers come to other scores; what they were then is all that is left of that.
    let then = (result.scores != outcome.points() || result.best != outcome.best).then_some(result);
    if then.is_some() {
        page.paragraph(words.get(Word::ResultChangedLost));
    }
    for remark in remarks(content, course.counted(), outcome.best) {
        page.strong_paragraph(&remark.title, &remark.text);
    }
    match outcome.best {
        Some(best) => {
            scores(&mut page, told, &outcome, then);
            standing(&mut page, told, &outcome, best);
            advised(&mut page, told, &course, &outcome, best);
            close_calls(&mut page, told, &outcome);
        }
        None => {
            page.paragraph(words.get(Word::ResultNoneText));
            questions(&mut page, told, Word::ResultSettle, &outcome.settle);
        }
    }
    answers(&mut page, told, &course);
    page.line("---");
    let print = fingerprint(content);
    let values = [("quiz", &*content.title), ("version", &content.version), ("fingerprint", &print)];
    page.line(&format!("{} {}", plain(&told.fill(Word::ResultMadeWith, &values)), link(told.address)));
    page.0
}

fn scores(page: &mut Page, told: &Told<'_>, outcome: &Outcome, then: Option<&SavedResult>) {
    let words = told.words;
    page.heading(2, words.get(Word::ResultScores));
    match then {
        Some(_) => page.table(&[Word::ResultProfile, Word::ResultThen, Word::ResultToday].map(|word| words.get(word))),
        None => page.table(&[Word::ResultProfile, Word::ResultSum].map(|word| words.get(word))),
    }
    for scored in &outcome.profiles {
        let name = &*told.content.profile(scored.id).name;
        let now = told.score(scored);
        match then {
            Some(then) => page.row(&[name, &told.count(u32::from(then.scores.of(scored.id))), &now]),
            None => page.row(&[name, &now]),
        }
    }
    page.end_table();
    page.paragraph(words.get(Word::ResultScoresText));
    if outcome.is_open() {
        page.paragraph(words.get(Word::ResultSkipped));
    }
}

/// What the scores alone do not show.
fn standing(page: &mut Page, told: &Told<'_>, outcome: &Outcome, best: ProfileId) {
    let name = |id: ProfileId| &*told.content.profile(id).name;
    if !outcome.near.is_empty() {
        let all: Vec<&str> = std::iter::once(&best).chain(&outcome.near).map(|id| name(*id)).collect();
        page.paragraph(&told.fill(Word::ResultNear, &[("profiles", &all.join(", "))]));
        questions(page, told, Word::ResultNearSettle, &outcome.settle);
    }
    for (word, id) in [(Word::ResultLevel, outcome.level), (Word::ResultTarget, outcome.target)] {
        if let Some(id) = id.filter(|id| *id != best) {
            page.paragraph(&told.fill(word, &[("profile", name(id))]));
        }
    }
    page.paragraph(&told.content.profile(best).summary);
}

/// Why it is this profile, and what that calls for.
fn advised(page: &mut Page, told: &Told<'_>, course: &Course, outcome: &Outcome, best: ProfileId) {
    let Told { content, words, .. } = *told;
    ledger(page, told, outcome.score_of(best));
    let change = nearest_change(content, course, outcome);
    let deeds = change.deeds(content);
    let advice = recommend(content, course.counted(), best, &deeds);
    // Each step is said once: by what it helps with, or below.
    let (helping, steps): (Vec<&Advice>, Vec<&Advice>) =
        advice.steps.into_iter().partition(|step| deeds.iter().any(|act| step.helps.contains(&act.question)));
    if let Some(target) = outcome.target {
        plan(page, told, target, &change, course.counted(), helping);
    }
    searches(page, told, &advice.searches);
    programs(page, told, advice.no_program, &advice.programs);
    if !steps.is_empty() {
        page.heading(2, words.get(Word::StepsTitle));
        for (place, step) in steps.iter().enumerate() {
            page.line(&format!("{}. {}", place + 1, titled(&step.title, &step.text)));
        }
        page.end_list();
    }
}

fn ledger(page: &mut Page, told: &Told<'_>, scored: &ProfileScore) {
    let Told { content, words, .. } = *told;
    let sum = told.count(scored.score);
    page.heading(2, words.get(Word::ResultWhy));
    if scored.ledger.is_empty() {
        page.paragraph(words.get(Word::ResultNoPoints));
        return;
    }
    page.paragraph(&told.fill(Word::ResultWhyText, &[("score", &sum)]));
    page.table(&[Word::ResultQuestion, Word::ResultAnswer, Word::ResultPoints].map(|word| words.get(word)));
    for line in &scored.ledger {
        let question = line.question(content);
        page.row(&[&question.text, &told.answer(question, &line.answer(content)), &told.count(line.points)]);
    }
    page.row(&[words.get(Word::ResultSum), "", &sum]);
    page.end_table();
}

/// The profiles that cannot be told from the best. Of the others the scores say enough.
fn close_calls(page: &mut Page, told: &Told<'_>, outcome: &Outcome) {
    let Told { content, words, .. } = *told;
    if outcome.near.is_empty() {
        return;
    }
    page.heading(2, words.get(Word::ResultClose));
    for id in &outcome.near {
        let (profile, score) = (content.profile(*id), told.score(outcome.score_of(*id)));
        page.heading(3, &told.fill(Word::ScoreOf, &[("profile", &profile.name), ("score", &score)]));
        page.paragraph(&profile.summary);
    }
}

fn answers(page: &mut Page, told: &Told<'_>, course: &Course) {
    let Told { content, words, .. } = *told;
    page.heading(2, words.get(Word::ResultAllAnswers));
    page.table(&[Word::ResultQuestion, Word::ResultAnswer].map(|word| words.get(word)));
    for question in course.questions(content) {
        match course.counted().get(&question.id) {
            Some(answer) => page.row(&[&question.text, &told.answer(question, answer)]),
            None => page.row(&[&question.text, words.get(Word::ReviewSkipped)]),
        }
    }
    page.end_table();
    let unknown = told.result.answers.unknown_to(content).map(|(question, answer)| format!("{question}: {answer}"));
    let unknown: Vec<String> = unknown.collect();
    if !unknown.is_empty() {
        page.paragraph(&told.fill(Word::ResultUnlabelled, &[("answers", &unknown.join("; "))]));
    }
}

fn questions(page: &mut Page, told: &Told<'_>, word: Word, ids: &[String]) {
    if ids.is_empty() {
        return;
    }
    page.paragraph(told.words.get(word));
    for question in ids.iter().filter_map(|id| told.content.question(id)) {
        page.item(&question.text);
    }
    page.end_list();
}

impl Told<'_> {
    pub(super) fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        self.words.fill(word, values)
    }

    pub(super) fn answer(&self, question: &Question, answer: &Answer) -> String {
        question.answer_text(answer, self.number)
    }

    fn count(&self, count: u32) -> String {
        (self.number)(f64::from(count))
    }

    fn score(&self, scored: &ProfileScore) -> String {
        scored.text(self.words, self.number)
    }
}

/// A text after its title.
fn titled(title: &str, text: &str) -> String {
    format!("**{}.** {}", plain(title), plain(text))
}

/// Markdown that is being written. What it is given is plain text, but for lines.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    /// A line that is Markdown already.
    pub(super) fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.line(&format!("{} {}\n", "#".repeat(level), plain(text)));
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.line(&format!("{}\n", plain(text)));
    }

    /// A paragraph that begins with its title.
    pub(super) fn strong_paragraph(&mut self, title: &str, text: &str) {
        self.line(&format!("{}\n", titled(title, text)));
    }

    pub(super) fn item(&mut self, text: &str) {
        self.line(&format!("- {}", plain(text)));
    }

    pub(super) fn end_list(&mut self) {
        self.line("");
    }

    fn table(&mut self, heads: &[&str]) {
        self.row(heads);
        self.line(&format!("|{}", " --- |".repeat(heads.len())));
    }

    fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn end_table(&mut self) {
        self.line("");
    }
}
