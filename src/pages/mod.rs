//! The screens, one file each.

mod compare;
mod data_file;
mod delete_everything;
mod faults;
mod intro;
mod problem;
mod question;
mod question_form;
mod results;
mod review;
mod save_mark;
mod saved;
mod start_over;

pub use compare::Compare;
pub use intro::Intro;
pub use problem::{Problem, ProblemPage};
pub use question::{QuestionPage, Way};
pub use results::{Plan, Results, title as result_title};
pub use review::Review;
pub use saved::Saved;
