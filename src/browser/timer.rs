//! What happens after a while.

use js_sys::{Array, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Begins with something at once, also while nobody waits for it, and returns what comes of it. It goes on to its end in any case.
pub fn at_once<T: 'static>(work: impl Future<Output = T> + 'static) -> impl Future<Output = Option<T>> {
    let (working, done) = begun(work);
    async move {
        // It is never rejected.
        let _ = JsFuture::from(working).await;
        done.take()
    }
}

/// The same of what comes of it within so many milliseconds from when somebody waits for it.
pub fn within<T: 'static>(ms: i32, work: impl Future<Output = T> + 'static) -> impl Future<Output = Option<T>> {
    let (working, done) = begun(work);
    async move {
        // Which of the two it was shows by what is there.
        let _ = JsFuture::from(Promise::race(&Array::of2(&working, &rejecting_after(ms)))).await;
        done.take()
    }
}

/// A promise of something that has begun, and where that will be.
fn begun<T: 'static>(work: impl Future<Output = T> + 'static) -> (Promise, Rc<RefCell<Option<T>>>) {
    let done = Rc::new(RefCell::new(None));
    let answer = Rc::clone(&done);
    let working = future_to_promise(async move {
        *answer.borrow_mut() = Some(work.await);
        Ok(JsValue::UNDEFINED)
    });
    (working, done)
}

/// A promise that is rejected after so many milliseconds.
pub fn rejecting_after(ms: i32) -> Promise {
    Promise::new(&mut |_, reject| {
        if let Some(window) = super::window() {
            // It is refused only where the page is gone.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, ms);
        }
    })
}

/// Does something after so many milliseconds.
pub fn after(ms: i32, then: impl FnOnce() + 'static) {
    if let Some(window) = super::window() {
        let then = Closure::once_into_js(then);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), ms);
    }
}
