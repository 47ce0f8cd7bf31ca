//! Without a connection: what works once "Ready offline" was said, and what is kept for it.

use crate::people;
use e2e::engine::{Gap, cannot};
use e2e::offline::{Build, cached, caches, files, listed, scopes};
use e2e::quiz::{CONTENT, Quiz, Settings, WORDS};
use serde_json::{Value, json};

const SPANISH: &str = "/content/back-end-developer.es.json";

#[test]
fn the_worker_lists_exactly_what_the_build_made() {
    let worker = std::fs::read_to_string(e2e::dist().join("service-worker.js")).expect("the build has a worker");
    let mut made: Vec<String> = files(&e2e::dist())
        .iter()
        .map(|path| path.strip_prefix(e2e::dist()).expect("it is in the build").display().to_string())
        .filter(|path| !["service-worker.js", "_headers", "embed.js", "embed.d.ts"].contains(&path.as_str()))
        .filter(|path| !path.starts_with("embed/") && !path.starts_with("beginnings/"))
        .filter(|path| !path.ends_with(".br") && !path.ends_with(".gz"))
        .collect();
    made.sort();
    assert_eq!(listed(&worker), made);
    let manifest: Value = serde_json::from_str(
        &std::fs::read_to_string(e2e::dist().join("manifest.webmanifest")).expect("the build has a manifest"),
    )
    .expect("it is JSON");
    for icon in manifest["icons"].as_array().expect("a list") {
        assert!(made.iter().any(|path| icon["src"] == **path), "{icon} is a file of the build");
    }
    assert_eq!(manifest["icons"].as_array().map(Vec::len), Some(4), "{manifest}");
}

#[test]
fn once_it_says_so_everything_works_without_a_server() {
    let mut quiz = Quiz::offline();
    assert!(!quiz.has_update(), "there is no other version");
    let first = quiz.take_to_result(people::FREELANCE);
    quiz.server.stop();

    quiz.browser.reload();
    assert_eq!(quiz.result().heading, first.heading, "a reload shows the result");
    quiz.wait_until_offline();
    let id = quiz.kept("results").expect("there are results")["results"][0]["id"].clone();
    let id = id.as_str().expect("a result has an id").to_owned();
    let screens = [
        ("", "intro"),
        ("#/", "intro"),
        ("#/question/goal", "question"),
        ("#/review/goal", "question"),
        ("#/review", "review"),
        ("#/results", "results"),
        (&format!("#/results/{id}"), "results"),
        ("#/saved", "saved"),
        ("#/nonsense", "problem"),
    ];
    for (hash, screen) in screens {
        for page in ["/", "/index.html", "/?utm_source=a%20friend&x", "/index.html?", "/?q=index.html"] {
            arrive(&quiz, &format!("{page}{hash}"));
            quiz.wait_for(screen);
        }
    }

    // A new quiz, to its own result.
    arrive(&quiz, "/#/review");
    quiz.wait_for("review");
    quiz.press("Start over");
    quiz.press("Clear my answers");
    quiz.wait_for("intro");
    let second = quiz.take_to_result(people::ENTRY);
    assert_ne!(second.heading, first.heading);
    quiz.wait_for_saved("yes");
    arrive(&quiz, "/#/saved");
    quiz.wait_for("saved");
    assert_eq!(quiz.kept("results").expect("there are results")["results"].as_array().map(Vec::len), Some(2));

    if cannot(Gap::ProfileKept) {
        arrive(&quiz, "/#/results");
        assert_eq!(quiz.result().heading, second.heading);
        return;
    }
    quiz.browser.restart();
    arrive(&quiz, "/#/results");
    assert_eq!(quiz.result().heading, second.heading);
    arrive(&quiz, "/?again#/saved");
    quiz.wait_for("saved");
}

