//! What is advised for which answers, and where the searches lead.

mod support;

use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::{Advice, Content, Filter, ProfileId, Search};
use career_quiz::quiz::nearest::Act;
use career_quiz::quiz::recommend::{
    JobSearch, MAX_LINK, Met, indeed_link, indeed_link_to_all, linkedin_link, linkedin_link_to_all, recommend, remarks,
    searches, web_search_link,
};
use serde_json::json;
use support::{SMALL, default_content, many, number, one, set, small};

fn ids<'c>(advice: &[&'c Advice]) -> Vec<&'c str> {
    advice.iter().map(|advice| advice.id.as_str()).collect()
}

/// The ids of the programs suggested to an entry, each with its reason.
#[track_caller]
fn assert_programs(answers: &Answers, expected: &[(&str, &str)]) {
    let content = small();
    let advice = recommend(&content, answers, ProfileId::Entry, &[]);
    let programs: Vec<(&str, &str)> =
        advice.programs.iter().map(|suggestion| (suggestion.program.id.as_str(), suggestion.reason)).collect();
    assert_eq!(programs, expected);
}

#[test]
fn a_program_is_suggested_for_the_first_reason_that_holds() {
    let always = ("part", "It is good for everybody.");
    assert_programs(&Answers::default(), &[always]);
    assert_programs(&Answers::from([("start", one("novice"))]), &[("whole", "You are at the start."), always]);
    assert_programs(&Answers::from([("skills", many(&["git"]))]), &[("whole", "You know something."), always]);
    let both = Answers::from([("start", one("novice")), ("skills", many(&["git"]))]);
    assert_programs(&both, &[("whole", "You are at the start."), always]);
    assert_programs(&Answers::from([("skills", many(&["none"]))]), &[always]);
}

#[test]
fn programs_know_what_they_are_part_of_and_what_they_contain() {
    let content = small();
    let advice = recommend(&content, &Answers::from([("start", one("novice"))]), ProfileId::Entry, &[]);
    let [whole, part] = &advice.programs[..] else { panic!("there are two: {advice:#?}") };
    assert_eq!(whole.contains.iter().map(|part| part.id.as_str()).collect::<Vec<_>>(), ["part"]);
    assert_eq!(whole.part_of, None);
    assert_eq!(part.part_of.map(|whole| whole.id.as_str()), Some("whole"));
    assert!(part.contains.is_empty() && part.prerequisites.is_empty());
}

#[test]
fn a_program_names_what_it_is_part_of_even_where_that_is_not_suggested() {
    let content = small();
    let advice = recommend(&content, &Answers::default(), ProfileId::Entry, &[]);
    assert_eq!(advice.programs.len(), 1);
    assert_eq!(advice.programs[0].part_of.map(|whole| whole.id.as_str()), Some("whole"));
}

#[track_caller]
fn assert_met(answers: Answers, sql: Met, year: Met) {
    let mut answers = answers;
    // So that the program is suggested.
    answers.set("start", one("novice"));
    let content = small();
    let advice = recommend(&content, &answers, ProfileId::Entry, &[]);
    let met: Vec<(&str, Met)> =
        advice.programs[0].prerequisites.iter().map(|(item, met)| (item.text.as_str(), *met)).collect();
    assert_eq!(met, [("Knows SQL", sql), ("Has worked for a year", year)]);
}

#[test]
fn a_prerequisite_is_met_where_the_answers_say_so() {
    assert_met(Answers::from([("skills", many(&["sql"])), ("years", number(1.0))]), Met::Yes, Met::Yes);
}

#[test]
fn a_prerequisite_is_not_met_where_the_answers_say_otherwise() {
    assert_met(Answers::from([("skills", many(&["git"])), ("years", number(0.5))]), Met::No, Met::No);
    assert_met(Answers::from([("skills", many(&["none"])), ("years", number(1.0))]), Met::No, Met::No);
}

