//! Where a component is put up for a test: things are found as a person finds them, by role and name.

use career_quiz::app::App;
use career_quiz::browser::languages::Language;
use career_quiz::browser::storage::Storage;
use career_quiz::quiz::content;
use career_quiz::quiz::words::Words;
use career_quiz::state::material::Material;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use std::any::Any;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

/// A quiz of six questions: the same one that the core is tested with.
pub const SMALL: &str = include_str!("../fixtures/small.json");

/// The English words.
pub const WORDS: &str = include_str!("../../public/words/en.json");

/// What the browser keeps, as it was when the tests began.
const MEND_STORAGE: &str = "
    if (window.soundStorage) Object.defineProperty(window, 'localStorage', window.soundStorage);
    if (window.soundSetItem) Storage.prototype.setItem = window.soundSetItem;
";

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
    Material::new(content, Words::parse(&words).expect("the words are good"))
}

pub fn storage() -> Storage {
    Storage::open("/test/", "small")
}

/// The text kept under one of the keys of [`storage`].
pub fn kept(name: &str) -> Option<String> {
    local_storage().get_item(&key(name)).expect("the storage can be read")
}

/// Keeps a text under one of the keys of [`storage`].
pub fn keep(name: &str, text: &str) {
    local_storage().set_item(&key(name), text).expect("the storage can be written");
}

pub fn key(name: &str) -> String {
    format!("career-quiz./test/.small.{name}")
}

pub fn local_storage() -> web_sys::Storage {
    window().local_storage().expect("the storage is not blocked").expect("there is storage")
}

const SETTINGS: &str = "career-quiz./test/.settings";

/// The settings as they are kept.
pub fn kept_settings() -> Option<String> {
    local_storage().get_item(SETTINGS).expect("the storage can be read")
}

/// Keeps a text as the settings.
pub fn keep_settings(text: &str) {
    local_storage().set_item(SETTINGS, text).expect("the storage can be written");
}

/// A language with its files in the addresses themselves.
pub fn language(tag: &str, name: &str, content: &str, words: &str) -> Language {
    let address = |text: &str| format!("data:application/json,{}", js_sys::encode_uri_component(text));
    Language { tag: tag.to_owned(), name: name.to_owned(), content: address(content), words: address(words) }
}

/// From here on the browser acts as where a person has blocked all storage.
pub fn block_storage() {
    js_sys::eval(
        "window.soundStorage ??= Object.getOwnPropertyDescriptor(window, 'localStorage');
         Object.defineProperty(window, 'localStorage', {
             configurable: true,
             get() { throw new DOMException('Access is denied', 'SecurityError'); },
         });",
    )
    .expect("storage can be blocked");
}

/// From here on the browser acts as where the storage is full.
pub fn fill_storage() {
    js_sys::eval(
        "window.soundSetItem ??= Storage.prototype.setItem;
         Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError'); };",
    )
    .expect("storage can be filled");
}

pub fn mend_storage() {
    js_sys::eval(MEND_STORAGE).expect("storage can be mended");
}

/// The fragment of the address.
pub fn hash() -> String {
    window().location().hash().expect("there is an address")
}

/// Keeps these answers, in JSON, as those of a quiz gone through to its end.
pub fn keep_answers(answers: &str) {
    let record = format!(
        r#"{{"record_version":1,"revision":5,"content_version":"7","at":null,"reached":100,"answers":{answers}}}"#
    );
    keep("progress", &record);
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

/// Sets the fragment without a word to anybody, as where a page is opened at it.
pub fn open_at(hash: &str) {
    if hash == self::hash() {
        return;
    }
    NAVIGATIONS.with(|navigations| navigations.set(navigations.get() + 1));
    let path = window().location().pathname().expect("there is an address");
    let history = window().history().expect("there is a history");
    history
        .replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("{path}{hash}")))
        .expect("an address of the same page is allowed");
}

/// What this test leaves behind must not be found by the next one, and a test that fails cleans nothing up: so
/// every test begins with this.
pub fn clear() {
    mend_storage();
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
    let mut frame = |resolve: js_sys::Function, _| {
        window().request_animation_frame(&resolve).expect("a window has frames");
    };
    JsFuture::from(js_sys::Promise::new(&mut frame)).await.expect("a frame comes");
    leptos::task::tick().await;
}

