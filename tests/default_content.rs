//! The quiz that people take: it says what it is meant to say, and people land where they belong.

mod support;

use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::{Content, Kind, ProfileId};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::recommend::{Met, Recommendation, recommend, remarks, searches};
use career_quiz::quiz::score::{Outcome, score};
use std::collections::BTreeSet;
use support::{Dice, asked, default_content, many, number, one};

fn question_ids(content: &Content) -> Vec<&str> {
    content.questions.iter().map(|question| question.id.as_str()).collect()
}

#[track_caller]
fn option_ids<'c>(content: &'c Content, question: &str) -> Vec<&'c str> {
    let question = content.question(question).expect("the question is there");
    question.options.iter().map(|option| option.id.as_str()).collect()
}

// Questions.

#[test]
fn there_are_12_to_17_questions_of_every_kind() {
    let content = default_content();
    assert!((12..=17).contains(&content.questions.len()), "{}", content.questions.len());
    for kind in [Kind::Single, Kind::Multi, Kind::Number] {
        assert!(content.questions.iter().any(|question| question.kind == kind), "{kind:?}");
    }
    assert!(content.questions.iter().any(|question| question.help.is_some()));
}

#[test]
fn years_of_professional_work_are_a_number_from_0_to_60_in_halves() {
    let content = default_content();
    let years = content.question("professional-years").expect("it is there");
    assert_eq!((years.kind, years.least(), years.most(), years.grain()), (Kind::Number, 0.0, 60.0, 0.5));
    assert!(number(0.5).fits(years) && number(60.0).fits(years));
    assert!(!number(60.5).fits(years) && !number(0.25).fits(years));
    assert!(years.show_if.is_empty(), "everybody is asked");
}

#[test]
fn the_nine_backgrounds_can_be_picked() {
    let expected = [
        "computer-programming",
        "web-design",
        "ux-ui",
        "app-development",
        "data-science",
        "digital-marketing",
        "project-management",
        "industry-knowledge",
        "none",
    ];
    assert_eq!(option_ids(&default_content(), "background"), expected);
}

#[test]
fn every_multi_can_be_answered_by_none() {
    let content = default_content();
    for question in content.questions.iter().filter(|question| question.kind == Kind::Multi) {
        assert!(question.options.iter().any(|option| option.exclusive), "{}", question.id);
    }
}

#[test]
fn nobody_without_experience_is_asked_about_a_team_or_clients() {
    let content = default_content();
    let answers = Answers::from([("professional-years", number(0.0)), ("freelance", one("main"))]);
    let course = Course::of(&content, &answers);
    let asked = asked(&content, &course);
    for id in ["mentoring", "scope", "production", "freelance-clients", "freelance-business"] {
        assert!(content.question(id).is_some() && !asked.contains(&id), "{id}");
    }
}

#[test]
fn platforms_are_asked_about_after_the_tools_of_those_who_know_a_language() {
    let content = default_content();
    let ids = question_ids(&content);
    let at = ids.iter().position(|id| *id == "platforms").expect("it is there");
    assert_eq!(ids[at - 1], "tools");
    let asks = |answers: &Answers| Course::of(&content, answers).asks(&content, "platforms");
    assert!(!asks(&Answers::default()) && !asks(&Answers::from([("languages", many(&["none"]))])));
    for language in option_ids(&content, "languages").iter().filter(|id| **id != "none") {
        assert!(asks(&Answers::from([("languages", many(&[language]))])), "{language}");
    }
}

#[test]
fn everybody_is_asked_where_they_would_like_to_work_before_how_they_would_like_to_learn() {
    let content = default_content();
    let ids = question_ids(&content);
    let at = ids.iter().position(|id| *id == "workplace").expect("it is there");
    assert_eq!(ids.get(at + 1), Some(&"learning"));
    assert!(content.questions[at].show_if.is_empty());
    assert_eq!(option_ids(&content, "workplace"), ["on-site", "hybrid", "remote", "any"]);
}

#[test]
fn platforms_and_the_place_of_work_are_worth_no_points() {
    let content = default_content();
    for answers in [career_changer(), steady_developer(), system_designer(), with_clients()] {
        let mut more = answers.clone();
        more.set("platforms", many(&["node", "drupal", "cloud"]));
        more.set("workplace", one("remote"));
        assert_all_count(&content, &more);
        assert_eq!(result(&content, &more).1, result(&content, &answers).1);
    }
}

