//! Whether the quiz works without a connection, and whether there is a newer one.

use super::languages::Languages;
use super::saving::Saving;
use crate::browser::address;
use crate::browser::worker::{self, News, Worker};
use leptos::prelude::*;

/// Whether the quiz works without a connection, and whether there is a newer one.
#[derive(Clone, Copy)]
pub struct Offline {
    languages: Languages,
    /// The files that can be had without a connection, with the build itself.
    kept: RwSignal<Vec<String>>,
    has_update: RwSignal<bool>,
    /// Whether the newer version is on its way.
    is_updating: RwSignal<bool>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

impl Offline {
    /// Has the build kept in this browser where that is possible, and the files of every language that is shown.
    pub fn new(languages: Languages, saving: Saving) -> Self {
        let (kept, has_update) = (RwSignal::new(Vec::new()), RwSignal::new(false));
        let worker = worker::start(move |news| match news {
            // Files only become more, so of two answers the longer one is the later.
            News::Kept(files) if files.is_empty() || files.len() >= kept.with_untracked(Vec::len) => kept.set(files),
            News::Kept(_) => {}
            News::NewVersion => has_update.set(true),
            News::TakenOver => saving.once_saved(address::reload),
        });
        let worker = StoredValue::new_local(worker);
        let used = StoredValue::new(Vec::<String>::new());
        Effect::new(move |_| {
            let shown = languages.files();
            used.update_value(|used| {
                let new: Vec<_> = shown.into_iter().filter(|file| !used.contains(file)).collect();
                used.extend(new);
            });
            worker.with_value(|worker| worker.as_ref().inspect(|worker| worker.use_files(used.get_value())).is_some());
        });
        Self { languages, kept, has_update, is_updating: RwSignal::new(false), worker }
    }

    /// Whether anything will ever be said of it.
    pub fn is_possible(self) -> bool {
        self.worker.with_value(Option::is_some)
    }

    /// Whether all that the page uses can be had without a connection.
    pub fn is_ready(self) -> bool {
        let files = self.languages.files();
        !files.is_empty() && self.kept.with(|kept| files.iter().all(|file| kept.contains(file)))
    }

    /// Whether there is a newer version.
    pub fn has_update(self) -> bool {
        self.has_update.get()
    }

    /// Whether the newer version is on its way.
    pub fn is_updating(self) -> bool {
        self.is_updating.get()
    }

    /// Goes over to the newer version, in all tabs. It takes a moment: workers change, and what is being saved is saved before.
    pub fn take_update(self) {
        if self.is_updating.get_untracked() {
            return;
        }
        self.is_updating.set(true);
        self.worker.with_value(|worker| {
            if let Some(worker) = worker {
                worker.take_over();
            }
        });
    }
}

/// The offline state of the app around this component.
pub fn use_offline() -> Offline {
    expect_context()
}
