//! Every text of the interface: its name in the code, its key in the files and its placeholders.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $key:literal $({$($placeholder:literal),+})?;)+) => {
        /// A text of the interface, named by where it stands and what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the key beside each name says where it stands")]
        pub enum Word { $($(#[$doc])* $name),+ }

        /// Every word: its key in the file and the placeholders that its text must have.
        pub(super) const KEYS: &[(&str, &[&str])] = &[$(($key, &[$($($placeholder),+)?])),+];

        /// How many words there are.
        pub(super) const COUNT: usize = KEYS.len();

        /// A digest of all of that, by which two programs know whether they have the same words in the same order.
        pub(super) const DIGEST: u64 = digest(concat!($($key, $($("{", $placeholder, "}",)+)? "\n"),+));
    };
}

/// FNV-1a with 64 bits, which the compiler can work out. It tells one list from another, and keeps nobody out.
const fn digest(text: &str) -> u64 {
    let (bytes, mut digest, mut at) = (text.as_bytes(), 0xcbf2_9ce4_8422_2325_u64, 0);
    while at < bytes.len() {
        digest = (digest ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    digest
}

words! {
    SiteSaved = "site.saved";
    SitePrivacy = "site.privacy";
    SiteAuthor = "site.author" {"author", "date"};
    SiteLoading = "site.loading";
    SiteSkip = "site.skip";
    SiteLanguage = "site.language";
    SiteShortName = "site.short-name";

    OfflineReady = "offline.ready";
    UpdateReady = "update.ready";
    UpdateTake = "update.take";
    UpdateTaking = "update.taking";

    SettingsTitle = "settings.title";
    SettingsTheme = "settings.theme";
    ThemeSystem = "settings.theme-system";
    ThemeHost = "settings.theme-host";
    ThemeLight = "settings.theme-light";
    ThemeDark = "settings.theme-dark";
    NumberKeys = "settings.number-keys";
    NumberKeysHint = "settings.number-keys-hint";

    StartLoading = "start.loading";
    StartNeeds = "start.needs";
    StartFailed = "start.failed";
    StartSlow = "start.slow";
    StartReload = "start.reload";
    StartLink = "start.link";
    StartFault = "start.fault";
    StartLoadAgain = "start.load-again";

    ForeignBy = "foreign.by" {"host"};
    ForeignText = "foreign.text";
    ForeignOwn = "foreign.own";
    ForeignProblem = "foreign.problem";
    ForeignProblemText = "foreign.problem-text" {"host"};
    ForeignSameScoring = "foreign.same-scoring";
    ForeignOtherScoring = "foreign.other-scoring" {"host"};

    FrameStays = "frame.stays";
    FramePrivacy = "frame.privacy";
    FrameWhole = "frame.whole";
    FrameAddress = "frame.address" {"link"};
    FrameNoLinks = "frame.no-links";
    SendTitle = "send.title" {"host"};
    SendText = "send.text" {"host"};
    SendButton = "send.button" {"host"};
    SendDone = "send.done" {"host"};

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
    ResultChangedLost = "result.changed-lost";
    ResultRescore = "result.rescore";
    ResultThenToday = "result.then-today";
    ResultProfile = "result.profile";
    ResultThen = "result.then";
    ResultToday = "result.today";
    ResultKeepToday = "result.keep-today";
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
    ResultAllAnswers = "result.all-answers";
    ResultMadeWith = "result.made-with" {"quiz", "version", "fingerprint"};
    ScoreOf = "result.score-of" {"profile", "score"};
    ResultUnlabelled = "result.unlabelled" {"answers"};

    DataTitle = "data.title";
    DataText = "data.text";
    DataSave = "data.save";
    DataNotSaved = "data.not-saved";
    DataChoose = "data.choose";
    DataAdds = "data.adds" {"date"};
    DataNothing = "data.nothing" {"date"};
    DataResults = "data.results" {"count"};
    DataKnown = "data.known" {"count"};
    DataProgress = "data.progress";
    DataLeftOut = "data.left-out";
    DataSettings = "data.settings";
    DataOtherQuizzes = "data.other-quizzes" {"count"};
    DataOthers = "data.others" {"count"};
    DataOthersLeftOut = "data.others-left-out" {"count"};
    DataAdd = "data.add";
    DataAdded = "data.added";
    DataPartly = "data.partly";
    DataWrong = "data.wrong";
    DataUnreadable = "data.unreadable";
    DataNewer = "data.newer";
    DataTooLarge = "data.too-large";

    ShareTitle = "share.title";
    ShareText = "share.text";
    ShareLink = "share.link";
    ShareCopy = "share.copy";
    ShareOn = "share.on";
    ShareCode = "share.code";
    ShareCodeLabel = "share.code-label";
    ShareCodeText = "share.code-text";
    ShareCodeTooLong = "share.code-too-long";

    SharedTitle = "shared.title" {"profile"};
    SharedTitleNone = "shared.title-none";
    SharedText = "shared.text";
    SharedKeptText = "shared.kept-text";
    SharedKeep = "shared.keep";
    SharedIsKept = "shared.is-kept";
    SharedIsOwn = "shared.is-own";
    SharedOpen = "shared.open";
    SharedMark = "shared.mark";

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
    SearchesOnPaper = "searches.on-paper";

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

    TakeAlongTitle = "take-along.title";
    TakeAlongText = "take-along.text";
    TakeAlongPrint = "take-along.print";
    TakeAlongMarkdown = "take-along.markdown";
    TakeAlongFailed = "take-along.failed";

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
    SavedDeleteAll = "saved.delete-all";
    SavedDeleteAllTitle = "saved.delete-all-title";
    SavedDeleteAllText = "saved.delete-all-text";

    CompareTitle = "compare.title";
    CompareText = "compare.text";
    CompareFirstResult = "compare.first-result";
    CompareSecondResult = "compare.second-result";
    CompareChoose = "compare.choose";
    CompareFew = "compare.few";
    CompareUnknown = "compare.unknown";
    CompareOlder = "compare.older";
    CompareLost = "compare.lost";
    CompareSetAside = "compare.set-aside" {"count"};
    CompareSummary = "compare.summary" {"changed", "same"};
    CompareScores = "compare.scores";
    CompareScoresCaption = "compare.scores-caption";
    CompareFirst = "compare.first";
    CompareSecond = "compare.second";
    CompareChange = "compare.change";
    CompareRange = "compare.range";
    CompareAnswers = "compare.answers";
    CompareAnswersSame = "compare.answers-same";
    CompareNoAnswer = "compare.no-answer";
    CompareLines = "compare.lines";
    CompareLinesText = "compare.lines-text";
    CompareLinesOf = "compare.lines-of" {"profile", "first", "second", "change"};
    CompareLinesCaption = "compare.lines-caption" {"profile"};
    CompareLinesSame = "compare.lines-same" {"profiles"};
    CompareLinesLost = "compare.lines-lost";
    CompareAnswer = "compare.answer";
    CompareRest = "compare.rest";
    CompareHistory = "compare.history";
    CompareHistoryText = "compare.history-text";
    CompareHistoryChanged = "compare.history-changed";
    CompareChart = "compare.chart" {"count", "first", "last"};
    CompareTable = "compare.table";
    CompareWithAnother = "compare.with-another";

    NoticeBlocked = "notice.blocked";
    NoticeFull = "notice.full";
    NoticeNewer = "notice.newer";
    NoticeProgress = "notice.progress";
    NoticeResults = "notice.results";
    NoticeSettings = "notice.settings";
    NoticeNewerSettings = "notice.newer-settings";
    NoticeLanguage = "notice.language";
    NoticeSetAside = "notice.set-aside" {"count"};

    NoticeCopy = "notice.copy";
    NoticeTwoCopies = "notice.two-copies";
    NoticeDeleted = "notice.deleted" {"name"};
    NoticeDeletedAll = "notice.deleted-all";
    NoticeDeletedPart = "notice.deleted-part";
    NoticeNotDeleted = "notice.not-deleted";
    Undo = "notice.undo";

    SavingYes = "saving.yes";
    SavingSoon = "saving.soon";
    SavingNotYet = "saving.not-yet";
    SavingNo = "saving.no";
    SavingRetry = "saving.retry";

    ProblemContent = "problem.content";
    ProblemContentText = "problem.content-text";
    ProblemNoContentText = "problem.no-content-text";
    ProblemDetails = "problem.details";
    ProblemMore = "problem.more" {"count"};
    ProblemReload = "problem.reload";
    ProblemLate = "problem.late";
    ProblemScreen = "problem.screen";
    ProblemScreenText = "problem.screen-text";
    ProblemAddress = "problem.address";
    ProblemAddressText = "problem.address-text";
    ProblemResult = "problem.result";
    ProblemResultText = "problem.result-text";
    ProblemNotAsked = "problem.not-asked";
    ProblemNotAskedText = "problem.not-asked-text";
    ProblemLink = "problem.link";
    ProblemLinkDamaged = "problem.link-damaged";
    ProblemLinkTooLong = "problem.link-too-long";
    ProblemLinkNewer = "problem.link-newer";
    ProblemLinkImpossible = "problem.link-impossible";
    ProblemLinkQuiz = "problem.link-quiz";
    ProblemHome = "problem.home";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_of_keys_and_placeholders_in_their_order() {
        // By the vectors that its authors have published.
        assert_eq!(digest(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(digest("foobar"), 0x8594_4171_f739_67e8);
        let line = |(key, placeholders): &(&str, &[&str])| {
            let placeholders: String = placeholders.iter().map(|it| format!("{{{it}}}")).collect();
            format!("{key}{placeholders}\n")
        };
        assert_eq!(DIGEST, digest(&KEYS.iter().map(line).collect::<String>()));
    }
}
