//! A result as a link: what stands on its page, and what becomes of a link that somebody opens.

use crate::address::{follow, hash};
use crate::stage::{SMALL, Stage, clear, material_of, result_of, settle, until};
use crate::stores::{journal, storage};
use crate::tab::{kept_results, one, result};
use career_quiz::quiz::answers::Answers;
use career_quiz::quiz::content::ProfileId;
use career_quiz::quiz::record::library::SavedResult;
use career_quiz::quiz::share::link;
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

const MID: &str = r#"{"skills":["sql"],"start":"coder","team":"alone","years":2.5}"#;

const MINE: &str = r#"{"skills":["git"],"start":"novice","wish":"time"}"#;

/// The address in the field of the link.
fn address(stage: &Stage) -> String {
    stage.field("textbox", "Link to this result").value()
}

/// The fragment of a link to a result that somebody else has made.
async fn their_link() -> String {
    let stage = result_of(SMALL, MID).await;
    let address = address(&stage);
    let (_, fragment) = address.split_once('#').expect("it is in the fragment");
    let link = format!("#{fragment}");
    stage.until_saved().await;
    drop(stage);
    clear();
    link
}

fn link_to(quiz: &str, result: &SavedResult) -> String {
    format!("#/shared/{}", link::encode(quiz, result))
}

async fn assert_nothing_is_kept() {
    assert_eq!((storage().names(), journal().await), (vec![], vec![]));
}

#[browser_test]
async fn the_link_is_the_pages_own_address_and_holds_the_result() {
    let stage = result_of(SMALL, MID).await;
    stage.until_saved().await;
    let address = address(&stage);
    let (page, fragment) = address.split_once("#/shared/").expect("it is a link to a result");
    let window = web_sys::window().expect("there is a window");
    let location = window.location();
    assert_eq!(page, location.origin().expect("it has one") + &location.pathname().expect("it has one"), "no query");
    let kept = kept_results().results.remove(0);
    let shared = link::decode(fragment).expect("it can be read");
    assert_eq!(shared.quiz, "small");
    assert_eq!(shared.result, SavedResult { revision: 0, shared: true, ..kept });
}

#[browser_test]
async fn a_link_opens_the_result_read_only_and_keeps_nothing() {
    let link = their_link().await;
    let stage = Stage::app(&link).await;
    stage.assert_screen("shared", None);
    assert_eq!(stage.texts("h1"), ["Shared result: Mid-level"]);
    assert_eq!(stage.all("[data-shared]").len(), 1);
    assert_eq!(stage.texts("[data-score]").len(), 4);
    for name in ["Change my answers", "Take the quiz again"] {
        assert!(
            !stage.names("link").contains(&name.to_owned()) && !stage.names("button").contains(&name.to_owned()),
            "{name}"
        );
    }
    assert!(
        !stage
            .all("main a")
            .iter()
            .any(|link| link.get_attribute("href").is_some_and(|href| href.contains("#/review")))
    );
    settle().await;
    assert_nothing_is_kept().await;
}

#[browser_test]
async fn it_is_kept_on_a_click_and_never_taken_for_ones_own() {
    let link = their_link().await;
    let stage = result_of(SMALL, MINE).await;
    stage.until_saved().await;
    let mine = kept_results().results.remove(0);
    drop(stage);
    let stage = Stage::app(&link).await;
    follow(|| stage.click("button", "Keep it with my results")).await;
    stage.assert_screen("results", None);
    stage.until_saved().await;
    let results = kept_results().results;
    assert_eq!(results.iter().filter(|result| !result.shared).collect::<Vec<_>>(), [&mine], "one's own is as it was");
    let theirs = results.into_iter().find(|result| result.shared).expect("theirs is kept");
    assert_eq!(hash(), format!("#/results/{}", theirs.id));
    assert_eq!(stage.all("[data-shared]").len(), 1);
    let contents = journal().await.into_iter().filter(|(name, _)| name.contains(".content.")).count();
    assert_eq!(contents, 1, "the content is kept once");
    drop(stage);
    let stage = Stage::app("#/results").await;
    assert_eq!(stage.texts("h1"), ["Your best match: Entry-level"], "the newest result is one's own");
    drop(stage);
    let stage = Stage::app(&link).await;
    assert!(!stage.names("button").contains(&"Keep it with my results".to_owned()), "it is kept already");
    follow(|| stage.click("link", "Open it there")).await;
    assert_eq!(hash(), format!("#/results/{}", theirs.id));
    drop(stage);
    let stage = Stage::app("#/saved").await;
    assert_eq!(stage.texts(".saved .tag"), ["Shared with you"]);
}

