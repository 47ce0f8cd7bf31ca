//! A result as a link, and back.
// The reader of QR codes is not built for browsers.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use career_quiz::quiz::answers::{Answer, Answers};
use career_quiz::quiz::content::{Content, Kind};
use career_quiz::quiz::course::Course;
use career_quiz::quiz::fingerprint::name_of;
use career_quiz::quiz::record::library::SavedResult;
use career_quiz::quiz::score::score;
use career_quiz::quiz::share::link::{LinkFault, MOST_BYTES, decode, encode};
use career_quiz::quiz::share::qr;
use support::{default_content, many, number, one, small};

const TIME: &str = "2026-11-22T08:00:00.000Z";

fn result(content: &Content, answers: &Answers) -> SavedResult {
    SavedResult::new(content, &score(content, &Course::of(content, answers)), answers, TIME)
}

fn coder() -> SavedResult {
    let content = small();
    result(
        &content,
        &Answers::from([("start", one("coder")), ("skills", many(&["sql", "git"])), ("years", number(2.5))]),
    )
}

/// A code around any payload, whole and with the right checksum.
fn code_of(payload: &str) -> String {
    let code = format!("1.{}", URL_SAFE_NO_PAD.encode(payload));
    format!("{code}.{}", &name_of(&code)[..8])
}

