//! `serve --content FILE`: the file is checked whenever it is saved, and copied to where Trunk sees it.
//!
//! The file is read again and again instead of being watched. Editors save by putting a new file in the
//! place of the old one, and a watch would stay with the old one.

use crate::content::{NotGood, check, from_bytes};
use crate::{Result, file, paths};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// How often the file is looked at. A change is taken once two looks agree, so that a file that is being
/// written is not taken half.
const EVERY: Duration = Duration::from_millis(150);

/// A quiz that is served while it is being written.
#[derive(Debug)]
pub(super) struct Preview {
    file: PathBuf,
    folder: PathBuf,
    watch: Watch,
}

impl Preview {
    /// Checks the file for the first time, and makes the folder that Trunk watches.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read. A file that is faulty is served, so that its errors are seen.
    pub(super) fn new(file: &Path, port: u16) -> Result<Self> {
        let bytes = fs::read(file).map_err(|error| file::reading(file, &error))?;
        // Not below target/: Trunk does not look at changes there.
        let folder = paths::cache()?.join("preview").join(port.to_string());
        file::make_folder(&folder)?;
        let preview = Self { file: file.to_owned(), folder, watch: Watch::new(Some(bytes.clone())) };
        preview.take(&bytes)?;
        Ok(preview)
    }

    /// The folder that Trunk has to watch.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The copy of the file that the page is made with.
    pub(super) fn copy(&self) -> PathBuf {
        self.folder.join("preview.json")
    }

    /// Follows the file for as long as the program runs.
    pub(super) fn follow(mut self) {
        loop {
            sleep(EVERY);
            let seen = match fs::read(&self.file) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                // Somebody may hold it just now. The next look will tell.
                Err(_) => continue,
            };
            match self.watch.look(seen) {
                Some(Some(bytes)) => {
                    let bytes = bytes.clone();
                    if let Err(error) = self.take(&bytes) {
                        eprintln!("error: {error}");
                    }
                }
                Some(None) => println!("{}: is gone; the last one is still served", self.file.display()),
                None => {}
            }
        }
    }

    /// Says what is to be said of the file, and puts it where Trunk sees it.
    fn take(&self, bytes: &[u8]) -> Result {
        match from_bytes(bytes, &self.file) {
            Ok(quiz) => println!("{}: all right ({})", self.file.display(), check::counts(&quiz)),
            Err(NotGood { lines }) => lines.iter().for_each(|line| println!("{line}")),
        }
        file::write(&self.copy(), bytes)
    }
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
    fn look(&mut self, seen: Option<Vec<u8>>) -> Option<Option<&Vec<u8>>> {
        let is_stable = seen == self.last;
        self.last = seen;
        if is_stable && self.last != self.taken {
            self.taken.clone_from(&self.last);
            return Some(self.taken.as_ref());
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
        assert_eq!(watch.look(bytes("new")), Some(bytes("new").as_ref()));
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
        assert_eq!(watch.look(bytes("old")), Some(bytes("old").as_ref()));
    }

    #[test]
    fn a_file_that_is_missing_is_an_error() {
        let message = Preview::new(Path::new("/no/such/quiz.json"), 1).expect_err("it is missing");
        assert!(message.starts_with("/no/such/quiz.json: cannot be read: "), "{message}");
    }
}
