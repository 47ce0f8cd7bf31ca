//! `cargo xtask content check`: what is wrong with quizzes, and where.

use super::{NotGood, load};
use crate::{Result, file};
use career_quiz::quiz::content::{Content, Fault, Grows, ProfileId, Quiz};
use career_quiz::quiz::fingerprint::fingerprint;
use career_quiz::quiz::proof::{MAX_SHARE, Share, prove};
use career_quiz::quiz::translation::compare;
use career_quiz::quiz::words::Words;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Checks each file, and goes on after one that is faulty. Of several files of one quiz the first is proven; the others
/// are held against it, as its translations.
pub(crate) fn run(files: &[PathBuf]) -> Result {
    let mut sources: Vec<(String, PathBuf)> = Vec::new();
    let mut faulty = 0;
    for file in files {
        let (lines, is_good) = check(file, &mut sources).unwrap_or_else(|NotGood { lines }| (lines, false));
        lines.iter().for_each(|line| println!("{line}"));
        faulty += usize::from(!is_good);
    }
    match (faulty, files.len()) {
        (0, _) => Ok(()),
        (_, 1) => Err("the file has faults".to_owned()),
        (faulty, all) => Err(format!("{faulty} of {all} files have faults")),
    }
}

fn check(path: &Path, sources: &mut Vec<(String, PathBuf)>) -> std::result::Result<(Vec<String>, bool), NotGood> {
    let shown = path.display().to_string();
    let text = file::read(path).map_err(|line| NotGood { lines: vec![line] })?;
    let json: Value = serde_json::from_str(&text).unwrap_or_default();
    if json.get("words").is_some() {
        let words = Words::parse(&text).map_err(|faults| not_good(&shown, &faults))?;
        return Ok((vec![format!("{shown}: all right (the words of the interface in {})", words.name())], true));
    }
    let quiz = load(path)?;
    if let Some((_, source)) = sources.iter().find(|(id, _)| *id == quiz.id) {
        let original = file::read(source).map_err(|line| NotGood { lines: vec![line] })?;
        let original: Value = serde_json::from_str(&original).unwrap_or_default();
        compare(&original, &json).map_err(|faults| not_good(&shown, &faults))?;
        let line = format!("{shown}: all right (differs from {} in its texts alone)", source.display());
        return Ok((vec![line], true));
    }
    sources.push((quiz.id.clone(), path.to_owned()));
    Ok(report(&quiz, &shown))
}

fn not_good(file: &str, faults: &[Fault]) -> NotGood {
    NotGood { lines: faults.iter().map(|fault| format!("{file}: {fault}")).collect() }
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
    fn more_files_of_a_quiz_are_held_against_the_first_and_words_are_checked_too() {
        let public = paths::root().join("public");
        let files = |names: &[&str]| names.iter().map(|name| public.join(name)).collect::<Vec<_>>();
        let (english, spanish) = ("content/back-end-developer.en.json", "content/back-end-developer.es.json");
        assert_eq!(run(&files(&[english, spanish, "words/en.json", "words/es.json"])), Ok(()));
        let folder = Folder::new("check-translation");
        let text = std::fs::read_to_string(public.join(spanish)).expect("it can be read");
        let changed = folder.file("es.json", &text.replacen("\"margin\": 5", "\"margin\": 4", 1));
        assert_eq!(run(&[public.join(english), changed.clone()]), Err("1 of 2 files have faults".to_owned()));
        let mut sources = vec![("back-end-developer".to_owned(), public.join(english))];
        let NotGood { lines } = check(&changed, &mut sources).expect_err("the margin differs");
        assert_eq!(lines, [format!("{}: margin: 4 is not 5, as in the source", changed.display())]);
        let words = folder.file("words.json", "{\"format_version\": 1, \"words\": {}}");
        assert_eq!(run(&[words]), Err("the file has faults".to_owned()));
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
