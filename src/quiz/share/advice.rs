//! What is advised, as Markdown.

use super::markdown::{Page, Told};
use super::plain::{link, named_link, plain};
use crate::quiz::answers::Answers;
use crate::quiz::content::{Advice, Kind, ProfileId};
use crate::quiz::nearest::{Act, Change};
use crate::quiz::recommend::{
    JobSearch, Met, Suggestion, indeed_link, indeed_link_to_all, linkedin_link, linkedin_link_to_all, web_search_link,
};
use crate::quiz::words::Word;

/// The way to the target, each deed with the steps that help.
pub(super) fn plan(
    page: &mut Page,
    told: &Told<'_>,
    target: ProfileId,
    change: &Change,
    counted: &Answers,
    mut steps: Vec<&Advice>,
) {
    let Told { content, words, .. } = *told;
    let Some(text) = change.text(content, words, target, told.number) else { return };
    page.heading(2, &told.fill(Word::PlanTitle, &[("profile", &content.profile(target).name)]));
    page.paragraph(&text);
    let deeds = change.deeds(content);
    for acts in deeds.chunk_by(|one, next| one.question == next.question) {
        // A step that helps with several acts stands by the first.
        let (helping, rest) = steps.iter().copied().partition(|step| step.helps.contains(&acts[0].question));
        steps = rest;
        deed(page, told, acts, counted, helping);
    }
}

fn deed(page: &mut Page, told: &Told<'_>, acts: &[Act], counted: &Answers, steps: Vec<&Advice>) {
    let Some(question) = told.content.question(&acts[0].question) else { return };
    page.heading(3, &question.text);
    for option in acts.iter().filter_map(|act| question.option(&act.option)) {
        page.line(&format!("- **{}**", plain(&option.text)));
    }
    page.end_list();
    // An answer to a `multi` stays; what is picked in a `single` is left behind.
    if let Some(given) = counted.get(&question.id).filter(|_| question.kind == Kind::Single) {
        page.paragraph(&told.fill(Word::PlanNow, &[("answer", &told.answer(question, given))]));
    }
    if !steps.is_empty() {
        page.paragraph(told.words.get(Word::PlanHelp));
        for step in steps {
            page.strong_paragraph(&step.title, &step.text);
        }
    }
}

/// Titles to search for, with links to each site.
pub(super) fn searches(page: &mut Page, told: &Told<'_>, searches: &[JobSearch<'_>]) {
    page.heading(2, told.words.get(Word::SearchesTitle));
    for found in searches {
        let search = found.search;
        page.heading(3, &search.heading);
        for text in search.advice.iter().chain(&search.note) {
            page.paragraph(text);
        }
        for (word, list) in [(Word::SearchesWith, &search.with), (Word::SearchesExclude, &search.exclude)] {
            if !list.is_empty() {
                page.paragraph(&told.fill(word, &[("words", &list.join(", "))]));
            }
        }
        for (site, address) in [("LinkedIn", linkedin_link_to_all(found)), ("Indeed", indeed_link_to_all(found))] {
            if let Some(address) = address {
                page.line(&format!("- {}", named_link(&told.fill(Word::SearchAll, &[("site", site)]), &address)));
            }
        }
        for title in &found.titles {
            let on = [("LinkedIn", linkedin_link(title, found)), ("Indeed", indeed_link(title, found))];
            let on = on.map(|(site, address)| named_link(site, &address)).join(", ");
            page.line(&format!("- {} ({on})", plain(title)));
        }
        page.end_list();
    }
}

/// Programs to consider, or why none is needed.
pub(super) fn programs(page: &mut Page, told: &Told<'_>, none: Option<&Advice>, programs: &[Suggestion<'_>]) {
    let words = told.words;
    page.heading(2, words.get(Word::ProgramsTitle));
    match none {
        Some(advice) => page.strong_paragraph(&advice.title, &advice.text),
        None if programs.is_empty() => page.paragraph(words.get(Word::ProgramsNone)),
        None => page.paragraph(&told.fill(Word::ProgramsText, &[("date", told.checked)])),
    }
    for suggestion in programs {
        program(page, told, suggestion);
    }
}

fn program(page: &mut Page, told: &Told<'_>, suggestion: &Suggestion<'_>) {
    let (words, program) = (told.words, suggestion.program);
    page.heading(3, &program.name);
    page.paragraph(&told.fill(Word::ProgramBy, &[("provider", &program.provider)]));
    page.paragraph(suggestion.reason);
    page.paragraph(&program.summary);
    let subjects = (!program.subjects.is_empty()).then(|| program.subjects.join(", "));
    let facts = [
        (Word::ProgramLength, program.length.as_ref()),
        (Word::ProgramFormat, program.format.as_ref()),
        (Word::ProgramSubjects, subjects.as_ref()),
    ];
    for (word, fact) in facts {
        if let Some(fact) = fact {
            page.item(&format!("{}: {fact}", words.get(word)));
        }
    }
    if let Some(whole) = suggestion.part_of {
        page.item(&told.fill(Word::ProgramPartOf, &[("program", &whole.name)]));
    }
    if !suggestion.contains.is_empty() {
        let parts: Vec<&str> = suggestion.contains.iter().map(|part| part.name.as_str()).collect();
        page.item(&told.fill(Word::ProgramContains, &[("programs", &parts.join(", "))]));
    }
    for (needed, met) in &suggestion.prerequisites {
        let word = match met {
            Met::Yes => Word::ProgramMet,
            Met::No => Word::ProgramUnmet,
            Met::Unknown => Word::ProgramUnknown,
        };
        let first = if *met == Met::Yes { String::new() } else { format!(" – {}", needed.first) };
        page.item(&format!("{}: {}: {}{first}", words.get(Word::ProgramNeeds), words.get(word), needed.text));
    }
    let address = program.link.clone().unwrap_or_else(|| web_search_link(&program.name, &program.provider));
    page.line(&format!("- {}\n", link(&address)));
}