#[test]
fn a_language_is_kept_once_it_was_used_and_nobody_pays_for_one_they_do_not_read() {
    let quiz = Quiz::offline();
    assert!(!quiz.server.asked().contains(&SPANISH.to_owned()), "nobody has asked for Spanish");
    let [cache] = &caches(&quiz.browser)[..] else { panic!("one cache: {:?}", caches(&quiz.browser)) };
    let kept = cached(&quiz.browser, cache);
    assert!(kept.contains(&format!("/{CONTENT}")) && !kept.contains(&SPANISH.to_owned()), "{kept:?}");
    assert!(!kept.iter().any(|path| path.contains("schema")), "{kept:?}");

    quiz.press("Español");
    wait_for_text(&quiz, "Disponible sin conexión");
    quiz.server.stop();
    quiz.browser.reload();
    wait_for_text(&quiz, "Disponible sin conexión");
    quiz.press("English");
    quiz.wait_until_offline();
    quiz.browser.reload();
    quiz.here();
    quiz.press("Español");
    wait_for_text(&quiz, "Disponible sin conexión");
    assert!(quiz.notices().is_empty(), "{:?}", quiz.notices());
}

#[test]
fn a_missing_asset_is_an_error_and_never_the_page() {
    let quiz = Quiz::offline();
    let page = std::fs::read_to_string(e2e::dist().join("index.html")).expect("the build has its page");
    // A host that answers with the page for whatever it has not got.
    for path in [SPANISH, "/content/quiz.schema.json", "/words/es.json"] {
        quiz.server.put(path, 200, page.clone());
        assert_eq!(fetched(&quiz, path, &json!({})), "TypeError", "{path} is not what the build has there");
        quiz.server.put(path, 404, page.clone());
        assert_eq!(fetched(&quiz, path, &json!({})), "TypeError", "{path} is missing");
        quiz.server.restore(path);
        assert_eq!(fetched(&quiz, path, &json!({})), "200", "{path} is there again");
    }
    // What no build has made is the server's affair, and so is what is no plain question for a whole file.
    assert_eq!(fetched(&quiz, "/nothing.js", &json!({})), "404");
    assert_eq!(fetched(&quiz, &format!("/{WORDS}?x"), &json!({})), "200");
    assert_eq!(fetched(&quiz, &format!("/{WORDS}"), &json!({ "method": "POST" })), "405");
    quiz.server.asked();
    fetched(&quiz, &format!("/{WORDS}"), &json!({ "headers": { "Range": "bytes=0-9" } }));
    assert_eq!(quiz.server.asked(), [format!("/{WORDS}")]);
    fetched(&quiz, &format!("/{WORDS}"), &json!({}));
    assert!(quiz.server.asked().is_empty(), "a file that is kept is not asked for");
    quiz.server.stop();
    assert_eq!(fetched(&quiz, "/nothing.js", &json!({})), "TypeError");
}

#[test]
fn a_cache_that_somebody_else_has_deleted_is_made_again() {
    let quiz = Quiz::offline();
    quiz.browser.run("return caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))", &[]);
    quiz.browser.reload();
    quiz.wait_until_offline();
    quiz.server.stop();
    quiz.browser.reload();
    quiz.here();
    quiz.wait_until_offline();
}

#[test]
fn where_a_cache_takes_nothing_any_more_it_is_not_said_to_be_ready() {
    let quiz = Quiz::new(Settings { worker: true, ..Settings::default() });
    let build = Build::copy();
    let full = "
        const put = Cache.prototype.put;
        Cache.prototype.put = function (...all) { return self.isFull ? Promise.resolve() : put.apply(this, all); };
        addEventListener('message', ({ data }) => { if (data === 'full') self.isFull = true; });
    ";
    build.change("service-worker.js", |worker| format!("{full}{worker}"));
    quiz.server.mount("/", build.path());
    quiz.visit("");
    quiz.wait_until_offline();
    quiz.browser.run("navigator.serviceWorker.controller.postMessage('full')", &[]);
    assert_eq!(ask(&quiz, &format!("/{WORDS}")), true, "all is there");
    let gone = "return caches.keys().then(([name]) => caches.open(name)).then(cache => cache.delete(arguments[0]))";
    assert_eq!(quiz.browser.run(gone, &[format!("/{WORDS}").into()]), true);
    assert_eq!(ask(&quiz, &format!("/{WORDS}")), false);
    assert_eq!(fetched(&quiz, &format!("/{WORDS}"), &json!({})), "200", "it is used all the same");
}

