//! Deleting everything that is kept of a folder, and bringing it back.

use super::library::{Library, use_library};
use super::place::{Place, use_place};
use super::session::{Session, use_session};
use super::settings::{Settings, use_settings};
use crate::browser::storage::NotKept;
use crate::quiz::record::library::LibraryChange;
use crate::quiz::record::names::{is_backup, is_content};
use crate::quiz::record::progress::{Progress, ProgressChange};
use crate::quiz::record::settings::SettingsChange;
use crate::quiz::record::stored::{erased, head, text_of};
use crate::quiz::record::{Record, library, settings};
use crate::quiz::share::file::{Addition, DataFile};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// What can be deleted: the records in use, and whatever else is kept of this folder.
#[derive(Clone, Debug)]
pub struct Eraser {
    /// Where it is kept.
    pub place: Place,
    /// The quiz being taken.
    pub session: Session,
    /// The finished results.
    pub library: Library,
    /// What the person has set.
    pub settings: Settings,
}

/// What was deleted, to be brought back; or what came in a file, to be added.
#[derive(Clone, Debug)]
pub struct Everything {
    progress: Option<Progress>,
    library: library::Library,
    settings: settings::Settings,
    /// Texts by their names, in each of the stores.
    local: Vec<(String, String)>,
    journal: Vec<(String, String)>,
}

impl Eraser {
    /// Everything of the app around this component.
    pub fn in_use() -> Self {
        Self { place: use_place(), session: use_session(), library: use_library(), settings: use_settings() }
    }

    /// What a file adds to what is kept here.
    pub async fn addition(&self, file: &DataFile, quiz: &str) -> Addition {
        let here = self.gather().await;
        let (session, library, settings) = (self.session.kept(), self.library.kept(), self.settings.kept());
        let mut addition = file.adds_to(quiz, &session.untracked(), &library.untracked(), &settings.untracked());
        addition.others.retain(|(name, _)| here.iter().all(|(known, text)| known != name || is_gone(Some(text))));
        addition
    }

    /// Deletes everything, and returns it with whether all of it is gone. What stays in the journal is at which revision each record was
    /// deleted, so that none comes back from elsewhere.
    pub async fn erase(&self) -> (Everything, bool) {
        let local = &self.place.local;
        let mut everything = Everything {
            progress: Some(self.session.kept().untracked()),
            library: self.library.kept().untracked(),
            settings: self.settings.kept().untracked(),
            local: Vec::new(),
            journal: Vec::new(),
        };
        let texts = local.names().into_iter().filter_map(|name| Some((local.read(&name).ok()??, name)));
        let others = texts.filter(|(text, name)| self.is_other(name, text));
        everything.local.extend(others.map(|(text, name)| (name, text)));
        // In the journal all at once and before the changes come there, which are asked for after this.
        let (eraser, others) = (self.clone(), everything.local.clone());
        let outcome = Rc::new(RefCell::new((Ok(()), Vec::new())));
        let answer = Rc::clone(&outcome);
        let erasing = future_to_promise(async move {
            *answer.borrow_mut() = eraser.erase_journal(&others).await;
            Ok(JsValue::UNDEFINED)
        });
        self.session.start_over();
        self.library.change(LibraryChange::Clear);
        self.settings.change(SettingsChange::Clear);
        // It is never rejected.
        let _ = JsFuture::from(erasing).await;
        let (outcome, journal) = outcome.replace((Ok(()), Vec::new()));
        everything.journal = journal;
        // A journal that can be opened some other time may hold what is deleted here, so word of it stays.
        let has_journal = outcome != Err(NotKept::Unavailable);
        let is_gone = everything.local.iter().all(|(name, text)| match word_for(name, text) {
            Some(word) if !has_journal && !is_backup(name) => local.write(name, &word).is_ok(),
            _ => local.remove(name).is_ok(),
        });
        (everything, outcome != Err(NotKept::Refused) && is_gone)
    }

    /// Puts word of the deletion in the place of everything in the journal. Returns what came of it, and what has to be brought back
    /// from there by itself.
    async fn erase_journal(&self, local: &[(String, String)]) -> (Result<(), NotKept>, Vec<(String, String)>) {
        let mut others = Vec::new();
        let decide = |all: Vec<(String, String)>| {
            let only_local = local.iter().filter(|(name, _)| all.iter().all(|(known, _)| known != name));
            let writes =
                all.iter().chain(only_local).map(|(name, text)| (name.clone(), word_for(name, text))).collect();
            others.extend(all.into_iter().filter(|(name, text)| self.is_other(name, text)));
            writes
        };
        let journal = &self.place.journal;
        let mut outcome = journal.exchange_all(decide).await;
        if outcome == Err(NotKept::Refused) {
            // There is no room even for word of it. To remove what is there takes none.
            let remove = |all: Vec<(String, String)>| all.into_iter().map(|(name, _)| (name, None)).collect();
            outcome = journal.exchange_all(remove).await;
        }
        (outcome, others)
    }