#[browser_test]
async fn a_link_to_ones_own_result_says_so() {
    let stage = result_of(SMALL, MID).await;
    let (_, fragment) =
        address(&stage).split_once('#').map(|(page, hash)| (page.to_owned(), hash.to_owned())).expect("a link");
    stage.until_saved().await;
    drop(stage);
    let stage = Stage::app(&format!("#{fragment}")).await;
    stage.assert_screen("shared", None);
    assert!(
        stage.texts("[data-shared]")[0].contains("It is one of your own results."),
        "{:?}",
        stage.texts("[data-shared]")
    );
}

#[browser_test]
async fn under_another_content_it_shows_its_scores_and_says_what_has_no_texts() {
    clear();
    let answers = Answers::from([("start", one("coder")), ("gone-for-good", one("whatever"))]);
    let old = SavedResult {
        content_version: "1".to_owned(),
        fingerprint: Some("00112233aabbccdd".to_owned()),
        answers,
        ..result("coder")
    };
    let stage = Stage::app(&link_to("small", &old)).await;
    stage.assert_screen("shared", None);
    until("the scores are there", || !stage.texts(".then-today").is_empty()).await;
    assert_eq!(
        stage.texts("[data-unlabelled]"),
        ["This quiz has no texts for these of the answers: gone-for-good: whatever."]
    );
    assert!(
        !stage.names("button").contains(&"Keep today’s scores as a new result".to_owned()),
        "they are nobody's here"
    );
    assert_nothing_is_kept().await;
}

#[browser_test]
async fn a_link_that_opens_no_result_says_why_and_keeps_nothing() {
    let link = their_link().await;
    let made_up = SavedResult { best: Some(ProfileId::Senior), ..result("coder") };
    let impossible = "but no result of this quiz can be what it says";
    for (link, part) in [
        (link[..link.len() - 9].to_owned(), "A part of the link is missing"),
        (link.replacen("/1.", "/2.", 1), "a newer version of this quiz"),
        (format!("{link}{}", "x".repeat(20_000)), "longer than a link"),
        (link_to("another", &result("coder")), "a result of another quiz"),
        (link_to("small", &made_up), impossible),
        ("#/shared/javascript:alert(1)".to_owned(), "A part of the link is missing"),
    ] {
        let stage = Stage::app(&link).await;
        stage.assert_screen("problem", None);
        assert_eq!(stage.texts("h1"), ["This link opens no result"]);
        assert!(stage.texts(".lead")[0].contains(part), "{:?} of {link}", stage.texts(".lead"));
        assert_nothing_is_kept().await;
    }
}

#[browser_test]
async fn a_result_of_other_words_by_the_same_scoring_is_the_same_quiz() {
    let link = their_link().await;
    let material = material_of(&SMALL.replace("For how long?", "Since when?"));
    let stage = Stage::app_of(material, &link).await;
    assert_eq!(stage.texts("[data-unlabelled]").len() + stage.texts(".then-today").len(), 0);
    assert_eq!(stage.texts("h1"), ["Shared result: Mid-level"]);
}

#[browser_test]
async fn the_code_is_drawn_when_it_is_asked_for() {
    let stage = result_of(SMALL, MID).await;
    stage.until_saved().await;
    let code = || stage.only("#share-code").query_selector("svg[role=img]").expect("it is a selector");
    assert_eq!(code(), None);
    stage.click("button", "QR code");
    settle().await;
    let drawn = code().expect("it is drawn");
    assert_eq!(drawn.get_attribute("aria-label").as_deref(), Some("QR code of the link to this result"));
    assert!(drawn.query_selector("path").expect("it is a selector").is_some());
    stage.click("button", "QR code");
    settle().await;
    assert_eq!(code(), None);
}
