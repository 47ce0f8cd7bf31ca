//! The browser entry.

fn main() {
    career_quiz::start::start();
}
