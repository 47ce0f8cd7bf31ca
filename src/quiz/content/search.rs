use super::Condition;
use serde::Deserialize;

/// A list of job titles to search for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Names the search, in kebab-case: `focused` or `wide`, say.
    pub name: String,
    /// What the list is, as a heading.
    pub heading: String,
    /// How to use the list.
    #[serde(default)]
    pub advice: Option<String>,
    /// How many adverts the list finds, and where and when that was counted.
    #[serde(default)]
    pub note: Option<String>,
    /// The titles that everybody gets, of two words or more.
    pub titles: Vec<String>,
    /// Those of `titles` that are what the field calls the job, although few adverts do. They are marked as such.
    #[serde(default)]
    pub field_titles: Vec<String>,
    /// Titles and filters that are added for some people, such as those who know a language. Where several add titles,
    /// they take turns in the order of this list until there are 20; each of them on its own finds room in full.
    #[serde(default)]
    pub also: Vec<Also>,
    /// Titles that are added where `also` adds none.
    #[serde(default)]
    pub otherwise: Vec<String>,
    /// Words that an advert must not have in it.
    #[serde(default)]
    pub exclude: Vec<String>,
    /// Words that are searched for beside the title, such as `contract`.
    #[serde(default)]
    pub with: Vec<String>,
    /// What the sites are told to show, where they have a filter for it.
    #[serde(default)]
    pub filters: Vec<Filter>,
}

impl Search {
    /// The most titles that a list has for anybody: as many as fit into one query.
    pub const MAX_TITLES: usize = 20;
}

/// What is added to a search for people whose answers call for it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Also {
    /// It is added where all of these hold.
    pub show_if: Vec<Condition>,
    /// Titles to search for, most useful first.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Filters to set.
    #[serde(default)]
    pub filters: Vec<Filter>,
}

/// Something that job sites can be told to show alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Filter {
    /// Internships.
    Internship,
    /// Jobs for beginners.
    Entry,
    /// Jobs at mid-level. LinkedIn splits them between its `associate` and its `mid-senior`, and both are set.
    Mid,
    /// Senior jobs. LinkedIn has them together with others in `mid-senior`.
    Senior,
    /// Contract work.
    Contract,
    /// Work at the employer's place. Indeed has no filter for it that is known.
    OnSite,
    /// Work from anywhere.
    Remote,
    /// Work in both places by turns. Indeed has no filter for it that is known.
    Hybrid,
}
