//! Every version of every record that was ever released is read, and nothing of it is lost.
//!
//! `tests/fixtures/records/v<version>` has texts byte for byte as a program wrote them. What a file holds is the word its name begins with.

use crate::support::{json, one, small};
use career_quiz::quiz::record::Record;
use career_quiz::quiz::record::library::{Library, LibraryChange};
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::replica::{Replica, Store};
use career_quiz::quiz::record::settings::{Settings, SettingsChange};
use career_quiz::quiz::record::stored::{Stored, text_of};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What a version has added to the records of the versions before it, and what that is in one of those.
type Added = fn(version: u64, record: &mut Value);

struct Fixture {
    /// The folder and the name of the file.
    name: String,
    version: u64,
    kind: String,
    text: String,
}

fn fixtures() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records");
    let list = |folder: &Path| -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("the name is UTF-8");
        let mut names: Vec<String> = entries.map(|entry| name(entry.expect("the entry can be read"))).collect();
        names.sort();
        names
    };
    let mut all = Vec::new();
    for folder in list(&root) {
        let version = folder.strip_prefix('v').and_then(|number| number.parse().ok()).expect("a folder is a version");
        for file in list(&root.join(&folder)) {
            let kind = file.split(['-', '.']).next().unwrap_or_default().to_owned();
            let text = fs::read_to_string(root.join(&folder).join(&file)).expect("the fixture can be read");
            all.push(Fixture { name: format!("{folder}/{file}"), version, kind, text });
        }
    }
    all
}

fn fixtures_of(kind: &str) -> Vec<Fixture> {
    fixtures().into_iter().filter(|fixture| fixture.kind == kind).collect()
}

#[test]
fn every_version_of_every_record_has_fixtures_and_there_are_none_of_any_other() {
    let mut expected = BTreeMap::new();
    for (kind, versions) in
        [("progress", Progress::VERSION), ("results", Library::VERSION), ("settings", Settings::VERSION)]
    {
        expected.insert(kind.to_owned(), (1..=u64::from(versions)).collect::<Vec<_>>());
    }
    let mut found: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for fixture in fixtures() {
        assert_eq!(json(&fixture.text)["record_version"], json!(fixture.version), "{}", fixture.name);
        found.entry(fixture.kind).or_default().push(fixture.version);
    }
    for versions in found.values_mut() {
        versions.sort_unstable();
        versions.dedup();
    }
    assert_eq!(found, expected, "the fixtures, and the versions there are");
}

/// Every fixture of a kind comes to the same record in the present version, with what was added since as it is where nothing is known.
fn assert_migrates<T: Record>(kind: &str, blank: &T, added: Added, change: &T::Change) {
    for Fixture { name, version, text, .. } in fixtures_of(kind) {
        let stored = Stored::<T>::of(Some(&text));
        let is_word = json(&text).get("erased").is_some();
        let record = match &stored {
            Stored::Record(record) if !is_word => record.clone(),
            Stored::Erased(revision, write) if is_word => blank.clone().at_revision(*revision).written(*write),
            other => panic!("{name} is read as {other:?}"),
        };
        if !is_word {
            let mut expected = json(&text);
            (version + 1..=u64::from(T::VERSION)).for_each(|version| added(version, &mut expected));
            expected["record_version"] = json!(T::VERSION);
            assert_eq!(serde_json::to_value(&record).expect("it is JSON"), expected, "{name}");
        }
        let written = text_of(&record);
        assert_eq!(json(&written)["record_version"], json!(T::VERSION), "{name}");
        assert_eq!(json(&written)["revision"], json!(record.revision()), "{name}");
        if version == u64::from(T::VERSION) && (is_word || !record.is_blank()) {
            assert_eq!(written, text, "{name}");
        }
        let again = Stored::of(Some(&written));
        let expected = if record.is_blank() {
            Stored::Erased(record.revision(), record.write())
        } else {
            Stored::Record(record.clone())
        };
        assert_eq!(again, expected, "{name}");
        assert_can_be_changed(&name, blank, &record, &stored, change);
    }
}

/// A page that is opened on a record shows it, and a change of it is a later one.
fn assert_can_be_changed<T: Record>(name: &str, blank: &T, record: &T, stored: &Stored<T>, change: &T::Change) {
    let mut replica = Replica::new(blank.clone(), 1);
    assert_eq!(replica.meet(stored, Store::Local).other, None, "{name}");
    // At revision 0, where changes were not counted, it is another record than a tab has that has seen none, so a later one.
    let later = u64::from(record.revision() == 0 && !record.is_blank());
    let shown = record.clone().at_revision(record.revision() + later);
    assert_eq!(replica.shown(), &shown, "{name}");
    replica.change(change.clone());
    assert_eq!(replica.shown().revision(), shown.revision() + 1, "{name}");
    let meets = Replica::new(blank.clone(), 2).meet(&Stored::of(Some(&text_of(replica.shown()))), Store::Local);
    assert!(meets.changed && !meets.is_behind, "{name}: {meets:?}");
}

#[test]
fn progress_of_every_version_is_read_and_goes_on() {
    let change = Progress::answering(&small(), "asked from now on", Some(one("given")));
    // Version 2 names writes, which nothing in a record of before can do.
    assert_migrates("progress", &Progress::new(&small()), |_, _| {}, &change);
}

#[test]
fn results_of_every_version_are_read_and_go_on() {
    let added = |version: u64, library: &mut Value| {
        // Version 3 marks the results of others; those of before are one's own. Version 4 names writes, and the last time that nothing was left.
        if version == 3 || version == 4 {
            return;
        }
        assert_eq!(version, 2, "what has version {version} added?");
        for result in library["results"].as_array_mut().expect("results are a list") {
            result["revision"] = json!(0);
            result["fingerprint"] = json!(null);
        }
    };
    assert_migrates("results", &Library::default(), added, &LibraryChange::Delete("another".to_owned()));
}

#[test]
fn settings_of_every_version_are_read_and_go_on() {
    let added = |version: u64, settings: &mut Value| {
        // Version 3 names writes.
        if version == 3 {
            return;
        }
        assert_eq!(version, 2, "what has version {version} added?");
        settings["revision"] = json!(0);
    };
    assert_migrates("settings", &Settings::default(), added, &SettingsChange::Language("ca".to_owned()));
}

/// Settings did not count their changes, so all that were ever made are at revision 0, as is a tab that has seen none.
#[test]
fn settings_from_before_changes_were_counted_are_taken_over_at_the_start() {
    let text = include_str!("../fixtures/records/v1/settings.json");
    let mut replica = Replica::new(Settings::default(), 1);
    let met = replica.meet(&Stored::of(Some(text)), Store::Local);
    assert!(met.changed && met.other.is_none());
    assert_eq!(replica.shown().language.as_deref(), Some("es"));
}
