//! The journal by itself.

use crate::faults::{
    Busy, WITHOUT_JOURNAL, close_journal, close_journal_once, delete_journal, fill_journal, fill_journal_after,
    fill_journal_late, hasten, lose_journal, mend, rejections, watch_rejections, without_journal,
};
use crate::stage::{clear, frame};
use crate::stores::{folder, journal, journal_of, keep_in_journal, storage};
use career_quiz::browser::journal::{Journal, Write};
use career_quiz::browser::storage::NotKept;
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::wasm_bindgen_test as browser_test;

fn ours() -> Journal {
    Journal::of(&folder())
}

fn put(name: &str, text: &str) -> Write {
    (name.to_owned(), Some(text.to_owned()))
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// Writes one text.
async fn write(journal: &Journal, name: &str, text: &str) -> Result<(), NotKept> {
    journal.exchange(name, |_| vec![put(name, text)]).await
}

#[browser_test]
async fn a_text_comes_back_as_it_was_kept() {
    clear();
    let text = "{\"broken\": \u{0}\u{1f600} ü \\ \n\t'\" </script>";
    assert_eq!(ours().read("a").await, Ok(None));
    assert_eq!(write(&ours(), "a", text).await, Ok(()));
    assert_eq!(ours().read("a").await.as_ref().map(Option::as_deref), Ok(Some(text)));
    assert_eq!(journal().await, pairs(&[("a", text)]));
    assert_eq!(storage().names().len(), 0);
}

#[browser_test]
async fn all_of_it_is_read_in_the_order_of_the_names() {
    clear();
    for name in ["small.progress", "settings", "b", "a"] {
        keep_in_journal(name, &format!("text of {name}")).await;
    }
    let expected = ["a", "b", "settings", "small.progress"].map(|name| (name.to_owned(), format!("text of {name}")));
    assert_eq!(ours().read_all().await, Ok(expected.to_vec()));
}

#[browser_test]
async fn each_folder_has_its_own() {
    clear();
    let neighbour = format!("{}inside/", folder());
    assert_eq!(write(&ours(), "a", "ours").await, Ok(()));
    assert_eq!(write(&Journal::of(&neighbour), "a", "theirs").await, Ok(()));
    assert_eq!((journal().await, journal_of(&neighbour).await), (pairs(&[("a", "ours")]), pairs(&[("a", "theirs")])));
}

#[browser_test]
async fn an_exchange_sees_what_was_there_and_writes_and_removes_what_it_wants() {
    clear();
    let journal_here = ours();
    assert_eq!(journal_here.exchange("a", |_| vec![put("a", "1"), put("b", "2"), put("c", "3")]).await, Ok(()));
    let mut seen = None;
    let exchange = journal_here.exchange("b", |found| {
        seen = found;
        vec![("b".to_owned(), None), put("c", "4")]
    });
    assert_eq!(exchange.await, Ok(()));
    assert_eq!(seen.as_deref(), Some("2"));
    assert_eq!(journal().await, pairs(&[("a", "1"), ("c", "4")]));
    let mut all = Vec::new();
    let exchange = journal_here.exchange_all(|found| {
        all = found;
        vec![("a".to_owned(), None)]
    });
    assert_eq!(exchange.await, Ok(()));
    assert_eq!(all, pairs(&[("a", "1"), ("c", "4")]));
    assert_eq!(journal().await, pairs(&[("c", "4")]));
}

#[browser_test]
async fn nobody_comes_between_what_an_exchange_sees_and_what_it_writes() {
    clear();
    let count = |journal: Journal| {
        future_to_promise(async move {
            let counted = |found: Option<String>| {
                let count: u32 = found.map_or(0, |found| found.parse().expect("it is a number"));
                vec![put("count", &(count + 1).to_string())]
            };
            journal.exchange("count", counted).await.expect("it is kept");
            Ok(JsValue::UNDEFINED)
        })
    };
    let (here, there) = (ours(), ours());
    let counting: Array = (0..20).flat_map(|_| [count(here.clone()), count(there.clone())]).collect();
    JsFuture::from(Promise::all(&counting)).await.expect("all of them count");
    assert_eq!(journal().await, pairs(&[("count", "40")]));
}

#[browser_test]
async fn exchanges_come_one_after_the_other_whatever_tab_they_are_of() {
    clear();
    let append = |journal: Journal, letter: &'static str| {
        future_to_promise(async move {
            let add = |found: Option<String>| vec![put("a", &(found.unwrap_or_default() + letter))];
            journal.exchange("a", add).await.expect("it is kept");
            Ok(JsValue::UNDEFINED)
        })
    };
    let (here, there) = (ours(), ours());
    // Both have opened it: to open may take one longer than the other.
    assert_eq!((here.read("a").await, there.read("a").await), (Ok(None), Ok(None)));
    let busy = Busy::transaction().await;
    let appending = [(&here, "a"), (&there, "b"), (&here, "c"), (&here, "d"), (&there, "e")];
    let appending: Array = appending.into_iter().map(|(journal, letter)| append(journal.clone(), letter)).collect();
    frame().await;
    busy.end().await;
    JsFuture::from(Promise::all(&appending)).await.expect("all of them are kept");
    assert_eq!(journal().await, pairs(&[("a", "abcde")]));
}

