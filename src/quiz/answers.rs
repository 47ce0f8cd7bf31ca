//! What a person has answered, kept by id and never by position.

use super::by_name::ByName;
use super::content::{Kind, Question, Quiz};
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeSeq, Serializer};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The most options that an answer names: as many as a question has at most.
const MAX_PICKED: usize = 200;

/// The answer to one question. In JSON an option id, a list of option ids, or a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The option picked in a `single`.
    One(String),
    /// The options picked in a `multi`, in the order of the content.
    Many(Vec<String>),
    /// The number given in a `number`.
    Number(f64),
}

impl Answer {
    /// The ids of the options picked. None for a number.
    pub fn options(&self) -> &[String] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::Many(ids) => ids,
            Self::Number(_) => &[],
        }
    }

    /// Whether this could have been answered to `question`: right kind, options that exist, a number in range.
    pub fn fits(&self, question: &Question) -> bool {
        match (self, question.kind) {
            (Self::One(id), Kind::Single) => question.option(id).is_some(),
            (Self::Many(ids), Kind::Multi) => {
                let alone = ids.len() == 1;
                let fits = |id: &String| question.option(id).is_some_and(|option| alone || !option.exclusive);
                !ids.is_empty() && ids.iter().all(fits)
            }
            (Self::Number(number), Kind::Number) => {
                let steps = (number - question.least()) / question.grain();
                (question.least()..=question.most()).contains(number) && (steps - steps.round()).abs() < 1e-9
            }
            _ => false,
        }
    }
}

/// The ids, or the number, as they stand in a record.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(id) => f.write_str(id),
            Self::Many(ids) => f.write_str(&ids.join(" + ")),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(id) => serializer.serialize_str(id),
            Self::Many(ids) => {
                let mut list = serializer.serialize_seq(Some(ids.len()))?;
                for id in ids {
                    list.serialize_element(id)?;
                }
                list.end()
            }
            // A whole number is written without a fraction, as a person would write it.
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e9 => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

// By hand rather than by `#[serde(untagged)]`, which buffers every value and loses the place of an error.
struct AnswerVisitor;

impl<'de> Visitor<'de> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an option id, a list of option ids, or a number")
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<Answer, E> {
        Ok(Answer::One(id.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Answer, A::Error> {
        let mut ids: Vec<String> = Vec::new();
        while let Some(id) = list.next_element()? {
            if ids.len() == MAX_PICKED {
                return Err(de::Error::custom(format_args!("more than {MAX_PICKED} options")));
            }
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(Answer::Many(ids))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Answer, E> {
        Ok(Answer::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Answer, E> {
        Ok(Answer::Number(number as f64))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Answer, E> {
        Ok(Answer::Number(number as f64))
    }
}

/// Answers by question id. Answers to questions that the content does not have are kept too: they
/// came from a saved record, and are not this program's to throw away.
///
/// A copy costs nothing: it is the same answers until one of the two is changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers(Arc<ByName<Answer>>);

impl Answers {
    /// The answer to a question, if there is one.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// Keeps an answer, in place of an earlier one.
    pub fn set(&mut self, question: &str, answer: Answer) {
        Arc::make_mut(&mut self.0).insert(question.to_owned(), answer);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: &str) {
        Arc::make_mut(&mut self.0).remove(question);
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many questions have been answered.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The answers that a quiz has no texts for: to questions that it does not ask, of options that it does not have, out of range.
    pub fn unknown_to(&self, quiz: &Quiz) -> impl Iterator<Item = (&str, &Answer)> {
        self.iter().filter(|(id, answer)| !quiz.question(id).is_some_and(|question| answer.fits(question)))
    }

    /// All answers, by question id in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter()
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_ref().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AnswersVisitor)
    }
}

// By hand, so that no answer silently takes the place of another one.
struct AnswersVisitor;

impl<'de> Visitor<'de> for AnswersVisitor {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers by question id")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answers, A::Error> {
        let mut answers = ByName::default();
        while let Some((id, answer)) = map.next_entry::<String, Answer>()? {
            if answers.get(&id).is_some() {
                return Err(de::Error::custom(format_args!("the question {id:?} is answered twice")));
            }
            answers.insert(id, answer);
        }
        Ok(Answers(Arc::new(answers)))
    }
}

impl FromIterator<(String, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (String, Answer)>>(pairs: I) -> Self {
        Self(Arc::new(pairs.into_iter().collect()))
    }
}

impl<const N: usize> From<[(&str, Answer); N]> for Answers {
    fn from(pairs: [(&str, Answer); N]) -> Self {
        pairs.into_iter().map(|(id, answer)| (id.to_owned(), answer)).collect()
    }
}
