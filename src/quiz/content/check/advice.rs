//! What must hold of programs, steps and all other advice.

use super::Check;
use crate::quiz::content::{Advice, Program};
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Check<'a> {
    pub(super) fn programs(&mut self) {
        let mut seen = BTreeSet::new();
        for (index, program) in self.quiz.programs.iter().enumerate() {
            let path = format!("programs[{index}]");
            self.id(format!("{path}.id"), &program.id, &mut seen);
            self.program(&path, program);
        }
    }

    fn program(&mut self, path: &str, program: &Program) {
        let after_all = self.quiz.questions.len();
        self.texts([
            (format!("{path}.name"), &*program.name),
            (format!("{path}.provider"), &*program.provider),
            (format!("{path}.summary"), &*program.summary),
        ]);
        for (index, prerequisite) in program.prerequisites.iter().enumerate() {
            let path = format!("{path}.prerequisites[{index}]");
            self.texts([
                (format!("{path}.text"), &*prerequisite.text),
                (format!("{path}.first"), &*prerequisite.first),
            ]);
            if prerequisite.met_if.is_empty() {
                self.fault(format!("{path}.met_if"), "the list is empty");
            }
            self.conditions(&format!("{path}.met_if"), &prerequisite.met_if, after_all);
        }
        if let Some(whole) = &program.part_of {
            if *whole == program.id {
                self.fault(format!("{path}.part_of"), "a program is not part of itself");
            } else if self.quiz.program(whole).is_none() {
                self.fault(format!("{path}.part_of"), format!("there is no program {whole:?}"));
            } else if self.is_part_of_itself(program) {
                self.fault(format!("{path}.part_of"), "it goes in a circle: a program is not part of itself");
            }
        }
        if let Some(link) = &program.link
            && !is_https(link)
        {
            self.fault(format!("{path}.link"), format!("{link:?} is not an https address"));
        }
        if program.reasons.is_empty() {
            self.fault(format!("{path}.reasons"), "the list is empty");
        }
        for (index, reason) in program.reasons.iter().enumerate() {
            let path = format!("{path}.reasons[{index}]");
            self.text(format!("{path}.text"), &reason.text);
            self.conditions(&format!("{path}.show_if"), &reason.show_if, after_all);
        }
    }

    /// Whether somebody who follows the wholes up comes back to where they began.
    fn is_part_of_itself(&self, program: &Program) -> bool {
        let wholes: BTreeMap<&str, Option<&String>> =
            self.quiz.programs.iter().map(|program| (program.id.as_str(), program.part_of.as_ref())).collect();
        let mut whole = program.part_of.as_ref();
        for _ in &self.quiz.programs {
            match whole {
                Some(id) if *id == program.id => return true,
                Some(id) => whole = wholes.get(id.as_str()).copied().flatten(),
                None => return false,
            }
        }
        false
    }

    pub(super) fn all_advice(&mut self) {
        let quiz = self.quiz;
        let lists = [
            (&quiz.no_program, "no_program"),
            (&quiz.steps, "steps"),
            (&quiz.remarks, "remarks"),
            (&quiz.contradictions, "contradictions"),
        ];
        for (list, name) in lists {
            self.advice(list, name);
        }
        if quiz.steps.is_empty() {
            self.fault("steps", "the list is empty");
        }
        // Programs follow from the answers alone, so that each reason can be checked against them.
        self.without_profiles(&quiz.no_program, "no_program");
        self.without_profiles(&quiz.contradictions, "contradictions");
        for (index, contradiction) in quiz.contradictions.iter().enumerate() {
            let questions: BTreeSet<&str> = contradiction.show_if.iter().map(|it| it.question.as_str()).collect();
            if questions.len() < 2 {
                self.fault(
                    format!("contradictions[{index}].show_if"),
                    "one answer does not contradict itself; conditions on two questions or more are needed",
                );
            }
        }
    }

    fn without_profiles(&mut self, list: &[Advice], name: &str) {
        for (index, _) in list.iter().enumerate().filter(|(_, advice)| !advice.profiles.is_empty()) {
            self.fault(format!("{name}[{index}].profiles"), "this is for steps and remarks only");
        }
    }

    /// The ids in `helps` are those of questions, and only steps help.
    fn helps(&mut self, path: &str, advice: &Advice, name: &str) {
        if name != "steps" && !advice.helps.is_empty() {
            self.fault(format!("{path}.helps"), "this is for steps only");
        }
        for (index, id) in advice.helps.iter().enumerate() {
            if self.quiz.question(id).is_none() {
                self.fault(format!("{path}.helps[{index}]"), format!("there is no question {id:?}"));
            }
        }
    }

    /// What a persona answers is for the checker to try; here only that it hangs together.
    pub(super) fn personas(&mut self) {
        let mut seen = BTreeSet::new();
        for (index, persona) in self.quiz.personas.iter().enumerate() {
            let path = format!("personas[{index}]");
            self.id(format!("{path}.id"), &persona.id, &mut seen);
            self.text(format!("{path}.text"), &persona.text);
            for (index, id) in persona.programs.iter().enumerate() {
                if self.quiz.program(id).is_none() {
                    self.fault(format!("{path}.programs[{index}]"), format!("there is no program {id:?}"));
                }
            }
        }
    }

    fn advice(&mut self, list: &'a [Advice], name: &str) {
        let after_all = self.quiz.questions.len();
        let mut seen = BTreeSet::new();
        for (index, advice) in list.iter().enumerate() {
            let path = format!("{name}[{index}]");
            self.id(format!("{path}.id"), &advice.id, &mut seen);
            self.texts([(format!("{path}.title"), &*advice.title), (format!("{path}.text"), &*advice.text)]);
            self.conditions(&format!("{path}.show_if"), &advice.show_if, after_all);
            self.helps(&path, advice, name);
        }
    }
}

/// Whether this is an https address of a host, without anything that could end the place it is put in.
fn is_https(link: &str) -> bool {
    let Some(rest) = link.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let label = |label: &str| {
        let is_inner = |c: char| c.is_alphanumeric() || c == '-';
        label.starts_with(char::is_alphanumeric) && label.chars().all(is_inner)
    };
    host.split('.').all(label)
        && !link.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c))
}
