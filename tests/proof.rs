//! What the checker proves of a content: that it finds what was planted, and agrees with trying everything.

mod support;

use ProfileId::{Entry, Freelance, Mid, Senior};
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, Kind, ProfileId, Question};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::proof::{Finding, neutrality, prove};
use career_quiz::quiz::recommend::programs;
use career_quiz::quiz::score::score;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{DEFAULT, Dice, SMALL, default_content, many, number, one, parsed, set};

#[test]
fn the_default_content_is_proven() {
    let proof = prove(&default_content());
    assert_eq!(proof.findings, []);
    assert!(proof.most.iter().all(|most| (80..=100).contains(most)), "{:?}", proof.most);
    let options: usize = default_content().questions.iter().map(|question| question.options.len()).sum();
    assert_eq!(proof.effective, options);
    assert!(default_content().personas.len() >= 24);
}

/// The default quiz with something planted in it.
struct Planted(Value);

impl Planted {
    fn new() -> Self {
        Self(support::json(DEFAULT))
    }

    /// The place of the entry with this id in a list, as a JSON pointer.
    #[track_caller]
    fn at(&self, list: &str, id: &str) -> (String, usize) {
        let entries = self.0.pointer(list).and_then(Value::as_array).expect("the list is there");
        let place = entries.iter().position(|entry| entry["id"] == id).expect("the entry is there");
        (format!("{list}/{place}"), place)
    }

    #[track_caller]
    fn set(mut self, list: &str, id: &str, field: &str, value: Value) -> Self {
        let (pointer, _) = self.at(list, id);
        set(&mut self.0, &format!("{pointer}/{field}"), value);
        self
    }

    #[track_caller]
    fn push(mut self, list: &str, value: Value) -> Self {
        self.0.pointer_mut(list).and_then(Value::as_array_mut).expect("the list is there").push(value);
        self
    }

    fn findings(&self) -> Vec<Finding> {
        prove(&parsed(&self.0.to_string())).findings
    }

    /// There is this finding, at this path.
    #[track_caller]
    fn assert_found(&self, path: &str, message: &str) -> Finding {
        let findings = self.findings();
        let found = findings.iter().find(|finding| finding.path == path && finding.message.contains(message));
        found.cloned().unwrap_or_else(|| panic!("{path}: {message} is not among {findings:#?}"))
    }

    #[track_caller]
    fn assert_only(&self, path: &str, message: &str) {
        let findings = self.findings();
        assert!(
            findings.len() == 1 && findings[0].path == path && findings[0].message.contains(message),
            "{findings:#?}"
        );
    }
}

fn condition(question: &str, option: &str) -> Value {
    json!({ "question": question, "any_of": [option] })
}

#[test]
fn a_question_that_nobody_is_asked_is_found() {
    let show_if = json!([condition("languages", "none"), condition("languages", "java")]);
    let planted = Planted::new().set("/questions", "platforms", "show_if", show_if);
    let (_, place) = planted.at("/questions", "platforms");
    planted.assert_found(&format!("questions[{place}]"), "nobody is asked this question");
}

#[test]
fn a_band_that_no_number_falls_into_is_found() {
    let planted = Planted::new();
    let (pointer, place) = planted.at("/questions", "professional-years");
    let mut bands = planted.0.pointer(&pointer).expect("it is there")["bands"].clone();
    bands.as_array_mut().expect("a list").insert(1, json!({ "from": 0.1, "points": { "entry": 22 } }));
    let planted = planted.set("/questions", "professional-years", "bands", bands);
    // Halves are answered: 0 falls into the first, 0.5 into the third.
    planted.assert_only(&format!("questions[{place}].bands[1]"), "no number that can be answered falls into this band");
}

#[test]
fn a_profile_that_nobody_comes_to_is_found() {
    let mut quiz = support::json(SMALL);
    for pointer in
        ["/questions/0/options/1", "/questions/1/options/0", "/questions/2/bands/2", "/questions/3/options/1"]
    {
        set(&mut quiz, &format!("{pointer}/points"), json!({ "mid": 5 }));
    }
    let findings = prove(&parsed(&quiz.to_string())).findings;
    assert!(findings.iter().any(|it| it.path == "profiles[0]" && it.message.contains("most points are 0")));
    assert!(findings.iter().any(|it| it.path == "profiles[0]" && it.message == "no answers lead to this profile"));
}

