//! Everything that is kept of a folder: the records in use, and whatever else is in its two stores.

mod addition;
mod erasure;

pub use erasure::Everything;

use super::library::{Library, use_library};
use super::place::{Place, use_place};
use super::session::{Session, use_session};
use super::settings::{Settings, use_settings};
use crate::quiz::record::names::{backup_name, is_backup};
use crate::quiz::record::progress::Progress;
use crate::quiz::record::stored::{head, revived, text_of};
use crate::quiz::record::{Record, library, settings};
use crate::quiz::share::file::Text;
use std::collections::BTreeMap;

/// Everything that is kept of a folder.
#[derive(Clone, Debug)]
pub struct Data {
    /// Where it is kept.
    pub place: Place,
    /// The quiz being taken.
    pub session: Session,
    /// The finished results.
    pub library: Library,
    /// What the person has set.
    pub settings: Settings,
}

impl Data {
    /// That of the app around this component.
    pub fn in_use() -> Self {
        Self { place: use_place(), session: use_session(), library: use_library(), settings: use_settings() }
    }

    /// Every text that is kept here, under its name, in the order of the names.
    pub async fn gather(&self) -> Vec<Text> {
        let local = &self.place.local;
        // Where there is no journal, there is nothing in it.
        let mut all: BTreeMap<_, _> = self.place.journal.read_all().await.unwrap_or_default().into_iter().collect();
        for name in local.names() {
            let Ok(Some(text)) = local.read(&name) else { continue };
            let is_later = |known: &String| {
                head(known).map_or(0, |head| head.revision) < head(&text).map_or(0, |head| head.revision)
            };
            match all.get(&name) {
                Some(known) if !is_later(known) => {
                    // What cannot be read here takes no other's place, and is not lost either.
                    if known != &text && head(&text).is_err() && !is_backup(&name) {
                        all.insert(backup_name(&name, &text), text);
                    }
                }
                _ => drop(all.insert(name, text)),
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
            match all.remove(&name) {
                // What a later version has written is all there under its name.
                Some(newer) if head(&newer).is_ok() => drop(all.insert(name, newer)),
                // What cannot be read, as long as nothing has taken its place.
                Some(broken) => {
                    all.insert(backup_name(&name, &broken), broken);
                    all.insert(name, text);
                }
                None => drop(all.insert(name, text)),
            }
        }
        all.into_iter().collect()
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

    /// Puts texts into each of the stores, where nothing is under their names. Returns whether each is in one of them at least.
    async fn put_where_gone(&self, local: Vec<Text>, journal: Vec<Text>) -> bool {
        let is_journal_only = journal.iter().any(|(name, _)| local.iter().all(|(known, _)| known != name));
        // In the journal first: whoever hears of what is put into the local store looks there.
        let mut put = BTreeMap::new();
        let texts = |all: Vec<Text>| {
            let all: BTreeMap<String, String> = all.into_iter().collect();
            for (name, text) in local.iter().cloned().chain(journal) {
                let found = all.get(&name).map(String::as_str);
                if is_gone(found) {
                    put.insert(name, in_place_of(found, &text));
                }
            }
            put.iter().map(|(name, text)| (name.clone(), Some(text.clone()))).collect()
        };
        let is_in_journal = self.place.journal.exchange_all(texts).await.is_ok();
        let mut is_in_local = true;
        for (name, text) in &local {
            let store = &self.place.local;
            let Ok(found) = store.read(name) else {
                is_in_local = false;
                continue;
            };
            if is_gone(found.as_deref()) {
                let text = put.get(name).cloned().unwrap_or_else(|| in_place_of(found.as_deref(), text));
                // Where there is no room now, it is in the journal.
                is_in_local &= store.write(name, &text).is_ok();
            }
        }
        is_in_journal || is_in_local && !is_journal_only
    }
}

/// A text as it is put where there is nothing, or word that it was deleted. A tab of another quiz may have that word, and would not give it up for what is older.
fn in_place_of(found: Option<&str>, text: &str) -> String {
    found.map_or_else(|| text.to_owned(), |word| revived(text, word))
}

/// Whether nothing is under a name, or word that it was deleted. Anything else was put there since, and stays.
fn is_gone(text: Option<&str>) -> bool {
    text.is_none_or(|text| head(text).is_ok_and(|head| head.erased))
}
