//! The result page, as far as it can be seen.

use crate::browser::Browser;
use serde::Deserialize;

/// The result page. Only what can be seen is in it.
#[derive(Clone, Debug, Deserialize)]
pub struct ResultPage {
    /// The heading of the page.
    pub heading: String,
    /// The profiles in the order of the bars, each with its score; the lower end where it is a range.
    pub scores: Vec<(String, u32)>,
    /// The cards in their order.
    pub cards: Vec<Card>,
    /// What there is to do on the way to the target: ids of questions and of the options to get to.
    pub plan: Vec<(String, Vec<String>)>,
    /// The id and text of remarks.
    pub remarks: Vec<(String, String)>,
    /// All that can be read.
    pub text: String,
}

/// The card of a profile.
#[derive(Clone, Debug, Deserialize)]
pub struct Card {
    /// The id of the profile.
    pub profile: String,
    /// Whether it says that it is the best match.
    pub is_best: bool,
    /// The points of each line of the ledger.
    pub points: Vec<u32>,
    /// The sum under them; none where there is no line.
    pub sum: Option<u32>,
    /// Titles to search for.
    pub titles: Vec<Title>,
    /// Programs to consider.
    pub programs: Vec<Program>,
    /// What is said where no program is.
    pub no_program: Option<String>,
    /// Ids of next steps.
    pub steps: Vec<String>,
}

/// A title to search for.
#[derive(Clone, Debug, Deserialize)]
pub struct Title {
    /// The title.
    pub title: String,
    /// The text, the name and the address of each link.
    pub links: Vec<(String, String, String)>,
}

/// A program to consider.
#[derive(Clone, Debug, Deserialize)]
pub struct Program {
    /// Its id.
    pub id: String,
    /// All that its card says.
    pub text: String,
    /// The address behind its link.
    pub link: String,
}

impl ResultPage {
    /// Opens what is folded up, and reads the page.
    #[track_caller]
    pub(crate) fn read(browser: &Browser, best: &str) -> Self {
        const CLOSED: &str = "return document.querySelectorAll('main details:not([open])').length";
        while browser.run(CLOSED, &[]) != 0 {
            let before = browser.run(CLOSED, &[]);
            browser.click_first("main details:not([open]) > summary");
            browser.until("the details to open", || (browser.run(CLOSED, &[]) != before).then_some(()));
        }
        const SCRIPT: &str = "
            const seen = (root, selector) => Array.from(root.querySelectorAll(selector)).filter(e => e.checkVisibility());
            const text = element => element.innerText.replace(/\\s+/g, ' ').trim();
            const main = document.querySelector('main');
            return {
                heading: text(main.querySelector('h1')),
                scores: seen(main, 'ol > li[data-profile]').map(row => [row.dataset.profile, Number(text(row).match(/(\\d+)(\\D+\\d+)?$/)[1])]),
                cards: seen(main, 'article[data-profile]').map(card => ({
                    profile: card.dataset.profile,
                    is_best: seen(card, 'p').some(line => line.textContent.trim() === arguments[0]),
                    points: seen(card, 'table tbody tr td:last-child').map(cell => Number(text(cell))),
                    sum: seen(card, 'table tfoot td').map(cell => Number(text(cell)))[0] ?? null,
                    titles: seen(card, '[data-search] li').map(row => ({
                        title: text(row.querySelector('span')),
                        links: seen(row, 'a').map(link => [text(link), link.ariaLabel, link.getAttribute('href')]),
                    })),
                    programs: seen(card, 'li[data-program]').map(program => ({
                        id: program.dataset.program, text: text(program),
                        // In a sandboxed frame its address stands in a field.
                        link: program.querySelector('a')?.href ?? program.querySelector('input').value,
                    })),
                    no_program: seen(card, '[data-no-program]').map(text)[0] ?? null,
                    steps: seen(card, 'li[data-step]').map(step => step.dataset.step),
                })),
                plan: seen(main, '[data-act]').map(act =>
                    [act.dataset.act, seen(act, '[data-option]').map(option => option.dataset.option)]),
                remarks: seen(main, '[data-remark]').map(remark => [remark.dataset.remark, text(remark)]),
                text: text(main),
            };
        ";
        serde_json::from_value(browser.run(SCRIPT, &[best.into()]))
            .expect("the result page has the form that its tests know")
    }

    /// The card that says it is the best match. There is one.
    #[track_caller]
    pub fn best(&self) -> &Card {
        let best: Vec<&Card> = self.cards.iter().filter(|card| card.is_best).collect();
        assert_eq!(best.len(), 1, "one card is the best match");
        best[0]
    }
}
