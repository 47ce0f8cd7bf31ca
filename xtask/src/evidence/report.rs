//! The figures, as they are printed.

use super::adverts::{Advert, CONTRACT, Figures, List, measure};
use super::people::{self, Person};
use super::platforms::{self, Gain};
use super::years::{self, Accuracy, People};
use career_quiz::quiz::content::{Content, Profile, ProfileId};
use career_quiz::quiz::recommend::searches as searches_of;
use std::fmt::Write as _;

const LEGEND: &str = "\
Searches, on the adverts in evidence/titles_by_level.csv

  .55 at 1.00 [.60]   the list reaches .55 of the level's adverts, and 1.00 of what it reaches is at the level;
                      [.60]: of those adverts of the level that name what this person stated, or nothing that others stated
  naming a platform   of the level's adverts with a platform of the quiz in the title, with their number: what is reached for the
                      language alone that reaches most of them, and for the same person who states the platform, too

  A title or an exclusion matches where its words stand together and in order in the normalised title. LinkedIn merges
  mid and senior into one level: its adverts count as mid for a mid-level list and as senior for a senior one, so the
  second figure flatters both there, and the first is of two levels together. Its \"associate\" is neither entry nor mid, and counts as a miss wherever it is
  reached. newgrad-2026-us has adverts for beginners only, so nothing there can miss. Freelance is measured on
  contract adverts, at whatever level.
";

/// What lists of 20 titles reach that were put together by hand for a person who states no language.
const BY_HAND: &str = "  Lists of 20 put together by hand, for comparison:
    justjoin-2021-pl    entry focused .50 at 1.00, entry wide .69 at .18, mid wide .70 at .78, senior focused .37 at .89
    linkedin-2023-us    entry wide .54 at .35, senior focused .29 at .95
";

/// The figures of all searches, for each person and source.
pub(crate) fn searches(content: &Content, adverts: &[Advert]) -> String {
    let people = people::all(content);
    let mut text = format!("{LEGEND}\n{BY_HAND}");
    for profile in &content.profiles {
        let sources = sources(profile.id, adverts);
        let _ = write!(text, "\n{:<36}", profile.name);
        for source in &sources {
            let _ = write!(text, "{source:<27}");
        }
        text = text.trim_end().to_owned() + "\n";
        let line = |name: &str, list: &List, person: &Person| {
            let mut text = format!("  {name:<34}");
            for source in &sources {
                let adverts = || adverts.iter().filter(|advert| advert.source == *source);
                let figures = measure(list, profile.id, adverts());
                let suiting = adverts().filter(|advert| people::may_suit(person, &people, advert));
                let suiting = (!person.words.is_empty()).then(|| measure(list, profile.id, suiting));
                let _ = write!(text, "{:<27}", shown(figures, suiting));
            }
            text.trim_end().to_owned() + "\n"
        };
        if let Some(list) = field_titles(profile) {
            text += &line("the field's titles alone", &list, &people[0]);
        }
        for (index, search) in profile.searches.iter().enumerate() {
            // Whatever somebody states, a list without additions is the same.
            let adapted = search.also.iter().any(|also| !also.titles.is_empty());
            for (at, person) in people.iter().enumerate().take(if adapted { people.len() } else { 1 }) {
                let found = searches_of(content, profile.id, &person.answers).remove(index);
                let list = List::new(&found.titles, &search.exclude);
                let name = match at {
                    0 => format!("{}, {} titles", search.name, found.titles.len()),
                    _ => format!("  {} ({})", person.name, found.titles.len()),
                };
                text += &line(&name, &list, person);
            }
            if adapted {
                text += &platform_lines(content, profile.id, index, &sources, adverts);
            }
        }
    }
    text
}

/// Two lines on the adverts that name a platform; none where no advert does.
fn platform_lines(content: &Content, profile: ProfileId, index: usize, sources: &[&str], adverts: &[Advert]) -> String {
    let of = |source: &&str| {
        platforms::gain(content, profile, index, adverts.iter().filter(|advert| advert.source == *source))
    };
    let gains: Vec<Gain> = sources.iter().map(of).collect();
    if gains.iter().all(|gain| gain.language.at_level == 0) {
        return String::new();
    }
    let line = |name: &str, figures: fn(&Gain) -> Figures| {
        let cells = gains.iter().map(figures).map(|figures| {
            let of = if figures.at_level > 0 { format!(" of {}", figures.at_level) } else { String::new() };
            format!("{:<27}", share(figures.reach()) + &of)
        });
        format!("  {name:<34}{}", cells.collect::<String>()).trim_end().to_owned() + "\n"
    };
    line("  naming a platform: language", |gain| gain.language) + &line("  … and platform stated", |gain| gain.stated)
}

