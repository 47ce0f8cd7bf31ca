//! Finished results.

use super::write::Write;
use super::{LAST_REVISION, Record, after};
use crate::quiz::answers::Answers;
use crate::quiz::content::{Content, Points, ProfileId};
use crate::quiz::fingerprint::fingerprint;
use crate::quiz::score::Outcome;
use serde::{Deserialize, Serialize};

/// How many deletions are remembered. Only the last few can still be unknown to another store or another tab.
const MOST_DELETED: usize = 200;

/// All finished results of one quiz.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Library {
    /// The version of this record's format.
    pub record_version: u32,
    /// Counts the changes to the record, from 0.
    pub revision: u64,
    /// The write it comes from. Since version 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write: Option<Write>,
    /// The results, in the order in which they were kept, oldest first.
    pub results: Vec<SavedResult>,
    /// What was deleted, oldest deletion first. Since version 2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deleted: Vec<Deleted>,
    /// The last revision at which nothing was left, as everything had been deleted. Since version 4; 0 where there was none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub cleared: u64,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A finished result.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SavedResult {
    /// Names the result among those of this quiz.
    pub id: String,
    /// The revision of the library at which the result last changed. Since version 2; 0 before.
    #[serde(default)]
    pub revision: u64,
    /// What the person calls it; empty until they name it.
    pub name: String,
    /// When it was made, as an ISO 8601 time in UTC.
    pub saved_at: String,
    /// The version of the content it was made with.
    pub content_version: String,
    /// The fingerprint of the scoring it was made with. Since version 2; none before.
    #[serde(default)]
    pub fingerprint: Option<String>,
    /// The profile that fitted best then.
    pub best: Option<ProfileId>,
    /// The scores of that time.
    pub scores: Points,
    /// The answers.
    pub answers: Answers,
    /// Whether somebody else made it, and it was kept from their link. Since version 3.
    #[serde(default, skip_serializing_if = "is_own")]
    pub shared: bool,
}

fn is_own(shared: &bool) -> bool {
    !shared
}

/// Word of a result that was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Deleted {
    /// The id that the result had.
    pub id: String,
    /// The revision of the library at which it was deleted.
    pub revision: u64,
}

/// Something that happens to saved results.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryChange {
    /// A result is kept.
    Keep(SavedResult),
    /// A result is given another name.
    Rename {
        /// Which result.
        id: String,
        /// What it is called from now on; empty for no name.
        name: String,
    },
    /// A result is deleted.
    Delete(String),
    /// All are deleted.
    Clear,
    /// Results that were deleted are brought back.
    Restore(Vec<SavedResult>),
}

impl SavedResult {
    /// A result of these answers, not yet kept, and without a name. `saved_at` is an ISO 8601 time in UTC, from which the id is made, too.
    pub fn new(content: &Content, outcome: &Outcome, answers: &Answers, saved_at: &str) -> Self {
        Self {
            id: saved_at.chars().filter(char::is_ascii_digit).collect(),
            revision: 0,
            name: String::new(),
            saved_at: saved_at.to_owned(),
            content_version: content.version.clone(),
            fingerprint: Some(fingerprint(content)),
            best: outcome.best,
            scores: outcome.points(),
            answers: answers.clone(),
            shared: false,
        }
    }

    /// Whether it was made with this content, as far as scores depend on it. Of a result from before fingerprints were kept, the version says so.
    pub fn is_of(&self, content: &Content) -> bool {
        let is_same = self.fingerprint.as_deref().is_none_or(|kept| kept == fingerprint(content));
        is_same && self.content_version == content.version
    }

    /// Whether its scores are those of an outcome. Of a result from before fingerprints were kept, they show it where the quiz
    /// was another.
    pub fn came_to(&self, outcome: &Outcome) -> bool {
        self.scores == outcome.points() && self.best == outcome.best
    }

    /// Whether another result says the same, whatever both are called.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        self.is_same_quiz(other) && self.saved_at == other.saved_at
    }

    /// Whether another result says nothing more. One's own does, beside the same that was kept from a link: it counts among one's own.
    fn stands_for(&self, other: &Self) -> bool {
        self.says_the_same_as(other) && (!self.shared || other.shared)
    }

    fn is_same_quiz(&self, other: &Self) -> bool {
        self.answers == other.answers
            && self.content_version == other.content_version
            && self.fingerprint == other.fingerprint
    }
}