#[test]
fn a_prerequisite_is_unknown_where_a_question_it_looks_at_was_skipped() {
    assert_met(Answers::default(), Met::Unknown, Met::Unknown);
    assert_met(Answers::from([("years", number(1.0))]), Met::Unknown, Met::Unknown);
    assert_met(Answers::from([("skills", many(&["sql"]))]), Met::Yes, Met::Unknown);
}

#[test]
fn where_no_program_is_needed_none_is_suggested() {
    let content = small();
    let mut answers = Answers::from([("start", one("coder")), ("years", number(10.0))]);
    let advice = recommend(&content, &answers, ProfileId::Senior, &[]);
    assert_eq!(advice.no_program.map(|advice| advice.id.as_str()), Some("old-hand"));
    assert!(advice.programs.is_empty());
    // The first that holds is said.
    answers.set("team", one("lead"));
    let advice = recommend(&content, &answers, ProfileId::Senior, &[]);
    assert_eq!(advice.no_program.map(|advice| advice.id.as_str()), Some("leads"));
    assert!(advice.programs.is_empty());
    answers.set("team", one("alone"));
    answers.set("start", one("novice"));
    answers.set("years", number(9.0));
    let advice = recommend(&content, &answers, ProfileId::Mid, &[]);
    assert_eq!((advice.no_program, advice.programs.len()), (None, 2));
}

#[test]
fn steps_are_those_of_the_profile_whose_conditions_hold() {
    let content = small();
    let steps = |answers: &Answers, best| ids(&recommend(&content, answers, best, &[]).steps);
    let nothing = Answers::default();
    assert_eq!(steps(&nothing, ProfileId::Entry), ["read"]);
    assert_eq!(steps(&nothing, ProfileId::Mid), ["read", "grow"]);
    let lead = Answers::from([("team", one("lead")), ("skills", many(&["git"]))]);
    assert_eq!(steps(&lead, ProfileId::Mid), ["read", "grow", "rest"]);
    assert_eq!(steps(&lead, ProfileId::Senior), ["read", "grow", "rest", "lead-on"]);
}

#[test]
fn steps_that_help_with_what_lies_ahead_come_first() {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/steps/1/helps", json!(["team"]));
    set(&mut quiz, "/steps/2/helps", json!(["skills"]));
    let content = support::parsed(&quiz.to_string());
    let git = Answers::from([("skills", many(&["git"]))]);
    let act = |question: &str| Act { question: question.to_owned(), option: "x".to_owned() };
    let steps = |acts: &[Act]| ids(&recommend(&content, &git, ProfileId::Mid, acts).steps);
    assert_eq!(steps(&[]), ["read", "grow", "rest"]);
    assert_eq!(steps(&[act("skills"), act("team")]), ["rest", "grow", "read"]);
    assert_eq!(steps(&[act("wish"), act("team")]), ["grow", "read", "rest"]);
}

#[test]
fn a_remark_is_made_where_it_is_called_for() {
    let content = small();
    let none = Answers::from([("skills", many(&["none"]))]);
    assert_eq!(ids(&remarks(&content, &none, Some(ProfileId::Entry))), ["courage"]);
    let git = Answers::from([("skills", many(&["git"]))]);
    assert!(remarks(&content, &git, Some(ProfileId::Entry)).is_empty());
    // Also to somebody who has answered nothing else, so that there is no result.
    assert_eq!(ids(&remarks(&content, &none, None)), ["courage"]);
}

#[test]
fn the_searches_are_those_of_the_best_profile() {
    let content = small();
    let names = |best| {
        let searches = recommend(&content, &Answers::default(), best, &[]).searches;
        searches.iter().map(|found| found.search.heading.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(ProfileId::Mid), ["Plain titles", "Wider"]);
    assert_eq!(names(ProfileId::Freelance), ["Contracts"]);
}

// Links.

fn search(content: &Content) -> JobSearch<'_> {
    searches(content, ProfileId::Senior, &Answers::default()).remove(0)
}

