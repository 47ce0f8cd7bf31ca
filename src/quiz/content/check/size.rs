//! How large a quiz may be. What is too large is not gone through: every other check may take its time for each entry.

use super::Check;
use crate::quiz::content::{Advice, Condition};

/// The most questions, and the most options in all.
const MAX_QUESTIONS: usize = 1_000;
const MAX_OPTIONS: usize = 20_000;

/// The most entries of a list of programs, of advice or of personas.
const MAX_ENTRIES: usize = 1_000;

/// The most contradictions: as many as a plan can keep clear of.
const MAX_CONTRADICTIONS: usize = 100;

/// The most entries of a list inside one of these, such as the options of a question.
const MAX_PARTS: usize = 200;

impl Check<'_> {
    /// Whether a list is too long.
    pub(super) fn too_large(&mut self) -> bool {
        let quiz = self.quiz;
        let options: usize = quiz.questions.iter().map(|question| question.options.len()).sum();
        let questions = quiz.questions.len();
        if questions > MAX_QUESTIONS || options > MAX_OPTIONS {
            let message = format!(
                "{questions} questions with {options} options; at most {MAX_QUESTIONS} with {MAX_OPTIONS} are read"
            );
            self.fault("questions", message);
        }
        let advice = [
            ("no_program", &quiz.no_program),
            ("steps", &quiz.steps),
            ("remarks", &quiz.remarks),
            ("contradictions", &quiz.contradictions),
        ];
        for (name, list) in advice {
            self.at_most(MAX_ENTRIES, name, list);
        }
        self.at_most(MAX_CONTRADICTIONS, "contradictions", &quiz.contradictions);
        self.at_most(MAX_ENTRIES, "programs", &quiz.programs);
        self.at_most(MAX_ENTRIES, "personas", &quiz.personas);
        if self.faults.is_empty() {
            self.parts();
            for (name, list) in advice {
                self.parts_of_advice(name, list);
            }
        }
        !self.faults.is_empty()
    }

    fn at_most<T>(&mut self, most: usize, path: &str, list: &[T]) {
        if list.len() > most {
            self.fault(path, format!("{} entries; at most {most} are read", list.len()));
        }
    }

    fn part<T>(&mut self, path: &str, field: &str, list: &[T]) {
        self.at_most(MAX_PARTS, &format!("{path}.{field}"), list);
    }

    fn parts(&mut self) {
        let quiz = self.quiz;
        self.at_most(MAX_PARTS, "profiles", &quiz.profiles);
        for (index, profile) in quiz.profiles.iter().enumerate() {
            let path = format!("profiles[{index}]");
            self.part(&path, "searches", &profile.searches);
            for (index, search) in profile.searches.iter().enumerate() {
                let path = format!("{path}.searches[{index}]");
                self.part(&path, "also", &search.also);
                for (index, also) in search.also.iter().enumerate() {
                    let path = format!("{path}.also[{index}]");
                    self.part(&path, "titles", &also.titles);
                    self.conditions_of(&path, "show_if", &also.show_if);
                }
                let lists = [("titles", &search.titles), ("field_titles", &search.field_titles)];
                let more = [("otherwise", &search.otherwise), ("exclude", &search.exclude), ("with", &search.with)];
                for (field, list) in lists.into_iter().chain(more) {
                    self.part(&path, field, list);
                }
            }
        }
        for (index, question) in quiz.questions.iter().enumerate() {
            let path = format!("questions[{index}]");
            self.part(&path, "options", &question.options);
            self.part(&path, "bands", &question.bands);
            self.conditions_of(&path, "show_if", &question.show_if);
        }
        for (index, program) in quiz.programs.iter().enumerate() {
            let path = format!("programs[{index}]");
            self.part(&path, "reasons", &program.reasons);
            for (index, reason) in program.reasons.iter().enumerate() {
                self.conditions_of(&format!("{path}.reasons[{index}]"), "show_if", &reason.show_if);
            }
            self.part(&path, "prerequisites", &program.prerequisites);
            for (index, prerequisite) in program.prerequisites.iter().enumerate() {
                self.conditions_of(&format!("{path}.prerequisites[{index}]"), "met_if", &prerequisite.met_if);
            }
        }
        for (index, persona) in quiz.personas.iter().enumerate() {
            self.part(&format!("personas[{index}]"), "programs", &persona.programs);
        }
    }

    fn parts_of_advice(&mut self, name: &str, list: &[Advice]) {
        for (index, advice) in list.iter().enumerate() {
            let path = format!("{name}[{index}]");
            self.part(&path, "helps", &advice.helps);
            self.conditions_of(&path, "show_if", &advice.show_if);
        }
    }

    fn conditions_of(&mut self, path: &str, field: &str, conditions: &[Condition]) {
        self.part(path, field, conditions);
        for (index, condition) in conditions.iter().enumerate() {
            let path = format!("{path}.{field}[{index}]");
            self.part(&path, "any_of", &condition.any_of);
            self.part(&path, "none_of", &condition.none_of);
        }
    }
}
