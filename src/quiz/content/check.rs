//! What must hold of a quiz before it is shown to anybody.

mod advice;
mod searches;
mod size;

use super::{Condition, Fault, Grows, Kind, ProfileId, Question, Quiz};
use crate::quiz::answers::Answers;
use crate::quiz::paths;
use std::collections::BTreeSet;

/// The most marks that stand on one letter. Vietnamese has two, and nothing that is read has more than four.
const MAX_MARKS: usize = 4;

/// The most faults that are listed.
const MAX_FAULTS: usize = 1_000;

/// Everything that is wrong with a quiz, in the order of the file.
pub(super) fn faults(quiz: &Quiz) -> Vec<Fault> {
    let mut check = Check { quiz, faults: Vec::new() };
    // What is too large is not gone through.
    if check.too_large() {
        return check.faults;
    }
    check.head();
    if check.is_empty() {
        return check.faults;
    }
    check.profiles();
    check.questions();
    check.score_limits();
    check.programs();
    check.all_advice();
    check.personas();
    check.faults
}

struct Check<'a> {
    quiz: &'a Quiz,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn fault(&mut self, path: impl Into<String>, message: impl Into<String>) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(Fault::new(path, message));
        }
    }

    fn text(&mut self, path: impl Into<String>, text: &str) {
        let path = path.into();
        // Marks that take no room show nothing, just as blanks do.
        let shows =
            |c: char| !c.is_whitespace() && !c.is_control() && !"\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}".contains(c);
        if !text.contains(shows) {
            return self.fault(path, "the text is empty");
        }
        let mut marks = 0;
        let mut piles_up = |character| {
            marks = if is_mark(character) { marks + 1 } else { 0 };
            marks > MAX_MARKS
        };
        if text.chars().any(&mut piles_up) {
            self.fault(path.as_str(), format!("more than {MAX_MARKS} marks stand on one letter"));
        }
        if let Some(mark) = open_direction(text) {
            self.fault(path, format!("U+{:04X} turns the direction of writing and is not closed", u32::from(mark)));
        }
    }

    fn texts<'t>(&mut self, fields: impl IntoIterator<Item = (String, &'t str)>) {
        for (path, text) in fields {
            self.text(path, text);
        }
    }

    fn id(&mut self, path: impl Into<String>, id: &'a str, seen: &mut BTreeSet<&'a str>) {
        let path = path.into();
        if !is_kebab_case(id) {
            self.fault(path, format!("{id:?} is not an id: lower-case letters, digits and single hyphens, 64 at most"));
        } else if !seen.insert(id) {
            self.fault(path, format!("{id:?} stands here a second time; ids are unique"));
        }
    }

    fn head(&mut self) {
        let quiz = self.quiz;
        self.id("id", &quiz.id, &mut BTreeSet::new());
        for (path, text) in
            [("version", &quiz.version), ("title", &quiz.title), ("promise", &quiz.promise), ("author", &quiz.author)]
        {
            self.text(path, text);
        }
        // It becomes part of a file's name and of the page's markup.
        if !is_language(&quiz.language) {
            self.fault("language", format!("{:?} is not a language tag such as \"en\" or \"pt-BR\"", quiz.language));
        }
        if let Some(language) = quiz.market_language.as_ref().filter(|language| !is_language(language)) {
            self.fault("market_language", format!("{language:?} is not a language tag such as \"en\" or \"pt-BR\""));
        }
        if !is_date(&quiz.checked) {
            self.fault("checked", format!("{:?} is not a day of the form YYYY-MM-DD", quiz.checked));
        }
    }

    /// Without questions every condition dangles, and a hundred faults would hide the one that matters.
    fn is_empty(&mut self) -> bool {
        if self.quiz.questions.is_empty() {
            self.fault("questions", "the list is empty");
        }
        self.quiz.questions.is_empty()
    }

    fn profiles(&mut self) {
        let mut seen = BTreeSet::new();
        for (index, profile) in self.quiz.profiles.iter().enumerate() {
            let path = format!("profiles[{index}]");
            if !seen.insert(profile.id) {
                self.fault(format!("{path}.id"), format!("\"{}\" stands here a second time", profile.id));
            }
            self.texts([(format!("{path}.name"), &*profile.name), (format!("{path}.summary"), &*profile.summary)]);
            if profile.searches.is_empty() {
                self.fault(format!("{path}.searches"), "the list is empty");
            }
            self.searches(&path, &profile.searches);
        }
        for id in ProfileId::ALL {
            if !seen.contains(&id) {
                self.fault("profiles", format!("the profile \"{id}\" is missing; all four are needed"));
            }
        }
    }

    fn questions(&mut self) {
        let questions = &self.quiz.questions;
        match questions.first() {
            Some(first) if first.kind != Kind::Single => {
                self.fault("questions[0].kind", "the first question is the opening page and must be a \"single\"");
            }
            Some(first) if !first.show_if.is_empty() => {
                self.fault("questions[0].show_if", "the first question must always be asked");
            }
            _ => {}
        }
        let mut seen = BTreeSet::new();
        for (index, question) in questions.iter().enumerate() {
            let path = format!("questions[{index}]");
            self.id(format!("{path}.id"), &question.id, &mut seen);
            self.text(format!("{path}.text"), &question.text);
            self.conditions(&format!("{path}.show_if"), &question.show_if, index);
            match question.kind {
                Kind::Number => self.number(&path, question),
                Kind::Single | Kind::Multi => self.options(&path, question),
            }
            self.grows(&path, question, index);
        }
    }

    fn options(&mut self, path: &str, question: &'a Question) {
        if question.options.len() < 2 {
            let message = match question.options.len() {
                0 => "the list is empty",
                _ => "there is one option only; a question needs two or more",
            };
            self.fault(format!("{path}.options"), message);
        }
        let mut seen = BTreeSet::new();
        for (index, option) in question.options.iter().enumerate() {
            let path = format!("{path}.options[{index}]");
            self.id(format!("{path}.id"), &option.id, &mut seen);
            self.text(format!("{path}.text"), &option.text);
            if option.exclusive && question.kind == Kind::Single {
                self.fault(format!("{path}.exclusive"), "this is for \"multi\" only");
            }
        }
        let number_fields = [
            ("min", question.min.is_some()),
            ("max", question.max.is_some()),
            ("step", question.step.is_some()),
            ("unit", question.unit.is_some()),
            ("unit_one", question.unit_one.is_some()),
            ("bands", !question.bands.is_empty()),
        ];
        for (field, present) in number_fields {
            if present {
                self.fault(format!("{path}.{field}"), "this is for \"number\" only");
            }
        }
    }

    fn number(&mut self, path: &str, question: &Question) {
        if !question.options.is_empty() {
            self.fault(format!("{path}.options"), "a \"number\" has no options");
        }
        let (least, most, grain) = (question.least(), question.most(), question.grain());
        if !(least >= 0.0 && most > least && most <= 1_000_000.0) {
            self.fault(format!("{path}.max"), format!("numbers from {least} to {most} are no range from 0 up"));
        }
        // Finer steps could not be told apart from rounding.
        if !(grain >= 0.001 && grain <= most) {
            self.fault(format!("{path}.step"), format!("{grain:?} is no distance between numbers"));
        }
        match question.bands.first() {
            None => self.fault(format!("{path}.bands"), "the list is empty"),
            Some(first) if first.from != least => {
                let message = format!("the first band begins at {}, and the numbers at {least}", first.from);
                self.fault(format!("{path}.bands[0].from"), message);
            }
            Some(_) => {}
        }
        for (index, pair) in question.bands.windows(2).enumerate() {
            if pair[1].from <= pair[0].from {
                let message = format!("{} does not come after {}", pair[1].from, pair[0].from);
                self.fault(format!("{path}.bands[{}].from", index + 1), message);
            }
        }
        if let Some(index) = question.bands.iter().position(|band| band.from > most) {
            self.fault(format!("{path}.bands[{index}].from"), format!("no number is above {most}"));
        }
    }

    /// Acting changes what is picked, and time a number: one at most, for a plan waits for one thing.
    fn grows(&mut self, path: &str, question: &Question, index: usize) {
        let path = format!("{path}.grows");
        match (question.grows, question.kind) {
            (Some(Grows::ByMoving), Kind::Multi | Kind::Number) => self.fault(path, "this is for \"single\" only"),
            (Some(Grows::ByActing), Kind::Number) => self.fault(path, "a \"number\" grows \"with-time\""),
            (Some(Grows::WithTime), Kind::Single | Kind::Multi) => {
                self.fault(path, "this is for \"number\" only; options grow \"by-acting\"");
            }
            (Some(Grows::WithTime), Kind::Number) => {
                let earlier = &self.quiz.questions[..index];
                if earlier.iter().any(|question| question.grows == Some(Grows::WithTime)) {
                    self.fault(path, "another question grows \"with-time\" already; there is one at most");
                }
            }
            _ => {}
        }
    }

    /// Conditions of something that stands before question `before`, or after all of them.
    fn conditions(&mut self, path: &str, conditions: &[Condition], before: usize) {
        for (index, condition) in conditions.iter().enumerate() {
            let path = format!("{path}[{index}]");
            let id = &condition.question;
            match self.quiz.position(id) {
                None => self.fault(format!("{path}.question"), format!("there is no question {id:?}")),
                Some(at) if at >= before => {
                    let message = format!("{id:?} is not asked before this; conditions look back only");
                    self.fault(format!("{path}.question"), message);
                }
                Some(at) => self.condition(&path, condition, &self.quiz.questions[at]),
            }
        }
    }

    fn condition(&mut self, path: &str, condition: &Condition, question: &Question) {
        let of_options = !condition.any_of.is_empty() || !condition.none_of.is_empty();
        let of_number = condition.at_least.is_some() || condition.below.is_some();
        match question.kind {
            Kind::Number if of_options || !of_number => {
                self.fault(path, format!("{:?} is a number: use \"at_least\" or \"below\", or both", question.id));
            }
            Kind::Single | Kind::Multi if of_number || !of_options => {
                self.fault(path, format!("{:?} has options: use \"any_of\" or \"none_of\", or both", question.id));
            }
            _ => {}
        }
        for (ids, name) in [(&condition.any_of, "any_of"), (&condition.none_of, "none_of")] {
            for (index, id) in ids.iter().enumerate() {
                if question.kind != Kind::Number && question.option(id).is_none() {
                    let message = format!("the question {:?} has no option {id:?}", question.id);
                    self.fault(format!("{path}.{name}[{index}]"), message);
                }
            }
        }
    }

    /// No profile can score above 100, whatever is answered. Followed only through a quiz that hangs together.
    fn score_limits(&mut self) {
        if !self.faults.is_empty() {
            return;
        }
        match paths::most(self.quiz, &Answers::default()) {
            Ok(most) => {
                for (profile, most) in ProfileId::ALL.into_iter().zip(most).filter(|(_, most)| *most > 100) {
                    let message = format!("answers could add up to {most} points for \"{profile}\"; the most is 100");
                    self.fault("questions", message);
                }
            }
            Err(paths::TooManyOpen) => {
                self.fault("questions", "too many conditions are open at once to follow every path");
            }
        }
    }
}

