//! A quiz being taken.

use crate::support::records::{Taking as _, read};
use crate::support::{many, number, one, small};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::course::Course;
use career_quiz::quiz::record::Record as _;
use career_quiz::quiz::record::progress::{Progress, ProgressChange};
use career_quiz::quiz::record::stored::text_of;

const PROGRESS: &str = r#"{"record_version":2,"revision":9,"content_version":"7","at":"years","reached":33,"answers":{"gone":"x","skills":["sql","git"],"start":"coder","years":2.5}}"#;

fn coder() -> Answers {
    Answers::from([("start", one("coder")), ("skills", many(&["sql", "git"])), ("years", number(2.5))])
}

#[test]
fn progress_is_written_as_it_was_read_byte_for_byte() {
    let progress: Progress = read(PROGRESS);
    assert_eq!(progress.at.as_deref(), Some("years"));
    assert_eq!((progress.revision, progress.reached), (9, 33));
    // An answer that no question of the content asks for is kept.
    assert_eq!(progress.answers.get("gone"), Some(&one("x")));
    assert_eq!(text_of(&progress), PROGRESS);
}

#[test]
fn what_is_written_can_be_read() {
    let content = small();
    let mut progress = Progress::new(&content);
    progress.answer(&content, "start", Some(one("coder")));
    progress.answer(&content, "years", Some(number(0.5)));
    progress.visit(&content, None);
    assert_eq!(read::<Progress>(&text_of(&progress)), progress);
}

#[test]
fn keys_of_a_record_that_mean_something_to_javascript_are_ids_like_others() {
    let text = PROGRESS.replace("\"gone\"", "\"__proto__\"");
    let progress: Progress = read(&text);
    assert_eq!(progress.answers.get("__proto__"), Some(&one("x")));
    assert_eq!(text_of(&progress), text);
}

#[test]
fn a_new_quiz_is_at_the_first_question_with_nothing_behind() {
    let progress = Progress::new(&small());
    let expected = r#"{"record_version":2,"revision":0,"content_version":"7","at":"start","reached":0,"answers":{}}"#;
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
    let mut progress: Progress = read(PROGRESS);
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
    let mut progress: Progress = read(PROGRESS);
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

// What was deleted and is brought back.

fn started_over() -> (Progress, Progress) {
    let before: Progress = read(PROGRESS);
    let mut after = before.clone();
    after.start_over(&small());
    (before, after)
}

#[test]
fn answers_that_are_brought_back_are_there_as_they_were_at_a_later_revision() {
    let (before, mut progress) = started_over();
    progress.apply(&ProgressChange::Restore(before.clone()));
    assert_eq!(progress, before.at_revision(11));
}

#[test]
fn what_was_answered_meanwhile_stays_when_answers_are_brought_back() {
    let (before, mut progress) = started_over();
    progress.answer(&small(), "start", Some(one("boss")));
    progress.visit(&small(), Some("skills"));
    progress.apply(&ProgressChange::Restore(before));
    assert_eq!(progress.answers.get("start"), Some(&one("boss")));
    assert_eq!(progress.answers.get("years"), Some(&number(2.5)));
    assert_eq!((progress.at.as_deref(), progress.revision), (Some("skills"), 13));
    assert_eq!(progress.reached, 33);
}

#[test]
fn two_with_the_same_answers_are_one_and_any_others_are_two() {
    let mut progress: Progress = read(PROGRESS);
    let elsewhere = Progress { at: None, ..progress.clone() };
    assert!(progress.join(&elsewhere));
    assert_eq!(progress, read(PROGRESS));
    let mut other = progress.clone();
    other.answers.set("team", one("alone"));
    assert!(!progress.join(&other));
    assert_eq!(progress, read(PROGRESS));
}
