//! What is said of the connection, and of a new version.

use crate::quiz::Quiz;

type Scenes = &'static [(&'static str, fn(&mut Quiz))];

pub(super) const SCENES: Scenes = &[
    ("offline-ready", |quiz| {
        quiz.server.allow_worker(true);
        quiz.visit("");
        quiz.wait_until_offline();
    }),
    ("update-ready", |quiz| {
        quiz.server.allow_worker(true);
        quiz.visit("");
        quiz.wait_until_offline();
        // Another version, of which nothing but its name is different.
        let worker = quiz.browser.run("return fetch('service-worker.js').then(response => response.text())", &[]);
        let worker = worker.as_str().expect("the build has a worker");
        let version = quiz.version();
        let newer: String = version.chars().rev().collect();
        quiz.server.put("/service-worker.js", 200, worker.replace(&version, &newer));
        quiz.browser.reload();
        quiz.wait_until_offline();
        quiz.wait_for_update();
    }),
];
