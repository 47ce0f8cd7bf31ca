//! What an answer costs, read from a trace of Chromium.

use serde::Deserialize;

/// Something on the main thread of the page. Times are in microseconds.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(super) struct Event {
    /// A task, an event that was dispatched, a paint, or the mark that a page shows an answer from the next paint on.
    name: String,
    /// When it began, by the clock.
    at: f64,
    /// How long it took, by the clock.
    takes: f64,
    /// When it began, by the processor time of the thread.
    thread_at: f64,
    /// How long it took, by the processor time of the thread.
    thread_takes: f64,
}

/// What an answer costs, in milliseconds: from the start of the click to the end of the paint that shows it, without the time in which the
/// main thread waits, such as for the next frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Answer {
    /// Processor time of the main thread. What other programs do to it meanwhile does not count.
    pub(super) thread: f64,
    /// By the clock: all tasks of the main thread, with the time in which another program had its processor.
    pub(super) clock: f64,
}

const TASK: &str = "RunTask";
const CLICK: &str = "event click";
const SHOWN: &str = "answer shown";
const PAINT: &str = "Paint";
/// Hands what was painted to the compositor, so that no later paint belongs to the same frame.
const COMMIT: &str = "Commit";

impl Event {
    fn end(&self) -> f64 {
        self.at + self.takes
    }
}

/// What each answer costs.
pub(super) fn answers(events: &[Event]) -> Vec<Answer> {
    let mut costs = Vec::new();
    let mut from = 0;
    for (index, _) in events.iter().enumerate().filter(|(_, event)| event.name == SHOWN) {
        let click = events[from..index].iter().find(|event| event.name == CLICK);
        from = index;
        let frame = events[index..].iter().take_while(|event| event.name != COMMIT);
        let painted = frame.filter(|event| event.name == PAINT).max_by(|one, other| one.end().total_cmp(&other.end()));
        if let (Some(click), Some(painted)) = (click, painted) {
            let thread = painted.thread_at + painted.thread_takes - click.thread_at;
            let clock = work(events, click.at, painted.end());
            costs.push(Answer { thread: thread / 1000.0, clock: clock / 1000.0 });
        }
    }
    costs
}

/// The longest task, in milliseconds of the main thread's processor time.
pub(super) fn longest_task(events: &[Event]) -> f64 {
    events.iter().filter(|event| event.name == TASK).map(|event| event.thread_takes).fold(0.0, f64::max) / 1000.0
}

/// How much of a span of time is spent in tasks. Tasks within tasks count once.
fn work(events: &[Event], begin: f64, end: f64) -> f64 {
    let mut covered = begin;
    let mut sum = 0.0;
    for task in events.iter().filter(|event| event.name == TASK) {
        let (from, to) = (task.at.max(covered), task.end().min(end));
        if to > from {
            sum += to - from;
            covered = to;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(list: &[(&str, f64, f64)]) -> Vec<Event> {
        // The processor runs half of the time.
        let event = |&(name, at, takes): &(&str, f64, f64)| Event {
            name: name.to_owned(),
            at,
            takes,
            thread_at: at / 2.0,
            thread_takes: takes / 2.0,
        };
        list.iter().map(event).collect()
    }

    /// A click at 11 ms in a task from 10 to 20, then a frame from 30 to 40 that paints at 36 and 37.
    const ONE: [(&str, f64, f64); 8] = [
        (TASK, 10_000.0, 10_000.0),
        ("event pointerup", 10_500.0, 100.0),
        (CLICK, 11_000.0, 5_000.0),
        (TASK, 30_000.0, 10_000.0),
        (SHOWN, 31_000.0, 0.0),
        (PAINT, 36_000.0, 500.0),
        (PAINT, 37_000.0, 1_000.0),
        (COMMIT, 39_000.0, 500.0),
    ];

    fn by_the_clock(list: &[(&str, f64, f64)]) -> Vec<f64> {
        answers(&events(list)).iter().map(|answer| answer.clock).collect()
    }

    #[test]
    fn the_processor_time_is_what_passed_of_it_from_the_click_to_the_end_of_the_paint() {
        let threads: Vec<f64> = answers(&events(&ONE)).iter().map(|answer| answer.thread).collect();
        assert_eq!(threads, [(38.0 - 11.0) / 2.0]);
    }

    #[test]
    fn an_answer_costs_the_work_from_the_click_to_the_end_of_the_paint_without_the_wait() {
        assert_eq!(by_the_clock(&ONE), [9.0 + 8.0]);
    }

    #[test]
    fn what_runs_between_counts_and_what_comes_after_the_frame_does_not() {
        let mut all = ONE.to_vec();
        all.insert(3, (TASK, 22_000.0, 3_000.0));
        all.extend([(TASK, 41_000.0, 9_000.0), (PAINT, 42_000.0, 5_000.0)]);
        assert_eq!(by_the_clock(&all), [9.0 + 3.0 + 8.0]);
    }

    #[test]
    fn a_task_within_a_task_counts_once() {
        let mut all = ONE.to_vec();
        all.insert(2, (TASK, 10_900.0, 9_000.0));
        assert_eq!(by_the_clock(&all), [9.0 + 8.0]);
    }

    #[test]
    fn each_answer_begins_with_its_own_click_and_the_one_on_the_field_of_a_label_is_no_other() {
        let mut all = ONE.to_vec();
        all.insert(3, (CLICK, 14_000.0, 1_000.0));
        let later = ONE.map(|(name, at, takes)| (name, at + 100_000.0, takes));
        all.extend(later);
        assert_eq!(by_the_clock(&all), [17.0, 17.0]);
    }

    #[test]
    fn an_answer_that_the_trace_has_in_part_is_left_out() {
        assert!(answers(&events(&ONE[3..])).is_empty(), "its click is missing");
        assert!(answers(&events(&ONE[..5])).is_empty(), "its paint is missing");
        assert!(answers(&[]).is_empty());
    }

    #[test]
    fn the_longest_task_is_found() {
        assert_eq!(longest_task(&events(&ONE)), 5.0);
        assert_eq!(longest_task(&[]), 0.0);
    }
}
