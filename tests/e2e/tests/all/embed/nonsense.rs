//! Messages that look like the quiz's and are not: the same for the same seed.

use e2e::chance::Chance;

/// Values of every kind, as JavaScript.
const VALUES: [&str; 26] = [
    "null",
    "undefined",
    "true",
    "0",
    "-1",
    "1.5",
    "NaN",
    "Infinity",
    "1e300",
    "10n",
    "''",
    "'x'",
    "'\\u0000'",
    "'<img src=x onerror=alert(1)>'",
    "'x'.repeat(100000)",
    "[]",
    "[[[]]]",
    "{}",
    "{ length: 1e9 }",
    "new Map([[1, 2]])",
    "new Date(0)",
    "new Error('x')",
    "new ArrayBuffer(8)",
    "/x/",
    "JSON.parse('{\"__proto__\": {\"type\": \"restart\"}}')",
    "(() => { const it = {}; it.it = it; return it; })()",
];

/// What the name and number of the protocol may be replaced by.
const NAMES: [&str; 5] = ["careerQuiz: '1'", "careerQuiz: 2", "careerQuiz: [1]", "career_quiz: 1", "careerQuiz: true"];

/// Makes them.
pub(super) struct Nonsense(Chance);

impl Nonsense {
    pub(super) fn new(seed: u64) -> Self {
        Self(Chance::new(seed))
    }

    /// An expression that makes a message to the quiz which is no command.
    pub(super) fn command(&mut self) -> String {
        let options = ["language", "theme", "accent", "radius", "font", "campaign"];
        match self.0.below(5) {
            0 => self.value(),
            1 => format!("{{ {}, type: 'restart', options: {{ theme: 'light' }} }}", self.0.one_of(&NAMES)),
            2 => format!("{{ careerQuiz: 1, type: {} }}", self.value()),
            // Not an object of texts, or no object at all.
            3 => format!("{{ careerQuiz: 1, type: 'config', options: {} }}", self.no_object()),
            _ => {
                let (name, value) = (self.0.one_of(&options), self.no_text());
                format!("{{ careerQuiz: 1, type: 'config', options: {{ {name}: {value} }} }}")
            }
        }
    }

    /// An expression that makes a message to a host which is no event.
    pub(super) fn event(&mut self) -> String {
        match self.0.below(6) {
            0 => self.value(),
            1 => format!("{{ {}, type: 'height', height_px: 4000 }}", self.0.one_of(&NAMES)),
            2 => format!("{{ {}, type: 'step', number: 1 }}", self.0.one_of(&NAMES)),
            3 => format!("{{ careerQuiz: 1, type: {} }}", self.value()),
            4 => format!("{{ careerQuiz: 1, type: 'height', height_px: {} }}", self.no_number()),
            _ => self.one_of(&[
                "{ careerQuiz: 1, type: 'completed', profile: 'entry' }",
                "{ careerQuiz: 1, type: 'completed', profile: 1, campaign: null }",
                "{ careerQuiz: 1, type: 'program-opened', program: ['p'] }",
                "{ careerQuiz: 1, type: 'step', number: '1' }",
                "{ careerQuiz: 1, type: 'failed', is_answer: true, reason: 'content', faults: 'all' }",
                "{ careerQuiz: 1, type: 'failed', is_answer: 'no', reason: 'content', faults: [] }",
                "{ careerQuiz: 1, type: 'result', profile: 'entry', scores: {}, answers: {}, campaign: null }",
                "{ careerQuiz: 1, type: 'configured', language: 'en', theme: 'dark', accent: 'red', refused: [] }",
            ]),
        }
    }

    fn one_of(&mut self, all: &[&str]) -> String {
        all[self.0.below(all.len())].to_owned()
    }

    fn value(&mut self) -> String {
        self.0.one_of(&VALUES).to_owned()
    }

    fn no_object(&mut self) -> String {
        self.pick(|value| {
            !value.starts_with('{')
                && !value.starts_with("new")
                && !value.starts_with('(')
                && !value.starts_with("JSON")
                && !value.starts_with("/x")
        })
    }

    fn no_text(&mut self) -> String {
        // Without a value an option is taken back, which is a command.
        self.pick(|value| !value.starts_with('\'') && !value.ends_with("null") && value != "undefined")
    }

    fn no_number(&mut self) -> String {
        self.pick(|value| !["0", "-1", "1.5", "1e300", "Infinity"].contains(&value))
    }

    fn pick(&mut self, is_right: impl Fn(&str) -> bool) -> String {
        loop {
            let value = self.0.one_of(&VALUES);
            if is_right(value) {
                return value.to_owned();
            }
        }
    }
}
