//! A quiz of another site.

use super::sharing::{begin_elsewhere, link};
use crate::quiz::Quiz;

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("foreign-intro", |quiz| {
        put(quiz);
        quiz.visit(ADDRESS);
        quiz.wait_for("intro");
    }),
    ("foreign-shared", |quiz| {
        let fragment = link(quiz);
        begin_elsewhere(quiz);
        put(quiz);
        quiz.visit(&format!("{ADDRESS}{fragment}"));
        quiz.wait_for("shared");
    }),
    ("foreign-problem", |quiz| {
        quiz.server.put(FILE, 404, "not found");
        quiz.visit(ADDRESS);
        quiz.wait_for("problem");
    }),
];

/// Where the content lies. To the program, whatever an address asks for is another site's, also where that is this one.
const FILE: &str = "/foreign.json";

const ADDRESS: &str = "?content=%2Fforeign.json";

/// Puts the quiz's own content there.
fn put(quiz: &Quiz) {
    quiz.server.put(FILE, 200, quiz.content().to_string());
}