/// What the field calls the jobs of a profile, as one list without exclusions.
fn field_titles(profile: &Profile) -> Option<List> {
    let titles: Vec<&String> = profile.searches.iter().flat_map(|search| &search.field_titles).collect();
    (!titles.is_empty()).then(|| List::new(&titles, &[""; 0]))
}

/// The sources that have adverts for a profile, in the order of the file. Contract adverts are for freelancers alone:
/// they are counted among the others already.
pub(super) fn sources(profile: ProfileId, adverts: &[Advert]) -> Vec<&str> {
    let mut sources: Vec<&str> = Vec::new();
    for advert in adverts.iter().filter(|advert| advert.is_at(profile)) {
        if !sources.contains(&&*advert.source) && (profile == ProfileId::Freelance || advert.source != CONTRACT) {
            sources.push(&advert.source);
        }
    }
    sources
}

fn shown(figures: Figures, suiting: Option<Figures>) -> String {
    let mut text = format!("{} at {}", share(figures.reach()), share(figures.precision()));
    if let Some(suiting) = suiting {
        let _ = write!(text, " [{}]", share(suiting.reach()));
    }
    text
}

/// `.55`, or `–` where there is nothing to take a share of.
fn share(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{share:.2}").trim_start_matches('0').to_owned())
}

/// The accuracy of the question for years.
pub(crate) fn years(content: &Content, people: &[People]) -> String {
    let mut text = "\nYears alone, on the back-end rows of evidence/years_by_level.csv\n\n  \
                    share of people put at their level:  entry   mid senior  plain balanced\n"
        .to_owned();
    let mut line = |name: &str, accuracy: &Accuracy| {
        let Accuracy { per_level: [entry, mid, senior], plain, balanced } = accuracy;
        let _ = writeln!(text, "  {name:<35} {entry:6.3} {mid:5.3}  {senior:5.3}  {plain:5.3}    {balanced:5.3}");
    };
    match years::question(content) {
        Some(question) => {
            line("most points for these years", &years::accuracy(people, |years| years::by_points(question, years)));
        }
        None => line(&format!("(no number {:?})", years::QUESTION), &years::accuracy(&[], years::by_thresholds)),
    }
    line("mid from 3 years, senior from 6", &years::accuracy(people, years::by_thresholds));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{from_bytes, sample};

    #[test]
    fn shares_are_short() {
        let figures = Figures { at_level: 20, reached: 11, both: 11 };
        assert_eq!(shown(figures, None), ".55 at 1.00");
        assert_eq!(shown(figures, Some(Figures { at_level: 0, reached: 1, both: 0 })), ".55 at 1.00 [–]");
        assert_eq!(shown(Figures { at_level: 0, reached: 0, both: 0 }, None), "– at –");
    }

    #[test]
    fn each_search_of_each_profile_has_a_line_under_its_sources() {
        let content = from_bytes(sample().to_string().as_bytes(), "x".as_ref()).expect("it is good");
        let advert = |source: &str, title: &str, level: &str| Advert {
            source: source.to_owned(),
            title: title.to_owned(),
            level: level.to_owned(),
            count: 1,
        };
        let adverts = [
            advert("s", "line cook", "entry"),
            advert("s", "line cook", "mid"),
            advert("s", "head cook", "entry"),
            advert(CONTRACT, "line cook", "entry"),
        ];
        let text = searches(&content, &adverts);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        assert!(lines.contains(&"entry                               s"), "{text}");
        assert!(lines.contains(&"all, 1 titles                     .50 at .50"), "{text}");
        assert!(lines.contains(&"freelance                           linkedin-2023-us-contract"), "{text}");
        assert!(lines.contains(&"all, 1 titles                     1.00 at 1.00"), "{text}");
        assert!(!lines.iter().any(|line| line.starts_with("naming a platform:")), "no platform is asked for: {text}");
    }

    #[test]
    fn an_adapted_search_has_two_lines_on_adverts_that_name_a_platform() {
        let content = platforms::tests::content();
        let advert = |source: &str, title: &str| Advert {
            source: source.to_owned(),
            title: title.to_owned(),
            level: "entry".to_owned(),
            count: 2,
        };
        let adverts = [advert("s", "wok cook"), advert("s", "chef on wok"), advert("t", "line cook")];
        let text = searches(&content, &adverts);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        assert!(lines.contains(&"naming a platform: language     .50 of 4                   –"), "{text}");
        assert!(lines.contains(&"… and platform stated           1.00 of 4                  –"), "{text}");
        let without = searches(&content, &adverts[2..]);
        assert!(!without.contains("platform stated"), "no advert names one: {without}");
    }

    #[test]
    fn a_quiz_without_the_question_for_years_says_so() {
        let content = from_bytes(sample().to_string().as_bytes(), "x".as_ref()).expect("it is good");
        let text = years(&content, &[]);
        assert!(text.contains("(no number \"professional-years\")"), "{text}");
    }
}
