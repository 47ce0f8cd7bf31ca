//! The quiz in a page of somebody else's: two origins on this machine.

mod accessibility;
mod builder;
mod docs;
mod events;
mod example;
mod foreign;
mod height;
mod history;
mod links;
mod messages;
mod nonsense;
mod old_snippet;
mod options;
mod sandbox;
mod schema;
mod several;
mod sight;
mod snippet;
mod storage;
