//! What a content file may say, and what is said about one that is at fault.

mod support;

use career_quiz::quiz::answers::Answer;
use career_quiz::quiz::content::{Fault, MAX_BYTES, ProfileId, parse};
use serde_json::{Value, json};
use support::{DEFAULT, SMALL, many, number, one, set, small, take};

#[track_caller]
fn faults_of(text: &str) -> Vec<Fault> {
    match parse(text) {
        Ok(_) => panic!("the quiz was taken for a good one"),
        Err(faults) => faults,
    }
}

/// The text has this one fault.
#[track_caller]
fn assert_fault_in(text: &str, path: &str, message: &str) {
    let faults = faults_of(text);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].path, path, "{faults:#?}");
    assert!(faults[0].message.contains(message), "{faults:#?}");
}

/// The small quiz has this one fault after a value was put in.
#[track_caller]
fn assert_fault(pointer: &str, value: Value, path: &str, message: &str) {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, pointer, value);
    assert_fault_in(&serde_json::to_string_pretty(&quiz).expect("a value is JSON"), path, message);
}

/// The small quiz has this one fault without a field.
#[track_caller]
fn assert_fault_without(pointer: &str, path: &str, message: &str) {
    let mut quiz = support::json(SMALL);
    take(&mut quiz, pointer);
    assert_fault_in(&quiz.to_string(), path, message);
}

/// The small quiz is still a good one after a value was put in.
#[track_caller]
fn assert_good(pointer: &str, value: Value) {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, pointer, value);
    if let Err(faults) = parse(&quiz.to_string()) {
        panic!("{faults:#?}");
    }
}

/// The faults as they are shown, after several edits of the small quiz.
#[track_caller]
fn shown_faults(edit: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut quiz = support::json(SMALL);
    edit(&mut quiz);
    faults_of(&quiz.to_string()).iter().map(Fault::to_string).collect()
}

// What is good.

#[test]
fn a_small_quiz_is_read_with_everything_in_it() {
    let content = small();
    assert_eq!((content.id.as_str(), content.version.as_str(), content.minutes), ("small", "7", 1));
    let ids: Vec<&str> = content.questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["start", "skills", "years", "team", "clients", "wish"]);
    let profiles: Vec<ProfileId> = content.profiles.iter().map(|profile| profile.id).collect();
    assert_eq!(profiles, [ProfileId::Senior, ProfileId::Entry, ProfileId::Mid, ProfileId::Freelance]);
    assert_eq!(content.profile(ProfileId::Freelance).name, "Freelance");
    assert_eq!(content.question("team").map(|question| question.options[1].points.senior), Some(25));
    assert_eq!(content.position("team"), Some(3));
    assert_eq!(content.question("gone"), None);
    assert_eq!(content.program("part").and_then(|part| part.part_of.as_deref()), Some("whole"));
}

#[test]
fn the_default_content_is_good() {
    assert_eq!(parse(DEFAULT).map(|content| content.id.clone()), Ok("back-end-developer".to_owned()));
}

#[test]
fn a_number_question_has_defaults_for_its_range() {
    let mut quiz = support::json(SMALL);
    for field in ["min", "max", "step", "unit"] {
        take(&mut quiz, &format!("/questions/2/{field}"));
    }
    let content = support::parsed(&quiz.to_string());
    let years = content.question("years").expect("it is there");
    assert_eq!((years.least(), years.most(), years.grain()), (0.0, 100.0, 1.0));
}

#[test]
fn lists_that_may_be_left_out_may_be_empty() {
    let mut quiz = support::json(SMALL);
    for field in ["programs", "no_program", "remarks"] {
        take(&mut quiz, &format!("/{field}"));
    }
    let content = support::parsed(&quiz.to_string());
    assert!(content.programs.is_empty() && content.no_program.is_empty() && content.remarks.is_empty());
    assert_good("/programs", json!([]));
}

#[test]
fn a_text_turns_the_direction_of_nothing_but_itself() {
    for (text, mark) in [
        ("\u{202e}gnp.exe", "U+202E"),
        ("left \u{2067}right", "U+2067"),
        ("done\u{2069} and on", "U+2069"),
        ("\u{202a}a\u{2067}b\u{202c}c\u{2069}", "U+202C"),
    ] {
        let message = format!("{mark} turns the direction of writing and is not closed");
        assert_fault("/title", json!(text), "title", &message);
        assert_fault("/questions/0/options/0/text", json!(text), "questions[0].options[0].text", &message);
    }
    assert_good("/title", json!("Which \u{2067}\u{202e}kitchen\u{202c}\u{2069}\u{200f}?"));
}

#[test]
fn marks_that_pile_up_over_what_stands_above_are_a_fault() {
    let message = "more than 4 marks stand on one letter";
    assert_fault("/title", json!(format!("Z{}", "\u{30d}".repeat(5))), "title", message);
    assert_good("/title", json!(format!("Z{} Vie\u{302}\u{323}t", "\u{30d}".repeat(4))));
}

// Texts that are no quiz at all.

#[test]
fn an_empty_file_is_no_quiz() {
    assert_fault_in("", "", "EOF while parsing a value (line 1, column 0)");
    assert_fault_in(" \n\t\n", "", "EOF while parsing a value");
}

#[test]
fn what_cannot_be_read_is_told_for_each_list_with_its_place_in_the_file() {
    let lists = ["profiles", "programs", "no_program", "steps", "remarks", "contradictions", "personas"];
    let broken = "[\n  {\"number\": 1}]";
    let mut quiz: Value = serde_json::from_str(SMALL).expect("it is JSON");
    for list in lists {
        quiz[list] = json!(format!("broken {list}"));
    }
    let text = serde_json::to_string_pretty(&quiz).expect("it can be written");
    let text = lists.iter().fold(text, |text, list| text.replace(&format!("\"broken {list}\""), broken));
    let faults = parse(&text).expect_err("seven lists cannot be read");
    let paths: Vec<_> = faults.iter().map(|fault| fault.path.clone()).collect();
    assert_eq!(paths, lists.map(|list| format!("{list}[0].number")));
    for (list, fault) in lists.iter().zip(&faults) {
        let line = text.lines().position(|line| line.contains(&format!("\"{list}\": ["))).expect("it is there") + 2;
        assert!(fault.message.contains("unknown field `number`"), "{fault}");
        assert!(fault.message.ends_with(&format!("(line {line}, column 11)")), "{fault}");
    }
}

