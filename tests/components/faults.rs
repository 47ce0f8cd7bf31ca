//! Browsers that block, are full or never answer. What is put out of order here is mended by [`mend`], as it is at the beginning of
//! every test.

use crate::stores::folder;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What browsers offer, as it was when the tests began.
const REMEMBER: &str = "
    window.sound ??= {
        indexedDB: window.indexedDB,
        ofWindow: ['localStorage', 'indexedDB'].map(name => [name, Object.getOwnPropertyDescriptor(window, name)]),
        setItem: Storage.prototype.setItem,
        open: IDBFactory.prototype.open,
        put: IDBObjectStore.prototype.put,
        transaction: IDBDatabase.prototype.transaction,
        setTimeout: window.setTimeout,
        print: window.print,
        createObjectURL: URL.createObjectURL,
        revokeObjectURL: URL.revokeObjectURL,
    };
    function block(name) {
        Object.defineProperty(window, name, {
            configurable: true,
            get() { throw new DOMException('Access is denied', 'SecurityError'); },
        });
    }
    function full() { throw new DOMException('Full', 'QuotaExceededError'); }
";

fn run(script: &str) {
    js_sys::eval(&format!("(() => {{ {REMEMBER} {script} }})()"))
        .expect("the browser can be put out of order and mended");
}

/// From here on the browser acts as it does.
pub fn mend() {
    run("for (const [name, sound] of window.sound.ofWindow) Object.defineProperty(window, name, sound);
         Storage.prototype.setItem = window.sound.setItem;
         IDBFactory.prototype.open = window.sound.open;
         IDBObjectStore.prototype.put = window.sound.put;
         IDBDatabase.prototype.transaction = window.sound.transaction;
         window.setTimeout = window.sound.setTimeout;
         window.print = window.sound.print;
         URL.createObjectURL = window.sound.createObjectURL;
         URL.revokeObjectURL = window.sound.revokeObjectURL;
         delete HTMLAnchorElement.prototype.click;");
}

/// From here on the browser acts as where a person has blocked all storage.
pub fn block_storage() {
    block_local();
    block_journal();
}

pub fn block_local() {
    run("block('localStorage');");
}

pub fn block_journal() {
    run("block('indexedDB');");
}

/// From here on the browser acts as where the storage is full.
pub fn fill_storage() {
    fill_local();
    fill_journal();
}

pub fn fill_local() {
    run("Storage.prototype.setItem = full;");
}

pub fn fill_journal() {
    fill_journal_after(0);
}

/// From here on there is room in the journal for so many texts more.
pub fn fill_journal_after(texts: u32) {
    run(&format!(
        "let left = {texts};
         IDBObjectStore.prototype.put = function (...put) {{ return left-- > 0 ? window.sound.put.apply(this, put) : full(); }};"
    ));
}

/// From here on the journal takes every text, and finds out only in the end that there is no room.
pub fn fill_journal_late() {
    run("IDBObjectStore.prototype.put = function (...put) {
             const request = window.sound.put.apply(this, put);
             const error = new DOMException('Full', 'QuotaExceededError');
             Object.defineProperty(this.transaction, 'error', { configurable: true, value: error });
             request.onsuccess = () => this.transaction.abort();
             return request;
         };");
}

/// From here on the journal takes every text and loses it, as where a phone puts the page to sleep.
pub fn lose_journal() {
    run("IDBObjectStore.prototype.put = function (...put) {
             const request = window.sound.put.apply(this, put);
             request.onsuccess = () => this.transaction.abort();
             return request;
         };");
}

/// From here on every connection to the journal is one that the browser has closed without a word.
pub fn close_journal() {
    run("IDBDatabase.prototype.transaction = () => { throw new DOMException('Closing', 'InvalidStateError'); };");
}

/// From here on one connection to the journal is, the first that is used.
pub fn close_journal_once() {
    run("IDBDatabase.prototype.transaction = function (...names) {
             IDBDatabase.prototype.transaction = window.sound.transaction;
             this.close();
             return this.transaction(...names);
         };");
}

/// The ways in which there is no journal, in scripts for [`without_journal`].
pub const WITHOUT_JOURNAL: [&str; 4] = [
    "block('indexedDB');",
    "Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });",
    "Object.defineProperty(window, 'indexedDB', { configurable: true, value: null });",
    "IDBFactory.prototype.open = () => { throw new DOMException('Denied', 'SecurityError'); };",
];

/// From here on there is no journal, in one of several ways.
pub fn without_journal(way: &str) {
    run(way);
}

/// From here on so many milliseconds pass at once: who would wait as long or less waits no more.
pub fn hasten(ms: u32) {
    run(&format!(
        "window.setTimeout = (then, ms, ...more) => window.sound.setTimeout.call(window, then, ms > {ms} ? ms : 0, ...more);"
    ));
}

/// From here on what waits for so many milliseconds or longer waits until [`let_time_pass`].
pub fn hold_time(ms: u32) {
    run(&format!(
        "window.held = [];
         window.setTimeout = (then, ms, ...more) =>
             ms < {ms} ? window.sound.setTimeout.call(window, then, ms, ...more) : window.held.push([ms, then]);"
    ));
}

/// Lets the time pass that all of them wait for. Returns how many milliseconds each has waited.
pub fn let_time_pass() -> Vec<f64> {
    let_time_pass_for(u32::MAX)
}

/// The same for those alone that began to wait first.
pub fn let_time_pass_for(first: u32) -> Vec<f64> {
    let script = format!(
        "(() => {{
             const held = window.held.splice(0, {first});
             for (const [, then] of held) then();
             return held.map(([ms]) => ms);
         }})()"
    );
    Array::from(&js_sys::eval(&script).expect("time is held")).iter().filter_map(|ms| ms.as_f64()).collect()
}

