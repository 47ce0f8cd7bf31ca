//! What the quiz keeps in the browser: in `localStorage`, and in the journal, which is a database of IndexedDB.

use crate::quiz::Quiz;
use serde_json::Value;
use std::collections::BTreeMap;

/// Opens the journal of a folder; none where there is no such database, and none is made.
const OPEN: &str = "
    const open = folder => new Promise((done, failed) => {
        const request = indexedDB.open('career-quiz.' + folder, 1);
        request.onupgradeneeded = () => request.result.createObjectStore('records');
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
    const settled = request => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
";

impl Quiz {
    /// All that is in the journal, by name.
    #[track_caller]
    pub fn journal(&self) -> BTreeMap<String, String> {
        const READ: &str = "
            return open(arguments[0]).then(async database => {
                const store = database.transaction('records').objectStore('records');
                const [names, texts] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
                database.close();
                return names.map((name, at) => [name, texts[at]]);
            });
        ";
        let entries = self.browser.run(&format!("{OPEN}{READ}"), &[self.folder().into()]);
        serde_json::from_value::<Vec<(String, String)>>(entries).expect("names with texts").into_iter().collect()
    }

    /// Puts a text into the journal.
    #[track_caller]
    pub fn put_into_journal(&self, name: &str, text: &str) {
        const PUT: &str = "
            const [folder, name, text] = arguments;
            return open(folder).then(database => new Promise((done, failed) => {
                const transaction = database.transaction('records', 'readwrite');
                transaction.objectStore('records').put(text, name);
                transaction.oncomplete = () => { database.close(); done(true); };
                transaction.onabort = () => failed(transaction.error);
            }));
        ";
        self.browser.run(&format!("{OPEN}{PUT}"), &[self.folder().into(), name.into(), text.into()]);
    }

    /// The name of a record of the default quiz in the journal.
    pub fn journal_name(&self, record: &str) -> String {
        self.key(record).replacen(&format!("career-quiz.{}.", self.folder()), "", 1)
    }

    /// The record in the journal, read as JSON.
    #[track_caller]
    pub fn kept_in_journal(&self, record: &str) -> Option<Value> {
        let text = self.journal().remove(&self.journal_name(record))?;
        Some(serde_json::from_str(&text).expect("what is kept is JSON"))
    }

    /// Leaves the quiz, and takes away all that the origin keeps.
    #[track_caller]
    pub fn forget_everything(&self) {
        // A connection of another page would hold it up.
        const FORGET: &str = "
            try { localStorage.clear(); } catch {}
            const deleted = folder => new Promise((done, failed) => {
                const request = indexedDB.deleteDatabase('career-quiz.' + folder);
                request.onsuccess = () => done(true);
                request.onerror = () => failed(request.error);
            });
            return deleted(arguments[0]);
        ";
        self.leave();
        self.browser.run(FORGET, &[self.folder().into()]);
    }

    /// Fills `localStorage` to the last character, with a text under the key `filler`.
    #[track_caller]
    pub fn fill_local_storage(&self) {
        const FILL: &str = "
            let filler = '';
            for (let size = 1 << 22; size >= 1; size >>= 1) {
                for (;;) {
                    try { localStorage.setItem('filler', filler + 'x'.repeat(size)); } catch { break; }
                    filler += 'x'.repeat(size);
                }
            }
            try { localStorage.setItem('a', ''); localStorage.removeItem('a'); return 'room'; } catch (error) { return error.name; }
        ";
        assert_eq!(self.browser.run(FILL, &[]), "QuotaExceededError", "the storage is full");
    }

    /// The same, and the journal of this page acts as where there is no room either.
    #[track_caller]
    pub fn fill_both_stores(&self) {
        let full = "IDBObjectStore.prototype.put = () => { throw new DOMException('Full', 'QuotaExceededError') }";
        self.browser.run(full, &[]);
        self.fill_local_storage();
    }

    /// Whether the page says that what was done is saved: `yes`, `soon`, `not-yet`, `no` or `nothing`. None where it says nothing of it.
    #[track_caller]
    pub fn saved(&self) -> Option<String> {
        let mark = "return document.querySelector('[data-saved]')?.dataset.saved";
        self.browser.run(mark, &[]).as_str().map(str::to_owned)
    }

    /// Waits until nothing is being saved any more.
    #[track_caller]
    pub fn wait_until_saving_ends(&self) {
        self.browser.until("saving to end", || (self.saved().as_deref() != Some("not-yet")).then_some(()));
    }

    /// Waits until the page says that what was done is saved, or that it is not, as `wanted` has it.
    #[track_caller]
    pub fn wait_for_saved(&self, wanted: &str) {
        self.browser
            .until(&format!("the page to say of saving: {wanted}"), || self.saved().filter(|saved| saved == wanted));
    }
}
