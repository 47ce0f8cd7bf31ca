//! Numbers as people type them.

use career_quiz::quiz::number::read;

#[test]
fn a_number_is_read_with_a_point_or_a_comma() {
    for (text, number) in [
        ("0", 0.0),
        ("12", 12.0),
        (" 7 ", 7.0),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("2,", 2.0),
        (",5", 0.5),
        ("-1", -1.0),
        ("\u{2212}1,5", -1.5),
        ("007", 7.0),
        ("٢٫٥", 2.5),
        ("۱۲", 12.0),
    ] {
        assert_eq!(read(text), Some(number), "{text:?}");
    }
}

#[test]
fn there_is_one_nought() {
    for text in ["-0", "-0,0", "0"] {
        assert_eq!(read(text).map(f64::to_bits), Some(0.0_f64.to_bits()), "{text}");
    }
}

#[test]
fn what_could_be_read_in_two_ways_or_in_none_is_no_number() {
    for text in [
        "", " ", "-", ",", ".", "1.2.3", "1,234.5", "1.234,5", "1,2,3", "1e3", "1E3", "inf", "NaN", "+1", "--1", "1-",
        "0x10", "2 5", "2½", "three", "2 years", "1_000", "१२", "-,",
    ] {
        assert_eq!(read(text), None, "{text:?}");
    }
}

#[test]
fn a_text_without_end_is_no_number() {
    assert_eq!(read(&"9".repeat(20)), Some(1e20));
    assert_eq!(read(&"9".repeat(21)), None);
    assert_eq!(read(&"9".repeat(1_000_000)), None);
}