/// From here on promises are counted that were rejected while nobody listened; the page takes one for a failed start.
pub fn watch_rejections() {
    run("window.rejections ??= (addEventListener('unhandledrejection', event => window.rejections.push(event.reason)), []);
         window.rejections.length = 0;");
}

/// Those that were counted.
pub fn rejections() -> Vec<String> {
    let rejections = js_sys::eval("window.rejections.map(String)").expect("they are counted");
    Array::from(&rejections).iter().filter_map(|reason| reason.as_string()).collect()
}

/// From here on what is taken out of the page is noted, and goes no further.
pub fn watch_the_way_out() {
    run("window.taken = [];
         window.print = () => window.taken.push('printed');
         URL.createObjectURL = blob => (window.file = blob, 'blob:made');
         URL.revokeObjectURL = address => window.taken.push(`given back ${address}`);
         HTMLAnchorElement.prototype.click = function () { window.taken.push(`${this.href} as ${this.download}`); };");
}

/// What was noted since this was last asked.
pub fn taken() -> Vec<String> {
    let taken = js_sys::eval("window.taken.splice(0)").expect("it is noted");
    Array::from(&taken).iter().filter_map(|line| line.as_string()).collect()
}

/// The kind and the text of the file that was made last.
pub async fn file() -> (String, String) {
    let script = "window.file.text().then(text => [window.file.type, text])";
    let promise: Promise = js_sys::eval(script).expect("there is a file").unchecked_into();
    let file = Array::from(&JsFuture::from(promise).await.expect("it can be read"));
    (file.get(0).as_string().unwrap_or_default(), file.get(1).as_string().unwrap_or_default())
}

/// From here on the browser makes no files.
pub fn refuse_files() {
    run("URL.createObjectURL = () => { throw new TypeError('No files here'); };");
}

/// From here on the browser acts as inside of an app that cannot print.
pub fn take_away_printing() {
    run("window.print = undefined;");
}

/// Something in the way of the journal of this test's folder, until it is let go.
pub struct Busy {
    end: Function,
    ended: Promise,
}

impl Busy {
    /// A transaction that does not end: others are begun, and wait.
    pub async fn transaction() -> Self {
        Self::begin(
            "const transaction = window.sound.transaction.call(database, 'records', 'readwrite');
             transaction.oncomplete = () => { database.close(); ended(); };
             let busy = true;
             const go_on = () => { if (busy) transaction.objectStore('records').get('').onsuccess = go_on; };
             go_on();
             begun(() => { busy = false; });",
        )
        .await
    }

    /// A page that does not let go of the database, which another one has asked to be deleted: nobody can open it.
    pub async fn opening() -> Self {
        Self::begin(
            "const deletion = window.sound.indexedDB.deleteDatabase(database.name);
             deletion.onsuccess = ended;
             deletion.onblocked = () => begun(() => database.close());",
        )
        .await
    }

    async fn begin(script: &str) -> Self {
        let body = format!(
            "let ended;
             const end = new Promise(resolve => {{ ended = resolve; }});
             const opening = window.sound.open.call(window.sound.indexedDB, name, 1);
             opening.onupgradeneeded = () => opening.result.createObjectStore('records');
             return new Promise(resolve => {{
                 const begun = stop => resolve([stop, end]);
                 opening.onsuccess = () => {{
                     const database = opening.result;
                     {script}
                 }};
             }});"
        );
        let begun = Function::new_with_args("name", &body).call1(&JsValue::NULL, &database().into());
        let begun = begun.expect("it can be called").unchecked_into::<Promise>();
        let begun = Array::from(&JsFuture::from(begun).await.expect("it can be kept busy"));
        Self { end: begun.get(0).unchecked_into(), ended: begun.get(1).unchecked_into() }
    }

    /// Goes out of the way.
    pub async fn end(self) {
        self.end.call0(&JsValue::NULL).expect("it can be called");
        JsFuture::from(self.ended).await.expect("it ends");
    }
}

/// Deletes the journal of this test's folder, as a person can in their browser's settings. Returns whether every page has let go of it.
pub async fn delete_journal() -> bool {
    let body = "return new Promise(resolve => {
        const deletion = window.sound.indexedDB.deleteDatabase(name);
        deletion.onsuccess = () => resolve(true);
        deletion.onblocked = () => resolve(false);
    });";
    let deleted = Function::new_with_args("name", body).call1(&JsValue::NULL, &database().into());
    let deleted = deleted.expect("it can be called").unchecked_into::<Promise>();
    JsFuture::from(deleted).await.is_ok_and(|deleted| deleted.is_truthy())
}

fn database() -> String {
    format!("career-quiz.{}", folder())
}

/// Whether the program stops while something is done. What it does beside the test, the test does not hear of otherwise.
pub async fn stops_while(doing: impl Future<Output = ()>) -> bool {
    // A panic is a trap. Whatever else is thrown is of listeners that other tests have left.
    run("window.stopped = false;
         window.note ??= ({ error, reason }) => { window.stopped ||= (error ?? reason) instanceof WebAssembly.RuntimeError; };
         for (const type of ['error', 'unhandledrejection']) window.addEventListener(type, window.note);");
    doing.await;
    run("for (const type of ['error', 'unhandledrejection']) window.removeEventListener(type, window.note);");
    js_sys::eval("window.stopped").is_ok_and(|stopped| stopped == true)
}
