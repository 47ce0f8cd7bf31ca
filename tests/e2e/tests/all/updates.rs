//! New versions: they wait, are offered, are taken in all tabs at once, and never run half. And the kill switch.

use e2e::engine::Engine;
use e2e::offline::{Build, beginning_file, cached, caches, look_for_update, scopes, version_of};
use e2e::quiz::{CONTENT, Quiz, Settings};

const PRIVACY: &str = "Nothing at all is sent anywhere.";

#[test]
fn an_update_waits_and_is_taken_on_a_click_in_all_tabs_with_answers_kept() {
    let quiz = Quiz::offline();
    let old = quiz.version();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.answer("background", &["web-design"]);
    let newer = Build::newer();
    quiz.server.mount("/", newer.path());
    let first = quiz.browser.new_tab();
    quiz.visit("#/question/goal");
    quiz.wait_for_update();
    assert_eq!(quiz.version(), old, "it waits: a page that is opened now is of the old version");
    quiz.answer("goal", &["first-job"]);
    quiz.browser.reload();
    quiz.wait_for_update();
    assert_eq!(quiz.version(), old, "nor does a reload take it");
    let second = quiz.browser.switch_to(&first);
    quiz.wait_for_update();
    assert_eq!(quiz.version(), old);
    assert!(quiz.answers_shown() == quiz.option_texts("background", &["web-design"]), "nobody was disturbed");

    quiz.press(&quiz.word("update.take"));
    // Pressed twice by somebody in a hurry: it says that it is on its way, and changes once.
    quiz.browser.try_run("document.querySelector('.update button').click()").ok();
    quiz.wait_for_version(&newer.version());
    quiz.wait_for_question("background");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("background", &["web-design"]));
    let text = quiz.browser.run("return document.body.innerText", &[]).to_string();
    assert!(text.contains(PRIVACY), "{text}");
    quiz.wait_until_offline();
    assert!(!quiz.has_update());
    // Loaded once, and then left in peace.
    quiz.browser.run("window.isSame = true", &[]);
    quiz.browser.switch_to(&second);
    quiz.wait_for_version(&newer.version());
    quiz.wait_for_question("goal");
    assert_eq!(quiz.answers_shown(), quiz.option_texts("goal", &["first-job"]));
    quiz.wait_until_offline();
    quiz.browser.switch_to(&first);
    assert_eq!(quiz.browser.run("return window.isSame", &[]), true);
    assert_eq!(quiz.answers_kept()["goal"], "first-job", "answers of both tabs are kept");
    assert_eq!(quiz.answers_kept()["background"][0], "web-design");
    assert_eq!(caches(&quiz.browser), [format!("career-quiz./.{}", newer.version())], "the old cache is gone");
    quiz.server.stop();
    quiz.browser.reload();
    quiz.wait_for_version(&newer.version());
}

#[test]
fn an_update_takes_the_languages_along_that_were_used_and_fetches_only_what_has_changed() {
    let quiz = Quiz::offline();
    quiz.press("Español");
    quiz.wait_for_language("es");
    let text = "Disponible sin conexión";
    let is_said = || quiz.browser.run("return document.body.innerText", &[]).to_string().contains(text).then_some(());
    quiz.browser.until(text, is_said);
    let newer = Build::newer();
    quiz.server.mount("/", newer.path());
    quiz.server.asked();
    assert_eq!(look_for_update(&quiz.browser), "installed");
    let asked = quiz.server.asked();
    let mut asked: Vec<_> = asked.iter().map(String::as_str).filter(|path| *path != "/service-worker.js").collect();
    asked.sort();
    assert_eq!(asked, ["/", "/words/en.json"], "the page, which says its version, and what has changed");
    let kept = cached(&quiz.browser, &format!("career-quiz./.{}", newer.version()));
    for path in ["/words/es.json", "/content/back-end-developer.es.json", "/words/en.json", &format!("/{CONTENT}")] {
        assert!(kept.iter().any(|it| it == path), "{path} is in {kept:?}");
    }
}