/// A search of the small quiz, with other words.
fn search_with(with: &[&str], exclude: &[&str]) -> Content {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/profiles/0/searches/0/with", json!(with));
    set(&mut quiz, "/profiles/0/searches/0/exclude", json!(exclude));
    support::parsed(&quiz.to_string())
}

#[test]
fn linkedin_excludes_words_by_not() {
    assert_eq!(
        linkedin_link("Senior Developer", &search(&small())),
        "https://www.linkedin.com/jobs/search/?keywords=\
         %22Senior%20Developer%22%20contract%20NOT%20junior%20NOT%20%22entry%20level%22"
    );
}

#[test]
fn indeed_excludes_words_by_a_minus() {
    assert_eq!(
        indeed_link("Senior Developer", &search(&small())),
        "https://www.indeed.com/jobs?q=%22Senior%20Developer%22%20contract%20-junior%20-%22entry%20level%22"
    );
}

#[test]
fn a_search_for_a_title_alone_has_the_title_in_quotes() {
    let content = search_with(&[], &[]);
    let keywords = "https://www.linkedin.com/jobs/search/?keywords=%22Developer%22";
    assert_eq!(linkedin_link("Developer", &search(&content)), keywords);
    assert_eq!(indeed_link("Developer", &search(&content)), "https://www.indeed.com/jobs?q=%22Developer%22");
}

#[test]
fn words_to_search_for_are_quoted_where_there_are_several() {
    let content = search_with(&["remote", "New York"], &[]);
    assert_eq!(
        indeed_link("Developer", &search(&content)),
        "https://www.indeed.com/jobs?q=%22Developer%22%20remote%20%22New%20York%22"
    );
}

#[test]
fn nothing_in_a_title_gets_out_of_the_query() {
    let content = search_with(&[], &[]);
    let query = |title| indeed_link(title, &search(&content)).replace("https://www.indeed.com/jobs?q=", "");
    assert_eq!(query("Lead C# / .NET & C++"), "%22Lead%20C%23%20%2F%20.NET%20%26%20C%2B%2B%22");
    assert_eq!(query("100%=?;:@$,'()*![]"), "%22100%25%3D%3F%3B%3A%40%24%2C%27%28%29%2A%21%5B%5D%22");
    assert_eq!(query("Développeur 开发 😀"), "%22D%C3%A9veloppeur%20%E5%BC%80%E5%8F%91%20%F0%9F%98%80%22");
    assert_eq!(query("a-b_c.d~e"), "%22a-b_c.d~e%22");
    assert_eq!(query("a\"b\\c\n<d>"), "%22a%22b%5Cc%0A%3Cd%3E%22");
}

#[test]
fn a_program_without_a_link_is_searched_for_by_name_and_provider() {
    assert_eq!(
        web_search_link("R & D: \"SQL\"", "A/B School"),
        "https://duckduckgo.com/?q=%22R+%26+D%3A+%22SQL%22%22+A%2FB+School"
    );
}

