//! A tab of the browser: the state of an app, without its screens.

use crate::stage::{Stage, material, settle, until};
use crate::stores::{PROGRESS, RESULTS, SETTINGS, folder, kept};
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::record::library::{Library as LibraryRecord, SavedResult};
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::settings::Settings as SettingsRecord;
use career_quiz::quiz::score::score;
use career_quiz::state::archive;
use career_quiz::state::data::Data;
use career_quiz::state::host::Host;
use career_quiz::state::library::Library;
use career_quiz::state::material::Material;
use career_quiz::state::notices::{Notice, Notices};
use career_quiz::state::place::Place;
use career_quiz::state::saving::{Saved, Saving};
use career_quiz::state::session::Session;
use career_quiz::state::settings::Settings;
use leptos::prelude::*;
use std::sync::mpsc::channel;

/// The state of an app, without its screens.
pub struct Tab {
    pub session: Session,
    pub library: Library,
    pub settings: Settings,
    pub saving: Saving,
    place: Place,
    notices: Notices,
    _stage: Stage,
}

impl Tab {
    /// A tab that has just been opened, and has written what it has to write then.
    pub async fn open() -> Self {
        let tab = Self::open_at(Place::open(&folder()).await).await;
        tab.until_written().await;
        tab
    }

    /// A tab that has just been opened, with what it has found.
    pub async fn open_at(place: Place) -> Self {
        Self::open_quiz_at(material(), place).await
    }

    /// A tab with a quiz that has just been opened.
    pub async fn open_quiz_at(material: Material, place: Place) -> Self {
        let (tell, told) = channel();
        let found = place.clone();
        let stage = Stage::mount(move || {
            let (saving, notices) = (Saving::new(), Notices::new());
            let settings = Settings::new(found.clone(), saving, notices, Host::new());
            let session = Session::new(material, found.clone(), saving, notices);
            let library = Library::new(found, material.quiz, saving, notices);
            tell.send((session, library, settings, saving, notices)).expect("somebody listens");
        });
        settle().await;
        let (session, library, settings, saving, notices) = told.recv().expect("the state is there");
        Self { session, library, settings, saving, notices, place, _stage: stage }
    }

    /// Waits until nothing is being written any more.
    pub async fn until_written(&self) {
        until("nothing is being written", || !self.saving.is_busy()).await;
    }

    /// Saves what was changed, which else waits for the next painting.
    pub fn save_what_is_due(&self) {
        self.settings.kept().keeper().save_what_is_due();
        self.session.kept().keeper().save_what_is_due();
        self.library.kept().keeper().save_what_is_due();
    }

    pub fn saved(&self) -> Saved {
        untrack(|| self.saving.get())
    }

    pub fn notices(&self) -> Vec<Notice> {
        untrack(|| self.notices.get())
    }

    /// Hears that another tab has kept something.
    pub async fn hear(&self) {
        self.settings.kept().keeper().refresh();
        self.session.kept().keeper().refresh();
        self.library.kept().keeper().refresh();
        self.until_written().await;
    }

    /// Answers a question, and waits until that is written or cannot be.
    pub async fn pick(&self, question: &str, option: &str) {
        self.session.set_answer(question, Some(one(option)));
        self.until_written().await;
    }

    pub fn answers(&self) -> Answers {
        self.session.progress().answers
    }

    /// Keeps a result of one answer, and returns its id.
    pub async fn finish(&self, option: &str) -> String {
        let (id, _) = self.library.keep(result(option), archive::entry(material()));
        self.until_written().await;
        id
    }

    /// The ids of the results, newest first.
    pub fn results(&self) -> Vec<String> {
        untrack(|| self.library.all()).into_iter().map(|result| result.id).collect()
    }

    pub fn data(&self) -> Data {
        let Self { session, library, settings, .. } = *self;
        Data { place: self.place.clone(), session, library, settings }
    }
}

/// A result of one answer, which is not kept yet. Each answer has a time of its own.
pub fn result(option: &str) -> SavedResult {
    let content = material().content;
    let answers = Answers::from([("start", one(option))]);
    let outcome = score(content, &Course::of(content, &answers));
    let hour = ["novice", "coder", "boss"].iter().position(|known| *known == option).expect("it is an option");
    SavedResult::new(content, &outcome, &answers, &format!("2026-11-22T1{hour}:00:00.000Z"))
}

pub fn one(option: &str) -> Answer {
    Answer::One(option.to_owned())
}

/// The answer to the first question alone.
pub fn start(option: &str) -> Answers {
    Answers::from([("start", one(option))])
}

/// A record of progress at the second question, as a store holds it.
pub fn progress_text(revision: u64, answers: &str) -> String {
    format!(
        r#"{{"record_version":2,"revision":{revision},"content_version":"7","at":"skills","reached":16,"answers":{answers}}}"#
    )
}

/// The progress in `localStorage`.
#[track_caller]
pub fn kept_progress() -> Progress {
    serde_json::from_str(&kept(PROGRESS).expect("progress is kept")).expect("progress can be read")
}

/// The settings in `localStorage`.
#[track_caller]
pub fn kept_settings() -> SettingsRecord {
    serde_json::from_str(&kept(SETTINGS).expect("settings are kept")).expect("settings can be read")
}

/// The results in `localStorage`.
#[track_caller]
pub fn kept_results() -> LibraryRecord {
    serde_json::from_str(&kept(RESULTS).expect("results are kept")).expect("results can be read")
}
