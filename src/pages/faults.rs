use crate::quiz::content::Fault;
use crate::quiz::words::{Word, Words};
use leptos::prelude::*;

/// The most faults that are listed. A file of another kind can have thousands.
const MOST: usize = 20;

/// What is wrong with a file, each with its place. In English: it is for those who write such files, and of what somebody has changed in one by hand.
#[component]
pub(super) fn Faults(
    /// The faults. Nothing is shown where there are none.
    faults: Vec<Fault>,
    /// The interface's words.
    words: &'static Words,
) -> impl IntoView {
    let more = faults.len().saturating_sub(MOST);
    let listed = faults.into_iter().take(MOST).map(|fault| {
        let path = (!fault.path.is_empty()).then(|| view! { <code class="fault__path">{fault.path}</code> ": " });
        view! { <li class="fault">{path} <span>{fault.message}</span></li> }
    });
    let listed = listed.collect_view();
    (!listed.is_empty()).then(|| {
        view! {
            <ul class="faults" lang="en" dir="ltr">{listed}</ul>
            {(more > 0).then(|| view! { <p>{words.fill(Word::ProblemMore, &[("count", &more.to_string())])}</p> })}
        }
    })
}