#[test]
fn a_content_from_elsewhere_is_kept_once_the_page_has_named_it() {
    let quiz = Quiz::offline();
    let elsewhere = json!({ "credentials": "omit" });
    quiz.server.put("/mine.json", 200, "{\"first\": 1}");
    quiz.server.put("/gone.json", 404, "not found");
    assert_eq!(ask(&quiz, "/mine.json"), true);
    assert_eq!(ask(&quiz, "/gone.json"), false, "what could not be kept is not said to be");
    assert_eq!(ask(&quiz, "http://example.com/plain.json"), false, "nobody knows who has changed it on its way");
    for number in 0..8 {
        quiz.server.put(&format!("/more-{number}.json"), 200, "{}");
        assert_eq!(ask(&quiz, &format!("/more-{number}.json")), true);
    }
    assert_eq!(ask(&quiz, "/mine.json"), true);
    let [contents, _] = &caches(&quiz.browser)[..] else { panic!("two caches: {:?}", caches(&quiz.browser)) };
    let contents = if contents.ends_with(".contents") {
        contents.clone()
    } else {
        format!("{}contents", &contents[..contents.len() - 16])
    };
    assert_eq!(cached(&quiz.browser, &contents).len(), 8, "there is an end to it");
    // The newest is what everybody gets while there is a connection.
    quiz.server.put("/mine.json", 200, "{\"second\": 2}");
    assert_eq!(text_of(&quiz, "/mine.json", &elsewhere), "{\"second\": 2}");
    quiz.server.stop();
    assert_eq!(text_of(&quiz, "/mine.json", &elsewhere), "{\"second\": 2}");
    assert_eq!(fetched(&quiz, "/gone.json", &elsewhere), "TypeError");
}

#[test]
fn it_works_below_a_path_and_leaves_its_neighbours_alone() {
    let mut quiz = Quiz::new(Settings { worker: true, ..Settings::default() });
    // As `--public-url /careers/quiz/` makes it.
    let fixed = Build::copy();
    let names = [fixed.file(".js"), fixed.file("_bg.wasm")];
    fixed.change("index.html", |page| {
        names.iter().fold(page, |page, name| page.replace(&format!("./{name}"), &format!("/careers/quiz/{name}")))
    });
    fixed.renew();
    quiz.server.mount("/careers/quiz/", fixed.path());
    let neighbour = Build::newer();
    quiz.server.mount("/careers/", neighbour.path());
    quiz.server.put("/careers/quiz/guide/", 200, "<!doctype html><html lang=en><title>The guide</title>");
    quiz.server.put("/careers/quiz/guide/page.json", 200, "1");
    quiz.leave();
    quiz.browser.run("return caches.open('neighbour').then(() => null)", &[]);
    for folder in ["/careers/quiz/", "/careers/"] {
        quiz.move_to(folder);
        quiz.visit("");
        quiz.wait_until_offline();
    }
    let mut found = scopes(&quiz.browser);
    found.sort();
    assert_eq!(found, ["/careers/", "/careers/quiz/"]);
    let all = caches(&quiz.browser);
    assert!(all.iter().all(|name| name == "neighbour" || name.starts_with("career-quiz./careers/")), "{all:?}");
    assert_eq!(all.len(), 3, "{all:?}");

    // The build above takes an update, and nothing of the one below goes.
    let newest = Build::copy();
    newest.change(WORDS, |text| text.replace("Settings", "Your settings"));
    newest.renew();
    quiz.server.mount("/careers/", newest.path());
    quiz.visit("");
    quiz.wait_for_update();
    quiz.press(&quiz.word("update.take"));
    quiz.wait_for_version(&newest.version());
    quiz.wait_until_offline();
    let mut left = caches(&quiz.browser);
    left.sort();
    let below = |version: &str| format!("career-quiz./careers/quiz/.{version}");
    let above = format!("career-quiz./careers/.{}", newest.version());
    assert_eq!(left, [above, below(&fixed.version()), "neighbour".to_owned()]);

    // A page in a folder below is the server's.
    quiz.browser.open(&quiz.server.address("/careers/quiz/guide/"));
    assert_eq!(quiz.browser.title(), "The guide");
    quiz.server.put("/careers/quiz/guide/", 200, "<!doctype html><html lang=en><title>The new guide</title>");
    quiz.browser.reload();
    assert_eq!(quiz.browser.title(), "The new guide");
    assert_eq!(text_of(&quiz, "/careers/quiz/guide/page.json", &json!({})), "1");

    quiz.server.stop();
    for (folder, version) in [("/careers/quiz/", fixed.version()), ("/careers/", newest.version())] {
        quiz.move_to(folder);
        arrive(&quiz, &format!("{folder}?offline"));
        quiz.wait_for_version(&version);
    }
}

