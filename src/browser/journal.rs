//! What is kept in this browser in IndexedDB: read a moment after a page opens, but on the disk as soon as it is confirmed, also when the
//! browser is killed right afterwards. `localStorage` is not: Chromium writes it some seconds later, and rations that.
//!
//! Written with `web_sys` alone: the crates for IndexedDB have no way to ask for strict durability, or bring an executor's channels
//! along (`ARCHITECTURE.md`, Decisions).

use super::storage::NotKept;
use super::timer;
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

/// The store of objects that holds everything, a text under each name.
const STORE: &str = "records";

/// How long the database may take to open before it counts as unavailable, in milliseconds. There were browsers in which it never did.
const OPEN_MS: i32 = 5_000;

/// A database of texts by name: one for each folder that the quiz is served from.
#[derive(Clone, Debug)]
pub struct Journal {
    name: String,
    /// The connection, once there is one.
    open: Rc<RefCell<Option<IdbDatabase>>>,
}

/// What is to be done with the text under a name: another one put there, or what is there removed.
pub type Write = (String, Option<String>);

impl Journal {
    /// The journal of a folder. It is opened when it is used.
    pub fn of(folder: &str) -> Self {
        Self { name: format!("career-quiz.{folder}"), open: Rc::new(RefCell::new(None)) }
    }

    /// All that is in it, by name in the order of the alphabet.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    pub async fn read_all(&self) -> Result<Vec<(String, String)>, NotKept> {
        let mut all = Vec::new();
        self.exchange_all(|found| {
            all = found;
            Vec::new()
        })
        .await?;
        Ok(all)
    }

    /// The text under a name.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    pub async fn read(&self, name: &str) -> Result<Option<String>, NotKept> {
        let mut text = None;
        self.exchange(name, |found| {
            text = found;
            Vec::new()
        })
        .await?;
        Ok(text)
    }

    /// Shows `decide` the text under a name, and writes what it wants written, all of it or nothing. No other tab comes in between. Comes back
    /// when the browser has it on the disk.
    ///
    /// # Errors
    ///
    /// Where it is not kept. What was there before stays then.
    pub async fn exchange(&self, name: &str, decide: impl FnOnce(Option<String>) -> Vec<Write>) -> Result<(), NotKept> {
        self.run(async |store| {
            let found = result(&store.get(&name.into())?).await?;
            write(&store, decide(found.as_string()))
        })
        .await
    }

    /// The same with all that is in the journal.
    ///
    /// # Errors
    ///
    /// Where it is not kept. What was there before stays then.
    pub async fn exchange_all(&self, decide: impl FnOnce(Vec<(String, String)>) -> Vec<Write>) -> Result<(), NotKept> {
        self.run(async |store| {
            let (names, texts) = (store.get_all_keys()?, store.get_all()?);
            let (names, texts) = (result(&names).await?, result(&texts).await?);
            let (names, texts) = (Array::from(&names), Array::from(&texts));
            let found = names.iter().zip(texts.iter());
            let found = found.filter_map(|(name, text)| Some((name.as_string()?, text.as_string()?)));
            write(&store, decide(found.collect()))
        })
        .await
    }

    /// Runs a transaction to its end.
    async fn run(&self, work: impl AsyncFnOnce(IdbObjectStore) -> Result<(), JsValue>) -> Result<(), NotKept> {
        let (database, transaction) = self.transaction().await?;
        let run = async {
            let done = done(&transaction);
            if let Err(error) = work(transaction.object_store(STORE)?).await {
                // It may have been aborted by what went wrong. Its end is awaited, so that nobody reports a promise without a listener.
                let _ = transaction.abort();
                let _ = JsFuture::from(done).await;
                return Err(error);
            }
            JsFuture::from(done).await
        };
        run.await.map(drop).map_err(|error| {
            if is_full(&error) {
                return NotKept::Refused;
            }
            // A connection can be lost. The next use opens another one.
            let_go(&self.open, &database);
            NotKept::Unavailable
        })
    }

    /// A transaction that has just begun, and its connection.
    async fn transaction(&self) -> Result<(IdbDatabase, IdbTransaction), NotKept> {
        let database = self.database().await?;
        if let Ok(transaction) = begin(&database) {
            return Ok((database, transaction));
        }
        // It can have been closed without a word, as where a phone puts a page to sleep.
        let_go(&self.open, &database);
        let database = self.database().await?;
        let transaction = begin(&database).map_err(|_| NotKept::Unavailable)?;
        Ok((database, transaction))
    }

    async fn database(&self) -> Result<IdbDatabase, NotKept> {
        if let Some(database) = self.open.borrow().clone() {
            return Ok(database);
        }
        let database = open(&self.name).await.map_err(|_| NotKept::Unavailable)?;
        *self.open.borrow_mut() = Some(database.clone());
        // Another page wants to change or delete the database, or the browser has closed it: it is opened anew when it is needed.
        let (open, connection) = (Rc::clone(&self.open), database.clone());
        let forget = Closure::<dyn FnMut()>::new(move || let_go(&open, &connection)).into_js_value();
        database.set_onversionchange(Some(forget.unchecked_ref()));
        database.set_onclose(Some(forget.unchecked_ref()));
        Ok(database)
    }
}

/// Closes a connection and uses it no more. Where several were opened at once, another one may be in use.
fn let_go(open: &RefCell<Option<IdbDatabase>>, connection: &IdbDatabase) {
    connection.close();
    open.borrow_mut().take_if(|open| open == connection);
}

async fn open(name: &str) -> Result<IdbDatabase, JsValue> {
    // The getter throws where storage is blocked, and in a sandbox so does `open`.
    let factory = super::window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(name, 1)?;
    let opening = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Ok(database) = opening.result() {
            // It cannot be there already: this is called for a database that is new.
            let _ = database.unchecked_into::<IdbDatabase>().create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let opened = settled(&request);
    if let Err(error) = JsFuture::from(Promise::race(&Array::of2(&opened, &timer::rejecting_after(OPEN_MS)))).await {
        // Nobody will use it if it comes after all. Left open, it would be in the way of a page that wants to change the database.
        let late = request.clone();
        let close = Closure::once_into_js(move || {
            late.result().map(|database| database.unchecked_into::<IdbDatabase>().close())
        });
        request.set_onsuccess(Some(close.unchecked_ref()));
        return Err(error);
    }
    request.result().map(JsCast::unchecked_into)
}

fn begin(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let mode = IdbTransactionMode::Readwrite;
    // Strict: confirmed only when the disk has it. `web_sys` has no such option, and a browser that does not know it takes no notice.
    let options = js_sys::Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let function: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let mode = JsValue::from(mode);
    function.call3(database, &STORE.into(), &mode, &options)?.dyn_into()
}

fn write(store: &IdbObjectStore, writes: Vec<Write>) -> Result<(), JsValue> {
    for (name, text) in writes {
        match text {
            Some(text) => store.put_with_key(&text.into(), &name.into())?,
            None => store.delete(&name.into())?,
        };
    }
    Ok(())
}

/// The result of a request.
async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    JsFuture::from(settled(request)).await?;
    request.result()
}

/// A promise that ends when a request does. It takes no closures: the promise's own functions are the handlers.
fn settled(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

fn done(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// Whether an exception, or the target of an event, says that there is no room.
fn is_full(error: &JsValue) -> bool {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let target = get(error, "target");
    let exception = if target.is_object() { get(&target, "error") } else { error.clone() };
    exception.is_object() && get(&exception, "name").as_string().as_deref() == Some("QuotaExceededError")
}
