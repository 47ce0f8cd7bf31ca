use crate::browser::document;
use crate::quiz::words::Word;
use crate::state::data::Data;
use crate::state::material::use_material;
use crate::state::notices::{Notice, use_notices};
use crate::state::saving::use_saving;
use crate::state::undo::{Deleted, use_undo};
use crate::widgets::Confirm;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The button that deletes everything that is kept here, after asking, and offers to bring it back.
#[component]
pub(super) fn DeleteEverything() -> impl IntoView {
    let words = use_material().words;
    let (saving, undo, notices) = (use_saving(), use_undo(), use_notices());
    let data = StoredValue::new_local(Data::in_use());
    let delete = Callback::new(move |()| {
        let data = data.get_value();
        // Where nothing is kept, all of it is gone with the page's own copy.
        let was_blocked = saving.is_blocked();
        document::focus_heading();
        spawn_local(async move {
            let (everything, is_whole) = data.erase().await;
            // Said when it is so.
            saving.once_saved(move || {
                let is_whole = is_whole && !saving.is_refused() && (was_blocked || !saving.is_blocked());
                notices.show_if(!is_whole, Notice::NotDeleted);
                undo.offer(if is_whole { Deleted::Everything } else { Deleted::Part }, move || {
                    spawn_local(async move {
                        // What could not be brought back is not called saved.
                        data.restore(everything).await;
                    });
                });
            });
        });
    });
    view! {
        <div class="actions actions--end">
            <Confirm
                label=words.get(Word::SavedDeleteAll)
                title=words.get(Word::SavedDeleteAllTitle)
                text=words.get(Word::SavedDeleteAllText)
                yes=words.get(Word::SavedDeleteAll)
                no=words.get(Word::Cancel)
                on_yes=delete
            />
        </div>
    }
}
