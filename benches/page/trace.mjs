// @ts-check
// What is kept of a trace. It is read by `xtask/src/bench/trace.rs`.

/** @typedef {import("./chromium.mjs").Json} Json */

const KEPT = new Set(["RunTask", "EventDispatch", "Paint", "Commit", "answer shown"]);

/**
 * The events of the page's main thread that say what an answer costs: names, begin and duration in microseconds by the
 * clock, and the same by the processor time of the thread, which stands still while it waits and while others have the processor.
 * @param {Json[]} events
 */
export function reduced(events) {
  const mark = events.find(({ name }) => name === "answer shown");
  if (!mark) throw new Error("no answer was shown while it was traced");
  return events
    // Now and then Chromium does not know the processor time of a thread when something begins: nothing can be said of that.
    .filter(({ pid, tid, name, tts }) => pid === mark.pid && tid === mark.tid && KEPT.has(name) && tts !== undefined)
    .map(({ name, ts, dur = 0, tts, tdur = 0, args }) => {
      const shown = name === "EventDispatch" ? `event ${args.data?.type}` : name;
      return { name: shown, at: ts, takes: dur, threadAt: tts, threadTakes: tdur };
    })
    .sort((one, other) => one.at - other.at);
}
