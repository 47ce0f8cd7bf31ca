//! What is kept in the browser: it comes back as it was, or is left alone.

mod support;

use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::{Content, Points, ProfileId};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::record::{Library, Progress, RECORD_VERSION, Unread, read};
use career_quiz::quiz::score::{Outcome, score};
use serde_json::{Value, json};
use support::{SMALL, many, number, one, set, small, take};

fn outcome(content: &Content, answers: &Answers) -> Outcome {
    score(content, &Course::of(content, answers))
}

fn coder() -> Answers {
    Answers::from([("start", one("coder")), ("skills", many(&["sql", "git"])), ("years", number(2.5))])
}

const PROGRESS: &str = r#"{"record_version":1,"revision":9,"content_version":"7","at":"years","reached":33,"answers":{"gone":"x","skills":["sql","git"],"start":"coder","years":2.5}}"#;

const LIBRARY: &str = r#"{"record_version":1,"revision":3,"results":[{"id":"20261122104500000","name":"Mine","saved_at":"2026-11-22T10:45:00.000Z","content_version":"7","best":"mid","scores":{"entry":0,"mid":70,"senior":25,"freelance":0},"answers":{"start":"coder","years":7}},{"id":"20261122104500000-2","name":"","saved_at":"2026-11-22T10:45:00.000Z","content_version":"7","best":null,"scores":{"entry":0,"mid":0,"senior":0,"freelance":0},"answers":{}}]}"#;

// Reading and writing.

#[test]
fn progress_is_written_as_it_was_read_byte_for_byte() {
    let progress: Progress = read(PROGRESS).expect("it is a record");
    assert_eq!(progress.at.as_deref(), Some("years"));
    assert_eq!((progress.revision, progress.reached), (9, 33));
    // An answer that no question of the content asks for is kept.
    assert_eq!(progress.answers.get("gone"), Some(&one("x")));
    assert_eq!(serde_json::to_string(&progress).ok().as_deref(), Some(PROGRESS));
}

#[test]
fn a_library_is_written_as_it_was_read_byte_for_byte() {
    let library: Library = read(LIBRARY).expect("it is a record");
    assert_eq!(library.get("20261122104500000").map(|result| result.best), Some(Some(ProfileId::Mid)));
    assert_eq!(library.latest().map(|result| result.best), Some(None));
    assert_eq!(serde_json::to_string(&library).ok().as_deref(), Some(LIBRARY));
}

#[test]
fn what_is_written_can_be_read() {
    let content = small();
    let mut progress = Progress::new(&content);
    progress.answer(&content, "start", Some(one("coder")));
    progress.answer(&content, "years", Some(number(0.5)));
    progress.visit(&content, None);
    let text = serde_json::to_string(&progress).expect("it is JSON");
    assert_eq!(read::<Progress>(&text), Ok(progress));
    let mut library = Library::default();
    library.keep(&content, &outcome(&content, &coder()), &coder(), "2026-11-22T10:45:00.000Z");
    library.rename("20261122104500000", "\u{1f600} \"quoted\" \\ <b>");
    let text = serde_json::to_string(&library).expect("it is JSON");
    assert_eq!(read::<Library>(&text), Ok(library));
}

