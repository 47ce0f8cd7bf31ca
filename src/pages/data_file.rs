use super::faults::Faults;
use crate::browser::download::download;
use crate::browser::files::{self, NotRead};
use crate::browser::{clock, document, locale};
use crate::quiz::content::Fault;
use crate::quiz::share::file::{self, Addition, DataFile, FileFault};
use crate::quiz::words::Word;
use crate::state::data::Data;
use crate::state::material::use_material;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The id of what is said of a file that was picked.
const SAID: &str = "data-said";

/// The id of the field that a file is picked in.
const FILE: &str = "data-file";

/// What became of a file.
#[derive(Clone)]
enum Said {
    /// When it was saved, and what it would add. Nothing is changed yet.
    Adds(String, Box<Addition>),
    /// It was added, and all of it saved or not.
    Added { is_whole: bool },
    /// It was not read, and nothing is changed. Holds why.
    Refused(Word, Vec<Fault>),
    /// The browser saves no file.
    NotSaved,
}

/// Everything that is kept here as a file, and the way back.
#[component]
pub(super) fn DataFileSection() -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let data = StoredValue::new_local(Data::in_use());
    let said = RwSignal::new(None);
    // The person may have gone on to another screen, which takes all of this one with it.
    let say = move |what: Said| {
        if said.try_set(Some(what)).is_none() {
            document::focus_later(SAID.to_owned());
        }
    };
    let save = move |_| {
        let data = data.get_value();
        spawn_local(async move {
            let now = clock::now();
            let text = file::write(&data.gather().await, &now);
            let day = locale::day_in_digits(&now).unwrap_or_default();
            if download(&format!("career-quiz-{day}.json"), "application/json", &text).is_err() {
                say(Said::NotSaved);
            }
        });
    };
    let pick = move |event: leptos::ev::Event| {
        let Some(file) = event.target().and_then(|field| files::picked(&field)) else { return };
        let data = data.get_value();
        spawn_local(async move {
            let text = files::text(&file, file::MOST_BYTES).await;
            let read = text.map_err(refused_unread).and_then(|text| DataFile::read(&text).map_err(refused));
            say(match read {
                Ok(file) => {
                    let addition = data.addition(&file, material.quiz).await;
                    Said::Adds(file.saved_at, Box::new(addition))
                }
                Err(refused) => refused,
            });
        });
    };
    let add = move |addition: Addition| {
        let data = data.get_value();
        spawn_local(async move { say(Said::Added { is_whole: data.add(addition).await }) });
    };
    let take_back = move || {
        said.set(None);
        document::focus(FILE);
    };
    view! {
        <section class="data">
            <h2>{words.get(Word::DataTitle)}</h2>
            <p>{words.get(Word::DataText)}</p>
            <button type="button" class="button button--quiet" on:click=save>
                {words.get(Word::DataSave)}
            </button>
            <p class="data__file">
                <label for=FILE>{words.get(Word::DataChoose)}</label>
                <input type="file" id=FILE accept=".json,application/json" on:change=pick />
            </p>
            <div id=SAID tabindex="-1" class="data__said">
                {move || {
                    said.get()
                        .map(|said| match said {
                            Said::Adds(saved_at, addition) => {
                                view! { <Preview saved_at=saved_at addition=*addition on_yes=add on_no=take_back /> }.into_any()
                            }
                            Said::Added { is_whole } => {
                                let word = if is_whole { Word::DataAdded } else { Word::DataPartly };
                                view! { <p>{words.get(word)}</p> }.into_any()
                            }
                            Said::NotSaved => view! { <p>{words.get(Word::DataNotSaved)}</p> }.into_any(),
                            Said::Refused(word, faults) => {
                                view! {
                                    <p>{words.get(word)}</p>
                                    <Faults faults=faults words=words />
                                }
                                    .into_any()
                            }
                        })
                }}
            </div>
        </section>
    }
}

fn refused(fault: FileFault) -> Said {
    match fault {
        FileFault::TooLarge => Said::Refused(Word::DataTooLarge, Vec::new()),
        FileFault::Newer => Said::Refused(Word::DataNewer, Vec::new()),
        FileFault::Wrong(faults) => Said::Refused(Word::DataWrong, faults),
    }
}

fn refused_unread(fault: NotRead) -> Said {
    match fault {
        NotRead::TooLarge => refused(FileFault::TooLarge),
        NotRead::Unreadable => Said::Refused(Word::DataUnreadable, Vec::new()),
    }
}

/// What a file would add, and the choice.
#[component]
fn Preview(
    /// When the file was saved, as an ISO 8601 time.
    saved_at: String,
    addition: Addition,
    on_yes: impl Fn(Addition) + 'static,
    on_no: impl Fn() + 'static,
) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let day = material.moment(&saved_at);
    let counted = |word, count: usize| {
        let text = (count > 0).then(|| words.fill(word, &[("count", &material.count(count))]));
        text.map(|text| view! { <li>{text}</li> })
    };
    let said = |word, is_so: bool| is_so.then(|| view! { <li>{words.get(word)}</li> });
    let is_empty = addition.is_empty();
    let of_other_quizzes = addition.of_other_quizzes();
    let list = view! {
        <ul>
            {counted(Word::DataResults, addition.results.len())} {counted(Word::DataKnown, addition.known)}
            {said(Word::DataProgress, addition.progress.is_some())} {said(Word::DataLeftOut, addition.is_left_out)}
            {said(Word::DataSettings, addition.settings.is_some())}
            {counted(Word::DataOtherQuizzes, of_other_quizzes)}
            {counted(Word::DataOthers, addition.others.len() - of_other_quizzes)}
            {counted(Word::DataOthersLeftOut, addition.others_left_out)}
        </ul>
    };
    let addition = StoredValue::new(addition);
    view! {
        <p>{words.fill(if is_empty { Word::DataNothing } else { Word::DataAdds }, &[("date", &day)])}</p>
        {list}
        <div class="actions">
            {(!is_empty)
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| on_yes(addition.get_value())>
                            {words.get(Word::DataAdd)}
                        </button>
                    }
                })}
            <button type="button" class="button button--quiet" on:click=move |_| on_no()>
                {words.get(Word::Cancel)}
            </button>
        </div>
    }
}