/// A payload in which the answers stand.
fn payload_with(answers: &str) -> String {
    format!(r#"["small","7","00112233aabbccdd","{TIME}","mid",[0,70,25,0],{answers}]"#)
}

#[track_caller]
fn assert_impossible(payload: &str, part: &str) {
    match decode(&code_of(payload)) {
        Err(LinkFault::Impossible(fault)) if fault.contains(part) => {}
        other => panic!("{payload} is read as {other:?}, and not as a fault with {part:?}"),
    }
}

#[test]
fn every_persona_comes_back_as_it_was_but_for_the_name() {
    let content = default_content();
    for persona in &content.personas {
        let before = SavedResult { name: "Mine".to_owned(), revision: 7, ..result(&content, &persona.answers) };
        let shared = decode(&encode(&content.id, &before)).expect("it is whole");
        assert_eq!(shared.quiz, content.id);
        assert_eq!(
            shared.result,
            SavedResult { name: String::new(), revision: 0, shared: true, ..before },
            "{}",
            persona.id
        );
    }
}

#[test]
fn a_link_made_once_can_be_read_for_ever() {
    let code = include_str!("fixtures/links/v1.txt").trim_end();
    assert_eq!(encode("small", &coder()), code);
    assert_eq!(decode(code).map(|shared| shared.result), Ok(SavedResult { shared: true, ..coder() }));
}

#[test]
fn the_longest_link_of_the_default_quiz_has_two_thousand_characters_at_most() {
    let content = default_content();
    let longest = |ids: Vec<&str>| ids.into_iter().max_by_key(|id| id.len()).unwrap_or_default().to_owned();
    let answers: Answers = content
        .questions
        .iter()
        .map(|question| {
            let ids = question.options.iter().filter(|option| !option.exclusive).map(|option| &*option.id);
            let answer = match question.kind {
                Kind::Single => Answer::One(longest(ids.collect())),
                Kind::Multi => Answer::Many(ids.map(str::to_owned).collect()),
                // As long as a number of its grain can be.
                Kind::Number => Answer::Number(question.most() - question.grain()),
            };
            (question.id.clone(), answer)
        })
        .collect();
    let code = encode(&content.id, &result(&content, &answers));
    let address = "https://a-bootcamp-with-a-long-name.example/students/careers/back-end/quiz/index.html#/shared/";
    let length = address.len() + code.len();
    println!("the longest link has {length} characters, {} of them the address", address.len());
    assert!(length <= 2_000, "{length}");
    assert!(qr::draw(&format!("{address}{code}")).is_some());
}

#[test]
fn no_part_of_a_link_can_be_missing_or_another() {
    let code = encode("small", &coder());
    for end in 0..code.len() {
        assert_eq!(decode(&code[..end]), Err(LinkFault::Damaged), "cut off at {end}");
    }
    for at in 0..code.len() {
        for other in ["A", "b", "0", "1", "-", ".", "%", "é"] {
            let changed = [&code[..at], other, &code[at + 1..]].concat();
            if changed != code {
                let read = decode(&changed);
                // Another digit at the beginning is another version.
                assert!(matches!(read, Err(LinkFault::Damaged | LinkFault::Newer(_))), "{changed}: {read:?}");
            }
        }
    }
    for more in ["=", " ", ".", "x", "\n", "%20"] {
        assert_eq!(decode(&format!("{code}{more}")), Err(LinkFault::Damaged), "{more:?}");
    }
}

#[test]
fn what_is_no_code_is_damaged() {
    for text in [
        "",
        ".",
        "..",
        "1",
        "1.",
        "1..",
        "0.e30.00000000",
        "01.e30",
        "-1.e30.x",
        "javascript:alert(1)",
        "<script>",
        "1.!!!!.00000000",
    ] {
        assert_eq!(decode(text), Err(LinkFault::Damaged), "{text}");
    }
    // Wrong base64 under the right checksum: padding, the other alphabet, bits left over.
    for payload in ["e30=", "e3+/", "e31", "e", "e 30"] {
        let code = format!("1.{payload}");
        assert_eq!(decode(&format!("{code}.{}", &name_of(&code)[..8])), Err(LinkFault::Damaged), "{payload}");
    }
}

#[test]
fn a_code_of_a_later_version_is_known_as_such_and_not_read() {
    assert_eq!(decode("2.whatever.comes"), Err(LinkFault::Newer(2)));
    assert_eq!(decode("4294967295."), Err(LinkFault::Newer(u32::MAX)));
    assert_eq!(decode("4294967296."), Err(LinkFault::Damaged), "no version is as high");
}

#[test]
fn a_code_without_end_is_not_gone_through() {
    assert_eq!(decode(&"1".repeat(1_000_000)), Err(LinkFault::TooLong));
    assert_eq!(decode(&code_of(&payload_with(&"[".repeat(MOST_BYTES)))), Err(LinkFault::TooLong));
    assert_impossible(&payload_with(&"[".repeat(1_000)), "answers by question id");
}

#[test]
fn what_is_whole_and_cannot_be_is_refused_with_its_place() {
    assert_eq!(decode(&code_of(&payload_with("{}"))).map(|shared| shared.result.answers.len()), Ok(0));
    for (answers, part) in [
        (r#"{"__proto__":"x"}"#, "answers: \"__proto__\""),
        (r#"{"constructor ":"x"}"#, "answers: "),
        (r#"{"start":"<img src=x onerror=alert(1)>"}"#, "answers.start: \"<img"),
        (r#"{"start":["javascript:alert(1)"]}"#, "answers.start: \"javascript"),
        (r#"{"start":{"a":"b"}}"#, "an option id, a list of option ids, or a number"),
        (r#"{"start":null}"#, "an option id"),
        (r#"{"start":"a","start":"b"}"#, "answered twice"),
        (r#"{"years":1e999}"#, "out of range"),
        (r#"{"years":-1e16}"#, "answers.years: no answer is as large as -1e16"),
        (r#"{"":"a"}"#, "answers: \"\""),
        ("{} 1", "trailing characters"),
        ("[]", "answers by question id"),
    ] {
        assert_impossible(&payload_with(answers), part);
    }
    let whole = payload_with("{}");
    for (from, to, part) in [
        ("\"small\"", "\"../small\"", "quiz"),
        ("\"small\"", "\"\"", "quiz"),
        ("\"7\"", "\"\"", "content_version"),
        ("\"7\"", "\"7\\u0000\"", "content_version"),
        ("00112233aabbccdd", "00112233AABBCCDD", "fingerprint"),
        ("00112233aabbccdd", "<b>", "fingerprint"),
        (TIME, "yesterday", "saved_at"),
        (TIME, "2026-02-30T08:00:00.000Z", "saved_at"),
        (TIME, "2026-11-22T24:00:00.000Z", "saved_at"),
        (TIME, "2026-11-22T08:00:00.000+", "saved_at"),
        ("\"mid\"", "\"boss\"", "unknown variant"),
        ("[0,70,25,0]", "[0,170,25,0]", "scores.mid: 170 is above 100"),
        ("[0,70,25,0]", "[0,-1,25,0]", "invalid value"),
        ("[0,70,25,0]", "[0,70,25]", "array of length 4"),
        ("[0,70,25,0]", "[0,70,25,0,0]", "trailing"),
        ("[0,70,25,0],{}", "[0,70,25,0]", "invalid length"),
        ("{}]", "{},1]", "trailing"),
    ] {
        assert!(whole.contains(from), "{from}");
        assert_impossible(&whole.replacen(from, to, 1), part);
    }
    let many: Vec<String> = (0..1_001).map(|number| format!("\"{number}\":1")).collect();
    let many = format!("{{{}}}", many.join(","));
    assert_impossible(&payload_with(&many), "answers: more than 1000");
}

/// Links that the end-to-end tests open, whole and hostile. `E2E_UPDATE=1` writes them anew.
#[test]
fn the_links_of_the_end_to_end_tests_are_as_they_are_made() {
    let content = default_content();
    let persona = content.personas.iter().find(|persona| persona.id == "steady-mid-four-years").expect("it is there");
    let payload = |quiz: &str, answers: &str| format!(r#"["{quiz}","1",null,"{TIME}",null,[0,0,0,0],{answers}]"#);
    let mut made = result(&content, &persona.answers);
    made.saved_at = "2026-11-05T09:30:00.000Z".to_owned();
    // The records that the tests put in are of the first version, which knew no fingerprints.
    made.fingerprint = None;
    let links = [
        ("persona", encode(&content.id, &made)),
        ("hostile-proto", code_of(&payload("back-end-developer", r#"{"__proto__":"x"}"#))),
        (
            "hostile-markup",
            code_of(&payload("back-end-developer", r#"{"today":"<img src=x onerror=window.isHacked=true>"}"#)),
        ),
        ("another-quiz", code_of(&payload("another-quiz", "{}"))),
    ];
    for (name, code) in links {
        let path = format!("{}/tests/fixtures/links/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let link = format!("#/shared/{code}");
        if std::env::var_os("E2E_UPDATE").is_some() {
            std::fs::write(&path, &link).expect("it can be written");
        }
        assert_eq!(std::fs::read_to_string(&path).ok().as_ref(), Some(&link), "{name}");
    }
}

#[test]
fn a_reader_of_qr_codes_reads_the_address_that_was_drawn() {
    let content = default_content();
    for persona in content.personas.iter().take(4) {
        let address =
            format!("https://example.org/quiz/#/shared/{}", encode(&content.id, &result(&content, &persona.answers)));
        let drawing = qr::draw(&address).expect("it is short enough");
        let dark = modules(&drawing);
        let side = drawing.side as usize;
        // Four pixels a module, as on a screen.
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(
                4 * side,
                4 * side,
                |x, y| if dark[y / 4][x / 4] { 0 } else { 255 },
            );
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "{}", persona.id);
        assert_eq!(grids[0].decode().expect("it can be read").1, address);
    }
    assert_eq!(qr::draw(&"x".repeat(3_000)), None);
}

/// What the path of a drawing covers.
fn modules(drawing: &qr::Drawing) -> Vec<Vec<bool>> {
    let side = drawing.side as usize;
    let mut dark = vec![vec![false; side]; side];
    for run in drawing.path.split('M').skip(1) {
        let (at, run) = run.split_once('h').expect("a run is a rectangle");
        let (x, y) = at.split_once(' ').expect("it begins at a point");
        let (x, y): (usize, usize) = (x.parse().expect("a number"), y.parse().expect("a number"));
        let (length, rest) = run.split_once('v').expect("it has a height");
        let length: usize = length.parse().expect("a number");
        assert_eq!(rest, format!("1h-{length}z"));
        dark[y][x..x + length].fill(true);
    }
    dark
}
