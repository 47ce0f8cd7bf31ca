//! Where records are kept: two stores in this browser, of which one is there at once and the other is on the disk at once.

use crate::browser::journal::Journal;
use crate::browser::storage::Storage;
use crate::browser::{random, timer};
use crate::quiz::by_name::ByName;
use crate::quiz::record::names::is_backup;
use crate::quiz::record::replica::{Replica, Store};
use crate::quiz::record::settings::Settings;
use crate::quiz::record::stored::{Stored, head};
use crate::quiz::record::write::Tab;
use leptos::prelude::*;
use std::rc::Rc;

/// How long a start waits for the journal, in milliseconds. It is there much sooner; where it is not, what it holds is taken over when it comes.
const WAIT_MS: i32 = 400;

/// Where the records of a folder are kept.
#[derive(Clone, Debug)]
pub struct Place {
    /// The store that is there at once.
    pub local: Storage,
    /// The store that is on the disk at once.
    pub journal: Journal,
    /// What this tab is called in what it writes.
    pub tab: Tab,
    /// All that was in the journal when the page was opened. None where that was not known in time.
    found: Option<Rc<ByName<String>>>,
}

impl Place {
    /// Opens the place for what is served from a folder. The journal is asked at once, also while nobody waits for what comes back.
    pub fn open(folder: &str) -> impl Future<Output = Self> + use<> {
        let (local, journal) = (Storage::of(folder), Journal::of(folder));
        let asked = journal.clone();
        let reading = timer::within(WAIT_MS, async move { asked.read_all().await.ok() });
        async move {
            // Where the time is over there is nothing yet, as where there is no journal.
            let found = reading.await.flatten();
            let found = found.map(|found| Rc::new(found.into_iter().collect::<ByName<_>>()));
            let place = Self { local, journal, tab: new_tab(), found };
            place.sweep();
            place
        }
    }

    /// The place of a person who is here for the first time, where there is no browser that could keep anything.
    #[cfg(feature = "first-screen")]
    pub fn of_nobody() -> Self {
        Self { local: Storage::of("/"), journal: Journal::of("/"), tab: 1, found: Some(Rc::default()) }
    }

    /// What the journal held under a name when the page was opened. None where that is not known.
    pub fn found(&self, name: &str) -> Option<Option<&str>> {
        self.found.as_ref().map(|found| found.get(name).map(String::as_str))
    }

    /// The language that was chosen last, as far as that is known by now. The script in the page knows no more than what was in the local
    /// store, to which the choice may not have come.
    pub fn language(&self) -> Option<String> {
        let name = Settings::NAME;
        let mut settings = Replica::new(Settings::default(), self.tab);
        settings.meet(&Stored::of(self.local.read(name).ok().flatten().as_deref()), Store::Local);
        settings.meet(&Stored::of(self.found(name).flatten()), Store::Journal);
        settings.shown().language.clone()
    }

    /// Removes from the local store what the journal says was deleted: the browser may have been killed before the disk heard of it.
    fn sweep(&self) {
        for (name, text) in self.found.iter().flat_map(|found| found.iter()) {
            let Some(word) = head(text).ok().filter(|word| word.erased) else { continue };
            let is_older = |text: &String| match head(text) {
                Ok(head) => head.record_version <= word.record_version && head.revision <= word.revision,
                // What cannot be read is kept, unless it is that which was deleted.
                Err(_) => is_backup(name),
            };
            if self.local.read(name).is_ok_and(|text| text.as_ref().is_some_and(is_older)) {
                // Where there is no store there is nothing to remove.
                let _ = self.local.remove(name);
            }
        }
    }
}

/// A number that no other tab is likely to have; from 1.
fn new_tab() -> Tab {
    1 + (random::below_one() * f64::from(Tab::MAX)) as Tab
}

/// The place of the app around this component.
pub fn use_place() -> Place {
    expect_context::<StoredValue<Place, LocalStorage>>().get_value()
}