    /// Every text that is kept here, under its name, in the order of the names.
    pub async fn gather(&self) -> Vec<(String, String)> {
        let local = &self.place.local;
        // Where there is no journal, there is nothing in it.
        let mut all: BTreeMap<_, _> = self.place.journal.read_all().await.unwrap_or_default().into_iter().collect();
        for name in local.names() {
            let Ok(Some(text)) = local.read(&name) else { continue };
            let is_later = |known: &String| {
                head(known).map_or(0, |head| head.revision) < head(&text).map_or(0, |head| head.revision)
            };
            if all.get(&name).is_none_or(is_later) {
                all.insert(name, text);
            }
        }
        all.retain(|name, text| self.is_other(name, text));
        let (session, library, settings) = (self.session.kept(), self.library.kept(), self.settings.kept());
        let in_use = [
            (session.keeper().name(), text_of(&session.untracked())),
            (library.keeper().name(), text_of(&library.untracked())),
            (settings.keeper().name(), text_of(&settings.untracked())),
        ];
        for (name, text) in in_use {
            // What a later version has written is all there under its name.
            all.entry(name).or_insert(text);
        }
        all.into_iter().collect()
    }

    /// Adds what came in a file. Returns whether all of it that is no record in use could be saved; of those, the screen says so itself.
    pub async fn add(&self, addition: Addition) -> bool {
        let Addition { results, progress, settings, others, .. } = addition;
        let everything = Everything {
            progress,
            library: library::Library { results, ..Default::default() },
            settings: settings.unwrap_or_default(),
            // A record of another quiz is found in either store; the rest is looked for in the journal alone.
            local: others.iter().filter(|(name, _)| !is_content(name) && !is_backup(name)).cloned().collect(),
            journal: others,
        };
        self.restore(everything).await
    }

    /// Brings everything back. What has been done since stays. Returns whether each text was put into one of the stores at least.
    pub async fn restore(&self, everything: Everything) -> bool {
        let Everything { progress, library, settings, local, journal } = everything;
        for (name, text) in &local {
            if self.place.local.read(name).is_ok_and(|found| is_gone(found.as_deref())) {
                // Where there is no room now, it is in the journal.
                let _ = self.place.local.write(name, text);
            }
        }
        let in_local: Vec<String> = local.iter().map(|(name, _)| name.clone()).collect();
        let journal_only: Vec<String> =
            journal.iter().map(|(name, _)| name.clone()).filter(|name| !in_local.contains(name)).collect();
        let texts = move |all: Vec<(String, String)>| {
            let all: BTreeMap<String, String> = all.into_iter().collect();
            let mut texts: Vec<_> = local.into_iter().chain(journal).collect();
            texts.retain(|(name, _)| is_gone(all.get(name).map(String::as_str)));
            texts.into_iter().map(|(name, text)| (name, Some(text))).collect()
        };
        let is_in_local = |name: &String| self.place.local.read(name).is_ok_and(|text| text.is_some());
        let is_whole = journal_only.is_empty() && in_local.iter().all(is_in_local);
        let is_whole = self.place.journal.exchange_all(texts).await.is_ok() || is_whole;
        if let Some(progress) = progress.filter(Progress::is_begun) {
            self.session.kept().change(|_| Some(ProgressChange::Restore(progress)));
        }
        if !library.results.is_empty() {
            self.library.change(LibraryChange::Restore(library.results));
        }
        self.settings.change(SettingsChange::Restore(settings));
        is_whole
    }

    /// Whether a text is not one of the records in use, which are deleted by a change as others are. Nor is what cannot be
    /// read or written by this program.
    fn is_other(&self, name: &str, text: &str) -> bool {
        let in_use = [
            (self.session.kept().keeper().name(), Progress::VERSION),
            (self.library.kept().keeper().name(), library::Library::VERSION),
            (self.settings.kept().keeper().name(), settings::Settings::VERSION),
        ];
        let is_ours = |version| head(text).is_ok_and(|head| head.record_version <= version);
        !in_use.iter().any(|(used, version)| used == name && is_ours(*version))
    }
}

/// Whether nothing is under a name, or word that it was deleted. Anything else was put there since, and stays.
fn is_gone(text: Option<&str>) -> bool {
    text.is_none_or(|text| head(text).is_ok_and(|head| head.erased))
}

/// What takes the place of a text in the journal: word that it was deleted, or nothing where no other store has it.
fn word_for(name: &str, text: &str) -> Option<String> {
    (!is_content(name)).then(|| erased(text))
}
