//! The quiz, in the words of a person who takes it.

pub use crate::browser::Settings;
use crate::engine::{Gap, Lent, cannot, recorder};
use crate::offline::beginning_file;
use crate::result::ResultPage;
use crate::server::Server;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// The path of the default content in the build.
pub const CONTENT: &str = "content/back-end-developer.en.json";

/// The path of the words in the build.
pub const WORDS: &str = "words/en.json";

/// What a person answers: ids of questions with ids of options, or a number. They answer what they are asked, and
/// skip what is not listed.
pub type Persona<'a> = &'a [(&'a str, &'a [&'a str])];

/// Where a person is: the screen, and the question on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name of the screen.
    pub screen: String,
    /// The id of the question shown.
    pub question: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.question {
            Some(question) => write!(f, "{}, question {question}", self.screen),
            None => f.write_str(&self.screen),
        }
    }
}

/// The quiz in a browser, served from a folder of a server.
#[derive(Debug)]
pub struct Quiz {
    // The browser is dropped first: a page whose server is gone complains.
    /// The browser.
    pub browser: Lent,
    /// The server.
    pub server: Server,
    folder: String,
    content: Value,
}

impl Quiz {
    /// The build under test in a browser of its own, opened.
    #[track_caller]
    pub fn open() -> Self {
        let quiz = Self::new(Settings::default());
        quiz.visit("");
        quiz
    }

    /// The build under test in a browser that has not opened it yet.
    #[track_caller]
    pub fn new(settings: Settings) -> Self {
        let server = Server::of(&crate::dist());
        if settings.complaints_logged && cannot(Gap::ConsoleLog) {
            server.run_first(recorder::COMPLAINTS);
        }
        if settings.requests_logged && cannot(Gap::RequestLog) {
            server.run_first(recorder::REQUESTS);
        }
        server.allow_worker(settings.worker);
        let text = std::fs::read_to_string(crate::dist().join(CONTENT)).expect("the build has its content");
        let content = serde_json::from_str(&text).expect("the content is JSON");
        Self { browser: Lent::with(&settings), server, folder: "/".to_owned(), content }
    }

    /// The build under test, with its service worker, opened and ready to go without a server.
    #[track_caller]
    pub fn offline() -> Self {
        let quiz = Self::new(Settings { worker: true, ..Settings::default() });
        quiz.visit("");
        quiz.wait_until_offline();
        quiz
    }

    /// Goes on with what is served under another path, which begins and ends with a slash.
    pub fn move_to(&mut self, folder: &str) {
        self.folder = folder.to_owned();
    }

    /// The path that it is served under.
    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    /// The content as it is in the build.
    pub fn content(&self) -> Value {
        self.content.clone()
    }

    /// Serves another content in place of the build's, and answers by it from now on.
    pub fn replace_content(&mut self, content: Value) {
        self.put_content(CONTENT, 200, content.to_string());
        self.answer_by(content);
    }

    /// Answers with something else in place of a content of the build. What a first visit begins with cannot be had then.
    pub fn put_content(&self, file: &str, status: u16, body: impl Into<String>) {
        self.server.put(&format!("/{file}"), status, body.into());
        self.server.put(&beginning_file(file), 404, "not found");
    }

    /// Answers by another content from now on.
    pub fn answer_by(&mut self, content: Value) {
        self.content = content;
    }

    /// Opens an address of the quiz anew, as from a bookmark, and waits for a screen.
    #[track_caller]
    pub fn visit(&self, hash: &str) -> Place {
        self.leave();
        self.browser.open(&self.server.address(&format!("{}{hash}", self.folder)));
        self.here()
    }

    /// Changes the fragment of the address, as a person does who types it; in a frame, as a link does.
    #[track_caller]
    pub fn go_to(&self, hash: &str) {
        if self.browser.is_in_frame() {
            self.browser.run("location.replace(arguments[0])", &[hash.into()]);
            return;
        }
        self.browser.open(&self.server.address(&format!("{}{hash}", self.folder)));
    }

    /// Leaves for an empty page of the same origin, from where storage can be got at while the quiz is not open.
    #[track_caller]
    pub fn leave(&self) {
        self.browser.open(&self.server.address("/blank"));
    }

    /// Where the person is, once there is a screen.
    #[track_caller]
    pub fn here(&self) -> Place {
        self.browser.until("a screen", || self.place())
    }

    /// Waits for a screen without a question.
    #[track_caller]
    pub fn wait_for(&self, screen: &str) {
        self.browser.until(&format!("the screen {screen}"), || self.place().filter(|place| place.screen == screen));
    }

    /// Waits for a question, wherever it is asked.
    #[track_caller]
    pub fn wait_for_question(&self, id: &str) {
        let is_here = |place: &Place| place.question.as_deref() == Some(id);
        self.browser.until(&format!("the question {id}"), || self.place().filter(is_here));
    }

    fn place(&self) -> Option<Place> {
        const SCRIPT: &str = "
            const main = document.querySelector('#app:not([data-loading]) main[data-screen]');
            return main && [main.dataset.screen, main.dataset.question ?? null];
        ";
        // A button that loads the page anew comes back before the page is gone.
        let (screen, question): (String, _) = serde_json::from_value(self.browser.run_unless_leaving(SCRIPT)?).ok()?;
        // What is still on its way is nowhere yet.
        (screen != "coming").then_some(Place { screen, question })
    }

    /// Presses a button.
    #[track_caller]
    pub fn press(&self, button: &str) {
        self.browser.find("button", button).click();
    }

    /// Follows a link.
    #[track_caller]
    pub fn follow(&self, link: &str) {
        self.browser.find("link", link).click();
    }

    /// Goes on, and waits until the next screen is there.
    #[track_caller]
    pub fn next(&self) -> Place {
        let before = self.here();
        self.press("Next");
        self.browser.until(&format!("what comes after {before}"), || self.place().filter(|place| *place != before))
    }

    /// Answers the question that is shown. What is picked already stays so.
    #[track_caller]
    pub fn answer(&self, question: &str, answers: &[&str]) {
        self.wait_for_question(question);
        if self.kind_of(question) == "number" {
            self.number_field(question).enter(answers[0]);
            return;
        }
        for option in answers {
            let choice = self.option(question, option);
            if !choice.is_picked() {
                choice.click();
            }
            assert!(choice.is_picked(), "{option} is picked by a click");
        }
    }

    /// The radio button or the checkbox of an option.
    #[track_caller]
    pub fn option(&self, question: &str, option: &str) -> crate::browser::Element<'_> {
        let role = if self.kind_of(question) == "multi" { "checkbox" } else { "radio" };
        self.browser.find(role, self.option_text(question, option))
    }

    /// The field of a question for a number.
    #[track_caller]
    pub fn number_field(&self, question: &str) -> crate::browser::Element<'_> {
        let unit = self.question(question)["unit"].as_str().expect("a number has a unit");
        self.browser.find("textbox", unit)
    }

    /// What stands answered on the screen: texts of options, or the number.
    #[track_caller]
    pub fn answers_shown(&self) -> Vec<String> {
        const SCRIPT: &str = "
            return Array.from(document.querySelectorAll('main input:checked, main input[type=text]'), input =>
                input.type === 'text' ? input.value : input.labels[0].textContent.trim());
        ";
        serde_json::from_value(self.browser.run(SCRIPT, &[])).expect("a list of texts")
    }

    /// The texts of options.
    pub fn option_texts(&self, question: &str, options: &[&str]) -> Vec<String> {
        options.iter().map(|option| self.option_text(question, option).to_owned()).collect()
    }

    /// The text of a question.
    #[track_caller]
    pub fn text_of(&self, question: &str) -> &str {
        self.question(question)["text"].as_str().expect("a question has a text")
    }

    /// The kind of a question.
    #[track_caller]
    pub fn kind_of(&self, question: &str) -> &str {
        self.question(question)["kind"].as_str().expect("a question has a kind")
    }

    #[track_caller]
    fn option_text(&self, question: &str, option: &str) -> &str {
        let options = self.question(question)["options"].as_array().expect("the question has options");
        let option = options.iter().find(|known| known["id"] == option).unwrap_or_else(|| panic!("no option {option}"));
        option["text"].as_str().expect("an option has a text")
    }

    #[track_caller]
    fn question(&self, id: &str) -> &Value {
        let questions = self.content["questions"].as_array().expect("a content has questions");
        questions.iter().find(|question| question["id"] == id).unwrap_or_else(|| panic!("no question {id}"))
    }

    /// Takes the quiz from where it stands to the review, and does something at each question before its answer.
    #[track_caller]
    pub fn take(&self, persona: Persona<'_>, mut at_each: impl FnMut(&Self, &str)) {
        let mut place = self.here();
        while let Some(question) = place.question {
            at_each(self, &question);
            if let Some((_, answers)) = persona.iter().find(|(id, _)| *id == question) {
                self.answer(&question, answers);
            }
            place = self.next();
        }
        assert_eq!(place.screen, "review", "the quiz ends at the review");
    }

    /// Takes the quiz from where it stands to the result.
    #[track_caller]
    pub fn take_to_result(&self, persona: Persona<'_>) -> ResultPage {
        self.take(persona, |_, _| {});
        self.press("See my result");
        self.result()
    }

    /// Waits for the result, and reads all of it.
    #[track_caller]
    pub fn result(&self) -> ResultPage {
        self.wait_for("results");
        self.result_shown()
    }

    /// Reads all of the result that is shown, also where somebody else has shared it.
    #[track_caller]
    pub fn result_shown(&self) -> ResultPage {
        ResultPage::read(&self.browser, &self.word("result.best"))
    }

    /// The names under saved results, which lead to them.
    #[track_caller]
    pub fn saved_names(&self) -> Vec<String> {
        self.wait_for("saved");
        let script =
            "return Array.from(document.querySelectorAll('main li a[href^=\"#/results/\"]'), a => a.innerText)";
        serde_json::from_value(self.browser.run(script, &[])).expect("a list of texts")
    }

    /// The key under which a record of the default quiz is kept.
    pub fn key(&self, record: &str) -> String {
        let id = self.content["id"].as_str().expect("a content has an id");
        format!("career-quiz.{}.{id}.{record}", self.folder)
    }

    /// A record as it is kept, read as JSON.
    #[track_caller]
    pub fn kept(&self, record: &str) -> Option<Value> {
        let storage = self.browser.storage();
        storage.get(&self.key(record)).map(|text| serde_json::from_str(text).expect("what is kept is JSON"))
    }

    /// The answers as they are kept.
    #[track_caller]
    pub fn answers_kept(&self) -> BTreeMap<String, Value> {
        let progress = self.kept("progress").unwrap_or_default();
        serde_json::from_value(progress["answers"].clone()).unwrap_or_default()
    }
}