#[test]
fn nobody_is_asked_about_running_a_business_who_does_not_want_to_freelance() {
    let content = default_content();
    let asks = |freelance: &str| {
        let answers = Answers::from([
            ("professional-years", number(8.0)),
            ("freelance", one(freelance)),
            ("freelance-clients", one("several")),
        ]);
        Course::of(&content, &answers).asks(&content, "freelance-business")
    };
    assert!(!asks("no") && !asks("unsure"));
    assert!(asks("part") && asks("main"));
}

#[test]
fn every_question_is_asked_and_every_advice_is_given_to_somebody() {
    let content = default_content();
    let mut dice = Dice::new(5);
    let mut never: BTreeSet<String> = question_ids(&content).into_iter().map(str::to_owned).collect();
    for list in [&content.steps, &content.remarks, &content.no_program] {
        never.extend(list.iter().map(|advice| advice.id.clone()));
    }
    for program in &content.programs {
        never.extend(program.reasons.iter().map(|reason| reason.text.clone()));
    }
    for _ in 0..20_000 {
        let answers = dice.answers(&content);
        let course = Course::of(&content, &answers);
        for question in course.questions(&content) {
            never.remove(&question.id);
        }
        let Some(best) = score(&content, &course).best else { continue };
        let advice = recommend(&content, course.counted(), best, &[]);
        let remarks = remarks(&content, course.counted(), Some(best));
        for given in advice.steps.iter().chain(&remarks).chain(&advice.no_program) {
            never.remove(&given.id);
        }
        for suggestion in &advice.programs {
            never.remove(suggestion.reason);
        }
        if never.is_empty() {
            return;
        }
    }
    panic!("nobody comes to {never:#?}");
}

// What the source says.

/// All words of the quiz that a person can come to read, in small letters and without line breaks.
fn texts(content: &Content) -> String {
    let mut texts = vec![&content.promise];
    for profile in &content.profiles {
        texts.extend([&profile.name, &profile.summary]);
        for search in &profile.searches {
            texts.push(&search.heading);
            texts.extend(search.advice.iter().chain(&search.note));
        }
    }
    for question in &content.questions {
        texts.push(&question.text);
        texts.extend(&question.help);
        for option in &question.options {
            texts.push(&option.text);
            texts.extend(&option.help);
        }
    }
    for program in &content.programs {
        texts.extend([&program.name, &program.provider, &program.summary]);
        texts.extend(program.length.iter().chain(&program.format).chain(&program.subjects));
        texts.extend(program.reasons.iter().map(|reason| &reason.text));
        texts.extend(program.prerequisites.iter().flat_map(|item| [&item.text, &item.first]));
    }
    for advice in content.no_program.iter().chain(&content.steps).chain(&content.remarks) {
        texts.extend([&advice.title, &advice.text]);
    }
    let texts: Vec<&str> = texts.into_iter().map(String::as_str).collect();
    texts.join("\n").to_lowercase()
}

/// Each of the phrases stands somewhere in the quiz. Where one has bars in it, one of its parts does.
#[track_caller]
fn assert_says(phrases: &[&str]) {
    let texts = texts(&default_content());
    let missing: Vec<&&str> =
        phrases.iter().filter(|phrase| !phrase.split('|').any(|part| texts.contains(part))).collect();
    assert!(missing.is_empty(), "nowhere: {missing:?}");
}

#[track_caller]
fn titles(content: &Content, profile: ProfileId) -> BTreeSet<&str> {
    let searches = &content.profile(profile).searches;
    searches.iter().flat_map(|search| &search.titles).map(String::as_str).collect()
}

