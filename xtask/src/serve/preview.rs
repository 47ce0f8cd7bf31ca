//! `serve --content FILE`: the file is checked whenever it is saved, and copied to where Trunk sees it.

use super::poll;
use crate::content::{NotGood, check, from_bytes};
use crate::{Result, file};
use std::fs;
use std::path::{Path, PathBuf};

/// A quiz that is served while it is being written.
#[derive(Debug)]
pub(super) struct Preview {
    file: PathBuf,
    copy: PathBuf,
}

impl Preview {
    /// Checks the file for the first time, and puts a copy into `folder`, which Trunk watches.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read. A file that is faulty is served, so that its errors are seen.
    pub(super) fn new(file: &Path, folder: &Path) -> Result<Self> {
        let bytes = fs::read(file).map_err(|error| file::reading(file, &error))?;
        let preview = Self { file: file.to_owned(), copy: folder.join("preview.json") };
        preview.take(&bytes)?;
        Ok(preview)
    }

    /// The copy of the file that the page is made with.
    pub(super) fn copy(&self) -> &Path {
        &self.copy
    }

    /// Follows the file for as long as the program runs.
    pub(super) fn follow(self) {
        // What was taken first is what the copy holds, whatever the file has become since.
        let known = fs::read(&self.copy).ok();
        poll::follow(self.file.clone(), known, move |now| match now {
            Some(bytes) => {
                if let Err(error) = self.take(bytes) {
                    eprintln!("error: {error}");
                }
            }
            None => println!("{}: is gone; the last one is still served", self.file.display()),
        });
    }

    /// Says what is to be said of the file, and puts it where Trunk sees it.
    fn take(&self, bytes: &[u8]) -> Result {
        match from_bytes(bytes, &self.file) {
            Ok(quiz) => println!("{}: all right ({})", self.file.display(), check::counts(&quiz)),
            Err(NotGood { lines }) => lines.iter().for_each(|line| println!("{line}")),
        }
        file::write(&self.copy, bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_missing_is_an_error() {
        let message = Preview::new(Path::new("/no/such/quiz.json"), Path::new("/no")).expect_err("it is missing");
        assert!(message.starts_with("/no/such/quiz.json: cannot be read: "), "{message}");
    }
}
