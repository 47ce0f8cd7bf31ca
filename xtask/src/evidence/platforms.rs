//! Adverts that name a platform, and how many of them a list finds for people who state it.

use super::adverts::{Advert, Figures, List, measure};
use super::title::normalised;
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{AnswerOption, Content, ProfileId, Question};
use career_quiz::quiz::recommend::searches;
use std::collections::BTreeSet;

/// The question that is measured.
const QUESTION: &str = "platforms";

/// A platform as somebody states it.
pub(crate) struct Platform {
    option: String,
    /// Words that stand in the option and in a title added for it.
    words: BTreeSet<String>,
    /// People who are asked about platforms: each states one language.
    bases: Vec<Answers>,
}

/// How two people do on the adverts that name a platform, added up over all platforms.
#[derive(Debug, PartialEq)]
pub(crate) struct Gain {
    /// Whoever states a language alone: of all languages the one that finds the most.
    pub(crate) language: Figures,
    /// The same person, who states the platform as well.
    pub(crate) stated: Figures,
}

/// The platforms of a quiz; none if it has no such question, or one that asks everybody.
pub(crate) fn all(content: &Content) -> Vec<Platform> {
    let Some(question) = content.question(QUESTION) else { return Vec::new() };
    let Some(languages) = question.show_if.first().and_then(|asked_if| content.question(&asked_if.question)) else {
        return Vec::new();
    };
    let base = |language: &AnswerOption| Answers::from([(&*languages.id, Answer::Many(vec![language.id.clone()]))]);
    let bases: Vec<Answers> = languages.options.iter().filter(|option| !option.exclusive).map(base).collect();
    let platform = |option: &AnswerOption| Platform {
        option: option.id.clone(),
        words: words(content, question, option),
        bases: bases.clone(),
    };
    question.options.iter().filter(|option| !option.exclusive).map(platform).collect()
}

/// Measures the search of a profile that stands at `index` on those adverts that name a platform.
pub(crate) fn gain<'a>(
    content: &Content,
    profile: ProfileId,
    index: usize,
    adverts: impl Iterator<Item = &'a Advert> + Clone,
) -> Gain {
    let mut gain = Gain { language: Figures::default(), stated: Figures::default() };
    for platform in all(content) {
        let naming = adverts.clone().filter(|advert| platform.is_named_in(&advert.title));
        let figures = |answers: &Answers| {
            let found = searches(content, profile, answers).remove(index);
            measure(&List::new(&found.titles, &found.search.exclude), profile, naming.clone())
        };
        let alone = platform.bases.iter().max_by_key(|answers| figures(answers).both);
        let Some(alone) = alone else { continue };
        let mut with = alone.clone();
        with.set(QUESTION, Answer::Many(vec![platform.option.clone()]));
        gain.language += figures(alone);
        gain.stated += figures(&with);
    }
    gain
}

impl Platform {
    fn is_named_in(&self, title: &str) -> bool {
        title.split(' ').any(|word| self.words.contains(word))
    }
}

/// "On" in Ruby on Rails names nothing, so words of one or two letters are left out.
fn words(content: &Content, question: &Question, option: &AnswerOption) -> BTreeSet<String> {
    let of = |text: &str| normalised(text).split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    let searches = content.profiles.iter().flat_map(|profile| &profile.searches);
    let added = searches.flat_map(|search| &search.also).filter(|also| {
        also.show_if.iter().any(|condition| condition.question == question.id && condition.any_of.contains(&option.id))
    });
    let titles: BTreeSet<String> = added.flat_map(|also| &also.titles).flat_map(|title| of(title)).collect();
    of(&option.text).intersection(&titles).filter(|word| word.len() > 2).cloned().collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::{from_bytes, sample};
    use serde_json::json;

    /// The sample with languages, and with one platform whose title says more than its name.
    pub(in crate::evidence) fn content() -> Content {
        let mut quiz = sample();
        let option = |id: &str, text: &str| json!({ "id": id, "text": text });
        let questions = quiz["questions"].as_array_mut().expect("a list");
        questions.push(json!({
            "id": "languages", "kind": "multi", "text": "Languages?",
            "options": [option("cook", "Cooking"), option("bake", "Baking")],
        }));
        questions.push(json!({
            "id": QUESTION, "kind": "multi", "text": "Platforms?",
            "show_if": [{ "question": "languages", "any_of": ["cook", "bake"] }],
            "options": [option("wok", "A wok on fire"), { "id": "none", "text": "None", "exclusive": true }],
        }));
        let also = |question: &str, id: &str, title: &str| json!({ "show_if": [{ "question": question, "any_of": [id] }], "titles": [title] });
        quiz["profiles"][0]["searches"][0]["also"] = json!([
            also("languages", "cook", "Wok Cook"),
            also("languages", "bake", "Cake Baker"),
            also(QUESTION, "wok", "Chef on Wok"),
        ]);
        from_bytes(quiz.to_string().as_bytes(), "x".as_ref()).expect("it is good")
    }

    #[test]
    fn a_platform_is_named_by_the_words_of_its_option_that_stand_in_its_titles() {
        let platforms = all(&content());
        let [wok] = &platforms[..] else { panic!("there is one, not {}", platforms.len()) };
        assert_eq!(wok.words.iter().collect::<Vec<_>>(), ["wok"]);
        assert!(wok.is_named_in("chef wok") && !wok.is_named_in("chef on fire"));
    }

    #[test]
    fn a_quiz_that_asks_for_no_platforms_has_none() {
        let content = from_bytes(sample().to_string().as_bytes(), "x".as_ref()).expect("it is good");
        assert!(all(&content).is_empty());
    }

    #[test]
    fn who_states_a_platform_is_held_against_the_language_that_finds_most_of_it() {
        let advert = |title: &str, level: &str, count: u32| Advert {
            source: "s".to_owned(),
            title: title.to_owned(),
            level: level.to_owned(),
            count,
        };
        let adverts = [
            advert("wok cook", "entry", 3),
            advert("chef on wok", "entry", 2),
            advert("wok help", "entry", 4),
            advert("cake baker", "entry", 50),
            advert("wok cook", "mid", 1),
        ];
        let gain = gain(&content(), ProfileId::Entry, 0, adverts.iter());
        assert_eq!(gain.language, Figures { at_level: 9, reached: 4, both: 3 });
        assert_eq!(gain.stated, Figures { at_level: 9, reached: 6, both: 5 });
    }
}