#[browser_test]
async fn an_exchange_is_kept_in_one_piece_or_not_at_all() {
    clear();
    assert_eq!(write(&ours(), "a", "before").await, Ok(()));
    watch_rejections();
    for (way, fill) in
        [("first", fill_journal as fn()), ("second", || fill_journal_after(1)), ("late", fill_journal_late)]
    {
        let journal_here = ours();
        fill();
        let both = journal_here.exchange("a", |_| vec![put("a", "after"), put("b", "after")]);
        assert_eq!(both.await, Err(NotKept::Refused), "{way}");
        mend();
        assert_eq!(journal().await, pairs(&[("a", "before")]));
        assert_eq!(write(&journal_here, "a", "before").await, Ok(()), "it goes on when there is room");
    }
    frame().await;
    assert_eq!(rejections(), [""; 0]);
}

#[browser_test]
async fn a_transaction_that_was_lost_is_not_taken_for_one_that_was_kept() {
    clear();
    watch_rejections();
    for (lose, can_read) in [(lose_journal as fn(), true), (close_journal, false)] {
        let journal_here = ours();
        assert_eq!(write(&journal_here, "a", "before").await, Ok(()));
        lose();
        assert_eq!(write(&journal_here, "a", "after").await, Err(NotKept::Unavailable));
        assert_eq!(journal_here.read("a").await.is_ok(), can_read);
        mend();
        assert_eq!(journal().await, pairs(&[("a", "before")]));
        assert_eq!(write(&journal_here, "a", "after").await, Ok(()), "it goes on with another connection");
    }
    frame().await;
    assert_eq!(rejections(), [""; 0]);
}

#[browser_test]
async fn a_connection_that_was_closed_without_a_word_is_opened_anew() {
    clear();
    let journal_here = ours();
    assert_eq!(write(&journal_here, "a", "before").await, Ok(()));
    close_journal_once();
    assert_eq!(write(&journal_here, "a", "after").await, Ok(()));
    assert_eq!(journal().await, pairs(&[("a", "after")]));
}

#[browser_test]
async fn where_there_is_none_that_is_said_and_it_is_tried_again_each_time() {
    watch_rejections();
    for way in WITHOUT_JOURNAL {
        clear();
        without_journal(way);
        let journal_here = ours();
        assert_eq!(journal_here.read("a").await, Err(NotKept::Unavailable), "{way}");
        assert_eq!(journal_here.read_all().await, Err(NotKept::Unavailable), "{way}");
        assert_eq!(write(&journal_here, "a", "text").await, Err(NotKept::Unavailable), "{way}");
        mend();
        assert_eq!(write(&journal_here, "a", "text").await, Ok(()), "{way}");
    }
    frame().await;
    assert_eq!(rejections(), [""; 0]);
}

#[browser_test]
async fn one_that_never_opens_counts_as_none_after_five_seconds() {
    clear();
    watch_rejections();
    let busy = Busy::opening().await;
    hasten(5_000);
    let journal_here = ours();
    assert_eq!(write(&journal_here, "a", "text").await, Err(NotKept::Unavailable));
    frame().await;
    assert_eq!(rejections(), [""; 0]);
    mend();
    busy.end().await;
    assert_eq!(write(&journal_here, "a", "text").await, Ok(()));
}

#[browser_test]
async fn a_page_lets_go_of_it_when_another_one_needs_it_and_opens_it_anew_later() {
    clear();
    let journal_here = ours();
    assert_eq!(write(&journal_here, "a", "before").await, Ok(()));
    assert!(delete_journal().await);
    assert_eq!(journal().await, []);
    assert_eq!(write(&journal_here, "a", "after").await, Ok(()));
    assert_eq!(journal().await, pairs(&[("a", "after")]));
}

#[browser_test]
async fn a_page_lets_go_also_of_connections_that_were_opened_at_once() {
    clear();
    let journal_here = ours();
    let read = |journal: Journal| {
        future_to_promise(async move {
            journal.read("a").await.expect("it can be read");
            Ok(JsValue::UNDEFINED)
        })
    };
    let reading: Array = (0..3).map(|_| read(journal_here.clone())).collect();
    JsFuture::from(Promise::all(&reading)).await.expect("all of them read");
    assert!(delete_journal().await);
}

#[browser_test]
async fn a_page_lets_go_also_of_a_connection_that_came_too_late() {
    clear();
    let busy = Busy::opening().await;
    hasten(5_000);
    let journal_here = ours();
    assert_eq!(journal_here.read("a").await, Err(NotKept::Unavailable));
    mend();
    busy.end().await;
    // It has been opened by now: requests are served in their order.
    assert_eq!(journal().await, []);
    assert!(delete_journal().await);
}
