//! Browsers that block, are full or never answer. What is put out of order here is mended by [`mend`], as it is at the beginning of
//! every test.

/// What browsers offer, as it was when the tests began.
const REMEMBER: &str = "
    window.sound ??= {
        indexedDB: window.indexedDB,
        ofWindow: ['localStorage', 'indexedDB'].map(name => [name, Object.getOwnPropertyDescriptor(window, name)]),
        setItem: Storage.prototype.setItem,
        open: IDBFactory.prototype.open,
        put: IDBObjectStore.prototype.put,
        setTimeout: window.setTimeout,
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
         window.setTimeout = window.sound.setTimeout;");
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
    run("IDBObjectStore.prototype.put = full;");
}
