//! Addresses of screens, and the place where records are kept.

use crate::stage::{
    SMALL, block_storage, clear, fill_storage, keep, kept, key, local_storage, material, mend_storage, storage,
};
use career_quiz::browser::storage::{NotKept, Storage};
use career_quiz::quiz::record::{Progress, read};
use career_quiz::state::screen::Screen;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

// Screen.

#[track_caller]
fn assert_address(screen: Screen, hash: &str) {
    assert_eq!(screen.hash(), hash);
    assert_eq!(Screen::from_hash(hash), screen);
}

#[browser_test]
fn every_screen_has_an_address_of_its_own() {
    let id = || "a-1".to_owned();
    assert_address(Screen::Intro, "#/");
    assert_address(Screen::Question(id()), "#/question/a-1");
    assert_address(Screen::Edit(id()), "#/review/a-1");
    assert_address(Screen::Review, "#/review");
    assert_address(Screen::LatestResult, "#/results");
    assert_address(Screen::Result(id()), "#/results/a-1");
    assert_address(Screen::Saved, "#/saved");
}

#[browser_test]
fn no_fragment_is_the_intro() {
    for hash in ["", "#", "#/", "/"] {
        assert_eq!(Screen::from_hash(hash), Screen::Intro, "{hash:?}");
    }
}

#[browser_test]
fn a_fragment_from_anywhere_else_names_no_screen() {
    for hash in [
        "#/x",
        "#x",
        "#//",
        "#/ ",
        "#/question",
        "#/question/",
        "#/question/a/b",
        "#/question//a",
        "#/review/",
        "#/review/a/",
        "#/results/",
        "#/results/a/b",
        "#/saved/a",
        "#/Saved",
        "#/saved?a=b",
        "#/question%2Fa",
        "#:~:text=x",
        "##/saved",
        "#/__proto__",
    ] {
        assert_eq!(Screen::from_hash(hash), Screen::Unknown, "{hash:?}");
    }
    assert_eq!(Screen::from_hash(&format!("#/{}", "/".repeat(1_000_000))), Screen::Unknown);
}

#[browser_test]
fn an_id_in_a_fragment_is_taken_as_it_stands() {
    for id in ["__proto__", "%3Cscript%3E", "<img src=x>", "..", "a b", "\u{1f600}", "a?b=c"] {
        assert_eq!(Screen::from_hash(&format!("#/question/{id}")), Screen::Question(id.to_owned()));
    }
}

// Storage.

fn progress() -> Progress {
    Progress::new(material().content)
}

#[browser_test]
fn a_record_comes_back_as_it_was_kept() {
    clear();
    assert_eq!(storage().read("progress"), None);
    assert_eq!(storage().write("progress", &progress()), Ok(()));
    let text = storage().read("progress").expect("it is kept");
    assert_eq!(read(&text), Ok(progress()));
}

#[browser_test]
fn a_record_is_kept_under_the_folder_and_the_quiz() {
    clear();
    let write = |folder, quiz, name| Storage::open(folder, quiz).write(name, &1);
    for (folder, quiz, name) in [("/", "a", "x"), ("/b/", "a", "x"), ("/", "c", "x"), ("/", "a", "y")] {
        assert_eq!(write(folder, quiz, name), Ok(()));
    }
    let mut keys: Vec<String> = (0..4).filter_map(|at| local_storage().key(at).ok()?).collect();
    keys.sort();
    assert_eq!(keys, ["career-quiz./.a.x", "career-quiz./.a.y", "career-quiz./.c.x", "career-quiz./b/.a.x"]);
}

#[browser_test]
fn a_record_set_aside_is_kept_byte_for_byte() {
    clear();
    let text = "{\"broken\": \u{0}\u{1f600} ü \\ \n\t'\" </script>";
    keep("progress", text);
    assert_eq!(storage().set_aside("progress"), Ok(()));
    assert_eq!(kept("progress.unreadable-1").as_deref(), Some(text));
    assert_eq!(kept("progress").as_deref(), Some(text));
}

#[browser_test]
fn a_backup_is_never_overwritten() {
    clear();
    for text in ["first", "second", "third"] {
        keep("progress", text);
        assert_eq!(storage().set_aside("progress"), Ok(()));
    }
    let backups = [1, 2, 3, 4].map(|number| kept(&format!("progress.unreadable-{number}")));
    assert_eq!(backups.each_ref().map(Option::as_deref), [Some("first"), Some("second"), Some("third"), None]);
}

#[browser_test]
fn the_same_text_is_set_aside_once() {
    clear();
    for text in ["first", "second", "first", "second", "second"] {
        keep("progress", text);
        assert_eq!(storage().set_aside("progress"), Ok(()));
    }
    assert_eq!(local_storage().length(), Ok(3));
}

#[browser_test]
fn where_there_is_no_room_for_a_backup_that_is_said() {
    clear();
    for number in 1..100 {
        keep(&format!("progress.unreadable-{number}"), &number.to_string());
    }
    keep("progress", "broken");
    assert_eq!(storage().set_aside("progress"), Err(NotKept::Refused));
    assert_eq!(kept("progress.unreadable-1").as_deref(), Some("1"));
    assert_eq!(kept("progress.unreadable-99").as_deref(), Some("99"));
}

#[browser_test]
fn nothing_to_set_aside_is_set_aside_well() {
    clear();
    assert_eq!(storage().set_aside("progress"), Ok(()));
    assert_eq!(local_storage().length(), Ok(0));
}

#[browser_test]
fn what_belongs_to_others_is_left_alone() {
    clear();
    let others = ["cart", "career-quiz", "career-quiz./test/.other.progress", "career-quiz./.small.progress"];
    for other in others {
        local_storage().set_item(other, "theirs").expect("the storage can be written");
    }
    assert_eq!(storage().read("progress"), None);
    assert_eq!(storage().write("progress", &progress()), Ok(()));
    keep("results", "broken");
    assert_eq!(storage().set_aside("results"), Ok(()));
    for other in others {
        assert_eq!(local_storage().get_item(other), Ok(Some("theirs".to_owned())), "{other}");
    }
    assert!(local_storage().get_item(&key("results.unreadable-1")).is_ok_and(|text| text.is_some()));
}

#[browser_test]
fn where_storage_is_blocked_nothing_is_read_or_kept() {
    clear();
    keep("progress", SMALL);
    block_storage();
    let storage = storage();
    assert!(!storage.is_available());
    assert_eq!(storage.read("progress"), None);
    assert_eq!(storage.write("progress", &progress()), Err(NotKept::Unavailable));
    assert_eq!(storage.set_aside("progress"), Ok(()));
    mend_storage();
    assert_eq!(kept("progress").as_deref(), Some(SMALL));
}

#[browser_test]
fn where_storage_is_full_what_was_kept_before_stays() {
    clear();
    keep("progress", "before");
    fill_storage();
    assert_eq!(storage().write("progress", &progress()), Err(NotKept::Refused));
    assert_eq!(storage().set_aside("progress"), Err(NotKept::Refused));
    mend_storage();
    assert_eq!(kept("progress").as_deref(), Some("before"));
    assert_eq!(kept("progress.unreadable-1"), None);
}
