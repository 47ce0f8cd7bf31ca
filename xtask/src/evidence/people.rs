//! The people whose lists are measured: one who states nothing, and one for each option that a search looks at. Platforms
//! are measured by `platforms.rs`: nobody is asked about them alone.

use super::adverts::Advert;
use super::title::normalised;
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, Kind, Question, Search};
use std::collections::BTreeSet;

/// Somebody who has given one answer, or none.
pub(crate) struct Person {
    /// What the person states.
    pub(crate) name: String,
    pub(crate) answers: Answers,
    /// Words that stand in titles added for this person and for nobody else.
    pub(crate) words: BTreeSet<String>,
}

/// The person who states nothing first, then one for each option of the questions that everybody is asked, in the order
/// of the content.
pub(crate) fn all(content: &Content) -> Vec<Person> {
    let nobody = Person { name: "states nothing".to_owned(), answers: Answers::default(), words: BTreeSet::new() };
    let mut people = vec![nobody];
    let asked_alone = |question: &&Question| question.kind != Kind::Number && question.show_if.is_empty();
    for question in content.questions.iter().filter(asked_alone) {
        for option in &question.options {
            let words = words_added(content, &question.id, &option.id);
            if !words.is_empty() {
                let answer = match question.kind {
                    Kind::Multi => Answer::Many(vec![option.id.clone()]),
                    _ => Answer::One(option.id.clone()),
                };
                let name = format!("{}: {}", question.id, option.id);
                people.push(Person { name, answers: Answers::from([(&*question.id, answer)]), words });
            }
        }
    }
    let shared = |people: &[Person], at: usize| {
        let others = people.iter().enumerate().filter(|(other, _)| *other != at);
        others.flat_map(|(_, person)| person.words.iter().cloned()).collect::<BTreeSet<_>>()
    };
    let shared: Vec<_> = (0..people.len()).map(|at| shared(&people, at)).collect();
    for (person, shared) in people.iter_mut().zip(shared) {
        person.words.retain(|word| !shared.contains(word));
    }
    people
}

/// Whether an advert may suit the person: it has one of their own words in it, or none of anybody's.
pub(crate) fn may_suit(person: &Person, people: &[Person], advert: &Advert) -> bool {
    let has = |words: &BTreeSet<String>| advert.title.split(' ').any(|word| words.contains(word));
    has(&person.words) || !people.iter().any(|other| has(&other.words))
}

fn words_added(content: &Content, question: &str, option: &str) -> BTreeSet<String> {
    let searches = content.profiles.iter().flat_map(|profile| &profile.searches);
    let holds = |search: &'_ Search| {
        let also = search.also.iter().filter(|also| {
            also.show_if
                .iter()
                .any(|condition| condition.question == question && condition.any_of.iter().any(|id| id == option))
        });
        also.flat_map(|also| also.titles.clone()).collect::<Vec<_>>()
    };
    let titles = searches.flat_map(holds).map(|title| normalised(&title));
    titles.flat_map(|title| title.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{from_bytes, sample};
    use serde_json::json;

    fn content() -> Content {
        let mut quiz = sample();
        let also = |id: &str, titles: &[&str]| json!({ "show_if": [{ "question": "first", "any_of": [id] }], "titles": titles });
        quiz["profiles"][0]["searches"][0]["also"] =
            json!([also("yes", &["Pizza Cook", "Pasta Cook"]), also("no", &["Sushi Cook"])]);
        from_bytes(quiz.to_string().as_bytes(), "x".as_ref()).expect("it is good")
    }

    #[test]
    fn there_is_a_person_for_each_option_that_a_search_looks_at() {
        let people = all(&content());
        let names: Vec<&str> = people.iter().map(|person| &*person.name).collect();
        assert_eq!(names, ["states nothing", "first: yes", "first: no"]);
        assert_eq!(people[1].answers, Answers::from([("first", Answer::One("yes".to_owned()))]));
        assert_eq!(people[1].words.iter().collect::<Vec<_>>(), ["pasta", "pizza"]);
    }

    #[test]
    fn nobody_states_alone_what_is_asked_of_some_only() {
        let people = all(&crate::evidence::platforms::tests::content());
        let names: Vec<&str> = people.iter().map(|person| &*person.name).collect();
        assert_eq!(names, ["states nothing", "languages: cook", "languages: bake"]);
    }

    #[test]
    fn an_advert_suits_those_it_names_and_where_it_names_nobody_everybody() {
        let people = all(&content());
        let suits = |title: &str| {
            let advert = Advert { source: String::new(), title: title.to_owned(), level: String::new(), count: 1 };
            people.iter().map(|person| may_suit(person, &people, &advert)).collect::<Vec<_>>()
        };
        assert_eq!(suits("pizza cook"), [false, true, false]);
        assert_eq!(suits("pizza and sushi cook"), [false, true, true]);
        assert_eq!(suits("head cook"), [true, true, true]);
    }
}
