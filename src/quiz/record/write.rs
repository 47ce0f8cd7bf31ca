//! Which write a text comes from, and on which one it was based.
//!
//! A revision is a number, and two tabs may count to the same one without knowing of each other. So a write also names its tab, and the write on top of which it
//! was made: whether one text was made in knowledge of another can be told from the two.

use serde::{Deserialize, Serialize};

/// A tab, for as long as its page lives: a number that no other tab is likely to have. 0 where it is not known.
pub type Tab = u32;

/// Names what is in a store: no tab writes two different texts at one revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The revision of the record.
    pub revision: u64,
    /// The tab that wrote it.
    pub tab: Tab,
}

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Write {
    /// The tab that wrote it.
    pub tab: Tab,
    /// What that tab knew to be in the stores, on top of which it made its own changes.
    pub based_on: Version,
}

impl Version {
    /// The version of a text that stands at a revision. Of texts from before writes were named, the tab is not known.
    pub fn of(revision: u64, write: Option<Write>) -> Self {
        Self { revision, tab: write.map_or(0, |write| write.tab) }
    }
}

/// Whether a text was made in knowledge of one of an earlier revision, as far as both say. What a tab writes it makes on top of all that it wrote before. Texts from
/// before writes were named are taken at their revision.
pub fn descends(later: Option<Write>, earlier: Version) -> bool {
    let Some(Write { tab, based_on }) = later else { return true };
    let is_same = |tab: Tab| tab == earlier.tab || tab == 0 || earlier.tab == 0;
    is_same(tab)
        || based_on.revision > earlier.revision
        || based_on.revision == earlier.revision && is_same(based_on.tab)
}
