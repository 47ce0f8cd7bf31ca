//! Whatever stands in a link: nothing panics, and what is read is written as a link that says the same.
//!
//! An input is a code as it stands in an address; or, after a zero byte, a payload, which gets the right checksum: no fuzzer would ever find one.
#![no_main]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use career_quiz::quiz::answers::Answer;
use career_quiz::quiz::fingerprint::name_of;
use career_quiz::quiz::share::link::{decode, encode};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    match input.strip_prefix(&[0]) {
        Some(payload) => {
            let code = format!("1.{}", URL_SAFE_NO_PAD.encode(payload));
            read(&format!("{code}.{}", &name_of(&code)[..8]));
        }
        None => match str::from_utf8(input) {
            Ok(code) => read(code),
            Err(_) => return Corpus::Reject,
        },
    }
    Corpus::Keep
});

fn read(code: &str) {
    match decode(code) {
        Ok(shared) => {
            let again = encode(&shared.quiz, &shared.result);
            let Ok(read) = decode(&again) else { panic!("{again} cannot be read, made of {shared:?}") };
            // Longer numbers than are typed are rounded when they are read.
            let is_typed = |(_, answer): (&str, &Answer)| !matches!(answer, Answer::Number(number) if number.to_string().len() >= 16);
            if shared.result.answers.iter().all(is_typed) {
                assert_eq!(encode(&read.quiz, &read.result), again);
            }
            assert_eq!(read.result.answers.len(), shared.result.answers.len());
            assert!(shared.result.shared && shared.result.name.is_empty());
        }
        // It is put into words.
        Err(fault) => drop(fault.to_string()),
    }
}
