//! Progress, results and settings between the app and the two stores of the browser: nothing that was kept is lost.

mod journal;
mod newer;
mod no_room;
mod progress;
mod results;
mod storage;
mod unreadable;
