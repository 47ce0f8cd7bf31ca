use crate::quiz::answers::Answers;
use crate::quiz::content::{Condition, Content, Filter, ProfileId, Search};

/// A search as one person gets it.
#[derive(Clone, Debug, PartialEq)]
pub struct JobSearch<'c> {
    /// What the content says of it.
    pub search: &'c Search,
    /// The titles to search for: those that were added for this person first, as they find the most adverts, then
    /// those that everybody gets. No title stands here twice, and there are [`Search::MAX_TITLES`] at most.
    pub titles: Vec<&'c str>,
    /// The filters to set, each once.
    pub filters: Vec<Filter>,
}

impl JobSearch<'_> {
    /// Whether a title is what the field calls the job, although few adverts do.
    pub fn is_field_title(&self, title: &str) -> bool {
        self.search.field_titles.iter().any(|field| field == title)
    }
}

/// The searches of a profile for a person with these answers, in the order of the content.
pub fn searches<'c>(content: &'c Content, profile: ProfileId, counted: &Answers) -> Vec<JobSearch<'c>> {
    content.profile(profile).searches.iter().map(|search| resolved(search, counted)).collect()
}

fn resolved<'c>(search: &'c Search, counted: &Answers) -> JobSearch<'c> {
    let holding = || search.also.iter().filter(|also| Condition::all_hold(&also.show_if, counted));
    let mut added: Vec<&[String]> = holding().map(|also| &*also.titles).filter(|titles| !titles.is_empty()).collect();
    if added.is_empty() {
        added.push(&search.otherwise);
    }
    let mut titles = taking_turns(&added, &search.titles);
    titles.extend(search.titles.iter().map(String::as_str));
    let mut filters = search.filters.clone();
    filters.extend(holding().flat_map(|also| &also.filters));
    filters.sort_unstable();
    filters.dedup();
    JobSearch { search, titles, filters }
}

/// The first title of each list, then the second of each, and so on, as long as there is room beside `common`.
fn taking_turns<'c>(lists: &[&'c [String]], common: &[String]) -> Vec<&'c str> {
    let room = Search::MAX_TITLES.saturating_sub(common.len());
    let longest = lists.iter().map(|list| list.len()).max().unwrap_or(0);
    let mut taken: Vec<&str> = Vec::new();
    for title in (0..longest).flat_map(|turn| lists.iter().filter_map(move |list| list.get(turn))) {
        if taken.len() < room && !common.contains(title) && !taken.contains(&title.as_str()) {
            taken.push(title);
        }
    }
    taken
}
