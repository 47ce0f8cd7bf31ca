// @ts-check
// What is measured, and how each page shows that it took an answer. This is all that differs between them.

/**
 * @typedef {object} Kind
 * @property {string} options What can be clicked to answer the first question.
 * @property {(option: HTMLElement) => unknown} state What the page shows of an option. It runs in the page, and changes when the page's own program has
 *   taken the answer: a mark that the browser sets by itself says nothing of the program.
 */

/** @type {Record<string, Kind>} */
export const KINDS = {
  // No program: the browser's own mark is all there is.
  static: { options: "label", state: (option) => option.querySelector("input")?.checked },
  counter: { options: "#option", state: (option) => option.textContent },
  surveyjs: {
    options: ".sd-question:first-of-type .sd-item > label",
    state: (option) => option.closest(".sd-item")?.classList.contains("sd-item--checked"),
  },
  quiz: {
    options: ".choice__label",
    state: (option) => option.closest(".choice")?.classList.contains("choice--picked"),
  },
};
