//! Progress and results between the app and the browser: nothing that was kept is lost.

use crate::stage::{
    Stage, block_storage, clear, fill_storage, keep, kept, local_storage, material, mend_storage, settle, storage,
};
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::record::{Library as LibraryRecord, Progress, read};
use career_quiz::quiz::score::score;
use career_quiz::state::library::Library;
use career_quiz::state::notices::{Notice, Notices};
use career_quiz::state::record::Keeper;
use career_quiz::state::session::Session;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

/// The state of an app, without its screens.
struct State {
    session: Session,
    library: Library,
    notices: Notices,
    _stage: Stage,
}

async fn open() -> State {
    let (tell, told) = std::sync::mpsc::channel();
    let stage = Stage::mount(move || {
        let notices = Notices::new();
        let session = Session::new(material(), Keeper::new(storage(), "progress", notices));
        let library = Library::new(Keeper::new(storage(), "results", notices));
        tell.send((session, library, notices)).expect("somebody listens");
    });
    settle().await;
    let (session, library, notices) = told.recv().expect("the state is there");
    State { session, library, notices, _stage: stage }
}

impl State {
    fn notices(&self) -> Vec<Notice> {
        untrack(|| self.notices.get())
    }

    async fn pick(&self, question: &str, option: &str) {
        self.session.set_answer(question, Some(one(option)));
        settle().await;
    }

    fn finish(&self, option: &str) -> String {
        let content = material().content;
        let answers = Answers::from([("start", one(option))]);
        let outcome = score(content, &Course::of(content, &answers));
        self.library.change(|library| library.keep(content, &outcome, &answers, "2026-11-22T10:00:00.000Z"))
    }

    fn results(&self) -> Vec<String> {
        untrack(|| self.library.all()).into_iter().map(|result| result.id).collect()
    }
}

fn one(option: &str) -> Answer {
    Answer::One(option.to_owned())
}

fn kept_progress() -> Progress {
    read(&kept("progress").expect("progress is kept")).expect("progress can be read")
}

const GOOD: &str =
    r#"{"record_version":1,"revision":5,"content_version":"7","at":"skills","reached":16,"answers":{"start":"coder"}}"#;

// Progress.

#[browser_test]
async fn nothing_is_kept_of_somebody_who_only_looks() {
    clear();
    let state = open().await;
    assert_eq!(local_storage().length(), Ok(0));
    assert_eq!(state.notices(), []);
}

#[browser_test]
async fn every_answer_is_kept_at_once() {
    clear();
    let state = open().await;
    state.pick("start", "coder").await;
    assert_eq!(kept_progress().answers, Answers::from([("start", one("coder"))]));
    state.session.visit(Some("skills"));
    settle().await;
    assert_eq!(kept_progress().at.as_deref(), Some("skills"));
    state.session.set_answer("start", None);
    settle().await;
    assert!(kept_progress().answers.is_empty());
}

#[browser_test]
async fn the_same_answer_again_is_no_change() {
    clear();
    let state = open().await;
    state.pick("start", "coder").await;
    let before = kept_progress();
    state.pick("start", "coder").await;
    assert_eq!(kept_progress(), before);
}

#[browser_test]
async fn what_was_kept_is_taken_up() {
    clear();
    keep("progress", GOOD);
    let state = open().await;
    assert_eq!(state.session.progress(), read(GOOD).expect("it is a record"));
    assert_eq!(untrack(|| state.session.answer("start")), Some(one("coder")));
    assert_eq!(state.notices(), []);
    assert_eq!(kept("progress").as_deref(), Some(GOOD));
}

#[browser_test]
async fn nobody_is_moved_to_a_question_that_is_not_asked() {
    clear();
    keep("progress", GOOD);
    let state = open().await;
    for question in ["team", "gone", ""] {
        state.session.visit(Some(question));
        assert_eq!(state.session.progress().at.as_deref(), Some("skills"), "{question:?}");
    }
}

#[browser_test]
async fn progress_that_cannot_be_read_is_set_aside_and_said() {
    for broken in [
        &GOOD[..40],
        "",
        "[]",
        "5",
        "null",
        "undefined",
        "[object Object]",
        r#"{"record_version":0}"#,
        r#"{"record_version":1}"#,
        r#"{"record_version":1,"revision":3,"results":[]}"#,
        &GOOD.replace("\"coder\"", "{}"),
    ] {
        clear();
        keep("progress", broken);
        let state = open().await;
        assert_eq!(state.notices(), [Notice::UnreadableProgress], "{broken}");
        assert_eq!(state.session.progress(), Progress::new(material().content), "{broken}");
        assert_eq!(kept("progress.unreadable-1").as_deref(), Some(broken));
        // It goes on afresh, and goes on keeping.
        state.pick("start", "boss").await;
        assert_eq!(kept_progress().answers, Answers::from([("start", one("boss"))]));
        assert_eq!(kept("progress.unreadable-1").as_deref(), Some(broken));
    }
}

#[browser_test]
async fn progress_that_cannot_be_read_is_not_touched_until_something_is_answered() {
    clear();
    keep("progress", "broken");
    let _state = open().await;
    assert_eq!(kept("progress").as_deref(), Some("broken"));
}

#[browser_test]
async fn progress_that_can_be_neither_read_nor_set_aside_is_not_overwritten_until_it_can() {
    clear();
    keep("progress", "broken");
    fill_storage();
    let state = open().await;
    assert_eq!(state.notices(), [Notice::UnreadableProgress, Notice::Full]);
    state.pick("start", "coder").await;
    assert_eq!(kept("progress").as_deref(), Some("broken"));
    mend_storage();
    state.pick("start", "boss").await;
    assert_eq!(kept("progress.unreadable-1").as_deref(), Some("broken"));
    assert_eq!(kept_progress().answers, Answers::from([("start", one("boss"))]));
}

