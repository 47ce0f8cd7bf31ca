//! One tab's copy of a record, and what comes of two tabs, two stores and a browser that is killed anywhere between.

#[path = "replica/exhaustive.rs"]
mod exhaustive;
#[path = "replica/kinds.rs"]
mod kinds;
#[path = "replica/ledger.rs"]
mod ledger;
#[path = "replica/random.rs"]
mod random;
#[path = "replica/rules.rs"]
mod rules;
mod support;
#[path = "replica/tab.rs"]
mod tab;
#[path = "replica/world.rs"]
mod world;
