//! The three records, as a list of facts each, and what people do to them.

use crate::support::{one, small};
use career_quiz::quiz::content::Points;
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::{Library, LibraryChange, SavedResult};
use career_quiz::quiz::record::progress::{Progress, ProgressChange};
use career_quiz::quiz::record::settings::{Settings, SettingsChange, Theme};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::LazyLock;

/// What somebody does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Something that nobody else does: an answer to a question of one's own, another result, a language.
    Add,
    /// Something that the other tab does too, in its own way.
    Alter,
    /// Goes on without doing anything that counts as much.
    Move,
    /// Deletes one thing.
    Delete,
    /// Deletes all.
    Clear,
    /// Brings back what was deleted last.
    Undo,
}

pub type Facts = BTreeMap<String, String>;

/// A kind of record.
pub trait Kind: Debug {
    type Record: Record;

    fn blank() -> Self::Record;

    /// What there is before anybody does anything.
    fn start() -> Self::Record;

    /// All that the record says and that somebody would miss.
    fn facts(record: &Self::Record) -> Facts;

    /// Whether a fact counts beside the others.
    fn counts(_key: &str, _facts: &Facts) -> bool {
        true
    }

    /// What a change makes of which facts; of `keys` where it is about all there are.
    fn writes(change: &<Self::Record as Record>::Change, keys: &BTreeSet<String>) -> Vec<(String, Option<String>)>;

    /// Whether a change brings back what was deleted, and leaves the rest.
    fn brings_back(change: &<Self::Record as Record>::Change) -> bool;

    /// What becomes of an act, of which each has a name of its own, and what takes it back if it can be.
    fn change(act: Act, name: &str, shown: &Self::Record) -> Option<Changes<Self::Record>>;
}

/// A change, and what takes it back.
pub type Changes<T> = (<T as Record>::Change, Option<<T as Record>::Change>);

fn none_of(keys: &BTreeSet<String>) -> Vec<(String, Option<String>)> {
    keys.iter().map(|key| (key.clone(), None)).collect()
}

fn all_of(facts: Facts) -> Vec<(String, Option<String>)> {
    facts.into_iter().map(|(key, value)| (key, Some(value))).collect()
}

#[derive(Debug)]
pub struct OfProgress;

impl Kind for OfProgress {
    type Record = Progress;

    fn blank() -> Progress {
        static BLANK: LazyLock<Progress> = LazyLock::new(|| Progress::new(&small()));
        BLANK.clone()
    }

    fn start() -> Progress {
        let mut progress = Self::blank().at_revision(3);
        progress.answers.set("first", one("before"));
        progress
    }

    fn facts(progress: &Progress) -> Facts {
        progress.answers.iter().map(|(question, answer)| (question.to_owned(), format!("{answer:?}"))).collect()
    }

    fn writes(change: &ProgressChange, keys: &BTreeSet<String>) -> Vec<(String, Option<String>)> {
        match change {
            ProgressChange::Answer { question, answer, .. } => {
                vec![(question.clone(), answer.as_ref().map(|answer| format!("{answer:?}")))]
            }
            ProgressChange::Visit { .. } => Vec::new(),
            ProgressChange::StartOver(_) => none_of(keys),
            ProgressChange::Restore(before) => all_of(Self::facts(before)),
        }
    }

    fn brings_back(change: &ProgressChange) -> bool {
        matches!(change, ProgressChange::Restore(_))
    }

    fn change(act: Act, name: &str, shown: &Progress) -> Option<Changes<Progress>> {
        let answer = |question: &str, answer| ProgressChange::Answer {
            question: question.to_owned(),
            answer,
            content_version: "7".to_owned(),
        };
        Some(match act {
            Act::Add => (answer(name, Some(one("given"))), None),
            Act::Alter => (answer("first", Some(one(name))), None),
            Act::Move => (ProgressChange::Visit { at: Some(name.to_owned()), reached: 0 }, None),
            Act::Delete => (answer("first", None), Some(answer("first", shown.answers.get("first").cloned()))),
            Act::Clear => (ProgressChange::StartOver(Self::blank()), Some(ProgressChange::Restore(shown.clone()))),
            Act::Undo => return None,
        })
    }
}

#[derive(Debug)]
pub struct OfLibrary;

const NAME: &str = "name of ";

/// A result that has a name of its own for an id.
pub fn result(name: &str) -> SavedResult {
    SavedResult {
        id: name.to_owned(),
        revision: 0,
        name: String::new(),
        saved_at: format!("2026-11-22T08:00:00.000Z {name}"),
        content_version: "7".to_owned(),
        fingerprint: None,
        shared: false,
        best: None,
        scores: Points::default(),
        answers: [(name.to_owned(), one("given"))].into_iter().collect(),
    }
}

