//! What the two stores of the browser hold, read and put there without the program.

use career_quiz::browser::storage::Storage;
use career_quiz::quiz::record::names::backup_name;
use js_sys::{Array, Function, Promise};
use leptos::prelude::window;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

/// The names of the records of the small quiz, and of the settings.
pub const PROGRESS: &str = "small.progress";
pub const RESULTS: &str = "small.results";
pub const SETTINGS: &str = "settings";

thread_local! {
    /// Counts the folders. Each test has one of its own, and so stores with nothing in them.
    static FOLDER: Cell<u32> = const { Cell::new(0) };
}

/// The folder that the quiz is served from in this test.
pub fn folder() -> String {
    format!("/test-{}/", FOLDER.get())
}

/// Goes on to a folder that nothing was ever kept of.
pub fn next_folder() {
    FOLDER.set(FOLDER.get() + 1);
}

pub fn storage() -> Storage {
    Storage::of(&folder())
}

pub fn local_storage() -> web_sys::Storage {
    window().local_storage().expect("the storage is not blocked").expect("there is storage")
}

/// The key of a name in `localStorage`.
pub fn key(name: &str) -> String {
    format!("career-quiz.{}.{name}", folder())
}

/// Has the page save what it would save after its next painting, as it does when it goes.
pub fn save_what_is_due() {
    window().dispatch_event(&Event::new("pagehide").expect("it is an event")).expect("it can be sent");
}

/// The text under a name in `localStorage`, once what is due was saved.
pub fn kept(name: &str) -> Option<String> {
    save_what_is_due();
    local_storage().get_item(&key(name)).expect("the storage can be read")
}

/// Puts a text under a name in `localStorage`.
pub fn keep(name: &str, text: &str) {
    local_storage().set_item(&key(name), text).expect("the storage can be written");
}

/// Removes what is under a name in `localStorage`, as another tab does.
pub fn remove(name: &str) {
    local_storage().remove_item(&key(name)).expect("the storage can be written");
}

/// The name under which a text that cannot be read is set aside.
pub fn backup(name: &str, text: &str) -> String {
    let backup = backup_name(name, text);
    let digits = backup.strip_prefix(&format!("{name}.unreadable-")).expect("it begins with the name of the record");
    assert!(digits.len() == 16 && digits.chars().all(|digit| digit.is_ascii_hexdigit()), "{backup}");
    backup
}

/// All that the journal holds, by name in the order of the alphabet.
pub async fn journal() -> Vec<(String, String)> {
    journal_of(&folder()).await
}

pub async fn journal_of(folder: &str) -> Vec<(String, String)> {
    let read = "
        const all = [];
        store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (!cursor) return;
            all.push([cursor.key, cursor.value]);
            cursor.continue();
        };
        done = () => all;";
    let all = Array::from(&in_journal_of(folder, read, &[]).await);
    let text = |pair: &Array, at| pair.get(at).as_string().expect("the journal holds texts");
    all.iter().map(|pair| Array::from(&pair)).map(|pair| (text(&pair, 0), text(&pair, 1))).collect()
}

/// The text under a name in the journal.
pub async fn kept_in_journal(name: &str) -> Option<String> {
    journal().await.into_iter().find(|(found, _)| found == name).map(|(_, text)| text)
}

/// Puts a text under a name in the journal.
pub async fn keep_in_journal(name: &str, text: &str) {
    in_journal_of(&folder(), "window.sound.put.call(store, text, name);", &[name, text]).await;
}

/// Removes what is under a name in the journal.
pub async fn remove_from_journal(name: &str) {
    in_journal_of(&folder(), "store.delete(name);", &[name]).await;
}

/// Runs a script in a transaction of the journal of a folder, with a connection of its own. Comes back with what `done` gives
/// when it is complete.
async fn in_journal_of(folder: &str, script: &str, texts: &[&str]) -> JsValue {
    // Faults that are tried out are those of the program, not of the test.
    let body = format!(
        "return new Promise((resolve, reject) => {{
             let done = () => undefined;
             const opening = window.sound.open.call(window.sound.indexedDB, database, 1);
             opening.onupgradeneeded = () => opening.result.createObjectStore('records');
             opening.onerror = () => reject(opening.error);
             opening.onsuccess = () => {{
                 const transaction = window.sound.transaction.call(opening.result, 'records', 'readwrite');
                 const store = transaction.objectStore('records');
                 transaction.oncomplete = () => {{ opening.result.close(); resolve(done()); }};
                 transaction.onabort = () => reject(transaction.error);
                 {script}
             }};
         }});"
    );
    let function = Function::new_with_args("database, name, text", &body);
    let database = format!("career-quiz.{folder}");
    let arguments: Array = std::iter::once(database.as_str()).chain(texts.iter().copied()).map(JsValue::from).collect();
    let promise = function.apply(&JsValue::NULL, &arguments).expect("it can be called");
    JsFuture::from(promise.unchecked_into::<Promise>()).await.expect("the journal can be used")
}
