//! Deleting everything that is kept of a folder, and bringing it back.

use super::Data;
use crate::browser::storage::NotKept;
use crate::browser::timer;
use crate::quiz::record::library::LibraryChange;
use crate::quiz::record::names::{is_backup, is_content};
use crate::quiz::record::progress::{Progress, ProgressChange};
use crate::quiz::record::settings::SettingsChange;
use crate::quiz::record::stored::erased;
use crate::quiz::record::write::Tab;
use crate::quiz::record::{library, settings};
use crate::quiz::share::file::Text;

/// What was deleted, to be brought back.
#[derive(Clone, Debug)]
pub struct Everything {
    progress: Option<Progress>,
    library: library::Library,
    settings: settings::Settings,
    /// Texts by their names, in each of the stores.
    local: Vec<Text>,
    journal: Vec<Text>,
}

impl Data {
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
        let (data, others) = (self.clone(), everything.local.clone());
        let erasing = timer::at_once(async move { data.erase_journal(&others).await });
        self.session.start_over();
        self.library.change(LibraryChange::Clear);
        self.settings.change(SettingsChange::Clear);
        let (outcome, journal) = erasing.await.unwrap_or((Ok(()), Vec::new()));
        everything.journal = journal;
        // A journal that can be opened some other time may hold what is deleted here, so word of it stays.
        let has_journal = outcome != Err(NotKept::Unavailable);
        let remove = |(name, text): &Text| match word_for(name, text, self.place.tab) {
            Some(word) if !has_journal && !is_backup(name) => local.write(name, &word).is_ok(),
            _ => local.remove(name).is_ok(),
        };
        // One that stays is no reason for the others to stay.
        let is_gone = everything.local.iter().filter(|text| !remove(text)).count() == 0;
        (everything, outcome != Err(NotKept::Refused) && is_gone)
    }

    /// Puts word of the deletion in the place of everything in the journal. Returns what came of it, and what has to be brought back
    /// from there by itself.
    async fn erase_journal(&self, local: &[Text]) -> (Result<(), NotKept>, Vec<Text>) {
        let mut others = Vec::new();
        let decide = |all: Vec<Text>| {
            let only_local = local.iter().filter(|(name, _)| all.iter().all(|(known, _)| known != name));
            let writes = all
                .iter()
                .chain(only_local)
                .map(|(name, text)| (name.clone(), word_for(name, text, self.place.tab)))
                .collect();
            others.extend(all.into_iter().filter(|(name, text)| self.is_other(name, text)));
            writes
        };
        let journal = &self.place.journal;
        let mut outcome = journal.exchange_all(decide).await;
        if outcome == Err(NotKept::Refused) {
            // There is no room even for word of it. To remove what is there takes none.
            let remove = |all: Vec<Text>| all.into_iter().map(|(name, _)| (name, None)).collect();
            outcome = journal.exchange_all(remove).await;
        }
        (outcome, others)
    }

    /// Brings everything back. What has been done since stays. Returns whether each text was put into one of the stores at least.
    pub async fn restore(&self, everything: Everything) -> bool {
        let Everything { progress, library, settings, local, journal } = everything;
        let is_whole = self.put_where_gone(local, journal).await;
        if let Some(progress) = progress.filter(Progress::is_begun) {
            self.session.kept().change(|_| Some(ProgressChange::Restore(progress)));
        }
        if !library.results.is_empty() {
            self.library.change(LibraryChange::Restore(library.results));
        }
        self.settings.change(SettingsChange::Restore(settings));
        is_whole
    }
}

/// What takes the place of a text in the journal: word that it was deleted, or nothing where no other store has it.
fn word_for(name: &str, text: &str, tab: Tab) -> Option<String> {
    (!is_content(name)).then(|| erased(text, tab))
}
