//! Stores that are blocked, missing or full: the quiz goes on, and what it says of them is true.

use crate::faults::{
    Busy, WITHOUT_JOURNAL, block_journal, block_local, block_storage, close_journal, fill_journal, fill_local,
    fill_storage, hasten, mend, rejections, watch_rejections, without_journal,
};
use crate::stage::{Stage, clear, frame, until};
use crate::stores::{PROGRESS, keep, keep_in_journal, kept, kept_in_journal};
use crate::tab::{Tab, kept_progress, one, progress_text, start};
use career_quiz::quiz::answers::Answers;
use career_quiz::state::notices::Notice;
use career_quiz::state::saving::{Reason, Saved};
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

fn good() -> String {
    progress_text(5, r#"{"start":"coder"}"#)
}

#[browser_test]
async fn where_storage_is_blocked_the_quiz_goes_on_and_says_so() {
    clear();
    block_storage();
    let tab = Tab::open().await;
    assert_eq!(tab.notices(), [Notice::Blocked]);
    tab.pick("start", "boss").await;
    assert_eq!(tab.answers(), start("boss"));
    let result = tab.finish("boss").await;
    assert_eq!(tab.results(), [result]);
    assert_eq!((tab.notices(), tab.saved()), (vec![Notice::Blocked], Saved::No(Reason::Blocked)));
}

#[browser_test]
async fn where_one_store_is_blocked_the_other_keeps_and_nothing_is_complained_of() {
    for (block, saved) in [(block_local as fn(), Saved::Yes), (block_journal, Saved::Soon)] {
        clear();
        block();
        let tab = Tab::open().await;
        assert_eq!((tab.notices(), tab.saved()), (vec![], Saved::Nothing));
        tab.pick("start", "boss").await;
        assert_eq!((tab.notices(), tab.saved()), (vec![], saved));
        drop(tab);
        let tab = Tab::open().await;
        assert_eq!((tab.answers(), tab.notices()), (start("boss"), vec![]));
    }
}

#[browser_test]
async fn where_storage_is_blocked_while_the_page_is_open_nothing_that_is_shown_is_lost() {
    clear();
    let tab = Tab::open().await;
    tab.pick("start", "boss").await;
    block_storage();
    close_journal();
    tab.hear().await;
    assert_eq!(tab.answers(), start("boss"), "a store that cannot be read says nothing of a deletion");
    tab.pick("wish", "money").await;
    assert_eq!(tab.answers(), Answers::from([("start", one("boss")), ("wish", one("money"))]));
    assert_eq!((tab.notices(), tab.saved()), (vec![Notice::Blocked], Saved::No(Reason::Blocked)));
}

#[browser_test]
async fn where_storage_is_full_that_is_said_until_there_is_room_again() {
    clear();
    keep(PROGRESS, &good());
    let tab = Tab::open().await;
    fill_storage();
    tab.pick("start", "boss").await;
    assert_eq!((tab.notices(), tab.saved()), (vec![Notice::Full], Saved::No(Reason::Full)));
    assert_eq!((kept(PROGRESS), kept_in_journal(PROGRESS).await), (Some(good()), Some(good())));
    mend();
    tab.pick("start", "novice").await;
    assert_eq!((tab.notices(), tab.saved()), (vec![], Saved::Yes));
    assert_eq!(kept_progress().answers, start("novice"));
    assert_eq!(kept_in_journal(PROGRESS).await, kept(PROGRESS));
}

#[browser_test]
async fn where_one_store_is_full_the_other_keeps_and_heals_it_later() {
    for (fill, saved) in [(fill_local as fn(), Saved::Yes), (fill_journal, Saved::Soon)] {
        clear();
        keep(PROGRESS, &good());
        keep_in_journal(PROGRESS, &good()).await;
        let tab = Tab::open().await;
        fill();
        tab.pick("start", "boss").await;
        assert_eq!((tab.notices(), tab.saved()), (vec![], saved));
        // What the full one holds is whole, if old.
        let texts = [kept(PROGRESS), kept_in_journal(PROGRESS).await];
        assert_eq!(texts.iter().filter(|text| **text == Some(good())).count(), 1);
        mend();
        drop(tab);
        let tab = Tab::open().await;
        assert_eq!(tab.answers(), start("boss"));
        assert_eq!((kept_progress().answers, kept_in_journal(PROGRESS).await), (start("boss"), kept(PROGRESS)));
    }
}

#[browser_test]
async fn whatever_is_wrong_with_the_journal_the_page_does_not_take_it_for_a_failed_start() {
    watch_rejections();
    for way in WITHOUT_JOURNAL.into_iter().chain(["never opens"]) {
        clear();
        let busy = match way {
            "never opens" => Some(Busy::opening().await),
            way => {
                without_journal(way);
                None
            }
        };
        hasten(5_000);
        let stage = Stage::app("").await;
        stage.click("radio", "In a job");
        until("it is written", || stage.saved() == "soon").await;
        assert_eq!((kept_progress().answers, stage.texts(".notice").len()), (start("coder"), 0), "{way}");
        frame().await;
        assert_eq!(rejections(), [""; 0], "{way}");
        mend();
        if let Some(busy) = busy {
            busy.end().await;
        }
    }
}