impl Kind for OfLibrary {
    type Record = Library;

    fn blank() -> Library {
        Library::default()
    }

    fn start() -> Library {
        let results = ["first", "second"].map(|name| SavedResult { revision: 2, ..result(name) });
        Library { results: results.to_vec(), ..Library::default().at_revision(3) }
    }

    fn facts(library: &Library) -> Facts {
        let names = library.results.iter().map(|result| (format!("{NAME}{}", result.id), result.name.clone()));
        let ids = library.results.iter().map(|result| (result.id.clone(), format!("{:?}", result.answers)));
        ids.chain(names).collect()
    }

    /// A result that is not there has no name.
    fn counts(key: &str, facts: &Facts) -> bool {
        key.strip_prefix(NAME).is_none_or(|id| facts.contains_key(id))
    }

    fn writes(change: &LibraryChange, keys: &BTreeSet<String>) -> Vec<(String, Option<String>)> {
        let library = |results: &[SavedResult]| Library { results: results.to_vec(), ..Library::default() };
        match change {
            LibraryChange::Keep(result) => all_of(Self::facts(&library(std::slice::from_ref(result)))),
            LibraryChange::Rename { id, name } => vec![(format!("{NAME}{id}"), Some(name.clone()))],
            LibraryChange::Delete(id) => vec![(id.clone(), None), (format!("{NAME}{id}"), None)],
            LibraryChange::Clear => none_of(keys),
            LibraryChange::Restore(results) => all_of(Self::facts(&library(results))),
        }
    }

    fn brings_back(change: &LibraryChange) -> bool {
        matches!(change, LibraryChange::Restore(_))
    }

    fn change(act: Act, name: &str, shown: &Library) -> Option<Changes<Library>> {
        Some(match act {
            Act::Add => (shown.keeping(result(name)).1?, None),
            Act::Alter => {
                (LibraryChange::Rename { id: shown.results.first()?.id.clone(), name: name.to_owned() }, None)
            }
            Act::Move => (LibraryChange::Rename { id: shown.latest()?.id.clone(), name: name.to_owned() }, None),
            Act::Delete => {
                let result = shown.results.first()?.clone();
                (LibraryChange::Delete(result.id.clone()), Some(LibraryChange::Restore(vec![result])))
            }
            Act::Clear => (LibraryChange::Clear, Some(LibraryChange::Restore(shown.results.clone()))),
            Act::Undo => return None,
        })
    }
}

#[derive(Debug)]
pub struct OfSettings;

impl Kind for OfSettings {
    type Record = Settings;

    fn blank() -> Settings {
        Settings::default()
    }

    fn start() -> Settings {
        Settings { theme: Some(Theme::Dark), ..Settings::default().at_revision(3) }
    }

    fn facts(settings: &Settings) -> Facts {
        let theme = settings.theme.map(|theme| ("theme".to_owned(), theme.as_str().to_owned()));
        let language = settings.language.clone().map(|language| ("language".to_owned(), language));
        let keys = settings.number_keys.then(|| ("number keys".to_owned(), "on".to_owned()));
        [theme, language, keys].into_iter().flatten().collect()
    }

    fn writes(change: &SettingsChange, keys: &BTreeSet<String>) -> Vec<(String, Option<String>)> {
        match change {
            SettingsChange::Language(tag) => vec![("language".to_owned(), Some(tag.clone()))],
            SettingsChange::Theme(theme) => {
                vec![("theme".to_owned(), theme.map(|theme| theme.as_str().to_owned()))]
            }
            SettingsChange::NumberKeys(on) => vec![("number keys".to_owned(), on.then(|| "on".to_owned()))],
            SettingsChange::Clear => none_of(keys),
            SettingsChange::Restore(before) => all_of(Self::facts(before)),
        }
    }

    fn brings_back(change: &SettingsChange) -> bool {
        matches!(change, SettingsChange::Restore(_))
    }

    fn change(act: Act, name: &str, shown: &Settings) -> Option<Changes<Settings>> {
        let other = if shown.theme == Some(Theme::Dark) { Theme::Light } else { Theme::Dark };
        Some(match act {
            Act::Add => (SettingsChange::Language(name.to_owned()), None),
            Act::Alter => (SettingsChange::Theme(Some(other)), None),
            Act::Move => (SettingsChange::NumberKeys(!shown.number_keys), None),
            Act::Delete => (SettingsChange::Theme(None), Some(SettingsChange::Theme(shown.theme))),
            Act::Clear => (SettingsChange::Clear, Some(SettingsChange::Restore(shown.clone()))),
            Act::Undo => return None,
        })
    }
}