#[test]
fn advice_that_nobody_is_given_is_found() {
    let never = json!([condition("learning", "unsure"), condition("learning", "self-study")]);
    for list in ["steps", "remarks", "contradictions"] {
        let id = Planted::new().0[list][0]["id"].as_str().expect("an id").to_owned();
        let mut show_if = never.clone();
        show_if.as_array_mut().expect("a list").push(condition("goal", "grow"));
        Planted::new()
            .set(&format!("/{list}"), &id, "show_if", show_if)
            .assert_only(&format!("{list}[0]"), "nobody is given this advice");
    }
    // It is for seniors, and to get there takes years that it denies.
    let planted = Planted::new().set("/steps", "design-and-mentor", "show_if", json!([condition("today", "no-code")]));
    let (_, place) = planted.at("/steps", "design-and-mentor");
    planted.assert_only(&format!("steps[{place}]"), "nobody is given this advice");
}

#[test]
fn advice_that_another_always_stands_before_is_found() {
    // Whoever learns at work and has the tools hears that first.
    let self_study = json!([condition("learning", "self-study"), condition("goal", "grow")]);
    let planted = Planted::new().set("/no_program", "ready-to-apply", "show_if", self_study);
    let (_, place) = planted.at("/no_program", "ready-to-apply");
    planted.assert_only(&format!("no_program[{place}]"), "nobody is given this advice");
}

#[test]
fn a_reason_that_nobody_is_given_is_found() {
    let never = json!({ "text": "You study alone.", "show_if": [condition("learning", "self-study")] });
    let planted = Planted::new().push("/programs/0/reasons", never);
    let place = planted.0["programs"][0]["reasons"].as_array().map_or(0, Vec::len) - 1;
    planted.assert_only(&format!("programs[0].reasons[{place}]"), "nobody is given this reason");
}

#[test]
fn titles_that_nobody_gets_are_found() {
    let never = json!({ "show_if": [condition("today", "no-code")], "filters": ["remote"] });
    let planted = Planted::new().push("/profiles/2/searches/0/also", never);
    let place = planted.0["profiles"][2]["searches"][0]["also"].as_array().map_or(0, Vec::len) - 1;
    planted.assert_only(&format!("profiles[2].searches[0].also[{place}]"), "nobody gets these titles or filters");
}

#[test]
fn an_option_that_changes_nothing_is_found() {
    let idle = json!({ "id": "idle", "text": "In my sleep" });
    // In place of others it is told from them, though nothing names it: to pick it is to be given none of what they lead to.
    let learning = Planted::new().at("/questions", "learning");
    assert_eq!(Planted::new().push(&format!("{}/options", learning.0), idle.clone()).findings(), []);
    // Beside others it changes nothing unless something names it.
    let background = Planted::new().at("/questions", "background");
    let planted = Planted::new().push(&format!("{}/options", background.0), idle);
    let found = planted.assert_found(&format!("questions[{}].options[9]", background.1), "it changes nothing");
    assert!(!found.not_proven);
    assert_full(&planted, &found);
    let question = json!({
        "id": "colour", "kind": "single", "text": "Which colour?",
        "options": [{ "id": "red", "text": "Red" }, { "id": "blue", "text": "Blue" }],
    });
    let planted = Planted::new().push("/questions", question);
    let last = planted.0["questions"].as_array().map_or(0, Vec::len) - 1;
    for option in [0, 1] {
        let found = planted.assert_found(&format!("questions[{last}].options[{option}]"), "it changes nothing");
        assert!(!found.not_proven);
    }
}

/// The witness answers everything it is asked, and nothing else.
#[track_caller]
fn assert_full(planted: &Planted, found: &Finding) {
    let content = parsed(&planted.0.to_string());
    let witness = found.witness.as_ref().expect("there is one");
    let course = Course::of(&content, witness);
    assert_eq!(course.counted(), witness);
    assert!(!course.has_skipped(), "{witness:?}");
}

