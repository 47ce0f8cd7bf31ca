//! The screens, one file each.

mod intro;
mod problem;
mod question;
mod question_form;
mod results;
mod review;
mod saved;
mod start_over;

pub use intro::Intro;
pub use problem::{Problem, ProblemPage};
pub use question::{QuestionPage, Way};
pub use results::{Plan, Results};
pub use review::Review;
pub use saved::Saved;
