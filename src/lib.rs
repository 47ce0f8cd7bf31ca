//! A career quiz for back end developers that runs in the browser and keeps every answer there.
pub mod quiz;
