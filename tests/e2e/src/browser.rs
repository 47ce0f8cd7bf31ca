//! A browser of one's own, driven over W3C WebDriver. Calls block, so that tests read as a person acts: one thing
//! after another. A call that fails ends the test where it stands, and says what was to be seen instead.

pub use crate::element::Element;
use crate::element::Raw;
pub use crate::engine::Settings;
use crate::engine::{Driver, Engine, chromium, connect, size};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element as Handle, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// How long anything may take that the page is to do. Long, as the machine may be busy; it is the end of a wait
/// for what never comes, and nothing is ever waited for this long otherwise.
const DEADLINE: Duration = Duration::from_secs(20);

/// How long something may take that can be tried again.
const SOON: Duration = Duration::from_secs(5);

/// How long the driver may take to answer.
const COMMAND_DEADLINE: Duration = Duration::from_secs(60);

/// The key of an element in the JSON of WebDriver.
pub(crate) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Keys that are no letters.
pub mod key {
    #![allow(missing_docs)]
    pub const TAB: char = '\u{E004}';
    pub const ENTER: char = '\u{E007}';
    pub const SPACE: char = ' ';
    pub const DOWN: char = '\u{E015}';
    pub const ESCAPE: char = '\u{E00C}';
}

/// A tab of a browser.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

/// A browser with an empty profile, and the driver it is driven by. Both end when it is dropped.
#[derive(Debug)]
pub struct Browser {
    // Dropped in this order, after `drop` has ended the session: the profile must outlive the browser.
    client: Client,
    runtime: Runtime,
    driver: Driver,
    process: Option<u64>,
    settings: Settings,
    profile: TempDir,
    /// The frames that were entered, the outermost first, each as an element of the one before.
    pub(crate) frames: RefCell<Vec<Value>>,
    /// Whether it has had more windows than one, of which the next may have any size.
    has_windows: Cell<bool>,
    /// How much its driver had written when it was handed on to another test.
    written_before: Cell<usize>,
    /// Whether roles and names are the markup's word alone, as in a frame that the driver cannot ask for them.
    pub(crate) is_markup_all: Cell<bool>,
}

impl Browser {
    /// Starts one as it comes.
    pub fn start() -> Self {
        Self::start_with(&Settings::default())
    }

