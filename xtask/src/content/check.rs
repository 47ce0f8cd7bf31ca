//! `cargo xtask content check`: what is wrong with quizzes, and where.

use super::{NotGood, load};
use crate::Result;
use career_quiz::quiz::content::Quiz;
use std::path::PathBuf;

/// Checks each file, and goes on after one that is faulty.
pub(crate) fn run(files: &[PathBuf]) -> Result {
    let mut faulty = 0;
    for file in files {
        match load(file) {
            Ok(quiz) => println!("{}: all right ({})", file.display(), counts(&quiz)),
            Err(NotGood { lines }) => {
                lines.iter().for_each(|line| println!("{line}"));
                faulty += 1;
            }
        }
    }
    match (faulty, files.len()) {
        (0, _) => Ok(()),
        (_, 1) => Err("the file has faults".to_owned()),
        (faulty, all) => Err(format!("{faulty} of {all} files have faults")),
    }
}

/// What is in a quiz, in numbers.
pub(crate) fn counts(quiz: &Quiz) -> String {
    let options = quiz.questions.iter().map(|question| question.options.len()).sum();
    let count = |number: usize, noun: &str| format!("{number} {noun}{}", if number == 1 { "" } else { "s" });
    [
        count(quiz.questions.len(), "question"),
        count(options, "option"),
        count(quiz.programs.len(), "program"),
        count(quiz.steps.len(), "step"),
    ]
    .join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::{Folder, sample};
    use super::*;

    #[test]
    fn a_good_file_is_counted() {
        let folder = Folder::new("check-good");
        let file = folder.file("good.json", &sample().to_string());
        assert_eq!(load(&file).map(|quiz| counts(&quiz)), Ok("1 question, 2 options, 0 programs, 1 step".to_owned()));
        assert_eq!(run(&[file]), Ok(()));
    }

    #[test]
    fn a_fault_is_said_with_the_file_and_the_path() {
        let folder = Folder::new("check-bad");
        let mut quiz = sample();
        quiz["questions"][0]["options"][1]["id"] = "Not Kebab".into();
        let file = folder.file("bad.json", &quiz.to_string());
        let NotGood { lines } = load(&file).expect_err("the id is wrong");
        let begin = format!("{}: questions[0].options[1].id: ", file.display());
        assert!(lines.len() == 1 && lines[0].starts_with(&begin), "{lines:?}");
    }

    #[test]
    fn a_file_that_cannot_be_read_does_not_hide_the_others() {
        let folder = Folder::new("check-missing");
        let good = folder.file("good.json", &sample().to_string());
        let binary = folder.0.join("binary.json");
        std::fs::write(&binary, b"{\"a\": \xff}").expect("a file can be written");
        let missing = folder.0.join("missing.json");
        assert_eq!(run(&[missing.clone(), good, binary.clone()]), Err("2 of 3 files have faults".to_owned()));
        let NotGood { lines } = load(&missing).expect_err("it is missing");
        assert!(lines[0].starts_with(&format!("{}: cannot be read: ", missing.display())), "{lines:?}");
        let NotGood { lines } = load(&binary).expect_err("it is not text");
        assert_eq!(lines, [format!("{}: is not UTF-8 text (byte 7)", binary.display())]);
    }
}
