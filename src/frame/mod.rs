//! The frame around the screens, and the switch from the address to a screen.

mod footer;
mod foreign_bar;
mod header;
mod notice_list;
mod update_offer;

use crate::browser::{address, document};
use crate::embed::Event;
use crate::pages::{Compare, Intro, Problem, ProblemPage, QuestionPage, Results, Review, Saved, Way, result_title};
use crate::quiz::content::Question;
use crate::quiz::record::library::SavedResult;
use crate::quiz::share::link;
use crate::quiz::words::Word;
use crate::state::host::use_host;
use crate::state::library::{Library, use_library};
use crate::state::listen::listen;
use crate::state::material::Material;
use crate::state::screen::Screen;
use crate::state::session::{Session, use_session};
use footer::Footer;
use foreign_bar::ForeignBar;
use header::Header;
use leptos::ev;
use leptos::prelude::*;
use notice_list::NoticeList;
use update_offer::UpdateOffer;

/// What a screen needs, once its address has been held against what there is.
#[derive(Clone, PartialEq)]
enum Shown {
    Intro,
    Question(&'static Question, Way),
    Review,
    Results(SavedResult),
    Shared(SavedResult),
    Saved,
    Compare,
    Problem(Problem),
}

impl Shown {
    /// What makes it another screen than the one before.
    fn key(&self) -> (&'static str, String) {
        let id = match self {
            Self::Question(question, way) => format!("{way:?} {}", question.id),
            Self::Results(result) => result.id.clone(),
            Self::Shared(result) => format!("{} {:?}", result.saved_at, result.answers),
            Self::Problem(problem) => format!("{problem:?}"),
            _ => String::new(),
        };
        (self.name(), id)
    }

    /// The name of the screen in the page.
    fn name(&self) -> &'static str {
        match self {
            Self::Intro => "intro",
            Self::Question(..) => "question",
            Self::Review => "review",
            Self::Results(_) => "results",
            Self::Shared(_) => "shared",
            Self::Saved => "saved",
            Self::Compare => "compare",
            Self::Problem(_) => "problem",
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
    let (session, library, host) = (use_session(), use_library(), use_host());
    let screen = RwSignal::new(Screen::from_hash(&address::hash()));
    follow(session, &screen.get_untracked());
    listen(ev::hashchange, move |_| {
        let next = Screen::from_hash(&address::hash());
        session.forget_draft();
        follow(session, &next);
        screen.set(next);
    });

    let shown = Memo::new(move |_| find(material, session, library, screen.get()));
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
            if before.is_some_and(|before| before.key() != now.key()) {
                document::focus_heading();
                host.tell(Event::Screen {});
                if let Some(number) = number_of(material, session, now) {
                    host.tell(Event::Step { number });
                }
            }
        },
        true,
    );
    view! {
        <a class="skip" href="#main" on:click=skip>{words.get(Word::SiteSkip)}</a>
        <ForeignBar />
        <Header />
        <main id="main" class="page" tabindex="-1" data-screen=move || shown.with(Shown::name) data-question=question>
            <NoticeList />
            <UpdateOffer />
            // Each screen is built anew: a field taken over from the screen before would keep what was typed there.
            <For
                each=move || std::iter::once(shown.get())
                key=Shown::key
                children=move |shown| page(shown, material, session, references)
            />
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

fn find(material: Material, session: Session, library: Library, screen: Screen) -> Shown {
    let content = material.content;
    let question = |id: &str, way| match content.question(id) {
        None => Shown::Problem(Problem::Address),
        Some(question) if way == Way::Through && question.id == content.questions[0].id => Shown::Intro,
        Some(question) if session.course().with(|course| course.asks(content, id)) => Shown::Question(question, way),
        Some(_) => Shown::Problem(Problem::NotAsked),
    };
    match screen {
        Screen::Intro => Shown::Intro,
        Screen::Question(id) => question(&id, Way::Through),
        Screen::Edit(id) => question(&id, Way::FromReview),
        Screen::Review => Shown::Review,
        Screen::LatestResult => library.latest().map_or(Shown::Problem(Problem::Result), Shown::Results),
        Screen::Result(id) => library.get(&id).map_or(Shown::Problem(Problem::Result), Shown::Results),
        Screen::Shared(code) => {
            link::open(&code, content).map_or_else(|fault| Shown::Problem(Problem::Link(fault)), Shown::Shared)
        }
        Screen::Saved => Shown::Saved,
        Screen::CompareLatest | Screen::Compare(..) => Shown::Compare,
        Screen::Unknown => Shown::Problem(Problem::Address),
    }
}

fn page(shown: Shown, material: Material, session: Session, references: Signal<Option<[String; 2]>>) -> AnyView {
    match shown {
        Shown::Intro => view! { <Intro /> }.into_any(),
        Shown::Question(question, way) => view! { <QuestionPage question=question way=way /> }.into_any(),
        Shown::Review => view! { <Review /> }.into_any(),
        Shown::Results(result) => view! { <Results result=result /> }.into_any(),
        Shown::Shared(result) => view! { <Results result=result by_link=true /> }.into_any(),
        Shown::Saved => view! { <Saved /> }.into_any(),
        Shown::Compare => view! { <Compare references=references /> }.into_any(),
        Shown::Problem(Problem::NotAsked) => {
            let way_on = (session.resume(), Word::Continue);
            view! { <ProblemPage problem=Problem::NotAsked words=material.words way_on=way_on /> }.into_any()
        }
        Shown::Problem(problem) => view! { <ProblemPage problem=problem words=material.words /> }.into_any(),
    }
}

fn title(material: Material, shown: &Shown) -> String {
    let Material { content, words, .. } = material;
    let screen = match shown {
        Shown::Intro => return content.title.clone(),
        Shown::Question(question, _) => &question.text,
        Shown::Review => words.get(Word::ReviewTitle),
        Shown::Results(result) | Shown::Shared(result) => &result_title(material, result),
        Shown::Saved => words.get(Word::SavedTitle),
        Shown::Compare => words.get(Word::CompareTitle),
        Shown::Problem(problem) => words.get(problem.words().0),
    };
    format!("{screen} – {}", content.title)
}

/// The address names the screen, so the skip link must not change it.
fn skip(event: ev::MouseEvent) {
    event.prevent_default();
    document::focus("main");
}