impl Default for Library {
    fn default() -> Self {
        Self {
            record_version: Self::VERSION,
            revision: 0,
            write: None,
            results: Vec::new(),
            deleted: Vec::new(),
            cleared: 0,
        }
    }
}

impl Library {
    /// The result with this id.
    pub fn get(&self, id: &str) -> Option<&SavedResult> {
        self.results.iter().find(|result| result.id == id)
    }

    /// The person's own results, oldest first.
    pub fn own(&self) -> impl DoubleEndedIterator<Item = &SavedResult> {
        self.results.iter().filter(|result| !result.shared)
    }

    /// The newest of the person's own results.
    pub fn latest(&self) -> Option<&SavedResult> {
        self.own().next_back()
    }

    /// The result that says the same as another, if there is one.
    pub fn find_same(&self, result: &SavedResult) -> Option<&SavedResult> {
        self.results.iter().find(|known| known.says_the_same_as(result))
    }

    /// Keeping a result, under an id that is free. Where the newest result is of the same answers under the same content, that one
    /// stands: looking again is not a second result. Then there is no change, and the id is the one it has.
    pub fn keeping(&self, result: SavedResult) -> (String, Option<LibraryChange>) {
        match self.latest().filter(|latest| latest.is_same_quiz(&result)) {
            Some(latest) => (latest.id.clone(), None),
            None => {
                let id = self.free_id(&result.id);
                (id.clone(), Some(LibraryChange::Keep(SavedResult { id, ..result })))
            }
        }
    }

    /// Keeping results that come from elsewhere, each under its id or, where another one has that, under one that is free. What is there already stays as it is. Without
    /// any that is new there is no change.
    pub fn taking(&self, results: Vec<SavedResult>) -> Option<LibraryChange> {
        let mut after = self.clone();
        let mut new = Vec::new();
        for result in results {
            if !after.results.iter().any(|known| known.stands_for(&result)) {
                // Its own id, also where a result of that id was deleted: it is the same, and is wanted back.
                let id = if after.get(&result.id).is_some() { after.free_id(&result.id) } else { result.id.clone() };
                let result = SavedResult { id, ..result };
                after.results.push(result.clone());
                new.push(result);
            }
        }
        (!new.is_empty()).then_some(LibraryChange::Restore(new))
    }

    /// Adds a result at a place in the list, under its id or, where another one has that, under one that is free. Returns whether it was not there yet.
    fn add(&mut self, place: usize, result: &SavedResult, revision: u64) -> bool {
        let is_new = !self.has(result);
        if is_new {
            let id = self.free_id(&result.id);
            self.results.insert(place, SavedResult { id, revision, ..result.clone() });
        }
        is_new
    }

    /// Whether a result is there, whatever it is called.
    fn has(&self, result: &SavedResult) -> bool {
        self.results.iter().any(|known| known.id == result.id && known.stands_for(result))
    }

    /// The place of a result that was made at another time than it comes into the list: before all that are newer.
    fn place_of(&self, result: &SavedResult) -> usize {
        self.results.iter().rposition(|known| known.saved_at <= result.saved_at).map_or(0, |place| place + 1)
    }

    fn is_deleted(&self, id: &str) -> bool {
        self.deleted.iter().any(|deleted| deleted.id == id)
    }

    /// Whether a result was among those that were there when everything was deleted. The revision of results from before version 2 is not known, so of them nobody can say.
    fn has_cleared(&self, result: &SavedResult) -> bool {
        self.cleared > 0 && result.revision <= self.cleared
    }

    /// Takes over the results of `other`, but for those that were deleted here. What it has from after the revision `known` was not there to be deleted with everything.
    fn take_in(&mut self, other: &Self, known: u64) {
        for result in &other.results {
            let mine = self.results.iter().position(|mine| mine.id == result.id && mine.says_the_same_as(result));
            let deleted = self.deleted.iter().find(|deleted| deleted.id == result.id);
            match (mine, deleted) {
                (Some(at), _) if self.results[at].revision < result.revision => self.results[at] = result.clone(),
                (Some(_), _) => {}
                (None, Some(deleted)) if deleted.revision >= result.revision => {}
                (None, _) if result.revision <= known && self.has_cleared(result) => {}
                (None, _) => {
                    self.deleted.retain(|deleted| deleted.id != result.id);
                    self.add(self.place_of(result), result, result.revision);
                }
            }
        }
    }

