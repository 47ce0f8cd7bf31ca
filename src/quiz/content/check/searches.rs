//! What must hold of searches: nobody gets more titles than fit into a query, and no title is there in vain.

use super::Check;
use crate::quiz::content::{Also, Question, Search};
use std::collections::BTreeSet;

impl<'a> Check<'a> {
    pub(super) fn searches(&mut self, path: &str, searches: &'a [Search]) {
        let mut names = BTreeSet::new();
        for (index, search) in searches.iter().enumerate() {
            let path = format!("{path}.searches[{index}]");
            self.id(format!("{path}.name"), &search.name, &mut names);
            self.text(format!("{path}.heading"), &search.heading);
            match search.titles.len() {
                0 => self.fault(format!("{path}.titles"), "the list is empty"),
                1..=Search::MAX_TITLES => {}
                all => {
                    self.fault(format!("{path}.titles"), format!("there are {all}; the most is {}", Search::MAX_TITLES))
                }
            }
            for (list, name) in [(&search.exclude, "exclude"), (&search.with, "with")] {
                let at = |index| format!("{path}.{name}[{index}]");
                self.texts(list.iter().enumerate().map(|(index, text)| (at(index), &**text)));
            }
            let mut seen = BTreeSet::new();
            self.titles(&format!("{path}.titles"), &search.titles, &mut seen);
            self.field_titles(&path, search);
            self.also(&path, search, &seen);
            self.titles(&format!("{path}.otherwise"), &search.otherwise, &mut seen);
            self.room(&format!("{path}.otherwise"), search, &search.otherwise);
        }
    }

    /// Titles are phrases that somebody would type: a single word finds adverts of every kind of work.
    fn titles(&mut self, path: &str, titles: &'a [String], seen: &mut BTreeSet<&'a str>) {
        for (index, title) in titles.iter().enumerate() {
            let path = format!("{path}[{index}]");
            match title.split_whitespace().count() {
                0 => self.fault(path, "the text is empty"),
                1 => self.fault(path, format!("{title:?} is one word; a title to search for has two or more")),
                _ if !seen.insert(title) => self.fault(path, format!("{title:?} stands in this list already")),
                _ => {}
            }
        }
    }

    fn field_titles(&mut self, path: &str, search: &Search) {
        for (index, title) in search.field_titles.iter().enumerate() {
            if !search.titles.contains(title) {
                let message = format!("{title:?} does not stand in \"titles\"");
                self.fault(format!("{path}.field_titles[{index}]"), message);
            }
        }
    }

    fn also(&mut self, path: &str, search: &'a Search, seen: &BTreeSet<&'a str>) {
        let after_all = self.quiz.questions.len();
        for (index, also) in search.also.iter().enumerate() {
            let path = format!("{path}.also[{index}]");
            if also.show_if.is_empty() {
                self.fault(format!("{path}.show_if"), "the list is empty; what everybody gets stands in \"titles\"");
            }
            self.conditions(&format!("{path}.show_if"), &also.show_if, after_all);
            if also.titles.is_empty() && also.filters.is_empty() {
                self.fault(&*path, "it adds neither titles nor filters");
            }
            // Two of them may add the same title: whoever has both gets it once.
            self.titles(&format!("{path}.titles"), &also.titles, &mut seen.clone());
            self.room(&format!("{path}.titles"), search, &also.titles);
        }
        self.turns(path, search);
    }

    /// Whatever somebody answers to one question, each part that it calls for finds a turn. It is not asked of several
    /// questions at once: whoever knows every language and every platform calls for more than one list can hold.
    fn turns(&mut self, path: &str, search: &Search) {
        let room = Search::MAX_TITLES.saturating_sub(search.titles.len());
        let looks_at = |also: &Also, id: &str| also.show_if.iter().any(|condition| condition.question == id);
        for Question { id, .. } in &self.quiz.questions {
            let takers = search.also.iter().filter(|also| !also.titles.is_empty() && looks_at(also, id)).count();
            // Where there is no room at all, that has been said of each.
            if takers > room && room > 0 {
                let message = format!(
                    "{takers} parts that add titles to {} for answers to {id:?} leave no turn for some of them; \
                     the most is {} in all",
                    search.titles.len(),
                    Search::MAX_TITLES
                );
                self.fault(format!("{path}.also"), message);
            }
        }
    }

    /// Each added list fits as a whole beside the titles that everybody gets, so every title is shown to somebody.
    fn room(&mut self, path: &str, search: &Search, added: &[String]) {
        let all = search.titles.len() + added.len();
        if all > Search::MAX_TITLES && !added.is_empty() {
            let message = format!("with \"titles\" there are {all}; the most is {}", Search::MAX_TITLES);
            self.fault(path, message);
        }
    }
}
