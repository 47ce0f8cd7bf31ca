use super::*;
use crate::content::Folder;
use career_quiz::quiz::words::proof;

const HTML: &str = "<!doctype html><html lang=\"en\"><head><!-- quiz:policy --><!-- /quiz:policy --><!-- quiz:version --><!-- /quiz:version --></head></html>";

fn build(name: &str) -> Folder {
    let folder = Folder::new(name);
    for (path, text) in [(PAGE, HTML), ("app-1.js", "let x;"), ("words/en.json", "{}"), ("content/a.en.json", "[]")] {
        folder.file(path, text);
    }
    folder
}

fn read(folder: &Folder, path: &str) -> String {
    std::fs::read_to_string(folder.0.join(path)).expect("it is there")
}

/// The files in the worker, with their digests.
fn files(folder: &Folder) -> Vec<list::Entry> {
    let worker = read(folder, WORKER);
    let (_, rest) = worker.split_once("const FILES = ").expect("it has a list");
    let (list, _) = rest.split_once(",\n];").expect("the list ends");
    serde_json::from_str(&format!("{list}]")).expect("the list is JSON")
}

#[test]
fn the_list_is_what_the_build_made_with_the_digests_of_what_lies_there() {
    let folder = build("offline-list");
    let version = finish(&folder.0, HTML, Offline::On).expect("it is a build");
    let html = read(&folder, PAGE);
    assert!(html.contains(&format!("<meta name=\"career-quiz-version\" content=\"{version}\">")), "{html}");
    assert!(read(&folder, WORKER).contains(&format!("const VERSION = \"{version}\";")));
    let expected = [
        ("app-1.js", list::digest(b"let x;")),
        ("content/a.en.json", list::digest(b"[]")),
        (PAGE, list::digest(html.as_bytes())),
        ("words/en.json", list::digest(b"{}")),
    ];
    assert_eq!(files(&folder), expected.map(|(path, digest)| (path.to_owned(), digest)));
}

#[test]
fn the_page_knows_the_digests_of_the_files_that_keep_their_names() {
    let folder = build("offline-digests");
    folder.file("content/quiz.schema.json", "{}");
    for offline in [Offline::On, Offline::Off] {
        finish(&folder.0, HTML, offline).expect("it is a build");
        let html = read(&folder, PAGE);
        let files: Vec<&str> = html.split("name=\"career-quiz-file\" content=\"").skip(1).collect();
        assert_eq!(files.len(), 2, "the schema is read by nobody's page: {html}");
        for (file, path, text) in [(files[0], "content/a.en.json", "[]"), (files[1], "words/en.json", "{}")] {
            let expected = format!("{path}\" data-digest=\"{}\">", name_of(text));
            assert!(file.starts_with(&expected), "{file}");
        }
    }
}

#[test]
fn the_page_knows_which_words_stand_in_order_whenever_it_is_made() {
    let words = include_str!("../../../public/words/en.json");
    let (next, back) = ("\"question.next\": \"Next\"", "\"question.back\": \"Back\"");
    assert!(words.contains(next) && words.contains(back));
    let folder = build("offline-words");
    for (words, is_proven) in [
        (words.to_owned(), true),
        (words.replace(next, "@").replace(back, next).replace('@', back), false),
        (words.replace("\"Next\"", "\"Onward\""), true),
        (words.replace("\"Next\"", "\"\""), false),
    ] {
        folder.file("words/en.json", &words);
        finish(&folder.0, HTML, Offline::On).expect("it is a build");
        let proof = format!("data-digest=\"{}\" data-proof=\"{}\">", name_of(&words), proof());
        assert_eq!(read(&folder, PAGE).contains(&proof), is_proven, "{words}");
        assert_eq!(read(&folder, PAGE).contains("data-proof"), is_proven);
    }
}

#[test]
fn a_build_made_twice_has_the_same_version_and_a_changed_one_another() {
    let folder = build("offline-again");
    let version = finish(&folder.0, HTML, Offline::On).expect("it is a build");
    // The page has a version in it by now.
    assert_eq!(finish(&folder.0, &read(&folder, PAGE), Offline::On).as_ref(), Ok(&version));
    folder.file("words/en.json", "{ }");
    let changed = finish(&folder.0, &read(&folder, PAGE), Offline::On).expect("it is a build");
    assert_ne!(changed, version);
}

