//! What comes in a file of saved data, and takes nothing away.

use super::{Data, is_gone};
use crate::quiz::record::names::{is_backup, is_content};
use crate::quiz::record::progress::ProgressChange;
use crate::quiz::record::settings::SettingsChange;
use crate::quiz::share::file::{Addition, DataFile};

impl Data {
    /// What a file adds to what is kept here.
    pub async fn addition(&self, file: &DataFile, quiz: &str) -> Addition {
        let here = self.gather().await;
        let (session, library, settings) = (self.session.kept(), self.library.kept(), self.settings.kept());
        let mut addition = file.adds_to(quiz, &session.untracked(), &library.untracked(), &settings.untracked());
        addition.others.retain(|(name, text)| {
            let known = here.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str());
            // What stands here stays. Where that is something else, the person is told.
            addition.others_left_out += usize::from(!is_gone(known) && known != Some(text));
            is_gone(known)
        });
        addition
    }

    /// Adds what came in a file, to what is here now: a quiz that was begun since the addition was shown stays, and no result comes twice. Returns
    /// whether all of it that is no record in use could be saved; of those, the screen says so itself.
    pub async fn add(&self, addition: Addition) -> bool {
        let Addition { results, progress, settings, others, .. } = addition;
        // A record of another quiz is found in either store; the rest is looked for in the journal alone.
        let local = others.iter().filter(|(name, _)| !is_content(name) && !is_backup(name)).cloned().collect();
        let is_whole = self.put_where_gone(local, others).await;
        if let Some(progress) = progress {
            self.session.kept().change(|here| (!here.is_begun()).then_some(ProgressChange::Restore(progress)));
        }
        self.library.take(results, Vec::new());
        if let Some(settings) = settings {
            self.settings.change(SettingsChange::Restore(settings));
        }
        is_whole
    }
}