#[test]
fn where_there_are_no_workers_the_quiz_works_without_and_says_nothing_of_it() {
    let missing = "delete Navigator.prototype.serviceWorker;";
    // As in a frame that may keep nothing.
    let throws = "Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });";
    let refuses = "navigator.serviceWorker.register = () => Promise.reject(new TypeError('refused'));";
    for script in [missing, throws, refuses] {
        let quiz = Quiz::new(Settings { worker: true, complaints_logged: true, ..Settings::default() });
        quiz.server.run_first(script);
        works_without(&quiz);
        let complaints = quiz.browser.complaints();
        assert!(complaints.is_empty(), "{script}: {complaints:?}");
    }
}

#[test]
fn where_storage_is_blocked_there_is_no_worker_and_the_quiz_works() {
    if cannot(Gap::StorageBlocked) {
        return;
    }
    let quiz = Quiz::new(Settings { worker: true, storage_blocked: true, ..Settings::default() });
    works_without(&quiz);
}

/// The quiz leads to a result, and is not said to work offline.
#[track_caller]
fn works_without(quiz: &Quiz) {
    quiz.visit("");
    let result = quiz.take_to_result(people::ENTRY);
    assert!(!result.heading.is_empty());
    let text = quiz.browser.run("return document.body.innerText", &[]).to_string();
    assert!(!text.contains(&quiz.word("offline.ready")), "{text}");
    assert!(!quiz.has_update());
}

/// Opens an address anew, as from a bookmark, also where there is no server.
#[track_caller]
fn arrive(quiz: &Quiz, address: &str) {
    quiz.browser.open("about:blank");
    quiz.browser.open(&quiz.server.address(address));
}

#[track_caller]
fn wait_for_text(quiz: &Quiz, text: &str) {
    let script = "return document.body.innerText.includes(arguments[0])";
    quiz.browser.until(text, || (quiz.browser.run(script, &[text.into()]) == true).then_some(()));
}

/// What the worker answers to a page that says it uses this address: whether all that it needs is kept.
#[track_caller]
fn ask(quiz: &Quiz, address: &str) -> Value {
    let script = "
        const [version, address] = arguments, { port1, port2 } = new MessageChannel();
        return new Promise(resolve => {
            port1.onmessage = ({ data }) => resolve(data[1]);
            navigator.serviceWorker.controller.postMessage(['career-quiz hello', version, address], [port2]);
        });
    ";
    quiz.browser.run(script, &[quiz.version().into(), address.into()])
}

/// The status that a script in the page gets, or the name of the error.
#[track_caller]
fn fetched(quiz: &Quiz, path: &str, options: &Value) -> String {
    let script = "return fetch(arguments[0], arguments[1]).then(it => String(it.status), error => error.name)";
    quiz.browser.run(script, &[path.into(), options.clone()]).as_str().expect("a text").to_owned()
}

#[track_caller]
fn text_of(quiz: &Quiz, path: &str, options: &Value) -> String {
    let script = "return fetch(arguments[0], arguments[1]).then(it => it.text())";
    quiz.browser.run(script, &[path.into(), options.clone()]).as_str().expect("a text").to_owned()
}
