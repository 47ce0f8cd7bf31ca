//! Four different people take the quiz and land on the four profiles.

use crate::people;
use e2e::quiz::{Persona, Quiz};
use e2e::result::{Card, ResultPage};

#[test]
fn a_learner_lands_on_entry_level() {
    let result = lands_on(people::ENTRY, "entry");
    let programs = &result.best().programs;
    assert!(!programs.is_empty(), "somebody who wants a thorough program is shown some");
    let needs_html = programs.iter().find(|program| program.text.contains("HTML and CSS")).expect("one needs HTML");
    assert!(needs_html.text.contains("Do this first"), "what is missing is said: {}", needs_html.text);
}

#[test]
fn a_developer_of_four_years_lands_on_mid_level() {
    lands_on(people::MID, "mid");
}

#[test]
fn a_designer_of_systems_lands_on_senior_and_is_told_that_no_program_is_needed() {
    let result = lands_on(people::SENIOR, "senior");
    let best = result.best();
    assert!(best.programs.is_empty(), "{:?}", best.programs);
    assert!(best.no_program.as_ref().is_some_and(|text| text.contains("No program needed")), "{:?}", best.no_program);
}

#[test]
fn somebody_with_clients_lands_on_freelance_and_searches_for_their_platform_and_place_of_work() {
    let result = lands_on(people::FREELANCE, "freelance");
    let titles = &result.best().titles;
    assert!(titles.iter().any(|title| title.title == "Drupal Engineer"), "the platform adds it: {titles:?}");
    for (site, _, address) in titles.iter().flat_map(|title| &title.links) {
        assert!(site != "LinkedIn" || address.contains("f_WT=2"), "only remote work is shown: {address}");
    }
}

#[track_caller]
fn lands_on(persona: Persona<'_>, profile: &str) -> ResultPage {
    let quiz = Quiz::open();
    let result = quiz.take_to_result(persona);
    let name = quiz.content()["profiles"]
        .as_array()
        .and_then(|profiles| profiles.iter().find(|known| known["id"] == profile)?["name"].as_str().map(str::to_owned));
    assert_eq!(result.heading, format!("Your best match: {}", name.expect("the profile has a name")));
    assert_eq!(result.best().profile, profile);
    scores_add_up(&result);
    titles_can_be_searched(result.best());
    what_to_do_is_said(result.best());
    result
}

/// The four scores stand best first, and each is the sum of the lines under it.
#[track_caller]
fn scores_add_up(result: &ResultPage) {
    let mut profiles: Vec<&str> = result.scores.iter().map(|(profile, _)| &**profile).collect();
    assert_eq!(profiles[0], result.best().profile, "the best comes first");
    profiles.sort_unstable();
    assert_eq!(profiles, ["entry", "freelance", "mid", "senior"], "each profile has a score");
    assert!(result.scores.is_sorted_by(|(_, one), (_, next)| one >= next), "best first: {:?}", result.scores);
    assert!(result.scores.iter().all(|(_, score)| *score <= 100), "from 0 to 100: {:?}", result.scores);
    assert_eq!(result.cards.len(), 4, "each profile has a card");
    for (profile, score) in &result.scores {
        let card = result.cards.iter().find(|card| card.profile == *profile).expect("each profile has a card");
        assert_eq!(card.points.iter().sum::<u32>(), *score, "the points of {profile} add up: {:?}", card.points);
        assert_eq!(card.sum.unwrap_or(0), *score, "the sum under the points of {profile}");
        assert!(!card.points.contains(&0), "no line of {profile} is worth nothing");
    }
}

/// Each title has a search on LinkedIn and one on Indeed.
#[track_caller]
fn titles_can_be_searched(best: &Card) {
    assert!(best.titles.len() >= 4, "titles to search for: {:?}", best.titles);
    for title in &best.titles {
        let quoted = format!("\"{}\"", title.title);
        for (site, domain) in [("LinkedIn", "https://www.linkedin.com/"), ("Indeed", "https://www.indeed.com/")] {
            let (_, name, address) =
                title.links.iter().find(|(text, ..)| text == site).unwrap_or_else(|| panic!("{site}: {title:?}"));
            assert!(name.contains(&title.title) && name.contains(site), "the link says what it does: {name}");
            assert!(address.starts_with(domain), "{address}");
            assert!(address.contains(&percent_encoded(&quoted)), "{address} looks for {quoted}");
        }
    }
}

#[track_caller]
fn what_to_do_is_said(best: &Card) {
    assert!(!best.steps.is_empty(), "there are next steps");
    let has_programs = !best.programs.is_empty();
    assert_ne!(has_programs, best.no_program.is_some(), "programs, or why there are none");
    assert!(best.programs.iter().all(|program| program.link.starts_with("https://")), "{:?}", best.programs);
}

fn percent_encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}
