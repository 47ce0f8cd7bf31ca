//! A server of static files, as any host of static files is, that a test can make fail, stop, and let serve something
//! else.

use crate::headers;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use tokio::sync::{oneshot, watch};

/// A server on a free port of this machine. It ends when it is dropped.
///
/// What it serves has no service worker unless [`Server::allow_worker`] is called: a worker answers from what it has kept,
/// and a test that puts something else in a file's place would not see it. For the same reason its pages do not hold files against
/// their digests unless [`Server::check_files`] is called.
#[derive(Debug)]
pub struct Server {
    port: u16,
    site: Arc<Mutex<Site>>,
    running: Mutex<Option<Running>>,
}

#[derive(Debug)]
struct Running {
    /// Dropped, it ends the thread.
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

/// An answer that stands in for a file.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// What is answered.
    pub body: Bytes,
    /// Headers beside those that every answer has, or in place of one of them.
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Debug, Default)]
struct Site {
    folders: BTreeMap<String, PathBuf>,
    replies: BTreeMap<String, Reply>,
    /// Scripts that stand before everything else in every page of a folder.
    first: Vec<String>,
    /// Whether pages may register a service worker.
    has_worker: bool,
    /// Whether pages hold files against the digests of their build.
    are_files_checked: bool,
    /// What is sent with every answer.
    headers: Vec<(HeaderName, HeaderValue)>,
    /// The paths that were asked for.
    asked: Vec<String>,
    /// The paths that are not answered for now.
    held: watch::Sender<BTreeSet<String>>,
}

impl Server {
    /// Serves a folder at `/`.
    pub fn of(folder: &Path) -> Self {
        let server = Self::empty();
        server.mount("/", folder);
        server
    }

    /// Serves nothing yet but `/blank`, an empty page that is of the origin and is not the quiz.
    ///
    /// # Panics
    ///
    /// Where no port can be opened.
    pub fn empty() -> Self {
        let (listener, port) = unused();
        let site = Arc::new(Mutex::new(Site { headers: headers::of_hosts(), ..Site::default() }));
        let running = Mutex::new(Some(Running::start(listener, &site)));
        let server = Self { port, site, running };
        server.put("/blank", 200, "<!doctype html><title>Blank</title><link rel=icon href=data:,>");
        server
    }

    /// Is gone, as a server is without a connection. What it serves can be changed meanwhile.
    pub fn stop(&self) {
        if let Some(Running { stop, thread }) = self.running().take() {
            drop(stop);
            // A panic of the server has shown up in the test already.
            let _ = thread.join();
        }
    }

    /// Is there again, at the same address.
    ///
    /// # Panics
    ///
    /// Where somebody else has taken the port.
    pub fn start(&self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).expect("the port is free still");
        *self.running() = Some(Running::start(listener, &self.site));
    }

    fn running(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().expect("no holder of the lock panics")
    }

    /// Lets pages register the service worker of their build from now on, or no longer.
    pub fn allow_worker(&self, allow: bool) {
        self.site().has_worker = allow;
    }

    /// Lets pages hold files against the digests of their build from now on.
    pub fn check_files(&self) {
        self.site().are_files_checked = true;
    }

    /// The paths that were asked for since this was last asked.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.site().asked)
    }

    /// Serves a folder under a path, which begins and ends with a slash; another one, if there is one already.
    pub fn mount(&self, path: &str, folder: &Path) {
        self.site().folders.insert(path.to_owned(), folder.to_owned());
    }

    /// Answers a path with this, whatever file there may be.
    pub fn put(&self, path: &str, status: u16, body: impl Into<Bytes>) {
        self.put_with(path, status, body, &[]);
    }

    /// The same with these headers.
    ///
    /// # Panics
    ///
    /// Where a header could not be sent.
    pub fn put_with(&self, path: &str, status: u16, body: impl Into<Bytes>, headers: &[(&str, &str)]) {
        let header = |(name, value): &(&str, &str)| {
            (name.parse().expect("the name of a header"), value.parse().expect("the value of a header"))
        };
        let headers = headers.iter().map(header).collect();
        self.site().replies.insert(path.to_owned(), Reply { status, body: body.into(), headers });
    }

    /// The same, and says that it is of this kind.
    pub fn put_as(&self, path: &str, mime: &str, body: impl Into<Bytes>) {
        self.put_with(path, 200, body, &[("content-type", mime)]);
    }

    /// Sends this with every answer from now on, too.
    ///
    /// # Panics
    ///
    /// Where it cannot be sent.
    pub fn send_header(&self, name: &'static str, value: &str) {
        let value = HeaderValue::from_str(value).expect("a header is a line of text");
        self.site().headers.push((HeaderName::from_static(name), value));
    }

    /// Sends nothing of what the build wants to be sent with its files, as somebody else's server does.
    pub fn send_no_headers(&self) {
        self.site().headers.clear();
    }

    /// Does not answer a path until it is released, as where there is little of a connection.
    pub fn hold(&self, path: &str) {
        self.site().held.send_if_modified(|held| held.insert(path.to_owned()));
    }

    /// Answers whoever has waited, and from now on at once.
    pub fn release(&self, path: &str) {
        self.site().held.send_if_modified(|held| held.remove(path));
    }

    /// Answers a path with its file again.
    pub fn restore(&self, path: &str) {
        self.site().replies.remove(path);
    }

    /// Runs a script in every page of a folder from now on, before anything of the page's own. In every engine alike:
    /// it is put into the file on the way.
    pub fn run_first(&self, script: &str) {
        self.site().first.push(script.to_owned());
    }

    /// The address of a path.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn site(&self) -> MutexGuard<'_, Site> {
        self.site.lock().expect("no holder of the lock panics")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Running {
    fn start(listener: TcpListener, site: &Arc<Mutex<Site>>) -> Self {
        let (stop, stopped) = oneshot::channel();
        let shared = Arc::clone(site);
        let thread = std::thread::spawn(move || serve(listener, &shared, stopped));
        Self { stop, thread }
    }
}

