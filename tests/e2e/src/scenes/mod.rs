//! Every screen of the quiz and every state of it that looks or sounds different: one list, for the tests of what
//! can be seen, heard and reached, and for the pictures.

mod compare;
mod foreign;
mod notices;
mod offline;
mod problems;
mod questions;
pub mod records;
mod results;
mod saved;
mod settings;
mod sharing;

use crate::engine::{Gap, cannot};
use crate::quiz::{Quiz, Settings};
use crate::view;

/// A screen, or a state of one.
#[derive(Clone, Copy, Debug)]
pub struct Scene {
    /// Its name, in small letters with hyphens.
    pub name: &'static str,
    arrive: fn(&mut Quiz),
}

impl Scene {
    /// Brings a quiz there, from a storage that holds nothing.
    #[track_caller]
    pub fn enter(&self, quiz: &mut Quiz) {
        eprintln!("scene {}", self.name);
        begin_anew(quiz);
        (self.arrive)(quiz);
        quiz.wait_until_saving_ends();
    }
}

/// All scenes, in the order in which a person may come upon them.
pub fn all() -> Vec<Scene> {
    let lists = [
        questions::SCENES,
        results::SCENES,
        saved::SCENES,
        sharing::SCENES,
        compare::SCENES,
        settings::SCENES,
        notices::SCENES,
        offline::SCENES,
        foreign::SCENES,
        problems::SCENES,
    ];
    let scenes = lists.iter().flat_map(|list| list.iter());
    scenes.map(|&(name, arrive)| Scene { name, arrive }).collect()
}

/// Every `of`th scene from the one at `first` on. So tests can go through parts of the list at once, and no part gets
/// all of the long pages. `E2E_SCENES`, a list of names, leaves out all others, for somebody who mends one.
pub fn part(first: usize, of: usize) -> Vec<Scene> {
    let only = std::env::var("E2E_SCENES").unwrap_or_default();
    let is_wanted = |scene: &Scene| only.is_empty() || only.split([',', ' ']).any(|name| name == scene.name);
    all().into_iter().skip(first).step_by(of).filter(is_wanted).collect()
}

/// Whether [`part`] leaves nothing out.
pub fn are_all() -> bool {
    std::env::var_os("E2E_SCENES").is_none_or(|only| only.is_empty())
}

/// A quiz for scenes to be entered in, one after the other, in whatever engine.
#[track_caller]
pub fn stage() -> Quiz {
    let quiz = Quiz::new(Settings::default());
    quiz.leave();
    quiz
}

/// The same, light, 1280 pixels wide and in the time of Greenwich, which can be told to be otherwise; none where the
/// engine cannot be told.
#[track_caller]
pub fn emulated_stage() -> Option<Quiz> {
    if cannot(Gap::Emulation) {
        return None;
    }
    let quiz = stage();
    view::set_time_zone(&quiz.browser);
    view::set_size(&quiz.browser, 1280, 900);
    view::set_media(&quiz.browser, view::Media::default());
    Some(quiz)
}

/// The languages of the build, the one it was written in first.
///
/// # Panics
///
/// Where the build cannot be read.
pub fn languages() -> Vec<String> {
    let words = files("words");
    let mut languages: Vec<String> =
        words.iter().filter_map(|file| Some(file.strip_suffix(".json")?.to_owned())).collect();
    languages.sort_by_key(|language| (language != "en", language.clone()));
    languages
}

/// The language of the build whose words take the most room.
///
/// # Panics
///
/// Where the build cannot be read.
pub fn longest_language() -> String {
    let length = |language: &String| {
        let words = std::fs::read_to_string(crate::dist().join(format!("words/{language}.json")));
        words.expect("the build has the words of its languages").chars().count()
    };
    languages().into_iter().max_by_key(length).expect("a build has a language")
}

/// Leaves the quiz, and takes away all that a scene before has put there.
#[track_caller]
fn begin_anew(quiz: &Quiz) {
    quiz.forget_everything();
    quiz.server.allow_worker(false);
    crate::offline::forget(&quiz.browser);
    let within = |folder: &str| files(folder).into_iter().map(|file| format!("/{folder}/{file}")).collect::<Vec<_>>();
    let programs = files("").into_iter().map(|file| format!("/{file}"));
    for path in ["/".to_owned(), "/service-worker.js".to_owned()]
        .into_iter()
        .chain(within("content"))
        .chain(within("words"))
        .chain(programs)
    {
        quiz.server.restore(&path);
        quiz.server.release(&path);
    }
    if quiz.language() != "en" {
        records::put_settings(quiz, &serde_json::json!({}));
    }
}

/// The scripts of the build, by the names they are served under.
fn programs() -> Vec<String> {
    files("").into_iter().filter(|name| name.ends_with(".js")).collect()
}

/// The names of the files in a folder of the build.
fn files(folder: &str) -> Vec<String> {
    let files = std::fs::read_dir(crate::dist().join(folder)).expect("the build can be read");
    files.filter_map(|file| file.ok()?.file_name().into_string().ok()).collect()
}