#[test]
fn an_option_that_only_takes_something_away_beside_another_changes_something() {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/questions/1/options/1/points", json!({}));
    set(&mut quiz, "/programs", json!([]));
    let only_sql = json!([{ "question": "skills", "any_of": ["sql"], "none_of": ["git"] }]);
    set(&mut quiz, "/steps/2/show_if", only_sql);
    let findings = prove(&parsed(&quiz.to_string())).findings;
    assert!(findings.iter().all(|finding| finding.path != "questions[1].options[1]"), "{findings:#?}");
}

#[test]
fn a_question_that_counts_for_senior_must_say_how_it_grows() {
    let mut planted = Planted::new();
    let (pointer, place) = planted.at("/questions", "scope");
    support::take(&mut planted.0, &format!("{pointer}/grows"));
    planted.assert_found(&format!("questions[{place}]"), "does not say in \"grows\" how one comes to more");
}

#[test]
fn an_option_that_another_outdoes_is_listed_unless_it_is_meant_so() {
    let scope = Planted::new().at("/questions", "scope");
    let worse =
        |intended: bool| json!({ "id": "worse", "text": "Worse", "points": { "mid": 19 }, "intended": intended });
    let planted = Planted::new().push(&format!("{}/options", scope.0), worse(false));
    let path = format!("questions[{}].options[4]", scope.1);
    let found = planted.assert_found(&path, "\"upkeep\" gives as many points to every profile, and more to one");
    assert_full(&planted, &found);
    assert_eq!(found.witness.as_ref().and_then(|it| it.get("scope")), Some(&one("worse")));
    let meant = Planted::new().push(&format!("{}/options", scope.0), worse(true)).findings();
    assert!(meant.iter().all(|finding| !finding.message.contains("as many points")), "{meant:#?}");
    let needless = Planted::new().set(&format!("{}/options", scope.0), "systems", "intended", json!(true));
    needless.assert_only(&format!("questions[{}].options[3].intended", scope.1), "no other option gives more");
}

#[test]
fn a_question_that_gives_too_large_a_share_is_found() {
    let today = Planted::new().at("/questions", "today");
    let planted = Planted::new().set(&format!("{}/options", today.0), "no-code", "points", json!({ "entry": 38 })).set(
        &format!("{}/options", today.0),
        "learning",
        "points",
        json!({ "entry": 38 }),
    );
    let message = "it gives 38 of the 92 points that \"entry\" can have, 42 %; the most is 35 %";
    let found = planted.assert_found(&format!("questions[{}]", today.1), message);
    assert_full(&planted, &found);
}

#[test]
fn more_years_that_count_against_senior_are_found_with_a_witness() {
    let planted = Planted::new();
    let (pointer, place) = planted.at("/questions", "professional-years");
    let mut bands = planted.0.pointer(&pointer).expect("it is there")["bands"].clone();
    bands[8]["points"]["senior"] = json!(15);
    let planted = planted.set("/questions", "professional-years", "bands", bands);
    let message = "from \"6 years\" to \"8 years\" senior loses 1 points against entry-level";
    let found = planted.assert_found(&format!("questions[{place}].bands[8]"), message);
    let witness = found.witness.as_ref().expect("there is one");
    assert_eq!(witness.get("professional-years"), Some(&number(6.0)));
    assert_full(&planted, &found);
}

#[test]
fn more_years_that_open_a_question_which_counts_against_senior_are_found() {
    let by_years = json!([{ "question": "professional-years", "at_least": 1 }]);
    let planted = Planted::new().set("/questions", "scope", "show_if", by_years);
    let (_, place) = planted.at("/questions", "professional-years");
    // 3 points more from the years themselves and 2 for senior, and 12 for entry-level to who is guided.
    planted.assert_found(&format!("questions[{place}].bands[2]"), "senior loses 7 points against entry-level");
}

#[test]
fn more_scope_that_counts_against_senior_is_found() {
    let scope = Planted::new().at("/questions", "scope");
    let planted = Planted::new().set(&format!("{}/options", scope.0), "upkeep", "points", json!({ "entry": 13 }));
    planted.assert_found(&format!("questions[{}].options[1]", scope.1), "senior loses 1 points against entry-level");
}

