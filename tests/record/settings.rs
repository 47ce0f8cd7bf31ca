//! What a person has set.

use crate::support::records::read;
use career_quiz::quiz::record::Record as _;
use career_quiz::quiz::record::settings::{Settings, SettingsChange, Theme};
use career_quiz::quiz::record::stored::text_of;

const SETTINGS: &str = r#"{"record_version":3,"revision":4,"language":"es","theme":"dark","number_keys":true}"#;

fn applied(settings: &Settings, changes: &[SettingsChange]) -> Settings {
    let mut settings = settings.clone();
    changes.iter().for_each(|change| settings.apply(change));
    settings
}

#[test]
fn settings_are_written_as_they_were_read_byte_for_byte() {
    let settings: Settings = read(SETTINGS);
    assert_eq!((settings.language.as_deref(), settings.theme), (Some("es"), Some(Theme::Dark)));
    assert_eq!(text_of(&settings), SETTINGS);
}

#[test]
fn each_setting_changes_by_itself_and_counts() {
    let settings: Settings = read(SETTINGS);
    let english = applied(&settings, &[SettingsChange::Language("en".to_owned())]);
    assert_eq!(english, Settings { language: Some("en".to_owned()), revision: 5, ..settings.clone() });
    let plain = applied(&settings, &[SettingsChange::Theme(None)]);
    assert_eq!(plain, Settings { theme: None, revision: 5, ..settings.clone() });
    let mouse = applied(&settings, &[SettingsChange::NumberKeys(false)]);
    assert_eq!(mouse, Settings { number_keys: false, revision: 5, ..settings });
}

#[test]
fn settings_that_were_deleted_are_blank_at_a_later_revision() {
    let cleared = applied(&read(SETTINGS), &[SettingsChange::Clear]);
    assert_eq!(cleared, Settings { revision: 5, ..Settings::default() });
    assert!(cleared.is_blank());
}

#[test]
fn settings_that_are_brought_back_leave_what_was_set_since() {
    let before: Settings = read(SETTINGS);
    let changes =
        [SettingsChange::Clear, SettingsChange::Theme(Some(Theme::Light)), SettingsChange::Restore(before.clone())];
    assert_eq!(applied(&before, &changes), Settings { theme: Some(Theme::Light), revision: 7, ..before });
}

#[test]
fn of_two_copies_what_only_one_has_set_is_taken_over() {
    let mut one = Settings { theme: Some(Theme::Light), ..Settings::default() };
    assert!(one.join(&read(SETTINGS)));
    assert_eq!((one.language.as_deref(), one.theme, one.number_keys), (Some("es"), Some(Theme::Light), true));
}

#[test]
fn nothing_set_is_blank_and_anything_set_is_not() {
    let blank = Settings::default();
    assert!(blank.is_blank());
    for change in [
        SettingsChange::Language("en".to_owned()),
        SettingsChange::Theme(Some(Theme::Light)),
        SettingsChange::NumberKeys(true),
    ] {
        assert!(!applied(&blank, std::slice::from_ref(&change)).is_blank(), "{change:?}");
    }
}

#[test]
fn the_script_in_the_page_reads_every_version_of_the_settings() {
    let page = include_str!("../../index.html");
    for version in 1..=Settings::VERSION {
        let taken = format!("kept.record_version === {version}");
        assert!(page.contains(&taken), "index.html does not have {taken:?}");
    }
    let next = format!("kept.record_version === {}", Settings::VERSION + 1);
    assert!(!page.contains(&next), "index.html reads what this program does not");
}
