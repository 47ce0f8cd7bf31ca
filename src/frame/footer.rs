use crate::quiz::record::settings::{SettingsChange, Theme};
use crate::quiz::words::Word;
use crate::state::host::use_host;
use crate::state::material::{Material, use_material};
use crate::state::offline::use_offline;
use crate::state::settings::use_settings;
use leptos::prelude::*;

/// What a person can set for themselves, and where the quiz comes from.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let author =
        words.fill(Word::SiteAuthor, &[("author", &content.author), ("date", &material.day(&content.checked))]);
    let host = use_host();
    let privacy = move || words.get(if host.is_told() { Word::FramePrivacy } else { Word::SitePrivacy });
    view! {
        <footer class="bottom">
            <SettingsForm />
            <p>{privacy}</p>
            <p>{author}</p>
            <OfflineStatus />
        </footer>
    }
}

/// Says once the quiz needs no connection any more.
#[component]
fn OfflineStatus() -> impl IntoView {
    let words = use_material().words;
    let offline = use_offline();
    let text = move || offline.is_ready().then(|| words.get(Word::OfflineReady));
    offline.is_possible().then(|| view! { <p role="status">{text}</p> })
}

#[component]
fn SettingsForm() -> impl IntoView {
    let words = use_material().words;
    let settings = use_settings();
    let host = use_host();
    // Where the page around a frame wants one, it is that which comes of choosing none.
    let of_none = move || if host.theme().is_some() { Word::ThemeHost } else { Word::ThemeSystem };
    let themes =
        [(None, Word::ThemeSystem), (Some(Theme::Light), Word::ThemeLight), (Some(Theme::Dark), Word::ThemeDark)];
    let themes = themes.map(|(theme, word)| {
        let name = theme.map_or("", Theme::as_str);
        view! {
            <option value=name prop:selected=move || settings.theme() == theme>
                {move || words.get(if theme.is_none() { of_none() } else { word })}
            </option>
        }
    });
    let choose_theme = move |event| {
        let theme = Theme::from_name(&event_target_value(&event));
        settings.change(SettingsChange::Theme(theme));
    };
    let set_number_keys = move |event| {
        settings.change(SettingsChange::NumberKeys(event_target_checked(&event)));
    };
    view! {
        <div class="settings" role="group" aria-label=words.get(Word::SettingsTitle)>
            <p class="settings__setting">
                <label for="theme">{words.get(Word::SettingsTheme)}</label>
                <select class="select" id="theme" on:change=choose_theme>
                    {themes}
                </select>
            </p>
            <div class="settings__setting">
                <input
                    type="checkbox"
                    id="number-keys"
                    aria-describedby="number-keys-hint"
                    prop:checked=move || settings.number_keys()
                    on:change=set_number_keys
                />
                <label for="number-keys">{words.get(Word::NumberKeys)}</label>
            </div>
            <p class="hint" id="number-keys-hint">{words.get(Word::NumberKeysHint)}</p>
        </div>
    }
}
