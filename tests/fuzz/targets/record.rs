//! Whatever stands in two stores and whatever is done then: nothing panics, what is written is read as it was, and nothing that was confirmed is lost.
//!
//! An input is two texts, with a zero byte behind each, which no JSON has. What comes then is done, a byte a step.
#![no_main]

use career_quiz::quiz::answers::Answer;
use career_quiz::quiz::content::Points;
use career_quiz::quiz::record::library::{Library, LibraryChange, SavedResult};
use career_quiz::quiz::record::progress::{Progress, ProgressChange};
use career_quiz::quiz::record::replica::{Replica, Store, Ticket};
use career_quiz::quiz::record::settings::{Settings, SettingsChange, Theme};
use career_quiz::quiz::record::stored::{Stored, erased, text_of};
use career_quiz::quiz::record::{LAST_REVISION, Record};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    let mut parts = input.splitn(3, |byte| *byte == 0);
    let texts = [parts.next(), parts.next()].map(|part| part.map(str::from_utf8).transpose());
    // A browser hands over text, never bytes: what is not UTF-8 does not come this far.
    let [Ok(one), Ok(other)] = texts else { return Corpus::Reject };
    let steps = parts.next().unwrap_or_default();
    if steps.len() > 64 {
        return Corpus::Reject;
    }
    take::<Progress>([one, other], steps);
    take::<Library>([one, other], steps);
    take::<Settings>([one, other], steps);
    Corpus::Keep
});

/// A record that can be tried out.
trait Tried: Record {
    fn blank() -> Self;
    fn change(number: u8, shown: &Self) -> Self::Change;
    /// Whether all numbers in it are as short as those that are typed: longer ones are rounded when they are read.
    fn is_short(&self) -> bool;
}

/// A tab and what it is writing.
struct Tab<T: Record> {
    replica: Replica<T>,
    writing: Option<Ticket<T>>,
}

fn take<T: Tried>(texts: [Option<&str>; 2], steps: &[u8]) {
    for text in texts.into_iter().flatten() {
        read::<T>(text);
    }
    let mut stores = texts.map(|text| text.map(str::to_owned));
    let mut tabs = [1, 2].map(|tab| Tab { replica: Replica::new(T::blank(), tab), writing: None });
    for step in steps {
        let at = usize::from(step >> 1 & 1);
        let (tab, store) = (&mut tabs[usize::from(step & 1)], &mut stores[at]);
        let before = tab.replica.shown().revision();
        match step >> 2 & 3 {
            0 => meet(&mut tab.replica, store.as_deref(), STORES[at]),
            1 => change(&mut tab.replica, step >> 4),
            2 => {
                meet(&mut tab.replica, store.as_deref(), STORES[at]);
                write(tab, store);
            }
            _ => confirm(tab),
        }
        assert!(tab.replica.shown().revision() >= before, "the revision falls");
    }
    start_anew::<T>(&stores);
}

/// The stores, in the order in which their texts are given.
const STORES: [Store; 2] = [Store::Local, Store::Journal];

/// Reads a text. What can be read of it comes back when it is written.
fn read<T: Tried>(text: &str) {
    match Stored::<T>::of(Some(text)) {
        Stored::Absent => panic!("a text is no text"),
        Stored::Record(record) => {
            assert!(record.revision() <= LAST_REVISION);
            let written = Stored::of(Some(&text_of(&record)));
            match record.is_blank() {
                true => assert_eq!(written, Stored::<T>::Erased(record.revision(), record.write())),
                false if record.is_short() => assert_eq!(written, Stored::Record(record)),
                false => assert!(matches!(written, Stored::Record(_))),
            }
        }
        Stored::Erased(revision, _) => assert!(revision <= LAST_REVISION),
        Stored::Newer(version, record) => {
            assert!(version > T::VERSION);
            assert!(record.is_none_or(|record| text_of(&record) != text), "a later version is written");
        }
        Stored::Broken(fault) => assert!(fault.0.contains(" at line "), "{fault} has no place"),
    }
    let Stored::Erased(revision, _) = Stored::<T>::of(Some(&erased(text, 1))) else { panic!("it is not deleted") };
    assert!(revision <= LAST_REVISION);
}