#[test]
fn what_a_host_puts_beside_a_build_is_not_listed_and_what_was_installed_is() {
    let folder = build("offline-host");
    finish(&folder.0, HTML, Offline::On).expect("it is a build");
    for path in ["_headers", "about.html", "app-1.js.br", "content/b.en.json"] {
        folder.file(path, "x");
    }
    std::fs::remove_file(folder.0.join("content/a.en.json")).expect("it is there");
    let paths = |folder: &Folder| files(folder).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    finish(&folder.0, HTML, Offline::On).expect("it is a build");
    assert_eq!(paths(&folder), ["app-1.js", "content/b.en.json", PAGE, "words/en.json"]);
    // Nor after it was off in between.
    finish(&folder.0, HTML, Offline::Off).expect("it is a build");
    finish(&folder.0, HTML, Offline::On).expect("it is a build");
    assert_eq!(paths(&folder), ["app-1.js", "content/b.en.json", PAGE, "words/en.json"]);
}

#[test]
fn the_kill_switch_takes_the_place_of_the_worker_and_the_page_registers_none() {
    let folder = build("offline-off");
    assert_eq!(of(&folder.0), Offline::Off, "there is none yet");
    run(Offline::On, &folder.0).expect("it is a build");
    assert_eq!(of(&folder.0), Offline::On);
    run(Offline::Off, &folder.0).expect("it is a build");
    assert_eq!(of(&folder.0), Offline::Off);
    assert!(read(&folder, PAGE).contains("<meta name=\"career-quiz-version\" content=\"none\">"));
    let worker = read(&folder, WORKER);
    assert!(worker.contains("unregister()") && !worker.contains("VERSION"), "{worker}");
    run(Offline::On, &folder.0).expect("it is a build");
    assert!(read(&folder, WORKER).contains("const VERSION = \""));
}

#[test]
fn the_kill_switch_works_as_it_lies_in_the_repository() {
    assert!(listed(OFF).is_none(), "whoever copies it by hand needs nothing else");
    assert!(OFF.contains("skipWaiting()") && OFF.contains("unregister()"));
}

#[test]
fn only_a_build_of_this_quiz_is_given_a_worker() {
    let folder = Folder::new("offline-none");
    assert!(run(Offline::On, &folder.0).is_err_and(|message| message.contains("not a finished build")));
    folder.file(PAGE, "<html lang=\"en\"></html>");
    assert!(run(Offline::On, &folder.0).is_err_and(|message| message.contains("is not a page of this quiz")));
    assert!(!folder.0.join(WORKER).exists());
}

#[test]
fn the_worker_reads_as_much_of_a_content_as_the_program() {
    assert_eq!(career_quiz::quiz::content::MAX_BYTES, 4 * 1024 * 1024);
    assert!(CODE.contains("const MOST_BYTES = 4 * 1024 * 1024;"));
}

#[test]
fn what_is_sent_compressed_is_of_the_same_build_as_what_is_not() {
    let folder = build("offline-compressed");
    precompress::all(&folder.0).expect("it can be written");
    for offline in [Offline::On, Offline::Off, Offline::On] {
        run(offline, &folder.0).expect("it is a build");
        assert!(precompress::is_up_to_date(&folder.0), "{offline:?}");
    }
    let worker = read(&folder, WORKER);
    assert!(!worker.contains(".br") && !worker.contains(".gz"), "{worker}");
}

#[test]
fn a_script_that_is_put_into_a_page_by_hand_is_allowed_once_the_build_is_made_anew() {
    let folder = build("offline-policy");
    run(Offline::On, &folder.0).expect("it is a build");
    let changed = read(&folder, PAGE).replace("</head>", "<script>theirs();</script></head>");
    let allowed = format!("'sha256-{}'", list::digest(b"theirs();"));
    assert!(!changed.contains(&allowed));
    folder.file(PAGE, &changed);
    run(Offline::On, &folder.0).expect("it is a build");
    assert!(read(&folder, PAGE).contains(&allowed));
}
