// @ts-check
// What is kept of a trace. It is read by `xtask/src/bench/trace.rs`.

/** @typedef {import("./chromium.mjs").Json} Json */

const KEPT = new Set(["RunTask", "EventDispatch", "Paint", "Commit", "answer shown"]);

/**
 * The events of the page's main thread that say what an answer costs: names, and begin and duration in microseconds.
 * @param {Json[]} events
 */
export function reduced(events) {
  const mark = events.find(({ name }) => name === "answer shown");
  if (!mark) throw new Error("no answer was shown while it was traced");
  return events
    .filter((event) => event.pid === mark.pid && event.tid === mark.tid && KEPT.has(event.name))
    .map(({ name, ts, dur = 0, args }) => ({ name: name === "EventDispatch" ? `event ${args.data?.type}` : name, at: ts, takes: dur }))
    .sort((one, other) => one.at - other.at);
}