/// Whether a character is drawn over or under the one before it. Those of single scripts are left out: they have marks that belong
/// there, and few of them pile up.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// A mark that turns the direction of writing and is not closed in the text, or closes what was never opened: what stands beside
/// the text would be turned with it.
fn open_direction(text: &str) -> Option<char> {
    let mut open = Vec::new();
    for mark in text.chars() {
        let closed_by = match mark {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => '\u{202c}',
            '\u{2066}'..='\u{2068}' => '\u{2069}',
            '\u{202c}' | '\u{2069}' => match open.pop() {
                Some((_, end)) if end == mark => continue,
                _ => return Some(mark),
            },
            _ => continue,
        };
        open.push((mark, closed_by));
    }
    open.pop().map(|(mark, _)| mark)
}

/// Whether this could be the id of a question, an option or a quiz: words of small letters and digits, joined by hyphens.
pub(crate) fn is_kebab_case(id: &str) -> bool {
    let word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    id.len() <= 64 && id.split('-').all(word)
}

/// Whether this is a language tag such as `en` or `pt-BR`: a language of two or three letters, and subtags.
pub fn is_language(tag: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or_default();
    let is_primary = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    tag.len() <= 35 && is_primary && tag.split('-').all(part)
}

/// Whether this is a day of the calendar, as `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<u32>().ok());
    let digit_or_hyphen = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else { return false };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    text.len() == 10 && text.bytes().enumerate().all(digit_or_hyphen) && (1..=days).contains(&day)
}