#[test]
fn a_persona_that_comes_to_something_else_is_found() {
    let id = Planted::new().0["personas"][0]["id"].as_str().expect("an id").to_owned();
    let persona = |field: &str, value: Value| Planted::new().set("/personas", &id, field, value);
    let found = persona("best", json!("freelance")).assert_found("personas[0].best", "should come to freelance");
    assert!(found.witness.is_some() && found.to_string().contains("; see {\""), "{found}");
    persona("programs", json!(["python-programming-bootcamp", "python-developer-certificate"]))
        .assert_found("personas[0].programs", "should be recommended");
    persona("near", json!(["freelance"])).assert_found("personas[0].near", "should come near freelance");
    let mut answers = Planted::new().0["personas"][0]["answers"].clone();
    answers["favourite"] = json!("red");
    persona("answers", answers).assert_found("personas[0].answers.favourite", "is not asked this");
}

#[test]
fn what_is_too_much_to_follow_is_not_proven() {
    let mut planted = Planted::new();
    for years in 0..130 {
        let show_if = json!([{ "question": "professional-years", "at_least": f64::from(years) / 4.0 }]);
        planted = planted.push("/programs/1/reasons", json!({ "text": "A reason.", "show_if": show_if }));
    }
    assert!(planted.assert_found("programs", "too much is open at once to count").not_proven);
    let last = planted.0["programs"][1]["reasons"].as_array().map_or(0, Vec::len) - 1;
    let found = planted.assert_found(&format!("programs[1].reasons[{last}]"), "takes too long to find out");
    assert!(found.to_string().contains(": not proven: "), "{found}");
}

// Against trying everything.

/// Years on both sides of everything that begins somewhere in the small quiz.
const NUMBERS: [f64; 7] = [0.0, 0.5, 1.0, 2.0, 5.5, 6.0, 10.0];

/// Every full answer to a question that can make a difference. Of a `multi`, every set of options.
fn all_answers(question: &Question) -> Vec<Answer> {
    let ids: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
    match question.kind {
        Kind::Single => ids.iter().map(|id| one(id)).collect(),
        Kind::Number => NUMBERS.map(number).to_vec(),
        Kind::Multi => {
            let set =
                |bits: usize| (0..ids.len()).filter(|at| bits & (1 << at) != 0).map(|at| ids[at]).collect::<Vec<_>>();
            let sets = (1..1_usize << ids.len()).map(|bits| many(&set(bits)));
            sets.filter(|answer| answer.fits(question)).collect()
        }
    }
}

/// Every full set of answers, from question `at` on. `skip` says which questions may also be left out.
fn all_sets(content: &Content, answers: Answers, at: usize, skip: &dyn Fn(&Question) -> bool) -> Vec<Answers> {
    let Some(question) = content.questions.get(at) else { return vec![answers] };
    let is_asked = Course::of(content, &answers).asks(content, &question.id);
    if !is_asked || answers.get(&question.id).is_some() {
        return all_sets(content, answers, at + 1, skip);
    }
    let mut sets = Vec::new();
    if skip(question) {
        sets.extend(all_sets(content, answers.clone(), at + 1, skip));
    }
    for answer in all_answers(question) {
        let mut answers = answers.clone();
        answers.set(&question.id, answer);
        sets.extend(all_sets(content, answers, at + 1, skip));
    }
    sets
}

