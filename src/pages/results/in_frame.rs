use super::out_link::OutLink;
use crate::browser::{address, host};
use crate::embed::Event;
use crate::quiz::record::library::SavedResult;
use crate::quiz::share::link;
use crate::quiz::words::Word;
use crate::state::host::use_host;
use crate::state::material::{Material, use_material};
use crate::state::notices::{Notice, use_notices};
use crate::state::screen::Screen;
use leptos::prelude::*;

/// What is to be known of a result inside the page of another site: that it stays there, how it gets out, and the button
/// that gives it to that site, where the site takes results.
#[component]
pub(super) fn InFrame(result: SavedResult) -> impl IntoView {
    if !host::is_there() {
        return None;
    }
    let material = use_material();
    let words = material.words;
    let whole = address::page() + &Screen::Shared(link::encode(&material.content.id, &result)).hash();
    // Where nothing is kept a notice says so, and nothing stays here. Without an origin nothing is kept, and no link opens.
    let notices = use_notices();
    let text = move || match host::has_origin() {
        false => Some(Word::FrameNoLinks),
        true => (!notices.get().contains(&Notice::Blocked)).then_some(Word::FrameStays),
    };
    let text = move || text().map(|word| view! { <p class="in-frame__text">{words.get(word)}</p> });
    Some(view! {
        <section class="in-frame">
            {text}
            <p>
                <OutLink address=whole text=words.get(Word::FrameWhole) id="whole-quiz" />
            </p>
            <Send result=result />
        </section>
    })
}

/// The button that gives a result to the host page. It says what goes where before anything does.
#[component]
fn Send(result: SavedResult) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let host = use_host();
    let sent_to = RwSignal::new(None::<String>);
    let result = StoredValue::new(result);
    let send = move |taker: String| {
        host.tell(event(material, &result.get_value(), host.campaign()));
        sent_to.set(Some(taker));
    };
    let offer = move || {
        // Without its scheme, as people know a site, unless that is not the usual one; a port belongs to it.
        let taker = host.taker()?;
        let name = taker.strip_prefix("https://").unwrap_or(&taker).to_owned();
        let value = [("host", name.as_str())];
        let taken = name.clone();
        Some(view! {
            <h2>{words.fill(Word::SendTitle, &value)}</h2>
            <p>{words.fill(Word::SendText, &value)}</p>
            <button type="button" class="button" on:click=move |_| send(taken.clone())>
                {words.fill(Word::SendButton, &value)}
            </button>
        })
    };
    view! {
        <div class="send">
            {offer}
            <p role="status" class="send__said">
                {move || sent_to.get().map(|host| words.fill(Word::SendDone, &[("host", &host)]))}
            </p>
        </div>
    }
}

fn event(material: Material, result: &SavedResult, campaign: Option<String>) -> Event {
    let content = material.content;
    Event::Result {
        quiz: content.id.clone(),
        content_version: result.content_version.clone(),
        fingerprint: result.fingerprint.clone(),
        language: content.language.clone(),
        profile: result.best,
        scores: result.scores,
        answers: result.answers.clone(),
        campaign,
    }
}