#[test]
fn the_titles_of_the_source_stand_at_their_level() {
    let content = default_content();
    for (profile, expected) in [
        (
            ProfileId::Entry,
            &[
                "Back End Developer",
                "Entry-Level Back End Developer",
                "Junior Back End Developer",
                "Junior Back End Web Developer",
            ][..],
        ),
        (ProfileId::Mid, &["Back End Developer"]),
        (
            ProfileId::Senior,
            &[
                "Senior Back End Developer",
                "Senior Back End Java Developer",
                "Senior Back End Engineer",
                "Senior Database Developer / Back End Developer",
                "Senior Developer",
                "Senior Full Stack Engineer",
            ],
        ),
    ] {
        let marked: BTreeSet<&str> = content
            .profile(profile)
            .searches
            .iter()
            .flat_map(|search| &search.field_titles)
            .map(String::as_str)
            .collect();
        assert_eq!(marked, expected.iter().copied().collect(), "{profile}: what the field calls it");
        let titles = titles(&content, profile);
        let missing: Vec<&&str> = expected.iter().filter(|title| !titles.contains(**title)).collect();
        assert!(missing.is_empty(), "{profile}: {missing:?}");
    }
}

#[test]
fn it_says_that_a_degree_is_not_always_needed_and_what_helps_instead() {
    assert_says(&[
        "no degree",
        "certificate of completion",
        "bootcamp",
        "compare several",
        "pay back the fees|reimburse",
    ]);
}

#[test]
fn it_says_how_to_learn_about_the_role() {
    assert_says(&["articles", "videos", "free class", "info sessions", "library", "college"]);
    assert_says(&["ask somebody who does the job|talk to|interview"]);
}

#[test]
fn it_says_what_internships_are_like() {
    assert_says(&[
        "internships are not for students only|not only for students",
        "paid or unpaid",
        "on site or remote",
    ]);
    assert_says(&["part-time or full-time", "summer", "winter|season", "turn into a job|become employees"]);
}

#[test]
fn it_says_where_first_jobs_hide() {
    assert_says(&["contract and remote postings hide entry-level", "comb through many", "traineeship|trainee"]);
}

#[test]
fn it_says_what_mid_level_asks_for() {
    assert_says(&["three to five years", "the plain title", "version control", "server-side applications"]);
    assert_says(&["teamwork", "leadership", "collaboration", "communication", "python", "drupal"]);
}

#[test]
fn it_says_what_seniors_do() {
    assert_says(&["design systems and apis|design whole systems", "mentor", "manage a team", "full stack"]);
    assert_says(&["titles vary most", "java", "drupal", "libraries", "frameworks"]);
}

#[test]
fn it_says_what_freelancing_brings() {
    assert_says(&[
        "remote",
        "schedule|hours",
        "pay is hard to foresee|unpredictable|uneven pay",
        "running the business",
    ]);
    assert_says(&["try freelancing part-time"]);
}

#[test]
fn it_says_how_to_search() {
    assert_says(&["few postings say \"back end\"", "full stack jobs always include", "junior web jobs"]);
    assert_says(&["responsibilities and qualifications"]);
}

#[test]
fn the_programs_of_the_source_are_there_with_what_it_says_of_them() {
    let content = default_content();
    let program = |name: &str| {
        let found = content.programs.iter().find(|program| program.name == name);
        found.unwrap_or_else(|| panic!("there is no {name}"))
    };
    let javascript = program("JavaScript Development Certificate");
    assert_eq!(javascript.length.as_deref(), Some("14 weeks"));
    for subject in ["MongoDB", "Express.js", "React", "Node.js"] {
        assert!(javascript.subjects.iter().any(|taught| taught == subject), "{subject}");
    }
    let python = program("Python Developer Certificate");
    for subject in ["Automation", "GitHub", "SQL", "URL dispatchers"] {
        assert!(python.subjects.iter().any(|taught| taught == subject), "{subject}");
    }
    let django = program("Python Web Development with Django");
    assert_eq!(django.length.as_deref(), Some("60 hours"));
    assert_eq!(django.part_of.as_deref(), Some(python.id.as_str()));
    let bootcamp = program("Python Programming Bootcamp");
    assert_eq!(bootcamp.length.as_deref(), Some("30 hours"));
    assert_eq!(bootcamp.part_of.as_deref(), Some(python.id.as_str()));
    program("Full-Stack Web Development Certificate");
    for program in [javascript, python, django] {
        assert!(program.prerequisites.iter().any(|item| item.text.contains("HTML and CSS")), "{}", program.id);
    }
    for program in &content.programs {
        assert_eq!(program.provider, "Noble Desktop", "{}", program.id);
        // The source gives no address, and none is invented.
        assert_eq!(program.link, None, "{}", program.id);
    }
}

