//! Deleting everything that is kept of a folder, and bringing it back.

use super::library::Library;
use super::place::Place;
use super::session::Session;
use super::settings::Settings;
use crate::browser::storage::NotKept;
use crate::quiz::record::library::LibraryChange;
use crate::quiz::record::progress::{Progress, ProgressChange};
use crate::quiz::record::settings::SettingsChange;
use crate::quiz::record::stored::erased;
use crate::quiz::record::{library, settings};

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

/// What was deleted, to be brought back.
#[derive(Clone, Debug)]
pub struct Everything {
    progress: Progress,
    library: library::Library,
    settings: settings::Settings,
    /// Texts by their names, in each of the stores.
    local: Vec<(String, String)>,
    journal: Vec<(String, String)>,
}

impl Eraser {
    /// Deletes everything. What stays in the journal is at which revision each record was deleted, so that none comes back from
    /// elsewhere.
    pub async fn erase(&self) -> Everything {
        let in_use = self.in_use();
        let is_other = |name: &String| !in_use.contains(name);
        let Place { local, journal, .. } = &self.place;
        let mut everything = Everything {
            progress: self.session.kept().untracked(),
            library: self.library.kept().untracked(),
            settings: self.settings.kept().untracked(),
            local: Vec::new(),
            journal: Vec::new(),
        };
        for name in local.names().into_iter().filter(is_other) {
            everything.local.extend(local.read(&name).map(|text| (name, text)));
        }
        self.session.start_over();
        self.library.change(LibraryChange::Clear);
        self.settings.change(SettingsChange::Clear);
        // In the journal first: it says of what is in the other store that it was deleted.
        let others = &everything.local;
        let found = &mut everything.journal;
        let decide = |all: Vec<(String, String)>| {
            found.extend(all.into_iter().filter(|(name, _)| is_other(name)));
            let only_local = others.iter().filter(|(name, _)| found.iter().all(|(known, _)| known != name));
            found.iter().chain(only_local).map(|(name, text)| (name.clone(), word_for(name, text))).collect()
        };
        // Where there is no journal, nothing is in it.
        if journal.exchange_all(decide).await == Err(NotKept::Refused) {
            // There is no room even for word of it. To remove what is there takes none.
            let names = |all: Vec<(String, String)>| all.into_iter().map(|(name, _)| name).filter(is_other);
            let _ = journal.exchange_all(|all| names(all).map(|name| (name, None)).collect()).await;
        }
        for (name, _) in &everything.local {
            let _ = local.remove(name);
        }
        everything
    }

    /// Brings everything back. What has been done since stays.
    pub async fn restore(&self, everything: Everything) {
        let Everything { progress, library, settings, local, journal } = everything;
        for (name, text) in &local {
            // Where there is no room now, it is in the journal.
            let _ = self.place.local.write(name, text);
        }
        let texts = move |_| local.into_iter().chain(journal).map(|(name, text)| (name, Some(text))).collect();
        let _ = self.place.journal.exchange_all(texts).await;
        if progress.is_begun() {
            self.session.kept().change(|_| Some(ProgressChange::Restore(progress)));
        }
        if !library.results.is_empty() {
            self.library.change(LibraryChange::Restore(library.results));
        }
        self.settings.change(SettingsChange::Restore(settings));
    }

    /// The names of the records that are in use, which are deleted by a change as others are.
    fn in_use(&self) -> [String; 3] {
        [self.session.kept().keeper().name(), self.library.kept().keeper().name(), self.settings.kept().keeper().name()]
    }
}

/// What takes the place of a text in the journal: word that it was deleted, or nothing where no other store has it.
fn word_for(name: &str, text: &str) -> Option<String> {
    (!super::archive::is_content(name)).then(|| erased(text))
}
