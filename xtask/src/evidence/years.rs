//! How well the question for years does on its own, on people whose level is known.

use super::{Rows, rows};
use crate::Result;
use career_quiz::quiz::content::{Content, Kind, ProfileId, Question};

/// The question that is measured.
pub(crate) const QUESTION: &str = "professional-years";

/// The rungs, lowest first.
pub(crate) const LEVELS: [ProfileId; 3] = [ProfileId::Entry, ProfileId::Mid, ProfileId::Senior];

/// People at a level with as many years.
pub(crate) struct People {
    pub(crate) level: ProfileId,
    pub(crate) years: f64,
    pub(crate) count: u32,
}

/// Reads the back-end rows of `evidence/years_by_level.csv`.
pub(crate) fn read() -> Result<Vec<People>> {
    let Rows { file, rows } = rows("years_by_level.csv", "role,level,years,people")?;
    let mut people = Vec::new();
    for row in rows {
        let [role, level, years, count] = &row[..] else { return Err(format!("{file}: {row:?} has not four fields")) };
        if role != "back-end" {
            continue;
        }
        let level = LEVELS.into_iter().find(|id| id.as_str() == level);
        let (Some(level), Ok(years), Ok(count)) = (level, years.parse(), count.parse()) else {
            return Err(format!("{file}: {row:?} is no level, number of years and number of people"));
        };
        people.push(People { level, years, count });
    }
    Ok(people)
}

/// Shares of people that are put at their level.
#[derive(Debug, PartialEq)]
pub(crate) struct Accuracy {
    /// At each of [`LEVELS`].
    pub(crate) per_level: [f64; 3],
    /// Of all people: levels with many people count for more.
    pub(crate) plain: f64,
    /// The mean of the levels: each counts the same.
    pub(crate) balanced: f64,
}

/// Puts each person at a level by years alone, and compares.
pub(crate) fn accuracy(people: &[People], level_at: impl Fn(f64) -> ProfileId) -> Accuracy {
    let count = |level: Option<ProfileId>, right: bool| {
        let counted = people.iter().filter(|row| level.is_none_or(|level| row.level == level));
        counted.filter(|row| !right || level_at(row.years) == row.level).map(|row| f64::from(row.count)).sum::<f64>()
    };
    let share = |level| count(level, true) / count(level, false).max(1.0);
    let per_level = LEVELS.map(|level| share(Some(level)));
    Accuracy { per_level, plain: share(None), balanced: per_level.iter().sum::<f64>() / 3.0 }
}

/// Fixed thresholds: mid from 3 years on, senior from 6.
pub(crate) fn by_thresholds(years: f64) -> ProfileId {
    match years {
        years if years < 3.0 => ProfileId::Entry,
        years if years < 6.0 => ProfileId::Mid,
        _ => ProfileId::Senior,
    }
}

/// The question of a quiz, if it has it.
pub(crate) fn question(content: &Content) -> Option<&Question> {
    content.question(QUESTION).filter(|question| question.kind == Kind::Number)
}

/// The level that gets the most points; of two with as many, the lower one.
pub(crate) fn by_points(question: &Question, years: f64) -> ProfileId {
    let points = question.band(years).map(|band| band.points).unwrap_or_default();
    LEVELS.into_iter().rev().max_by_key(|level| points.of(*level)).unwrap_or(ProfileId::Entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{from_bytes, sample};
    use serde_json::json;

    #[test]
    fn the_thresholds_reach_what_they_are_known_to_reach() {
        let known = accuracy(&read().expect("the counts can be read"), by_thresholds);
        assert_eq!(format!("{:.2} {:.2}", known.plain, known.balanced), "0.74 0.76");
    }

    #[test]
    fn plain_counts_people_and_balanced_counts_levels() {
        let row = |level, years, count| People { level, years, count };
        let people = [
            row(ProfileId::Entry, 1.0, 1),
            row(ProfileId::Mid, 4.0, 1),
            row(ProfileId::Mid, 7.0, 1),
            row(ProfileId::Senior, 7.0, 6),
            row(ProfileId::Senior, 1.0, 1),
        ];
        let measured = accuracy(&people, by_thresholds);
        assert_eq!(measured.plain, 0.8);
        assert_eq!(measured.per_level, [1.0, 0.5, 6.0 / 7.0]);
        assert!((measured.balanced - (1.0 + 0.5 + 6.0 / 7.0) / 3.0).abs() < 1e-12);
    }

    #[test]
    fn years_stand_for_the_level_with_the_most_points_or_the_lower_of_two() {
        let mut quiz = sample();
        let years = json!({
            "id": QUESTION, "kind": "number", "text": "Years?",
            "bands": [
                { "from": 0, "points": { "entry": 9, "freelance": 20 } },
                { "from": 2, "points": { "entry": 5, "mid": 5 } },
                { "from": 5, "points": { "mid": 5, "senior": 6 } },
            ],
        });
        quiz["questions"].as_array_mut().expect("a list").push(years);
        let quiz = from_bytes(quiz.to_string().as_bytes(), "x".as_ref()).expect("it is good");
        let question = question(&quiz).expect("it is there");
        let at = |years| by_points(question, years);
        assert_eq!([at(0.1), at(2.0), at(5.0)], [ProfileId::Entry, ProfileId::Entry, ProfileId::Senior]);
    }
}
