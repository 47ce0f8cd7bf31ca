use super::save_mark::SaveMark;
use crate::browser::{document, keys, locale};
use crate::embed::Event;
use crate::quiz::answers::Answer;
use crate::quiz::content::{AnswerOption, Kind, Question};
use crate::quiz::number;
use crate::quiz::words::Word;
use crate::state::host::{Host, use_host};
use crate::state::listen::listen;
use crate::state::material::use_material;
use crate::state::session::{Draft, Session, use_session};
use crate::state::settings::use_settings;
use crate::widgets::{Choice, ChoiceGroup, NumberField, apart, choice_id};
use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;

/// The keys that choose the first ten options, for those who have turned them on.
const NUMBER_KEYS: &str = "1234567890";

/// A question with its answers, and the button that goes on. Every change is an answer at once.
#[component]
pub fn QuestionForm(
    /// The question.
    question: &'static Question,
    /// Called when the person goes on, unless what they entered cannot be an answer.
    on_next: Callback<()>,
) -> impl IntoView {
    let material = use_material();
    let words = material.words;
    let (session, host) = (use_session(), use_host());
    // What was in the field when the language changed, and whether it had been complained of.
    let draft = session.draft(&question.id);
    let unreadable = RwSignal::new(draft.as_ref().is_some_and(|draft| draft.unreadable));
    let complained = draft.as_ref().is_some_and(|draft| draft.complained);
    let announced = RwSignal::new(None::<String>);
    let limits = move || [question.least(), question.most(), question.grain()].map(|number| material.number(number));
    let error_text = move || {
        let [least, most, step] = limits();
        words.fill(Word::NumberError, &[("least", &least), ("most", &most), ("step", &step)])
    };
    let complaint = RwSignal::new(complained.then(error_text));
    // Of the button and not of the form: in a sandboxed frame no form is submitted, and its button is pressed all the same, also by
    // the Enter key in a field.
    let go_on = move |event: MouseEvent| {
        event.prevent_default();
        if unreadable.get_untracked() {
            complaint.set(Some(error_text()));
            session.change_draft(|draft| draft.complained = true);
            // Who comes to the field hears what is wrong as its description, which has to stand there by then.
            announced.set(document::is_focused(&question.id).then(error_text));
            document::focus_later(question.id.clone());
        } else {
            on_next.run(());
        }
    };
    let hint_id = format!("{}-help", question.id);
    let title_id = format!("{}-title", question.id);
    let has_help = question.help.is_some() || question.kind == Kind::Multi;
    let described_by = has_help.then(|| hint_id.clone());
    let labelled_by = title_id.clone();
    let number_field = move || {
        let typed = RwSignal::new(String::new());
        let before = session.progress().answers.get(&question.id).cloned();
        let on_input = Callback::new(move |text: String| {
            let number = number::read(&text);
            let answer = number.map(Answer::Number).filter(|answer| answer.fits(question));
            // A wrong number may still become a right one while it is typed, and so may a mark alone; a word does not.
            let is_hopeless = number.is_none() && text.chars().any(char::is_alphanumeric);
            complaint.set(is_hopeless.then(error_text));
            announced.set(complaint.get_untracked());
            unreadable.set(!text.trim().is_empty() && answer.is_none());
            session.keep_draft(Draft {
                question: question.id.clone(),
                unreadable: unreadable.get_untracked(),
                complained: is_hopeless,
                text: text.clone(),
            });
            // What cannot be an answer takes the one away that it began as, such as the 7 of 70, and not the one that was there before.
            let answer = if unreadable.get_untracked() { before.clone() } else { answer };
            typed.set(text);
            set_answer(session, host, question, answer);
        });
        if let Some(draft) = draft.filter(|draft| draft.unreadable) {
            typed.set(draft.text);
        }
        // What is typed stays as it is typed, as long as it says what is kept. Otherwise it was answered elsewhere: before, in
        // another tab, or by bringing back what was deleted.
        let text = Signal::derive(move || {
            let typed = typed.get();
            let is_same = |kept: &Option<Answer>| number::read(&typed).map(Answer::Number) == *kept;
            match session.answer(&question.id) {
                kept if unreadable.get_untracked() || is_same(&kept) => typed,
                Some(Answer::Number(number)) => locale::number_in_field(number, words.language()),
                _ => String::new(),
            }
        });
        let [least, most, _] = limits();
        view! {
            <NumberField
                id=question.id.clone()
                label=question.unit.clone().unwrap_or_default()
                hint=words.fill(Word::NumberHint, &[("least", &least), ("most", &most)])
                text=text
                error=complaint.into()
                announced=announced.into()
                labelled_by=labelled_by
                on_input=on_input
            />
        }
    };
    let controls = match question.kind {
        Kind::Number => apart(number_field),
        Kind::Single | Kind::Multi => view! { <Options question=question session=session /> }.into_any(),
    };
    view! {
        <form class="question" novalidate>
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
                <button type="submit" class="button" on:click=go_on>
                    {words.get(Word::Next)}
                </button>
                <p class="hint">{words.get(Word::SkipHint)}</p>
            </div>
            <SaveMark />
        </form>
    }
}

/// Answers a question, or takes its answer back. A host page is told where a quiz begins by that.
fn set_answer(session: Session, host: Host, question: &Question, answer: Option<Answer>) {
    let begins = answer.is_some() && !session.has_answers();
    session.set_answer(&question.id, answer);
    if begins {
        host.tell(Event::Started {});
    }
}

#[component]
fn Options(question: &'static Question, session: Session) -> impl IntoView {
    let (words, host) = (use_material().words, use_host());
    // Looked up once for all options.
    let picked =
        Memo::new(move |_| session.answer(&question.id).map(|answer| answer.options().to_vec()).unwrap_or_default());
    let many = question.kind == Kind::Multi;
    let on_pick = Callback::new(move |(id, ticked): (String, bool)| {
        let answer = match question.kind {
            Kind::Multi => {
                let ids = question.toggled(&picked.get_untracked(), &id, ticked);
                Some(ids).filter(|ids| !ids.is_empty()).map(Answer::Many)
            }
            _ => Some(Answer::One(id)),
        };
        set_answer(session, host, question, answer);
    });
    let settings = use_settings();
    listen(ev::keydown, move |event| {
        if !settings.number_keys() || !document::has_free_keys() {
            return;
        }
        let Some(pressed) = keys::plain(&event) else { return };
        let mut options = question.options.iter().zip(NUMBER_KEYS.chars());
        if let Some((option, _)) = options.find(|(_, key)| pressed == key.to_string()) {
            document::press(&choice_id(&question.id, &option.id));
        }
    });
    let choice = |(place, option): (usize, &AnswerOption)| Choice {
        id: option.id.clone(),
        label: option.text.clone(),
        hint: option.help.clone(),
        key: NUMBER_KEYS.chars().nth(place),
    };
    let choices = question.options.iter().enumerate().map(choice).collect();
    // A picked radio button cannot be unpicked by itself, and any question may be skipped. The button stays from one answer to the next.
    let can_clear = Memo::new(move |_| !many && picked.with(|picked| !picked.is_empty()));
    let clear = move || {
        can_clear.get().then(|| {
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
    let has_keys = Signal::derive(move || settings.number_keys());
    view! {
        <ChoiceGroup name=question.id.clone() choices=choices many=many picked=picked.into() keys=has_keys on_pick=on_pick />
        {(!many).then(|| view! { <div class="question__clear">{clear}</div> })}
    }
}
