//! Where records are kept: two stores in this browser, of which one is there at once and the other is on the disk at once.

use crate::browser::journal::Journal;
use crate::browser::storage::Storage;
use crate::browser::timer;
use crate::quiz::record::stored::head;
use js_sys::{Array, Promise};
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// How long a start waits for the journal, in milliseconds. It is there much sooner; where it is not, what it holds is taken over when it comes.
const WAIT_MS: i32 = 400;

/// Where the records of a folder are kept.
#[derive(Clone, Debug)]
pub struct Place {
    /// The store that is there at once.
    pub local: Storage,
    /// The store that is on the disk at once.
    pub journal: Journal,
    /// All that was in the journal when the page was opened. None where that was not known in time.
    found: Option<Rc<BTreeMap<String, String>>>,
}

impl Place {
    /// Opens the place for what is served from a folder. The journal is asked at once, also while nobody waits for what comes back.
    pub fn open(folder: &str) -> impl Future<Output = Self> + use<> {
        let (local, journal) = (Storage::of(folder), Journal::of(folder));
        let found = Rc::new(RefCell::new(None));
        let (asked, answer) = (journal.clone(), Rc::clone(&found));
        let reading = future_to_promise(async move {
            *answer.borrow_mut() = asked.read_all().await.ok();
            Ok(JsValue::UNDEFINED)
        });
        async move {
            let in_time = Promise::race(&Array::of2(&reading, &timer::rejecting_after(WAIT_MS)));
            // Where the time is over there is nothing yet, as where there is no journal.
            let _ = JsFuture::from(in_time).await;
            let found = found.take().map(|found| Rc::new(found.into_iter().collect::<BTreeMap<_, _>>()));
            let place = Self { local, journal, found };
            place.sweep();
            place
        }
    }

    /// What the journal held under a name when the page was opened. None where that is not known.
    pub fn found(&self, name: &str) -> Option<Option<&str>> {
        self.found.as_ref().map(|found| found.get(name).map(String::as_str))
    }

    /// Removes from the local store what the journal says was deleted: the browser may have been killed before the disk heard of it.
    fn sweep(&self) {
        for (name, text) in self.found.iter().flat_map(|found| found.iter()) {
            let Ok(word) = head(text) else { continue };
            let local = self.local.read(name);
            // What cannot be read has no revision that could be later.
            if word.erased && local.is_some_and(|text| head(&text).map_or(0, |head| head.revision) <= word.revision) {
                // Where there is no store there is nothing to remove.
                let _ = self.local.remove(name);
            }
        }
    }
}

/// The place of the app around this component.
pub fn use_place() -> Place {
    expect_context::<StoredValue<Place, LocalStorage>>().get_value()
}
