//! Results that are shared by a link, and everything as a file.

use crate::people;
use e2e::quiz::Quiz;
use e2e::scenes::records::{put_results, result};
use serde_json::{Value, json};

/// What every engine makes of one result. A link made in one opens in another, as all make and open this one.
const LINK: &str = include_str!("../../../fixtures/links/persona.txt");

#[test]
fn a_link_made_in_one_engine_opens_in_every_other() {
    let quiz = Quiz::open();
    let persona = quiz.persona("steady-mid-four-years");
    quiz.forget_everything();
    put_results(&quiz, &[result(&quiz, "20261105093000000", "Mine", &persona)]);
    quiz.visit("#/results");
    quiz.wait_for("results");
    let own = quiz.result();
    assert_eq!(quiz.shared_fragment(), LINK.trim_end());
    quiz.forget_everything();
    quiz.visit(LINK.trim_end());
    quiz.wait_for("shared");
    let shared = quiz.result_shown();
    assert_eq!(shared.scores, own.scores);
    assert_eq!(shared.heading, "Shared result: Mid-level");
    quiz.press("Español");
    quiz.browser.find("heading", "Resultado compartido: Nivel intermedio");
    assert_eq!(quiz.result_shown().scores, own.scores);
}

#[test]
fn what_was_shared_is_kept_on_a_click_beside_ones_own() {
    let theirs = Quiz::open();
    theirs.take_to_result(people::FREELANCE);
    let fragment = theirs.shared_fragment();
    drop(theirs);
    let quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    let before = (quiz.kept("results"), quiz.kept("progress"));
    quiz.visit(&fragment);
    quiz.wait_for("shared");
    assert_eq!((quiz.kept("results"), quiz.kept("progress")), before, "to open it changes nothing");
    quiz.press("Keep it with my results");
    quiz.wait_for("results");
    quiz.wait_for_saved("yes");
    let own = |results: &Value| -> Vec<Value> {
        results["results"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|result| result["shared"].is_null())
            .cloned()
            .collect()
    };
    let kept = quiz.kept("results").expect("results are kept");
    assert_eq!(own(&kept), own(&before.0.expect("results were kept")));
    assert_eq!(quiz.kept("progress"), before.1);
    assert_eq!(kept["results"].as_array().map(Vec::len), Some(2));
    quiz.visit("#/results");
    assert_eq!(quiz.result().heading, "Your best match: Entry-level", "the newest of one's own");
    quiz.visit(&fragment);
    quiz.browser.find("link", "Open it there");
}

#[test]
fn what_was_shared_is_compared_with_ones_own_without_being_kept() {
    let quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for_saved("yes");
    let before = quiz.kept("results");
    quiz.visit(LINK.trim_end());
    quiz.wait_for("shared");
    quiz.follow("Compare with another result");
    quiz.wait_for("compare");
    let text = quiz.text();
    assert!(text.contains("Entry-level") && text.contains("Mid-level"), "{text}");
    quiz.browser.reload();
    quiz.wait_for("compare");
    assert_eq!(quiz.kept("results"), before);
}

#[test]
fn a_bad_link_says_what_is_wrong_writes_nothing_and_runs_nothing() {
    let quiz = Quiz::open();
    let good = LINK.trim_end();
    let long = format!("#/shared/1.{}", "A".repeat(1_000_000));
    for (fragment, part) in [
        (&good[..good.len() - 1], "A part of the link is missing or was changed"),
        (&good.replacen("1.W", "1.X", 1), "A part of the link is missing or was changed"),
        (&good.replacen("/1.", "/7.", 1), "made by a newer version"),
        ("#/shared/<img src=x onerror=window.isHacked=true>", "A part of the link is missing or was changed"),
        ("#/shared/javascript:window.isHacked=true", "A part of the link is missing or was changed"),
        (&long, "longer than a link to a result can be"),
        // `__proto__` for a question, markup for an option, a link for a quiz; with right checksums (tests/share_link.rs makes them).
        (HOSTILE[0], "no result of this quiz can be what it says"),
        (HOSTILE[1], "no result of this quiz can be what it says"),
        (HOSTILE[2], "It is a result of another quiz"),
    ] {
        quiz.visit(fragment);
        quiz.wait_for("problem");
        assert_eq!(quiz.heading(), "This link opens no result");
        assert!(quiz.text().contains(part), "{part:?} is not in {}", quiz.text());
        assert_eq!((quiz.kept("results"), quiz.kept("progress"), quiz.journal().len()), (None, None, 0));
        assert_eq!(quiz.browser.run("return !!window.isHacked", &[]), false);
    }
}

