//! Whatever `content::parse` accepts can be taken to the end by anybody, and whatever it refuses it says why.
//!
//! An input is a content file. What stands behind a zero byte, which no JSON has, picks the answers.
#![no_main]

use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{self, Content, Kind, ProfileId, Question};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::doubts::doubts;
use career_quiz::quiz::fingerprint::fingerprint;
use career_quiz::quiz::nearest::nearest_change;
use career_quiz::quiz::recommend::{self, MAX_LINK};
use career_quiz::quiz::score::{Outcome, score};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    let end = input.iter().position(|byte| *byte == 0).unwrap_or(input.len());
    let (text, rest) = input.split_at(end);
    // A browser hands over text, never bytes: what is not UTF-8 does not come this far.
    let Ok(text) = str::from_utf8(text) else { return Corpus::Reject };
    match content::parse(text) {
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a fault");
            assert!(faults.iter().all(|fault| !fault.message.is_empty()), "a fault says nothing: {faults:?}");
        }
        Ok(content) => {
            // Without bytes of their own, answers follow from the text: plain files are taken to the end too.
            let mut bytes = Bytes::new(if rest.len() > 1 { &rest[1..] } else { text.as_bytes() });
            take(&content, &bytes.answers(&content));
            take(&content, &Answers::default());
            for persona in &content.personas {
                take(&content, &persona.answers);
            }
        }
    }
    Corpus::Keep
});

/// Takes a quiz to the end.
fn take(content: &Content, answers: &Answers) {
    let course = Course::of(content, answers);
    let counted = course.counted();
    assert_eq!(Course::of(content, counted).counted(), counted, "what counts does not stay the same");
    for question in course.questions(content) {
        let estimate = course.estimate(content, &question.id);
        assert!(estimate.number <= estimate.total && estimate.percent() < 100, "{estimate:?} of {:?}", question.id);
        counted.get(&question.id).map(|answer| question.answer_text(answer, |number| number.to_string()));
    }
    let outcome = score(content, &course);
    check_scores(&outcome);
    let change = nearest_change(content, &course, &outcome);
    for profile in ProfileId::ALL {
        let recommendation = recommend::recommend(content, counted, profile, change.acts());
        for search in &recommendation.searches {
            let links = [recommend::linkedin_link_to_all(search), recommend::indeed_link_to_all(search)];
            assert!(links.iter().flatten().all(|link| link.len() <= MAX_LINK), "too long: {links:?}");
        }
    }
    recommend::remarks(content, counted, outcome.best);
    doubts(content, &course);
    assert_eq!(fingerprint(content), fingerprint(content));
}

fn check_scores(outcome: &Outcome) {
    assert_eq!(outcome.profiles.len(), 4);
    for profile in &outcome.profiles {
        let sum: u32 = profile.ledger.iter().map(|line| line.points).sum();
        assert_eq!(sum, profile.score, "the ledger of {} does not add up", profile.id);
        assert!(
            profile.score <= profile.high && profile.high <= 100,
            "{} scores from {} to {}",
            profile.id,
            profile.score,
            profile.high
        );
    }
}

/// Bytes that are read over and over.
struct Bytes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bytes<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn next(&mut self) -> usize {
        self.at += 1;
        usize::from(self.bytes[(self.at - 1) % self.bytes.len()])
    }

    fn answers(&mut self, content: &Content) -> Answers {
        let mut answers = Answers::default();
        for question in &content.questions {
            if let Some(answer) = self.answer(question) {
                answers.set(&question.id, answer);
            }
        }
        answers
    }

    /// An answer to a question, or none. Not all of them fit: saved answers may be of another version.
    fn answer(&mut self, question: &Question) -> Option<Answer> {
        match question.kind {
            Kind::Single => {
                let at = self.next() % (question.options.len() + 1);
                question.options.get(at).map(|option| Answer::One(option.id.clone()))
            }
            Kind::Multi => {
                let picked = question.options.iter().filter(|_| self.next() % 2 == 1);
                Some(Answer::Many(picked.map(|option| option.id.clone()).collect()))
            }
            Kind::Number => {
                let places = [question.least(), question.most(), question.grain()];
                let number = match self.next() {
                    byte if byte % 4 == 3 => return None,
                    byte if byte % 4 == 2 => places[byte / 4 % 3],
                    byte => question.least() + question.grain() * (byte / 4) as f64,
                };
                Some(Answer::Number(number))
            }
        }
    }
}
