// @ts-check
// What a page hears from the quiz, as it comes.

/** @typedef {import("../embed").CareerQuizElement} CareerQuizElement */
/** @typedef {import("../embed").CareerQuizEvents} Events */

/** @type {(keyof Events)[]} */
const SHOWN = ["ready", "configured", "failed", "started", "step", "completed", "search-opened", "program-opened"];
const SHOWN_AT_MOST = 30;

/** @param {CareerQuizElement} quiz */
export function start(quiz) {
  const list = document.getElementById("events");
  const wantsResult = /** @type {HTMLInputElement} */ (document.getElementById("wants-result"));
  if (!list) return;

  /** @param {object} event */
  const note = (event) => {
    const item = document.createElement("li");
    // Without the mark that all messages bear.
    item.textContent = JSON.stringify(event, (name, value) => (name === "careerQuiz" ? undefined : value));
    list.prepend(item);
    while (list.children.length > SHOWN_AT_MOST) list.children[SHOWN_AT_MOST].remove();
  };

  for (const event of SHOWN) quiz.on(event, note);
  // A listener is all that it takes for the quiz to have a button that sends the result; and without it there is none.
  let stop = () => {};
  const follow = () => {
    stop();
    stop = wantsResult.checked ? quiz.on("result", note) : () => {};
  };
  wantsResult.addEventListener("change", follow);
  follow();
}