#[test]
fn it_invents_no_price() {
    let texts = texts(&default_content());
    assert!(!texts.contains('$') && !texts.contains("usd") && !texts.contains('€'));
}

// Results.

fn result(content: &Content, answers: &Answers) -> (Course, Outcome) {
    let course = Course::of(content, answers);
    let outcome = score(content, &course);
    (course, outcome)
}

/// Everything these answers say was asked for.
#[track_caller]
fn assert_all_count(content: &Content, answers: &Answers) {
    assert_eq!(Course::of(content, answers).counted(), answers);
}

/// Somebody with these answers lands on this profile, clear of the others.
#[track_caller]
fn assert_lands_on(answers: &Answers, expected: ProfileId) {
    let content = default_content();
    assert_all_count(&content, answers);
    let (_, outcome) = result(&content, answers);
    assert_eq!(outcome.best, Some(expected), "{:?}", outcome.points());
    assert!(outcome.profiles[0].score >= outcome.profiles[1].score + 10, "{:?}", outcome.points());
}

#[track_caller]
fn assert_reaches_80(answers: &Answers, profile: ProfileId) {
    let content = default_content();
    assert_all_count(&content, answers);
    let (_, outcome) = result(&content, answers);
    assert_eq!(outcome.best, Some(profile));
    assert!(outcome.points().of(profile) >= 80, "{:?}", outcome.points());
}

/// In marketing, has taught herself some Python in the evenings.
fn career_changer() -> Answers {
    Answers::from([
        ("today", one("learning")),
        ("background", many(&["digital-marketing", "project-management"])),
        ("goal", one("first-job")),
        ("enjoys", many(&["data", "puzzles"])),
        ("professional-years", number(0.0)),
        ("html-css", one("a-little")),
        ("languages", many(&["python"])),
        ("tools", many(&["version-control"])),
        ("freelance", one("no")),
        ("learning", one("long-course")),
    ])
}

/// Four years in one company, builds features with little help.
fn steady_developer() -> Answers {
    Answers::from([
        ("today", one("back-end-developer")),
        ("background", many(&["computer-programming"])),
        ("goal", one("grow")),
        ("enjoys", many(&["puzzles", "connections"])),
        ("professional-years", number(4.0)),
        ("languages", many(&["javascript", "java"])),
        ("tools", many(&["version-control", "databases", "server-side", "tests"])),
        ("scope", one("features")),
        ("production", one("on-call")),
        ("mentoring", one("at-times")),
        ("freelance", one("no")),
        ("learning", one("on-the-job")),
    ])
}

/// Ten years, designs systems, answers for them and mentors.
fn system_designer() -> Answers {
    Answers::from([
        ("today", one("back-end-developer")),
        ("background", many(&["computer-programming", "data-science"])),
        ("goal", one("senior")),
        ("enjoys", many(&["data", "puzzles", "connections", "automation"])),
        ("professional-years", number(10.0)),
        ("languages", many(&["python", "java", "other"])),
        ("tools", many(&["version-control", "databases", "server-side", "tests", "deployment", "heavy-load"])),
        ("scope", one("systems")),
        ("production", one("owner")),
        ("mentoring", one("mentor")),
        ("freelance", one("no")),
        ("learning", one("self-study")),
    ])
}

/// Six years, the last three for clients of her own.
fn with_clients() -> Answers {
    Answers::from([
        ("today", one("own-clients")),
        ("background", many(&["web-design", "app-development"])),
        ("goal", one("freelance")),
        ("enjoys", many(&["connections", "screen"])),
        ("professional-years", number(6.0)),
        ("languages", many(&["javascript", "php"])),
        ("tools", many(&["version-control", "databases", "server-side", "deployment"])),
        ("scope", one("features")),
        ("production", one("owner")),
        ("mentoring", one("not-yet")),
        ("freelance", one("main")),
        ("freelance-clients", one("several")),
        ("freelance-business", many(&["uneven-pay", "finding-clients", "own-schedule"])),
        ("learning", one("self-study")),
    ])
}

#[test]
fn a_career_changer_lands_on_entry_level() {
    assert_lands_on(&career_changer(), ProfileId::Entry);
}

