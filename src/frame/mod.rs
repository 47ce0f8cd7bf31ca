//! The frame around the screens, and the switch from the address to a screen.

mod coming;
mod footer;
mod foreign_bar;
mod header;
mod later;
mod notice_list;
mod update_offer;

use crate::browser::{address, document};
use crate::embed::Event;
use crate::pages::{Intro, Problem, QuestionPage, Way};
use crate::quiz::content::Question;
use crate::quiz::record::library::SavedResult;
use crate::quiz::words::Word;
use crate::state::host::use_host;
use crate::state::languages::use_languages;
use crate::state::library::{Library, use_library};
use crate::state::listen::listen;
use crate::state::material::Material;
use crate::state::screen::Screen;
use crate::state::session::{Session, use_session};
use crate::widgets::{Item, anew, apart};
pub use coming::Coming;
use coming::{NotHad, OnItsWay, State, use_coming};
use footer::Footer;
use foreign_bar::ForeignBar;
use header::Header;
use later::{Later, LaterPage};
use leptos::ev;
use leptos::prelude::*;
use notice_list::NoticeList;
use update_offer::UpdateOffer;

/// What a screen needs, once its address has been held against what there is.
#[derive(Clone, PartialEq)]
enum Shown {
    Intro,
    Question(&'static Question, Way),
    Review(Later),
    Results(SavedResult, Later),
    Shared(SavedResult, Later),
    Saved(Later),
    Compare(Later),
    /// One of those above, before they are there.
    Coming,
    /// One of those above, which could not be had.
    NotHad,
    Problem(Problem, Later),
}

impl Shown {
    /// What makes it another screen than the one before.
    fn key(&self) -> String {
        let id = match self {
            Self::Question(question, way) => format!("{way:?} {}", question.id),
            Self::Results(result, _) => result.id.clone(),
            Self::Shared(result, _) => format!("{} {:?}", result.saved_at, result.answers),
            Self::Problem(problem, _) => format!("{problem:?}"),
            _ => String::new(),
        };
        format!("{} {id}", self.name())
    }

    /// The name of the screen in the page.
    fn name(&self) -> &'static str {
        match self {
            Self::Intro => "intro",
            Self::Question(..) => "question",
            Self::Review(_) => "review",
            Self::Results(..) => "results",
            Self::Shared(..) => "shared",
            Self::Saved(_) => "saved",
            Self::Compare(_) => "compare",
            Self::Coming => "coming",
            Self::NotHad => "problem",
            Self::Problem(..) => "problem",
        }
    }
}

/// The frame, in one language.
#[component]
pub fn Frame(
    /// The content and the words.
    material: Material,
) -> impl IntoView {
    provide_context(material);
    let Material { content, words, .. } = material;
    let (session, library, host, coming) = (use_session(), use_library(), use_host(), use_coming());
    let languages = use_languages();
    let screen = RwSignal::new(Screen::from_hash(&address::hash()));
    follow(session, &screen.get_untracked());
    listen(ev::hashchange, move |_| {
        let next = Screen::from_hash(&address::hash());
        session.forget_draft();
        coming.go_on();
        follow(session, &next);
        screen.set(next);
    });

    let shown = Memo::new(move |_| find(material, session, library, coming, screen.get()));
    // What is needed now, and while somebody answers what they will need then.
    Effect::new(move || {
        if shown.with(|shown| matches!(shown, Shown::Coming | Shown::Question(..))) {
            coming.ask(languages);
        }
    });
    // What is compared changes on the screen itself, where the focus is in a list to choose from.
    let references = Signal::derive(move || match screen.get() {
        Screen::Compare(first, second) => Some([first, second]),
        _ => None,
    });
    let question = move || match shown.get() {
        Shown::Intro => Some(content.questions[0].id.as_str()),
        Shown::Question(question, _) => Some(question.id.as_str()),
        _ => None,
    };
    Effect::watch(
        move || shown.get(),
        move |now, before, _: Option<()>| {
            document::set_title(&title(material, now));
            // Not at the start, nor where only the language has changed or another tab has renamed the result: nobody has asked for the
            // focus to move then.
            if before.is_some_and(|before| before.key() != now.key()) && coming.is_asked_for() {
                document::focus_heading();
                if *now == Shown::Coming {
                    return;
                }
                host.tell(Event::Screen {});
                if let Some(number) = number_of(material, session, now) {
                    host.tell(Event::Step { number });
                }
            }
        },
        true,
    );
    view! {
        <a class="skip" id="skip" href="#main" on:click=skip>{words.get(Word::SiteSkip)}</a>
        <ForeignBar />
        <Header />
        <main
            id=document::MAIN
            class="page"
            data-screen=move || shown.with(Shown::name)
            data-question=question
            on:blur=leave
        >
            <NoticeList />
            <UpdateOffer />
            // Each screen is built anew: a field taken over from the screen before would keep what was typed there.
            {anew(move || {
                let shown = shown.get();
                Item::new(shown.key(), move || page(shown, material, session, references))
            })}
        </main>
        // What is set there could be kept by nobody before the program has come.
        {(!cfg!(feature = "first-screen")).then(|| view! { <Footer /> })}
    }
}

