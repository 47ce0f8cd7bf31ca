//! Whatever stands in a file of saved data: nothing panics, what is read is written and read again as it was, and it is added once.
#![no_main]

use career_quiz::quiz::content::{Content, parse};
use career_quiz::quiz::record::Record as _;
use career_quiz::quiz::record::library::Library;
use career_quiz::quiz::record::progress::Progress;
use career_quiz::quiz::record::settings::Settings;
use career_quiz::quiz::record::stored::text_of;
use career_quiz::quiz::share::file::{Addition, DataFile, FileFault, Text, write};
use libfuzzer_sys::{Corpus, fuzz_target};
use std::sync::LazyLock;

static CONTENT: LazyLock<Content> =
    LazyLock::new(|| parse(include_str!("../../fixtures/small.json")).expect("the quiz is good"));

fuzz_target!(|input: &[u8]| -> Corpus {
    let Ok(text) = str::from_utf8(input) else { return Corpus::Reject };
    match DataFile::read(text) {
        Ok(file) => add(&file),
        Err(FileFault::Wrong(faults)) => {
            assert!(!faults.is_empty());
            faults.iter().for_each(|fault| drop(fault.to_string()));
        }
        Err(FileFault::TooLarge | FileFault::Newer) => {}
    }
    Corpus::Keep
});

fn adds(file: &DataFile, library: &Library) -> Addition {
    file.adds_to("small", &Progress::new(&CONTENT), library, &Settings::default())
}

fn add(file: &DataFile) {
    let addition = adds(file, &Library::default());
    let mut library = Library::default();
    if let Some(change) = library.taking(addition.results.clone()) {
        library.apply(&change);
    }
    assert_eq!(library.results.len(), addition.results.len(), "all of them are new");
    let again = adds(file, &library);
    assert!(again.results.is_empty(), "{:?} are added twice", again.results);

    let mut texts: Vec<Text> = addition.others.clone();
    texts.push(("small.results".to_owned(), text_of(&library)));
    texts.extend(addition.progress.as_ref().map(|progress| ("small.progress".to_owned(), text_of(progress))));
    texts.extend(addition.settings.as_ref().map(|settings| ("settings".to_owned(), text_of(settings))));
    let written = write(&texts, &file.saved_at);
    let Ok(read) = DataFile::read(&written) else { panic!("{written} cannot be read") };
    let back = adds(&read, &Library::default());
    assert_eq!((back.results.len(), back.others.len()), (addition.results.len(), addition.others.len()));
    assert_eq!(back.settings.is_some(), addition.settings.is_some());
}
