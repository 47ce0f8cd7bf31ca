//! All of a person's data as one file: JSON with every record, every older content and every text that was set aside, each under its name in the stores.

use super::plausible;
use crate::quiz::content::{self, Fault, fault_from_json, is_language};
use crate::quiz::fingerprint::fingerprint;
use crate::quiz::record::Record;
use crate::quiz::record::library::{Library, LibraryChange, SavedResult};
use crate::quiz::record::names::{Named, backup_name, backup_of, content_name, named, quiz_in};
use crate::quiz::record::progress::Progress;
use crate::quiz::record::settings::Settings;
use crate::quiz::record::stored::{Stored, head};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes: a thousand results, and several contents as large as they can be.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// What a file says that it is.
const FORMAT: &str = "career-quiz-data";

/// What is listed of a file with many faults.
const MOST_FAULTS: usize = 100;

/// A text under its name in the stores.
pub type Text = (String, String);

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// A later version of this program has written it, or something in it.
    Newer,
    /// It is no such file, or something in it is not what it should be.
    Wrong(Vec<Fault>),
}

/// A file that was read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct DataFile {
    /// When it was written, as an ISO 8601 time in UTC.
    pub saved_at: String,
    /// What it holds.
    texts: Vec<Text>,
}

/// What a file adds to what is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition {
    /// Results that are not there yet, oldest first.
    pub results: Vec<SavedResult>,
    /// How many results of the file are there already.
    pub known: usize,
    /// The quiz that was not finished, where none has been begun here.
    pub progress: Option<Progress>,
    /// Whether there is one in the file, and another here, which stays.
    pub is_left_out: bool,
    /// What was set there and is not here.
    pub settings: Option<Settings>,
    /// Whatever else there is: what belongs to other quizzes, older contents, texts that were set aside. Each is added where nothing is under its name.
    pub others: Vec<Text>,
    /// How many of these are not added, as something else is there under their names.
    pub others_left_out: usize,
}

#[derive(Deserialize, Serialize)]
struct Head {
    format: String,
    format_version: u32,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    format: String,
    format_version: u32,
    saved_at: String,
    /// The records, and the contents, as they stand in the stores.
    #[serde(borrow)]
    records: BTreeMap<String, &'a RawValue>,
    #[serde(borrow)]
    contents: BTreeMap<String, &'a RawValue>,
    /// What is no JSON, or was set aside.
    texts: BTreeMap<String, String>,
}

/// Writes texts as a file that [`DataFile::read`] takes, as long as it is not larger than [`MOST_BYTES`] and nothing in it is of a later version. `saved_at` is an ISO 8601 time in
/// UTC. What it would refuse is written as a text that is set aside. Word of what was deleted is left out, and so is what has no name of ours.
pub fn write(texts: &[Text], saved_at: &str) -> String {
    let mut file = File {
        format: FORMAT.to_owned(),
        format_version: VERSION,
        saved_at: saved_at.to_owned(),
        records: BTreeMap::new(),
        contents: BTreeMap::new(),
        texts: BTreeMap::new(),
    };
    for (name, text) in texts.iter().filter(|(_, text)| !head(text).is_ok_and(|head| head.erased)) {
        let json = serde_json::from_str::<&RawValue>(text);
        match (named(name), json) {
            (Some(Named::Content), Ok(json)) if Check::of(|check| check.content(name, text)) => {
                file.contents.insert(name.clone(), json);
            }
            (Some(named), Ok(json)) if named.is_record() && Check::of(|check| check.record(name, text)) => {
                file.records.insert(name.clone(), json);
            }
            _ => file.texts.extend(aside(name, text).map(|name| (name, text.clone()))),
        }
    }
    // Texts by names: writing them cannot fail.
    serde_json::to_string(&file).unwrap_or_default() + "\n"
}

impl DataFile {
    /// Reads a file, which may come from anybody.
    ///
    /// # Errors
    ///
    /// What is wrong with it, with its place. Nothing of it is to be used then.
    pub fn read(text: &str) -> Result<Self, FileFault> {
        if text.len() > MOST_BYTES {
            return Err(FileFault::TooLarge);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let wrong = |fault| FileFault::Wrong(vec![fault]);
        let head: Head = serde_json::from_str(text).map_err(|error| wrong(fault_from_json(text, &error)))?;
        if head.format != FORMAT {
            return Err(wrong(Fault::new("format", format!("this is no file of {FORMAT:?}"))));
        }
        if head.format_version > VERSION {
            return Err(FileFault::Newer);
        }
        let file: File = serde_json::from_str(text).map_err(|error| wrong(fault_from_json(text, &error)))?;
        let mut check = Check { faults: Vec::new(), is_newer: false, texts: Vec::new() };
        if !plausible::is_time(&file.saved_at) {
            check.fault("saved_at", "that is no time");
        }
        for (name, json) in file.records {
            check.record(&name, json.get());
        }
        for (name, json) in file.contents {
            check.content(&name, json.get());
        }
        for (name, text) in file.texts {
            check.text(&name, text);
        }
        match check {
            Check { is_newer: true, .. } => Err(FileFault::Newer),
            Check { faults, .. } if !faults.is_empty() => Err(FileFault::Wrong(faults)),
            Check { texts, .. } => Ok(Self { saved_at: file.saved_at, texts }),
        }
    }

    /// What the file adds to what is there of a quiz.
    pub fn adds_to(&self, quiz: &str, progress: &Progress, library: &Library, settings: &Settings) -> Addition {
        let mut addition = Addition {
            results: Vec::new(),
            known: 0,
            progress: None,
            is_left_out: false,
            settings: None,
            others: Vec::new(),
            others_left_out: 0,
        };
        for (name, text) in &self.texts {
            match named(name) {
                Some(Named::Results(of)) if of == quiz => {
                    let results = record::<Library>(text).map_or(Vec::new(), |library| library.results);
                    addition.known = results.len();
                    if let Some(LibraryChange::Restore(new)) = library.taking(results) {
                        addition.known -= new.len();
                        addition.results = new;
                    }
                }
                Some(Named::Progress(of)) if of == quiz => {
                    let theirs = record::<Progress>(text).filter(Progress::is_begun);
                    addition.is_left_out =
                        progress.is_begun() && theirs.as_ref().is_some_and(|theirs| theirs.answers != progress.answers);
                    addition.progress = theirs.filter(|_| !progress.is_begun());
                }
                Some(Named::Settings) => {
                    addition.settings = record::<Settings>(text).filter(|theirs| {
                        let mut after = settings.clone();
                        after.join(theirs);
                        after != *settings
                    });
                }
                _ => addition.others.push((name.clone(), text.clone())),
            }
        }
        addition
    }
}

impl Addition {
    /// How many of the others are records of other quizzes, which are shown where those are taken.
    pub fn of_other_quizzes(&self) -> usize {
        let is_record = |(name, _): &&Text| matches!(named(name), Some(Named::Progress(_) | Named::Results(_)));
        self.others.iter().filter(is_record).count()
    }

