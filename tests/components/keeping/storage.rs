//! `localStorage`, as far as it is ours.

use crate::faults::{block_local, fill_local, mend};
use crate::stage::clear;
use crate::stores::{PROGRESS, RESULTS, folder, keep, kept, local_storage, storage};
use career_quiz::browser::storage::{NotKept, Storage};
use career_quiz::quiz::record::names::backup_name;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

#[browser_test]
fn a_text_comes_back_as_it_was_kept() {
    clear();
    assert_eq!(storage().read(PROGRESS), Ok(None));
    for text in ["", "{\"broken\": \u{0}\u{1f600} ü \\ \n\t'\" </script>"] {
        assert_eq!(storage().write(PROGRESS, text), Ok(()));
        assert_eq!(storage().read(PROGRESS), Ok(Some(text.to_owned())));
    }
    assert_eq!(storage().remove(PROGRESS), Ok(()));
    assert_eq!(storage().read(PROGRESS), Ok(None));
    assert_eq!(storage().remove(PROGRESS), Ok(()), "nothing to remove is removed well");
    assert_eq!(storage().names().len(), 0);
}

#[browser_test]
fn a_text_is_kept_under_the_folder_and_its_name() {
    clear();
    for (folder, name) in [("/", "a.x"), ("/b/", "a.x"), ("/", "c.x"), ("/", "a.y")] {
        assert_eq!(Storage::of(folder).write(name, "1"), Ok(()));
    }
    let mut keys: Vec<String> = (0..4).filter_map(|at| local_storage().key(at).ok()?).collect();
    keys.sort();
    assert_eq!(keys, ["career-quiz./.a.x", "career-quiz./.a.y", "career-quiz./.c.x", "career-quiz./b/.a.x"]);
}

#[browser_test]
fn what_belongs_to_others_is_not_named_and_left_alone() {
    clear();
    let inside = format!("career-quiz.{}inside/.small.progress", folder());
    let others = ["cart", "career-quiz", "career-quiz./.small.progress", &inside];
    for other in others {
        local_storage().set_item(other, "theirs").expect("the storage can be written");
    }
    assert_eq!(storage().read(PROGRESS), Ok(None));
    assert_eq!(storage().write(RESULTS, "ours"), Ok(()));
    assert_eq!(storage().write(PROGRESS, "ours"), Ok(()));
    let mut names = storage().names();
    names.sort();
    assert_eq!(names, [PROGRESS, RESULTS]);
    assert_eq!(storage().remove(PROGRESS), Ok(()));
    for other in others {
        assert_eq!(local_storage().get_item(other), Ok(Some("theirs".to_owned())), "{other}");
    }
}

#[browser_test]
fn a_backup_has_a_name_of_its_own_for_each_text() {
    let [first, second, elsewhere] =
        [(PROGRESS, "first"), (PROGRESS, "second"), (RESULTS, "first")].map(|(name, text)| backup_name(name, text));
    assert_eq!(first, backup_name(PROGRESS, "first"));
    assert_ne!(first, second);
    assert_ne!(first, elsewhere);
    // As it stands in browsers: it is found under the same name for ever.
    assert_eq!(first, "small.progress.unreadable-a7937b64b8caa58f");
}

#[browser_test]
fn where_storage_is_blocked_nothing_is_read_or_kept() {
    clear();
    keep(PROGRESS, "before");
    block_local();
    let storage = storage();
    assert!(!storage.is_available());
    assert_eq!(storage.read(PROGRESS), Err(NotKept::Unavailable));
    assert_eq!(storage.write(PROGRESS, "after"), Err(NotKept::Unavailable));
    assert_eq!(storage.remove(PROGRESS), Err(NotKept::Unavailable));
    assert_eq!(storage.names(), [""; 0]);
    mend();
    assert_eq!(kept(PROGRESS).as_deref(), Some("before"));
}

#[browser_test]
fn where_storage_is_full_what_was_kept_before_stays() {
    clear();
    keep(PROGRESS, "before");
    fill_local();
    assert_eq!(storage().write(PROGRESS, "after"), Err(NotKept::Refused));
    mend();
    assert_eq!(kept(PROGRESS).as_deref(), Some("before"));
}
