//! Addresses of screens.

use career_quiz::state::screen::Screen;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

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
    assert_address(Screen::CompareLatest, "#/compare");
    assert_address(Screen::Compare(id(), "b-2".to_owned()), "#/compare/a-1/b-2");
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
        "#/compare/a",
        "#/compare/a/",
        "#/compare//a",
        "#/compare/a/b/c",
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