#[test]
fn an_update_that_fails_leaves_the_old_version_working_and_says_nothing() {
    let quiz = Quiz::offline();
    let old = quiz.version();
    let newer = Build::newer();
    let program = newer.file(".js");
    newer.change(&program, |text| text + "\n// newer\n");
    newer.renew();
    let path = format!("/{program}");
    let text = newer.read(&program);
    let fails: [(&str, &dyn Fn()); 4] = [
        ("the server fails", &|| quiz.server.put(&path, 500, "broken")),
        ("the file is cut off", &|| quiz.server.put(&path, 200, text[..text.len() / 2].to_owned())),
        ("the file is not there yet", &|| quiz.server.put(&path, 404, "not found")),
        // A host that answers with its page for whatever is missing.
        ("the page is there in its place", &|| quiz.server.put(&path, 200, newer.read("index.html"))),
    ];
    quiz.server.mount("/", newer.path());
    for (what, fail) in fails {
        fail();
        assert_eq!(look_for_update(&quiz.browser), "redundant", "{what}");
        assert_eq!(caches(&quiz.browser), [format!("career-quiz./.{old}")], "{what}: nothing is left of it");
        assert!(!quiz.has_update() && quiz.notices().is_empty(), "{what}: nobody is bothered");
        quiz.browser.reload();
        quiz.wait_until_offline();
        assert_eq!(quiz.version(), old, "{what}");
    }
    // Halfway through a deploy: the worker is new, and the page is old.
    quiz.server.restore(&path);
    let page = std::fs::read_to_string(e2e::dist().join("index.html")).expect("the build has its page");
    quiz.server.put("/", 200, page.clone());
    quiz.server.put("/index.html", 200, page);
    assert_eq!(look_for_update(&quiz.browser), "redundant");
    quiz.server.stop();
    quiz.browser.reload();
    quiz.wait_until_offline();
    assert_eq!(quiz.version(), old, "the old version works offline as before");
    quiz.server.start();
    quiz.server.restore("/");
    quiz.server.restore("/index.html");
    // And once all is there, it comes.
    assert_eq!(look_for_update(&quiz.browser), "installed");
    quiz.wait_for_update();
}

#[test]
fn a_page_is_offered_the_new_version_where_the_first_worker_is_of_another_build() {
    let quiz = Quiz::new(Settings { worker: true, ..Settings::default() });
    // The site changes after the page was loaded, and before it registers its worker.
    let waits = "
        const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
        navigator.serviceWorker.register = (...words) =>
            new Promise(resolve => { window.goOn = resolve; }).then(() => register(...words));
    ";
    let page = std::fs::read_to_string(e2e::dist().join("index.html")).expect("the build has its page");
    quiz.server.put("/", 200, page.replacen("<head>", &format!("<head><script>{waits}</script>"), 1));
    quiz.visit("");
    quiz.answer("today", &["learning"]);
    quiz.browser
        .until("the page to register", || (quiz.browser.run("return !!window.goOn", &[]) == true).then_some(()));
    let newer = Build::newer();
    quiz.server.mount("/", newer.path());
    quiz.server.restore("/");
    quiz.browser.run("window.goOn()", &[]);
    quiz.wait_for_update();
    assert_eq!(quiz.version(), version_of(&page), "the page is as it was");
    let is_alone = quiz.browser.run("return navigator.serviceWorker.controller === null", &[]);
    assert_eq!(is_alone, true, "a worker of another version does not answer for it");
    quiz.press(&quiz.word("update.take"));
    quiz.wait_for_version(&newer.version());
    assert_eq!(quiz.answers_shown(), quiz.option_texts("today", &["learning"]));
    quiz.wait_until_offline();
    assert!(!quiz.has_update());
}

#[test]
fn no_page_gets_texts_of_another_version() {
    let quiz = Quiz::offline();
    let old = quiz.version();
    let newer = Build::newer();
    newer.change("words/es.json", |text| text.replace("Idioma", "Lengua"));
    newer.renew();
    quiz.server.mount("/", newer.path());
    // Nobody has used Spanish here, so it has to come from the server, where it is of the new version.
    quiz.press("Español");
    quiz.wait_for_notice(&quiz.beginning("notice.language"));
    assert_eq!(quiz.version(), old);
    assert_eq!(quiz.browser.run("return document.documentElement.lang", &[]), "en");
    quiz.browser.reload();
    quiz.wait_for_update();
    quiz.press(&quiz.word("update.take"));
    quiz.wait_for_version(&newer.version());
    quiz.press("Español");
    let is_new =
        || (quiz.browser.run("return document.querySelector('[role=group]').ariaLabel", &[]) == "Lengua").then_some(());
    quiz.browser.until("the new Spanish", is_new);
}

