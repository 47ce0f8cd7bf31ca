//! The service worker of the folder, which keeps the quiz for when there is no connection. `public/service-worker.js` is
//! the other half of every message here.

use super::{address, document, timer};
use js_sys::{Array, Date, Function, Reflect};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    MessageChannel, MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// The file of the worker, and of the kill switch where a build has none. The address must never change: browsers ask
/// there for years.
const FILE: &str = "service-worker.js";

/// What the page has in place of a version where it is to have no worker.
const NONE: &str = "none";

/// How long a tab must have been left alone until it asks for a new version when it is shown again.
const LONG_MS: f64 = 3_600_000.0;

/// How long a worker that is about to go is left in peace. Where a message or a request wakes it in that moment, Chromium
/// gives the change of workers up, and has to be asked for it again.
const PEACE_MS: i32 = 1000;

/// What there is to know of the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The worker is of this page's version, and keeps the build and these files. None of them where something is missing.
    Kept(Vec<String>),
    /// There is another version than this page's, whole and ready.
    NewVersion,
    /// The other version answers from now on. The page must be loaded anew.
    TakenOver,
}

/// The worker of the folder, seen from a page of one version.
#[derive(Clone)]
pub struct Worker(Rc<Inner>);

struct Inner {
    container: ServiceWorkerContainer,
    version: String,
    registration: OnceCell<ServiceWorkerRegistration>,
    files: RefCell<Vec<String>>,
    tell: Box<dyn Fn(News)>,
    is_taken_over: Cell<bool>,
    checked_ms: Cell<f64>,
}

/// Registers the worker of the page's build once all of the program is there and there is nothing more urgent to do, and tells of it from then on.
///
/// `None` where there can be none: on a plain http address, in a frame without storage, where the person's settings forbid
/// it, or where the page is to have none; then one that was left in this folder is removed. In a frame of another site's
/// page, a browser keeps a worker and caches for that site alone, which does no harm.
pub fn start(tell: impl Fn(News) + 'static) -> Option<Worker> {
    let version = document::version()?;
    let container = container()?;
    if version == NONE {
        document::once_whole(|| once_idle(|| spawn_local(remove_left_over(container))));
        return None;
    }
    let worker = Worker(Rc::new(Inner {
        container,
        version,
        registration: OnceCell::new(),
        files: RefCell::default(),
        tell: Box::new(tell),
        is_taken_over: Cell::new(false),
        checked_ms: Cell::new(Date::now()),
    }));
    let registering = worker.clone();
    document::once_whole(|| once_idle(|| spawn_local(registering.register())));
    Some(worker)
}

impl Worker {
    /// Says which files the page uses beside those that every page needs. The answer comes as news.
    pub fn use_files(&self, files: Vec<String>) {
        *self.0.files.borrow_mut() = files;
        self.look();
    }

    /// Lets the new version answer for all tabs.
    pub fn take_over(&self) {
        let Some(waiting) = self.0.registration.get().and_then(ServiceWorkerRegistration::waiting) else {
            // It answers already, or there is no worker any more.
            return self.taken_over();
        };
        let _ = waiting.post_message(&Array::of1(&"career-quiz take-over".into()));
        let worker = self.clone();
        timer::after(PEACE_MS, move || worker.take_over());
    }

    async fn register(self) {
        let options = RegistrationOptions::new();
        options.set_scope("./");
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registering = self.0.container.register_with_options(FILE, &options);
        // Without it the quiz works as any page does.
        let Ok(registration) = JsFuture::from(registering).await else { return };
        let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else { return };
        let worker = self.clone();
        listen(&self.0.container, "controllerchange", move || worker.meet_controller());
        let worker = self.clone();
        listen(&registration, "updatefound", move || worker.follow_installing());
        let _ = self.0.registration.set(registration);
        self.follow_installing();
        self.look();
        if let Some(document) = super::window().and_then(|window| window.document()) {
            let worker = self.clone();
            listen(&document, "visibilitychange", move || worker.check_when_back());
        }
    }

    fn follow_installing(&self) {
        if let Some(installing) = self.0.registration.get().and_then(ServiceWorkerRegistration::installing) {
            let worker = self.clone();
            let it = installing.clone();
            listen(&installing, "statechange", move || match it.state() {
                ServiceWorkerState::Installed => worker.look_at_waiting(),
                ServiceWorkerState::Activated => worker.look_at_active(),
                _ => {}
            });
        }
    }

