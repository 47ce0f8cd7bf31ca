//! Where a component is put up for a test: things are found as a person finds them, by role and name.

use crate::address::{follow, open_at, wait_for_room_to_navigate};
use crate::dom::{All, enter, name, selector, text};
use crate::faults::mend;
use crate::stores::{PROGRESS, folder, keep, kept, local_storage, next_folder, save_what_is_due};
use career_quiz::app::App;
use career_quiz::browser::languages::Language;
use career_quiz::quiz::content;
use career_quiz::quiz::record::stored::head;
use career_quiz::quiz::words::Words;
use career_quiz::start::CHECK;
use career_quiz::state::material::Material;
use career_quiz::state::place::Place;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use std::any::Any;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// A quiz of six questions: the same one that the core is tested with.
pub const SMALL: &str = include_str!("../fixtures/small.json");

/// The English words.
pub const WORDS: &str = include_str!("../../public/words/en.json");

pub fn material() -> Material {
    material_of(SMALL)
}

#[track_caller]
pub fn material_of(quiz: &str) -> Material {
    material_in(quiz, "en")
}

/// English words that say they are in another language.
#[track_caller]
pub fn material_in(quiz: &str, language: &str) -> Material {
    let content = content::parse(quiz).expect("the quiz is good");
    let words = WORDS.replacen("\"language\": \"en\"", &format!("\"language\": \"{language}\""), 1);
    Material::new(content, Words::parse(&words).expect("the words are good"), quiz.to_owned())
}

/// An address with a file in it.
pub fn address(file: &str) -> String {
    format!("data:application/json,{}", js_sys::encode_uri_component(file))
}

/// A language with its files in the addresses themselves.
pub fn language(tag: &str, name: &str, content: &str, words: &str) -> Language {
    Language {
        tag: tag.to_owned(),
        name: name.to_owned(),
        content: address(content),
        words: address(words),
        ..Language::default()
    }
}

/// Keeps these answers, in JSON, as those of a quiz gone through to its end, later than what is kept already.
pub fn keep_answers(answers: &str) {
    let before = kept(PROGRESS).and_then(|text| head(&text).ok());
    let revision = before.map_or(5, |head| head.revision + 1);
    let record = format!(
        r#"{{"record_version":2,"revision":{revision},"content_version":"7","at":null,"reached":100,"answers":{answers}}}"#
    );
    keep(PROGRESS, &record);
}

/// The review of a quiz with these answers.
pub async fn review_of(quiz: &str, answers: &str) -> Stage {
    clear();
    keep_answers(answers);
    Stage::app_of(material_of(quiz), "#/review").await
}

/// The result of a quiz with these answers.
pub async fn result_of(quiz: &str, answers: &str) -> Stage {
    let stage = review_of(quiz, answers).await;
    follow(|| stage.click("button", "See my result")).await;
    stage.assert_screen("results", None);
    stage
}

/// What this test leaves behind must not be found by the next one, and a test that fails cleans nothing up: so
/// every test begins with this.
pub fn clear() {
    mend();
    next_folder();
    local_storage().clear().expect("the storage can be cleared");
    let root = document().document_element().expect("there is a document");
    for set in ["data-theme", "lang", "dir"] {
        root.remove_attribute(set).expect("an attribute can be removed");
    }
    for left in Element::from(document().body().expect("there is a body")).all("[data-stage]") {
        left.remove();
    }
}

/// Waits until what follows from a change has been drawn. An effect may change what other effects look at, so
/// one tick is not enough; and some things wait for the next frame.
pub async fn settle() {
    for _ in 0..4 {
        leptos::task::tick().await;
    }
    frame().await;
    leptos::task::tick().await;
}

/// Waits until the browser draws. By then it has also reported promises that nobody listened to.
pub async fn frame() {
    let mut frame = |resolve: js_sys::Function, _| {
        window().request_animation_frame(&resolve).expect("a window has frames");
    };
    JsFuture::from(js_sys::Promise::new(&mut frame)).await.expect("a frame comes");
}

/// Waits until something is so. What is waited for is no time: it is as many frames as it takes, up to a number at which
/// there is no hope any more.
pub async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..600 {
        if is_so() {
            return settle().await;
        }
        settle().await;
    }
    panic!("waited in vain until {what}");
}

