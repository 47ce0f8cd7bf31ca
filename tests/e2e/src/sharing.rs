//! What leaves the quiz and comes back into it.

use crate::quiz::Quiz;

impl Quiz {
    /// The fragment of the link to the result that is shown.
    #[track_caller]
    pub fn shared_fragment(&self) -> String {
        let address = self.browser.find("textbox", &self.word("share.link")).value();
        let (_, fragment) = address.split_once('#').expect("a link has a fragment");
        format!("#{fragment}")
    }

    /// Picks a file with this text in the field for saved data.
    #[track_caller]
    pub fn pick_file(&self, text: &str) {
        let pick = "
            const field = document.getElementById('data-file');
            const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'any.json', { type: 'application/json' }));
            field.files = data.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));
        ";
        self.browser.run(pick, &[text.into()]);
    }

    /// The text that the quiz would save as a file when a button is pressed. The browser is kept from saving it, as each puts it somewhere else.
    #[track_caller]
    pub fn file_of(&self, button: &str) -> String {
        let catch = "
            window.savedText = null;
            const make = URL.createObjectURL.bind(URL);
            URL.createObjectURL = blob => {
                blob.text().then(text => { window.savedText = text; });
                return make(blob);
            };
            HTMLAnchorElement.prototype.click = function () { window.savedName = this.download; };
        ";
        self.browser.run(catch, &[]);
        self.press(button);
        self.browser.until("the file", || self.browser.run("return window.savedText", &[]).as_str().map(str::to_owned))
    }
}