#[test]
fn a_developer_of_four_years_lands_on_mid_level() {
    assert_lands_on(&steady_developer(), ProfileId::Mid);
}

#[test]
fn a_designer_of_systems_lands_on_senior() {
    assert_lands_on(&system_designer(), ProfileId::Senior);
}

#[test]
fn somebody_with_clients_of_their_own_lands_on_freelance() {
    assert_lands_on(&with_clients(), ProfileId::Freelance);
}

#[test]
fn somebody_with_next_to_nothing_yet_reaches_80_for_entry_level() {
    let answers = Answers::from([
        ("today", one("no-code")),
        ("background", many(&["none"])),
        ("goal", one("first-job")),
        ("enjoys", many(&["puzzles"])),
        ("professional-years", number(0.0)),
        ("html-css", one("not-yet")),
        ("languages", many(&["none"])),
        ("tools", many(&["none"])),
        ("freelance", one("unsure")),
        ("learning", one("unsure")),
    ]);
    assert_reaches_80(&answers, ProfileId::Entry);
}

#[test]
fn a_typical_developer_reaches_80_for_mid_level() {
    let mut answers = steady_developer();
    answers.set("professional-years", number(3.5));
    assert_reaches_80(&answers, ProfileId::Mid);
}

#[test]
fn a_typical_senior_reaches_80_for_senior() {
    assert_reaches_80(&system_designer(), ProfileId::Senior);
}

#[test]
fn a_typical_freelancer_reaches_80_for_freelance() {
    assert_reaches_80(&with_clients(), ProfileId::Freelance);
}

fn advice<'c>(content: &'c Content, answers: &Answers) -> Recommendation<'c> {
    let (course, outcome) = result(content, answers);
    recommend(content, course.counted(), outcome.best.expect("somebody fits"), &[])
}

#[test]
fn a_career_changer_is_told_to_get_comfortable_with_html_and_css_first() {
    let content = default_content();
    let mut before_python = career_changer();
    before_python.set("languages", many(&["none"]));
    let advice = advice(&content, &before_python);
    assert_eq!(advice.no_program, None);
    let unmet =
        advice.programs.iter().flat_map(|suggestion| &suggestion.prerequisites).find(|(_, met)| *met == Met::No);
    let (prerequisite, _) = unmet.expect("a prerequisite is not met");
    assert!(prerequisite.first.to_lowercase().contains("first get comfortable with html and css"), "{prerequisite:?}");
}

#[test]
fn a_senior_is_told_that_no_program_is_needed() {
    let content = default_content();
    let advice = advice(&content, &system_designer());
    assert!(advice.no_program.is_some() && advice.programs.is_empty());
}

#[test]
fn somebody_who_likes_none_of_the_work_is_told_so_kindly_with_what_else_to_try() {
    let content = default_content();
    for mut answers in [career_changer(), steady_developer(), system_designer(), with_clients()] {
        answers.set("enjoys", many(&["none"]));
        let remarks = remarks(&content, Course::of(&content, &answers).counted(), None);
        let [remark] = &remarks[..] else { panic!("{remarks:#?}") };
        let text = remark.text.to_lowercase();
        assert!(text.contains("thank") && text.contains("data science") && text.contains("web design"), "{text}");
    }
    let steady = steady_developer();
    assert!(remarks(&content, Course::of(&content, &steady).counted(), None).is_empty());
}

#[test]
fn everybody_gets_something_to_do_next_and_titles_to_search_for() {
    let content = default_content();
    let mut dice = Dice::new(6);
    for _ in 0..2_000 {
        let answers = dice.answers(&content);
        let (course, outcome) = result(&content, &answers);
        let Some(best) = outcome.best else { continue };
        let advice = recommend(&content, course.counted(), best, &[]);
        assert!(advice.steps.len() >= 2, "{answers:?}");
        assert!(advice.no_program.is_none() || advice.programs.is_empty(), "{answers:?}");
    }
}