#[test]
fn a_text_that_is_not_json_is_no_quiz() {
    assert_fault_in("<!DOCTYPE html>\n<html></html>", "", "expected value (line 1, column 1)");
    assert_fault_in(&format!("{SMALL}, and more"), "", "trailing characters");
}

#[test]
fn a_truncated_file_says_where_it_breaks_off() {
    let until = |mark: &str| &SMALL[..SMALL.find(mark).expect("the mark is in the quiz")];
    assert_fault_in(until("\"Nothing yet\""), "questions[1].options[2].text", "EOF while parsing a value (line 6");
    assert_fault_in(until("hing yet\""), "questions[1].options[2].text", "EOF while parsing a string");
    assert_fault_in(&SMALL[..SMALL.trim_end().len() - 1], "remarks", "EOF while parsing an object");
}

#[test]
fn a_file_cut_off_anywhere_is_an_error_and_no_crash() {
    let whole = SMALL.trim_end();
    for end in 0..whole.len() {
        assert_eq!(faults_of(&whole[..end]).len(), 1, "cut off after {end} bytes");
    }
}

#[test]
fn another_kind_of_json_is_no_quiz() {
    for text in ["[]", "5", "null", "true", "\"quiz\"", "[1]"] {
        assert_eq!(faults_of(text).len(), 1, "{text}");
    }
    assert_fault_in("5", "", "invalid type: integer `5`");
    assert_fault_in("{}", "", "missing field `format_version`");
}

