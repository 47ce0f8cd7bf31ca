//! The quiz being taken.

use crate::faults::Busy;
use crate::stage::{clear, material, settle};
use crate::stores::{PROGRESS, journal, keep, kept, kept_in_journal, storage};
use crate::tab::{Tab, kept_progress, one, progress_text, start};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::stored::{Stored, head};
use career_quiz::state::saving::Saved;
use leptos::prelude::{With, untrack};
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

fn good() -> String {
    progress_text(5, r#"{"start":"coder"}"#)
}

#[browser_test]
async fn nothing_is_kept_of_somebody_who_only_looks() {
    clear();
    let tab = Tab::open().await;
    assert_eq!((storage().names().len(), journal().await), (0, vec![]));
    assert_eq!((tab.notices(), tab.saved()), (vec![], Saved::Nothing));
}

#[browser_test]
async fn every_answer_is_kept_once_it_was_seen_and_in_the_journal_a_moment_later() {
    clear();
    let tab = Tab::open().await;
    tab.session.set_answer("start", Some(one("coder")));
    assert_eq!(kept(PROGRESS), None, "it is shown before it is written");
    tab.save_what_is_due();
    assert_eq!(kept_progress().answers, start("coder"));
    tab.until_written().await;
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
    tab.session.visit(Some("skills"));
    tab.save_what_is_due();
    assert_eq!(kept_progress().at.as_deref(), Some("skills"));
    tab.until_written().await;
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
    tab.session.set_answer("start", None);
    tab.save_what_is_due();
    assert!(kept_progress().answers.is_empty());
    tab.until_written().await;
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
}

#[browser_test]
async fn the_same_answer_again_is_no_change() {
    clear();
    let tab = Tab::open().await;
    tab.pick("start", "coder").await;
    let before = kept_progress();
    tab.pick("start", "coder").await;
    assert_eq!(kept_progress(), before);
}

#[browser_test]
async fn a_last_answer_taken_back_leaves_only_word_of_it() {
    clear();
    let tab = Tab::open().await;
    tab.pick("start", "coder").await;
    tab.session.set_answer("start", None);
    tab.until_written().await;
    assert_eq!(kept(PROGRESS), None);
    let word = kept_in_journal(PROGRESS).await.expect("there is word of it");
    assert!(head(&word).is_ok_and(|head| head.erased && head.revision == 2), "{word}");
    assert_eq!(tab.saved(), Saved::Nothing);
}

#[browser_test]
async fn what_was_kept_is_taken_up_and_brought_to_the_journal() {
    clear();
    keep(PROGRESS, &good());
    let tab = Tab::open().await;
    let Stored::Record(record) = Stored::<Progress>::of(Some(&good())) else { panic!("it is a record") };
    assert_eq!(tab.session.progress(), record);
    assert_eq!(untrack(|| tab.session.answer("start")), Some(one("coder")));
    assert_eq!(tab.notices(), []);
    assert_eq!((kept(PROGRESS), kept_in_journal(PROGRESS).await), (Some(good()), Some(good())));
}

#[browser_test]
async fn nobody_is_moved_to_a_question_that_is_not_asked() {
    clear();
    keep(PROGRESS, &good());
    let tab = Tab::open().await;
    for question in ["team", "gone", ""] {
        tab.session.visit(Some(question));
        assert_eq!(tab.session.progress().at.as_deref(), Some("skills"), "{question:?}");
    }
}

#[browser_test]
async fn answers_to_questions_that_no_longer_exist_are_kept_and_not_counted() {
    clear();
    keep(PROGRESS, &good().replace(r#""start":"coder""#, r#""gone":["x"],"start":"coder""#).replace("skills", "gone"));
    let tab = Tab::open().await;
    assert_eq!(tab.notices(), []);
    assert_eq!(untrack(|| tab.session.course().with(|course| course.set_aside())), 1);
    tab.pick("wish", "time").await;
    for text in [kept(PROGRESS), kept_in_journal(PROGRESS).await] {
        let text = text.expect("progress is kept");
        assert!(text.contains(r#""answers":{"gone":["x"],"start":"coder","wish":"time"}"#), "{text}");
    }
}

#[browser_test]
async fn starting_over_is_kept_as_a_change_and_leaves_the_results() {
    clear();
    let tab = Tab::open().await;
    tab.pick("start", "boss").await;
    let result = tab.finish("boss").await;
    let before = kept_progress();
    tab.session.start_over();
    tab.until_written().await;
    assert_eq!(kept(PROGRESS), None);
    assert!(tab.session.progress().revision > before.revision);
    let word = kept_in_journal(PROGRESS).await.expect("there is word of it");
    assert!(head(&word).is_ok_and(|head| head.erased && head.revision == before.revision + 1), "{word}");
    assert_eq!(tab.results(), [result]);
    drop(tab);
    let tab = Tab::open().await;
    assert_eq!(tab.session.progress().answers, Answers::default());
    assert_eq!(tab.session.progress().at, Progress::new(material().content).at);
}

#[browser_test]
async fn what_was_being_written_when_the_app_was_taken_down_is_written() {
    clear();
    let tab = Tab::open().await;
    let busy = Busy::transaction().await;
    tab.session.set_answer("start", Some(one("coder")));
    tab.save_what_is_due();
    settle().await;
    drop(tab);
    busy.end().await;
    assert!(kept_in_journal(PROGRESS).await.is_some_and(|text| text.contains("coder")));
    settle().await;
}
