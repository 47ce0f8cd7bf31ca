use crate::browser::document;
use crate::quiz::words::Word;
use crate::state::material::use_material;
use crate::state::notices::{Notice, use_notices};
use crate::state::session::use_session;
use crate::state::undo::{Deleted, use_undo};
use crate::widgets::{Item, apart, list};
use leptos::prelude::*;

/// What a person should know about saved data. Each notice is announced once, when it comes up.
#[component]
pub(super) fn NoticeList() -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let (notices, session) = (use_notices(), use_session());
    // What comes into the page together with its live region is not announced everywhere. So the region comes first.
    let is_there = RwSignal::new(false);
    document::once_drawn(move || {
        // The language may have changed meanwhile, and the list with it.
        let _ = is_there.try_set(true);
    });
    let is_shown = Memo::new(move |_| is_there.get() && !notices.get().is_empty());
    let text = move |notice| {
        words.get(match notice {
            Notice::Blocked => Word::NoticeBlocked,
            Notice::Full => Word::NoticeFull,
            Notice::Newer => Word::NoticeNewer,
            Notice::UnreadableProgress => Word::NoticeProgress,
            Notice::UnreadableResults => Word::NoticeResults,
            Notice::UnreadableSettings => Word::NoticeSettings,
            Notice::UnreadableCopy => Word::NoticeCopy,
            Notice::TwoCopies => Word::NoticeTwoCopies,
            Notice::NewerSettings => Word::NoticeNewerSettings,
            Notice::NotDeleted => Word::NoticeNotDeleted,
            Notice::NoLanguage => Word::NoticeLanguage,
        })
    };
    let item = move |notice| Item::new(format!("{notice:?}"), move || view! { <p class="notice">{text(notice)}</p> });
    let items = move || notices.get().into_iter().map(item).collect();
    let set_aside = move || match session.course().with(|course| course.set_aside()) {
        0 => None,
        count => Some(words.fill(Word::NoticeSetAside, &[("count", &material.count(count))])),
    };
    view! {
        // By itself a status is read out as a whole whenever a part of it changes.
        <div role="status" aria-atomic="false">
            {move || is_shown.get().then(|| apart(|| list(items)))}
            {move || is_there.get().then(set_aside).flatten().map(|text| apart(|| view! { <p class="notice">{text}</p> }))}
            <UndoOffer />
        </div>
    }
}

/// What was deleted last, and a button that brings it back.
#[component]
fn UndoOffer() -> impl IntoView {
    let words = use_material().words;
    let undo = use_undo();
    let text = move |deleted| match deleted {
        Deleted::Result(name) => words.fill(Word::NoticeDeleted, &[("name", &name)]),
        Deleted::Everything => words.get(Word::NoticeDeletedAll).to_owned(),
        Deleted::Part => words.get(Word::NoticeDeletedPart).to_owned(),
    };
    let take = move |_| {
        undo.take();
        // The button goes, and the focus would go with it.
        document::focus_heading();
    };
    let offer = move |deleted| {
        view! {
            <p
                class="notice notice--undo"
                on:mouseenter=move |_| undo.hold_by_pointer(true)
                on:mouseleave=move |_| undo.hold_by_pointer(false)
                on:focusin=move |_| undo.hold_by_focus(true)
                on:focusout=move |_| undo.hold_by_focus(false)
            >
                {text(deleted)}
                " "
                <button type="button" class="button button--quiet" on:click=take>
                    {words.get(Word::Undo)}
                </button>
            </p>
        }
    };
    move || undo.deleted().map(|deleted| apart(|| offer(deleted)))
}