/// Something put up in an element of its own, and taken down in the end.
pub struct Stage {
    root: HtmlElement,
    mounted: Option<Box<dyn Any>>,
}

impl Stage {
    pub fn mount<N>(view: impl FnOnce() -> N + 'static) -> Self
    where
        N: IntoView,
        N::State: Mountable + 'static,
    {
        let root: HtmlElement = document().create_element("div").expect("a div can be made").unchecked_into();
        root.set_attribute("data-stage", "").expect("an attribute can be set");
        document().body().expect("there is a body").append_child(&root).expect("a body takes a div");
        let mounted = leptos::mount::mount_to(root.clone(), view);
        Self { root, mounted: Some(Box::new(mounted)) }
    }

    /// The whole app with the small quiz, opened at a fragment.
    pub async fn app(hash: &str) -> Self {
        Self::app_of(material(), hash).await
    }

    pub async fn app_of(material: Material, hash: &str) -> Self {
        Self::app_in(material, Vec::new(), hash).await
    }

    /// The whole app where it can be had in these languages.
    pub async fn app_in(material: Material, languages: Vec<Language>, hash: &str) -> Self {
        wait_for_room_to_navigate().await;
        open_at(hash);
        let place = Place::open(&folder()).await;
        let stage =
            Self::mount(move || view! { <App material=material languages=languages check=CHECK place=place /> });
        settle().await;
        stage
    }

    /// The only element that a selector finds.
    #[track_caller]
    pub fn only(&self, selector: &str) -> HtmlElement {
        let mut found = self.root.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.root.inner_html());
        found.remove(0)
    }

    /// Everything with a role that can be seen, with its name.
    pub fn named(&self, role: &str) -> Vec<(String, HtmlElement)> {
        let shown = |element: &HtmlElement| matches!(element.closest("dialog:not([open])"), Ok(None));
        let found = self.root.all(selector(role)).into_iter().filter(shown);
        found.map(|element| (name(&element), element)).collect()
    }

    /// The names of everything with a role that can be seen.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.named(role).into_iter().map(|(name, _)| name).collect()
    }

    /// The only element with a role and a name.
    #[track_caller]
    pub fn get(&self, role: &str, name: &str) -> HtmlElement {
        let mut found: Vec<_> = self.named(role).into_iter().filter(|(found, _)| found == name).collect();
        assert_eq!(found.len(), 1, "{role} {name:?} among {:?}", self.names(role));
        found.remove(0).1
    }

    /// The only field with a role and a name.
    #[track_caller]
    pub fn field(&self, role: &str, name: &str) -> HtmlInputElement {
        self.get(role, name).dyn_into().expect("it is a field")
    }

    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.get(role, name).click();
    }

    /// All elements that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        self.root.all(selector)
    }

    /// The texts of all elements that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.root.all(selector).iter().map(text).collect()
    }

    /// The name of the screen shown and the question on it.
    pub fn screen(&self) -> (String, Option<String>) {
        let main = self.only("main");
        (main.get_attribute("data-screen").unwrap_or_default(), main.get_attribute("data-question"))
    }

    #[track_caller]
    pub fn assert_screen(&self, screen: &str, question: Option<&str>) {
        assert_eq!(self.screen(), (screen.to_owned(), question.map(str::to_owned)));
    }

    /// Whether what was done is saved, in the word of the page.
    pub fn saved(&self) -> String {
        self.only(".save-mark").get_attribute("data-saved").unwrap_or_default()
    }

    /// Waits until what was done is saved.
    pub async fn until_saved(&self) {
        until("it is saved", || self.saved() == "yes").await;
    }

    /// Ticks a radio button or a checkbox and goes on.
    pub async fn answer(&self, role: &str, label: &str) {
        self.click(role, label);
        settle().await;
        self.next().await;
    }

    /// Enters a number and goes on.
    pub async fn answer_number(&self, label: &str, number: &str) {
        enter(&self.field("textbox", label), number);
        settle().await;
        self.next().await;
    }

    pub async fn next(&self) {
        follow(|| self.click("button", "Next")).await;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        save_what_is_due();
        drop(self.mounted.take());
        self.root.remove();
    }
}
