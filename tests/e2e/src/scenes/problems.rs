//! What could not be found, read or started.

use super::{programs, records::put_progress};
use crate::offline::{Build, beginning_file, later};
use crate::quiz::Quiz;
use serde_json::{Value, json};

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("problem-address", |quiz| at_problem(quiz, "#/nonsense")),
    ("problem-result", |quiz| at_problem(quiz, "#/results/none")),
    ("problem-not-asked", |quiz| {
        put_progress(quiz, &json!({ "today": "learning" }), Some("background"), 6);
        at_problem(quiz, "#/question/mentoring");
    }),
    ("problem-content-faulty", |quiz| {
        let mut content = quiz.content();
        content["questions"][8]["show_if"][0]["question"] = "nowhere".into();
        content["questions"][2]["options"] = json!([]);
        content["questions"][3]["text"] = "".into();
        quiz.put_content(&quiz.content_file(), 200, content.to_string());
        at_problem(quiz, "");
    }),
    ("problem-content-missing", |quiz| {
        quiz.put_content(&quiz.content_file(), 404, "not found");
        at_problem(quiz, "");
    }),
    ("problem-words-faulty", |quiz| {
        let text = std::fs::read_to_string(crate::dist().join(quiz.words_file())).expect("the build has its words");
        let mut words: Value = serde_json::from_str(&text).expect("words are JSON");
        words["words"]["question.next"] = "".into();
        quiz.server.put(&format!("/{}", quiz.words_file()), 200, words.to_string());
        quiz.server.put(&beginning_file(&quiz.content_file()), 404, "not found");
        at_problem(quiz, "");
    }),
    ("problem-screen", |quiz| {
        quiz.server.put(&later(), 404, "not found");
        at_problem(quiz, "#/saved");
    }),
    ("screen-late", |quiz| {
        quiz.visit("");
        // It is late at once. Nothing else is, as WebKitGTK's driver has timers of its own in the page.
        let script = "const own = setTimeout; window.setTimeout = (then, ms) => own(then, ms === 9000 ? 0 : ms)";
        quiz.browser.run(script, &[]);
        quiz.server.hold(&later());
        quiz.go_to("#/saved");
        let late = quiz.word("problem.late");
        quiz.browser.until("it to be said", || quiz.text().contains(&late).then_some(()));
    }),
    ("start-needs", |quiz| {
        let page = std::fs::read_to_string(crate::dist().join("index.html")).expect("the build has its page");
        quiz.server.put("/", 200, page.replacen("<head>", "<head><script>delete window.WebAssembly</script>", 1));
        quiz.go_to("");
        alarm(quiz);
    }),
    ("start-failed", |quiz| {
        // By another name: the one that is there may be in a cache. Made anew, as the page's policy allows its scripts as they are.
        let build = Build::copy();
        build.change("index.html", |page| {
            programs().iter().fold(page, |page, program| page.replace(program, "gone.js"))
        });
        build.renew();
        quiz.server.put("/", 200, build.read("index.html"));
        quiz.go_to("");
        alarm(quiz);
    }),
    ("stopped", |quiz| {
        quiz.visit("");
        // Whatever the program draws next fails, once: what is then said of it is drawn by the same means.
        let script = "
            const create = document.createElement;
            document.createElement = function (...names) { delete document.createElement; throw new Error('provoked'); };
        ";
        quiz.browser.run(script, &[]);
        quiz.go_to("#/saved");
        alarm(quiz);
    }),
];

#[track_caller]
fn at_problem(quiz: &Quiz, hash: &str) {
    quiz.visit(hash);
    quiz.wait_for("problem");
}

#[track_caller]
fn alarm(quiz: &Quiz) {
    let script = "return document.querySelector('[role=alert] ~ button, [role=alert] button') !== null";
    quiz.browser.until("a message outside of the quiz", || (quiz.browser.run(script, &[]) == true).then_some(()));
}