const HOSTILE: [&str; 3] = [
    include_str!("../../../fixtures/links/hostile-proto.txt"),
    include_str!("../../../fixtures/links/hostile-markup.txt"),
    include_str!("../../../fixtures/links/another-quiz.txt"),
];

#[test]
fn what_is_saved_as_a_file_deleted_and_added_again_is_as_it_was() {
    let quiz = Quiz::open();
    quiz.take_to_result(people::FREELANCE);
    quiz.wait_for_saved("yes");
    quiz.go_to("#/saved");
    quiz.wait_for("saved");
    quiz.browser.find("checkbox", "Choose options with the number keys").click();
    quiz.wait_for_saved("yes");
    let before = kept(&quiz);
    let file = quiz.file_of("Save everything as a file");
    let name = quiz.browser.run("return window.savedName", &[]);
    assert!(name.as_str().is_some_and(|name| name.starts_with("career-quiz-") && name.ends_with(".json")), "{name}");
    let json: Value = serde_json::from_str(&file).expect("it is JSON");
    assert_eq!(json["format"], "career-quiz-data");
    quiz.press("Delete everything");
    quiz.press("Delete everything");
    quiz.wait_for_notice("Everything was deleted from this browser.");
    assert!(quiz.journal().values().all(|text| text.contains("\"erased\":true")), "{:?}", quiz.journal());
    quiz.visit("#/saved");
    quiz.wait_for("saved");
    quiz.pick_file(&file);
    quiz.press("Add it");
    quiz.browser.until("it to be added", || quiz.text().contains("It was added.").then_some(()));
    quiz.wait_for_saved("yes");
    assert_eq!(kept(&quiz), before);
    quiz.visit("#/results");
    assert_eq!(quiz.result().heading, "Your best match: Freelance");
}

/// All records, but for what counts their changes.
fn kept(quiz: &Quiz) -> Vec<(String, Value)> {
    let journal = quiz.journal().into_iter().map(|(name, text)| {
        let mut json: Value = serde_json::from_str(&text).expect("it is JSON");
        // To add is to write, at a revision of its own.
        json["revision"] = json!(0);
        let record = json.as_object_mut().expect("it is an object");
        record.remove("write");
        record.remove("cleared");
        for result in json["results"].as_array_mut().into_iter().flatten() {
            result["revision"] = json!(0);
        }
        (name, json)
    });
    journal.collect()
}

