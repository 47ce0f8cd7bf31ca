// @ts-check
// What runs in every page before its own scripts. It looks, and changes nothing of what they do.

/**
 * @typedef {object} Watched
 * @property {number} shownAt When the first option was painted, and a click would have hit it.
 * @property {number | null} answerableAt When the first click was made that the page took. The very first is made when the option is there, though it comes a
 *   little later.
 * @property {() => { x: number, y: number }[]} places Where options can be clicked now.
 * @property {number} shift All layout shifts, added up.
 * @property {() => number} memory The bytes of all memories of WebAssembly.
 */

/**
 * Sent to the page as text, so it may use nothing from outside.
 * @param {string} options
 * @param {(option: HTMLElement) => unknown} state
 * @param {(at: string) => void} say What reaches the measuring program.
 */
function watch(options, state, say) {
  /** @type {Watched} */
  const watched = { shownAt: NaN, answerableAt: null, shift: 0, places: () => [], memory: () => 0 };
  Object.assign(window, { watched });

  // By what the programs themselves hand out: to look for memories in the heap (`Runtime.queryObjects`) hangs in Chromium 156 for some programs.
  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {(...words: unknown[]) => Promise<any>} */ (WebAssembly[name]);
    Object.assign(WebAssembly, {
      [name]: async (/** @type {unknown[]} */ ...words) => {
        const made = await original.apply(WebAssembly, words);
        const { exports } = made.instance ?? made;
        for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
        return made;
      },
    });
  }
  watched.memory = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) if (!entry.hadRecentInput) watched.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });

  /** The middles of those options that can be seen and would be hit by a click. */
  watched.places = () =>
    [...document.querySelectorAll(options)].flatMap((option) => {
      const { x, y, width, height } = option.getBoundingClientRect();
      const middle = { x: x + width / 2, y: y + height / 2 };
      return width && height && option.contains(document.elementFromPoint(middle.x, middle.y)) ? [middle] : [];
    });
  requestAnimationFrame(function look() {
    const places = watched.places();
    if (!places.length) return requestAnimationFrame(look);
    // A message comes when the frame is painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      watched.shownAt = performance.now();
      say(JSON.stringify({ shown: places }));
      port1.close();
    };
    port2.postMessage(null);
  });

  /** @type {HTMLElement | null} */
  let option = null;
  /** @type {unknown} */
  let before;
  /** When each option was clicked last. @type {Map<HTMLElement, number>} */
  const clicks = new Map();
  addEventListener("pointerdown", (event) => {
    option = /** @type {HTMLElement} */ (event.target).closest(options);
    before = option && state(option);
  }, true);
  addEventListener("click", (event) => {
    const [clicked, was] = [option, before];
    // A click on a label is followed by one on its field, which is the same answer.
    option = null;
    if (!clicked || !event.isTrusted) return;
    clicks.set(clicked, clicks.size ? performance.now() : watched.shownAt);
    requestAnimationFrame(function look() {
      // The page may have replaced the element by another one.
      const now = clicked.isConnected ? clicked : /** @type {HTMLElement | null} */ (document.elementFromPoint(event.clientX, event.clientY)?.closest(options));
      if (!now || state(now) === was) return requestAnimationFrame(look);
      // Before the frame is painted that shows it: the trace has what comes after.
      performance.mark("answer shown");
      if (watched.answerableAt !== null) return;
      watched.answerableAt = clicks.get(clicked) ?? NaN;
      say(JSON.stringify({ taken: true }));
    });
  }, true);
}

/**
 * The text of the script for a page.
 * @param {import("./pages.mjs").Kind} kind
 */
export function script({ options, state }) {
  return `(${watch})(${JSON.stringify(options)}, ${state}, (text) => say(text));`;
}
