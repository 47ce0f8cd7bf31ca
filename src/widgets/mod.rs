//! Parts of screens: props in, view out. They know nothing of quizzes.

mod apart;
mod choice_group;
mod confirm;
mod line_chart;
mod list;
mod number_field;
mod progress;
mod score_bar;

pub use apart::apart;
pub use choice_group::{Choice, ChoiceGroup, choice_id};
pub use confirm::Confirm;
pub use line_chart::{LineChart, Series};
pub use list::{Item, anew, list};
pub use number_field::NumberField;
pub use progress::Progress;
pub use score_bar::ScoreBar;
