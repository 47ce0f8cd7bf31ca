//! People, each of whom one profile fits.

use e2e::quiz::Persona;

/// Learns to program, and has not worked in software yet.
pub const ENTRY: Persona<'_> = &[
    ("today", &["learning"]),
    ("background", &["digital-marketing", "industry-knowledge"]),
    ("goal", &["first-job"]),
    ("enjoys", &["puzzles", "data"]),
    ("professional-years", &["0"]),
    ("html-css", &["not-yet"]),
    ("languages", &["none"]),
    ("tools", &["none"]),
    ("freelance", &["no"]),
    ("learning", &["long-course"]),
];

/// Has built features for four years, and would like to go on.
pub const MID: Persona<'_> = &[
    ("today", &["back-end-developer"]),
    ("background", &["computer-programming"]),
    ("goal", &["grow"]),
    ("enjoys", &["connections", "automation"]),
    ("professional-years", &["4"]),
    ("languages", &["javascript", "python"]),
    ("tools", &["version-control", "databases", "server-side", "tests"]),
    ("scope", &["features"]),
    ("production", &["on-call"]),
    ("mentoring", &["at-times"]),
    ("freelance", &["no"]),
    ("learning", &["on-the-job"]),
];

/// The same, who would like to become a senior.
pub const MID_TO_SENIOR: Persona<'_> = &[
    ("today", &["back-end-developer"]),
    ("goal", &["senior"]),
    ("professional-years", &["4"]),
    ("languages", &["javascript", "python"]),
    ("tools", &["version-control", "databases", "server-side", "tests"]),
    ("scope", &["features"]),
    ("production", &["on-call"]),
    ("mentoring", &["at-times"]),
    ("freelance", &["no"]),
];

/// Designs systems, answers for them, and mentors.
pub const SENIOR: Persona<'_> = &[
    ("today", &["back-end-developer"]),
    ("background", &["computer-programming"]),
    ("goal", &["senior"]),
    ("enjoys", &["data", "connections"]),
    ("professional-years", &["12.5"]),
    ("languages", &["java", "python", "other"]),
    ("tools", &["version-control", "databases", "server-side", "deployment", "heavy-load"]),
    ("scope", &["systems"]),
    ("production", &["owner"]),
    ("mentoring", &["mentor"]),
    ("freelance", &["no"]),
    ("learning", &["self-study"]),
];

/// Has clients already, and wants more of them. The others skip platforms and the place of work, or are not asked.
pub const FREELANCE: Persona<'_> = &[
    ("today", &["own-clients"]),
    ("background", &["web-design"]),
    ("goal", &["freelance"]),
    ("enjoys", &["connections", "screen"]),
    ("professional-years", &["5"]),
    ("languages", &["php"]),
    ("tools", &["version-control", "databases"]),
    ("platforms", &["drupal"]),
    ("scope", &["features"]),
    ("production", &["helper"]),
    ("mentoring", &["not-yet"]),
    ("freelance", &["main"]),
    ("freelance-clients", &["several"]),
    ("freelance-business", &["uneven-pay", "books", "finding-clients", "own-schedule"]),
    ("workplace", &["remote"]),
    ("learning", &["self-study"]),
];