#[test]
fn every_search_of_the_default_content_makes_clean_links() {
    let content = default_content();
    let mut links = 0;
    for search in ProfileId::ALL.into_iter().flat_map(|profile| searches(&content, profile, &Answers::default())) {
        for title in &search.titles {
            for (link, site) in [
                (linkedin_link(title, &search), "https://www.linkedin.com/jobs/search/?keywords=%22"),
                (indeed_link(title, &search), "https://www.indeed.com/jobs?q=%22"),
            ] {
                let query = link.strip_prefix(site).unwrap_or_else(|| panic!("{link}"));
                assert!(query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%&=".contains(&byte)), "{link}");
                links += 1;
            }
        }
    }
    assert!(links >= 300, "{links} links only");
}

#[test]
fn a_list_of_titles_is_one_query_on_each_site() {
    let content = search_with(&[], &["junior", "entry level"]);
    let any = "%28%22Senior%20Developer%22%20OR%20%22Lead%20C%23%20%2F%20.NET%20Developer%22%29";
    assert_eq!(
        linkedin_link_to_all(&search(&content)),
        Some(format!(
            "https://www.linkedin.com/jobs/search/?keywords={any}%20NOT%20junior%20NOT%20%22entry%20level%22"
        ))
    );
    assert_eq!(
        indeed_link_to_all(&search(&content)),
        Some(format!("https://www.indeed.com/jobs?q={any}%20-junior%20-%22entry%20level%22"))
    );
}

#[test]
fn a_list_of_one_title_has_no_query_for_all() {
    let content = small();
    let entry = searches(&content, ProfileId::Entry, &Answers::default()).remove(0);
    assert_eq!((linkedin_link_to_all(&entry), indeed_link_to_all(&entry)), (None, None));
}

#[test]
fn a_query_that_grows_too_long_leaves_out_the_last_titles() {
    let mut quiz = support::json(SMALL);
    let long = |at: usize| format!("{at} {}", "ж".repeat(40));
    set(&mut quiz, "/profiles/0/searches/0/titles", json!((0..20).map(long).collect::<Vec<_>>()));
    let content = support::parsed(&quiz.to_string());
    for link in [linkedin_link_to_all(&search(&content)), indeed_link_to_all(&search(&content))] {
        let link = link.expect("some fit");
        assert!(link.len() <= MAX_LINK && link.len() > MAX_LINK / 2, "{}", link.len());
        assert!(link.contains("%220%20") && !link.contains("%2219%20"), "{link}");
    }
}

#[track_caller]
fn assert_filters(filters: &[&str], linkedin: &str, indeed: &str) {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/profiles/0/searches/0/filters", json!(filters));
    set(&mut quiz, "/profiles/0/searches/0/with", json!([]));
    set(&mut quiz, "/profiles/0/searches/0/exclude", json!([]));
    let content = support::parsed(&quiz.to_string());
    let search = search(&content);
    let link = linkedin_link("A B", &search);
    assert_eq!(link.strip_prefix("https://www.linkedin.com/jobs/search/?keywords=%22A%20B%22"), Some(linkedin));
    let link = indeed_link("A B", &search);
    assert_eq!(link.strip_prefix("https://www.indeed.com/jobs?q=%22A%20B%22"), Some(indeed));
    assert!(linkedin_link_to_all(&search).is_some_and(|link| link.ends_with(linkedin)));
    assert!(indeed_link_to_all(&search).is_some_and(|link| link.ends_with(indeed)));
}

#[test]
fn filters_are_set_where_the_sites_have_them() {
    assert_filters(&[], "", "");
    assert_filters(&["entry"], "&f_E=2", "&sc=0kf%3Aexplvl%28ENTRY_LEVEL%29%3B");
    assert_filters(&["mid"], "&f_E=3%2C4", "&sc=0kf%3Aexplvl%28MID_LEVEL%29%3B");
    assert_filters(&["senior"], "&f_E=4", "&sc=0kf%3Aexplvl%28SENIOR_LEVEL%29%3B");
    assert_filters(&["contract"], "&f_JT=C", "&jt=contract");
    assert_filters(&["remote"], "&f_WT=2", "&sc=0kf%3Aattr%28DSQF7%29%3B");
    assert_filters(&["on-site"], "&f_WT=1", "");
    assert_filters(&["hybrid"], "&f_WT=3", "");
    let all = "&jt=contract&sc=0kf%3Aattr%28DSQF7%29explvl%28SENIOR_LEVEL%29%3B";
    assert_filters(&["remote", "senior", "contract"], "&f_E=4&f_JT=C&f_WT=2", all);
}

#[test]
fn levels_that_a_site_cannot_join_are_not_set_there() {
    assert_filters(&["internship", "entry"], "&f_E=1%2C2", "");
    assert_filters(&["mid", "senior"], "&f_E=3%2C4", "");
}

#[test]
fn places_of_work_that_a_site_does_not_know_hide_nothing_there() {
    assert_filters(&["hybrid", "on-site", "remote"], "&f_WT=1%2C2%2C3", "");
    assert_filters(&["remote", "on-site"], "&f_WT=1%2C2", "");
    assert_filters(&["remote", "hybrid", "senior"], "&f_E=4&f_WT=2%2C3", "&sc=0kf%3Aexplvl%28SENIOR_LEVEL%29%3B");
}

// Searches that fit the person.

/// The first search of the senior profile, with titles that are added for SQL and for Git.
fn adapted(common: usize) -> Content {
    let mut quiz = support::json(SMALL);
    let titles = |name: &str, count: usize| (1..=count).map(|at| format!("{name} {at}")).collect::<Vec<_>>();
    let known = |skill: &str| json!([{ "question": "skills", "any_of": [skill] }]);
    set(&mut quiz, "/profiles/0/searches/0/titles", json!(titles("Common", common)));
    set(&mut quiz, "/profiles/0/searches/0/otherwise", json!(["Other 1", "Other 2"]));
    let also = json!([
        { "show_if": known("sql"), "titles": ["SQL 1", "SQL 2", "SQL 3", "SQL 4"] },
        { "show_if": known("git"), "titles": ["Git 1", "SQL 2", "Git 2"] },
        { "show_if": [{ "question": "wish", "any_of": ["time"] }], "filters": ["remote"] },
    ]);
    set(&mut quiz, "/profiles/0/searches/0/also", also);
    support::parsed(&quiz.to_string())
}

#[track_caller]
fn assert_added(common: usize, skills: &[&str], expected: &[&str]) {
    let content = adapted(common);
    let found = searches(&content, ProfileId::Senior, &Answers::from([("skills", many(skills))])).remove(0);
    let (added, rest) = found.titles.split_at(found.titles.len() - common);
    assert_eq!(added, expected);
    assert!(rest.iter().all(|title| title.starts_with("Common ")), "{rest:?}");
    assert!(found.titles.len() <= Search::MAX_TITLES);
}

#[test]
fn titles_are_added_for_what_a_person_knows() {
    assert_added(2, &["sql"], &["SQL 1", "SQL 2", "SQL 3", "SQL 4"]);
    assert_added(2, &["git"], &["Git 1", "SQL 2", "Git 2"]);
}

#[test]
fn other_titles_are_added_for_a_person_who_states_nothing() {
    assert_added(2, &["none"], &["Other 1", "Other 2"]);
    let content = adapted(2);
    let found = searches(&content, ProfileId::Senior, &Answers::default()).remove(0);
    assert_eq!(found.titles, ["Other 1", "Other 2", "Common 1", "Common 2"]);
}

#[test]
fn whoever_knows_several_things_gets_titles_for_each_in_turn_and_none_twice() {
    assert_added(2, &["sql", "git"], &["SQL 1", "Git 1", "SQL 2", "SQL 3", "Git 2", "SQL 4"]);
    assert_added(16, &["sql", "git"], &["SQL 1", "Git 1", "SQL 2", "SQL 3"]);
}

#[test]
fn a_filter_is_set_for_those_who_ask_for_it_and_leaves_the_titles_alone() {
    let content = adapted(2);
    let found = searches(&content, ProfileId::Senior, &Answers::from([("wish", one("time"))])).remove(0);
    assert_eq!((found.filters, found.titles.len()), (vec![Filter::Remote], 4));
    let found = searches(&content, ProfileId::Senior, &Answers::from([("wish", one("money"))])).remove(0);
    assert_eq!(found.filters, []);
}

#[test]
fn what_the_field_calls_a_job_is_marked() {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/profiles/0/searches/0/field_titles", json!(["Senior Developer"]));
    let content = support::parsed(&quiz.to_string());
    let search = search(&content);
    assert!(search.is_field_title("Senior Developer") && !search.is_field_title("Lead C# / .NET Developer"));
}

/// The most titles that anybody gets: whoever knows every language and every platform, and each with each.
#[test]
fn no_link_of_the_default_content_leaves_titles_out() {
    let content = default_content();
    let ids = |question: &str| -> Vec<&str> {
        let question = content.question(question).expect("it is asked");
        question.options.iter().filter(|option| !option.exclusive).map(|option| option.id.as_str()).collect()
    };
    let (languages, platforms) = (ids("languages"), ids("platforms"));
    let mut people: Vec<Answers> = vec![
        Answers::default(),
        Answers::from([("languages", many(&languages))]),
        Answers::from([("languages", many(&languages)), ("platforms", many(&platforms))]),
    ];
    for language in &languages {
        people.push(Answers::from([("languages", many(&[language]))]));
        for platform in &platforms {
            people.push(Answers::from([("languages", many(&[language])), ("platforms", many(&[platform]))]));
        }
    }
    for answers in people {
        for profile in ProfileId::ALL {
            for search in searches(&content, profile, &answers) {
                let last = search.titles.last().expect("there are titles");
                let place = format!("{profile} {} {answers:?}", search.search.name);
                assert!(search.titles.len() <= Search::MAX_TITLES, "{place}");
                for link in [linkedin_link_to_all(&search), indeed_link_to_all(&search)] {
                    let link = link.expect(&place);
                    assert_eq!(link.matches("%20OR%20").count(), search.titles.len() - 1, "{place}: {last}");
                }
            }
        }
    }
}

/// The query of a link without the filters after it, and these.
fn parted<'l>(link: &'l str, site: &str) -> (&'l str, &'l str) {
    let query = link.strip_prefix(site).expect("it leads to the site");
    query.split_at(query.find('&').unwrap_or(query.len()))
}

