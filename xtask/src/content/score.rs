//! `cargo xtask content score`: what comes of answers, a JSON line for each.

use super::{NotGood, load};
use crate::Result;
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, ProfileId};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::nearest::{Change, nearest_change};
use career_quiz::quiz::recommend::recommend;
use career_quiz::quiz::score::{Line, score};
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Read, Write};
use std::path::Path;

/// The longest line that is read, in bytes. A full set of answers to a thousand questions fits.
const MAX_LINE: u64 = 1024 * 1024;

/// Scores every line of the standard input by the quiz in `path`.
pub(crate) fn run(path: &Path) -> Result {
    let content = load(path).map_err(|NotGood { lines }| lines.join("\n"))?;
    let stdout = io::stdout().lock();
    match score_all(&content, io::stdin().lock(), io::BufWriter::new(stdout)) {
        // Whoever reads the results has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done.map_err(|error| format!("the lines cannot be read or written: {error}")),
    }
}

fn score_all(content: &Content, mut lines: impl BufRead, mut results: impl Write) -> io::Result<()> {
    loop {
        let mut line = Vec::new();
        if lines.by_ref().take(MAX_LINE + 1).read_until(b'\n', &mut line)? == 0 {
            return results.flush();
        }
        let result = if line.len() as u64 > MAX_LINE {
            skip_line(&mut lines, &line)?;
            Err(format!("the line is longer than {MAX_LINE} bytes"))
        } else {
            read(content, &line)
        };
        match result {
            Ok(answers) => serde_json::to_writer(&mut results, &scored(content, &answers))?,
            Err(error) => serde_json::to_writer(&mut results, &Refused { error })?,
        }
        results.write_all(b"\n")?;
        // Each result is there as soon as its line was read, for programs that ask and wait.
        results.flush()?;
    }
}

/// Leaves the rest of a line unread that was too long.
fn skip_line(lines: &mut impl BufRead, begun: &[u8]) -> io::Result<()> {
    if begun.ends_with(b"\n") {
        return Ok(());
    }
    loop {
        let rest = lines.fill_buf()?;
        let end = rest.iter().position(|byte| *byte == b'\n');
        let read = end.map_or(rest.len(), |end| end + 1);
        lines.consume(read);
        if end.is_some() || read == 0 {
            return Ok(());
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    answers: Answers,
}

#[derive(Serialize)]
struct Refused {
    error: String,
}

/// The answers of a line. Each must be one that its question takes: a slip of the pen is not passed over in silence.
fn read(content: &Content, line: &[u8]) -> Result<Answers> {
    // A list could pass for the object as well.
    if line.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| *byte != b'{') {
        return Err("the line is no object of the form {\"answers\": {…}}".to_owned());
    }
    let Asked { answers } = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    for (id, answer) in answers.iter() {
        match content.question(id) {
            None => return Err(format!("answers.{id}: there is no question {id:?}")),
            Some(question) if !answer.fits(question) => {
                return Err(format!("answers.{id}: the question does not take {}", text(answer)));
            }
            Some(_) => {}
        }
    }
    Ok(answers)
}

fn text(answer: &Answer) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

#[derive(Serialize)]
struct Scored<'c> {
    best: Option<ProfileId>,
    /// Those that cannot be told apart, the best among them; empty where the result is clear.
    near: Vec<ProfileId>,
    level: Option<ProfileId>,
    target: Option<ProfileId>,
    profiles: Vec<Profile<'c>>,
    change: Vec<Changed>,
    programs: Vec<&'c str>,
    steps: Vec<&'c str>,
    searches: Vec<Search<'c>>,
}

#[derive(Serialize)]
struct Profile<'c> {
    id: ProfileId,
    score: u32,
    low: u32,
    high: u32,
    ledger: Vec<Entry<'c>>,
}

#[derive(Serialize)]
struct Entry<'c> {
    question: &'c str,
    answer: Answer,
    points: u32,
}

#[derive(Serialize)]
struct Changed {
    question: String,
    answer: Answer,
}

#[derive(Serialize)]
struct Search<'c> {
    name: &'c str,
    titles: Vec<&'c str>,
    exclude: Vec<&'c str>,
}

fn scored<'c>(content: &'c Content, answers: &Answers) -> Scored<'c> {
    let course = Course::of(content, answers);
    let outcome = score(content, &course);
    let change = nearest_change(content, &course, &outcome);
    let advice = outcome.best.map(|best| recommend(content, course.counted(), best, &change.deeds(content)));
    let entry =
        |line: Line| Entry { question: &line.question(content).id, answer: line.answer(content), points: line.points };
    let profiles = outcome.profiles.into_iter().map(|profile| Profile {
        id: profile.id,
        score: profile.score,
        low: profile.score,
        high: profile.high,
        ledger: profile.ledger.into_iter().map(entry).collect(),
    });
    let near = match outcome.near.is_empty() {
        true => Vec::new(),
        false => outcome.best.into_iter().chain(outcome.near).collect(),
    };
    let (mut programs, mut steps, mut searches) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(advice) = advice {
        programs.extend(advice.programs.iter().map(|suggestion| &*suggestion.program.id));
        steps.extend(advice.steps.iter().map(|step| &*step.id));
        searches.extend(advice.searches.into_iter().map(|found| Search {
            name: &found.search.name,
            titles: found.titles,
            exclude: found.search.exclude.iter().map(String::as_str).collect(),
        }));
    }
    Scored {
        best: outcome.best,
        near,
        level: outcome.level,
        target: outcome.target,
        profiles: profiles.collect(),
        change: changes(change),
        programs,
        steps,
        searches,
    }
}

