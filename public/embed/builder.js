// @ts-check
// The embed builder: sets the options of the preview, which is the real element, and writes the snippets for them.

import { start as startCopying } from "./copy.js";
import { start as startEvents } from "./events.js";
import { showAccent, showErrors, showRefused } from "./report.js";
import { LISTEN, policy, snippets } from "./snippet.js";

/** @typedef {import("../embed").CareerQuizElement} CareerQuizElement */
/** @typedef {{ [name: string]: string }} Options */

const OPTIONS = ["content", "language", "theme", "accent", "radius", "font", "campaign"];
// Those whose fields tell by a pattern what can be used.
const PATTERNED = ["accent", "radius"];
const LOADING = "The quiz is loading.";
const START_LIMIT_MS = 15000;
const TYPING_PAUSE_MS = 400;
const QUIZ = new URL("../", location.href.replace(/[?#].*/, ""));

/** @param {string} id */
function find(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error("There is no #" + id);
  return element;
}

const form = /** @type {HTMLFormElement} */ (find("options"));
const accent = /** @type {HTMLInputElement} */ (find("accent"));
const picker = /** @type {HTMLInputElement} */ (find("picker"));
const preview = /** @type {CareerQuizElement} */ (find("preview"));
const state = find("state");

/** What is typed into a field. @param {string} name */
function value(name) {
  return String(new FormData(form).get(name) || "").trim();
}

/** A content file's address as it was typed, where it can be one. Elsewhere it would be one of this page, which the snippet's page is not. */
function content() {
  const typed = value("content");
  return !typed || /^https?:\/\/[^/]/i.test(typed) ? typed : null;
}

/** All that is set. */
function options() {
  /** @type {Options} */
  const set = {};
  for (const name of OPTIONS) {
    const typed = name === "content" ? content() : value(name);
    if (typed) set[name] = typed;
  }
  return set;
}

/** What the quiz left out of the preview, and the text that it left out. @type {Map<string, string>} */
let refused = new Map();

/** What is wrong with a value by the look of it, where the field knows. In the quiz's own words, so that nobody hears it twice. @param {string} name */
function fault(name) {
  const field = form.elements.namedItem(name);
  const isWrong = field instanceof HTMLInputElement && field.validity.patternMismatch;
  return isWrong ? `${name} takes ${field.dataset.takes}` : "";
}

function write() {
  // No snippet has what is known to do nothing.
  const good = Object.fromEntries(Object.entries(options()).filter(([name, text]) => refused.get(name) !== text && !fault(name)));
  const made = snippets(QUIZ, good, { title: value("title"), link: value("link") });
  find("element-snippet").textContent = made.element;
  find("script-snippet").textContent = made.script;
  find("frame-snippet").textContent = made.frame;
}

/** Hands the preview what can change while it runs. */
function show() {
  const set = options();
  // Also said where there is no preview to say it.
  for (const name of PATTERNED) showErrors(name, fault(name) ? ["Left out: " + fault(name)] : []);
  if (!customElements.get("career-quiz")) return;
  preview.setConfig(Object.fromEntries(OPTIONS.slice(1).map((name) => [name, set[name] || null])));
  preview.dataset.title = value("title");
  preview.dataset.link = value("link");
}

/** A new content begins the preview anew, so it waits until its address is there in full. */
function showContent() {
  const address = content();
  if (address === null) showErrors("content", ["Write the whole address, beginning with https://"]);
  if (address === null || address === (preview.dataset.content || "")) return;
  if (address) preview.dataset.content = address;
  else delete preview.dataset.content;
  load();
}

let waiting = 0;

/** Begins the preview anew, and fetches its content once more: the file may have been mended since. */
function load() {
  showErrors("content", []);
  wait();
  // Taken out and put back it has a new frame, and its listeners still.
  find("stage").append(preview);
  hasten();
}

function wait() {
  say(LOADING);
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (state.textContent === LOADING) say("The preview has not answered, so whether the quiz takes these options and this content could not be checked.");
  }, START_LIMIT_MS);
}

/** On a narrow screen the preview is far down, and what is set is to be checked all the same. */
function hasten() {
  const frame = preview.shadowRoot && preview.shadowRoot.querySelector("iframe");
  if (frame) frame.loading = "eager";
}

/** @param {string} text */
function say(text) {
  // As it is, it is no news: a screen reader would say it again.
  if (state.textContent !== text) state.textContent = text;
}

function start() {
  preview.on("configured", (configured) => {
    say(`The quiz is shown in ${named(configured.language)}, theme ${configured.theme}.`);
    showAccent(configured.accent);
    showRefused(OPTIONS.slice(1), configured.refused);
    refused = new Map(configured.refused.map(({ option }) => [option, preview.getAttribute("data-" + option) || ""]));
    write();
  });
  preview.on("failed", ({ faults }) => {
    say("The content file cannot be used. What is wrong is said below its address.");
    showErrors("content", faults.length ? faults : ["The file cannot be used."]);
  });
  startEvents(preview);
  hasten();
  show();
  if (value("content")) showContent();
}

/** The language in words. @param {string} tag */
function named(tag) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) || tag;
  } catch (unknown) {
    return tag;
  }
}

// While somebody types, the text is not yet what they mean.
let typing = 0;
form.addEventListener("input", () => {
  if (/^#[0-9a-f]{6}$/i.test(value("accent"))) picker.value = value("accent").toLowerCase();
  write();
  clearTimeout(typing);
  typing = setTimeout(show, TYPING_PAUSE_MS);
});
form.addEventListener("change", (event) => {
  if (event.target === find("content")) showContent();
});
find("content").addEventListener("keydown", (event) => {
  // A form of so many fields is not submitted by this key, and `change` does not come for an address that is the same.
  if (event.key !== "Enter" || state.textContent === LOADING) return;
  if (content() === (preview.dataset.content || "")) load();
  else showContent();
});
form.addEventListener("submit", (event) => event.preventDefault());
picker.addEventListener("input", (event) => {
  accent.value = picker.value;
  write();
  show();
  // It is no option itself.
  event.stopPropagation();
});
find("restart").addEventListener("click", () => {
  if (preview.dataset.content) load();
  preview.restart();
});
for (const width of document.querySelectorAll("[name=width]")) {
  width.addEventListener("change", () => find("stage").setAttribute("data-width", /** @type {HTMLInputElement} */ (width).value));
}

find("policy").textContent = policy(QUIZ);
find("listen").textContent = LISTEN;
startCopying();
write();
wait();
customElements.whenDefined("career-quiz").then(start);