#[test]
fn nobody_is_suggested_a_program_together_with_a_part_of_it_without_a_word() {
    let content = default_content();
    let mut dice = Dice::new(7);
    let mut together = 0;
    for _ in 0..5_000 {
        let (course, outcome) = result(&content, &dice.answers(&content));
        let Some(best) = outcome.best else { continue };
        let programs = recommend(&content, course.counted(), best, &[]).programs;
        for part in programs.iter().filter(|suggestion| suggestion.program.part_of.is_some()) {
            let whole = part.part_of.expect("the whole is known");
            if let Some(suggested) = programs.iter().find(|suggestion| suggestion.program.id == whole.id) {
                assert!(suggested.contains.iter().any(|contained| contained.id == part.program.id));
                together += 1;
            }
        }
    }
    assert!(together > 0, "it never came to that");
}

#[test]
fn every_profile_has_a_focused_and_a_wide_search_with_figures() {
    for profile in &default_content().profiles {
        for (at, name) in ["focused", "wide"].into_iter().enumerate() {
            assert_eq!(profile.searches[at].name, name, "{}", profile.id);
            assert!(profile.searches[at].note.is_some(), "{} {name}", profile.id);
        }
    }
}

#[test]
fn every_language_adds_titles_to_every_focused_and_wide_search() {
    let content = default_content();
    let languages = option_ids(&content, "languages");
    for profile in ProfileId::ALL {
        let nothing = searches(&content, profile, &Answers::default());
        for language in languages.iter().filter(|id| **id != "none") {
            let stated = searches(&content, profile, &Answers::from([("languages", many(&[language]))]));
            for (stated, nothing) in stated.iter().zip(&nothing).take(2) {
                let place = format!("{profile} {} {language}", nothing.search.name);
                assert!(stated.titles.len() > nothing.search.titles.len() + 2, "{place}: {:?}", stated.titles);
                assert_ne!(stated.titles, nothing.titles, "{place}");
            }
        }
        let none = searches(&content, profile, &Answers::from([("languages", many(&["none"]))]));
        assert_eq!(none, nothing);
    }
}

/// The language that a platform is built on; a cloud goes with any.
const LANGUAGE_OF: [(&str, &str); 10] = [
    ("node", "javascript"),
    ("django", "python"),
    ("spring", "java"),
    ("laravel", "php"),
    ("wordpress", "php"),
    ("drupal", "php"),
    ("shop", "php"),
    ("aspnet", "csharp"),
    ("rails", "other"),
    ("cloud", "python"),
];

#[test]
fn every_platform_adds_titles_to_those_of_its_language_at_every_level() {
    let content = default_content();
    let platforms = LANGUAGE_OF.map(|(platform, _)| platform);
    assert_eq!(option_ids(&content, "platforms"), [&platforms[..], &["none"]].concat());
    for profile in ProfileId::ALL {
        for (platform, language) in LANGUAGE_OF {
            let mut answers = Answers::from([("languages", many(&[language]))]);
            let before = searches(&content, profile, &answers);
            answers.set("platforms", many(&["none"]));
            assert_eq!(searches(&content, profile, &answers), before, "{profile} none");
            answers.set("platforms", many(&[platform]));
            let after = searches(&content, profile, &answers);
            let mut grown = Vec::new();
            for (after, before) in after.iter().zip(&before) {
                let place = format!("{profile} {} {platform}", before.search.name);
                assert_eq!(after.filters, before.filters, "{place}");
                let added: Vec<_> = after.titles.iter().filter(|title| !before.titles.contains(title)).collect();
                grown.extend((!added.is_empty()).then_some(&before.search.name));
            }
            assert!(!grown.is_empty(), "{profile} {platform}");
        }
    }
}

/// What a platform adds may take the places of a language's last titles, and never of its first three.
#[test]
fn a_platform_keeps_the_first_titles_of_its_language() {
    let content = default_content();
    for profile in ProfileId::ALL {
        for (platform, language) in LANGUAGE_OF {
            let mut answers = Answers::from([("languages", many(&[language]))]);
            let before = searches(&content, profile, &answers);
            answers.set("platforms", many(&[platform]));
            let after = searches(&content, profile, &answers);
            for (after, before) in after.iter().zip(&before) {
                let place = format!("{profile} {} {platform}", before.search.name);
                let kept = before.titles.iter().take(3).all(|title| after.titles.contains(title));
                assert!(kept, "{place}: {:?} of {:?}", after.titles, before.titles);
            }
        }
    }
}
