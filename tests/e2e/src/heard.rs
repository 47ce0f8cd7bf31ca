//! What somebody who hears the page is told while it changes: where the focus goes, and what live regions say. By the
//! rules of ARIA, as no screen reader runs here.

use crate::quiz::Quiz;
use serde::Deserialize;

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Heard {
    /// What said it.
    pub by: By,
    /// The text. Of an element with the focus, its name with its description.
    pub text: String,
}

/// What says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// The element that got the focus.
    Focus,
    /// A live region that waits its turn.
    Polite,
    /// A live region that interrupts.
    Assertive,
    /// A polite region that came with its text in it. Not all screen readers say that.
    Born,
}

const RECORDER: &str = "
    window.heard = [];
    const LIVE = '[role=status], [role=alert], [role=log], [aria-live]';
    const words = text => text.replace(/\\s+/g, ' ').trim();
    const politeness = region =>
        region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite');
    const isAtomic = region => region.hasAttribute('aria-atomic')
        ? region.getAttribute('aria-atomic') === 'true'
        : ['status', 'alert'].includes(region.getAttribute('role'));
    const say = (by, text) => { if (words(text) && by !== 'off') heard.push({ by, text: words(text) }); };
    const within = node => node.nodeType !== Node.ELEMENT_NODE ? []
        : (node.matches(LIVE) ? [node] : []).concat(Array.from(node.querySelectorAll(LIVE)));
    new MutationObserver(records => {
        // What is said of a region is put together, as its changes come together.
        const said = new Map(), born = new Set();
        for (const { type, target, addedNodes } of records) {
            const added = type === 'characterData' ? [target] : Array.from(addedNodes);
            added.filter(node => node.isConnected).flatMap(within).forEach(region => born.add(region));
            const region = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(LIVE);
            const text = added.filter(node => node.isConnected && node.nodeType !== Node.COMMENT_NODE)
                .map(node => node.textContent).join(' ');
            if (region?.isConnected && words(text)) said.set(region, [...said.get(region) ?? [], text]);
        }
        for (const region of born) {
            const by = politeness(region);
            say(by === 'polite' ? 'born' : by, region.textContent);
            said.delete(region);
        }
        for (const [region, texts] of said) {
            say(politeness(region), isAtomic(region) ? region.textContent : texts.join(' '));
        }
    }).observe(document, { subtree: true, childList: true, characterData: true });
    addEventListener('focusin', ({ target }) => {
        const named = target.getAttribute('aria-label') ?? (target.labels?.length
            ? Array.from(target.labels, label => label.textContent).join(' ') : target.textContent);
        const ids = (target.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id);
        const described = ids.map(id => document.getElementById(id)?.textContent ?? '');
        say('focus', [named, ...described].join(' '));
    }, true);
";

/// Listens from the next load of the page on.
pub fn listen(quiz: &Quiz) {
    let page = std::fs::read_to_string(crate::dist().join("index.html")).expect("the build has its page");
    // In the page, so that it is there before the program, in every engine.
    quiz.server.put("/", 200, page.replacen("<head>", &format!("<head><script>{RECORDER}</script>"), 1));
}

/// What was said since this was last asked.
#[track_caller]
pub fn heard(quiz: &Quiz) -> Vec<Heard> {
    let heard = quiz.browser.run("return heard.splice(0)", &[]);
    serde_json::from_value(heard).expect("a list of things said")
}