/// What is to be changed: what only time brings first.
fn changes(change: Change) -> Vec<Changed> {
    let time = match &change {
        Change::Time { question, number, .. } => {
            Some(Changed { question: question.clone(), answer: Answer::Number(*number) })
        }
        _ => None,
    };
    let acts = change
        .acts()
        .iter()
        .map(|act| Changed { question: act.question.clone(), answer: Answer::One(act.option.clone()) });
    time.into_iter().chain(acts).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{from_bytes, sample};
    use super::*;
    use serde_json::{Value, json};

    fn content() -> Content {
        let mut quiz = sample();
        quiz["questions"][0]["options"][0]["points"] = json!({ "senior": 30, "mid": 28 });
        quiz["questions"][0]["options"][1]["target"] = json!("senior");
        quiz["questions"].as_array_mut().expect("a list").push(json!({
            "id": "years", "kind": "number", "text": "How many?", "grows": "with-time",
            "bands": [{ "from": 0, "points": { "entry": 9 } }, { "from": 5, "points": { "senior": 40 } }],
        }));
        quiz["margin"] = json!(2);
        from_bytes(quiz.to_string().as_bytes(), "x".as_ref()).expect("it is good")
    }

    #[track_caller]
    fn results(lines: &[u8]) -> Vec<Value> {
        let mut written = Vec::new();
        score_all(&content(), lines, &mut written).expect("memory can be read and written");
        let text = String::from_utf8(written).expect("JSON is text");
        text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
    }

    #[test]
    fn a_line_of_answers_comes_to_scores_with_their_ledgers_and_advice() {
        let line = br#"{"answers": {"first": "yes", "years": 4}}"#;
        let result = &results(line)[0];
        assert_eq!(result["best"], "senior");
        assert_eq!(result["near"], json!(["senior", "mid"]));
        assert_eq!((&result["level"], &result["target"]), (&json!("senior"), &json!("senior")));
        let expected = json!({
            "id": "senior", "score": 30, "low": 30, "high": 30,
            "ledger": [{ "question": "first", "answer": "yes", "points": 30 }],
        });
        assert_eq!(result["profiles"][0], expected);
        assert_eq!(result["profiles"].as_array().map(Vec::len), Some(4));
        assert_eq!(
            (&result["change"], &result["programs"], &result["steps"]),
            (&json!([]), &json!([]), &json!(["go"]))
        );
        assert_eq!(result["searches"], json!([{ "name": "all", "titles": ["line cook"], "exclude": [] }]));
    }

    #[test]
    fn what_time_must_bring_stands_in_the_change() {
        let result = &results(br#"{"answers": {"first": "no", "years": 4}}"#)[0];
        assert_eq!((&result["best"], &result["target"]), (&json!("entry"), &json!("senior")));
        assert_eq!(result["change"], json!([{ "question": "years", "answer": 5 }]));
    }

    #[test]
    fn skipped_questions_leave_a_range_and_maybe_no_best() {
        let result = &results(br#"{"answers": {}}"#)[0];
        assert_eq!((&result["best"], &result["near"], &result["level"]), (&json!(null), &json!([]), &json!(null)));
        let entry = result["profiles"].as_array().expect("a list").iter().find(|it| it["id"] == "entry");
        let entry = entry.expect("all four are there");
        assert_eq!((&entry["score"], &entry["low"], &entry["high"]), (&json!(0), &json!(0), &json!(9)));
    }

    #[test]
    fn a_bad_line_is_answered_with_an_error_and_the_next_is_scored() {
        let lines =
            b"{\n\n[{\"first\": \"no\"}]\n{\"answers\": {\"gone\": \"yes\"}}\n{\"answers\": {\"first\": \"maybe\"}}\n\
            {\"answers\": {\"years\": -1}}\n{\"answers\": {}, \"more\": 1}\n\xff\n{\"answers\": {\"first\": {}}}\n\
            {\"answers\": {\"first\": \"no\"}}";
        let results = results(lines);
        let error = |at: usize| results[at]["error"].as_str().unwrap_or_default().to_owned();
        assert_eq!(results.len(), 10);
        assert_eq!(error(3), "answers.gone: there is no question \"gone\"");
        assert_eq!(error(4), "answers.first: the question does not take \"maybe\"");
        assert_eq!(error(5), "answers.years: the question does not take -1");
        assert!(error(6).contains("unknown field `more`"), "{}", error(6));
        assert!(error(2).starts_with("the line is no object"), "{}", error(2));
        assert!((0..9).all(|at| !error(at).is_empty()), "{results:?}");
        assert!(results[9]["profiles"].is_array(), "{:?}", results[9]);
    }

    #[test]
    fn a_question_that_is_answered_twice_is_an_error() {
        let results = results(br#"{"answers": {"first": "no", "first": "yes"}}"#);
        let error = results[0]["error"].as_str().unwrap_or_default();
        assert!(error.contains("the question \"first\" is answered twice"), "{error}");
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let mut lines = vec![b' '; MAX_LINE as usize * 3];
        lines.extend(b"\n{\"answers\": {\"first\": \"no\"}}\n");
        let results = results(&lines);
        assert_eq!(results.len(), 2);
        assert_eq!(results[0], json!({ "error": "the line is longer than 1048576 bytes" }));
        assert!(results[1]["profiles"].is_array());
    }
}
