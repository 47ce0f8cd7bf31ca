//! `cargo xtask content check`: what is wrong with quizzes, and where.

use super::{NotGood, load};
use crate::Result;
use career_quiz::quiz::content::{Content, Grows, ProfileId, Quiz};
use career_quiz::quiz::fingerprint::fingerprint;
use career_quiz::quiz::proof::{MAX_SHARE, Share, prove};
use std::path::PathBuf;

/// Checks each file, and goes on after one that is faulty.
pub(crate) fn run(files: &[PathBuf]) -> Result {
    let mut faulty = 0;
    for file in files {
        match load(file) {
            Ok(quiz) => {
                let (lines, is_good) = report(&quiz, &file.display().to_string());
                lines.iter().for_each(|line| println!("{line}"));
                faulty += usize::from(!is_good);
            }
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

/// What was proven of a quiz, and what not: a line for each fault, or what there is to say of a good one.
fn report(quiz: &Content, file: &str) -> (Vec<String>, bool) {
    let proof = prove(quiz);
    if !proof.findings.is_empty() {
        return (proof.findings.iter().map(|finding| format!("{file}: {finding}")).collect(), false);
    }
    let mut lines = vec![
        format!("{file}: all right ({})", counts(quiz)),
        format!(
            "  {} things were shown to come up for somebody, {} options to change something",
            proof.reachable, proof.effective
        ),
    ];
    let most: Vec<String> =
        ProfileId::ALL.into_iter().zip(proof.most).map(|(profile, most)| format!("{profile} {most}")).collect();
    lines.push(format!("  most points: {}", most.join(", ")));
    if let Some(share) = &proof.largest_share {
        lines.push(format!(
            "  largest share of one question: {}, {} of the {} points of {}, {} % ({MAX_SHARE} % at most)",
            quiz.questions[share.position].id,
            share.points,
            share.of,
            share.profile,
            share.percent()
        ));
    }
    let growing = quiz.questions.iter().filter(|it| it.grows.is_some_and(Grows::is_experience));
    let growing: Vec<&str> = growing.map(|question| question.id.as_str()).collect();
    lines.push(format!("  never counts for entry against senior: more of {}", growing.join(", ")));
    lines.push(format!("  personas: {}", quiz.personas.len()));
    if !proof.shares.is_empty() {
        lines.push("  share of answer sets that each program is recommended to:".to_owned());
        let share = |share: &Share| format!("    {:4.1} %  {}", share.share * 100.0, share.program);
        lines.extend(proof.shares.iter().map(share));
    }
    lines.push(format!("  scoring fingerprint: {}", fingerprint(quiz)));
    (lines, true)
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
    use crate::paths;

    #[test]
    fn a_good_file_is_counted() {
        let folder = Folder::new("check-good");
        let file = folder.file("good.json", &sample().to_string());
        assert_eq!(load(&file).map(|quiz| counts(&quiz)), Ok("1 question, 2 options, 0 programs, 1 step".to_owned()));
    }

    #[test]
    fn the_default_quiz_is_proven_and_reported_on() {
        let quiz = load(&paths::content()).expect("it can be read");
        let (lines, is_good) = report(&quiz, "q.json");
        assert!(is_good, "{lines:#?}");
        assert!(lines[0].starts_with("q.json: all right (") && lines[1].contains(" things were shown"), "{lines:#?}");
        let share = lines.iter().find(|line| line.contains("largest share of one question: ")).expect("it is said");
        assert!(share.ends_with(" % (35 % at most)"), "{share}");
        assert!(lines.last().is_some_and(|line| line.starts_with("  scoring fingerprint: ")), "{lines:#?}");
        assert_eq!(lines.iter().filter(|line| line.starts_with("    ")).count(), quiz.programs.len());
    }

    #[test]
    fn the_figures_in_the_docs_are_those_of_the_default_quiz() {
        let docs = std::fs::read_to_string(paths::root().join("docs/scoring.md")).expect("it can be read");
        let quiz = load(&paths::content()).expect("it can be read");
        let proof = prove(&quiz);
        for Share { program, share } in &proof.shares {
            let name = &quiz.program(program).expect("it exists").name;
            let row = format!("| {name} | {:.1} % |", share * 100.0);
            assert!(docs.contains(&row), "{row}");
        }
        let share = proof.largest_share.expect("some question gives points").percent();
        assert!(docs.contains(&format!("gives is {share} % (")), "{share} %");
        assert!(docs.contains(&format!("of {} points; scope", proof.most[ProfileId::Senior as usize])));
        assert!(docs.contains(&format!("{} personas", quiz.personas.len())));
    }

    #[test]
    fn what_cannot_be_reached_is_said_with_the_file_and_the_path() {
        let quiz =
            crate::content::from_bytes(sample().to_string().as_bytes(), "x".as_ref()).expect("it hangs together");
        let (lines, is_good) = report(&quiz, "q.json");
        assert!(!is_good);
        let expected = "q.json: profiles[0]: the most points are 0; 80 should be within reach";
        assert_eq!(lines.first().map(String::as_str), Some(expected));
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
        let text = std::fs::read_to_string(paths::content()).expect("it can be read");
        let good = folder.file("good.json", &text);
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