thread_local! {
    /// How often the address has been changed since [`NAVIGATIONS_SINCE`].
    static NAVIGATIONS: Cell<u32> = const { Cell::new(0) };
    /// A time of the browser, in milliseconds.
    static NAVIGATIONS_SINCE: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Chromium lets a page change its address 200 times in ten seconds, and from then on ignores it without a word
/// (`NavigationRateLimiter`). So before a test could come to that, this waits until the ten seconds are over.
async fn wait_for_room_to_navigate() {
    const SPAN_MS: f64 = 10_000.0;
    const SAFELY_BELOW_200: u32 = 160;
    let passed = js_sys::Date::now() - NAVIGATIONS_SINCE.get();
    if passed < SPAN_MS && NAVIGATIONS.get() < SAFELY_BELOW_200 {
        return;
    }
    let left = (SPAN_MS - passed).max(0.0);
    let mut wait = |resolve: js_sys::Function, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, left as i32 + 100)
            .expect("a window has a clock");
    };
    if left > 0.0 {
        JsFuture::from(js_sys::Promise::new(&mut wait)).await.expect("time passes");
    }
    NAVIGATIONS.set(0);
    NAVIGATIONS_SINCE.set(js_sys::Date::now());
}

/// Does something that changes the address, and waits until that has been followed.
pub async fn follow(change: impl FnOnce()) {
    let mut wait = |resolve: js_sys::Function, reject: js_sys::Function| {
        let listen = Closure::once_into_js(move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        });
        window()
            .add_event_listener_with_callback("hashchange", listen.unchecked_ref())
            .expect("a window takes listeners");
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, 5_000).expect("a window has a clock");
    };
    let changed = js_sys::Promise::new(&mut wait);
    change();
    NAVIGATIONS.with(|navigations| navigations.set(navigations.get() + 1));
    JsFuture::from(changed).await.expect("the address changes");
    settle().await;
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
        let settings = Storage::of_folder("/test/");
        let stage = Self::mount(move || {
            view! { <App material=material languages=languages storage=storage() settings=settings /> }
        });
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
        drop(self.mounted.take());
        self.root.remove();
    }
}

/// Puts a text into a field, as one that was pasted.
pub fn enter(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict("input", &init).expect("an event can be made");
    field.dispatch_event(&event).expect("a field takes events");
}

pub trait All {
    /// All elements that a selector finds below this one.
    fn all(&self, selector: &str) -> Vec<HtmlElement>;
}

impl All for Element {
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.query_selector_all(selector).expect("it is a selector");
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
    }
}

fn selector(role: &str) -> &'static str {
    match role {
        "alert" => "[role=alert]",
        "button" => "button",
        "checkbox" => "input[type=checkbox]",
        "dialog" => "dialog",
        "group" => "fieldset",
        "heading" => "h1, h2, h3, h4, h5",
        "link" => "a[href]",
        "progressbar" => "progress",
        "radio" => "input[type=radio]",
        "region" => "section[aria-label]",
        "error" => ".error",
        "row" => "tr",
        "status" => "[role=status]",
        "textbox" => "input[type=text]",
        _ => panic!("{role} is not known here"),
    }
}

/// What an element is called by somebody who hears the page.
fn name(element: &HtmlElement) -> String {
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let labels = input.labels().map_or(0, |labels| labels.length());
        let label = input.labels().and_then(|labels| labels.item(0)).filter(|_| labels == 1);
        return label.and_then(|label| label.dyn_into().ok()).map(|label| text(&label)).unwrap_or_default();
    }
    match element.query_selector("legend") {
        Ok(Some(legend)) => text(&legend.unchecked_into()),
        _ => text(element),
    }
}

/// The text of an element, with single blanks.
pub fn text(element: &HtmlElement) -> String {
    element.text_content().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts that describe an element.
pub fn description(element: &HtmlElement) -> Vec<String> {
    let ids = element.get_attribute("aria-describedby").unwrap_or_default();
    let describing =
        ids.split_whitespace().map(|id| document().get_element_by_id(id).expect("what describes is there"));
    describing.map(|element| text(&element.unchecked_into())).collect()
}