#[test]
fn a_page_without_a_worker_reads_no_file_of_another_build() {
    let quiz = Quiz::new(Settings { complaints_logged: true, ..Settings::default() });
    quiz.server.check_files();
    quiz.leave();
    quiz.server.asked();
    quiz.visit("");
    quiz.wait_for("intro");
    let asked = quiz.server.asked();
    let count = asked.iter().filter(|path| **path == beginning_file(CONTENT)).count();
    // WebKitGTK asks for all that is preloaded a second time, the program too, since this server says `no-cache`.
    let expected = if Engine::current() == Engine::WebKit { 2 } else { 1 };
    assert_eq!(count, expected, "it is asked for early, and that is used: {asked:?}");
    let complaints = quiz.browser.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
    // The site is renewed while the page is open.
    let newer = Build::newer();
    newer.change("words/es.json", |text| text.replace("Siguiente", "Adelante"));
    newer.renew();
    quiz.server.mount("/", newer.path());
    quiz.press("Español");
    quiz.wait_for_notice(&quiz.word("notice.language"));
    quiz.browser.reload();
    quiz.here();
    quiz.press("Español");
    quiz.wait_for_language("es");
}

#[test]
fn the_kill_switch_removes_the_worker_and_its_caches_and_leaves_what_was_saved() {
    let quiz = Quiz::offline();
    quiz.answer("today", &["learning"]);
    quiz.next();
    quiz.browser.run("return caches.open('neighbour').then(() => null)", &[]);
    let kept = quiz.browser.storage();
    let off = Build::copy();
    off.turn_off();
    quiz.server.mount("/", off.path());
    // Whoever comes by is rid of it, without doing anything.
    comes_by(&quiz);
    assert_eq!(quiz.version(), "none");
    quiz.wait_for_question("background");
    assert_eq!(quiz.browser.storage(), kept, "byte for byte");
    is_rid_of_it(&quiz);
    assert_eq!(caches(&quiz.browser), ["neighbour"]);
    // A site that has a worker again is taken up again.
    quiz.server.mount("/", &e2e::dist());
    quiz.browser.reload();
    quiz.wait_until_offline();
}

#[test]
fn the_kill_switch_alone_is_enough_and_goes_round_in_no_circles() {
    let quiz = Quiz::offline();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/service-worker-off.js");
    quiz.server.put("/service-worker.js", 200, std::fs::read_to_string(source).expect("it can be read"));
    comes_by(&quiz);
    // Its page still registers whatever lies there, which goes again.
    for _ in 0..2 {
        is_rid_of_it(&quiz);
        quiz.server.asked();
        quiz.browser.reload();
        quiz.here();
        let is_registered = || quiz.server.asked().contains(&"/service-worker.js".to_owned()).then_some(());
        quiz.browser.until("the page to register it", is_registered);
    }
    is_rid_of_it(&quiz);
}

#[test]
fn a_page_without_a_worker_removes_one_that_was_left_in_its_folder() {
    let quiz = Quiz::offline();
    // As `serve` has it, on a port where a release was served before.
    let off = Build::copy();
    off.turn_off();
    quiz.server.mount("/", off.path());
    // Without its caches the old worker lets the new page through.
    quiz.browser.run("return caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))", &[]);
    quiz.browser.reload();
    quiz.browser.until("the page without a worker", || {
        // It is loaded once more, by the kill switch, and between two pages there may be none that could be asked.
        let script = "return navigator.serviceWorker.getRegistrations()
            .then(list => list.length === 0 && navigator.serviceWorker.controller === null)";
        (quiz.browser.try_run(script).ok()? == true).then_some(())
    });
    quiz.wait_for_version("none");
    is_rid_of_it(&quiz);
}

/// Loads the page, which the old worker still answers for, and waits until the kill switch has loaded it anew, without.
#[track_caller]
fn comes_by(quiz: &Quiz) {
    quiz.server.asked();
    quiz.browser.reload();
    // The old worker has the page, and asks nobody for it.
    let is_asked = || quiz.server.asked().contains(&"/".to_owned()).then_some(());
    quiz.browser.until("the page to be loaded anew", is_asked);
    quiz.browser.until("the page without a worker", || {
        // Between two pages there may be none that could be asked.
        let script = "const [{ workerStart }] = performance.getEntriesByType('navigation');
            return workerStart === 0 && document.readyState === 'complete' && navigator.serviceWorker.controller === null";
        (quiz.browser.try_run(script).ok()? == true).then_some(())
    });
    quiz.here();
}

/// There is neither a worker nor a cache of ours any more, and the page is not loaded over and over.
#[track_caller]
fn is_rid_of_it(quiz: &Quiz) {
    quiz.browser.run("window.isSame = true; location.hash = '#/saved'", &[]);
    quiz.wait_for("saved");
    quiz.browser.until("no worker and no cache of ours", || {
        let is_clean = !caches(&quiz.browser).iter().any(|name| name.starts_with("career-quiz."));
        (is_clean && scopes(&quiz.browser).is_empty()).then_some(())
    });
    assert_eq!(quiz.browser.run("return window.isSame", &[]), true, "the page was not loaded anew");
}
