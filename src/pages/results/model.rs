use crate::embed::Scoring;
use crate::quiz::content::ProfileId;
use crate::quiz::fingerprint::fingerprint;
use crate::quiz::words::Word;
use crate::state::foreign::{scoring, use_foreign};
use crate::state::material::{Material, use_material};
use leptos::prelude::*;

/// All there is to know of how scores come about, and which scoring it was.
#[component]
pub(super) fn Model() -> impl IntoView {
    let material = use_material();
    let Material { content, words, .. } = material;
    let name = |id: ProfileId| content.profile(id).name.as_str();
    let order = content.profiles.iter().map(|profile| &*profile.name).collect::<Vec<_>>().join(", ");
    let values = [
        ("entry", name(ProfileId::Entry)),
        ("mid", name(ProfileId::Mid)),
        ("senior", name(ProfileId::Senior)),
        ("freelance", name(ProfileId::Freelance)),
        ("margin", &material.number(content.margin)),
        ("order", &order),
    ];
    let print = fingerprint(content);
    // Said of the scoring that is shown, which may be that of an older content.
    let foreign = use_foreign().map(|foreign| match scoring(content) {
        Scoring::Default => words.get(Word::ForeignSameScoring).to_owned(),
        Scoring::Other => words.fill(Word::ForeignOtherScoring, &[("host", &foreign.host)]),
    });
    view! {
        <section class="model">
            <h2>{words.get(Word::ModelTitle)}</h2>
            <p>{words.fill(Word::ModelText, &values)}</p>
            {foreign.map(|text| view! { <p class="model__foreign">{text}</p> })}
            <p class="hint" data-fingerprint=print.clone()>
                {words.fill(Word::ModelFingerprint, &[("fingerprint", &print)])}
            </p>
        </section>
    }
}