    /// Starts one.
    ///
    /// # Panics
    ///
    /// Where it cannot be started.
    pub fn start_with(settings: &Settings) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be had");
        let profile = TempDir::with_prefix("career-quiz-e2e-").expect("a folder can be made");
        let (client, driver, process) = connect(settings, profile.path(), &runtime);
        Self {
            client,
            runtime,
            driver,
            process,
            settings: settings.clone(),
            profile,
            frames: RefCell::default(),
            has_windows: Cell::default(),
            written_before: Cell::default(),
            is_markup_all: Cell::default(),
        }
    }

    /// Closes the browser, and starts it again with the same profile.
    pub fn restart(&mut self) {
        self.end();
        (self.client, self.driver, self.process) = connect(&self.settings, self.profile.path(), &self.runtime);
    }

    /// Kills the browser in the middle of whatever it does, with all its processes, and starts it again with the same profile.
    pub fn kill(&mut self) {
        self.driver.kill_all();
        (self.client, self.driver, self.process) = connect(&self.settings, self.profile.path(), &self.runtime);
    }

    /// The same after a while, in which it may go on with what it does.
    pub fn kill_after(&mut self, while_it_lasts: Duration) {
        self.runtime.block_on(async { tokio::time::sleep(while_it_lasts).await });
        self.kill();
    }

    /// Opens an address.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.is_out_of_frames();
        self.ask(self.client.goto(address));
    }

    /// Loads the page anew, as a person does by the browser's own button.
    #[track_caller]
    pub fn reload(&self) {
        if Engine::current() != Engine::Firefox {
            return self.ask(self.client.refresh());
        }
        // By its driver Firefox goes past service workers, as a person does who holds down the shift key.
        self.run("window.isLeft = true; location.reload()", &[]);
        self.until("the page to be loaded anew", || {
            let is_there = self.try_run("return !window.isLeft && document.readyState === 'complete'");
            (is_there.ok()? == true).then_some(())
        });
    }

    /// The browser's own button.
    #[track_caller]
    pub fn back(&self) {
        self.ask(self.client.back());
    }

    /// The browser's own button.
    #[track_caller]
    pub fn forward(&self) {
        self.ask(self.client.forward());
    }

    /// The address of the page.
    #[track_caller]
    pub fn address(&self) -> String {
        self.ask(self.client.current_url()).to_string()
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        self.ask(self.client.title())
    }

    /// Closes the tab, and goes on in a new one.
    #[track_caller]
    pub fn replace_tab(&self) {
        let new = self.ask(self.client.new_window(true));
        self.ask(self.client.close_window());
        self.ask(self.client.switch_to_window(new.handle));
    }

    /// Opens another tab beside the one in use, and goes on there. In a window of its own: WebKitGTK draws nothing in a tab that is
    /// behind another. Returns the tab before.
    #[track_caller]
    pub fn new_tab(&self) -> Tab {
        self.has_windows.set(true);
        let new = self.ask(self.client.new_window(false)).handle;
        self.switch_to(&Tab(new))
    }

    /// Goes on in another tab. Returns the one before.
    #[track_caller]
    pub fn switch_to(&self, tab: &Tab) -> Tab {
        let before = self.ask(self.client.window());
        self.is_out_of_frames();
        self.ask(self.client.switch_to_window(tab.0.clone()));
        Tab(before)
    }

    /// Runs a script in the page.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let run = || self.try_ask(self.client.execute(script, arguments.to_vec()));
        // WebKitGTK gives no answer to a script that a page was left in the middle of.
        let answer = run().or_else(|error| if error.contains("before the unload event") { run() } else { Err(error) });
        answer.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Runs a script in a page that may be just about to load anew; then there is no answer.
    #[track_caller]
    pub(crate) fn run_unless_leaving(&self, script: &str) -> Option<Value> {
        match self.try_run(script) {
            // So says WebKitGTK of a page that is gone before the script is done.
            Err(error) if error.contains("before the unload event") => None,
            answer => Some(answer.unwrap_or_else(|error| panic!("{error}"))),
        }
    }

    /// Runs a script in the page, if there is one that can be asked just now.
    ///
    /// # Errors
    ///
    /// What the browser says where there is none, as between two pages.
    pub fn try_run(&self, script: &str) -> Result<Value, String> {
        self.try_ask(self.client.execute(script, Vec::new()))
    }

    /// Everything that this origin keeps in `localStorage`, once what was changed has been painted: it is saved then, or a tenth of a second later where
    /// nothing is painted.
    #[track_caller]
    pub fn storage(&self) -> BTreeMap<String, String> {
        const SCRIPT: &str = "
            return new Promise((resolve, reject) => {
                const look = () => { try { resolve(Object.entries(localStorage)); } catch (error) { reject(error); } };
                requestAnimationFrame(() => setTimeout(look));
                setTimeout(look, 200);
            });
        ";
        let entries = self.run(SCRIPT, &[]);
        serde_json::from_value::<Vec<(String, String)>>(entries).expect("keys with texts").into_iter().collect()
    }

    /// Keeps a text in `localStorage`.
    #[track_caller]
    pub fn store(&self, key: &str, text: &str) {
        self.run("localStorage.setItem(arguments[0], arguments[1])", &[key.into(), text.into()]);
    }

    /// Types keys, wherever the focus is.
    #[track_caller]
    pub fn type_keys(&self, keys: &str) {
        let strokes = keys.chars().fold(KeyActions::new("keyboard".to_owned()), |strokes, value| {
            strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.ask(self.client.perform_actions(strokes));
    }

    /// The element that has the focus.
    #[track_caller]
    pub fn focused(&self) -> Element<'_> {
        Element { browser: self, handle: self.ask(self.client.active_element()) }
    }

    /// The element of this role and name that can be seen; inside the open dialog, if there is one.
    ///
    /// # Panics
    ///
    /// Where there is none in time, or more than one.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element<'_> {
        let mut found = self
            .until(&format!("{role} {name:?}"), || Some(self.find_all(role, name)).filter(|found| !found.is_empty()));
        assert_eq!(found.len(), 1, "elements of role {role} with the name {name:?}");
        let found = found.remove(0);
        if self.is_markup_all.get() {
            return found;
        }
        // The script goes by the markup; the browser's own account is what screen readers get.
        assert_eq!(found.role(), role, "the role of {name:?} as the browser works it out");
        assert_eq!(without_spaces(&found.name()), without_spaces(name), "the name as the browser works it out");
        found
    }

    /// Whether there is an element of this role and name that can be seen now.
    #[track_caller]
    pub fn has(&self, role: &str, name: &str) -> bool {
        !self.find_all(role, name).is_empty()
    }

    fn find_all(&self, role: &str, name: &str) -> Vec<Element<'_>> {
        const SCRIPT: &str = "
            const [role, name] = arguments;
            const selectors = {
                button: 'button', link: 'a[href]', radio: 'input[type=radio]', checkbox: 'input[type=checkbox]',
                textbox: 'input[type=text], input[type=url], input:not([type]), textarea', combobox: 'input[list]',
                heading: 'h1, h2, h3, h4, h5',
            };
            const text = element => element.getAttribute('aria-label')
                ?? (element.labels?.length ? Array.from(element.labels, label => label.textContent).join(' ')
                : element.textContent);
            const root = document.querySelector('dialog:modal') ?? document;
            return Array.from(root.querySelectorAll(selectors[role])).filter(element =>
                element.checkVisibility() && text(element).replace(/\\s/g, '') === name);
        ";
        let found = self.run(SCRIPT, &[role.into(), without_spaces(name).into()]);
        let handle = |reference: &Value| {
            let id = reference[ELEMENT].as_str().expect("an element").to_owned();
            Element { browser: self, handle: Handle::from_element_id(self.client.clone(), ElementRef::from(id)) }
        };
        found.as_array().map(|found| found.iter().map(handle).collect()).unwrap_or_default()
    }

    /// Clicks the first element that a selector finds: for what has neither a role nor a name of its own.
    #[track_caller]
    pub(crate) fn click_first(&self, selector: &str) {
        let handle = self.ask(self.client.find(Locator::Css(selector)));
        Element { browser: self, handle }.click();
    }

    /// Waits until `probe` has something to show for it.
    ///
    /// # Panics
    ///
    /// Where it has not in time; with what was waited for and what the page shows.
    #[track_caller]
    pub fn until<T>(&self, what: &str, mut probe: impl FnMut() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(outcome) = probe() {
                return outcome;
            }
            assert!(begun.elapsed() < DEADLINE, "waited in vain for {what}; {}", self.scene());
            self.pause();
        }
    }

    /// Whether something comes true within a few seconds, where there is another way if it does not.
    pub(crate) fn comes_true(&self, mut probe: impl FnMut() -> bool) -> bool {
        let begun = Instant::now();
        loop {
            if probe() {
                return true;
            }
            if begun.elapsed() > SOON {
                return false;
            }
            self.pause();
        }
    }

    fn pause(&self) {
        self.runtime.block_on(async { tokio::time::sleep(Duration::from_millis(15)).await });
    }

    /// The addresses that were asked for since the page was loaded, or, in Chromium, since this was last asked. Needs
    /// [`Settings::requests_logged`].
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        Engine::current().requests(self).expect("requests can be read")
    }

    /// What pages have complained of on the console until now: warnings, errors, and promises that nobody has caught.
    /// Needs [`Settings::complaints_logged`].
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        // The last complaint is our own. Once it is there, so are all before it.
        const LAST: &str = "complaints end here";
        self.run("console.error(arguments[0])", &[LAST.into()]);
        let mut seen = Vec::new();
        self.until("the console to be written down", || {
            let complaints = Engine::current().complaints(self).expect("the console can be read");
            // Chromium says each but once; the others say all of them again.
            seen.extend(complaints.into_iter().skip(if Engine::current() == Engine::Chromium {
                0
            } else {
                seen.len()
            }));
            seen.iter().any(|line| line.contains(LAST)).then_some(())
        });
        seen.into_iter().take_while(|line| !line.contains(LAST)).collect()
    }

    /// Sends a command that belongs to one engine.
    pub(crate) fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        self.try_ask(self.command(Raw { path: path.to_owned(), body: Some(body) }))
    }

    /// A command that the client has no method for.
    pub(crate) fn command(&self, command: Raw) -> impl Future<Output = Result<Value, CmdError>> {
        self.client.issue_cmd(command)
    }

    /// What the driver and the browser have written until now.
    pub(crate) fn output(&self) -> String {
        self.driver.output().split_off(self.written_before.get())
    }

    /// What the page shows now, for the message of a test that fails.
    pub(crate) fn scene(&self) -> String {
        match self.try_run("return [location.href, document.body.innerText]") {
            Ok(page) => {
                let text = page[1].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
                format!("at {} the page says: {}", page[0], text.chars().take(600).collect::<String>())
            }
            Err(error) => format!("the page cannot be asked: {error}"),
        }
    }

    #[track_caller]
    pub(crate) fn ask<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.try_ask(command).unwrap_or_else(|error| panic!("{error}"))
    }

    fn try_ask<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        match self.runtime.block_on(async { tokio::time::timeout(COMMAND_DEADLINE, command).await }) {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => Err(format!("the browser says: {error} ({error:?})")),
            Err(_) => Err("the browser did not answer".to_owned()),
        }
    }

    /// Goes on in a tab that was just opened, and closes all others with whatever was set for them.
    ///
    /// # Errors
    ///
    /// What the browser says where it cannot.
    pub(crate) fn clear(&self) -> Result<(), String> {
        if self.has_windows.get() {
            return Err("it has had more windows than one".to_owned());
        }
        self.written_before.set(self.driver.output().len());
        self.is_out_of_frames();
        let all = self.try_ask(self.client.windows())?;
        // WebKitGTK draws nothing in a tab that is behind another.
        let new = self.try_ask(self.client.new_window(Engine::current() != Engine::WebKit))?;
        for window in all {
            self.try_ask(self.client.switch_to_window(window))?;
            self.try_ask(self.client.close_window())?;
        }
        self.try_ask(self.client.switch_to_window(new.handle))?;
        self.try_ask(self.client.release_actions())?;
        if Engine::current() == Engine::Chromium {
            // A page of a tab that was opened behind another hears of no focus.
            chromium::try_devtools(self, "Page.bringToFront", &json!({}))?;
        }
        self.runtime.block_on(size(&self.client))
    }

    /// Ends the session, and the browser with it.
    fn end(&mut self) {
        if self.try_ask(self.client.clone().close()).is_err() {
            // The driver could not end the browser it had started, so this does, by its id.
            if let Some(process) = self.process {
                let _ = Command::new("kill").arg(process.to_string()).status();
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("when the test failed in {}: {}", Engine::current(), self.scene());
            eprintln!("console: {:#?}", Engine::current().complaints(self));
        }
        self.end();
    }
}

/// A name without its spaces: where markup has none between two words, browsers put in their own.
fn without_spaces(name: &str) -> String {
    name.split_whitespace().collect()
}