/// The small quiz with other points, below 100 in all, and sometimes other conditions.
fn shuffled(dice: &mut Dice) -> Value {
    let mut quiz = support::json(SMALL);
    let points = |dice: &mut Dice| {
        json!({
            "entry": dice.roll(18), "mid": dice.roll(14), "senior": dice.roll(12), "freelance": dice.roll(15),
        })
    };
    for (question, options) in [(0, 3), (1, 3), (3, 2), (4, 2), (5, 2)] {
        for option in 0..options {
            set(&mut quiz, &format!("/questions/{question}/options/{option}/points"), points(dice));
        }
    }
    for band in 0..3 {
        set(&mut quiz, &format!("/questions/2/bands/{band}/points"), points(dice));
    }
    set(&mut quiz, "/questions/5/options/0/wish", json!(dice.roll(2) == 0));
    for question in [1, 3] {
        set(&mut quiz, &format!("/questions/{question}/grows"), json!("by-acting"));
    }
    set(&mut quiz, "/questions/2/grows", json!("with-time"));
    if dice.roll(3) == 0 {
        set(
            &mut quiz,
            "/questions/3/show_if",
            json!([{ "question": "skills", "any_of": ["sql"], "none_of": ["git"] }]),
        );
    }
    quiz
}

#[test]
fn the_profiles_and_steps_that_nobody_comes_to_are_those_that_trying_everything_never_finds() {
    let mut dice = Dice::new(21);
    let mut unreachable = 0;
    for _ in 0..60 {
        let quiz = shuffled(&mut dice);
        let content = parsed(&quiz.to_string());
        let mut profiles = BTreeSet::new();
        let mut steps = BTreeSet::new();
        for answers in all_sets(&content, Answers::default(), 0, &|_| false) {
            let course = Course::of(&content, &answers);
            let Some(best) = score(&content, &course).best else { continue };
            profiles.insert(best);
            let given = content.steps.iter().enumerate().filter(|(_, step)| {
                (step.profiles.is_empty() || step.profiles.contains(&best))
                    && step.show_if.iter().all(|condition| condition.holds(&answers))
            });
            steps.extend(given.map(|(index, _)| index));
        }
        let found: BTreeSet<String> = prove(&content)
            .findings
            .into_iter()
            .filter(|it| it.message.starts_with("no answers lead") || it.path.starts_with("steps"))
            .map(|finding| finding.path)
            .collect();
        let mut expected = BTreeSet::new();
        for (index, profile) in content.profiles.iter().enumerate() {
            if !profiles.contains(&profile.id) {
                expected.insert(format!("profiles[{index}]"));
            }
        }
        let never = (0..content.steps.len()).filter(|index| !steps.contains(index));
        expected.extend(never.map(|index| format!("steps[{index}]")));
        unreachable += expected.len();
        assert_eq!(found, expected, "{quiz}");
    }
    assert!(unreachable >= 20, "{unreachable} are enough to tell something from");
}

/// How many points senior leads entry-level by.
fn lead(content: &Content, answers: &Answers) -> i64 {
    let outcome = score(content, &Course::of(content, answers));
    i64::from(outcome.score_of(Senior).score) - i64::from(outcome.score_of(Entry).score)
}

/// The questions in which a step up costs senior something against entry-level, by trying every pair of people who
/// differ in that step, and in what only one of them is asked.
fn questions_that_count_against_senior(content: &Content) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let growing = content.questions.iter().enumerate().filter(|(_, question)| question.grows.is_some());
    for (position, question) in growing {
        for answers in all_sets(content, Answers::default(), 0, &|_| true) {
            let asked =
                |answers: &Answers, question: &Question| Course::of(content, answers).asks(content, &question.id);
            if !asked(&answers, question) {
                continue;
            }
            for more in steps_up(question, answers.get(&question.id)) {
                let mut further = answers.clone();
                further.set(&question.id, more);
                // What only one of them is asked is answered anew, in every way.
                let both: Vec<&Question> =
                    content.questions.iter().filter(|it| asked(&answers, it) && asked(&further, it)).collect();
                let mut common = Answers::default();
                for question in &both {
                    if let Some(answer) = further.get(&question.id) {
                        common.set(&question.id, answer.clone());
                    }
                }
                let is_free = |it: &Question| !both.iter().any(|common| common.id == it.id);
                let lead_before = lead(content, &answers);
                let after = all_sets(content, common.clone(), 0, &is_free);
                let same = |it: &Answers| both.iter().all(|question| it.get(&question.id) == common.get(&question.id));
                if after.iter().filter(|it| same(it)).any(|it| lead(content, it) < lead_before) {
                    found.insert(position);
                }
            }
        }
    }
    found
}

