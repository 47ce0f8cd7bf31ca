//! Saved results.

use super::records::{put_results, result};
use crate::quiz::Quiz;
use serde_json::json;

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("saved-empty", |quiz| {
        quiz.visit("#/saved");
        quiz.wait_for("saved");
    }),
    ("saved", at_saved),
    ("saved-renaming", |quiz| {
        at_saved(quiz);
        quiz.press(&quiz.words("saved.rename-of", &[("name", NAME)]));
        quiz.browser.find("textbox", &quiz.word("saved.name"));
        quiz.browser.until("the focus in the field", || (quiz.browser.focused().tag() == "input").then_some(()));
    }),
    ("saved-deleting", |quiz| {
        at_saved(quiz);
        quiz.press(&quiz.words("saved.delete-of", &[("name", NAME)]));
        quiz.browser.find("button", &quiz.word("dialog.cancel"));
    }),
    ("saved-deleted", |quiz| {
        at_saved(quiz);
        quiz.press(&quiz.words("saved.delete-of", &[("name", NAME)]));
        quiz.press(&quiz.word("saved.delete"));
        quiz.wait_for_notice(&quiz.words("notice.deleted", &[("name", NAME)]));
    }),
    ("saved-deleting-everything", |quiz| {
        at_saved(quiz);
        quiz.press(&quiz.word("saved.delete-all"));
        quiz.browser.find("button", &quiz.word("dialog.cancel"));
    }),
    ("saved-deleted-everything", |quiz| {
        at_saved(quiz);
        quiz.press(&quiz.word("saved.delete-all"));
        quiz.press(&quiz.word("saved.delete-all"));
        quiz.wait_for_notice(&quiz.word("notice.deleted-all"));
    }),
];

const NAME: &str = "After the first year";

#[track_caller]
fn at_saved(quiz: &mut Quiz) {
    put_results(
        quiz,
        &[
            result(quiz, "1", "", &json!({ "today": "back-end-developer" })),
            result(quiz, "2", NAME, &quiz.persona("two-years-still-guided")),
            result(quiz, "3", "", &quiz.persona("freelancer-twelve-years")),
        ],
    );
    quiz.visit("#/saved");
    quiz.wait_for("saved");
    quiz.browser.find("link", NAME);
}