#[test]
fn a_bad_file_says_what_is_wrong_writes_nothing_and_runs_nothing() {
    let quiz = Quiz::open();
    quiz.go_to("#/saved");
    quiz.wait_for("saved");
    let file = |record: Value| {
        let records = json!({ "back-end-developer.results": record });
        json!({ "format": "career-quiz-data", "format_version": 1, "saved_at": "2026-11-05T09:30:00.000Z", "records": records, "contents": {}, "texts": {} })
            .to_string()
    };
    let results = |results: Value| file(json!({ "record_version": 4, "revision": 1, "results": results }));
    let of = |id: &str, answers: Value| {
        json!({
            "id": id, "revision": 1, "name": "<b onmouseover=window.isHacked=true>", "saved_at": "2026-11-05T09:30:00.000Z",
            "content_version": "1", "fingerprint": null, "best": null,
            "scores": { "entry": 0, "mid": 0, "senior": 0, "freelance": 0 }, "answers": answers, "shared": false,
        })
    };
    for (text, part) in [
        (results(json!([of("__proto__", json!({}))])), "results[0].id: \"__proto__\" is not an id"),
        (results(json!([of("1", json!({ "__proto__": "x" }))])), "answers: \"__proto__\" is not an id"),
        (results(json!([of("1", json!({ "today": "javascript:alert(1)" }))])), "\"javascript:alert(1)\" is not an id"),
        ("x".repeat(1_000_000), "expected value"),
        (format!("{{\"x\":{}", "[".repeat(1_000_000)), "EOF while parsing a list"),
        ("null".to_owned(), "invalid type: null"),
        (r#"{"format":"career-quiz-data","format_version":99}"#.to_owned(), "saved by a newer version"),
        (file(json!({ "record_version": 99, "revision": 1, "results": [] })), "saved by a newer version"),
        (
            file(json!({ "record_version": 3, "revision": 1, "results": "<img src=x onerror=window.isHacked=true>" })),
            "invalid type",
        ),
    ] {
        quiz.pick_file(&text);
        quiz.browser.until(part, || quiz.text().contains(part).then_some(()));
        assert!(quiz.text().contains("Nothing was changed."), "{}", quiz.text());
        assert_eq!((quiz.kept("results"), quiz.journal().len()), (None, 0));
        assert_eq!(quiz.browser.run("return !!window.isHacked", &[]), false);
    }
}

#[test]
fn a_file_of_another_quiz_is_said_to_be_one_and_adds_no_result_here() {
    let quiz = Quiz::open();
    quiz.go_to("#/saved");
    quiz.wait_for("saved");
    let record = json!({ "record_version": 4, "revision": 1, "results": [] });
    let records = json!({ "another-quiz.results": record });
    let file = json!({ "format": "career-quiz-data", "format_version": 1, "saved_at": "2026-11-05T09:30:00.000Z", "records": records, "contents": {}, "texts": {} });
    quiz.pick_file(&file.to_string());
    quiz.browser.find("button", "Add it");
    let said = "Saved by another quiz, and shown where that one is taken, not here: 1";
    assert!(quiz.text().contains(said), "{}", quiz.text());
    assert_eq!((quiz.kept("results"), quiz.journal().len()), (None, 0), "nothing is written yet");
    quiz.press("Add it");
    quiz.browser.until("it to be added", || quiz.text().contains("It was added.").then_some(()));
    assert!(quiz.saved_names().is_empty());
    assert_eq!(quiz.kept_in_journal("results"), None);
    let names: Vec<String> = quiz.journal().into_keys().collect();
    assert_eq!(names, ["another-quiz.results"]);
}

#[test]
fn the_link_is_copied_or_else_selected() {
    let quiz = Quiz::open();
    quiz.finish_as_beginner();
    quiz.wait_for("results");
    // Where the browser has no clipboard, as on a page that is not secure.
    quiz.browser.run("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })", &[]);
    quiz.press("Copy the link");
    let selected = "
        const field = document.activeElement;
        return field.selectionStart === 0 && field.selectionEnd === field.value.length ? field.value : '';
    ";
    quiz.browser.until("the link to be selected", || {
        quiz.browser.run(selected, &[]).as_str().is_some_and(|text| text.contains("#/shared/1.")).then_some(())
    });
    // Where it has one, and another program to hand it to.
    quiz.browser.run(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { __proto__: Clipboard.prototype } });
         Clipboard.prototype.writeText = async text => { window.copied = text; };
         navigator.share = async what => { window.handedOn = what; };",
        &[],
    );
    quiz.go_to("#/saved");
    quiz.wait_for("saved");
    quiz.go_to("#/results");
    quiz.wait_for("results");
    quiz.press("Copy the link");
    let is_link = |script: &str| {
        quiz.browser.run(script, &[]).as_str().is_some_and(|text| text.contains("#/shared/1.")).then_some(())
    };
    quiz.browser.until("the link on the clipboard", || is_link("return window.copied || ''"));
    quiz.press("Share…");
    quiz.browser.until("the link to be handed on", || is_link("return (window.handedOn || {}).url || ''"));
}