/// The number of a question on the way through the quiz, as it is shown.
fn number_of(material: Material, session: Session, shown: &Shown) -> Option<usize> {
    let question = match shown {
        Shown::Intro => &material.content.questions[0],
        Shown::Question(question, Way::Through) => question,
        _ => return None,
    };
    Some(session.course().with_untracked(|course| course.estimate(material.content, &question.id)).number)
}

/// What the session has to do with a change of screen.
fn follow(session: Session, screen: &Screen) {
    match screen {
        Screen::Question(id) => session.visit(Some(id)),
        Screen::Review => session.visit(None),
        _ => {}
    }
}

fn find(material: Material, session: Session, library: Library, coming: Coming, screen: Screen) -> Shown {
    let content = material.content;
    let later = |show: &dyn Fn(Later) -> Shown| match coming.state() {
        State::Here(later) => show(later),
        State::Failed => Shown::NotHad,
        State::NotAsked | State::Asked | State::Late => Shown::Coming,
    };
    let problem = |problem: Problem| later(&|it| Shown::Problem(problem.clone(), it));
    let question = |id: &str, way| match content.question(id) {
        None => problem(Problem::Address),
        Some(question) if way == Way::Through && question.id == content.questions[0].id => Shown::Intro,
        Some(question) if session.course().with(|course| course.asks(content, id)) => Shown::Question(question, way),
        Some(_) => problem(Problem::NotAsked),
    };
    let result = |result: Option<SavedResult>| match result {
        None => problem(Problem::Result),
        Some(result) => later(&|it| Shown::Results(result.clone(), it)),
    };
    match screen {
        Screen::Intro => Shown::Intro,
        Screen::Question(id) => question(&id, Way::Through),
        Screen::Edit(id) => question(&id, Way::FromReview),
        Screen::Review => later(&Shown::Review),
        Screen::LatestResult => result(library.latest()),
        Screen::Result(id) => result(library.get(&id)),
        Screen::Shared(code) => later(&|it| match (it.open)(&code, content) {
            Ok(result) => Shown::Shared(result, it),
            Err(fault) => Shown::Problem(Problem::Link(fault), it),
        }),
        Screen::Saved => later(&Shown::Saved),
        Screen::CompareLatest | Screen::Compare(..) => later(&Shown::Compare),
        Screen::Unknown => problem(Problem::Address),
    }
}

fn page(shown: Shown, material: Material, session: Session, references: Signal<Option<[String; 2]>>) -> AnyView {
    match shown {
        Shown::Intro => view! { <Intro /> }.into_any(),
        Shown::Question(question, way) => apart(|| view! { <QuestionPage question=question way=way /> }),
        Shown::Review(later) => (later.page)(LaterPage::Review),
        Shown::Results(result, later) => (later.page)(LaterPage::Results(result, false)),
        Shown::Shared(result, later) => (later.page)(LaterPage::Results(result, true)),
        Shown::Saved(later) => (later.page)(LaterPage::Saved),
        Shown::Compare(later) => (later.page)(LaterPage::Compare(references)),
        Shown::Coming => apart(|| view! { <OnItsWay /> }),
        Shown::NotHad => apart(|| view! { <NotHad /> }),
        Shown::Problem(problem, later) => {
            let way_on = match problem {
                Problem::NotAsked => (session.resume(), Word::Continue),
                _ => (Screen::Intro, Word::ProblemHome),
            };
            (later.page)(LaterPage::Problem(problem, material.words, way_on))
        }
    }
}

fn title(material: Material, shown: &Shown) -> String {
    let Material { content, words, .. } = material;
    let screen = match shown {
        Shown::Intro => return content.title.clone(),
        Shown::Question(question, _) => &question.text,
        Shown::Review(_) => words.get(Word::ReviewTitle),
        Shown::Results(result, later) | Shown::Shared(result, later) => &(later.title)(material, result),
        Shown::Saved(_) => words.get(Word::SavedTitle),
        Shown::Compare(_) => words.get(Word::CompareTitle),
        Shown::Coming => words.get(Word::SiteLoading),
        Shown::NotHad => words.get(Word::ProblemScreen),
        Shown::Problem(problem, _) => words.get(problem.words().0),
    };
    format!("{screen} – {}", content.title)
}

/// The focus goes from the main region to something else; to nothing where the whole window loses it, and then it comes back.
fn leave(event: ev::FocusEvent) {
    if event.related_target().is_some() {
        document::close_main();
    }
}

/// The address names the screen, so the skip link must not change it.
fn skip(event: ev::MouseEvent) {
    event.prevent_default();
    document::focus(document::MAIN);
}
