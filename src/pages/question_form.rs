use crate::browser::document;
use crate::quiz::answers::Answer;
use crate::quiz::content::{Kind, Question};
use crate::quiz::words::Word;
use crate::state::material::use_material;
use crate::state::session::{Session, use_session};
use crate::widgets::{Choice, ChoiceGroup, Entry, NumberField};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// A question with its answers, and the button that goes on. Every change is an answer at once.
#[component]
pub fn QuestionForm(
    /// The question.
    question: &'static Question,
    /// Called when the person goes on, unless what they entered cannot be an answer.
    on_next: Callback<()>,
) -> impl IntoView {
    let words = use_material().words;
    let session = use_session();
    let unreadable = RwSignal::new(false);
    let complaint = RwSignal::new(None::<String>);
    let error_text = move || {
        let (least, most, step) = (question.least(), question.most(), question.grain());
        let values = [("least", &*least.to_string()), ("most", &*most.to_string()), ("step", &*step.to_string())];
        words.fill(Word::NumberError, &values)
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if unreadable.get_untracked() {
            complaint.set(Some(error_text()));
            document::focus(&question.id);
        } else {
            on_next.run(());
        }
    };
    let on_entry = Callback::new(move |entry: Entry| {
        // A wrong number may still become a right one while it is typed; what is no number is refused at once.
        complaint.set((entry == Entry::Unreadable).then(error_text));
        let answer = match entry {
            Entry::Number(number) => Some(Answer::Number(number)).filter(|answer| answer.fits(question)),
            Entry::Empty | Entry::Unreadable => None,
        };
        unreadable.set(entry != Entry::Empty && answer.is_none());
        session.set_answer(&question.id, answer);
    });
    let hint_id = format!("{}-help", question.id);
    let title_id = format!("{}-title", question.id);
    let has_help = question.help.is_some() || question.kind == Kind::Multi;
    let described_by = has_help.then(|| hint_id.clone());
    let controls = match question.kind {
        Kind::Number => {
            let initial = match session.answer(&question.id) {
                Some(Answer::Number(number)) => Some(number),
                _ => None,
            };
            let (least, most) = (question.least().to_string(), question.most().to_string());
            view! {
                <NumberField
                    id=question.id.clone()
                    label=question.unit.clone().unwrap_or_default()
                    hint=words.fill(Word::NumberHint, &[("least", &least), ("most", &most)])
                    initial=initial
                    range=(question.least(), question.most(), question.grain())
                    error=complaint.into()
                    labelled_by=title_id.clone()
                    on_input=on_entry
                    on_comma=Callback::new(|text: String| document::type_text(&text))
                />
            }
            .into_any()
        }
        Kind::Single | Kind::Multi => view! { <Options question=question session=session /> }.into_any(),
    };
    view! {
        <form class="question" novalidate on:submit=submit>
            <fieldset class="question__group" aria-describedby=described_by>
                <legend class="question__legend">
                    <h1 class="question__title" id=title_id tabindex="-1">
                        {question.text.as_str()}
                    </h1>
                </legend>
                {has_help
                    .then(|| {
                        let many = (question.kind == Kind::Multi).then(|| words.get(Word::ManyHint));
                        view! {
                            <p class="hint" id=hint_id>
                                {question.help.as_deref()} {question.help.is_some().then_some(" ")} {many}
                            </p>
                        }
                    })}
                {controls}
            </fieldset>
            <div class="actions">
                <button type="submit" class="button">
                    {words.get(Word::Next)}
                </button>
                <p class="hint">{words.get(Word::SkipHint)}</p>
            </div>
        </form>
    }
}

#[component]
fn Options(question: &'static Question, session: Session) -> impl IntoView {
    let words = use_material().words;
    let picked = Signal::derive(move || {
        session.answer(&question.id).map(|answer| answer.options().to_vec()).unwrap_or_default()
    });
    let many = question.kind == Kind::Multi;
    let on_pick = Callback::new(move |(id, ticked): (String, bool)| {
        let answer = match question.kind {
            Kind::Multi => {
                let ids = question.toggled(&picked.get_untracked(), &id, ticked);
                Some(ids).filter(|ids| !ids.is_empty()).map(Answer::Many)
            }
            _ => Some(Answer::One(id)),
        };
        session.set_answer(&question.id, answer);
    });
    let choices = question
        .options
        .iter()
        .map(|option| Choice { id: option.id.clone(), label: option.text.clone(), hint: option.help.clone() })
        .collect();
    // A picked radio button cannot be unpicked by itself, and any question may be skipped.
    let clear = move || {
        (!many && picked.with(|picked| !picked.is_empty())).then(|| {
            view! {
                <button
                    type="button"
                    class="link-button"
                    on:click=move |_| {
                        session.set_answer(&question.id, None);
                        document::focus_heading();
                    }
                >
                    {words.get(Word::ClearAnswer)}
                </button>
            }
        })
    };
    view! {
        <ChoiceGroup name=question.id.clone() choices=choices many=many picked=picked on_pick=on_pick />
        {(!many).then(|| view! { <div class="question__clear">{clear}</div> })}
    }
}
