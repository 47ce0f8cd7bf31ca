//! The interface's own words, which are a data file, so that another language is one more file.

use super::content::{Fault, fault_from_json, is_language};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The version of the words format that this program reads.
pub const WORDS_VERSION: u32 = 1;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $key:literal $({$($placeholder:literal),+})?;)+) => {
        /// A text of the interface, named by where it stands and what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the key beside each name says where it stands")]
        pub enum Word { $($(#[$doc])* $name),+ }

        /// Every word: its key in the file and the placeholders that its text must have.
        const KEYS: &[(&str, &[&str])] = &[$(($key, &[$($($placeholder),+)?])),+];
    };
}

words! {
    SiteSaved = "site.saved";
    SitePrivacy = "site.privacy";
    SiteAuthor = "site.author" {"author", "date"};
    SiteSkip = "site.skip";
    SiteLanguage = "site.language";

    SettingsTitle = "settings.title";
    SettingsTheme = "settings.theme";
    ThemeSystem = "settings.theme-system";
    ThemeLight = "settings.theme-light";
    ThemeDark = "settings.theme-dark";
    NumberKeys = "settings.number-keys";
    NumberKeysHint = "settings.number-keys-hint";

    StartLoading = "start.loading";
    StartNeeds = "start.needs";
    StartFailed = "start.failed";
    StartSlow = "start.slow";
    StartReload = "start.reload";
    StartFault = "start.fault";
    StartLoadAgain = "start.load-again";

    IntroMinutes = "intro.minutes" {"minutes"};
    IntroPrivacy = "intro.privacy";
    IntroAuthor = "intro.author" {"author"};
    IntroBack = "intro.back";
    IntroBegun = "intro.begun" {"answered"};
    IntroFinished = "intro.finished";
    Continue = "intro.continue";
    SeeLastResult = "intro.see-last-result";

    Next = "question.next";
    Back = "question.back";
    BackToReview = "question.back-to-review";
    SkipHint = "question.skip-hint";
    ManyHint = "question.many-hint";
    NumberHint = "question.number-hint" {"least", "most"};
    NumberError = "question.number-error" {"least", "most", "step"};
    Progress = "question.progress" {"number", "total"};
    ProgressAbout = "question.progress-about" {"number", "total"};
    ProgressLabel = "question.progress-label";
    ClearAnswer = "question.clear";

    StartOver = "start-over.button";
    StartOverTitle = "start-over.title";
    StartOverText = "start-over.text";
    StartOverYes = "start-over.yes";
    Cancel = "dialog.cancel";

    ReviewTitle = "review.title";
    ReviewText = "review.text";
    ReviewSkipped = "review.skipped";
    ReviewChange = "review.change";
    ReviewAnswer = "review.answer";
    SeeMyResult = "review.see-my-result";

    ResultTitle = "result.title" {"profile"};
    ResultNone = "result.none";
    ResultNoneText = "result.none-text";
    ResultSettle = "result.settle";
    ResultNear = "result.near" {"profiles"};
    ResultNearSettle = "result.near-settle";
    ResultClose = "result.close";
    ResultSkipped = "result.skipped";
    ResultRange = "result.range" {"low", "high"};
    ResultLevel = "result.level" {"profile"};
    ResultTarget = "result.target" {"profile"};
    ResultMade = "result.made" {"date"};
    ResultChanged = "result.changed";
    ResultScores = "result.scores";
    ResultScoresText = "result.scores-text";
    ResultBest = "result.best";
    ResultOthers = "result.others";
    ResultWhy = "result.why";
    ResultWhyText = "result.why-text" {"score"};
    ResultLedger = "result.ledger" {"profile"};
    ResultNoPoints = "result.no-points";
    ResultReview = "result.review";
    ResultAgain = "result.again";
    ResultQuestion = "result.question";
    ResultAnswer = "result.answer";
    ResultPoints = "result.points";
    ResultSum = "result.sum";
    ScoreOf = "result.score-of" {"profile", "score"};

    DoubtsTitle = "doubts.title";
    DoubtsText = "doubts.text";
    DoubtsSamePosition = "doubts.same-position" {"count", "position"};

    PlanTitle = "plan.title" {"profile"};
    PlanActs = "plan.acts" {"profile"};
    PlanTime = "plan.time" {"profile", "question", "answer"};
    PlanTimeAndActs = "plan.time-and-acts" {"profile", "question", "answer"};
    PlanOutOfReach = "plan.out-of-reach" {"profile"};
    PlanTooManyWays = "plan.too-many-ways" {"profile"};
    PlanNow = "plan.now" {"answer"};
    PlanHelp = "plan.help";

    ModelTitle = "model.title";
    ModelText = "model.text" {"entry", "mid", "senior", "freelance", "margin", "order"};
    ModelFingerprint = "model.fingerprint" {"fingerprint"};

    SearchesTitle = "searches.title";
    SearchesText = "searches.text";
    SearchesExclude = "searches.exclude" {"words"};
    SearchesWith = "searches.with" {"words"};
    SearchAll = "searches.all" {"site"};
    SearchFieldTitle = "searches.field-title";
    SearchOn = "searches.on" {"title", "site"};
    Copy = "searches.copy";
    CopyTitle = "searches.copy-title" {"title"};
    Copied = "searches.copied";
    CopySelected = "searches.copy-selected";
    NewTab = "searches.new-tab";

    ProgramsTitle = "programs.title";
    ProgramsText = "programs.text" {"date"};
    ProgramsNone = "programs.none";
    ProgramBy = "programs.by" {"provider"};
    ProgramLength = "programs.length";
    ProgramFormat = "programs.format";
    ProgramSubjects = "programs.subjects";
    ProgramPartOf = "programs.part-of" {"program"};
    ProgramContains = "programs.contains" {"programs"};
    ProgramNeeds = "programs.needs";
    ProgramMet = "programs.met";
    ProgramUnmet = "programs.unmet";
    ProgramUnknown = "programs.unknown";
    ProgramLink = "programs.link" {"program"};
    ProgramSearch = "programs.search" {"program"};

    StepsTitle = "steps.title";

    SavedTitle = "saved.title";
    SavedText = "saved.text";
    SavedNone = "saved.none";
    SavedTake = "saved.take";
    SavedNoProfile = "saved.no-profile";
    SavedRename = "saved.rename";
    SavedRenameOf = "saved.rename-of" {"name"};
    SavedName = "saved.name";
    SavedSaveName = "saved.save-name";
    SavedDelete = "saved.delete";
    SavedDeleteOf = "saved.delete-of" {"name"};
    SavedDeleteTitle = "saved.delete-title";
    SavedDeleteText = "saved.delete-text" {"name"};

    NoticeBlocked = "notice.blocked";
    NoticeFull = "notice.full";
    NoticeNewer = "notice.newer";
    NoticeProgress = "notice.progress";
    NoticeResults = "notice.results";
    NoticeSettings = "notice.settings";
    NoticeLanguage = "notice.language";
    NoticeSetAside = "notice.set-aside" {"count"};

    ProblemContent = "problem.content";
    ProblemContentText = "problem.content-text";
    ProblemDetails = "problem.details";
    ProblemMore = "problem.more" {"count"};
    ProblemReload = "problem.reload";
    ProblemAddress = "problem.address";
    ProblemAddressText = "problem.address-text";
    ProblemResult = "problem.result";
    ProblemResultText = "problem.result-text";
    ProblemNotAsked = "problem.not-asked";
    ProblemNotAskedText = "problem.not-asked-text";
    ProblemHome = "problem.home";
}

/// Which way a language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// As it stands in HTML and in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// All words in one language. Every word is there: [`Words::parse`] makes sure of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    language: String,
    name: String,
    direction: Direction,
    texts: Vec<String>,
}

#[derive(Deserialize)]
struct Version {
    format_version: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format_version")]
    _format_version: u32,
    language: String,
    name: String,
    #[serde(default)]
    direction: Direction,
    words: BTreeMap<String, String>,
}

impl Words {
    /// Reads a file of words.
    ///
    /// # Errors
    ///
    /// All faults that can be found at once: a word that is missing, empty or unknown, a placeholder that a
    /// text lacks or that does not belong to it.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let json_fault = |error| vec![fault_from_json(text, &error)];
        // The version first: a later format may differ in every other field.
        let Version { format_version } = serde_json::from_str(text).map_err(json_fault)?;
        if format_version != WORDS_VERSION {
            let message =
                format!("this program reads version {WORDS_VERSION}, and the file is of version {format_version}");
            return Err(vec![Fault::new("format_version", message)]);
        }
        let mut file: File = serde_json::from_str(text).map_err(json_fault)?;
        let mut faults = Vec::new();
        // The browser throws at a tag that is none when it is to write a date.
        if !is_language(&file.language) {
            faults.push(Fault::new("language", format!("{:?} is not a language tag", file.language)));
        }
        if file.name.trim().is_empty() {
            faults.push(Fault::new("name", "the language's own name is missing or empty"));
        }
        let mut texts = Vec::with_capacity(KEYS.len());
        for (key, placeholders) in KEYS {
            let text = file.words.remove(*key).unwrap_or_default();
            let mut fault = |message: String| faults.push(Fault::new(format!("words.{key}"), message));
            if text.trim().is_empty() {
                fault("the text is missing or empty".to_owned());
            } else {
                let found = found_placeholders(&text);
                for name in placeholders.iter().filter(|name| !found.contains(name)) {
                    fault(format!("the placeholder {{{name}}} is missing"));
                }
                for name in found.iter().filter(|name| !placeholders.contains(name)) {
                    fault(format!("there is no placeholder {{{name}}} here"));
                }
            }
            texts.push(text);
        }
        faults.extend(file.words.keys().map(|key| Fault::new(format!("words.{key}"), "there is no such word")));
        let File { language, name, direction, .. } = file;
        if faults.is_empty() { Ok(Self { language, name, direction, texts }) } else { Err(faults) }
    }

    /// The language of the words, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What the language calls itself, such as "Español".
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// A word.
    pub fn get(&self, word: Word) -> &str {
        // `parse` makes a text for every word, in their order.
        &self.texts[word as usize]
    }

    /// A word with its placeholders filled in.
    pub fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(word);
        // In one pass, so that a value that has braces in it stays as it is.
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

fn found_placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|part| part.split_once('}').map_or(part, |(name, _)| name)).collect()
}