    /// Remembers that a result was deleted.
    fn note_deleted(&mut self, id: &str, revision: u64) {
        self.deleted.retain(|deleted| deleted.id != id);
        self.deleted.push(Deleted { id: id.to_owned(), revision });
        let over = self.deleted.len().saturating_sub(MOST_DELETED);
        self.deleted.drain(..over);
    }

    /// The id itself, or the first of its kind that no result has or had.
    fn free_id(&self, base: &str) -> String {
        let is_free = |id: &str| self.get(id).is_none() && !self.is_deleted(id);
        let numbered = (2..).map(|number: u32| format!("{base}-{number}"));
        std::iter::once(base.to_owned()).chain(numbered).find(|id| is_free(id)).unwrap_or_else(|| base.to_owned())
    }
}

impl Record for Library {
    const VERSION: u32 = 4;
    const FIELDS: &[&str] = &[
        "record_version",
        "revision",
        "write",
        "results",
        "deleted",
        "cleared",
        "id",
        "name",
        "saved_at",
        "content_version",
        "fingerprint",
        "best",
        "scores",
        "answers",
        "shared",
    ];
    type Change = LibraryChange;

    fn revision(&self) -> u64 {
        self.revision
    }

    fn at_revision(self, revision: u64) -> Self {
        Self { record_version: Self::VERSION, revision, ..self }
    }

    fn write(&self) -> Option<Write> {
        self.write
    }

    fn written(self, write: Option<Write>) -> Self {
        Self { write, ..self }
    }

    fn apply(&mut self, change: &LibraryChange) {
        let next = after(self.revision);
        let cleared = if self.is_blank() { self.revision } else { self.cleared };
        match change {
            // Kept already, and deleted by another tab before this one had heard of it.
            LibraryChange::Keep(result) if self.is_deleted(&result.id) => return,
            LibraryChange::Keep(result) => {
                if !self.add(self.results.len(), result, next) {
                    return;
                }
            }
            LibraryChange::Rename { id, name } => {
                let name = name.trim();
                let is_other = |result: &&mut SavedResult| result.id == *id && result.name != name;
                let Some(result) = self.results.iter_mut().find(is_other) else { return };
                result.name = name.to_owned();
                result.revision = next;
            }
            LibraryChange::Delete(id) if self.get(id).is_none() && self.is_deleted(id) => return,
            LibraryChange::Delete(id) => {
                self.results.retain(|result| result.id != *id);
                self.note_deleted(id, next);
            }
            LibraryChange::Clear if self.is_blank() => return,
            LibraryChange::Clear => {
                self.results.clear();
                self.deleted.clear();
            }
            LibraryChange::Restore(results) if results.iter().all(|result| self.has(result)) => return,
            LibraryChange::Restore(results) => {
                self.deleted.retain(|deleted| results.iter().all(|result| result.id != deleted.id));
                for result in results {
                    self.add(self.place_of(result), result, next);
                }
            }
        }
        self.cleared = cleared;
        self.revision = next;
    }

    fn is_blank(&self) -> bool {
        self.results.is_empty() && self.deleted.is_empty()
    }

    /// The results of both, but for those that were deleted. Of a result that both have, the one that changed later counts.
    fn join(&mut self, other: &Self) -> bool {
        self.results.retain(|result| !other.has_cleared(result));
        self.cleared = self.cleared.max(other.cleared);
        for Deleted { id, revision } in &other.deleted {
            if self.get(id).is_none_or(|result| result.revision <= *revision) {
                self.results.retain(|result| result.id != *id);
                self.note_deleted(id, *revision);
            }
        }
        self.take_in(other, LAST_REVISION);
        true
    }

    /// Nobody was told that something was deleted in `other`. What was added there is, and it did not know of what was deleted here since it was last told.
    fn absorb(&mut self, other: &Self) -> bool {
        let known = other.write.map_or(LAST_REVISION, |write| write.based_on.revision);
        self.take_in(other, known);
        true
    }
}