#[track_caller]
fn assert_broken(text: &str, message: &str) {
    match read::<Progress>(text) {
        Err(Unread::Broken(said)) => assert!(said.contains(message), "{said}"),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn assert_broken_with(pointer: &str, value: Value, message: &str) {
    let mut record = support::json(PROGRESS);
    set(&mut record, pointer, value);
    assert_broken(&record.to_string(), message);
}

#[test]
fn a_record_cut_off_anywhere_is_broken() {
    for end in 0..PROGRESS.len() {
        let read = read::<Progress>(&PROGRESS[..end]);
        assert!(matches!(read, Err(Unread::Broken(_))), "cut off after {end} bytes: {read:?}");
    }
}

#[test]
fn a_text_that_is_no_record_is_broken() {
    assert_broken("", "EOF");
    assert_broken("hello", "expected value");
    assert_broken("undefined", "expected value");
    assert_broken("null", "invalid type: null");
    assert_broken("5", "invalid type: integer `5`");
    assert_broken("\"{}\"", "invalid type: string");
    assert_broken("[]", "invalid length 0");
    assert_broken("{}", "missing field `record_version`");
    assert_broken(&format!("{PROGRESS}{PROGRESS}"), "trailing characters");
}

#[test]
fn a_record_with_a_field_too_many_or_too_few_is_broken() {
    assert_broken_with("/extra", json!(1), "unknown field `extra`");
    for field in ["record_version", "revision", "content_version", "reached", "answers"] {
        let mut record = support::json(PROGRESS);
        take(&mut record, &format!("/{field}"));
        assert_broken(&record.to_string(), &format!("missing field `{field}`"));
    }
}

#[test]
fn a_field_of_another_type_makes_a_record_broken() {
    assert_broken_with("/revision", json!("9"), "invalid type: string \"9\"");
    assert_broken_with("/revision", json!(-1), "invalid value: integer `-1`");
    assert_broken_with("/at", json!(3), "invalid type: integer `3`");
    assert_broken_with("/reached", json!(256), "invalid value: integer `256`");
    assert_broken_with("/answers", json!([]), "invalid type: sequence");
    assert_broken_with("/answers/start", json!(null), "invalid type: null");
    assert_broken_with("/answers/start", json!({ "id": "a" }), "expected an option id");
    assert_broken_with("/record_version", json!("1"), "invalid type: string \"1\"");
}

#[test]
fn a_library_is_no_progress_and_the_other_way_round() {
    assert_broken(LIBRARY, "unknown field `results`");
    assert!(matches!(read::<Library>(PROGRESS), Err(Unread::Broken(_))));
}

#[test]
fn a_record_of_a_later_version_is_known_for_one_whatever_else_it_holds() {
    assert_eq!(read::<Progress>(&PROGRESS.replace(":1,", ":2,")), Err(Unread::Newer(2)));
    assert_eq!(read::<Progress>(r#"{"pages":[[1]],"record_version":7}"#), Err(Unread::Newer(7)));
    assert_eq!(read::<Library>(r#"{"record_version":4294967295}"#), Err(Unread::Newer(u32::MAX)));
    assert_eq!(Unread::Newer(7).to_string(), "record version 7 is newer than 1");
}

#[test]
fn there_never_was_a_version_0() {
    assert_broken(&PROGRESS.replace(":1,", ":0,"), "there was never a record version 0");
    assert_broken(&PROGRESS.replace(":1,", ":-1,"), "invalid value: integer `-1`");
    assert_eq!(RECORD_VERSION, 1);
}

#[test]
fn keys_of_a_record_that_mean_something_to_javascript_are_ids_like_others() {
    let text = PROGRESS.replace("\"gone\"", "\"__proto__\"");
    let progress: Progress = read(&text).expect("it is a record");
    assert_eq!(progress.answers.get("__proto__"), Some(&one("x")));
    assert_eq!(serde_json::to_string(&progress).ok(), Some(text));
}

// Progress.

#[test]
fn a_new_quiz_is_at_the_first_question_with_nothing_behind() {
    let progress = Progress::new(&small());
    let expected = r#"{"record_version":1,"revision":0,"content_version":"7","at":"start","reached":0,"answers":{}}"#;
    assert_eq!(serde_json::to_string(&progress).ok().as_deref(), Some(expected));
    assert!(!progress.is_begun());
}

#[test]
fn every_change_raises_the_revision() {
    let content = small();
    let mut progress = Progress::new(&content);
    let mut revision = 0;
    let mut assert_raised = |progress: &Progress| {
        assert!(progress.revision > revision, "{progress:?}");
        revision = progress.revision;
    };
    progress.answer(&content, "start", Some(one("coder")));
    assert_raised(&progress);
    progress.answer(&content, "start", Some(one("boss")));
    assert_raised(&progress);
    progress.answer(&content, "start", None);
    assert_raised(&progress);
    progress.visit(&content, Some("skills"));
    assert_raised(&progress);
    progress.visit(&content, Some("start"));
    assert_raised(&progress);
    progress.visit(&content, None);
    assert_raised(&progress);
    progress.start_over(&content);
    assert_raised(&progress);
}

#[test]
fn staying_where_one_is_changes_nothing() {
    let content = small();
    let mut progress = Progress::new(&content);
    progress.visit(&content, Some("start"));
    assert_eq!(progress, Progress::new(&content));
    progress.visit(&content, None);
    let before = progress.clone();
    progress.visit(&content, None);
    assert_eq!(progress, before);
}

#[test]
fn an_answer_moves_nobody_and_is_given_under_the_content_of_now() {
    let content = small();
    let mut progress: Progress = read(PROGRESS).expect("it is a record");
    progress.content_version = "6".to_owned();
    progress.answer(&content, "skills", Some(many(&["git"])));
    assert_eq!((progress.at.as_deref(), progress.content_version.as_str()), (Some("years"), "7"));
    assert_eq!(progress.answers.get("skills"), Some(&many(&["git"])));
    progress.answer(&content, "skills", None);
    assert_eq!(progress.answers.get("skills"), None);
}

#[test]
fn the_share_reached_never_falls() {
    let content = small();
    let mut progress = Progress::new(&content);
    progress.answer(&content, "start", Some(one("novice")));
    progress.visit(&content, Some("skills"));
    assert_eq!(progress.reached, 33);
    progress.visit(&content, Some("wish"));
    assert_eq!(progress.reached, 66);
    progress.visit(&content, Some("start"));
    assert_eq!((progress.at.as_deref(), progress.reached), (Some("start"), 66));
    // Three more questions open, and the third of five is less of the whole.
    progress.answer(&content, "start", Some(one("boss")));
    progress.visit(&content, Some("years"));
    assert_eq!(progress.reached, 66);
    // To open the review by its address is no step forward; to come there from the last question is.
    progress.visit(&content, None);
    assert_eq!((progress.at.as_deref(), progress.reached), (None, 66));
    progress.visit(&content, Some("wish"));
    assert_eq!(progress.reached, 66);
    progress.visit(&content, None);
    assert_eq!((progress.at.as_deref(), progress.reached), (None, 100));
    progress.visit(&content, Some("start"));
    assert_eq!(progress.reached, 100);
}

#[test]
fn a_jump_into_the_middle_is_no_progress() {
    let content = small();
    let mut progress = Progress::new(&content);
    progress.visit(&content, Some("wish"));
    assert_eq!((progress.at.as_deref(), progress.reached), (Some("wish"), 0));
}

#[test]
fn starting_over_forgets_everything_but_the_count_of_changes() {
    let content = small();
    let mut progress: Progress = read(PROGRESS).expect("it is a record");
    progress.start_over(&content);
    assert_eq!(progress, Progress { revision: 10, ..Progress::new(&content) });
    assert!(!progress.is_begun());
}

#[test]
fn a_quiz_is_begun_by_an_answer_or_by_going_on() {
    let content = small();
    let mut progress = Progress::new(&content);
    progress.visit(&content, Some("skills"));
    assert!(progress.is_begun());
    let mut progress = Progress::new(&content);
    progress.answer(&content, "start", Some(one("novice")));
    assert_eq!(progress.reached, 0);
    assert!(progress.is_begun());
}

#[track_caller]
fn assert_resumes_at(at: Option<&str>, answers: Answers, expected: Option<&str>) {
    let content = small();
    let progress = Progress { at: at.map(str::to_owned), answers, ..Progress::new(&content) };
    let course = Course::of(&content, &progress.answers);
    assert_eq!(progress.resume_at(&content, &course), expected);
}

#[test]
fn a_quiz_goes_on_at_the_question_one_was_at() {
    assert_resumes_at(Some("skills"), Answers::default(), Some("skills"));
    assert_resumes_at(Some("start"), coder(), Some("start"));
    assert_resumes_at(Some("years"), coder(), Some("years"));
}

#[test]
fn a_quiz_goes_on_at_the_review_where_one_was_there() {
    assert_resumes_at(None, coder(), None);
    assert_resumes_at(None, Answers::default(), None);
}

#[test]
fn where_the_question_is_gone_the_first_one_without_an_answer_is_next() {
    assert_resumes_at(Some("gone"), Answers::default(), Some("start"));
    assert_resumes_at(Some("gone"), coder(), Some("team"));
    assert_resumes_at(Some("__proto__"), Answers::from([("start", one("novice"))]), Some("skills"));
}

#[test]
fn where_the_question_is_not_asked_any_more_the_first_one_without_an_answer_is_next() {
    assert_resumes_at(Some("clients"), coder(), Some("team"));
    // An answer that does not fit is none.
    let mut answers = coder();
    answers.set("skills", many(&["gone"]));
    assert_resumes_at(Some("clients"), answers, Some("skills"));
}

#[test]
fn where_the_question_is_gone_and_all_others_are_answered_the_review_is_next() {
    let mut answers = coder();
    answers.set("team", one("alone"));
    answers.set("wish", one("time"));
    assert_resumes_at(Some("gone"), answers, None);
}

// The library.

const MORNING: &str = "2026-11-22T08:00:00.000Z";
const EVENING: &str = "2026-11-22T20:00:00.000Z";

fn other() -> Answers {
    Answers::from([("start", one("novice"))])
}

#[track_caller]
fn keep(library: &mut Library, content: &Content, answers: &Answers, saved_at: &str) -> String {
    library.keep(content, &outcome(content, answers), answers, saved_at)
}

#[test]
fn a_kept_result_has_everything_it_takes_to_show_it_again() {
    let content = small();
    let mut library = Library::default();
    let id = keep(&mut library, &content, &coder(), MORNING);
    assert_eq!(id, "20261122080000000");
    let result = library.get(&id).expect("it is kept");
    assert_eq!((result.name.as_str(), result.saved_at.as_str()), ("", MORNING));
    assert_eq!((result.content_version.as_str(), result.best), ("7", Some(ProfileId::Mid)));
    assert_eq!(result.scores, Points { entry: 0, mid: 70, senior: 25, freelance: 0 });
    assert_eq!(result.answers, coder());
    assert_eq!((library.revision, library.results.len()), (1, 1));
}

#[test]
fn looking_again_is_not_a_second_result() {
    let content = small();
    let mut library = Library::default();
    let id = keep(&mut library, &content, &coder(), MORNING);
    let before = library.clone();
    assert_eq!(keep(&mut library, &content, &coder(), EVENING), id);
    assert_eq!(library, before);
}

#[test]
fn other_answers_make_another_result() {
    let content = small();
    let mut library = Library::default();
    let first = keep(&mut library, &content, &coder(), MORNING);
    let second = keep(&mut library, &content, &other(), EVENING);
    assert_eq!(second, "20261122200000000");
    // The first answers again, but no longer those of the newest result.
    let third = keep(&mut library, &content, &coder(), "2026-11-23T08:00:00.000Z");
    let ids: Vec<&str> = library.results.iter().map(|result| result.id.as_str()).collect();
    assert_eq!(ids, [&first, &second, &third]);
    assert_eq!(library.latest().map(|result| &result.id), Some(&third));
}

#[test]
fn the_same_answers_under_another_content_make_another_result() {
    let content = small();
    let mut library = Library::default();
    let first = keep(&mut library, &content, &coder(), MORNING);
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/version", json!("8"));
    let changed = support::parsed(&quiz.to_string());
    assert_ne!(keep(&mut library, &changed, &coder(), EVENING), first);
    assert_eq!(library.results.len(), 2);
}

#[test]
fn results_of_the_same_millisecond_have_different_ids() {
    let content = small();
    let mut library = Library::default();
    let ids = [coder(), other(), coder(), other()].map(|answers| keep(&mut library, &content, &answers, MORNING));
    assert_eq!(ids, ["20261122080000000", "20261122080000000-2", "20261122080000000-3", "20261122080000000-4"]);
}

#[test]
fn a_result_without_points_is_kept_too() {
    let content = small();
    let mut library = Library::default();
    let id = keep(&mut library, &content, &Answers::default(), MORNING);
    assert_eq!(library.get(&id).map(|result| (result.best, result.scores)), Some((None, Points::default())));
}

#[test]
fn a_new_name_is_trimmed() {
    let mut library: Library = read(LIBRARY).expect("it is a record");
    library.rename("20261122104500000-2", " \tSecond try \n");
    assert_eq!(library.results[1].name, "Second try");
    assert_eq!((library.results[0].name.as_str(), library.revision), ("Mine", 4));
    library.rename("20261122104500000", "  ");
    assert_eq!(library.results[0].name, "");
}

#[test]
fn renaming_what_is_not_there_changes_nothing() {
    let mut library: Library = read(LIBRARY).expect("it is a record");
    let before = library.clone();
    library.rename("gone", "Name");
    assert_eq!(library, before);
}

#[test]
fn deleting_removes_one_result_and_leaves_the_others() {
    let mut library: Library = read(LIBRARY).expect("it is a record");
    library.delete("20261122104500000");
    let ids: Vec<&str> = library.results.iter().map(|result| result.id.as_str()).collect();
    assert_eq!((ids, library.revision), (vec!["20261122104500000-2"], 4));
    library.delete("gone");
    assert_eq!(library.results.len(), 1);
    assert_eq!(library.get("20261122104500000"), None);
}

#[test]
fn an_id_is_not_taken_from_a_result_that_is_still_there() {
    let content = small();
    let mut library = Library::default();
    let first = keep(&mut library, &content, &coder(), MORNING);
    let second = keep(&mut library, &content, &other(), MORNING);
    library.delete(&first);
    let third = keep(&mut library, &content, &coder(), MORNING);
    assert_ne!(third, second);
    assert_eq!(library.get(&third).map(|result| &result.answers), Some(&coder()));
}