#[browser_test]
async fn progress_of_a_later_version_is_never_overwritten() {
    clear();
    let newer = r#"{"record_version":2,"pages":[]}"#;
    keep("progress", newer);
    let state = open().await;
    assert_eq!(state.notices(), [Notice::Newer]);
    state.pick("start", "boss").await;
    state.session.start_over();
    settle().await;
    assert_eq!(kept("progress").as_deref(), Some(newer));
    assert_eq!(local_storage().length(), Ok(1));
    assert_eq!(untrack(|| state.session.answer("start")), None);
}

#[browser_test]
async fn answers_to_questions_that_no_longer_exist_are_kept_and_not_counted() {
    clear();
    keep("progress", &GOOD.replace(r#""start":"coder""#, r#""gone":["x"],"start":"coder""#).replace("skills", "gone"));
    let state = open().await;
    assert_eq!(state.notices(), []);
    assert_eq!(untrack(|| state.session.course().with(|course| course.set_aside())), 1);
    state.pick("wish", "time").await;
    let text = kept("progress").expect("progress is kept");
    assert!(text.contains(r#""answers":{"gone":["x"],"start":"coder","wish":"time"}"#), "{text}");
}

#[browser_test]
async fn where_storage_is_blocked_the_quiz_goes_on_and_says_so() {
    clear();
    block_storage();
    let state = open().await;
    assert_eq!(state.notices(), [Notice::Blocked]);
    state.pick("start", "boss").await;
    assert_eq!(untrack(|| state.session.answer("start")), Some(one("boss")));
    let result = state.finish("boss");
    assert_eq!(state.results(), [result]);
    assert_eq!(state.notices(), [Notice::Blocked]);
}

#[browser_test]
async fn where_storage_is_full_that_is_said_until_there_is_room_again() {
    clear();
    keep("progress", GOOD);
    let state = open().await;
    fill_storage();
    state.pick("start", "boss").await;
    assert_eq!(state.notices(), [Notice::Full]);
    assert_eq!(kept("progress").as_deref(), Some(GOOD));
    mend_storage();
    state.pick("start", "novice").await;
    assert_eq!(state.notices(), []);
    assert_eq!(kept_progress().answers, Answers::from([("start", one("novice"))]));
}

#[browser_test]
async fn starting_over_is_kept_as_a_change_and_leaves_the_results() {
    clear();
    let state = open().await;
    state.pick("start", "boss").await;
    let result = state.finish("boss");
    let before = kept_progress();
    state.session.start_over();
    settle().await;
    assert!(kept_progress().answers.is_empty());
    assert!(kept_progress().revision > before.revision);
    assert_eq!(state.results(), [result]);
}

// Results.

#[browser_test]
async fn results_are_kept_and_taken_up_newest_first() {
    clear();
    let state = open().await;
    let (first, second) = (state.finish("coder"), state.finish("boss"));
    assert_ne!(first, second);
    drop(state);
    assert_eq!(open().await.results(), [second, first]);
}

#[browser_test]
async fn results_that_another_tab_has_kept_meanwhile_are_not_lost() {
    clear();
    let here = open().await;
    let there = open().await;
    let theirs = there.finish("coder");
    let ours = here.finish("boss");
    assert_eq!(here.results(), [ours.clone(), theirs.clone()]);
    let kept: LibraryRecord = read(&kept("results").expect("results are kept")).expect("they can be read");
    assert_eq!(kept.results.iter().map(|result| &result.id).collect::<Vec<_>>(), [&theirs, &ours]);
}

#[browser_test]
async fn results_that_cannot_be_read_are_set_aside_and_said() {
    for broken in ["{\"record_version\":1,\"revision\":1,\"results\":[{", "[]", GOOD] {
        clear();
        keep("results", broken);
        let state = open().await;
        assert_eq!(state.notices(), [Notice::UnreadableResults]);
        assert_eq!(kept("results.unreadable-1").as_deref(), Some(broken));
        let result = state.finish("boss");
        assert_eq!(state.results(), [result]);
        drop(state);
        assert_eq!(open().await.results().len(), 1);
        assert_eq!(kept("results.unreadable-1").as_deref(), Some(broken));
    }
}

#[browser_test]
async fn results_of_a_later_version_are_never_overwritten() {
    clear();
    let newer = r#"{"record_version":3,"results":{}}"#;
    keep("results", newer);
    let state = open().await;
    assert_eq!(state.notices(), [Notice::Newer]);
    let result = state.finish("boss");
    state.library.change(|library| library.rename(&result, "Name"));
    state.library.change(|library| library.delete(&result));
    assert_eq!(kept("results").as_deref(), Some(newer));
    // Progress is a record of its own, and is kept.
    state.pick("start", "boss").await;
    assert_eq!(kept_progress().answers.len(), 1);
}

#[browser_test]
async fn a_record_of_a_later_version_is_not_overwritten_where_another_tab_has_just_written_it() {
    clear();
    let state = open().await;
    let newer = r#"{"record_version":2,"pages":[]}"#;
    keep("progress", newer);
    keep("results", newer);
    state.pick("start", "boss").await;
    state.finish("boss");
    assert_eq!((kept("progress").as_deref(), kept("results").as_deref()), (Some(newer), Some(newer)));
    assert_eq!(state.notices(), [Notice::Newer]);
}