#[test]
fn each_place_of_work_sets_its_filter_in_every_search_of_the_default_content_and_nothing_else() {
    let content = default_content();
    for profile in ProfileId::ALL {
        let nothing = searches(&content, profile, &Answers::default());
        for (place, filter, linkedin, indeed) in [
            ("on-site", Filter::OnSite, "&f_WT=1", ""),
            ("remote", Filter::Remote, "&f_WT=2", "attr%28DSQF7%29"),
            ("hybrid", Filter::Hybrid, "&f_WT=3", ""),
        ] {
            let stated = searches(&content, profile, &Answers::from([("workplace", one(place))]));
            for (stated, nothing) in stated.iter().zip(&nothing) {
                let name = format!("{profile} {} {place}", nothing.search.name);
                assert_eq!(stated.titles, nothing.titles, "{name}");
                let added: Vec<_> = stated.filters.iter().filter(|set| !nothing.filters.contains(set)).collect();
                assert_eq!((added, stated.filters.len()), (vec![&filter], nothing.filters.len() + 1), "{name}");
                let site = "https://www.linkedin.com/jobs/search/?keywords=";
                let links = [stated, nothing].map(|search| linkedin_link("A B", search));
                let [(query, set), (plain, before)] = [&links[0], &links[1]].map(|link| parted(link, site));
                assert_eq!((query, set), (plain, &*format!("{before}{linkedin}")), "{name}");
                let site = "https://www.indeed.com/jobs?q=";
                let links = [stated, nothing].map(|search| indeed_link("A B", search));
                let [(query, set), (plain, before)] = [&links[0], &links[1]].map(|link| parted(link, site));
                assert_eq!(query, plain, "{name}");
                assert_eq!(set.contains("attr%28"), !indeed.is_empty(), "{name}: {set}");
                assert!(set.contains(indeed), "{name}: {set}");
                // Besides, what stood there before goes on standing there.
                let rest = set.replace("attr%28DSQF7%29", "").replace("&sc=0kf%3A%3B", "");
                assert_eq!(rest, before, "{name}");
            }
        }
        let any = searches(&content, profile, &Answers::from([("workplace", one("any"))]));
        assert_eq!(any, nothing, "{profile}");
    }
}