/// A port that no other server of this program has ever had: a browser may still keep something of that one's origin.
fn unused() -> (TcpListener, u16) {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Held until they are all dropped, so that each is another one.
    let mut taken = Vec::new();
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port can be opened");
        let port = listener.local_addr().expect("an open port has a number").port();
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return (listener, port);
        }
        taken.push(listener);
    }
}

/// Serves until the other end of `stopped` is gone.
fn serve(listener: TcpListener, site: &Arc<Mutex<Site>>, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be had");
    let site = Arc::clone(site);
    runtime.block_on(async {
        listener.set_nonblocking(true).expect("a listener can be non-blocking");
        let listener = tokio::net::TcpListener::from_std(listener).expect("the runtime takes the listener");
        tokio::spawn(accept(listener, site));
        // Open connections, and this task, end with the runtime.
        let _ = stopped.await;
    });
}

async fn accept(listener: tokio::net::TcpListener, site: Arc<Mutex<Site>>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let site = Arc::clone(&site);
        let service = service_fn(move |request: Request<Incoming>| {
            let (response, mut held) = {
                let mut site = site.lock().expect("no holder of the lock panics");
                (site.answer(&request), site.held.subscribe())
            };
            async move {
                // Where there is no server any more, nobody waits.
                let _ = held.wait_for(|held| !held.contains(request.uri().path())).await;
                Ok::<_, Infallible>(response)
            }
        });
        // A connection that breaks off is the browser's affair.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

impl Site {
    fn answer(&mut self, request: &Request<Incoming>) -> Response<Full<Bytes>> {
        self.asked.push(request.uri().path().to_owned());
        let mut response = self.find(request);
        response.headers_mut().extend(self.headers.iter().cloned());
        response
    }

    fn find(&self, request: &Request<Incoming>) -> Response<Full<Bytes>> {
        let path = request.uri().path();
        if request.method() != Method::GET {
            return response(StatusCode::METHOD_NOT_ALLOWED, "text/plain", "only GET");
        }
        if let Some(reply) = self.replies.get(path) {
            let status = StatusCode::from_u16(reply.status).expect("the test gives a status that exists");
            let body = if is_page(path) { self.prepared(reply.body.to_vec()) } else { reply.body.to_vec() };
            let mut answer = response(status, mime(path), body);
            answer.headers_mut().extend(reply.headers.iter().cloned());
            return answer;
        }
        let missing = || response(StatusCode::NOT_FOUND, "text/plain", "not found");
        // The longest path that fits, as `/` fits all.
        let folder = self.folders.iter().rev().find_map(|(at, folder)| Some((folder, path.strip_prefix(at.as_str())?)));
        let Some((folder, rest)) = folder else {
            let with_slash = format!("{path}/");
            return match self.folders.contains_key(&with_slash) {
                true => redirect(&with_slash),
                false => missing(),
            };
        };
        if rest.split('/').any(|part| part == "..") {
            return missing();
        }
        let file = if rest.is_empty() || rest.ends_with('/') { format!("{rest}index.html") } else { rest.to_owned() };
        match std::fs::read(folder.join(&file)) {
            Ok(bytes) if file.ends_with(".html") => {
                response(StatusCode::OK, mime(&file), self.prepared(self.with_scripts(bytes)))
            }
            Ok(bytes) => response(StatusCode::OK, mime(&file), bytes),
            Err(_) => missing(),
        }
    }
}

impl Site {
    /// A page with the scripts that are to run first. They stand before the page's policy, which holds for what comes after it.
    fn with_scripts(&self, page: Vec<u8>) -> Vec<u8> {
        if self.first.is_empty() {
            return page;
        }
        let page = String::from_utf8(page).expect("a page is text");
        let (before, after) = page.split_once("<head>").expect("a page has a head");
        let scripts: String = self.first.iter().map(|script| format!("<script>{script}</script>")).collect();
        [before, "<head>", &scripts, after].concat().into_bytes()
    }
}

impl Site {
    /// A page of a build that has no service worker and whose files may be any, unless the test wants otherwise.
    fn prepared(&self, page: Vec<u8>) -> Vec<u8> {
        const VERSION: &str = "<meta name=\"career-quiz-version\" content=\"";
        const FILE: &str = "<meta name=\"career-quiz-file\"";
        let Ok(mut page) = String::from_utf8(page) else { return Vec::new() };
        if !self.has_worker
            && let Some((before, after)) = page.split_once(VERSION)
        {
            let after = after.split_once('"').map_or(after, |(_, after)| after);
            page = [before, VERSION, "none\"", after].concat();
        }
        if !self.has_worker && !self.are_files_checked {
            page = page.replace(FILE, "<meta name=\"unchecked\"");
        }
        page.into_bytes()
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with('/') || path.ends_with(".html")
}

fn response(status: StatusCode, mime: &str, body: impl Into<Bytes>) -> Response<Full<Bytes>> {
    let response = Response::builder().status(status).header(CONTENT_TYPE, mime).header(CACHE_CONTROL, "no-cache");
    response.body(Full::new(body.into())).expect("the parts are well-formed")
}

fn redirect(path: &str) -> Response<Full<Bytes>> {
    let response = Response::builder().status(StatusCode::MOVED_PERMANENTLY).header(LOCATION, path);
    response.body(Full::default()).expect("the parts are well-formed")
}

fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        None => "text/html; charset=utf-8",
        Some(_) => "application/octet-stream",
    }
}
