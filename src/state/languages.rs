//! The language that the quiz is shown in, and the others.

use super::material::{Check, Material};
use super::notices::{Notice, Notices};
use super::settings::Settings;
use crate::browser::languages::{self, Language};
use crate::browser::{document, failure};
use crate::quiz::record::settings::SettingsChange;
use crate::quiz::words::{Word, Words};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The language that the quiz is shown in, and the others.
#[derive(Clone, Copy, Debug)]
pub struct Languages {
    list: StoredValue<Vec<Language>>,
    material: RwSignal<Material>,
    /// What has been loaded, by tag.
    loaded: StoredValue<Vec<(String, Material)>>,
    /// The tag of the one that is on its way.
    loading: RwSignal<Option<String>>,
    notices: Notices,
    settings: Settings,
    check: Check,
}

impl Languages {
    /// Begins with `material`. What is loaded after it, and was not proven by the build, goes through `check`.
    pub fn new(material: Material, list: Vec<Language>, check: Check, notices: Notices, settings: Settings) -> Self {
        let shown = RwSignal::new(material);
        // What the script in the page has set already, unless the files say otherwise.
        Effect::new(move |_| {
            let Material { content, words, .. } = shown.get();
            document::set_language(&content.language, words.direction().as_str());
            failure::say_from_now_on(words.get(Word::StartFault), words.get(Word::StartLoadAgain));
        });
        Self {
            list: StoredValue::new(list),
            material: shown,
            loaded: StoredValue::new(vec![(material.content.language.clone(), material)]),
            loading: RwSignal::new(None),
            notices,
            settings,
            check,
        }
    }

    /// The material in the language shown.
    pub fn material(self) -> Signal<Material> {
        self.material.into()
    }

    /// The tag of the language shown. None where the app has been taken down.
    pub fn shown(self) -> Option<&'static str> {
        self.material.try_get_untracked().map(|material| &*material.content.language)
    }

    /// The addresses of the files in the language shown.
    pub fn files(self) -> Vec<String> {
        let Material { content, .. } = self.material.get();
        let files = |it: &Language| vec![it.words.clone(), it.content.clone()];
        self.list.with_value(|list| list.iter().find(|it| it.tag == content.language).map(files)).unwrap_or_default()
    }

    /// Fetches what the material in the language shown was begun without, and returns whether that is there then ([`Material::complete`]).
    pub fn complete(self) -> impl Future<Output = bool> + use<> {
        let material = self.material.get_untracked();
        let of = |it: &&Language| it.tag == material.content.language;
        let language = self.list.with_value(|list| list.iter().find(of).cloned());
        material.complete(&language.unwrap_or_default())
    }

    /// All languages.
    pub fn all(self) -> Vec<Language> {
        self.list.get_value()
    }

    /// Shows the quiz in another language, once its files are there and no dialog is open, and keeps the choice. What was
    /// answered, what stands in a field and where the focus is stay as they are; also where the files cannot be had, which
    /// is said.
    pub fn choose(self, tag: &str) {
        self.go_to(tag, true);
    }

    /// Shows the quiz in the language that a host page wants, for a person who has chosen none; where it wants none, in the one that their
    /// browser prefers.
    pub fn suggest(self, tag: Option<&str>) {
        if self.settings.kept().shown().read_untracked().language.is_some() {
            return;
        }
        let wanted = tag.map(str::to_owned).into_iter().chain(languages::preferred());
        let found = self.list.with_value(|list| {
            let mut found = wanted.filter_map(|tag| languages::nearest(&tag, list).map(|it| it.tag.clone()));
            found.next().or(list.first().map(|it| it.tag.clone()))
        });
        match found {
            // What is on its way is not wanted any more.
            Some(found) if self.shown() == Some(&*found) => self.loading.set(None),
            Some(found) => self.go_to(&found, false),
            None => {}
        }
    }

    fn go_to(self, tag: &str, is_choice: bool) {
        let Some(language) = self.list.with_value(|list| list.iter().find(|it| it.tag == tag).cloned()) else { return };
        if self.loading.get_untracked().as_deref() == Some(tag) {
            return;
        }
        self.loading.set(Some(language.tag.clone()));
        spawn_local(async move {
            let material = self.material_in(&language).await;
            // Another may be wanted meanwhile, or by the time that a dialog is closed.
            let is_wanted = {
                let tag = Some(language.tag.clone());
                move || self.loading.get_untracked() == tag
            };
            match material {
                _ if !is_wanted() => {}
                Some(material) => document::once_no_dialog(move || {
                    if is_wanted() {
                        self.show(language.tag, material, is_choice);
                    }
                }),
                None => {
                    self.loading.set(None);
                    self.notices.show(Notice::NoLanguage);
                }
            }
        });
    }

    fn show(self, tag: String, material: Material, is_choice: bool) {
        self.loading.set(None);
        self.notices.take_back(Notice::NoLanguage);
        if is_choice {
            self.settings.change(SettingsChange::Language(tag));
        }
        let focus = document::Focus::now();
        self.material.set(material);
        focus.restore();
    }

    /// The words in another language, where it is one of these and they can be had.
    pub async fn words_in(self, tag: &str) -> Option<&'static Words> {
        let language = self.list.with_value(|list| list.iter().find(|it| it.tag == tag).cloned())?;
        Some(self.material_in(&language).await?.words)
    }

    /// Whether a language is on its way.
    pub fn is_loading(self) -> bool {
        self.loading.read().is_some()
    }

    async fn material_in(self, language: &Language) -> Option<Material> {
        let known =
            |loaded: &Vec<(String, Material)>| loaded.iter().find(|(tag, _)| *tag == language.tag).map(|it| it.1);
        if let Some(material) = self.loaded.with_value(known) {
            // What is shown has all that its screen needs. Another may be put on any screen.
            let is_shown = self.shown() == Some(&*language.tag);
            return (is_shown || material.complete(language).await).then_some(material);
        }
        let material = Material::load(language, self.check).await.ok()?;
        self.loaded.update_value(|loaded| loaded.push((language.tag.clone(), material)));
        Some(material)
    }
}

/// The languages of the app around this component.
pub fn use_languages() -> Languages {
    expect_context()
}