#[test]
fn a_file_of_another_version_is_told_by_its_version_alone() {
    let message = "this program reads version 1, and the file is of version 2";
    assert_fault("/format_version", json!(2), "format_version", message);
    assert_fault_in(r#"{"pages": [[]], "format_version": 2, "questions": 5}"#, "format_version", message);
    assert_fault("/format_version", json!(0), "format_version", "the file is of version 0");
}

#[test]
fn a_version_that_is_no_whole_number_has_a_path() {
    assert_fault("/format_version", json!("1"), "format_version", "invalid type: string \"1\"");
    assert_fault("/format_version", json!(1.5), "format_version", "invalid type: floating point `1.5`");
    assert_fault("/format_version", json!(-1), "format_version", "invalid value: integer `-1`");
    assert_fault("/format_version", json!(4_294_967_296_u64), "format_version", "invalid value");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let padding = |bytes: usize| format!("{SMALL}{}", " ".repeat(bytes - SMALL.len()));
    assert!(parse(&padding(MAX_BYTES)).is_ok());
    assert_fault_in(&padding(MAX_BYTES + 1), "", "the file is larger than the 4194304 bytes that are read at most");
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    let depth = 1_000_000;
    let (open, close) = ("[".repeat(depth), "]".repeat(depth));
    assert_eq!(faults_of(&open).len(), 1);
    assert_eq!(faults_of(&format!("{open}{close}")).len(), 1);
    assert_eq!(faults_of(&format!(r#"{{"format_version": 1, "title": {open}"#)).len(), 1);
    let nested = format!(r#"{{"format_version": 1, "title": {open}{close}}}"#);
    assert_fault_in(&nested, "title", "invalid type: sequence, expected a string");
    let nested = format!(r#"{{"format_version": 1, "questions": {open}{close}}}"#);
    assert!(faults_of(&nested)[0].path.starts_with("questions[0]"));
    assert_eq!(faults_of(&format!(r#"{{"format_version": 1, "x": {}"#, "{\"a\":".repeat(500_000))).len(), 1);
}

// Fields.

#[test]
fn a_missing_field_is_named_with_what_lacks_it() {
    assert_fault_without("/title", "", "missing field `title`");
    assert_fault_without("/steps", "", "missing field `steps`");
    assert_fault_without("/questions/3/text", "questions[3]", "missing field `text`");
    assert_fault_without("/questions/3/options/1/id", "questions[3].options[1]", "missing field `id`");
    assert_fault_without("/questions/2/bands/1/from", "questions[2].bands[1]", "missing field `from`");
    assert_fault_without("/questions/3/show_if/0/question", "questions[3].show_if[0]", "missing field `question`");
    assert_fault_without("/profiles/0/searches/0/titles", "profiles[0].searches[0]", "missing field `titles`");
    assert_fault_without("/programs/0/provider", "programs[0]", "missing field `provider`");
    assert_fault_without("/programs/0/prerequisites/0/met_if", "programs[0].prerequisites[0]", "missing field");
    assert_fault_without("/remarks/0/text", "remarks[0]", "missing field `text`");
}

#[test]
fn a_field_that_does_not_exist_is_taken_for_a_typing_error() {
    let unknown = |name: &str| format!("unknown field `{name}`");
    assert_fault("/autor", json!("Me"), "autor", &unknown("autor"));
    assert_fault("/questions/3/optoins", json!([]), "questions[3].optoins", "expected one of `id`, `kind`, `text`");
    assert_fault("/questions/0/options/2/point", json!({}), "questions[0].options[2].point", &unknown("point"));
    assert_fault("/questions/0/options/0/points/boss", json!(1), "questions[0].options[0].points.boss", "`boss`");
    assert_fault("/questions/2/bands/0/to", json!(1), "questions[2].bands[0].to", &unknown("to"));
    assert_fault("/questions/3/show_if/0/above", json!(1), "questions[3].show_if[0].above", &unknown("above"));
    assert_fault("/profiles/1/color", json!(""), "profiles[1].color", &unknown("color"));
    assert_fault("/profiles/1/searches/0/not", json!([]), "profiles[1].searches[0].not", &unknown("not"));
    assert_fault("/programs/0/price", json!(""), "programs[0].price", &unknown("price"));
    assert_fault("/programs/0/reasons/0/if", json!([]), "programs[0].reasons[0].if", &unknown("if"));
    assert_fault("/programs/0/prerequisites/0/x", json!(0), "programs[0].prerequisites[0].x", &unknown("x"));
    assert_fault("/steps/0/profile", json!(0), "steps[0].profile", &unknown("profile"));
}

#[test]
fn keys_that_mean_something_to_javascript_mean_nothing_here() {
    for key in ["__proto__", "constructor", "toString", "hasOwnProperty"] {
        assert_fault(&format!("/questions/3/{key}"), json!({}), &format!("questions[3].{key}"), "unknown field");
    }
    assert_fault("/questions/5/id", json!("__proto__"), "questions[5].id", "\"__proto__\" is not an id");
}

#[test]
fn a_field_that_stands_twice_is_a_fault() {
    let twice = SMALL.replacen("\"title\": \"Small quiz\"", "\"title\": \"Small quiz\", \"title\": \"Other\"", 1);
    assert_fault_in(&twice, "title", "duplicate field `title`");
}

#[test]
fn a_value_of_the_wrong_type_has_its_exact_path() {
    assert_fault("/questions/3/options/1/id", json!(5), "questions[3].options[1].id", "invalid type: integer `5`");
    assert_fault("/questions/3/options/1/id", json!(null), "questions[3].options[1].id", "invalid type: null");
    assert_fault("/questions/3/options/1/id", json!({}), "questions[3].options[1].id", "invalid type: map");
    assert_fault("/questions/3/options/1", json!("no"), "questions[3].options[1]", "invalid type: string \"no\"");
    assert_fault("/questions/3", json!(null), "questions[3]", "invalid type: null");
    assert_fault("/questions", json!({}), "questions", "invalid type: map, expected a sequence");
    assert_fault("/minutes", json!("3"), "minutes", "invalid type: string \"3\"");
    assert_fault("/minutes", json!(2.5), "minutes", "invalid type: floating point `2.5`");
    assert_fault("/questions/2/max", json!("60"), "questions[2].max", "invalid type: string \"60\"");
    assert_fault("/questions/1/options/2/exclusive", json!(1), "questions[1].options[2].exclusive", "a boolean");
    assert_fault("/questions/3/show_if/0/at_least", json!("2"), "questions[3].show_if[0].at_least", "expected f64");
    assert_fault("/profiles/0/searches/0/titles/1", json!(7), "profiles[0].searches[0].titles[1]", "integer `7`");
}

#[test]
fn the_path_is_right_in_a_file_of_one_line_with_other_alphabets() {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/title", json!("Кто вы? 你是谁 \"{[,\\"));
    set(&mut quiz, "/questions/3/options/1/id", json!(5));
    assert_fault_in(&quiz.to_string(), "questions[3].options[1].id", "invalid type: integer `5`");
}

#[test]
fn a_name_that_is_not_in_its_list_is_shown_with_the_list() {
    let kinds = "unknown variant `tripple`, expected one of `single`, `multi`, `number`";
    assert_fault("/questions/2/kind", json!("tripple"), "questions[2].kind", kinds);
    let profiles = "unknown variant `boss`, expected one of `entry`, `mid`, `senior`, `freelance`";
    assert_fault("/profiles/2/id", json!("boss"), "profiles[2].id", profiles);
    assert_fault("/steps/1/profiles/0", json!("boss"), "steps[1].profiles[0]", profiles);
}

#[test]
fn points_are_whole_and_from_0_up() {
    let (pointer, path) = ("/questions/0/options/1/points/mid", "questions[0].options[1].points.mid");
    assert_fault(pointer, json!(-1), path, "invalid value: integer `-1`");
    assert_fault(pointer, json!(1.5), path, "invalid type: floating point `1.5`");
    assert_fault(pointer, json!(256), path, "invalid value: integer `256`");
    assert_fault(pointer, json!("5"), path, "invalid type: string \"5\"");
    assert_fault("/questions/2/bands/1/points/mid", json!(-3), "questions[2].bands[1].points.mid", "integer `-3`");
}

// Ids.

#[test]
fn an_id_is_kebab_case() {
    let (pointer, path) = ("/questions/5/id", "questions[5].id");
    for bad in ["", "Wish", "a b", "a_b", "-a", "a-", "a--b", "ä", "a.b", "a/b", "<b>", "__proto__", "a\n", " a"] {
        assert_fault(pointer, json!(bad), path, &format!("{bad:?} is not an id"));
    }
    let longest = "a".repeat(64);
    assert_good("/id", json!(longest));
    assert_fault("/id", json!(longest + "a"), "id", "is not an id");
    assert_good("/id", json!("quiz-2-b"));
}

#[test]
fn every_kind_of_id_is_checked() {
    let message = "\"No\" is not an id";
    assert_fault("/id", json!("No"), "id", message);
    assert_fault("/questions/5/options/0/id", json!("No"), "questions[5].options[0].id", message);
    assert_fault("/profiles/0/searches/0/name", json!("No"), "profiles[0].searches[0].name", message);
    assert_fault("/programs/1/id", json!("No"), "programs[1].id", message);
    assert_fault("/no_program/0/id", json!("No"), "no_program[0].id", message);
    assert_fault("/steps/0/id", json!("No"), "steps[0].id", message);
    assert_fault("/remarks/0/id", json!("No"), "remarks[0].id", message);
}

#[test]
fn an_id_stands_once_among_its_like() {
    let twice = |id: &str| format!("\"{id}\" stands here a second time");
    assert_fault("/questions/5/options/1/id", json!("money"), "questions[5].options[1].id", &twice("money"));
    assert_fault("/profiles/2/searches/1/name", json!("focused"), "profiles[2].searches[1].name", &twice("focused"));
    assert_fault("/no_program/1/id", json!("leads"), "no_program[1].id", &twice("leads"));
    assert_fault("/steps/1/id", json!("read"), "steps[1].id", &twice("read"));
    let faults = shown_faults(|quiz| {
        for (list, at) in [("questions", 5), ("programs", 0)] {
            let copy = quiz[list][at].clone();
            quiz[list].as_array_mut().expect("a list").push(copy);
        }
    });
    assert_eq!(
        faults,
        [
            "questions[6].id: \"wish\" stands here a second time; ids are unique",
            "programs[2].id: \"whole\" stands here a second time; ids are unique",
        ]
    );
}

#[test]
fn the_same_id_may_name_things_of_different_kinds() {
    assert_good("/questions/5/options/0/id", json!("none"));
    assert_good("/remarks/0/id", json!("read"));
}

// References.

#[test]
fn a_condition_on_a_question_that_does_not_exist_is_a_fault() {
    let message = "there is no question \"gone\"";
    assert_fault("/questions/3/show_if/0/question", json!("gone"), "questions[3].show_if[0].question", message);
    assert_fault("/questions/4/show_if/1/question", json!("gone"), "questions[4].show_if[1].question", message);
    let met_if = "programs[0].prerequisites[1].met_if[0].question";
    assert_fault("/programs/0/prerequisites/1/met_if/0/question", json!("gone"), met_if, message);
    let reasons = "programs[0].reasons[1].show_if[0].question";
    assert_fault("/programs/0/reasons/1/show_if/0/question", json!("gone"), reasons, message);
    assert_fault("/no_program/0/show_if/0/question", json!("gone"), "no_program[0].show_if[0].question", message);
    assert_fault("/steps/2/show_if/0/question", json!("gone"), "steps[2].show_if[0].question", message);
    assert_fault("/remarks/0/show_if/0/question", json!("gone"), "remarks[0].show_if[0].question", message);
}

#[test]
fn a_condition_on_an_option_that_does_not_exist_is_a_fault() {
    let of = |question: &str| format!("the question \"{question}\" has no option \"gone\"");
    let (pointer, path) = ("/questions/2/show_if/0/any_of/1", "questions[2].show_if[0].any_of[1]");
    assert_fault(pointer, json!("gone"), path, &of("start"));
    let (pointer, path) = ("/questions/4/show_if/1/none_of/0", "questions[4].show_if[1].none_of[0]");
    assert_fault(pointer, json!("gone"), path, &of("team"));
    let met_if = "programs[0].prerequisites[0].met_if[0].any_of[0]";
    assert_fault("/programs/0/prerequisites/0/met_if/0/any_of/0", json!("gone"), met_if, &of("skills"));
    let reason = "programs[0].reasons[0].show_if[0].any_of[0]";
    assert_fault("/programs/0/reasons/0/show_if/0/any_of/0", json!("gone"), reason, &of("start"));
    // An option of another question is as good as none.
    let (pointer, path) = ("/steps/2/show_if/0/any_of/0", "steps[2].show_if[0].any_of[0]");
    assert_fault(pointer, json!("novice"), path, "the question \"skills\" has no option \"novice\"");
}

#[test]
fn a_question_looks_back_only() {
    let itself = json!({ "question": "team", "any_of": ["lead"] });
    let message = "\"team\" is not asked before this; conditions look back only";
    assert_fault("/questions/3/show_if/0", itself, "questions[3].show_if[0].question", message);
    let forward = json!({ "question": "wish", "any_of": ["time"] });
    let message = "\"wish\" is not asked before this";
    assert_fault("/questions/3/show_if/0", forward, "questions[3].show_if[0].question", message);
}

#[test]
fn a_condition_asks_what_its_question_can_tell() {
    let path = "questions[3].show_if[0]";
    let of_number = "\"years\" is a number: use \"at_least\" or \"below\", or both";
    let of_options = "\"skills\" has options: use \"any_of\" or \"none_of\", or both";
    for (condition, message) in [
        (json!({ "question": "years" }), of_number),
        (json!({ "question": "years", "any_of": ["2"] }), of_number),
        (json!({ "question": "years", "at_least": 2, "none_of": ["2"] }), of_number),
        (json!({ "question": "skills" }), of_options),
        (json!({ "question": "skills", "any_of": [] }), of_options),
        (json!({ "question": "skills", "below": 2 }), of_options),
        (json!({ "question": "skills", "any_of": ["sql"], "at_least": 2 }), of_options),
    ] {
        assert_fault("/questions/3/show_if/0", condition, path, message);
    }
}

#[test]
fn a_program_is_part_of_another_one_that_exists() {
    assert_fault("/programs/1/part_of", json!("gone"), "programs[1].part_of", "there is no program \"gone\"");
    assert_fault("/programs/1/part_of", json!("part"), "programs[1].part_of", "a program is not part of itself");
    let circle = shown_faults(|quiz| set(quiz, "/programs/0/part_of", json!("part")));
    assert_eq!(
        circle,
        [
            "programs[0].part_of: it goes in a circle: a program is not part of itself",
            "programs[1].part_of: it goes in a circle: a program is not part of itself",
        ]
    );
}

// What grows, contradicts and helps.

#[test]
fn options_grow_by_acting_and_one_number_with_time() {
    assert_good("/questions/1/grows", json!("by-acting"));
    assert_good("/questions/2/grows", json!("with-time"));
    assert_good("/questions/0/grows", json!("by-moving"));
    assert_fault("/questions/1/grows", json!("by-moving"), "questions[1].grows", "this is for \"single\" only");
    let message = "this is for \"number\" only; options grow \"by-acting\"";
    assert_fault("/questions/1/grows", json!("with-time"), "questions[1].grows", message);
    assert_fault("/questions/2/grows", json!("by-acting"), "questions[2].grows", "a \"number\" grows \"with-time\"");
    assert_fault("/questions/1/grows", json!("upwards"), "questions[1].grows", "unknown variant `upwards`");
    let twice = shown_faults(|quiz| {
        let mut second = quiz["questions"][2].clone();
        second["id"] = json!("more-years");
        second["show_if"] = json!([]);
        second["bands"] = json!([{ "from": 0 }]);
        second["grows"] = json!("with-time");
        quiz["questions"][2]["grows"] = json!("with-time");
        quiz["questions"].as_array_mut().expect("a list").push(second);
    });
    assert_eq!(twice, ["questions[6].grows: another question grows \"with-time\" already; there is one at most"]);
}

fn contradiction(show_if: Value) -> Value {
    json!([{ "id": "odd", "title": "Odd", "text": "Is that so?", "show_if": show_if }])
}

#[test]
fn a_contradiction_is_between_two_questions() {
    let start = json!({ "question": "start", "any_of": ["novice"] });
    let skills = json!({ "question": "skills", "any_of": ["sql"] });
    assert_good("/contradictions", contradiction(json!([start, skills])));
    let message = "one answer does not contradict itself";
    let path = "contradictions[0].show_if";
    assert_fault("/contradictions", contradiction(json!([start])), path, message);
    assert_fault("/contradictions", contradiction(json!([start, start])), path, message);
    assert_fault("/contradictions", contradiction(json!([])), path, message);
}

#[test]
fn programs_and_contradictions_follow_from_answers_not_from_profiles() {
    let message = "this is for steps and remarks only";
    assert_fault("/no_program/0/profiles", json!(["mid"]), "no_program[0].profiles", message);
    let mut odd = contradiction(json!([
        { "question": "start", "any_of": ["novice"] }, { "question": "skills", "any_of": ["sql"] },
    ]));
    odd[0]["profiles"] = json!(["entry"]);
    assert_fault("/contradictions", odd, "contradictions[0].profiles", message);
}

#[test]
fn steps_help_with_questions_that_exist_and_nothing_else_does() {
    assert_good("/steps/0/helps", json!(["skills", "team"]));
    assert_fault("/steps/0/helps", json!(["skills", "gone"]), "steps[0].helps[1]", "there is no question \"gone\"");
    assert_fault("/remarks/0/helps", json!(["skills"]), "remarks[0].helps", "this is for steps only");
}

#[test]
fn a_persona_is_a_person_with_an_id_and_programs_that_exist() {
    let persona = |field: &str, value: Value| {
        let mut persona = json!({ "id": "ann", "text": "Ann.", "answers": { "start": "coder" }, "best": "mid" });
        persona[field] = value;
        json!([persona])
    };
    assert_good("/personas", persona("near", json!(["senior"])));
    assert_fault("/personas", persona("id", json!("Ann")), "personas[0].id", "is not an id");
    assert_fault("/personas", persona("text", json!(" ")), "personas[0].text", "the text is empty");
    let message = "there is no program \"gone\"";
    assert_fault("/personas", persona("programs", json!(["part", "gone"])), "personas[0].programs[1]", message);
    assert_fault("/personas", persona("best", json!("head")), "personas[0].best", "unknown variant `head`");
    let message = "an option id, a list of option ids, or a number";
    assert_fault("/personas", persona("answers", json!({ "start": true })), "personas[0].answers.start", message);
}

#[test]
fn a_list_inside_another_is_bounded_too() {
    let options =
        |count: usize| -> Value { (0..count).map(|at| json!({ "id": format!("o{at}"), "text": "T" })).collect() };
    assert_good("/questions/5/options", options(200));
    assert_fault("/questions/5/options", options(201), "questions[5].options", "201 entries; at most 200 are read");
    let ids: Vec<&str> = std::iter::repeat_n("sql", 201).collect();
    let message = "201 entries; at most 200 are read";
    let path = "programs[0].prerequisites[0].met_if[0].any_of";
    assert_fault("/programs/0/prerequisites/0/met_if/0/any_of", json!(ids), path, message);
    let titles: Vec<String> = (0..201).map(|at| format!("Senior Developer {at}")).collect();
    let path = "profiles[0].searches[0].field_titles";
    assert_fault("/profiles/0/searches/0/field_titles", json!(titles), path, message);
    let conditions: Vec<Value> = (0..201).map(|_| json!({ "question": "start", "any_of": ["coder"] })).collect();
    assert_fault("/questions/4/show_if", json!(conditions), "questions[4].show_if", message);
}

#[test]
fn what_is_quoted_of_a_file_is_short_and_faults_have_an_end() {
    let long = "x".repeat(100_000);
    let faults = shown_faults(|quiz| set(quiz, "/questions/3/show_if/0/question", json!(long)));
    assert!(faults.len() == 1 && faults[0].chars().count() < 400 && faults[0].ends_with('…'), "{faults:?}");
    let faults = shown_faults(|quiz| {
        let step = |at: usize| json!({ "id": format!("s{at}"), "title": "", "text": "" });
        set(quiz, "/steps", (0..1_000).map(step).collect());
    });
    assert_eq!(faults.len(), 1_000);
}

#[test]
fn a_list_without_end_is_not_gone_through() {
    let step = |at: usize| json!({ "id": format!("s{at}"), "title": "T", "text": "T." });
    assert_good("/steps", (0..1_000).map(step).collect());
    assert_fault("/steps", (0..1_001).map(step).collect(), "steps", "1001 entries; at most 1000 are read");
}

#[test]
fn a_link_is_an_https_address() {
    for bad in [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://",
        "data:text/html,x",
        "http://school.example",
        "https://",
        "https://@",
        "https://?",
        "https://.",
        "https://school.example/\"><script>",
        "https://-school.example",
        "//school.example",
        "school.example",
        "https:school.example",
        "https://",
        "https:///x",
        "https://school.example/a b",
        " https://school.example",
        "https://school.example\n",
    ] {
        assert_fault("/programs/0/link", json!(bad), "programs[0].link", "is not an https address");
    }
    assert_good("/programs/0/link", json!("https://school.example/a?b=c#d"));
}

// Lists and texts.

#[test]
fn a_list_that_must_not_be_empty_is_a_fault_when_it_is() {
    let empty = "the list is empty";
    assert_fault("/questions/5/options", json!([]), "questions[5].options", empty);
    assert_fault("/profiles/1/searches", json!([]), "profiles[1].searches", empty);
    assert_fault("/profiles/2/searches/1/titles", json!([]), "profiles[2].searches[1].titles", empty);
    assert_fault("/questions/2/bands", json!([]), "questions[2].bands", empty);
    assert_fault("/programs/1/reasons", json!([]), "programs[1].reasons", empty);
    assert_fault("/programs/0/prerequisites/0/met_if", json!([]), "programs[0].prerequisites[0].met_if", empty);
    assert_fault("/steps", json!([]), "steps", empty);
}

#[test]
fn a_quiz_without_questions_is_a_fault() {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/questions", json!([]));
    for list in ["programs", "no_program", "remarks"] {
        take(&mut quiz, &format!("/{list}"));
    }
    set(&mut quiz, "/steps", json!([{ "id": "read", "title": "Read", "text": "Read adverts." }]));
    assert_fault_in(&quiz.to_string(), "questions", "the list is empty");
}

#[test]
fn a_question_has_two_options_or_more() {
    let mut quiz = support::json(SMALL);
    take(&mut quiz, "/questions/5/options/0");
    assert_fault_in(&quiz.to_string(), "questions[5].options", "there is one option only");
}

#[test]
fn a_title_of_one_word_finds_everything_and_is_a_fault() {
    let message = "\"Developer\" is one word; a title to search for has two or more";
    assert_fault("/profiles/0/searches/0/titles/1", json!("Developer"), "profiles[0].searches[0].titles[1]", message);
    let also =
        json!([{ "show_if": [{ "question": "skills", "any_of": ["sql"] }], "titles": ["SQL Developer", "Developer"] }]);
    assert_fault("/profiles/0/searches/0/also", also, "profiles[0].searches[0].also[0].titles[1]", message);
    let otherwise = json!(["Developer"]);
    assert_fault("/profiles/0/searches/0/otherwise", otherwise, "profiles[0].searches[0].otherwise[0]", message);
}

#[test]
fn a_title_that_stands_twice_in_a_list_is_a_fault() {
    let message = "\"Senior Developer\" stands in this list already";
    for (field, value, path) in [
        ("titles", json!(["Senior Developer", "Senior Developer"]), "titles[1]"),
        ("otherwise", json!(["Senior Developer"]), "otherwise[0]"),
        (
            "also",
            json!([{ "show_if": [{ "question": "skills", "any_of": ["sql"] }], "titles": ["Senior Developer"] }]),
            "also[0].titles[0]",
        ),
    ] {
        let pointer = format!("/profiles/0/searches/0/{field}");
        assert_fault(&pointer, value, &format!("profiles[0].searches[0].{path}"), message);
    }
}

#[test]
fn nobody_gets_more_than_20_titles_and_every_title_is_shown_to_somebody() {
    let titles = |count: usize| (0..count).map(|at| format!("Developer {at}")).collect::<Vec<_>>();
    let more = |count: usize| (0..count).map(|at| format!("Engineer {at}")).collect::<Vec<_>>();
    let known = json!([{ "question": "skills", "any_of": ["sql"] }]);
    let search = |common: usize, otherwise: usize, also: &[usize]| {
        let also: Vec<_> = also.iter().map(|count| json!({ "show_if": known, "titles": more(*count) })).collect();
        json!({ "name": "a", "heading": "A", "titles": titles(common), "otherwise": more(otherwise), "also": also })
    };
    let at = "/profiles/0/searches/0";
    let path = |rest: &str| format!("profiles[0].searches[0].{rest}");
    assert_good(at, search(20, 0, &[]));
    assert_good(at, search(17, 3, &[3, 2, 1]));
    assert_fault(at, search(21, 0, &[]), &path("titles"), "there are 21; the most is 20");
    assert_fault(at, search(17, 4, &[3]), &path("otherwise"), "with \"titles\" there are 21; the most is 20");
    assert_fault(at, search(17, 3, &[2, 4]), &path("also[1].titles"), "with \"titles\" there are 21; the most is 20");
    let message = "4 parts that add titles to 17 for answers to \"skills\" leave no turn for some of them; \
                   the most is 20 in all";
    assert_fault(at, search(17, 3, &[1, 1, 1, 1]), &path("also"), message);
}

#[test]
fn parts_for_answers_to_one_question_do_not_take_the_turns_of_those_for_another() {
    let titles: Vec<String> = (0..18).map(|at| format!("Developer {at}")).collect();
    let part = |question: &str, option: &str, title: &str| json!({ "show_if": [{ "question": question, "any_of": [option] }], "titles": [title] });
    let skills = [part("skills", "sql", "SQL Engineer"), part("skills", "git", "Git Engineer")];
    let team = [part("team", "lead", "Head Engineer"), part("team", "alone", "Only Engineer")];
    let search = |also: &[serde_json::Value]| json!({ "name": "a", "heading": "A", "titles": titles, "also": also });
    let at = "/profiles/0/searches/0";
    assert_good(at, search(&[&skills[..], &team[..]].concat()));
    let third = part("team", "lead", "Team Engineer");
    assert_fault(
        at,
        search(&[&skills[..], &team[..], &[third]].concat()),
        "profiles[0].searches[0].also",
        "3 parts that add titles to 18 for answers to \"team\" leave no turn",
    );
}

#[test]
fn what_is_added_to_a_search_has_a_condition_and_adds_something() {
    let at = "/profiles/0/searches/0/also";
    let path = |rest: &str| format!("profiles[0].searches[0].also[0]{rest}");
    let known = |question: &str, id: &str| json!([{ "question": question, "any_of": [id] }]);
    let titles = json!(["SQL Developer"]);
    assert_good(at, json!([{ "show_if": known("skills", "sql"), "filters": ["remote"] }]));
    let message = "the list is empty; what everybody gets stands in \"titles\"";
    assert_fault(at, json!([{ "show_if": [], "titles": titles }]), &path(".show_if"), message);
    assert_fault(at, json!([{ "titles": titles }]), &path(""), "missing field `show_if`");
    let message = "it adds neither titles nor filters";
    assert_fault(at, json!([{ "show_if": known("skills", "sql") }]), &path(""), message);
    let message = "there is no question \"skill\"";
    assert_fault(
        at,
        json!([{ "show_if": known("skill", "sql"), "titles": titles }]),
        &path(".show_if[0].question"),
        message,
    );
    let message = "the question \"skills\" has no option \"cobol\"";
    assert_fault(
        at,
        json!([{ "show_if": known("skills", "cobol"), "titles": titles }]),
        &path(".show_if[0].any_of[0]"),
        message,
    );
    for filter in ["internship", "entry", "mid", "senior", "contract", "on-site", "remote", "hybrid"] {
        assert_good("/profiles/0/searches/0/filters", json!([filter]));
    }
    let message = "unknown variant `elsewhere`";
    assert_fault("/profiles/0/searches/0/filters", json!(["elsewhere"]), "profiles[0].searches[0].filters[0]", message);
}

#[test]
fn what_the_field_calls_the_job_is_one_of_the_titles() {
    let at = "/profiles/0/searches/0/field_titles";
    assert_good(at, json!(["Senior Developer"]));
    let message = "\"Senior\" does not stand in \"titles\"";
    assert_fault(at, json!(["Senior"]), "profiles[0].searches[0].field_titles[0]", message);
}

#[test]
fn a_text_of_marks_that_take_no_room_is_empty() {
    for blank in ["\u{200b}", " \u{feff}\u{2060}", "\u{7}"] {
        assert_fault("/title", json!(blank), "title", "the text is empty");
    }
}

#[test]
fn an_empty_text_is_a_fault() {
    for path in [
        "version",
        "title",
        "promise",
        "author",
        "profiles[0].name",
        "profiles[0].summary",
        "profiles[0].searches[0].heading",
        "profiles[0].searches[0].titles[0]",
        "profiles[0].searches[0].exclude[1]",
        "profiles[0].searches[0].with[0]",
        "questions[3].text",
        "questions[3].options[1].text",
        "programs[0].name",
        "programs[0].provider",
        "programs[0].summary",
        "programs[0].prerequisites[0].text",
        "programs[0].prerequisites[0].first",
        "programs[0].reasons[1].text",
        "no_program[0].title",
        "no_program[0].text",
        "steps[0].title",
        "steps[0].text",
        "remarks[0].title",
        "remarks[0].text",
    ] {
        let pointer = format!("/{}", path.replace('[', "/").replace(']', "").replace('.', "/"));
        assert_fault(&pointer, json!(""), path, "the text is empty");
        assert_fault(&pointer, json!(" \n\u{a0}"), path, "the text is empty");
    }
}

#[test]
fn the_language_is_a_language_tag() {
    for bad in ["", " ", "../../etc", "en/../..", "en_GB", "-en", "en-", "1", "en\"><script>", "overlonglanguage"] {
        assert_fault("/language", json!(bad), "language", "is not a language tag");
    }
    for good in ["en", "pt-BR", "zh-Hant-TW", "es-419"] {
        assert_good("/language", json!(good));
    }
}

#[test]
fn the_day_of_the_last_check_is_a_day() {
    for bad in
        ["", "2026", "2026-2-8", "08.02.2026", "2026-13-01", "2026-00-10", "2026-02-32", "2026-02-00", "２026-1-1"]
    {
        assert_fault("/checked", json!(bad), "checked", "is not a day of the form YYYY-MM-DD");
    }
    for bad in ["2026-02-29", "2026-04-31", "1900-02-29"] {
        assert_fault("/checked", json!(bad), "checked", "is not a day of the form YYYY-MM-DD");
    }
    for good in ["2028-02-29", "2000-02-29", "2026-12-31"] {
        assert_good("/checked", json!(good));
    }
}

// Profiles.

#[test]
fn all_four_profiles_are_there_once() {
    let mut quiz = support::json(SMALL);
    take(&mut quiz, "/profiles/1");
    assert_fault_in(&quiz.to_string(), "profiles", "the profile \"entry\" is missing; all four are needed");
    let faults = shown_faults(|quiz| set(quiz, "/profiles/1/id", json!("mid")));
    assert_eq!(
        faults,
        [
            "profiles[2].id: \"mid\" stands here a second time",
            "profiles: the profile \"entry\" is missing; all four are needed",
        ]
    );
    let faults = shown_faults(|quiz| set(quiz, "/profiles", json!([])));
    assert_eq!(faults.len(), 4);
}

// Questions.

#[test]
fn the_first_question_is_a_single_that_is_always_asked() {
    let faults = shown_faults(|quiz| {
        let questions = quiz["questions"].as_array_mut().expect("a list");
        questions.swap(0, 1);
    });
    assert_eq!(faults, ["questions[0].kind: the first question is the opening page and must be a \"single\""]);
    let condition = json!([{ "question": "skills", "any_of": ["sql"] }]);
    let faults = shown_faults(|quiz| set(quiz, "/questions/0/show_if", condition));
    assert_eq!(faults[0], "questions[0].show_if: the first question must always be asked");
}

#[test]
fn what_belongs_to_one_kind_of_question_is_a_fault_in_another() {
    let number_only = "this is for \"number\" only";
    assert_fault("/questions/5/min", json!(0), "questions[5].min", number_only);
    assert_fault("/questions/5/max", json!(9), "questions[5].max", number_only);
    assert_fault("/questions/5/step", json!(1), "questions[5].step", number_only);
    assert_fault("/questions/1/unit", json!("years"), "questions[1].unit", number_only);
    assert_fault("/questions/1/bands", json!([{ "from": 0 }]), "questions[1].bands", number_only);
    let options = json!([{ "id": "a", "text": "A" }]);
    assert_fault("/questions/2/options", options, "questions[2].options", "a \"number\" has no options");
    let message = "this is for \"multi\" only";
    assert_fault("/questions/5/options/1/exclusive", json!(true), "questions[5].options[1].exclusive", message);
}

#[test]
fn a_number_has_a_range_from_0_up_and_a_distance_in_it() {
    let faults = shown_faults(|quiz| set(quiz, "/questions/2/min", json!(-1)));
    assert_eq!(faults[0], "questions[2].max: numbers from -1 to 40 are no range from 0 up");
    assert_fault("/questions/2/max", json!(1_000_001), "questions[2].max", "numbers from 0 to 1000001 are no range");
    let faults = shown_faults(|quiz| set(quiz, "/questions/2/max", json!(0)));
    assert_eq!(faults[0], "questions[2].max: numbers from 0 to 0 are no range from 0 up");
    for bad in [json!(0), json!(-0.5), json!(41), json!(1e-300), json!(0.0009)] {
        assert_fault("/questions/2/step", bad, "questions[2].step", "is no distance between numbers");
    }
}

#[test]
fn bands_begin_at_the_smallest_number_and_rise() {
    let (pointer, path) = ("/questions/2/bands/0/from", "questions[2].bands[0].from");
    assert_fault(pointer, json!(1), path, "the first band begins at 1, and the numbers at 0");
    assert_fault("/questions/2/min", json!(1), path, "the first band begins at 0, and the numbers at 1");
    let (pointer, path) = ("/questions/2/bands/2/from", "questions[2].bands[2].from");
    assert_fault(pointer, json!(1), path, "1 does not come after 2");
    assert_fault(pointer, json!(2), path, "2 does not come after 2");
    assert_fault(pointer, json!(40.5), path, "no number is above 40");
}

#[test]
fn no_profile_can_score_above_100() {
    // Who begins as a novice is not asked for years: the best answers are worth 40 + 20 for entry, not 20 more.
    let (pointer, most) = ("/questions/0/options/0/points/entry", 80);
    assert_good(pointer, json!(most));
    let message = "answers could add up to 101 points for \"entry\"; the most is 100";
    assert_fault(pointer, json!(most + 1), "questions", message);
    // In a multi everything that can be picked together counts: 10 + 10 for mid, of 75.
    let message = "answers could add up to 101 points for \"mid\"";
    assert_fault("/questions/1/options/0/points/mid", json!(36), "questions", message);
    // What stands alone counts alone.
    assert_good("/questions/1/options/2/points/mid", json!(45));
    assert_fault("/questions/1/options/2/points/mid", json!(46), "questions", "add up to 101 points for \"mid\"");
    assert_fault("/questions/2/bands/2/points/senior", json!(51), "questions", "add up to 101 points for \"senior\"");
}

#[test]
fn a_quiz_has_an_end() {
    let question = |id: usize| json!({ "id": format!("q-{id}"), "kind": "single", "text": "Q", "options": options(2) });
    fn options(count: usize) -> Value {
        (0..count).map(|id| json!({ "id": format!("o-{id}"), "text": "O" })).collect()
    }
    let faults = |questions: Vec<Value>| {
        let mut quiz = support::json(SMALL);
        let list = quiz["questions"].as_array_mut().expect("a list");
        list.extend(questions);
        parse(&quiz.to_string()).map(|_| ()).map_err(|faults| faults.iter().map(Fault::to_string).collect::<Vec<_>>())
    };
    assert_eq!(faults((0..994).map(question).collect()), Ok(()));
    let expected = "questions: 1001 questions with 2002 options; at most 1000 with 20000 are read";
    assert_eq!(faults((0..995).map(question).collect()), Err(vec![expected.to_owned()]));
    let mut wide = question(1);
    wide["options"] = options(20_001);
    let expected = "questions: 7 questions with 20013 options; at most 1000 with 20000 are read";
    assert_eq!(faults(vec![wide]), Err(vec![expected.to_owned()]));
}

#[test]
fn all_faults_are_listed_at_once_in_the_order_of_the_file() {
    let faults = shown_faults(|quiz| {
        set(quiz, "/title", json!(""));
        set(quiz, "/checked", json!("today"));
        set(quiz, "/profiles/3/searches", json!([]));
        set(quiz, "/questions/1/text", json!(" "));
        set(quiz, "/questions/2/bands/1/from", json!(7));
        set(quiz, "/questions/5/options/0/id", json!("A b"));
        set(quiz, "/programs/0/link", json!("javascript:alert(1)"));
        set(quiz, "/programs/1/part_of", json!("gone"));
        set(quiz, "/no_program/0/show_if/0/any_of/0", json!("gone"));
        set(quiz, "/steps/1/id", json!("read"));
        set(quiz, "/remarks/0/title", json!(""));
    });
    assert_eq!(
        faults,
        [
            "title: the text is empty",
            "checked: \"today\" is not a day of the form YYYY-MM-DD",
            "profiles[3].searches: the list is empty",
            "questions[1].text: the text is empty",
            "questions[2].bands[2].from: 6 does not come after 7",
            "questions[5].options[0].id: \"A b\" is not an id: lower-case letters, digits and single hyphens, 64 at most",
            "programs[0].link: \"javascript:alert(1)\" is not an https address",
            "programs[1].part_of: there is no program \"gone\"",
            "no_program[0].show_if[0].any_of[0]: the question \"team\" has no option \"gone\"",
            "steps[1].id: \"read\" stands here a second time; ids are unique",
            "remarks[0].title: the text is empty",
        ]
    );
}

// What a question makes of answers.

#[track_caller]
fn assert_toggled(picked: &[&str], id: &str, ticked: bool, expected: &[&str]) {
    let picked: Vec<String> = picked.iter().map(|&id| id.to_owned()).collect();
    assert_eq!(small().question("skills").expect("it is there").toggled(&picked, id, ticked), expected);
}

#[test]
fn options_are_ticked_and_unticked_in_the_order_of_the_content() {
    assert_toggled(&[], "git", true, &["git"]);
    assert_toggled(&["git"], "sql", true, &["sql", "git"]);
    assert_toggled(&["sql", "git"], "sql", false, &["git"]);
    assert_toggled(&["git"], "git", false, &[]);
    assert_toggled(&["git"], "git", true, &["git"]);
}

#[test]
fn an_exclusive_option_stands_alone() {
    assert_toggled(&["sql", "git"], "none", true, &["none"]);
    assert_toggled(&["none"], "git", true, &["git"]);
    assert_toggled(&["none"], "none", false, &[]);
    assert_toggled(&["none"], "git", false, &["none"]);
}

#[test]
fn an_option_that_does_not_exist_is_not_picked() {
    assert_toggled(&["git", "gone"], "gone", true, &["git"]);
}

#[test]
fn a_number_falls_into_the_last_band_that_begins_at_or_below_it() {
    let content = small();
    let years = content.question("years").expect("it is there");
    for (number, from) in [(0.0, 0.0), (1.5, 0.0), (2.0, 2.0), (5.5, 2.0), (6.0, 6.0), (40.0, 6.0), (1e9, 6.0)] {
        assert_eq!(years.band(number).map(|band| band.from), Some(from), "{number}");
    }
    assert_eq!(years.band(-0.5), None);
}

#[test]
fn an_answer_is_said_in_the_words_of_the_question() {
    let content = small();
    let text = |question: &str, answer: Answer| {
        content.question(question).expect("it is there").answer_text(&answer, |number| number.to_string())
    };
    assert_eq!(text("start", one("coder")), "In a job");
    assert_eq!(text("skills", many(&["sql", "git"])), "SQL; Git");
    assert_eq!(text("years", number(2.5)), "2.5 years");
    assert_eq!(text("years", number(7.0)), "7 years");
    assert_eq!(text("start", one("gone")), "");
}

#[track_caller]
fn assert_fits(question: &str, answer: Answer, expected: bool) {
    let content = small();
    let question = content.question(question).expect("it is there");
    assert_eq!(answer.fits(question), expected, "{answer:?}");
}

#[test]
fn an_answer_fits_a_question_of_its_kind_with_its_options() {
    assert_fits("start", one("coder"), true);
    assert_fits("start", one("gone"), false);
    assert_fits("start", one(""), false);
    assert_fits("start", many(&["coder"]), false);
    assert_fits("start", number(1.0), false);
    assert_fits("skills", many(&["sql", "git"]), true);
    assert_fits("skills", many(&["git", "sql"]), true);
    assert_fits("skills", many(&["sql", "gone"]), false);
    assert_fits("skills", many(&[]), false);
    assert_fits("skills", one("sql"), false);
    assert_fits("years", one("2"), false);
}

#[test]
fn an_exclusive_option_fits_alone_only() {
    assert_fits("skills", many(&["none"]), true);
    assert_fits("skills", many(&["sql", "none"]), false);
}

#[test]
fn a_number_fits_in_its_range_and_on_its_steps() {
    for (value, fits) in [
        (0.0, true),
        (-0.0, true),
        (0.5, true),
        (7.0, true),
        (39.5, true),
        (40.0, true),
        (40.5, false),
        (-0.5, false),
        (0.25, false),
        (2.3, false),
        (0.49, false),
        (f64::NAN, false),
        (f64::INFINITY, false),
        (f64::NEG_INFINITY, false),
        (f64::MAX, false),
    ] {
        assert_fits("years", number(value), fits);
    }
}

#[test]
fn steps_count_from_the_smallest_number() {
    let mut quiz = support::json(SMALL);
    set(&mut quiz, "/questions/2/min", json!(0.25));
    set(&mut quiz, "/questions/2/bands/0/from", json!(0.25));
    set(&mut quiz, "/questions/2/step", json!(0.1));
    let content = support::parsed(&quiz.to_string());
    let years = content.question("years").expect("it is there");
    assert!([0.25, 0.35, 0.95, 39.95].iter().all(|&fits| number(fits).fits(years)));
    assert!([0.15, 0.3, 0.4, 1.0, 40.0].iter().all(|&does_not| !number(does_not).fits(years)));
}