/// Meets a store. To meet it once more changes nothing.
fn meet<T: Tried>(replica: &mut Replica<T>, text: Option<&str>, store: Store) {
    let stored = Stored::of(text);
    let (before, pending) = (replica.shown().clone(), replica.pending());
    let first = replica.meet(&stored, store);
    let after = replica.shown().clone();
    assert_eq!(first.changed, before != after);
    let second = replica.meet(&stored, store);
    // At the last revision nothing is later than anything.
    if after.revision() < LAST_REVISION {
        assert_eq!(replica.shown(), &after, "met twice");
        assert!(!second.changed && second.other.is_none() && second.is_behind == first.is_behind, "{second:?}");
        assert!(first.is_behind || before == after || pending > 0 || stored_is(&stored, &after));
    }
    assert_eq!(replica.pending(), pending);
}

fn stored_is<T: Record>(stored: &Stored<T>, shown: &T) -> bool {
    match stored {
        Stored::Record(record) => record == shown,
        Stored::Erased(revision, _) => shown.is_blank() && shown.revision() == *revision,
        _ => false,
    }
}

/// Makes a change. To make it once more changes nothing.
fn change<T: Tried>(replica: &mut Replica<T>, number: u8) {
    let change = T::change(number, replica.shown());
    let before = replica.shown().clone();
    replica.change(change.clone());
    let shown = replica.shown();
    assert!(shown == &before || shown.revision() > before.revision() || before.revision() == LAST_REVISION);
    let mut again = shown.clone();
    again.apply(&change);
    assert_eq!(&again, shown, "{change:?} applied twice");
}

/// Puts what is shown into a store, unless what is there must not be written over.
fn write<T: Record>(tab: &mut Tab<T>, store: &mut Option<String>) {
    if !matches!(Stored::<T>::of(store.as_deref()), Stored::Newer(..) | Stored::Broken(_)) {
        let ticket = tab.replica.ticket();
        *store = Some(text_of(&ticket.record));
        tab.writing = Some(ticket);
    }
}

/// Confirms what was written. What is shown stays as it is.
fn confirm<T: Record>(tab: &mut Tab<T>) {
    let (shown, pending) = (tab.replica.shown().clone(), tab.replica.pending());
    if let Some(ticket) = tab.writing.take() {
        tab.replica.confirm(ticket.clone());
        assert!(tab.replica.pending() <= pending);
        if tab.replica.pending() < pending {
            // A store that holds it has nothing new to say.
            let mut copy = tab.replica.clone();
            let met = copy.meet(&Stored::of(Some(&text_of(&ticket.record))), Store::Local);
            assert!(!met.changed && met.other.is_none(), "{met:?}");
        }
        tab.replica.confirm(ticket);
    }
    assert_eq!(tab.replica.shown(), &shown);
}

/// Starts with what is in the stores, in either order. The later one wins, whichever is read first, as long as nothing is known of the writes they come from.
fn start_anew<T: Tried>(stores: &[Option<String>; 2]) {
    let stored = [0, 1].map(|at| Stored::<T>::of(stores[at].as_deref()));
    let names_its_write = |stored: &Stored<T>| match stored {
        Stored::Record(record) => record.write().is_some(),
        Stored::Erased(_, write) => write.is_some(),
        _ => false,
    };
    let is_named = stored.iter().any(names_its_write);
    let [one, other] = [[0, 1], [1, 0]].map(|order| {
        let mut replica = Replica::new(T::blank(), 1);
        order.iter().for_each(|at| drop(replica.meet(&stored[*at], STORES[*at])));
        replica
    });
    let revision = |stored: &Stored<T>| match stored {
        Stored::Record(record) => Some(record.revision()),
        Stored::Erased(revision, _) => Some(*revision),
        _ => None,
    };
    let revisions = [revision(&stored[0]), revision(&stored[1])];
    if is_named {
        return;
    }
    if revisions[0] != revisions[1] && revisions.iter().flatten().all(|revision| *revision > 0) {
        assert!(one.shown() == other.shown() || one.shown().is_blank() && other.shown().is_blank());
        let newest = revisions.iter().flatten().max().copied().unwrap_or_default();
        assert_eq!(one.shown().revision(), newest);
    } else if stored.iter().any(
        |stored| matches!(stored, Stored::Erased(revision, _) if *revision > 0 && revisions == [Some(*revision); 2]),
    ) {
        assert!(one.shown().is_blank() && other.shown().is_blank(), "what was deleted comes back");
    }
}

