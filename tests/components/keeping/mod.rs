//! Progress, results and settings between the app and the two stores of the browser: nothing that was kept is lost.

mod archive;
mod data_file;
mod erasure;
mod journal;
mod newer;
mod no_room;
mod once_saved;
mod place;
mod progress;
mod results;
mod saved;
mod storage;
mod two_stores;
mod two_tabs;
mod undo;
mod unreadable;