/// Every answer that says one more.
fn steps_up(question: &Question, answer: Option<&Answer>) -> Vec<Answer> {
    match (question.kind, answer) {
        (Kind::Single, Some(Answer::One(id))) => {
            let place = question.options.iter().position(|option| option.id == *id).expect("it fits");
            question.options[place + 1..].iter().map(|option| one(&option.id)).collect()
        }
        (Kind::Number, Some(Answer::Number(now))) => {
            NUMBERS.into_iter().filter(|more| more > now).map(number).collect()
        }
        (Kind::Multi, answer) => {
            let picked = answer.map(Answer::options).unwrap_or_default();
            let more = question.options.iter().filter(|it| !it.exclusive && !picked.contains(&it.id));
            more.map(|option| Answer::Many(question.toggled(picked, &option.id, true))).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn what_counts_against_senior_is_what_trying_everything_finds() {
    let mut dice = Dice::new(5);
    let (mut faulty, mut good) = (0, 0);
    for _ in 0..20 {
        let quiz = shuffled(&mut dice);
        let content = parsed(&quiz.to_string());
        let found: BTreeSet<usize> = prove(&content)
            .findings
            .iter()
            .filter(|finding| finding.message.contains("senior loses"))
            .filter_map(|finding| finding.path.strip_prefix("questions[")?.split(']').next()?.parse().ok())
            .collect();
        assert_eq!(found, questions_that_count_against_senior(&content), "{quiz}");
        faulty += found.len();
        good += 3 - found.len();
    }
    assert!(faulty >= 5 && good >= 5, "{faulty} {good}");
}

#[test]
fn the_share_that_a_program_is_recommended_to_is_what_counting_finds() {
    let mut quiz = support::json(SMALL);
    assert_shares(&quiz);
    // Two conditions on one question, both of which must hold.
    let both = json!([{ "question": "skills", "any_of": ["sql"] }, { "question": "skills", "any_of": ["git"] }]);
    set(&mut quiz, "/programs/0/reasons", json!([{ "text": "Both.", "show_if": both }]));
    assert_shares(&quiz);
}

#[track_caller]
fn assert_shares(quiz: &Value) {
    let content = parsed(&quiz.to_string());
    // By hand: a weight for every set of answers, which each question shares out alike among its answers.
    let mut weights: Vec<(Answers, f64)> = vec![(Answers::default(), 1.0)];
    for question in &content.questions {
        let mut next = Vec::new();
        for (answers, weight) in weights {
            if !Course::of(&content, &answers).asks(&content, &question.id) {
                next.push((answers, weight));
                continue;
            }
            let mut ways: Vec<Option<Answer>> = match question.kind {
                // The bands begin at 0, 2 and 6. The first is divided by what asks for a year, the last by ten.
                Kind::Number => [0.0, 1.0, 2.0, 2.0, 6.0, 10.0].map(|years| Some(number(years))).to_vec(),
                _ => all_answers(question).into_iter().map(Some).collect(),
            };
            if question.kind == Kind::Multi {
                ways.push(None);
            }
            let share = weight / ways.len() as f64;
            for way in ways {
                let mut answers = answers.clone();
                if let Some(answer) = way {
                    answers.set(&question.id, answer);
                }
                next.push((answers, share));
            }
        }
        weights = next;
    }
    let shares = neutrality(&content).expect("little is open");
    assert_eq!(shares.len(), content.programs.len());
    for found in shares {
        let recommended =
            |answers: &Answers| programs(&content, answers).1.iter().any(|it| it.program.id == found.program);
        let counted: f64 = weights.iter().filter(|(answers, _)| recommended(answers)).map(|(_, weight)| weight).sum();
        assert!(counted > 0.0 && (found.share - counted).abs() < 1e-12, "{}: {} {counted}", found.program, found.share);
    }
}

#[test]
fn every_profile_is_one_that_findings_can_name() {
    // Guards the tests above: all four are told apart by the small quiz.
    let ids: Vec<ProfileId> = support::small().profiles.iter().map(|profile| profile.id).collect();
    assert_eq!(ids, [Senior, Entry, Mid, Freelance]);
}