const NAMES: [&str; 4] = ["start", "20261122080000000", "__proto__", ""];

fn name(number: u8) -> String {
    NAMES[usize::from(number & 3)].to_owned()
}

fn is_short(number: f64) -> bool {
    number.fract() == 0.0 && number.abs() < 1e9 || number.to_string().len() < 16
}

impl Tried for Progress {
    fn blank() -> Self {
        Self {
            record_version: Self::VERSION,
            revision: 0,
            write: None,
            content_version: "7".to_owned(),
            at: Some("start".to_owned()),
            reached: 0,
            answers: [].into(),
        }
    }

    fn change(number: u8, shown: &Self) -> ProgressChange {
        let answer = match number >> 2 & 3 {
            0 => Some(Answer::One(name(number))),
            1 => Some(Answer::Number(f64::from(number) / 2.0)),
            2 => None,
            _ if number & 1 == 0 => return ProgressChange::Visit { at: None, reached: number },
            _ if number & 2 == 0 => return ProgressChange::StartOver(Self::blank()),
            _ => return ProgressChange::Restore(shown.clone()),
        };
        ProgressChange::Answer { question: name(number), answer, content_version: "8".to_owned() }
    }

    fn is_short(&self) -> bool {
        self.answers.iter().all(|(_, answer)| !matches!(answer, Answer::Number(number) if !is_short(*number)))
    }
}

impl Tried for Library {
    fn blank() -> Self {
        Self::default()
    }

    fn change(number: u8, shown: &Self) -> LibraryChange {
        match number >> 2 & 3 {
            0 => {
                let result = SavedResult {
                    id: name(number),
                    revision: 0,
                    name: String::new(),
                    saved_at: format!("2026-11-2{number}"),
                    content_version: "7".to_owned(),
                    fingerprint: None,
                    shared: number % 2 == 1,
                    best: None,
                    scores: Points::default(),
                    answers: [(NAMES[0], Answer::Number(f64::from(number)))].into(),
                };
                LibraryChange::Keep(SavedResult { id: shown.keeping(result.clone()).0, ..result })
            }
            1 => LibraryChange::Rename { id: name(number), name: " a ".to_owned() },
            2 => LibraryChange::Delete(shown.latest().map_or_else(|| name(number), |latest| latest.id.clone())),
            _ if number & 1 == 0 => LibraryChange::Clear,
            _ => LibraryChange::Restore(shown.results.iter().take(1).cloned().collect()),
        }
    }

    fn is_short(&self) -> bool {
        let mut numbers = self.results.iter().flat_map(|result| result.answers.iter());
        numbers.all(|(_, answer)| !matches!(answer, Answer::Number(number) if !is_short(*number)))
    }
}

impl Tried for Settings {
    fn blank() -> Self {
        Self::default()
    }

    fn change(number: u8, shown: &Self) -> SettingsChange {
        match number {
            0..4 => SettingsChange::Language(name(number)),
            4 => SettingsChange::Theme(None),
            5 => SettingsChange::Theme(Some(Theme::Dark)),
            6 => SettingsChange::Theme(Some(Theme::Light)),
            7..10 => SettingsChange::NumberKeys(number == 8),
            10..13 => SettingsChange::Clear,
            _ => SettingsChange::Restore(Self { language: Some("es".to_owned()), ..shown.clone() }),
        }
    }

    fn is_short(&self) -> bool {
        true
    }
}