    /// Whether it adds nothing that a person would notice.
    pub fn is_empty(&self) -> bool {
        self.results.is_empty() && self.progress.is_none() && self.settings.is_none() && self.others.is_empty()
    }
}

/// The record that a text is of. That it is one was checked.
fn record<T: Record>(text: &str) -> Option<T> {
    match Stored::of(Some(text)) {
        Stored::Record(record) => Some(record),
        _ => None,
    }
}

/// What has been checked of a file so far.
struct Check {
    faults: Vec<Fault>,
    is_newer: bool,
    texts: Vec<Text>,
}

impl Check {
    /// Whether a check finds no fault.
    fn of(check: impl FnOnce(&mut Self)) -> bool {
        let mut all = Self { faults: Vec::new(), is_newer: false, texts: Vec::new() };
        check(&mut all);
        all.faults.is_empty()
    }

    fn fault(&mut self, path: impl Into<String>, message: impl Into<String>) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault::new(path, message));
        }
    }

    fn record(&mut self, name: &str, text: &str) {
        let path = format!("records.{name:?}");
        let outcome = match named(name) {
            Some(Named::Progress(_)) => self.stored(text, plausible::check_progress),
            Some(Named::Results(_)) => self.stored(text, |library: &Library| {
                library.results.iter().enumerate().try_for_each(|(at, result)| {
                    plausible::check_kept(result).map_err(|message| format!("results[{at}].{message}"))
                })
            }),
            Some(Named::Settings) => self.stored(text, |settings: &Settings| {
                let is_right = settings.language.as_deref().is_none_or(is_language);
                if is_right { Ok(()) } else { Err("language: that is no language tag".to_owned()) }
            }),
            _ => Err("no record has this name".to_owned()),
        };
        match outcome {
            Ok(()) => self.texts.push((name.to_owned(), text.to_owned())),
            Err(message) => self.fault(path, message),
        }
    }

    fn stored<T: Record>(&mut self, text: &str, check: impl FnOnce(&T) -> Result<(), String>) -> Result<(), String> {
        match Stored::<T>::of(Some(text)) {
            Stored::Record(record) => check(&record),
            Stored::Newer(..) => {
                self.is_newer = true;
                Ok(())
            }
            Stored::Broken(fault) => Err(fault.to_string()),
            Stored::Absent | Stored::Erased(..) => Err("it holds no record".to_owned()),
        }
    }

    fn content(&mut self, name: &str, text: &str) {
        let path = format!("contents.{name:?}");
        match content::parse(text) {
            Ok(content) => {
                // A content of another site is kept under the name of its quiz there, which begins with its id, too.
                let quiz = quiz_in(name, &content.id);
                let expected = content_name(quiz, &fingerprint(&content), &content.version, &content.language);
                match expected == name {
                    true => self.texts.push((name.to_owned(), text.to_owned())),
                    false => self.fault(path, format!("the content that stands there is called {expected:?}")),
                }
            }
            Err(faults) => faults.into_iter().take(MOST_FAULTS).for_each(|fault| {
                self.fault(format!("{path}.{}", fault.path), fault.message);
            }),
        }
    }

    /// What could not be read stays what it is: a text that is set aside.
    fn text(&mut self, name: &str, text: String) {
        match aside(name, &text) {
            Some(name) => self.texts.push((name, text)),
            None => self.fault(format!("texts.{name:?}"), "no text that was set aside has this name"),
        }
    }
}

/// The name under which a text is set aside that stands under a name of ours and cannot be used there. A content stays where it is: whoever reads it there looks whether it is one.
fn aside(name: &str, text: &str) -> Option<String> {
    match named(name)? {
        Named::Progress(_) | Named::Results(_) | Named::Settings => Some(backup_name(name, text)),
        Named::Backup => backup_of(name).map(|record| backup_name(record, text)),
        Named::Content => plausible::is_line(name).then(|| name.to_owned()),
    }
}
