//! The screens and their addresses.

/// A screen, which is what the fragment of the address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The opening page with the first question: `#/`.
    Intro,
    /// A question on the way through the quiz: `#/question/<id>`.
    Question(String),
    /// A question opened from the review, to which it leads back: `#/review/<id>`.
    Edit(String),
    /// All answers: `#/review`.
    Review,
    /// The newest result: `#/results`.
    LatestResult,
    /// A saved result: `#/results/<id>`.
    Result(String),
    /// A result that came by a link, which holds all of it: `#/shared/<code>`.
    Shared(String),
    /// The list of saved results: `#/saved`.
    Saved,
    /// The newest two results beside each other: `#/compare`.
    CompareLatest,
    /// Two results beside each other, by their references (see [`super::reference`]), the earlier one first:
    /// `#/compare/<reference>/<reference>`.
    Compare(String, String),
    /// An address that names no screen.
    Unknown,
}

impl Screen {
    /// The screen that a fragment names. A fragment may come from anywhere.
    pub fn from_hash(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let path = path.strip_prefix('/').unwrap_or(path);
        let owned = str::to_owned;
        match path.split('/').collect::<Vec<_>>()[..] {
            [""] => Self::Intro,
            ["question", id] if !id.is_empty() => Self::Question(owned(id)),
            ["review"] => Self::Review,
            ["review", id] if !id.is_empty() => Self::Edit(owned(id)),
            ["results"] => Self::LatestResult,
            ["results", id] if !id.is_empty() => Self::Result(owned(id)),
            ["shared", code] if !code.is_empty() => Self::Shared(owned(code)),
            ["saved"] => Self::Saved,
            ["compare"] => Self::CompareLatest,
            ["compare", first, second] if !first.is_empty() && !second.is_empty() => {
                Self::Compare(owned(first), owned(second))
            }
            _ => Self::Unknown,
        }
    }

    /// The fragment that names the screen.
    pub fn hash(&self) -> String {
        match self {
            Self::Intro | Self::Unknown => "#/".to_owned(),
            Self::Question(id) => format!("#/question/{id}"),
            Self::Edit(id) => format!("#/review/{id}"),
            Self::Review => "#/review".to_owned(),
            Self::LatestResult => "#/results".to_owned(),
            Self::Result(id) => format!("#/results/{id}"),
            Self::Shared(code) => format!("#/shared/{code}"),
            Self::Saved => "#/saved".to_owned(),
            Self::CompareLatest => "#/compare".to_owned(),
            Self::Compare(first, second) => format!("#/compare/{first}/{second}"),
        }
    }
}
