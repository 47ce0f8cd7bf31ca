//! What the quiz that people take says of its searches, and how well they do, held against the counts.

use super::adverts::{self, List, measure};
use super::{people, platforms, report::sources};
use career_quiz::quiz::content::ProfileId;
use career_quiz::quiz::recommend::searches as searches_of;

/// The notes are written by hand; what they say is counted.
#[test]
fn the_notes_of_the_default_quiz_say_what_is_counted() {
    let content = crate::content::load(&crate::paths::content()).expect("it is good");
    let adverts = adverts::read().expect("the counts can be read");
    let nobody = &people::all(&content)[0];
    let mut notes = 0;
    for profile in &content.profiles {
        for found in searches_of(&content, profile.id, &nobody.answers) {
            let Some(note) = &found.search.note else { continue };
            let list = List::new(&found.titles, &found.search.exclude);
            for source in sources(profile.id, &adverts) {
                let figures = measure(&list, profile.id, adverts.iter().filter(|advert| advert.source == source));
                let reach = figures.reach().map(|share| format!("{:.0}%", share * 100.0)).expect("there are adverts");
                assert!(note.contains(&reach), "{} {}, {source}: {reach} in {note:?}", profile.id, found.search.name);
                let precision =
                    figures.precision().map(|share| format!("{:.0}%", share * 100.0)).expect("it finds some");
                let all = profile.id == ProfileId::Freelance || source.starts_with("newgrad");
                assert!(all || note.contains(&precision), "{} {}: {precision}", profile.id, found.search.name);
            }
            notes += 1;
        }
    }
    assert_eq!(notes, 8, "each focused and each wide search has one");
}

/// What lists put together by hand reach, `(profile, search, source, reach, precision)`.
const TO_BEAT: [(ProfileId, &str, &str, f64, f64); 6] = [
    (ProfileId::Entry, "focused", "justjoin-2021-pl", 0.50, 0.995),
    (ProfileId::Entry, "wide", "justjoin-2021-pl", 0.69, 0.18),
    (ProfileId::Mid, "wide", "justjoin-2021-pl", 0.70, 0.78),
    (ProfileId::Senior, "focused", "justjoin-2021-pl", 0.37, 0.89),
    (ProfileId::Entry, "wide", "linkedin-2023-us", 0.54, 0.35),
    (ProfileId::Senior, "focused", "linkedin-2023-us", 0.29, 0.95),
];

#[test]
fn the_default_quiz_reaches_more_than_lists_put_together_by_hand() {
    let content = crate::content::load(&crate::paths::content()).expect("it is good");
    let adverts = adverts::read().expect("the counts can be read");
    let nobody = &people::all(&content)[0];
    for (profile, name, source, reach, precision) in TO_BEAT {
        let searches = searches_of(&content, profile, &nobody.answers);
        let found = searches.iter().find(|found| found.search.name == name).expect("there is one");
        let list = List::new(&found.titles, &found.search.exclude);
        let figures = measure(&list, profile, adverts.iter().filter(|advert| advert.source == source));
        let (reached, right) = (figures.reach().unwrap_or(0.0), figures.precision().unwrap_or(0.0));
        assert!(reached > reach && right >= precision, "{profile} {name}, {source}: {reached:.3} at {right:.3}");
    }
}

/// Shares of the adverts that name a platform, `(profile, search, source, reach for whoever states it)`.
const WITH_PLATFORM: [(ProfileId, &str, &str, f64); 4] = [
    (ProfileId::Entry, "focused", "justjoin-2021-pl", 0.70),
    (ProfileId::Mid, "focused", "justjoin-2021-pl", 0.80),
    (ProfileId::Senior, "wide", "justjoin-2021-pl", 0.80),
    (ProfileId::Freelance, "focused", "linkedin-2023-us-contract", 0.70),
];

#[test]
fn who_states_a_platform_finds_more_of_the_adverts_that_name_it() {
    let content = crate::content::load(&crate::paths::content()).expect("it is good");
    let adverts = adverts::read().expect("the counts can be read");
    for (profile, name, source, reach) in WITH_PLATFORM {
        let searches = &content.profile(profile).searches;
        let index = searches.iter().position(|search| search.name == name).expect("there is one");
        let gain = platforms::gain(&content, profile, index, adverts.iter().filter(|advert| advert.source == source));
        let (alone, stated) = (gain.language.reach().unwrap_or(1.0), gain.stated.reach().unwrap_or(0.0));
        assert!(stated >= reach && stated > alone, "{profile} {name}, {source}: {alone:.3} → {stated:.3}");
    }
}
