//! Adverts with their level, counted by title, and how a list of titles does on them.

use super::title::{contains, normalised};
use super::{Rows, rows};
use crate::Result;
use career_quiz::quiz::content::ProfileId;
use std::ops::AddAssign;

/// Adverts of one source with one title at one level.
pub(crate) struct Advert {
    pub(crate) source: String,
    /// As [`normalised`] leaves it.
    pub(crate) title: String,
    pub(crate) level: String,
    pub(crate) count: u32,
}

/// The source that has contract adverts only. They are among those of another source as well.
pub(crate) const CONTRACT: &str = "linkedin-2023-us-contract";

/// Reads `evidence/titles_by_level.csv`.
pub(crate) fn read() -> Result<Vec<Advert>> {
    let Rows { file, rows } = rows("titles_by_level.csv", "source,normalised_title,level,postings")?;
    rows.into_iter()
        .map(|row| match <[String; 4]>::try_from(row) {
            Ok([source, title, level, count]) => {
                let count = count.parse().map_err(|_| format!("{file}: {count:?} is no count"))?;
                Ok(Advert { source, title, level, count })
            }
            Err(row) => Err(format!("{file}: {row:?} has not four fields")),
        })
        .collect()
}

impl Advert {
    /// Whether the advert is at the level of a profile. Where a source merges mid and senior, its adverts are at
    /// both. A way of working is no level: the adverts for freelancers are those for contracts.
    pub(crate) fn is_at(&self, profile: ProfileId) -> bool {
        match profile {
            ProfileId::Freelance => self.source == CONTRACT,
            ProfileId::Mid | ProfileId::Senior if self.level == "mid-senior" => true,
            _ => self.level == profile.as_str(),
        }
    }
}

/// A list of titles and exclusions, ready to be held against adverts.
pub(crate) struct List {
    titles: Vec<String>,
    exclude: Vec<String>,
}

impl List {
    pub(crate) fn new<T: AsRef<str>, E: AsRef<str>>(titles: &[T], exclude: &[E]) -> Self {
        let titles = titles.iter().map(|title| normalised(title.as_ref())).collect();
        Self { titles, exclude: exclude.iter().map(|word| normalised(word.as_ref())).collect() }
    }

    pub(crate) fn finds(&self, title: &str) -> bool {
        let has = |phrases: &[String]| phrases.iter().any(|phrase| contains(title, phrase));
        has(&self.titles) && !has(&self.exclude)
    }
}

/// How a list does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Figures {
    /// Adverts at the level.
    pub(crate) at_level: u32,
    /// Adverts that the list reaches, at whatever level.
    pub(crate) reached: u32,
    /// Adverts at the level that the list reaches.
    pub(crate) both: u32,
}

impl AddAssign for Figures {
    fn add_assign(&mut self, more: Self) {
        self.at_level += more.at_level;
        self.reached += more.reached;
        self.both += more.both;
    }
}

impl Figures {
    /// The share of the level's adverts that is reached, if the level has any.
    pub(crate) fn reach(self) -> Option<f64> {
        (self.at_level > 0).then(|| f64::from(self.both) / f64::from(self.at_level))
    }

    /// The share of the reached adverts that is at the level, if any is reached.
    pub(crate) fn precision(self) -> Option<f64> {
        (self.reached > 0).then(|| f64::from(self.both) / f64::from(self.reached))
    }
}

/// Holds a list against adverts.
pub(crate) fn measure<'a>(list: &List, profile: ProfileId, adverts: impl IntoIterator<Item = &'a Advert>) -> Figures {
    let mut figures = Figures::default();
    for advert in adverts {
        let (at_level, found) = (advert.is_at(profile), list.finds(&advert.title));
        figures.at_level += if at_level { advert.count } else { 0 };
        figures.reached += if found { advert.count } else { 0 };
        figures.both += if at_level && found { advert.count } else { 0 };
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advert(source: &str, title: &str, level: &str, count: u32) -> Advert {
        Advert { source: source.to_owned(), title: title.to_owned(), level: level.to_owned(), count }
    }

    #[test]
    fn a_list_is_measured_in_adverts_not_in_titles() {
        let adverts = [
            advert("a", "java developer", "mid", 6),
            advert("a", "java developer", "senior", 2),
            advert("a", "senior java developer", "senior", 30),
            advert("a", "php developer", "mid", 4),
        ];
        let list = List::new(&["Java Developer"], &["Sr."]);
        let figures = measure(&list, ProfileId::Mid, &adverts);
        assert_eq!(figures, Figures { at_level: 10, reached: 8, both: 6 });
        assert_eq!((figures.reach(), figures.precision()), (Some(0.6), Some(0.75)));
        let none = measure(&list, ProfileId::Entry, &adverts);
        assert_eq!((none.reach(), none.precision()), (None, Some(0.0)));
        let nothing = measure(&List::new(&["Cook Here"], &[""; 0]), ProfileId::Mid, &adverts);
        assert_eq!((nothing.reach(), nothing.precision()), (Some(0.0), None));
    }

    #[test]
    fn merged_adverts_are_at_mid_and_at_senior_and_unstated_ones_at_neither() {
        let levels = |level: &str, source: &str| {
            ProfileId::ALL.into_iter().filter(|id| advert(source, "x", level, 1).is_at(*id)).collect::<Vec<_>>()
        };
        assert_eq!(levels("mid-senior", "a"), [ProfileId::Mid, ProfileId::Senior]);
        assert_eq!(levels("entry", "a"), [ProfileId::Entry]);
        assert_eq!(levels("associate", "a"), []);
        assert_eq!(levels("unstated", CONTRACT), [ProfileId::Freelance]);
        assert_eq!(levels("freelance", "a"), []);
    }
}
