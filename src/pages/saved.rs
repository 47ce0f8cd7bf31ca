use super::data_file::DataFileSection;
use super::delete_everything::DeleteEverything;
use super::save_mark::SaveMark;
use crate::browser::document;
use crate::quiz::record::library::{LibraryChange, SavedResult};
use crate::quiz::words::Word;
use crate::state::library::{Library, use_library};
use crate::state::material::{Material, use_material};
use crate::state::screen::Screen;
use crate::state::undo::{Deleted, use_undo};
use crate::widgets::{Confirm, Item, list};
use leptos::prelude::*;

/// The list of saved results, newest first.
#[component]
pub fn Saved() -> impl IntoView {
    let words = use_material().words;
    let library = use_library();
    let list = move || {
        if library.all().is_empty() {
            return view! {
                <p>{words.get(Word::SavedNone)}</p>
                <div class="actions">
                    <a class="button" href=Screen::Intro.hash()>
                        {words.get(Word::SavedTake)}
                    </a>
                </div>
            }
            .into_any();
        }
        let entry = |result: SavedResult| {
            let key = format!("{} {:?}", result.id, result.name);
            Item::new(key, move || view! { <Entry result=result /> })
        };
        view! {
            <ul class="saved">
                {list(move || library.all().into_iter().map(entry).collect())}
            </ul>
        }
        .into_any()
    };
    let can_compare = Memo::new(move |_| library.all().len() > 1);
    let compare = move || {
        can_compare.get().then(|| {
            view! {
                <p>
                    <a href=Screen::CompareLatest.hash()>{words.get(Word::CompareTitle)}</a>
                </p>
            }
        })
    };
    // Rebuilt only when it becomes empty or stops being so: the list itself keeps its rows by key.
    let is_empty = Memo::new(move |_| library.all().is_empty());
    view! {
        <h1 tabindex="-1">{words.get(Word::SavedTitle)}</h1>
        <p class="lead">{words.get(Word::SavedText)}</p>
        {compare}
        {move || {
            is_empty.get();
            untrack(list)
        }}
        <SaveMark />
        <DataFileSection />
        <DeleteEverything />
    }
}

/// What a result is called: its name, or else its profile and day.
pub(super) fn title_of(material: Material, result: &SavedResult) -> String {
    if !result.name.is_empty() {
        return result.name.clone();
    }
    let profile = match result.best {
        Some(best) => material.content.profile(best).name.as_str(),
        None => material.words.get(Word::SavedNoProfile),
    };
    format!("{profile}, {}", material.day(&result.saved_at))
}

#[component]
fn Entry(result: SavedResult) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let library = use_library();
    let title = title_of(material, &result);
    let renaming = RwSignal::new(false);
    let best = result.best.map(|best| material.content.profile(best).name.as_str());
    let made = material.moment(&result.saved_at);
    let profile = best.unwrap_or(words.get(Word::SavedNoProfile));
    let summary = if result.name.is_empty() { made } else { [profile, &made].join(", ") };
    let id = result.id.clone();
    let undo = use_undo();
    let deleted = Deleted::Result(title.clone());
    let delete = Callback::new(move |()| {
        let result = library.get(&id);
        library.change(LibraryChange::Delete(id.clone()));
        let restore = move || library.change(LibraryChange::Restore(result.into_iter().collect()));
        undo.offer(deleted.clone(), restore);
        document::focus_heading();
    });
    let name = result.name.clone();
    let rename_id = StoredValue::new(result.id.clone());
    view! {
        <li class="saved__entry">
            <a class="saved__link" id=link_id(&result.id) href=Screen::Result(result.id.clone()).hash()>
                {title.clone()}
            </a>
            <p class="hint">
                {result.shared.then(|| view! { <span class="tag">{words.get(Word::SharedMark)}</span> " " })} {summary}
            </p>
            <div class="saved__actions">
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=words.fill(Word::SavedRenameOf, &[("name", &title)])
                    aria-expanded=move || renaming.get().to_string()
                    on:click=move |_| {
                        renaming.update(|renaming| *renaming = !*renaming);
                        document::focus_later(name_field(&rename_id.get_value()));
                    }
                >
                    {words.get(Word::SavedRename)}
                </button>
                <Confirm
                    label=words.get(Word::SavedDelete)
                    description=words.fill(Word::SavedDeleteOf, &[("name", &title)])
                    title=words.get(Word::SavedDeleteTitle)
                    text=words.fill(Word::SavedDeleteText, &[("name", &title)])
                    yes=words.get(Word::SavedDelete)
                    no=words.get(Word::Cancel)
                    on_yes=delete
                />
            </div>
            {move || {
                renaming
                    .get()
                    .then(|| {
                        let done = Callback::new(move |()| renaming.set(false));
                        view! { <Rename id=rename_id.get_value() name=name.clone() library=library on_done=done /> }
                    })
            }}
        </li>
    }
}

#[component]
fn Rename(id: String, name: String, library: Library, on_done: Callback<()>) -> impl IntoView {
    let words = use_material().words;
    let entered = RwSignal::new(name.clone());
    let field = name_field(&id);
    // Of the button and not of the form, which no sandboxed frame submits.
    let rename = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        on_done.run(());
        library.change(LibraryChange::Rename { id: id.clone(), name: entered.get_untracked() });
        // The form goes, and the focus would go with it. The row may be drawn anew, under its new name.
        document::focus_later(link_id(&id));
    };
    view! {
        <form class="rename">
            <label for=field.clone()>{words.get(Word::SavedName)}</label>
            <div class="rename__row">
                <input
                    class="text-input"
                    type="text"
                    maxlength="80"
                    autocomplete="off"
                    id=field
                    value=name
                    on:input=move |event| entered.set(event_target_value(&event))
                />
                <button type="submit" class="button" on:click=rename>
                    {words.get(Word::SavedSaveName)}
                </button>
            </div>
        </form>
    }
}

fn name_field(id: &str) -> String {
    format!("name-{id}")
}

fn link_id(id: &str) -> String {
    format!("result-{id}")
}
