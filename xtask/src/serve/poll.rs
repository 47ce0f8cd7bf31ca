//! Following a file by reading it again and again.
//!
//! A watch of the operating system is on a file, not on its name. Editors save by putting a new file in the
//! place of the old one, and the watch would stay with the old one.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::thread::{self, sleep};
use std::time::Duration;

/// How often the file is looked at. A change is taken once two looks agree, so that a file that is being
/// written is not taken half.
const EVERY: Duration = Duration::from_millis(150);

/// Calls `changed` with what the file has become whenever that is something else than `known`, for as long
/// as the program runs. `None` stands for no file.
pub(super) fn follow(file: PathBuf, known: Option<Vec<u8>>, changed: impl Fn(Option<&[u8]>) + Send + 'static) {
    thread::spawn(move || {
        let mut watch = Watch::new(known);
        loop {
            sleep(EVERY);
            let seen = match fs::read(&file) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                // Somebody may hold it just now. The next look will tell.
                Err(_) => continue,
            };
            if let Some(now) = watch.look(seen) {
                changed(now);
            }
        }
    });
}

/// What was seen of a file: its bytes, or `None` while it is not there.
#[derive(Debug)]
struct Watch {
    taken: Option<Vec<u8>>,
    last: Option<Vec<u8>>,
}

impl Watch {
    fn new(seen: Option<Vec<u8>>) -> Self {
        Self { taken: seen.clone(), last: seen }
    }

    /// What the file has changed to, once it has been seen twice in a row.
    fn look(&mut self, seen: Option<Vec<u8>>) -> Option<Option<&[u8]>> {
        let is_stable = seen == self.last;
        self.last = seen;
        if is_stable && self.last != self.taken {
            self.taken.clone_from(&self.last);
            return Some(self.taken.as_deref());
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Option<Vec<u8>> {
        Some(text.as_bytes().to_vec())
    }

    #[test]
    fn a_change_is_taken_once_it_is_stable() {
        let mut watch = Watch::new(bytes("old"));
        assert_eq!(watch.look(bytes("old")), None);
        assert_eq!(watch.look(bytes("n")), None, "it may be half written");
        assert_eq!(watch.look(bytes("new")), None);
        assert_eq!(watch.look(bytes("new")), Some(bytes("new").as_deref()));
        assert_eq!(watch.look(bytes("new")), None, "it is taken once");
    }

    #[test]
    fn a_file_that_goes_and_comes_back_is_told() {
        let mut watch = Watch::new(bytes("old"));
        assert_eq!(watch.look(None), None, "an editor may be replacing it");
        assert_eq!(watch.look(bytes("old")), None);
        assert_eq!(watch.look(None), None);
        assert_eq!(watch.look(None), Some(None));
        assert_eq!(watch.look(bytes("old")), None);
        assert_eq!(watch.look(bytes("old")), Some(bytes("old").as_deref()));
    }
}
