//! The page around the frame that the quiz is in: what it has set, and what it is told.

use super::languages::Languages;
use super::screen::Screen;
use super::session::Session;
use crate::browser::host::{self, Command};
use crate::browser::{address, document, looks, query};
use crate::embed::{Accent, Adjusted, Event, FailureReason, Options, Refused, RefusedOption, Scoring};
use crate::quiz::record::settings::Theme;
use leptos::prelude::*;

/// The page around the frame that the quiz is in, where it is in one. What an address sets counts also where it is not.
#[derive(Clone, Copy, Debug)]
pub struct Host {
    options: RwSignal<Options>,
    /// What was refused of what was set last.
    refused: StoredValue<Vec<Refused>>,
    /// The origin of the page, once it has said hello and where it has one.
    origin: RwSignal<Option<String>>,
    wants_result: RwSignal<bool>,
    /// The height that the page needs, as far as it is known.
    height_px: StoredValue<Option<u32>>,
    /// Whether it has said hello.
    is_greeted: StoredValue<bool>,
}

/// Who may know what is wrong with a content: a fault has parts of the file in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Whoever has asked for it, as nothing was fetched.
    Everyone,
    /// The origin that it is of, and the site itself, whose builder shows it.
    Owner(String),
    /// The site itself.
    Site,
}

impl Audience {
    fn includes(&self, origin: Option<&str>) -> bool {
        let is_site = || origin.is_some_and(|origin| origin == address::origin());
        match self {
            Self::Everyone => true,
            Self::Owner(owner) => origin == Some(owner) || is_site(),
            Self::Site => is_site(),
        }
    }
}

impl Host {
    /// Begins with what the address sets.
    pub fn new() -> Self {
        let mut options = Options::default();
        let refused = options.set_all(Options::NAMES.into_iter().filter_map(|name| Some((name, query::get(name)?))));
        let host = Self {
            options: RwSignal::new(options),
            refused: StoredValue::new(refused),
            origin: RwSignal::new(None),
            wants_result: RwSignal::new(false),
            height_px: StoredValue::new(None),
            is_greeted: StoredValue::new(false),
        };
        Effect::new(move |_| looks::set(&host.options.read()));
        host
    }

    /// The theme it wants, for a person who has not chosen one.
    pub fn theme(self) -> Option<Theme> {
        self.options.read().theme.fixed()
    }

    /// The label that it wants back.
    pub fn campaign(self) -> Option<String> {
        self.options.read_untracked().campaign.clone()
    }

    /// Whether there is somebody who is told what happens.
    pub fn is_told(self) -> bool {
        self.origin.read().is_some()
    }

    /// Where a result goes that is sent; none where there is nobody to send it to, or nobody who has asked for one.
    pub fn taker(self) -> Option<String> {
        self.origin.get().filter(|_| self.wants_result.get())
    }

    /// Tells it something. What says something of the person goes to a page that is known, and to no other.
    pub fn tell(self, event: Event) {
        let origin = self.origin.get_untracked();
        if origin.is_some() || !event.is_private() {
            host::tell(&event.to_json(), origin.as_deref());
        }
    }

    /// Obeys it from now on, and tells it what it needs to show the frame.
    pub fn obey(self, languages: Languages, session: Session, scoring: Scoring) {
        if !host::is_there() {
            return;
        }
        let language = move || languages.material().get().content.language.as_str();
        let ready = move |is_answer| Event::Ready {
            is_answer,
            version: document::version().unwrap_or_default(),
            quiz: languages.material().get_untracked().content.id.clone(),
            language: untrack(language).to_owned(),
            scoring,
        };
        let restart = move || {
            session.start_over();
            address::go_to(&Screen::Intro.hash());
        };
        self.attend(move |_| ready(true), move || untrack(language), restart);
        Effect::watch(
            move || self.options.read().language.clone(),
            move |tag, before, _| {
                if before.is_some_and(|before| before != tag) {
                    languages.suggest(tag.as_deref());
                }
            },
            false,
        );
        // A language comes some time after it was asked for, and the person may choose one.
        Effect::watch(
            language,
            move |now, before, _| {
                if before.is_some_and(|before| before != now) {
                    self.tell_configured(now);
                }
            },
            false,
        );
        host::leave_no_history();
        self.tell(ready(false));
    }

    /// Tells it that the quiz cannot be shown, and what is wrong, if that is for it to know.
    pub fn fail(self, faults: Vec<String>, audience: Audience, language: &'static str) {
        if !host::is_there() {
            return;
        }
        let failed = move |origin: Option<&str>, is_answer| {
            let faults = if audience.includes(origin) { faults.clone() } else { Vec::new() };
            Event::Failed { is_answer, reason: FailureReason::Content, faults }
        };
        self.tell(failed(None, false));
        self.attend(move |origin| failed(origin, true), move || language, address::reload);
    }

    /// Greets it, sets what it wants and tells it how high the page is, whenever it says hello.
    fn attend(
        self,
        greeting: impl Fn(Option<&str>) -> Event + 'static,
        language: impl Fn() -> &'static str + 'static,
        restart: impl Fn() + 'static,
    ) {
        host::listen(move |command, origin| match command {
            Command::Hello { options, wants_result } => {
                // The height of the frame follows the page's from now on.
                document::set_fitted();
                self.is_greeted.set_value(true);
                self.origin.set(Some(origin).filter(|origin| origin != "null"));
                self.wants_result.set(wants_result);
                self.tell(greeting(self.origin.get_untracked().as_deref()));
                if let Some(options) = options {
                    self.set(options);
                }
                self.tell_configured(language());
                if let Some(height_px) = self.height_px.get_value() {
                    self.tell(Event::Height { height_px });
                }
            }
            Command::Config(options) => {
                self.set(options);
                self.tell_configured(language());
            }
            Command::Restart => restart(),
        });
        host::follow_height(move |height_px| {
            self.height_px.set_value(Some(height_px));
            // Who has not said hello has a frame of a fixed height, and no business with what is in it.
            if self.is_greeted.get_value() {
                self.tell(Event::Height { height_px });
            }
        });
    }

    /// Sets these options and takes all others back.
    fn set(self, options: Vec<(&'static str, String)>) {
        let mut all = Options::default();
        self.refused.set_value(all.set_all(options));
        if *self.options.read_untracked() != all {
            self.options.set(all);
        }
    }

    fn tell_configured(self, language: &str) {
        let (options, refused) = (self.options.get_untracked(), self.refused.get_value());
        let adjusted = |accent: Accent| Adjusted {
            asked: accent.asked.to_string(),
            light: accent.light.accent.to_string(),
            dark: accent.dark.accent.to_string(),
        };
        let said = |refused: &Refused| RefusedOption { option: refused.option.to_owned(), reason: refused.to_string() };
        self.tell(Event::Configured {
            language: language.to_owned(),
            theme: options.theme.as_str().to_owned(),
            accent: options.accent.map(adjusted),
            refused: refused.iter().map(said).collect(),
        });
    }
}

impl Default for Host {
    fn default() -> Self {
        Self::new()
    }
}

/// The host page of the app around this component.
pub fn use_host() -> Host {
    expect_context()
}
