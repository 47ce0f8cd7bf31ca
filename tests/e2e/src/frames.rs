//! Frames of a page: going into one and out again. What is asked of a page is asked of the frame that was entered last.

use crate::browser::{Browser, ELEMENT};
use crate::engine::{Gap, cannot};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// Asked once in a run: frames are entered at every turn, and a gap is said each time that it is met.
static IS_MARKUP_ALL: LazyLock<bool> = LazyLock::new(|| cannot(Gap::RolesInFrames));

impl Browser {
    /// Goes into the frame that a script finds, once it finds one. The script is run in the frame that is entered now.
    #[track_caller]
    pub fn enter_frame(&self, script: &str) {
        let frame = self.until("a frame", || Some(self.run(script, &[])).filter(|found| found[ELEMENT].is_string()));
        self.post("frame", json!({ "id": frame })).unwrap_or_else(|error| panic!("{error}"));
        self.frames.borrow_mut().push(frame);
        self.is_markup_all.set(*IS_MARKUP_ALL);
    }

    /// Goes back to the page that all frames are in.
    #[track_caller]
    pub fn leave_frames(&self) {
        self.post("frame", json!({ "id": Value::Null })).unwrap_or_else(|error| panic!("{error}"));
        self.is_out_of_frames();
    }

    /// Notes that it is the page that is asked again, as whoever opens a page or changes tabs has left all frames.
    pub(crate) fn is_out_of_frames(&self) {
        self.frames.borrow_mut().clear();
        self.is_markup_all.set(false);
    }

    /// Whether a frame was entered.
    pub(crate) fn is_in_frame(&self) -> bool {
        !self.frames.borrow().is_empty()
    }

    /// Scrolls the pages around the frame until a place in it can be seen, so many pixels below its upper edge.
    #[track_caller]
    pub(crate) fn show_in_frame(&self, mut below: f64) {
        const SCRIPT: &str = "
            const [frame, below] = arguments, place = () => frame.getBoundingClientRect().top + frame.clientTop + below;
            scrollBy({ top: place() - innerHeight / 2, behavior: 'instant' });
            return place();
        ";
        let frames = self.frames.borrow().clone();
        let enter = |frame: &Value| {
            self.post("frame", json!({ "id": frame })).unwrap_or_else(|error| panic!("{error}"));
        };
        for depth in (0..frames.len()).rev() {
            enter(&Value::Null);
            frames[..depth].iter().for_each(enter);
            below = self.run(SCRIPT, &[frames[depth].clone(), below.into()]).as_f64().unwrap_or_default();
        }
        enter(&Value::Null);
        frames.iter().for_each(enter);
    }

    /// Waits until the page has been drawn so many times.
    #[track_caller]
    pub fn wait_for_draws(&self, number: u32) {
        const SCRIPT: &str = "
            const draw = () => new Promise(requestAnimationFrame);
            return (async () => { for (let n = 0; n < arguments[0]; n += 1) await draw(); return true; })();
        ";
        self.run(SCRIPT, &[number.into()]);
    }
}