    /// Asks the workers that there are which version they are of.
    fn look(&self) {
        self.look_at_active();
        let worker = self.clone();
        timer::after(PEACE_MS, move || worker.look_at_waiting());
    }

    fn look_at_waiting(&self) {
        if let Some(waiting) = self.0.registration.get().and_then(ServiceWorkerRegistration::waiting) {
            // The first of all waits for a moment, too.
            self.ask(&waiting, |is_ours, _| (!is_ours).then_some(News::NewVersion));
        }
    }

    fn look_at_active(&self) {
        if let Some(active) = self.0.registration.get().and_then(ServiceWorkerRegistration::active) {
            self.ask(&active, |is_ours, kept| Some(if is_ours { News::Kept(kept) } else { News::NewVersion }));
        }
    }

    /// Another worker answers from now on: the first of all, or a new version.
    fn meet_controller(&self) {
        let Some(controller) = self.0.container.controller() else { return };
        let worker = self.clone();
        self.ask(&controller, move |is_ours, kept| {
            if !is_ours {
                worker.taken_over();
            }
            is_ours.then_some(News::Kept(kept))
        });
    }

    fn taken_over(&self) {
        if !self.0.is_taken_over.replace(true) {
            (self.0.tell)(News::TakenOver);
        }
    }

    /// Asks the server for a new version, as a browser does by itself only when a page is opened.
    fn check_when_back(&self) {
        let is_hidden = super::window().and_then(|window| window.document()).is_none_or(|document| document.hidden());
        let now_ms = Date::now();
        if is_hidden || now_ms - self.0.checked_ms.get() < LONG_MS {
            return;
        }
        self.0.checked_ms.set(now_ms);
        if let Some(Ok(checking)) = self.0.registration.get().map(ServiceWorkerRegistration::update) {
            spawn_local(async {
                // There may be no connection, and the next time will do.
                let _ = JsFuture::from(checking).await;
            });
        }
    }

    /// Asks a worker, and tells what its answer means: whether it is of this page's version, and which files it keeps. A
    /// kill switch answers nothing.
    fn ask(&self, worker: &ServiceWorker, meaning: impl FnOnce(bool, Vec<String>) -> Option<News> + 'static) {
        let Ok(channel) = MessageChannel::new() else { return };
        let files = self.0.files.borrow().clone();
        let message = Array::of2(&"career-quiz hello".into(), &self.0.version.as_str().into());
        for file in &files {
            message.push(&file.into());
        }
        let page = self.clone();
        let heard = Closure::once_into_js(move |event: MessageEvent| {
            let answer = Array::from(&event.data());
            let is_ours = answer.get(0).as_string().as_ref() == Some(&page.0.version);
            let kept = if answer.get(1).is_truthy() { files } else { Vec::new() };
            if let Some(news) = meaning(is_ours, kept) {
                (page.0.tell)(news);
            }
        });
        channel.port1().set_onmessage(Some(heard.unchecked_ref()));
        // A worker that is gone by now answers nothing, and another is asked when it comes.
        let _ = worker.post_message_with_transferable(&message, &Array::of1(&channel.port2()));
    }
}

/// Browsers leave it out where it cannot be had, or throw.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = super::window()?.navigator();
    let container = Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    container.dyn_into().ok()
}

/// A worker that an earlier build has left in this folder goes, with its caches, by the kill switch that such a build has
/// in its place.
async fn remove_left_over(container: ServiceWorkerContainer) {
    let Ok(found) = JsFuture::from(container.get_registration()).await else { return };
    let Ok(found) = found.dyn_into::<ServiceWorkerRegistration>() else { return };
    // What belongs to a folder above is somebody else's.
    if address::is_folder(&found.scope()) {
        let _ = JsFuture::from(container.register(FILE)).await;
    }
}

/// Does something when there is nothing more urgent, or soon in a browser that cannot tell.
fn once_idle(then: impl FnOnce() + 'static) {
    let Some(window) = super::window() else { return };
    match Reflect::get(&window, &JsValue::from_str("requestIdleCallback")).map(JsCast::dyn_into::<Function>) {
        Ok(Ok(when_idle)) => drop(when_idle.call1(&window, &Closure::once_into_js(then))),
        _ => timer::after(200, then),
    }
}

/// Listens for as long as the page is there.
fn listen(target: &web_sys::EventTarget, event: &str, then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then).into_js_value();
    let _ = target.add_event_listener_with_callback(event, then.unchecked_ref());
}
