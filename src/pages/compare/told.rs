use crate::quiz::compare::Side;
use crate::quiz::content::ProfileId;
use crate::quiz::record::library::SavedResult;
use crate::state::archive::Archive;
use crate::state::material::Material;

/// What there is of the content that a result was made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quiz {
    /// It is today's.
    Today,
    /// It was another, which is kept.
    Kept,
    /// It was another, which is not kept. The result has its scores, and no more can be told of them.
    Lost,
}

/// A result, and what its answers come to as far as that can be told.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The result.
    pub(super) result: SavedResult,
    /// What there is of its content.
    pub(super) quiz: Quiz,
    /// What its answers are read by: its own content, or today's where that is lost.
    pub(super) material: Material,
    /// What they come to by that.
    pub(super) side: Side<'static>,
}

impl Told {
    /// The score of a profile, as the result has it.
    pub(super) fn score(&self, id: ProfileId) -> u32 {
        u32::from(self.result.scores.of(id))
    }

    /// Whether the points behind its scores can be told.
    pub(super) fn has_lines(&self) -> bool {
        self.quiz != Quiz::Lost
    }
}

/// Finds out by which content a result is to be read.
pub(super) async fn told(result: SavedResult, today: Material, archive: &Archive) -> Told {
    let of = |material: Material| Side::of(material.content, &result.answers);
    let side = of(today);
    if result.is_of(today.content) && result.came_to(&side.outcome) {
        return Told { quiz: Quiz::Today, material: today, side, result };
    }
    if let Some(material) = archive.content_of(today.quiz, &result, today.words).await {
        let side = of(material);
        if result.came_to(&side.outcome) {
            return Told { quiz: Quiz::Kept, material, side, result };
        }
    }
    Told { quiz: Quiz::Lost, material: today, side, result }
}
