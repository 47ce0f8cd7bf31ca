//! What can be read on the screen.

use crate::quiz::Quiz;

impl Quiz {
    /// The review: each question with the answer beside it, as they can be read.
    #[track_caller]
    pub fn review(&self) -> Vec<(String, String)> {
        const SCRIPT: &str = "
            return Array.from(document.querySelectorAll('main dl > div'), row =>
                [row.querySelector('dt').innerText.trim(), row.querySelector('dd').innerText.trim()]);
        ";
        self.wait_for("review");
        serde_json::from_value(self.browser.run(SCRIPT, &[])).expect("pairs of texts")
    }

    /// The answer that the review shows for a question.
    #[track_caller]
    pub fn reviewed(&self, question: &str) -> Option<String> {
        let text = self.text_of(question);
        self.review().into_iter().find(|(question, _)| question == text).map(|(_, answer)| answer)
    }

    /// The text of the progress and how full its bar is, in percent.
    #[track_caller]
    pub fn progress(&self) -> Option<(String, f64)> {
        const SCRIPT: &str = "
            const bar = document.querySelector('main progress');
            return bar && [bar.parentElement.innerText.trim(), bar.value * 100 / bar.max];
        ";
        serde_json::from_value(self.browser.run(SCRIPT, &[])).expect("a text and a number, or nothing")
    }

    /// The notices shown.
    #[track_caller]
    pub fn notices(&self) -> Vec<String> {
        const SCRIPT: &str = "
            return Array.from(document.querySelectorAll('main > [role=status] > p'), notice => notice.innerText.trim());
        ";
        serde_json::from_value(self.browser.run(SCRIPT, &[])).expect("a list of texts")
    }

    /// Waits for a notice that begins like this.
    #[track_caller]
    pub fn wait_for_notice(&self, begin: &str) {
        self.browser.until(&format!("the notice {begin:?}"), || {
            self.notices().iter().any(|notice| notice.starts_with(begin)).then_some(())
        });
    }

    /// The heading of the screen.
    #[track_caller]
    pub fn heading(&self) -> String {
        let heading = self.browser.run("return document.querySelector('main h1')?.innerText", &[]);
        heading.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the heading of the screen has the focus.
    #[track_caller]
    pub fn wait_for_focus_on_heading(&self) {
        const SCRIPT: &str = "return document.activeElement === document.querySelector('main h1')";
        self.browser.until("the focus on the heading", || (self.browser.run(SCRIPT, &[]) == true).then_some(()));
    }

    /// All that can be read on the screen.
    #[track_caller]
    pub fn text(&self) -> String {
        self.browser.run("return document.querySelector('main').innerText", &[]).as_str().unwrap_or_default().to_owned()
    }
}
